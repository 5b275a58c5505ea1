//! How a referral looks to this viewer: whole, or as sent; what of it counts as opened; what may be done with it now.

use std::sync::Arc;

use async_graphql::Context;

use crate::{
    access::{Act, See},
    domain::casework::referral_rules::{ReferralOperation, Standing},
    entity::casework::referral::Account,
    graphql::{
        error::Answer,
        loader::{OriginalOf, StatusOf},
        node::Referral,
        visit::{Ask, Sight},
    },
    words::{
        CaseStatus, ReferralStage, SubjectKind,
        id::{Id, noun},
    },
};

impl Referral {
    /// Whether the viewer sees it whole.
    pub(super) fn whole(&self, sight: &Sight) -> bool {
        sight.sees(See::ReferralWhole, self.0.holds)
    }

    /// The sight where the referral is seen whole.
    pub(super) fn seen_whole(&self, ctx: &Context<'_>) -> Answer<Option<Arc<Sight>>> {
        let sight = ctx.sight()?;
        Ok(self.whole(&sight).then_some(sight))
    }

    /// The child's record counts as opened.
    pub(super) fn open(&self, ctx: &Context<'_>) {
        let subject = (SubjectKind::Referral, self.0.row.id.uuid());
        ctx.visit().open(self.0.row.young_person_id, subject, self.0.holds);
    }

    /// What was told in words; the child's record counts as opened.
    pub(super) fn account(&self, ctx: &Context<'_>) -> Answer<Account> {
        self.open(ctx);
        Ok(self.0.row.account.open(ctx.app().keys(), self.0.row.id.uuid())?)
    }

    pub(super) fn told<T>(
        &self,
        ctx: &Context<'_>,
        part: impl FnOnce(Account) -> Option<T>,
    ) -> Option<Answer<T>> {
        self.account(ctx).map(part).transpose()
    }

    pub(super) fn standing(&self) -> Standing {
        Standing::of(&self.0.row, false)
    }

    /// The stage of the same group's earlier referral that this one repeats.
    pub(super) async fn original_stage(&self, ctx: &Context<'_>) -> Answer<Option<ReferralStage>> {
        let row = &self.0.row;
        let Some(original) = row.duplicate_of_id else { return Ok(None) };
        let originals = ctx.sight()?.all(OriginalOf(original)).await?;
        let own = originals.into_iter().find(|original| {
            original.source_organisation_id == row.source_organisation_id
                && original.sent_by_group == row.sent_by_group
        });
        let Some(own) = own else { return Ok(None) };
        let closed = case_closed(ctx, own.case_id).await?;
        Ok(Some(Standing::of(&own, false).stage(closed, None)))
    }

    pub(super) fn may(&self, ctx: &Context<'_>, act: Act, operations: &[ReferralOperation]) -> Answer<bool> {
        let viewer = &ctx.sight()?.viewer;
        let standing = self.standing();
        Ok(viewer.may(act, self.0.holds) && operations.iter().any(|operation| standing.allows(*operation)))
    }
}

/// Whether a case, if there is one, has ended.
pub(super) async fn case_closed(ctx: &Context<'_>, case: Option<Id<noun::Case>>) -> Answer<bool> {
    let Some(case) = case else { return Ok(false) };
    let status = ctx.sight()?.all(StatusOf(case)).await?;
    Ok(status.first().is_some_and(|(_, status)| *status == CaseStatus::Closed))
}
