//! Sessions: when an offering meets, who leads it, and its register as far as each viewer may see it.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use chrono::{Datelike, Days, NaiveTime};

use super::register::{Attendance, SessionNote, attendances};
use crate::{
    access::{Act, See},
    domain::record::calendar::instant_of,
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        loader::{HeadcountsOf, MarksOf, NotesOf, RegisterOf, WorkersOf},
        node::{Enrolment, Offering, Session, User},
        scalar::{Date, DateTime, YEARS},
        visit::Ask,
    },
    read::{
        self,
        delivery::session::{self as sessions, Filter},
    },
};

/// Which sessions. What is left out narrows nothing.
#[derive(Debug, Default, InputObject)]
pub struct SessionFilter {
    /// Those that begin on this day, in England, or later.
    from: Option<Date>,
    /// Those that begin on this day, in England, or earlier.
    to: Option<Date>,
    /// Those that the viewer leads.
    mine: Option<bool>,
}

/// A page of the sessions that the viewer may see, soonest first.
pub async fn list(
    ctx: &Context<'_>,
    filter: Option<SessionFilter>,
    paging: Paging,
) -> Answer<Connection<Session>> {
    let filter = filter.unwrap_or_default();
    let begins = |day: Date| instant_of(day.0, NaiveTime::MIN);
    // The last day of all has no next one, and nothing comes after it.
    let next =
        |day: Date| day.0.checked_add_days(Days::new(1)).filter(|day| YEARS.contains(&day.year())).map(Date);
    let filter = Filter {
        offering: None,
        from: filter.from.map(begins),
        before: filter.to.and_then(next).map(begins),
        mine: filter.mine.unwrap_or_default(),
    };
    page(ctx, filter, paging).await
}

/// A page of sessions, soonest first.
pub async fn page(ctx: &Context<'_>, filter: Filter, paging: Paging) -> Answer<Connection<Session>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    let question = Question::of(&viewer, "sessions", &filter);
    let page = sessions::page(app.reads(), &viewer, &filter, &paging.window(app, &question)?).await?;
    connect(app, &question, page, Session::from, move |app| {
        let select = sessions::select(&viewer, &filter);
        async move { read::page::count(app.reads(), select).await }
    })
}

/// Contacts that are counted, not named.
#[derive(SimpleObject)]
pub struct Headcount {
    /// Under 18.
    children: i32,
    /// 18 to 25.
    young_adults: i32,
    /// Older.
    adults: i32,
}

impl Session {
    /// Whether this viewer may do such a thing while the session has not been cancelled.
    fn may(&self, ctx: &Context<'_>, act: Act) -> Answer<bool> {
        Ok(self.0.row.cancelled_at.is_none() && ctx.sight()?.viewer.may(act, self.0.holds))
    }
}

/// One meeting of an offering.
#[Object]
impl Session {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// Counts the changes of when it is and whether it takes place; its register changes without it.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// Of what.
    async fn offering(&self, ctx: &Context<'_>) -> Answer<Offering> {
        ctx.sight()?.the(self.0.row.offering_id).await
    }

    /// When it begins.
    async fn starts_at(&self) -> DateTime {
        self.0.row.starts_at.into()
    }

    /// When it ends.
    async fn ends_at(&self) -> DateTime {
        self.0.row.ends_at.into()
    }

    /// Whether it was cancelled.
    async fn cancelled(&self) -> bool {
        self.0.row.cancelled_at.is_some()
    }

    /// Why it was cancelled.
    async fn cancelled_reason(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        let words = self.0.row.cancelled_words.as_ref()?;
        let opened = words.open(ctx.app().keys(), self.0.row.id.uuid());
        Some(opened.map(|words| words.0).map_err(Into::into))
    }

    /// Who leads it.
    async fn workers(&self, ctx: &Context<'_>) -> Option<Answer<Vec<User>>> {
        let answer = async {
            let sight = ctx.sight()?;
            let mut people = Vec::new();
            for row in sight.all(WorkersOf(self.0.row.id)).await? {
                people.push(sight.the(row.user_id).await?);
            }
            Ok(people)
        };
        Some(answer.await)
    }

    /// The children on its register whom this viewer may see there: who has a place, also where consent has ended meanwhile
    /// (`takingPart`), and who has a mark already.
    async fn register(&self, ctx: &Context<'_>) -> Option<Answer<Vec<Enrolment>>> {
        async {
            let sight = ctx.sight()?;
            if sight.viewer.sees(See::Enrolments).is_empty() {
                return Ok(None);
            }
            let rows = sight.all(RegisterOf(self.0.row.id)).await?;
            Ok(Some(rows.into_iter().map(|(_, seen)| Enrolment::from(seen)).collect()))
        }
        .await
        .transpose()
    }

    /// What the register says, one mark for each child who has one and whom this viewer may see there.
    async fn attendances(&self, ctx: &Context<'_>) -> Option<Answer<Vec<Attendance>>> {
        async {
            let sight = ctx.sight()?;
            if sight.viewer.sees(See::Enrolments).is_empty() {
                return Ok(None);
            }
            Ok(Some(attendances(sight.all(MarksOf(self.0.row.id)).await?)))
        }
        .await
        .transpose()
    }

    /// What was written about children in it, oldest first, as far as this viewer may read it.
    async fn notes(&self, ctx: &Context<'_>) -> Option<Answer<Vec<SessionNote>>> {
        async {
            let sight = ctx.sight()?;
            if sight.viewer.sees(See::SessionNotes).is_empty() {
                return Ok(None);
            }
            let notes = sight.all(NotesOf(self.0.row.id)).await?;
            Ok(Some(notes.into_iter().map(SessionNote).collect()))
        }
        .await
        .transpose()
    }

    /// How many were there who are not named.
    async fn headcount(&self, ctx: &Context<'_>) -> Option<Answer<Headcount>> {
        async {
            let counts = ctx.sight()?.all(HeadcountsOf(self.0.row.id)).await?;
            Ok(counts.last().map(|row| Headcount {
                children: row.children,
                young_adults: row.young_adults,
                adults: row.adults,
            }))
        }
        .await
        .transpose()
    }

    /// Whether this viewer may mark who is there, write notes and count, now.
    async fn viewer_can_take_register(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::TakeRegister)
    }

    /// Whether this viewer may cancel it now.
    async fn viewer_can_cancel(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::KeepSessions)
    }
}
