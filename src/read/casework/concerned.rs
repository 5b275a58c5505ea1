//! What a child's cases and referrals are, for rules and consequences that do not depend on who may see them.
//!
//! Nothing read here is shown to anyone: it is locked, changed and told to those whom it concerns.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, sea_query::Query};

use crate::{
    entity::casework::{case, referral, referral_service, safeguarding_concern, task},
    platform::error::Result,
    read::{
        casework::{case::ENDED, referral::UNDECIDED},
        locked, unscoped,
    },
    words::{
        FactorCode, JobKind, SafeguardingKind, Trigger,
        id::{Id, noun},
    },
};

const CONSEQUENCE: &str = "what follows from a change reaches every row that it concerns; nothing is shown";

/// The open cases of a child, oldest first: locked.
pub async fn open_cases(on: &impl ConnectionTrait, child: Id<noun::YoungPerson>) -> Result<Vec<case::Model>> {
    let cases = unscoped::<case::Entity>(CONSEQUENCE)
        .filter(case::Column::YoungPersonId.eq(child))
        .filter(case::Column::Status.is_not_in(ENDED))
        .order_by_asc(case::Column::Id);
    Ok(locked(cases, on).all(on).await?)
}

/// The referrals of a child that are not decided, oldest first.
pub async fn undecided_referrals(
    on: &impl ConnectionTrait,
    child: Id<noun::YoungPerson>,
) -> Result<Vec<referral::Model>> {
    Ok(unscoped::<referral::Entity>(CONSEQUENCE)
        .filter(referral::Column::YoungPersonId.eq(child))
        .filter(referral::Column::Status.is_in(UNDECIDED))
        .order_by_asc(referral::Column::Id)
        .all(on)
        .await?)
}

/// Whether a reference of a case is taken.
pub async fn case_reference_taken(on: &impl ConnectionTrait, reference: &str) -> Result<bool> {
    Ok(unscoped::<case::Entity>("whether a reference is free, and nothing else")
        .filter(case::Column::Reference.eq(reference))
        .one(on)
        .await?
        .is_some())
}

/// The open tasks that came by themselves for a referral or case, whatever the cause.
pub async fn tasks_by_themselves(
    on: &impl ConnectionTrait,
    referral: Option<Id<noun::Referral>>,
    case: Option<Id<noun::Case>>,
) -> Result<Vec<task::Model>> {
    let mut tasks = unscoped::<task::Entity>(CONSEQUENCE)
        .filter(task::Column::Cause.is_not_null())
        .filter(task::Column::DoneAt.is_null());
    if let Some(referral) = referral {
        tasks = tasks.filter(task::Column::ReferralId.eq(referral));
    }
    if let Some(case) = case {
        tasks = tasks.filter(task::Column::CaseId.eq(case));
    }
    Ok(locked(tasks.order_by_asc(task::Column::Id), on).all(on).await?)
}

/// The tasks with these ids that came by themselves for a cause and are not done: locked.
pub async fn open_tasks(
    on: &impl ConnectionTrait,
    cause: JobKind,
    ids: &[Id<noun::Task>],
) -> Result<Vec<task::Model>> {
    let tasks = unscoped::<task::Entity>(CONSEQUENCE)
        .filter(task::Column::Id.is_in(ids.iter().copied()))
        .filter(task::Column::Cause.eq(cause))
        .filter(task::Column::DoneAt.is_null())
        .order_by_asc(task::Column::Id);
    Ok(locked(tasks, on).all(on).await?)
}

/// A task, whether done or not.
pub async fn task(on: &impl ConnectionTrait, id: Id<noun::Task>) -> Result<Option<task::Model>> {
    Ok(unscoped::<task::Entity>(CONSEQUENCE).filter(task::Column::Id.eq(id)).one(on).await?)
}

/// A safeguarding concern: locked.
pub async fn concern(
    on: &impl ConnectionTrait,
    id: Id<noun::SafeguardingConcern>,
) -> Result<Option<safeguarding_concern::Model>> {
    let concern =
        unscoped::<safeguarding_concern::Entity>(CONSEQUENCE).filter(safeguarding_concern::Column::Id.eq(id));
    Ok(locked(concern, on).one(on).await?)
}

/// Whether a child has a missing episode on record: a concern about one, or a referral for one that this service has or had
/// to act on.
pub async fn missing_on_record(
    on: &impl ConnectionTrait,
    child: Id<noun::YoungPerson>,
    service: Id<noun::Organisation>,
) -> Result<bool> {
    let concern = unscoped::<safeguarding_concern::Entity>(CONSEQUENCE)
        .filter(safeguarding_concern::Column::YoungPersonId.eq(child))
        .filter(safeguarding_concern::Column::Kind.eq(SafeguardingKind::Missing));
    if concern.one(on).await?.is_some() {
        return Ok(true);
    }
    let mut own = Query::select();
    own.column(referral_service::Column::ReferralId)
        .from(referral_service::Entity)
        .and_where(referral_service::Column::ServiceId.eq(service));
    let referrals = unscoped::<referral::Entity>(CONSEQUENCE)
        .filter(referral::Column::YoungPersonId.eq(child))
        .filter(referral::Column::Id.in_subquery(own))
        .all(on)
        .await?;
    Ok(referrals.iter().any(|row| {
        row.trigger == Trigger::MissingEpisode
            || row.main_factor == FactorCode::MissingEpisodes
            || row.factors.0.contains(&FactorCode::MissingEpisodes)
    }))
}
