//! Any object by its id: the prefix says the noun, and the read is the one that the noun's own list uses.

use async_graphql::{Context, Interface};

use crate::{
    graphql::{
        error::Answer,
        node::{
            Alert, Area, Case, CaseNote, Consent, Contact, Draft, Membership, Organisation, Referral,
            SafeguardingConcern, Task, User, YoungPerson,
        },
        visit::Ask,
    },
    platform::error::Error,
    read,
    words::id::{Id, Noun, OpaqueId, noun},
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
    /// A task.
    Task(Task),
    /// A safeguarding concern.
    SafeguardingConcern(SafeguardingConcern),
    /// A draft.
    Draft(Draft),
}

fn opened<N: Noun>(ctx: &Context<'_>, text: &str) -> Answer<Id<N>> {
    let id = OpaqueId::<N>::parse(text).ok_or(Error::NotFound)?;
    Ok(ctx.open_id(&id)?)
}

/// The object with an id, where this viewer may see something of it; null otherwise, as for one that is not there.
pub async fn fetch(ctx: &Context<'_>, text: &str) -> Answer<Option<Node>> {
    match found(ctx, text).await {
        Err(fault) if fault.is_not_found() => Ok(None),
        other => other,
    }
}

async fn found(ctx: &Context<'_>, text: &str) -> Answer<Option<Node>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), &sight.viewer);
    let prefix = text.split_once('_').map_or("", |(prefix, _)| prefix);
    Ok(match prefix {
        noun::Area::PREFIX => sight.one(opened::<noun::Area>(ctx, text)?).await?.map(Node::Area),
        noun::Organisation::PREFIX => {
            sight.one(opened::<noun::Organisation>(ctx, text)?).await?.map(Node::Organisation)
        }
        noun::User::PREFIX => {
            let id = opened::<noun::User>(ctx, text)?;
            let user = read::people::user::visible(app.database(), viewer, id).await?;
            user.map(|user| Node::User(user.into()))
        }
        noun::Membership::PREFIX => {
            let id = opened::<noun::Membership>(ctx, text)?;
            let own = read::people::user::memberships(app.database(), &[viewer.user], viewer.today).await?;
            own.into_iter().find(|membership| membership.id == id).map(|row| Node::Membership(row.into()))
        }
        noun::YoungPerson::PREFIX => {
            sight.one(opened::<noun::YoungPerson>(ctx, text)?).await?.map(Node::YoungPerson)
        }
        noun::Contact::PREFIX => {
            let id = opened::<noun::Contact>(ctx, text)?;
            let contact = read::people::young_person::contact(app.database(), viewer, id).await?;
            contact.map(|row| Node::Contact(row.into()))
        }
        noun::Alert::PREFIX => {
            let id = opened::<noun::Alert>(ctx, text)?;
            let alert = read::people::young_person::alert(app.database(), viewer, id).await?;
            alert.map(|row| Node::Alert(row.into()))
        }
        noun::Consent::PREFIX => {
            let id = opened::<noun::Consent>(ctx, text)?;
            let consent = read::people::young_person::consent(app.database(), viewer, id).await?;
            consent.map(|row| Node::Consent(row.into()))
        }
        noun::Referral::PREFIX => {
            let id = opened::<noun::Referral>(ctx, text)?;
            sight.one(id).await?.map(Node::Referral)
        }
        noun::Case::PREFIX => sight.one(opened::<noun::Case>(ctx, text)?).await?.map(Node::Case),
        noun::CaseNote::PREFIX => sight.one(opened::<noun::CaseNote>(ctx, text)?).await?.map(Node::CaseNote),
        noun::Task::PREFIX => sight.one(opened::<noun::Task>(ctx, text)?).await?.map(Node::Task),
        noun::SafeguardingConcern::PREFIX => {
            sight.one(opened::<noun::SafeguardingConcern>(ctx, text)?).await?.map(Node::SafeguardingConcern)
        }
        noun::Draft::PREFIX => {
            let id = opened::<noun::Draft>(ctx, text)?;
            let draft = read::casework::draft::by_id(app.database(), viewer, id).await?;
            draft.map(|row| Node::Draft(row.into()))
        }
        _ => None,
    })
}
