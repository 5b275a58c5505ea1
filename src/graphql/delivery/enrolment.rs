//! Enrolments: a child's place, or the way to one.

use async_graphql::{Context, ID, Object, SimpleObject};

use super::register::{self, AttendanceSummary, SessionCard};
use crate::{
    access::{Act, See},
    domain::{delivery::enrolment_rules, record::calendar::local_date},
    entity::delivery::{
        enrolment::RemovalWords,
        enrolment_step::{self, StepWords},
    },
    graphql::{
        error::Answer,
        loader::{BeforeOf, StepsOfEnrolment},
        node::{Case, Enrolment, Offering, User, YoungPerson},
        scalar::{Date, DateTime},
        visit::Ask,
    },
    words::{EnrolmentStatus, SubjectKind, Urgency},
};

impl Enrolment {
    /// More of the child than a name is about to be shown.
    fn opened(&self, ctx: &Context<'_>) {
        let subject = (SubjectKind::Enrolment, self.0.row.id.uuid());
        ctx.visit().open(self.0.row.young_person_id, subject, self.0.holds);
    }

    fn may(&self, ctx: &Context<'_>, act: Act, now: bool) -> Answer<bool> {
        Ok(now && ctx.sight()?.viewer.may(act, self.0.holds))
    }
}

/// A child's place in an offering, or on its waiting list.
#[Object]
impl Enrolment {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// Counts the changes.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// In what.
    async fn offering(&self, ctx: &Context<'_>) -> Answer<Offering> {
        ctx.sight()?.the(self.0.row.offering_id).await
    }

    /// Who.
    async fn young_person(&self, ctx: &Context<'_>) -> Answer<YoungPerson> {
        ctx.sight()?.the(self.0.row.young_person_id).await
    }

    /// The case that placed the child, where this viewer may know of it.
    async fn case(&self, ctx: &Context<'_>) -> Option<Answer<Case>> {
        async { ctx.sight()?.one(self.0.row.case_id).await }.await.transpose()
    }

    /// Where it stands.
    async fn status(&self) -> EnrolmentStatus {
        self.0.row.status
    }

    /// When the child joined the list. Never reset.
    async fn joined_list_at(&self) -> DateTime {
        self.0.row.joined_at.into()
    }

    /// When the place was offered, the last time.
    async fn offered_at(&self) -> Option<DateTime> {
        self.0.row.offered_at.map(DateTime)
    }

    /// Until when it is held.
    async fn offer_expires_at(&self) -> Option<DateTime> {
        self.0.row.offer_expires_at.map(DateTime)
    }

    /// The day of the first session that was attended.
    async fn started_on(&self) -> Option<Date> {
        self.0.row.started_on.map(Date)
    }

    /// The day on which it ended.
    async fn ended_on(&self) -> Option<Date> {
        self.0.row.ended_on.map(Date)
    }

    /// How urgent, as the caseworker judged.
    async fn priority(&self) -> Urgency {
        self.0.row.priority
    }

    /// The place on the waiting list, 1 first; null for who does not wait or is passed over.
    async fn position(&self, ctx: &Context<'_>) -> Option<Answer<i32>> {
        let waits = self.0.row.status == EnrolmentStatus::Waitlisted && !self.0.row.resting;
        let answer = async {
            let sight = ctx.sight()?;
            if !waits || !sight.sees(See::WaitingList, self.0.holds) {
                return Ok(None);
            }
            let before = sight.all(BeforeOf(self.0.row.id)).await?.into_iter().next();
            Ok(before.map(|(_, before)| i32::try_from(before + 1).unwrap_or(i32::MAX)))
        };
        answer.await.transpose()
    }

    /// Why the child stands there, in words; null for who does not wait.
    async fn position_reason(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        let row = &self.0.row;
        match ctx.sight() {
            Err(fault) => Some(Err(fault)),
            Ok(sight) => {
                let told =
                    row.status == EnrolmentStatus::Waitlisted && sight.sees(See::WaitingList, self.0.holds);
                let joined = local_date(row.joined_at);
                told.then(|| Ok(enrolment_rules::reason(row.band, row.priority, joined, row.resting)))
            }
        }
    }

    /// Why the child stands before those who wait longer, as the caseworker wrote it; null where they stand in turn, and for those
    /// who run the offering.
    async fn priority_reason(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        async {
            let sight = ctx.sight()?;
            if self.0.row.priority == Urgency::Routine || !sight.viewer.may(Act::Enrol, self.0.holds) {
                return Ok(None);
            }
            self.opened(ctx);
            let steps = sight.all(StepsOfEnrolment(self.0.row.id)).await?;
            let Some(first) = steps.into_iter().next() else { return Ok(None) };
            Ok(EnrolmentStep(first).words(ctx)?.before_others)
        }
        .await
        .transpose()
    }

    /// Whether the child is passed over until the caseworker confirms: an offer was not answered in time.
    async fn passed_over(&self) -> bool {
        self.0.row.resting
    }

    /// That who runs the offering asks to end the place, while the caseworker has not answered.
    async fn removal_asked(&self, ctx: &Context<'_>) -> Option<Answer<RemovalAsked>> {
        let row = &self.0.row;
        let (on, words) = (row.removal_on?, row.removal_words.as_ref()?);
        self.opened(ctx);
        let words = words.open(ctx.app().keys(), row.id.uuid());
        let asked = words.map(|RemovalWords(reason)| RemovalAsked { on: on.into(), reason });
        Some(asked.map_err(Into::into))
    }

    /// Whether this viewer may answer that now.
    async fn viewer_can_answer_removal(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::Enrol, self.0.row.removal_on.is_some())
    }

    /// How it came to where it stands, oldest first; null for those who run the offering.
    async fn history(&self, ctx: &Context<'_>) -> Option<Answer<Vec<EnrolmentStep>>> {
        async {
            let sight = ctx.sight()?;
            if !sight.viewer.may(Act::Enrol, self.0.holds) {
                return Ok(None);
            }
            self.opened(ctx);
            let steps = sight.all(StepsOfEnrolment(self.0.row.id)).await?;
            Ok(Some(steps.into_iter().map(EnrolmentStep).collect()))
        }
        .await
        .transpose()
    }

    /// What the child's marks come to.
    async fn attendance(&self, ctx: &Context<'_>) -> Answer<AttendanceSummary> {
        register::summary(ctx, self).await
    }

    /// What the person who runs the session must know; null for who has no place now, and where it is not for this viewer.
    async fn card(&self, ctx: &Context<'_>) -> Option<Answer<SessionCard>> {
        register::card(ctx, self).await.transpose()
    }

    /// Whether the child takes part by agreement now. Where not, ring the caseworker before they do.
    async fn taking_part(&self, ctx: &Context<'_>) -> Option<Answer<bool>> {
        register::taking_part(ctx, self).await.transpose()
    }

    /// Whether this viewer may write down the answer to the offer now.
    async fn viewer_can_answer(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::Enrol, self.0.row.status == EnrolmentStatus::Offered)
    }

    /// Whether this viewer may say now that the child, who is passed over, still wants a place.
    async fn viewer_can_confirm(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::Enrol, self.0.row.resting)
    }

    /// Whether this viewer may end it now.
    async fn viewer_can_end(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::EndEnrolment, EnrolmentStatus::OPEN.contains(&self.0.row.status))
    }
}

/// That who runs an offering asks to end a place.
#[derive(SimpleObject)]
pub struct RemovalAsked {
    /// From which day.
    on: Date,
    /// Why.
    reason: String,
}

/// A step of an enrolment.
pub struct EnrolmentStep(enrolment_step::Model);

impl EnrolmentStep {
    fn words(&self, ctx: &Context<'_>) -> Answer<StepWords> {
        let Some(words) = &self.0.words else { return Ok(StepWords::default()) };
        Ok(words.open(ctx.app().keys(), self.0.id.uuid())?)
    }
}

/// A step of an enrolment: from where to where, when, by whom, why.
#[Object]
impl EnrolmentStep {
    /// The status before; null for the first.
    async fn from(&self) -> Option<EnrolmentStatus> {
        self.0.from_status
    }

    /// The status after.
    async fn to(&self) -> EnrolmentStatus {
        self.0.to_status
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.0.at.into()
    }

    /// Who; null for what happens by itself.
    async fn by(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        let by = self.0.by_user_id?;
        async { ctx.sight()?.one(by).await }.await.transpose()
    }

    /// Why.
    async fn reason(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).map(|words| words.reason).transpose()
    }

    /// What the child said.
    async fn childs_words(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).map(|words| words.childs_words).transpose()
    }
}
