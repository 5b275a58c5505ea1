//! Who works in a service: whom a case or task can be given to, and who hears of what is left undone.

use crate::{
    access::service_of,
    domain::record::operation::Operation,
    platform::error::Result,
    read,
    words::{
        Role,
        id::{Id, noun},
    },
};

/// Those of some people who work in a service today in one of these roles.
pub async fn holding(
    op: &Operation<'_>,
    people: &[Id<noun::User>],
    service: Id<noun::Organisation>,
    roles: &[Role],
) -> Result<Vec<Id<noun::User>>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let memberships = read::people::user::memberships(op.tx, people, op.today).await?;
    let accounts = read::people::user::by_ids(op.tx, people).await?;
    let active = |user| accounts.iter().any(|account| account.id == user && account.active);
    let mut found: Vec<_> = memberships
        .into_iter()
        .filter(|held| held.organisation_id == service && roles.contains(&held.role) && active(held.user_id))
        .map(|held| held.user_id)
        .collect();
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Whether somebody works in a service today, with children or their referrals.
pub async fn works_in(
    op: &Operation<'_>,
    user: Id<noun::User>,
    service: Id<noun::Organisation>,
) -> Result<bool> {
    const ROLES: [Role; 3] = [Role::Caseworker, Role::TriageOfficer, Role::TeamManager];
    debug_assert!(ROLES.into_iter().all(service_of));
    Ok(!holding(op, &[user], service, &ROLES).await?.is_empty())
}

/// Whose task it is when something is left undone in a service: its first team manager's.
pub async fn manager(op: &Operation<'_>, service: Id<noun::Organisation>) -> Result<Option<Id<noun::User>>> {
    Ok(managers(op, service).await?.first().copied())
}

/// The team managers of a service, longest in the role first.
pub async fn managers(op: &Operation<'_>, service: Id<noun::Organisation>) -> Result<Vec<Id<noun::User>>> {
    read::people::user::with_role(op.tx, service, Role::TeamManager, op.today).await
}

/// Whose task it is when triage has something to do: the first triage officer's, else the manager's.
pub async fn triage(op: &Operation<'_>, service: Id<noun::Organisation>) -> Result<Option<Id<noun::User>>> {
    let officers = read::people::user::with_role(op.tx, service, Role::TriageOfficer, op.today).await?;
    match officers.first() {
        Some(officer) => Ok(Some(*officer)),
        None => manager(op, service).await,
    }
}
