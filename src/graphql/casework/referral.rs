//! Referrals: as sent to those who sent them, whole to the service that has to act. Queries only; see `referral_changes`.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};

use super::referral_parts::{
    Education, FactorEvidence, Professional, ReferralMessage, ReferredChild, Transition, TriageDecision,
};
use crate::{
    access::Act,
    domain::casework::{referral_clocks::overdue, referral_rules::ReferralOperation},
    graphql::{
        error::Answer,
        loader::{ConcernsOf, DecisionsOf, MessagesOf, ServicesOf, StepsOfReferral},
        node::{Case, Organisation, Programme, Referral, SafeguardingConcern, User, YoungPerson},
        people::organisation::ContactPoint,
        scalar::{Date, DateTime},
        visit::Ask,
    },
    read::casework::case::SeenCase,
    words::{
        FactorCode, HarmPosition, ParentNotToldReason, ReferralSource, ReferralStage, ReferralStatus,
        SocialCareStatus, TriageOutcome, Trigger, Urgency, WeaponInvolvement,
    },
};

/// What one organisation asked for one child. To those who sent it, it shows the child as they described them (a snapshot,
/// with an id of its own), a stage, messages and dates; never the shared record, nor that anyone else referred the child.
#[Object]
impl Referral {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// For people: R- and seven symbols.
    async fn reference(&self) -> &str {
        &self.0.row.reference
    }

    /// Counts the changes that this viewer can see.
    async fn version(&self, ctx: &Context<'_>) -> Answer<i32> {
        let sight = ctx.sight()?;
        Ok(if self.whole(&sight) { self.0.row.version } else { self.0.row.sent_version })
    }

    /// Where it is, in the words for those who sent it.
    async fn stage(&self, ctx: &Context<'_>) -> Answer<ReferralStage> {
        let original = self.original_stage(ctx).await?;
        Ok(self
            .standing()
            .stage(super::referral_sight::case_closed(ctx, self.0.row.case_id).await?, original))
    }

    /// How soon.
    async fn urgency(&self) -> Urgency {
        self.0.row.urgency
    }

    /// The deciding service's status; null for those who sent it.
    async fn status(&self, ctx: &Context<'_>) -> Option<Answer<ReferralStatus>> {
        self.seen_whole(ctx).map(|sight| sight.map(|_| self.0.row.status)).transpose()
    }

    /// The child as described.
    async fn child(&self) -> ReferredChild {
        ReferredChild(Arc::clone(&self.0))
    }

    /// The shared record; null for those who sent it.
    async fn young_person(&self, ctx: &Context<'_>) -> Option<Answer<YoungPerson>> {
        async {
            let Some(sight) = self.seen_whole(ctx)? else { return Ok(None) };
            sight.one(self.0.row.young_person_id).await
        }
        .await
        .transpose()
    }

    /// Who has to act: never null after submission; two while it is not sure whose it is.
    async fn services(&self, ctx: &Context<'_>) -> Answer<Vec<Organisation>> {
        let sight = ctx.sight()?;
        let mut services = Vec::new();
        for row in sight.all(ServicesOf(self.0.row.id)).await? {
            services.push(sight.the(row.service_id).await?);
        }
        Ok(services)
    }

    /// Who has taken it; null for those who sent it.
    async fn owner(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        async {
            let Some(sight) = self.seen_whole(ctx)? else { return Ok(None) };
            match self.0.row.owner_id {
                Some(owner) => sight.one(owner).await,
                None => Ok(None),
            }
        }
        .await
        .transpose()
    }

    /// Whom to ring about it.
    async fn contact_point(&self, ctx: &Context<'_>) -> Option<Answer<ContactPoint>> {
        async {
            let sight = ctx.sight()?;
            let services = sight.all(ServicesOf(self.0.row.id)).await?;
            let Some(service) = services.first() else { return Ok(None) };
            let service: Organisation = sight.the(service.service_id).await?;
            service.contact(ctx)
        }
        .await
        .transpose()
    }

    /// In which part somebody referred.
    async fn source(&self) -> ReferralSource {
        self.0.row.source
    }

    /// Who sent it.
    async fn source_organisation(&self, ctx: &Context<'_>) -> Answer<Organisation> {
        ctx.sight()?.the(self.0.row.source_organisation_id).await
    }

    /// Which person.
    async fn referrer(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        let referrer = self.0.row.referrer_id?;
        async { ctx.sight()?.one(referrer).await }.await.transpose()
    }

    /// What set it off.
    async fn trigger(&self, ctx: &Context<'_>) -> Trigger {
        self.open(ctx);
        self.0.row.trigger
    }

    /// When that was.
    async fn triggered_on(&self) -> Option<Date> {
        self.0.row.triggered_on.map(Date)
    }

    /// What worries most: what was said that day, never the assessment.
    async fn main_factor(&self, ctx: &Context<'_>) -> Answer<FactorCode> {
        let _ = self.account(ctx)?;
        Ok(self.0.row.main_factor)
    }

    /// What else worries.
    async fn factors(&self, ctx: &Context<'_>) -> Answer<Vec<FactorCode>> {
        let _ = self.account(ctx)?;
        Ok(self.0.row.factors.0.clone())
    }

    /// What is going well.
    async fn strengths(&self, ctx: &Context<'_>) -> Answer<Vec<FactorCode>> {
        let _ = self.account(ctx)?;
        Ok(self.0.row.strengths.0.clone())
    }

    /// A line for each factor that needs one.
    async fn evidence(&self, ctx: &Context<'_>) -> Answer<Vec<FactorEvidence>> {
        let lines = self.account(ctx)?.evidence;
        Ok(lines.into_iter().map(|(code, text)| FactorEvidence { code, text }).collect())
    }

    /// What happened.
    async fn what_happened(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.account(ctx)?.what_happened)
    }

    /// What was tried so far.
    async fn tried_so_far(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.told(ctx, |account| account.tried_so_far)
    }

    /// What the child says.
    async fn child_view(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.told(ctx, |account| account.child_view)
    }

    /// What the parent says.
    async fn parent_view(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.told(ctx, |account| account.parent_view)
    }

    /// Whether a weapon was involved.
    async fn weapon(&self, ctx: &Context<'_>) -> Option<Answer<WeaponInvolvement>> {
        self.told(ctx, |account| account.weapon)
    }

    /// Whether the child was harmed or caused harm.
    async fn harm(&self, ctx: &Context<'_>) -> Option<Answer<HarmPosition>> {
        self.told(ctx, |account| account.harm)
    }

    /// Social care's part.
    async fn social_care(&self, ctx: &Context<'_>) -> Option<Answer<SocialCareStatus>> {
        self.told(ctx, |account| account.social_care)
    }

    /// School, attendance and needs.
    async fn education(&self, ctx: &Context<'_>) -> Option<Answer<Education>> {
        self.told(ctx, |account| account.education.map(Education::from))
    }

    /// Who else works with the child.
    async fn professionals(&self, ctx: &Context<'_>) -> Option<Answer<Vec<Professional>>> {
        self.told(ctx, |account| Some(account.professionals.into_iter().map(Professional::from).collect()))
    }

    /// How to talk with the child.
    async fn communication_needs(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.told(ctx, |account| account.communication_needs)
    }

    /// Whether an interpreter is needed.
    async fn interpreter_needed(&self, ctx: &Context<'_>) -> Option<Answer<bool>> {
        self.told(ctx, |account| account.interpreter_needed)
    }

    /// What a visitor must know.
    async fn risks_to_visitors(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.told(ctx, |account| account.risks_to_visitors)
    }

    /// Whether a parent knows of the referral.
    async fn parent_aware(&self, ctx: &Context<'_>) -> Answer<bool> {
        Ok(self.account(ctx)?.parent_aware)
    }

    /// Why a parent was not told.
    async fn parent_not_told(&self, ctx: &Context<'_>) -> Option<Answer<ParentNotToldReason>> {
        self.told(ctx, |account| account.parent_not_told)
    }

    /// What those who referred said that a parent said; never a consent.
    async fn parent_agrees(&self, ctx: &Context<'_>) -> Option<Answer<bool>> {
        self.told(ctx, |account| account.parent_agrees)
    }

    /// What those who referred said that the child said; never a consent.
    async fn child_agrees(&self, ctx: &Context<'_>) -> Option<Answer<bool>> {
        self.told(ctx, |account| account.child_agrees)
    }

    /// The sender's own number for it.
    async fn external_reference(&self) -> Option<&str> {
        self.0.row.external_reference.as_deref()
    }

    /// The programme that those who referred would like for the child; null where this viewer may not know of it.
    async fn requested_programme(&self, ctx: &Context<'_>) -> Option<Answer<Programme>> {
        self.open(ctx);
        let programme = self.0.row.requested_programme_id?;
        async { ctx.sight()?.one(programme).await }.await.transpose()
    }

    /// When it came.
    async fn submitted_at(&self) -> DateTime {
        self.0.row.submitted_at.into()
    }

    /// When someone of the service first opened or took it.
    async fn acknowledged_at(&self) -> Option<DateTime> {
        self.0.row.acknowledged_at.map(DateTime)
    }

    /// By when it is to be decided; a question to those who referred pauses it.
    async fn triage_due_at(&self) -> DateTime {
        self.0.row.triage_due_at.into()
    }

    /// By when the open question is to be answered.
    async fn answer_due_on(&self) -> Option<Date> {
        self.0.row.answer_due_on.filter(|_| self.0.row.status == ReferralStatus::InfoRequested).map(Date)
    }

    /// Whether the decision is late: computed, never stored. To those who sent it, one that waits for the manager is none.
    async fn overdue(&self, ctx: &Context<'_>) -> Answer<bool> {
        let (row, sight) = (&self.0.row, ctx.sight()?);
        let waits = row.awaiting_countersign && !self.whole(&sight);
        let status = if waits { ReferralStatus::Submitted } else { row.status };
        Ok(overdue(status, row.triage_due_at, ctx.app().now()))
    }

    /// Words that passed between the service and those who referred, oldest first.
    async fn messages(&self, ctx: &Context<'_>) -> Answer<Vec<ReferralMessage>> {
        let sight = ctx.sight()?;
        let whole = self.whole(&sight);
        self.open(ctx);
        let messages = sight.all(MessagesOf(self.0.row.id)).await?;
        Ok(messages.into_iter().map(|row| ReferralMessage { row, whole }).collect())
    }

    /// What was decided. While a countersign is awaited, those who sent it see none.
    async fn decision(&self, ctx: &Context<'_>) -> Option<Answer<TriageDecision>> {
        async {
            let sight = ctx.sight()?;
            let whole = self.whole(&sight);
            let standing = self.standing();
            if !whole && !standing.is_decided() {
                return Ok(None);
            }
            self.open(ctx);
            let decisions = sight.all(DecisionsOf(self.0.row.id)).await?;
            let standing = decisions.into_iter().rev().find(|decision| {
                decision.agreed != Some(false) && (whole || decision.outcome != TriageOutcome::RequestInfo)
            });
            Ok(standing.map(|row| TriageDecision { row, whole }))
        }
        .await
        .transpose()
    }

    /// The case that came of it; null for those who sent it.
    async fn case(&self, ctx: &Context<'_>) -> Option<Answer<Case>> {
        async {
            let Some(sight) = self.seen_whole(ctx)? else { return Ok(None) };
            match self.0.row.case_id {
                Some(case) => sight.one::<_, SeenCase, _>(case).await,
                None => Ok(None),
            }
        }
        .await
        .transpose()
    }

    /// Concerns about the child that this viewer may see.
    async fn safeguarding_concerns(&self, ctx: &Context<'_>) -> Option<Answer<Vec<SafeguardingConcern>>> {
        async {
            let sight = ctx.sight()?;
            let concerns = sight.all(ConcernsOf(self.0.row.young_person_id)).await?;
            let whole = self.whole(&sight);
            // Those who sent it see what they raised on this referral, and nothing that others raised about the child.
            let of_this =
                concerns.into_iter().filter(|seen| whole || seen.row.referral_id == Some(self.0.row.id));
            Ok(Some(of_this.map(SafeguardingConcern::from).collect()))
        }
        .await
        .transpose()
    }

    /// How it came to where it stands, oldest first; null for those who sent it.
    async fn history(&self, ctx: &Context<'_>) -> Option<Answer<Vec<Transition>>> {
        async {
            let Some(sight) = self.seen_whole(ctx)? else { return Ok(None) };
            self.open(ctx);
            let steps = sight.all(StepsOfReferral(self.0.row.id)).await?;
            Ok(Some(steps.into_iter().map(Transition).collect()))
        }
        .await
        .transpose()
    }

    /// Whether a decision waits for the manager; null for those who sent it.
    async fn awaiting_countersign(&self, ctx: &Context<'_>) -> Option<Answer<bool>> {
        self.seen_whole(ctx).map(|sight| sight.map(|_| self.0.row.awaiting_countersign)).transpose()
    }

    /// Whether this viewer may decide it now.
    async fn viewer_can_triage(&self, ctx: &Context<'_>) -> Answer<bool> {
        let decide = ReferralOperation::Triage { outcome: TriageOutcome::Accept, needs_countersign: false };
        self.may(ctx, Act::Triage, &[decide])
    }

    /// Whether this viewer may countersign its decision now: never their own.
    async fn viewer_can_countersign(&self, ctx: &Context<'_>) -> Answer<bool> {
        if !self.may(ctx, Act::CountersignDecision, &[ReferralOperation::Countersign { agree: true }])? {
            return Ok(false);
        }
        let sight = ctx.sight()?;
        let decisions = sight.all(DecisionsOf(self.0.row.id)).await?;
        Ok(decisions.last().is_some_and(|decision| decision.decided_by_id != sight.viewer.user))
    }

    /// Whether this viewer may withdraw it now.
    async fn viewer_can_withdraw(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::SpeakAsSender, &[ReferralOperation::Withdraw])
    }

    /// Whether this viewer may add information now.
    async fn viewer_can_add_information(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::SpeakAsSender, &[ReferralOperation::AddInformation])
    }

    /// Whether this viewer may say "I am still worried" now.
    async fn viewer_can_challenge(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::SpeakAsSender, &[ReferralOperation::Challenge])
    }
}
