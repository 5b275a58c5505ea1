//! Any object by its id: the prefix says the noun, and the read is the one that the noun's own list uses.

use async_graphql::{Context, Interface};
use uuid::Uuid;

use crate::{
    access::{Relation, See},
    graphql::{
        error::Answer,
        node::{
            Alert, Area, AuditEntry, Case, CaseNote, Consent, Contact, Draft, Enrolment, Export, Goal,
            Measure, Membership, Offering, Organisation, Programme, Referral, Report, SafeguardingConcern,
            Session, Task, User, YoungPerson,
        },
        visit::Ask,
    },
    read,
    words::{
        SubjectKind,
        id::{Id, Noun, OpaqueId, noun},
    },
};

/// What has an id of its own.
#[derive(Clone, Interface)]
#[graphql(field(
    name = "id",
    ty = "async_graphql::ID",
    desc = "Opaque: no time, number or name can be read out of it."
))]
pub enum Node {
    /// A force, council, community area or ward.
    Area(Area),
    /// A member of the partnership.
    Organisation(Organisation),
    /// A person who works in the partnership.
    User(User),
    /// A role in an organisation.
    Membership(Membership),
    /// A child's record.
    YoungPerson(YoungPerson),
    /// A person around a child.
    Contact(Contact),
    /// A warning.
    Alert(Alert),
    /// A consent.
    Consent(Consent),
    /// A referral.
    Referral(Referral),
    /// A case.
    Case(Case),
    /// A note.
    CaseNote(CaseNote),
    /// What was measured of a child.
    Measure(Measure),
    /// What a child or parent wants to reach.
    Goal(Goal),
    /// A task.
    Task(Task),
    /// A safeguarding concern.
    SafeguardingConcern(SafeguardingConcern),
    /// A draft.
    Draft(Draft),
    /// A programme.
    Programme(Programme),
    /// One run of a programme.
    Offering(Offering),
    /// A child's place.
    Enrolment(Enrolment),
    /// One meeting of an offering.
    Session(Session),
    /// A report of figures.
    Report(Report),
    /// Figures as a file.
    Export(Export),
    /// A line of the audit.
    AuditEntry(AuditEntry),
}

/// The id that a text stands for; the nil id, which nothing has, where it was never given out.
fn opened<N: Noun>(ctx: &Context<'_>, text: &str) -> Id<N> {
    OpaqueId::parse(text).map_or_else(|| Id::from(Uuid::nil()), |id| ctx.open_id(&id))
}

/// The object with an id, where this viewer may see something of it; null otherwise, as for one that is not there.
pub async fn fetch(ctx: &Context<'_>, text: &str) -> Answer<Option<Node>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), &sight.viewer);
    let prefix = text.split_once('_').map_or("", |(prefix, _)| prefix);
    Ok(match prefix {
        noun::Area::PREFIX => sight.one(opened::<noun::Area>(ctx, text)).await?.map(Node::Area),
        noun::Organisation::PREFIX => {
            sight.one(opened::<noun::Organisation>(ctx, text)).await?.map(Node::Organisation)
        }
        noun::User::PREFIX => {
            let id = opened::<noun::User>(ctx, text);
            let user = read::people::user::visible(app.reads(), viewer, id).await?;
            user.map(|user| Node::User(user.into()))
        }
        noun::Membership::PREFIX => {
            let id = opened::<noun::Membership>(ctx, text);
            let own = read::people::user::memberships(app.reads(), &[viewer.user], viewer.today).await?;
            own.into_iter().find(|membership| membership.id == id).map(|row| Node::Membership(row.into()))
        }
        noun::YoungPerson::PREFIX => {
            sight.one(opened::<noun::YoungPerson>(ctx, text)).await?.map(Node::YoungPerson)
        }
        noun::Contact::PREFIX => {
            let id = opened::<noun::Contact>(ctx, text);
            let contact = read::people::young_person::contact(app.reads(), viewer, id).await?;
            contact.map(|row| Node::Contact(row.into()))
        }
        noun::Alert::PREFIX => {
            let id = opened::<noun::Alert>(ctx, text);
            let alert = read::people::young_person::alert(app.reads(), viewer, id).await?;
            alert.map(|row| Node::Alert(row.into()))
        }
        noun::Consent::PREFIX => {
            let id = opened::<noun::Consent>(ctx, text);
            let consent = read::people::young_person::consent(app.reads(), viewer, id).await?;
            consent.map(|row| Node::Consent(row.into()))
        }
        noun::Referral::PREFIX => {
            let id = opened::<noun::Referral>(ctx, text);
            sight.one(id).await?.map(Node::Referral)
        }
        noun::Case::PREFIX => sight.one(opened::<noun::Case>(ctx, text)).await?.map(Node::Case),
        noun::CaseNote::PREFIX => sight.one(opened::<noun::CaseNote>(ctx, text)).await?.map(Node::CaseNote),
        noun::Measure::PREFIX => sight.one(opened::<noun::Measure>(ctx, text)).await?.map(Node::Measure),
        noun::Goal::PREFIX => sight.one(opened::<noun::Goal>(ctx, text)).await?.map(Node::Goal),
        noun::Task::PREFIX => sight.one(opened::<noun::Task>(ctx, text)).await?.map(Node::Task),
        noun::SafeguardingConcern::PREFIX => {
            sight.one(opened::<noun::SafeguardingConcern>(ctx, text)).await?.map(Node::SafeguardingConcern)
        }
        noun::Draft::PREFIX => {
            let id = opened::<noun::Draft>(ctx, text);
            let draft = read::casework::draft::by_id(app.reads(), viewer, id).await?;
            draft.map(|row| Node::Draft(row.into()))
        }
        noun::Programme::PREFIX => {
            sight.one(opened::<noun::Programme>(ctx, text)).await?.map(Node::Programme)
        }
        noun::Offering::PREFIX => sight.one(opened::<noun::Offering>(ctx, text)).await?.map(Node::Offering),
        noun::Enrolment::PREFIX => {
            sight.one(opened::<noun::Enrolment>(ctx, text)).await?.map(Node::Enrolment)
        }
        noun::Session::PREFIX => sight.one(opened::<noun::Session>(ctx, text)).await?.map(Node::Session),
        noun::Report::PREFIX => sight.one(opened::<noun::Report>(ctx, text)).await?.map(Node::Report),
        noun::Export::PREFIX => sight.one(opened::<noun::Export>(ctx, text)).await?.map(Node::Export),
        noun::AuditEntry::PREFIX => {
            let id = opened::<noun::AuditEntry>(ctx, text);
            let entry = read::record::audit::by_id(app.reads(), viewer, id).await?;
            entry.map(|row| Node::AuditEntry(row.into()))
        }
        _ => None,
    })
}

/// What an audit entry is about, where this viewer may see it and it is read in batches.
pub async fn subject(ctx: &Context<'_>, kind: SubjectKind, id: Uuid) -> Answer<Option<Node>> {
    let sight = ctx.sight()?;
    Ok(match kind {
        SubjectKind::Organisation => {
            sight.one(Id::<noun::Organisation>::from(id)).await?.map(Node::Organisation)
        }
        SubjectKind::User if sight.viewer.sees(See::People).has(Relation::Always) => {
            sight.one(Id::<noun::User>::from(id)).await?.map(Node::User)
        }
        SubjectKind::YoungPerson => {
            sight.one(Id::<noun::YoungPerson>::from(id)).await?.map(Node::YoungPerson)
        }
        SubjectKind::Referral => sight.one(Id::<noun::Referral>::from(id)).await?.map(Node::Referral),
        SubjectKind::Case => sight.one(Id::<noun::Case>::from(id)).await?.map(Node::Case),
        SubjectKind::CaseNote => sight.one(Id::<noun::CaseNote>::from(id)).await?.map(Node::CaseNote),
        SubjectKind::Measure => sight.one(Id::<noun::Measure>::from(id)).await?.map(Node::Measure),
        SubjectKind::Goal => sight.one(Id::<noun::Goal>::from(id)).await?.map(Node::Goal),
        SubjectKind::Task => sight.one(Id::<noun::Task>::from(id)).await?.map(Node::Task),
        SubjectKind::SafeguardingConcern => {
            sight.one(Id::<noun::SafeguardingConcern>::from(id)).await?.map(Node::SafeguardingConcern)
        }
        SubjectKind::Programme => sight.one(Id::<noun::Programme>::from(id)).await?.map(Node::Programme),
        SubjectKind::Offering => sight.one(Id::<noun::Offering>::from(id)).await?.map(Node::Offering),
        SubjectKind::Enrolment => sight.one(Id::<noun::Enrolment>::from(id)).await?.map(Node::Enrolment),
        SubjectKind::Session => sight.one(Id::<noun::Session>::from(id)).await?.map(Node::Session),
        SubjectKind::Report => sight.one(Id::<noun::Report>::from(id)).await?.map(Node::Report),
        _ => None,
    })
}

/// The row that an id of any noun stands for; the nil id, which nothing has, where it was never given out.
#[must_use]
pub fn any_row(ctx: &Context<'_>, text: &str) -> Uuid {
    fn row<N: Noun>(ctx: &Context<'_>, text: &str) -> Uuid {
        opened::<N>(ctx, text).uuid()
    }
    match text.split_once('_').map_or("", |(prefix, _)| prefix) {
        noun::Organisation::PREFIX => row::<noun::Organisation>(ctx, text),
        noun::User::PREFIX => row::<noun::User>(ctx, text),
        noun::Membership::PREFIX => row::<noun::Membership>(ctx, text),
        noun::YoungPerson::PREFIX => row::<noun::YoungPerson>(ctx, text),
        noun::Contact::PREFIX => row::<noun::Contact>(ctx, text),
        noun::Consent::PREFIX => row::<noun::Consent>(ctx, text),
        noun::Referral::PREFIX => row::<noun::Referral>(ctx, text),
        noun::Case::PREFIX => row::<noun::Case>(ctx, text),
        noun::CaseNote::PREFIX => row::<noun::CaseNote>(ctx, text),
        noun::Measure::PREFIX => row::<noun::Measure>(ctx, text),
        noun::Goal::PREFIX => row::<noun::Goal>(ctx, text),
        noun::Task::PREFIX => row::<noun::Task>(ctx, text),
        noun::SafeguardingConcern::PREFIX => row::<noun::SafeguardingConcern>(ctx, text),
        noun::Draft::PREFIX => row::<noun::Draft>(ctx, text),
        noun::Programme::PREFIX => row::<noun::Programme>(ctx, text),
        noun::Offering::PREFIX => row::<noun::Offering>(ctx, text),
        noun::Enrolment::PREFIX => row::<noun::Enrolment>(ctx, text),
        noun::Session::PREFIX => row::<noun::Session>(ctx, text),
        noun::Report::PREFIX => row::<noun::Report>(ctx, text),
        _ => Uuid::nil(),
    }
}
