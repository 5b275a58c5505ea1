//! What viewers hear of what happened: whether they may, and the row as they may see it now.
//!
//! One person follows the same work in several pages of a browser. These are told of the same change at the same time, so on a
//! node they look together: each delivery is still looked up after it was due, and the same look does for all of them.

use std::{
    collections::HashMap,
    hash::{Hash, Hasher},
    sync::{Arc, Mutex, PoisonError, Weak},
};

use tokio::sync::OwnedSemaphorePermit;

use crate::{
    access::{See, Viewer},
    entity::record::event,
    platform::{
        app::App,
        counted::Counted,
        error::Result,
        together::{LOOK, Look, Together},
    },
    read::{
        casework::{
            case::SeenCase,
            referral::SeenReferral,
            told::{Subject, Subjects, may_hear},
        },
        delivery::{
            offering::{self, SeenOffering},
            told as places,
        },
        record::{
            audience,
            event::{BATCH, Follows, followed},
        },
    },
    words::{
        SubjectKind, TokenScope,
        id::{Id, noun},
    },
};

/// So many places or events are looked up in one look: some of them cost statements of their own. The pages of one person are mostly
/// at the same.
const AT_ONCE: usize = 8;

/// A row that a list shows.
#[derive(Clone, Debug)]
pub enum Row {
    /// A referral.
    Referral(Arc<SeenReferral>),
    /// A case.
    Case(Arc<SeenCase>),
    /// An offering.
    Offering(Arc<SeenOffering>),
}

/// What a viewer hears of one event.
#[derive(Clone, Debug)]
pub struct Heard {
    /// The row; none where it is not for this viewer any more.
    pub subject: Option<Row>,
    /// Who did it, where that is for this viewer: not for those who referred, and not without the row.
    pub by: Option<Id<noun::User>>,
}

/// What a viewer who follows their work, or a case, hears of some events: an answer for each, in their order; none where they may
/// not be told of it.
pub async fn heard(
    on: &Counted,
    viewer: &Viewer,
    events: &[&event::Model],
    of_case: bool,
) -> Result<Vec<Option<Heard>>> {
    let of_places = |event: &event::Model| event.noun == SubjectKind::Offering;
    let others: Vec<&event::Model> = events.iter().copied().filter(|event| !of_places(event)).collect();
    let seen = Subjects::of(on, viewer, &others).await?;
    let mut heard = Vec::with_capacity(events.len());
    for event in events {
        heard.push(if of_places(event) {
            heard_of_sessions(on, viewer, event).await?
        } else {
            let may = may_hear(on, viewer, event, &seen, of_case).await?;
            may.then(|| heard_of_subject(viewer, event, seen.subject(event)))
        });
    }
    Ok(heard)
}

/// What is heard of a case or a referral.
fn heard_of_subject(viewer: &Viewer, event: &event::Model, subject: Subject) -> Heard {
    let (subject, whole) = match subject {
        Subject::Case(seen) => (seen.map(Row::Case), true),
        Subject::Referral(seen) => {
            let whole = seen.as_ref().is_some_and(|seen| viewer.may_see(See::ReferralWhole, seen.holds));
            (seen.map(Row::Referral), whole)
        }
    };
    let by = event.by_user_id.filter(|_| whole && subject.is_some());
    Heard { subject, by }
}

/// What is heard of an offering by whoever runs it or leads its sessions; none where they see none of these.
async fn heard_of_sessions(on: &Counted, viewer: &Viewer, event: &event::Model) -> Result<Option<Heard>> {
    if !places::of_sessions(on, viewer, event).await? {
        return Ok(None);
    }
    let seen = offering::by_ids(on, viewer, &[event.subject_id.into()]).await?.pop();
    let by = event.by_user_id.filter(|_| seen.is_some());
    Ok(Some(Heard { subject: seen.map(|seen| Row::Offering(Arc::new(seen))), by }))
}

/// What a viewer who follows such offerings hears of an event; none where they may not be told of it. Who took or left a place
/// is nobody's here.
pub async fn heard_of_offering(
    on: &Counted,
    viewer: &Viewer,
    event: &event::Model,
    filter: &offering::Filter,
) -> Result<Option<Heard>> {
    let id = Id::<noun::Offering>::from(event.subject_id);
    if !places::may_hear(on, viewer, event).await? || !offering::of_such_a_programme(on, filter, id).await? {
        return Ok(None);
    }
    let found = offering::available_one(on, viewer, filter, id).await?;
    Ok(Some(Heard { subject: found.map(|seen| Row::Offering(Arc::new(seen))), by: None }))
}

/// What came after a place for a viewer's work.
#[derive(Clone, Debug, Default)]
pub struct Came {
    /// What the viewer listened to.
    pub audiences: Vec<String>,
    /// What came, in order; at most a batch.
    pub events: Vec<Arc<event::Model>>,
}

/// Whose work it is, as far as the credential opens it.
type Whose = (Id<noun::Membership>, TokenScope);

/// The work of each viewer of which a stream of a node just hears. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Hearings {
    app: App,
    by_viewer: Arc<Mutex<HashMap<Whose, Weak<Hearing>>>>,
}

impl Hearings {
    /// Nobody hears of anything yet.
    #[must_use]
    pub fn new(app: App) -> Self {
        Self { app, by_viewer: Arc::default() }
    }

    /// The work of a viewer, together with their other streams that ask at this moment.
    #[must_use]
    pub fn of(&self, viewer: &Viewer) -> Arc<Hearing> {
        let whose = (viewer.membership, viewer.scope);
        let mut by_viewer = self.by_viewer.lock().unwrap_or_else(PoisonError::into_inner);
        let known = by_viewer.get(&whose).and_then(Weak::upgrade);
        if let Some(known) = known.filter(|known| known.is_of(viewer)) {
            return known;
        }
        by_viewer.retain(|_, hearing| hearing.strong_count() > 0);
        let new = Arc::new(Hearing::new(&self.app, viewer));
        by_viewer.insert(whose, Arc::downgrade(&new));
        new
    }
}

/// One viewer's work, as all of their streams on a node hear of it.
#[derive(Debug)]
pub struct Hearing {
    viewer: Viewer,
    coming: Together<Coming>,
    telling: Together<Telling>,
}

impl Hearing {
    fn new(app: &App, viewer: &Viewer) -> Self {
        let behalf = Behalf { app: app.clone(), viewer: viewer.clone() };
        let (coming, telling) = (Together::new(Coming(behalf.clone())), Together::new(Telling(behalf)));
        Self { viewer: viewer.clone(), coming, telling }
    }

    /// Whether it is of this viewer, with the rights that they have now.
    #[must_use]
    pub fn is_of(&self, viewer: &Viewer) -> bool {
        viewer.stands_as(&self.viewer)
    }

    /// What came after a place.
    pub async fn after(&self, place: i64) -> Result<Came> {
        self.coming.ask(place).await
    }

    /// What the viewer hears of an event now; none where they may not be told of it.
    pub async fn of(&self, event: Arc<event::Model>) -> Result<Option<Heard>> {
        self.telling.ask(Told(event)).await
    }
}

/// On whose behalf it is looked.
#[derive(Clone, Debug)]
struct Behalf {
    app: App,
    viewer: Viewer,
}

impl Behalf {
    /// A turn of a stream.
    async fn turn(&self) -> Result<Option<OwnedSemaphorePermit>> {
        self.app.stream_turn().await.map(Some)
    }

    /// Looks within the time that there is for it, with the viewer as of now.
    async fn look<T>(&self, finding: impl AsyncFnOnce(&Counted, &Viewer) -> Result<T>) -> Result<T> {
        let viewer = Viewer { at: self.app.now(), today: self.app.today(), ..self.viewer.clone() };
        self.app.outage().within(LOOK, finding(self.app.reads(), &viewer)).await
    }
}

/// What came after some places.
#[derive(Debug)]
struct Coming(Behalf);

impl Look for Coming {
    type Key = i64;
    type Found = Came;

    const AT_ONCE: usize = AT_ONCE;

    async fn turn(&self) -> Result<Option<OwnedSemaphorePermit>> {
        self.0.turn().await
    }

    /// Read from the first of the places on; what came after a later one is among it, or is read from there.
    async fn find(&self, mut places: Vec<i64>) -> Result<HashMap<i64, Came>> {
        places.sort_unstable();
        let finding = async |on: &Counted, viewer: &Viewer| {
            let audiences = audience::of(on, viewer).await?;
            let follows = Follows::Audiences(audiences.clone());
            let mut found = HashMap::new();
            let mut read: Option<Vec<Arc<event::Model>>> = None;
            for place in places {
                let after = |event: &&Arc<event::Model>| event.place > Some(place);
                let events = match &read {
                    Some(all) if all.len() < BATCH => all.iter().filter(after).cloned().collect(),
                    _ => read.insert(followed(on, &follows, place).await?).clone(),
                };
                found.insert(place, Came { audiences: audiences.clone(), events });
            }
            Ok(found)
        };
        self.0.look(finding).await
    }
}

/// What is heard of some events.
#[derive(Debug)]
struct Telling(Behalf);

/// An event, which is told from others by its number.
#[derive(Clone, Debug)]
struct Told(Arc<event::Model>);

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        self.0.seq == other.0.seq
    }
}

impl Eq for Told {}

impl Hash for Told {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.seq.hash(state);
    }
}

impl Look for Telling {
    type Key = Told;
    type Found = Option<Heard>;

    const AT_ONCE: usize = AT_ONCE;

    async fn turn(&self) -> Result<Option<OwnedSemaphorePermit>> {
        self.0.turn().await
    }

    async fn find(&self, events: Vec<Told>) -> Result<HashMap<Told, Option<Heard>>> {
        let finding = async |on: &Counted, viewer: &Viewer| {
            let told: Vec<&event::Model> = events.iter().map(|told| &*told.0).collect();
            heard(on, viewer, &told, false).await
        };
        let heard = self.0.look(finding).await?;
        Ok(events.into_iter().zip(heard).collect())
    }
}
