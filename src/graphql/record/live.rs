//! Live changes: READY, then what happened in one order, each delivery looked at again under the viewer's present rights.
//!
//! A subscriber holds a place in the outbox and reads on from there; the bus only tells when to look. So nothing is missed
//! when a signal is lost, comes late, or when the server that the client was on has gone.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use async_graphql::{Context, ID, SelectionField, SimpleObject};
use futures_util::{Stream, stream};
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    time::{Instant as Moment, timeout},
};

use super::{node::Node, place};
use crate::{
    access::{See, Viewer},
    entity::{people::user, record::event},
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

/// How often a stream looks by itself whether its viewer may stay: one case's also whether that is still theirs to read.
const STAYS_IN_A_CASE: Duration = Duration::from_secs(2);
const STAYS_IN_A_LIST: Duration = Duration::from_secs(4);
/// How often a list looks by itself for what came, should its audiences have changed, as where somebody begins to cover for another,
/// or every signal be lost. Signals are found by the node, for all of its streams together.
const LOOKS_AT_A_LIST: Duration = Duration::from_secs(30);

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
    /// They hear of it: the row where it is for them still, and who did it where that is.
    Heard(Option<Row>, Option<Box<user::Model>>),
}

/// What is asked of a change.
struct Asked {
    /// More of the row, or of who did it, than which it is: that may be read for each delivery, in the stream's own turn.
    more: bool,
    /// Who did it.
    author: bool,
}

impl Asked {
    fn of(ctx: &Context<'_>) -> Self {
        let which = |part: SelectionField<'_>| matches!(part.name(), "id" | "__typename");
        let more = ctx.field().selection_set().any(|field| !field.selection_set().all(which));
        Self { more, author: ctx.look_ahead().field("by").exists() }
    }
}

/// A running stream.
struct Following {
    visit: Arc<Visit>,
    viewer: Viewer,
    followed: Followed,
    asked: Asked,
    /// What the viewer listened to when the stream last looked; for a list.
    audiences: Vec<String>,
    place: i64,
    waiting: VecDeque<Arc<event::Model>>,
    /// When a look last saw all that there was: of what came since there is a signal. None where there may be more.
    read_all: Option<Moment>,
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
    let asked = Asked::of(ctx);
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
        asked,
        audiences: Vec::new(),
        place,
        waiting: VecDeque::new(),
        read_all: None,
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
                let looks = match self.read_all {
                    Some(since) => self.wait(since).await,
                    None => true,
                };
                if looks {
                    self.look().await?;
                }
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
                Told::Heard(subject, by) => return self.change(&event, subject, by).map(Some),
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
        self.read_all = (self.waiting.len() < BATCH).then(Moment::now);
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
        if !viewer.stands_as(&self.viewer) {
            // With other rights they listen to something else.
            self.read_all = None;
        }
        self.visit.look_as(Some(viewer.clone()));
        self.viewer = viewer;
        Ok(true)
    }

    /// Until something of this viewer's may have happened, or it is time to look whether they may stay; whether to look for what
    /// came. What is for others wakes nobody, or each change would have every stream ask the database.
    async fn wait(&mut self, since: Moment) -> bool {
        self.visit.give_turn_back();
        let Self { followed, audiences, place, signals, .. } = self;
        let case = followed.case().map(Id::uuid);
        let (stays, looks) = match case {
            Some(_) => (STAYS_IN_A_CASE, STAYS_IN_A_CASE),
            None => (STAYS_IN_A_LIST, LOOKS_AT_A_LIST),
        };
        let heard = async {
            loop {
                match signals.recv().await {
                    Ok(signal) if signal.place <= *place || !signal.may_be_for(case, audiences) => {}
                    Ok(_) | Err(RecvError::Lagged(_)) => return,
                    Err(RecvError::Closed) => std::future::pending().await,
                }
            }
        };
        timeout(stays, heard).await.is_ok() || since.elapsed() >= looks
    }

    /// The viewer's work, as all of their streams hear of it. Looks in turns of its own: none may be held meanwhile.
    fn work(&self) -> Result<Arc<Hearing>> {
        self.visit.give_turn_back();
        Ok(self.visit.looks()?.0.hearings.of(&self.viewer))
    }

    /// Whether the viewer may stay, and what they hear of an event. Where their streams look together all of it is looked up at the
    /// same time; what they hear counts where they have the rights still with which it was read.
    async fn told(&mut self, event: &Arc<event::Model>) -> Result<Told> {
        if self.asked.more || !matches!(self.followed, Followed::Work) {
            if !self.renew().await? {
                return Ok(Told::Ended);
            }
            let heard = self.heard(event).await?;
            return Ok(match heard {
                Some(Heard { subject, by }) => {
                    Told::Heard(subject, somebody(&self.visit, by.filter(|_| self.asked.author)).await?)
                }
                None => Told::Nothing,
            });
        }
        let work = self.work()?;
        let visit = Arc::clone(&self.visit);
        let by = event.by_user_id.filter(|_| self.asked.author);
        let (stays, heard, author) =
            tokio::join!(self.renew(), work.of(Arc::clone(event)), somebody(&visit, by));
        if !stays? {
            return Ok(Told::Ended);
        }
        let heard =
            if work.is_of(&self.viewer) { heard? } else { self.work()?.of(Arc::clone(event)).await? };
        Ok(match heard {
            Some(Heard { subject, by: Some(_) }) => Told::Heard(subject, author?),
            Some(Heard { subject, by: None }) => Told::Heard(subject, None),
            None => Told::Nothing,
        })
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

    /// An event with the row and the person that are told of.
    fn change(
        &self,
        event: &event::Model,
        subject: Option<Row>,
        by: Option<Box<user::Model>>,
    ) -> Result<Change> {
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
            by: by.map(|by| User::from(*by)),
        })
    }
}

/// Somebody, looked up together with those of whom other streams tell.
async fn somebody(visit: &Visit, id: Option<Id<noun::User>>) -> Result<Option<Box<user::Model>>> {
    match id {
        Some(id) => Ok(visit.looks()?.0.glances.somebody(id).await?.map(Box::new)),
        None => Ok(None),
    }
}
