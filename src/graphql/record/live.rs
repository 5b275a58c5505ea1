//! Live changes: READY, then what happened in one order, each delivery looked at again under the viewer's present rights.
//!
//! A subscriber holds a place in the outbox and reads on from there; the bus only tells when to look. So nothing is missed
//! when a signal is lost, comes late, or when the server that the client was on has gone.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use async_graphql::{Context, ID, SelectionField, SimpleObject};
use futures_util::{Stream, stream};
use tokio::sync::broadcast::{Receiver, error::RecvError};
use uuid::Uuid;

use super::{node::Node, place};
use crate::{
    access::{See, Viewer},
    entity::record::event,
    graphql::{
        error::Answer,
        node::{self, User},
        scalar::DateTime,
        visit::Visit,
    },
    platform::{
        bus::Signal,
        error::{Error, Result},
    },
    read::{
        self,
        delivery::{offering, programme::knows},
        hearing::{Heard, Hearing, Row, heard, heard_of_offering},
        record::{
            audience,
            event::{BATCH, Follows, followed, last_place},
        },
    },
    words::{
        ChangeKind, SubjectKind,
        id::{Id, noun},
    },
};

/// How often a stream looks by itself: one case's to see whether it is still the viewer's to read; a work list's, should its
/// audiences have changed, as where somebody begins to cover for another. Signals are found by the node, for all of its streams
/// together, and its sockets look whether the viewer may stay: a list has no need to look often.
const LOOK_AT_CASE_EVERY: Duration = Duration::from_secs(2);
const LOOK_AT_WORK_EVERY: Duration = Duration::from_secs(30);

/// `subject` is the row that a list shows (Referral, Case, Offering); null when it is no longer for this viewer: drop the row
/// `subjectId`. Both are null for READY.
#[derive(SimpleObject)]
pub struct Change {
    /// Go on after this change with it; 30 days, this viewer.
    cursor: String,
    /// When.
    at: DateTime,
    /// What happened.
    kind: ChangeKind,
    /// The row that a list shows.
    subject_id: Option<ID>,
    /// The row as it is now.
    subject: Option<Node>,
    /// Who did it; null for those who referred.
    by: Option<User>,
}

/// What a stream is about.
pub enum Followed {
    /// The viewer's work list.
    Work,
    /// One case.
    Case(Id<noun::Case>),
    /// What could take a child such as this.
    Offerings(Box<offering::Filter>),
}

impl Followed {
    const fn case(&self) -> Option<Id<noun::Case>> {
        match self {
            Self::Case(case) => Some(*case),
            Self::Work | Self::Offerings(_) => None,
        }
    }
}

impl From<Row> for Node {
    fn from(row: Row) -> Self {
        match row {
            Row::Referral(seen) => Self::Referral(node::Referral(seen)),
            Row::Case(seen) => Self::Case(node::Case(seen)),
            Row::Offering(seen) => Self::Offering(node::Offering(seen)),
        }
    }
}

/// What a stream tells of an event.
enum Told {
    /// The viewer's right has ended, and the stream with it.
    Ended,
    /// It is not for this viewer.
    Nothing,
    /// They hear of it.
    Heard(Heard),
}

impl From<Option<Heard>> for Told {
    fn from(heard: Option<Heard>) -> Self {
        heard.map_or(Self::Nothing, Self::Heard)
    }
}

/// A running stream.
struct Following {
    visit: Arc<Visit>,
    viewer: Viewer,
    followed: Followed,
    /// More is asked of the subjects than which they are: that may be read for each delivery, in the stream's own turn.
    reads_more: bool,
    /// What the viewer listened to when the stream last looked; for a list.
    audiences: Vec<String>,
    place: i64,
    waiting: VecDeque<Arc<event::Model>>,
    /// The last look saw all that there was: of what came since there is a signal.
    read_all: bool,
    signals: Receiver<Arc<Signal>>,
    ready: bool,
}

/// The changes of a list of the viewer's, or of one case, from a cursor or from now on.
pub async fn changes(
    ctx: &Context<'_>,
    followed: Followed,
    after: Option<String>,
) -> Answer<impl Stream<Item = Answer<Change>> + use<>> {
    let visit = Arc::clone(ctx.data_unchecked::<Arc<Visit>>());
    let reads_more = reads_more(ctx);
    let viewer = visit.sight()?.viewer.clone();
    let app = visit.app.clone();
    if viewer.several && !viewer.named {
        let says = "you hold several memberships: name one as Ridgeway-Membership in connection_init";
        return Err(Error::BadInput(says.into()).into());
    }
    visit.looks()?;
    if matches!(followed, Followed::Offerings(_)) && knows(&viewer).is_empty() {
        return Err(Error::Forbidden.into());
    }
    visit.take_turn().await?;
    if let Some(case) = followed.case() {
        let seen = read::casework::case::by_ids(app.reads(), &viewer, &[case]).await?.pop();
        seen.filter(|seen| viewer.may_see(See::CaseContent, seen.holds)).ok_or(Error::NotFound)?;
    }
    // Listening starts before the place is read, so that nothing falls between the two.
    let signals = app.bus().listen();
    let place = match after {
        Some(cursor) => place::open(&app, &viewer, &cursor)?,
        None => last_place(app.reads()).await?,
    };
    let following = Following {
        visit,
        viewer,
        followed,
        reads_more,
        audiences: Vec::new(),
        place,
        waiting: VecDeque::new(),
        read_all: false,
        signals,
        ready: false,
    };
    Ok(stream::unfold(Some(following), |following| async move {
        let mut following = following?;
        match following.next().await {
            Ok(Some(change)) => Some((Ok(change), Some(following))),
            Ok(None) => {
                following.visit.give_turn_back();
                None
            }
            Err(error) => Some((Err(error.into()), None)),
        }
    }))
}

impl Following {
    /// The next change, or none once the viewer's right has ended.
    async fn next(&mut self) -> Result<Option<Change>> {
        let app = self.visit.app.clone();
        if !self.ready {
            self.ready = true;
            return Ok(Some(Change {
                cursor: place::seal(&app, &self.viewer, self.place)?,
                at: app.now().into(),
                kind: ChangeKind::Ready,
                subject_id: None,
                subject: None,
                by: None,
            }));
        }
        loop {
            let Some(event) = self.waiting.pop_front() else {
                if self.read_all {
                    self.wait().await;
                }
                self.look().await?;
                if self.waiting.is_empty() && !self.renew().await? {
                    return Ok(None);
                }
                continue;
            };
            let told = self.told(&event).await?;
            self.place = event.place.unwrap_or(self.place);
            match told {
                Told::Ended => return Ok(None),
                Told::Nothing => {}
                Told::Heard(heard) => return self.change(&event, heard).map(Some),
            }
        }
    }

    /// Reads what came after the place.
    async fn look(&mut self) -> Result<()> {
        let on = self.visit.app.reads();
        let (audiences, events) = match &self.followed {
            Followed::Work => {
                let came = self.work()?.after(self.place).await?;
                (came.audiences, came.events)
            }
            Followed::Case(case) => {
                self.visit.take_turn().await?;
                (Vec::new(), followed(on, &Follows::Case(*case), self.place).await?)
            }
            Followed::Offerings(_) => {
                self.visit.take_turn().await?;
                let audiences = audience::of_places(&self.viewer);
                let follows = Follows::Audiences(audiences.clone());
                (audiences, followed(on, &follows, self.place).await?)
            }
        };
        (self.audiences, self.waiting) = (audiences, events.into());
        self.read_all = self.waiting.len() < BATCH;
        Ok(())
    }

    /// Looks at the viewer again: their token or sign-in, account, membership and, for one case, whether it is still theirs
    /// to read; false once the right has ended.
    async fn renew(&mut self) -> Result<bool> {
        // Others look at the same time; the turn would be idle.
        self.visit.give_turn_back();
        let Some(viewer) = self.visit.renewed().await? else { return Ok(false) };
        if matches!(self.followed, Followed::Offerings(_)) && knows(&viewer).is_empty() {
            return Ok(false);
        }
        if let Some(case) = self.followed.case() {
            self.visit.take_turn().await?;
            let seen = read::casework::case::by_ids(self.visit.app.reads(), &viewer, &[case]).await?.pop();
            if !seen.is_some_and(|seen| viewer.may_see(See::CaseContent, seen.holds)) {
                return Ok(false);
            }
        }
        self.visit.look_as(Some(viewer.clone()));
        self.viewer = viewer;
        Ok(true)
    }

    /// Until something of this viewer's may have happened: what is for others wakes nobody, or each change would have every
    /// stream ask the database.
    async fn wait(&mut self) {
        self.visit.give_turn_back();
        let Self { followed, audiences, place, signals, .. } = self;
        let case = followed.case().map(Id::uuid);
        let every = if case.is_some() { LOOK_AT_CASE_EVERY } else { LOOK_AT_WORK_EVERY };
        let heard = async {
            loop {
                match signals.recv().await {
                    Ok(signal) if signal.place <= *place || !may_matter(&signal, case, audiences) => {}
                    Ok(_) | Err(RecvError::Lagged(_)) => return,
                    Err(RecvError::Closed) => std::future::pending().await,
                }
            }
        };
        let _ = tokio::time::timeout(every, heard).await;
    }

    /// The viewer's work, as all of their streams hear of it. Looks in turns of its own: none may be held meanwhile.
    fn work(&self) -> Result<Arc<Hearing>> {
        self.visit.give_turn_back();
        Ok(self.visit.looks()?.0.hearings.of(&self.viewer))
    }

    /// Whether the viewer may stay, and what they hear of an event. Where their streams look together both are looked up at the
    /// same time; what they hear counts where they are the viewer still for whom it was read.
    async fn told(&mut self, event: &Arc<event::Model>) -> Result<Told> {
        if self.reads_more || !matches!(self.followed, Followed::Work) {
            return Ok(if self.renew().await? { self.heard(event).await?.into() } else { Told::Ended });
        }
        let before = self.work()?;
        let (stays, heard) = tokio::join!(self.renew(), before.of(Arc::clone(event)));
        if !stays? {
            return Ok(Told::Ended);
        }
        let now = self.work()?;
        let heard = if Arc::ptr_eq(&before, &now) { heard? } else { now.of(Arc::clone(event)).await? };
        Ok(heard.into())
    }

    /// What this viewer hears of an event now, read in the stream's own turn; none where they may not be told of it.
    async fn heard(&self, event: &event::Model) -> Result<Option<Heard>> {
        let on = self.visit.app.reads();
        match &self.followed {
            Followed::Work | Followed::Case(_) => {
                self.visit.take_turn().await?;
                let heard = heard(on, &self.viewer, &[event], self.followed.case().is_some()).await?;
                Ok(heard.into_iter().next().flatten())
            }
            Followed::Offerings(filter) => {
                self.visit.take_turn().await?;
                heard_of_offering(on, &self.viewer, event, filter).await
            }
        }
    }

    /// An event with what is heard of it.
    fn change(&self, event: &event::Model, Heard { subject, by }: Heard) -> Result<Change> {
        let app = &self.visit.app;
        let subject_id = match event.noun {
            SubjectKind::Offering => Id::<noun::Offering>::from(event.subject_id).seal(app.keys()),
            SubjectKind::Case => Id::<noun::Case>::from(event.subject_id).seal(app.keys()),
            _ => Id::<noun::Referral>::from(event.subject_id).seal(app.keys()),
        };
        Ok(Change {
            cursor: place::seal(app, &self.viewer, self.place)?,
            at: event.at.into(),
            kind: event.kind,
            subject_id: Some(subject_id.into()),
            subject: subject.map(Node::from),
            by: by.map(User::from),
        })
    }
}

/// Whether more is asked of the row, or of whoever did it, than which it is: that may read the database.
fn reads_more(ctx: &Context<'_>) -> bool {
    let which = |part: SelectionField<'_>| matches!(part.name(), "id" | "__typename");
    ctx.field().selection_set().any(|field| !field.selection_set().all(which))
}

/// Whether a signal may be for whoever follows one case, or else for some audiences.
fn may_matter(signal: &Signal, case: Option<Uuid>, audiences: &[String]) -> bool {
    match case {
        Some(_) => signal.case == case,
        None => signal.audiences.iter().any(|audience| audiences.contains(audience)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_wakes_only_whom_it_may_be_for() {
        let case = Uuid::from_u128(1);
        let audiences = |of: &[&str]| of.iter().map(|&one| one.to_owned()).collect::<Vec<String>>();
        let signal = Signal { place: 7, audiences: audiences(&["queue:a", "worker:b"]), case: Some(case) };
        assert!(may_matter(&signal, None, &audiences(&["worker:c", "worker:b"])));
        assert!(!may_matter(&signal, None, &audiences(&["queue:b", "worker:a"])));
        assert!(!may_matter(&signal, None, &[]));
        assert!(may_matter(&signal, Some(case), &[]));
        assert!(!may_matter(&signal, Some(Uuid::from_u128(2)), &audiences(&["queue:a"])));
    }
}
