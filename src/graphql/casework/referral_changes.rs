//! What is done with referrals, from sending to deciding. Each field decodes, calls its operation, reads the result again.

use async_graphql::{Context, Object, SimpleObject};

use super::referral_inputs::{
    ConfirmRedirectInput, CountersignInput, PassReferralInput, ReferralTextInput, ReferralVersionInput,
    SubmitReferralInput, TriageReferralInput, WithdrawReferralInput,
};
use crate::{
    domain::casework::{countersign, decide, referral, submit, triage},
    graphql::{
        error::{Answer, settled},
        node::Referral,
        visit::{Ask, again, caller},
    },
    platform::error::{Problem, Result},
    words::id::{Id, noun},
};

/// What came of a change to a referral.
#[derive(SimpleObject)]
pub struct ReferralPayload {
    /// The referral as it is now, where the viewer may see it.
    referral: Option<Referral>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<Id<noun::Referral>>,
    subject: Option<Id<noun::Referral>>,
) -> Answer<ReferralPayload> {
    let (id, problems) = settled(done, subject)?;
    Ok(ReferralPayload { referral: again(ctx, id).await?, problems })
}

/// Sending a referral and deciding it.
#[derive(Default)]
pub struct ReferralChanges;

/// Sending a referral and deciding it.
#[Object]
impl ReferralChanges {
    /// Sends a referral. A service receives it at once.
    async fn submit_referral(
        &self,
        ctx: &Context<'_>,
        input: SubmitReferralInput,
    ) -> Option<Answer<ReferralPayload>> {
        Some(
            async {
                let caller = caller(ctx)?;
                let draft = input.draft_id.as_ref().map(|id| ctx.open_id(id));
                let submission = input.decode(ctx.app().keys());
                let done = submit::submit(ctx.app(), &caller, submission, draft).await;
                payload(ctx, done, None).await
            }
            .await,
        )
    }

    /// While a question is open, this is its answer and the clock goes on.
    async fn add_referral_information(
        &self,
        ctx: &Context<'_>,
        input: ReferralTextInput,
    ) -> Option<Answer<ReferralPayload>> {
        Some(
            async {
                let id = ctx.open_id(&input.referral_id);
                let text = referral::Text { referral_id: id, text: input.text };
                payload(ctx, referral::add_information(ctx.app(), &caller(ctx)?, text).await, Some(id)).await
            }
            .await,
        )
    }

    /// An answer to a challenge, or an update, in words for those who referred.
    async fn message_referrer(
        &self,
        ctx: &Context<'_>,
        input: ReferralTextInput,
    ) -> Option<Answer<ReferralPayload>> {
        Some(
            async {
                let id = ctx.open_id(&input.referral_id);
                let text = referral::Text { referral_id: id, text: input.text };
                payload(ctx, referral::message_referrer(ctx.app(), &caller(ctx)?, text).await, Some(id)).await
            }
            .await,
        )
    }

    /// Withdraws a referral that is not decided.
    async fn withdraw_referral(
        &self,
        ctx: &Context<'_>,
        input: WithdrawReferralInput,
    ) -> Option<Answer<ReferralPayload>> {
        Some(
            async {
                let id = ctx.open_id(&input.referral_id);
                let withdrawal =
                    referral::Withdraw { referral_id: id, version: input.version, reason: input.reason };
                payload(ctx, referral::withdraw(ctx.app(), &caller(ctx)?, withdrawal).await, Some(id)).await
            }
            .await,
        )
    }

    /// "I am still worried": once a decision, answered by the team manager.
    async fn challenge_decision(
        &self,
        ctx: &Context<'_>,
        input: ReferralTextInput,
    ) -> Option<Answer<ReferralPayload>> {
        Some(
            async {
                let id = ctx.open_id(&input.referral_id);
                let text = referral::Text { referral_id: id, text: input.text };
                payload(ctx, referral::challenge(ctx.app(), &caller(ctx)?, text).await, Some(id)).await
            }
            .await,
        )
    }

    /// Takes a referral: from now on it has an owner. Released by itself after one working day without a decision.
    async fn take_referral(
        &self,
        ctx: &Context<'_>,
        input: ReferralVersionInput,
    ) -> Option<Answer<ReferralPayload>> {
        Some(
            async {
                let seen = input.decode(ctx);
                payload(ctx, triage::take(ctx.app(), &caller(ctx)?, seen).await, Some(seen.referral_id)).await
            }
            .await,
        )
    }

    /// Gives a referral back to the queue.
    async fn release_referral(
        &self,
        ctx: &Context<'_>,
        input: ReferralVersionInput,
    ) -> Option<Answer<ReferralPayload>> {
        Some(
            async {
                let seen = input.decode(ctx);
                payload(ctx, triage::release(ctx.app(), &caller(ctx)?, seen).await, Some(seen.referral_id))
                    .await
            }
            .await,
        )
    }

    /// Passes a referral on to the other service; reference and clock stay, and nobody types anything again.
    async fn pass_referral(
        &self,
        ctx: &Context<'_>,
        input: PassReferralInput,
    ) -> Option<Answer<ReferralPayload>> {
        Some(
            async {
                let (id, caller) = (ctx.open_id(&input.referral_id), caller(ctx)?);
                let pass = input.decode(ctx.app().keys(), id);
                let done = triage::pass(ctx.app(), &caller, pass).await;
                payload(ctx, done, Some(id)).await
            }
            .await,
        )
    }

    /// Decides a referral, or asks those who sent it a question.
    async fn triage_referral(
        &self,
        ctx: &Context<'_>,
        input: TriageReferralInput,
    ) -> Option<Answer<ReferralPayload>> {
        Some(
            async {
                let (id, caller) = (ctx.open_id(&input.referral_id), caller(ctx)?);
                let triage = input.decode(ctx.app().keys(), id);
                let done = decide::triage(ctx.app(), &caller, triage).await;
                payload(ctx, done, Some(id)).await
            }
            .await,
        )
    }

    /// Agrees to a decision or sends it back. Never one's own decision.
    async fn countersign_decision(
        &self,
        ctx: &Context<'_>,
        input: CountersignInput,
    ) -> Option<Answer<ReferralPayload>> {
        Some(
            async {
                let id = ctx.open_id(&input.referral_id);
                let seen = triage::Version { referral_id: id, version: input.version };
                let sign = countersign::Countersign { seen, agree: input.agree, comment: input.comment };
                payload(ctx, countersign::countersign(ctx.app(), &caller(ctx)?, sign).await, Some(id)).await
            }
            .await,
        )
    }

    /// Records that the service to which a child was redirected has accepted them.
    async fn confirm_redirect(
        &self,
        ctx: &Context<'_>,
        input: ConfirmRedirectInput,
    ) -> Option<Answer<ReferralPayload>> {
        Some(
            async {
                let id = ctx.open_id(&input.referral_id);
                let seen = triage::Version { referral_id: id, version: input.version };
                let confirm = countersign::ConfirmRedirect {
                    seen,
                    accepted_by: input.accepted_by,
                    reference: input.reference,
                };
                payload(ctx, countersign::confirm_redirect(ctx.app(), &caller(ctx)?, confirm).await, Some(id))
                    .await
            }
            .await,
        )
    }
}
