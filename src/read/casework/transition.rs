//! Reads of transitions: how a referral or case came to where it stands.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder};

use crate::{
    entity::casework::transition,
    platform::error::Result,
    read::unscoped,
    words::id::{Id, noun},
};

const SEEN: &str = "of a referral or case that was read under the viewer's scope; the field asks the policy";

/// The steps of some referrals, oldest first.
pub async fn of_referrals(
    on: &impl ConnectionTrait,
    referrals: &[Id<noun::Referral>],
) -> Result<Vec<transition::Model>> {
    Ok(unscoped::<transition::Entity>(SEEN)
        .filter(transition::Column::ReferralId.is_in(referrals.iter().copied()))
        .order_by_asc(transition::Column::At)
        .order_by_asc(transition::Column::Id)
        .all(on)
        .await?)
}

/// The steps of some cases, oldest first.
pub async fn of_cases(on: &impl ConnectionTrait, cases: &[Id<noun::Case>]) -> Result<Vec<transition::Model>> {
    Ok(unscoped::<transition::Entity>(SEEN)
        .filter(transition::Column::CaseId.is_in(cases.iter().copied()))
        .order_by_asc(transition::Column::At)
        .order_by_asc(transition::Column::Id)
        .all(on)
        .await?)
}
