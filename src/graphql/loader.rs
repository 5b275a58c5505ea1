//! Loaders: batched reads under the viewer of one answer, so that a page costs as many statements as it has kinds of rows.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use crate::{
    access::Viewer,
    domain::insight::outcome::Releases,
    entity::{
        casework::{
            case_co_worker, case_note_revision, emergency_call, goal_rating, referral, referral_message,
            referral_service, transition, triage_decision,
        },
        delivery::{
            attendance, enrolment_step, headcount, programme_area, programme_factor, session_note,
            session_worker,
        },
        insight::export as exports,
        people::{
            address_period, alert, area, consent, contact, external_reference, front_door, membership,
            organisation, school_period, user,
        },
    },
    platform::{
        app::App,
        error::{Error, Result},
    },
    read::{
        casework::{
            case::{self, SeenCase},
            case_note::{self, SeenNote},
            concern::{self, SeenConcern},
            goal::{self, SeenGoal},
            measure::{self, SeenMeasure},
            referral::{self as referrals, SeenReferral},
            task::{self, SeenTask},
            transition as transitions,
        },
        delivery::{
            enrolment::{self as enrolments, SeenEnrolment},
            offering::{self as offerings, SeenOffering},
            programme::{self as programmes, SeenProgramme},
            register::{self, Marked, Named, TakesPart},
            session::{self as sessions, SeenSession},
        },
        insight::{
            export,
            report::{self, SeenReport},
        },
        people::{
            directory, organisation as organisations,
            relation::{self, SeenRelation},
            user as users,
            young_person::{self, SeenChild},
        },
        record::audit,
    },
    words::{
        CaseStatus, SubjectKind,
        id::{Id, noun},
    },
};

/// What the loaders of one answer share.
pub struct Loaders {
    /// The application.
    pub app: App,
    /// For whom.
    pub viewer: Viewer,
}

/// An error that one batch shares with all who wait for it.
pub type Shared = Arc<Error>;

/// The same error for one who waited.
#[must_use]
pub fn own(error: &Shared) -> Error {
    error.again()
}

fn one_each<K: Eq + Hash, M>(rows: Vec<M>, key: impl Fn(&M) -> K) -> HashMap<K, M> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}

fn many_each<K: Eq + Hash, M>(rows: Vec<M>, key: impl Fn(&M) -> Option<K>) -> HashMap<K, Vec<M>> {
    let mut grouped: HashMap<K, Vec<M>> = HashMap::new();
    for row in rows {
        if let Some(key) = key(&row) {
            grouped.entry(key).or_default().push(row);
        }
    }
    grouped
}

/// Rows by their own id.
macro_rules! by_id {
    ($($noun:ident => $row:ty, |$this:ident, $ids:ident| $read:expr, |$seen:ident| $key:expr;)*) => {
        $(
            impl Loader<Id<noun::$noun>> for Loaders {
                type Value = $row;
                type Error = Shared;

                async fn load(&self, $ids: &[Id<noun::$noun>]) -> Result<HashMap<Id<noun::$noun>, $row>, Shared> {
                    let $this = self;
                    let rows: Result<Vec<$row>> = $read.await;
                    Ok(one_each(rows.map_err(Arc::new)?, |$seen| $key))
                }
            }
        )*
    };
}

by_id! {
    Area => area::Model, |this, ids| directory::areas_by_ids(&this.app, ids), |row| row.id;
    Organisation => organisation::Model, |this, ids| directory::organisations_by_ids(&this.app, ids), |row| row.id;
    Membership => membership::Model, |this, ids| users::memberships_by_ids(this.app.reads(), ids), |row| row.id;
    User => user::Model, |this, ids| users::by_ids(this.app.reads(), ids), |row| row.id;
    YoungPerson => SeenChild, |this, ids| young_person::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    Referral => SeenReferral, |this, ids| referrals::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    Case => SeenCase, |this, ids| case::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    CaseNote => SeenNote, |this, ids| case_note::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    Measure => SeenMeasure, |this, ids| measure::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    Goal => SeenGoal, |this, ids| goal::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    Task => SeenTask, |this, ids| task::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    SafeguardingConcern => SeenConcern,
        |this, ids| concern::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    Programme => SeenProgramme,
        |this, ids| programmes::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    Offering => SeenOffering,
        |this, ids| offerings::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    Enrolment => SeenEnrolment,
        |this, ids| enrolments::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    Session => SeenSession,
        |this, ids| sessions::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    Report => SeenReport, |this, ids| report::by_ids(this.app.reads(), &this.viewer, ids), |seen| seen.row.id;
    Export => exports::Model, |this, ids| export::by_ids(this.app.reads(), &this.viewer, ids), |row| row.id;
}

/// Parts that belong to a row, by the row's id.
macro_rules! parts_of {
    ($($(#[$doc:meta])* $name:ident($noun:ident) => $row:ty, |$this:ident, $ids:ident| $read:expr, |$part:ident| $key:expr;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub struct $name(pub Id<noun::$noun>);

            impl Loader<$name> for Loaders {
                type Value = Vec<$row>;
                type Error = Shared;

                async fn load(&self, keys: &[$name]) -> Result<HashMap<$name, Vec<$row>>, Shared> {
                    let $ids: Vec<_> = keys.iter().map(|key| key.0).collect();
                    let $this = self;
                    let rows: Result<Vec<$row>> = $read.await;
                    Ok(many_each(rows.map_err(Arc::new)?, |$part| $key.map($name)))
                }
            }
        )*
    };
}

parts_of! {
    /// The contacts of a child.
    ContactsOf(YoungPerson) => contact::Model,
        |this, ids| young_person::contacts(this.app.reads(), &ids), |part| Some(part.young_person_id);
    /// The addresses of a child.
    AddressesOf(YoungPerson) => address_period::Model,
        |this, ids| young_person::addresses(this.app.reads(), &ids), |part| Some(part.young_person_id);
    /// The schools of a child.
    SchoolsOf(YoungPerson) => school_period::Model,
        |this, ids| young_person::schools(this.app.reads(), &ids), |part| Some(part.young_person_id);
    /// The alerts on a child.
    AlertsOf(YoungPerson) => alert::Model,
        |this, ids| young_person::alerts(this.app.reads(), &ids), |part| Some(part.young_person_id);
    /// The consents of a child.
    ConsentsOf(YoungPerson) => consent::Model,
        |this, ids| young_person::consents(this.app.reads(), &ids), |part| Some(part.young_person_id);
    /// What other systems call a child.
    ExternalReferencesOf(YoungPerson) => external_reference::Model,
        |this, ids| young_person::external_references(this.app.reads(), &ids), |part| Some(part.young_person_id);
    /// What a child is to others whom the viewer may open too.
    RelationsOf(YoungPerson) => SeenRelation,
        |this, ids| relation::of_children(this.app.reads(), &this.viewer, &ids), |seen| Some(seen.of);
    /// An offering, once where a child whom the viewer may place has accepted a place in it.
    AcceptedIn(Offering) => Id<noun::Offering>,
        |this, ids| enrolments::accepted_in(this.app.reads(), &this.viewer, &ids), |part| Some(*part);
    /// The child itself, once where they are restricted.
    RestrictionOf(YoungPerson) => Id<noun::YoungPerson>,
        |this, ids| young_person::restricted(this.app.reads(), &ids), |part| Some(*part);
    /// The concerns about a child that the viewer may see.
    ConcernsOf(YoungPerson) => SeenConcern,
        |this, ids| concern::of_children(this.app.reads(), &this.viewer, &ids), |part| part.row.young_person_id;
    /// The services that have to act on a referral.
    ServicesOf(Referral) => referral_service::Model,
        |this, ids| referrals::services(this.app.reads(), &ids), |part| Some(part.referral_id);
    /// The messages of a referral.
    MessagesOf(Referral) => referral_message::Model,
        |this, ids| referrals::messages(this.app.reads(), &ids), |part| Some(part.referral_id);
    /// The decisions on a referral.
    DecisionsOf(Referral) => triage_decision::Model,
        |this, ids| referrals::decisions(this.app.reads(), &ids), |part| Some(part.referral_id);
    /// The steps of a referral.
    StepsOfReferral(Referral) => transition::Model,
        |this, ids| transitions::of_referrals(this.app.reads(), &ids), |part| part.referral_id;
    /// A referral that others repeat.
    OriginalOf(Referral) => referral::Model,
        |this, ids| referrals::originals(this.app.reads(), &ids), |part| Some(part.id);
    /// Where a case stands.
    StatusOf(Case) => (Id<noun::Case>, CaseStatus),
        |this, ids| case::statuses(this.app.reads(), &ids), |part| Some(part.0);
    /// The child of a case.
    ChildOf(Case) => (Id<noun::Case>, Id<noun::YoungPerson>),
        |this, ids| case::children(this.app.reads(), &ids), |part| Some(part.0);
    /// The child whom a task concerns, if any.
    ChildOfTask(Task) => (Id<noun::Task>, Id<noun::YoungPerson>),
        |this, ids| task::children(this.app.reads(), &ids), |part| Some(part.0);
    /// Where a programme takes children from.
    AreasOf(Programme) => programme_area::Model,
        |this, ids| programmes::areas(this.app.reads(), &ids), |part| Some(part.programme_id);
    /// Who may lead the sessions of a programme.
    LeadersOf(Programme) => (Id<noun::Programme>, Id<noun::User>),
        |this, ids| sessions::leaders(this.app.reads(), &ids, this.viewer.today), |part| Some(part.0);
    /// What a programme is for.
    FactorsOf(Programme) => programme_factor::Model,
        |this, ids| programmes::factors(this.app.reads(), &ids), |part| Some(part.programme_id);
    /// The steps of an enrolment.
    StepsOfEnrolment(Enrolment) => enrolment_step::Model,
        |this, ids| enrolments::steps(this.app.reads(), &ids), |part| Some(part.enrolment_id);
    /// How many stand before an enrolment on its list.
    BeforeOf(Enrolment) => (Id<noun::Enrolment>, i64),
        |this, ids| enrolments::before(this.app.reads(), &ids), |part| Some(part.0);
    /// The marks that stand of an enrolment, with their sessions.
    MarkedOf(Enrolment) => Marked,
        |this, ids| register::of_enrolments(this.app.reads(), &ids), |part| Some(part.enrolment_id);
    /// What says whether the child of an enrolment may take part.
    TakesPartOf(Enrolment) => TakesPart,
        |this, ids| register::participation(this.app.reads(), &ids), |part| Some(part.0);
    /// The enrolment itself, where another child beside it is called the same.
    AlikeOf(Enrolment) => Id<noun::Enrolment>, |this, ids| alike(this, &ids), |part| Some(*part);
    /// Who leads a session.
    WorkersOf(Session) => session_worker::Model,
        |this, ids| sessions::workers(this.app.reads(), &ids), |part| Some(part.session_id);
    /// How many were counted at a session, the count that stands last.
    HeadcountsOf(Session) => headcount::Model,
        |this, ids| sessions::headcounts(this.app.reads(), &ids), |part| Some(part.session_id);
    /// The marks of a session's register, those of one child together.
    MarksOf(Session) => attendance::Model,
        |this, ids| register::marks(this.app.reads(), &this.viewer, &ids), |part| Some(part.session_id);
    /// The notes of a session that the viewer may read.
    NotesOf(Session) => session_note::Model,
        |this, ids| register::notes(this.app.reads(), &this.viewer, &ids), |part| Some(part.session_id);
    /// Whose names stand on a session's register.
    RegisterOf(Session) => (Id<noun::Session>, SeenEnrolment),
        |this, ids| register::rows(this.app.reads(), &this.viewer, &ids), |part| Some(part.0);
    /// The next session of a case.
    NextSessionOf(Case) => (Id<noun::Case>, Id<noun::Session>),
        |this, ids| next_sessions(this, &ids), |part| Some(part.0);
    /// The steps of a case.
    StepsOfCase(Case) => transition::Model,
        |this, ids| transitions::of_cases(this.app.reads(), &ids), |part| part.case_id;
    /// Who works a case beside its caseworker.
    CoWorkersOf(Case) => case_co_worker::Model,
        |this, ids| case::co_workers(this.app.reads(), &ids), |part| Some(part.case_id);
    /// The newest note of a case that the viewer may read.
    LastNoteOf(Case) => SeenNote,
        |this, ids| case_note::newest(this.app.reads(), &this.viewer, &ids, 1), |part| Some(part.row.case_id);
    /// What was measured in a case and stands.
    MeasuresOf(Case) => SeenMeasure,
        |this, ids| measure::of_cases(this.app.reads(), &this.viewer, &ids), |part| Some(part.row.case_id);
    /// The goals of a case.
    GoalsOf(Case) => SeenGoal,
        |this, ids| goal::of_cases(this.app.reads(), &this.viewer, &ids), |part| Some(part.row.case_id);
    /// The ratings of a goal.
    RatingsOf(Goal) => goal_rating::Model,
        |this, ids| goal::ratings(this.app.reads(), &ids), |part| Some(part.goal_id);
    /// The earlier texts of a note.
    RevisionsOf(CaseNote) => case_note_revision::Model,
        |this, ids| case_note::revisions(this.app.reads(), &ids), |part| Some(part.note_id);
    /// The calls made about a concern.
    CallsOf(SafeguardingConcern) => emergency_call::Model,
        |this, ids| concern::calls(this.app.reads(), &ids), |part| Some(part.concern_id);
    /// The front doors of a council.
    FrontDoorsOf(Area) => front_door::Model,
        |this, ids| organisations::front_doors(this.app.reads(), &ids), |part| Some(part.area_id);
    /// The running memberships of a person.
    MembershipsOf(User) => membership::Model,
        |this, ids| users::memberships(this.app.reads(), &ids, this.viewer.today), |part| Some(part.user_id);
}

/// Which of some enrolments have one beside them whose child is called the same.
async fn alike(this: &Loaders, ids: &[Id<noun::Enrolment>]) -> Result<Vec<Id<noun::Enrolment>>> {
    let named = register::named_beside(this.app.reads(), &this.viewer, ids).await?;
    let called = |one: &Named| {
        let given = one.known_as.as_ref().unwrap_or(&one.given_name);
        (one.offering_id, given.to_lowercase(), one.family_name.as_ref().map(|name| name.to_lowercase()))
    };
    let mut together: HashMap<_, Vec<_>> = HashMap::new();
    for one in &named {
        together.entry(called(one)).or_default().push(one.id);
    }
    let several = together.into_values().filter(|group| group.len() > 1).flatten();
    Ok(several.filter(|id| ids.contains(id)).collect())
}

/// The soonest session of each of some cases.
async fn next_sessions(
    this: &Loaders,
    ids: &[Id<noun::Case>],
) -> Result<Vec<(Id<noun::Case>, Id<noun::Session>)>> {
    let rows = register::next_of_cases(this.app.reads(), ids, this.viewer.at).await?;
    // In the order of time: the first of each case.
    let mut soonest = HashMap::new();
    for (case, session, _) in rows {
        soonest.entry(case).or_insert(session);
    }
    Ok(soonest.into_iter().collect())
}

/// The releases that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NewestReleases;

impl Loader<NewestReleases> for Loaders {
    type Value = Arc<Releases>;
    type Error = Shared;

    async fn load(&self, _: &[NewestReleases]) -> Result<HashMap<NewestReleases, Arc<Releases>>, Shared> {
        let releases = Releases::read(&self.app).await.map_err(Arc::new)?;
        Ok(HashMap::from([(NewestReleases, Arc::new(releases))]))
    }
}

/// Whose account, membership, invitation, link, sign-in or token an audit entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PersonOf(pub SubjectKind, pub Uuid);

impl Loader<PersonOf> for Loaders {
    type Value = user::Model;
    type Error = Shared;

    async fn load(&self, keys: &[PersonOf]) -> Result<HashMap<PersonOf, user::Model>, Shared> {
        use SubjectKind::{Invitation, Link, Membership, SignIn, Token, User};
        let mut owners = Vec::new();
        for kind in [User, Membership, Invitation, Link, SignIn, Token] {
            let ids: Vec<_> = keys.iter().filter(|key| key.0 == kind).map(|key| key.1).collect();
            if !ids.is_empty() {
                let read = audit::people(self.app.reads(), kind, &ids).await.map_err(Arc::new)?;
                owners.extend(read.into_iter().map(|(id, owner)| (PersonOf(kind, id), owner)));
            }
        }
        let ids: Vec<_> = owners.iter().map(|(_, owner)| *owner).collect();
        let people = users::by_ids(self.app.reads(), &ids).await.map_err(Arc::new)?;
        let people = one_each(people, |person| person.id);
        Ok(owners.into_iter().filter_map(|(key, owner)| Some((key, people.get(&owner)?.clone()))).collect())
    }
}

/// The reference of what an audit entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReferenceOf(pub SubjectKind, pub Uuid);

impl Loader<ReferenceOf> for Loaders {
    type Value = String;
    type Error = Shared;

    async fn load(&self, keys: &[ReferenceOf]) -> Result<HashMap<ReferenceOf, String>, Shared> {
        let mut found = HashMap::new();
        for kind in [SubjectKind::YoungPerson, SubjectKind::Referral, SubjectKind::Case] {
            let ids: Vec<_> = keys.iter().filter(|key| key.0 == kind).map(|key| key.1).collect();
            if !ids.is_empty() {
                let read = audit::references(self.app.reads(), kind, &ids).await.map_err(Arc::new)?;
                found.extend(read.into_iter().map(|(id, text)| (ReferenceOf(kind, id), text)));
            }
        }
        Ok(found)
    }
}
