//! Runs of programmes, with their places as far as each viewer may know them.

use async_graphql::{Context, ID, Object, SimpleObject};

use super::session;
use crate::{
    access::{Act, Relation, See},
    domain::delivery::places,
    graphql::{
        connection::{Connection, Paging},
        enrolments::enrolments,
        error::Answer,
        loader::{AcceptedIn, LeadersOf},
        node::{Area, Enrolment, Offering, Programme, Session, User},
        scalar::{Date, DateTime},
        visit::Ask,
    },
    read::delivery::{enrolment::Of, session::Filter},
    words::{AvailabilityAnswer, OfferingStatus, PlacesBand},
};

/// left = capacity - taken - held, never below 0. The numbers are null for all but those who run or allocate; others get the
/// answer and the band.
#[derive(SimpleObject)]
pub struct Places {
    /// In all.
    capacity: Option<i32>,
    /// Accepted or started.
    taken: Option<i32>,
    /// Offered, until the offer is answered or lapses.
    held: Option<i32>,
    /// Those that nobody has.
    left: Option<i32>,
    /// Who wait, those who are passed over included.
    waiting: Option<i32>,
    /// Whether a child could join now.
    answer: AvailabilityAnswer,
    /// How many places a new child could have: none while others wait.
    left_band: PlacesBand,
    /// How long children usually wait, in whole weeks of five working days; null where there is no wait, or too few have
    /// waited to say.
    expected_wait_working_days: Option<i32>,
    /// When this was so.
    as_at: DateTime,
}

/// What stands in the place of the times of a sensitive offering.
const TOLD_LATER: &str = "Told once the child has accepted the place.";

impl Offering {
    /// Whether this viewer is told where and when it meets.
    async fn told_where(&self, ctx: &Context<'_>) -> Answer<bool> {
        let (sight, row) = (ctx.sight()?, &self.0.row);
        // Who leads in it stands to it as Own, as who runs it does.
        if sight.viewer.may(Act::KeepOffering, self.0.holds) || self.0.holds.has(Relation::Own) {
            return Ok(true);
        }
        let programme: Programme = sight.the(row.programme_id).await?;
        Ok(!programme.0.row.sensitive || !sight.all(AcceptedIn(row.id)).await?.is_empty())
    }

    fn status_today(&self, ctx: &Context<'_>) -> OfferingStatus {
        places::status(&self.0.row, ctx.app().today())
    }
}

/// One run of a programme.
#[Object]
impl Offering {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// Counts the changes of what is offered; its places change without it.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// The programme.
    async fn programme(&self, ctx: &Context<'_>) -> Answer<Programme> {
        ctx.sight()?.the(self.0.row.programme_id).await
    }

    /// Where it takes place. Of a sensitive one it is told to those who run it, and to others once a child of theirs has
    /// accepted a place.
    async fn venue(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        let venue = self.0.row.venue.clone()?;
        async { Ok(self.told_where(ctx).await?.then_some(venue)) }.await.transpose()
    }

    /// In which area.
    async fn area(&self, ctx: &Context<'_>) -> Option<Answer<Area>> {
        let area = self.0.row.area_id?;
        async { ctx.sight()?.one(area).await }.await.transpose()
    }

    /// The first day.
    async fn starts_on(&self) -> Date {
        self.0.row.starts_on.into()
    }

    /// The last day.
    async fn ends_on(&self) -> Date {
        self.0.row.ends_on.into()
    }

    /// When it meets, in words. Of a sensitive one it is told as the venue is.
    async fn schedule(&self, ctx: &Context<'_>) -> Answer<String> {
        let told = self.told_where(ctx).await?;
        Ok(if told { self.0.row.schedule.clone() } else { TOLD_LATER.to_owned() })
    }

    /// Where it stands today.
    async fn status(&self, ctx: &Context<'_>) -> OfferingStatus {
        self.status_today(ctx)
    }

    /// Its places.
    async fn places(&self, ctx: &Context<'_>) -> Answer<Places> {
        let (row, status) = (&self.0.row, self.status_today(ctx));
        let exact = ctx.sight()?.sees(See::ExactPlaces, self.0.holds);
        let (now, number) = (places::of(row), |number: i32| exact.then_some(number));
        let answer = now.answer(status);
        Ok(Places {
            capacity: number(row.capacity),
            taken: number(row.taken),
            held: number(row.held),
            left: number(now.left()),
            waiting: number(row.waiting + row.resting),
            answer,
            left_band: now.band(status),
            expected_wait_working_days: row.usual_wait.filter(|_| answer == AvailabilityAnswer::Wait),
            as_at: self.0.as_at.unwrap_or_else(|| ctx.app().now()).into(),
        })
    }

    /// Who has a place or waits, who joined last first. The whole list only for those who run it; others see the rows of
    /// children whose cases they work.
    async fn enrolments(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Enrolment>>> {
        let paging = Paging { first, after, last, before };
        enrolments(ctx, Of::Offering(self.0.row.id), paging).await.transpose()
    }

    /// When it meets, soonest first, as far as this viewer may know: who runs it, who leads in it, who schedules, and the case
    /// teams of the children in it.
    async fn sessions(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Answer<Connection<Session>> {
        let filter = Filter { offering: Some(self.0.row.id), ..Filter::default() };
        session::page(ctx, filter, Paging { first, after, last, before }).await
    }

    /// Who may lead its sessions: those who work for the provider, by name. Null for who may not write sessions down.
    async fn leaders(&self, ctx: &Context<'_>) -> Option<Answer<Vec<User>>> {
        async {
            let sight = ctx.sight()?;
            if !sight.viewer.may(Act::KeepSessions, self.0.holds) {
                return Ok(None);
            }
            let mut people: Vec<User> = Vec::new();
            for (_, id) in sight.all(LeadersOf(self.0.row.programme_id)).await? {
                // Who holds two roles there is one person.
                if people.last().is_none_or(|last| last.0.id != id) {
                    people.push(sight.the(id).await?);
                }
            }
            Ok(Some(people))
        }
        .await
        .transpose()
    }

    /// Whether this viewer may write sessions down now.
    async fn viewer_can_schedule(&self, ctx: &Context<'_>) -> Answer<bool> {
        let ended = matches!(self.status_today(ctx), OfferingStatus::Cancelled | OfferingStatus::Finished);
        Ok(!ended && ctx.sight()?.viewer.may(Act::KeepSessions, self.0.holds))
    }

    /// Whether this viewer may change it now.
    async fn viewer_can_change(&self, ctx: &Context<'_>) -> Answer<bool> {
        let ended = matches!(self.status_today(ctx), OfferingStatus::Cancelled);
        Ok(!ended && ctx.sight()?.viewer.may(Act::KeepOffering, self.0.holds))
    }

    /// Whether this viewer may place children of their cases in it now.
    async fn viewer_can_enrol(&self, ctx: &Context<'_>) -> Answer<bool> {
        Ok(self.status_today(ctx) == OfferingStatus::Open && ctx.sight()?.viewer.ever(Act::Enrol))
    }
}
