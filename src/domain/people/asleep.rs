//! Accounts that nobody has signed in to for 60 days are asleep: they open nothing until somebody wakes them (domain.md
//! 17.2). Who never signed in counts from the day on which the account was made.
//!
//! In a demo nobody falls asleep: its people are invented, and a demo that lay in a drawer for a year has to open.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    DatabaseTransaction,
};

use crate::{
    access::{Act, Relation, Relations, Viewer},
    domain::record::operation::{Caller, Operation, operate},
    entity::people::user,
    platform::{
        app::App,
        error::{Error, Result},
    },
    read,
    words::{
        AuditAction, SubjectKind,
        id::{Id, noun},
    },
};

/// After so long without signing in.
pub const AFTER: TimeDelta = TimeDelta::days(60);

/// Whether an account has fallen asleep.
#[must_use]
pub fn asleep(app: &App, user: &user::Model) -> bool {
    fell_asleep(app, user.created_at, user.last_signed_in_at, user.woken_at)
}

/// As `asleep`, from when it was made, last signed in to, and woken.
#[must_use]
pub fn fell_asleep(
    app: &App,
    made: DateTime<Utc>,
    signed_in: Option<DateTime<Utc>>,
    woken: Option<DateTime<Utc>>,
) -> bool {
    !app.config().demo && too_long(made, signed_in, woken, app.now())
}

fn too_long(
    made: DateTime<Utc>,
    signed_in: Option<DateTime<Utc>>,
    woken: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> bool {
    let awake_since = [signed_in, woken].into_iter().flatten().fold(made, DateTime::max);
    now >= awake_since + AFTER
}

/// Lets somebody sign in again: a lead those of the own group, an administrator anyone. Waking who is awake does no harm.
pub async fn wake(app: &App, caller: &Caller, id: Id<noun::User>) -> Result<Id<noun::User>> {
    operate(app, caller, "user.wake", async |op, viewer| {
        let user = read::people::user::visible(op.tx, viewer, id).await?.ok_or(Error::NotFound)?;
        viewer.must(Act::WakeUser, holds(op, viewer, user.id).await?)?;
        write(op.tx, user.id, op.now).await?;
        op.audit(AuditAction::Grant, SubjectKind::User, user.id.uuid(), None).await?;
        Ok(user.id)
    })
    .await
}

/// A lead stands to the people of the own group as their own; the administrator always does.
async fn holds(op: &Operation<'_>, viewer: &Viewer, user: Id<noun::User>) -> Result<Relations> {
    let memberships = read::people::user::memberships(op.tx, &[user], op.today).await?;
    let of_group = memberships.iter().any(|membership| {
        membership.organisation_id == viewer.organisation && membership.group_name == viewer.group
    });
    let always = Relations::of(&[Relation::Always]);
    let own = if viewer.lead && of_group { Relations::of(&[Relation::Own]) } else { Relations::NONE };
    Ok(always.or(own))
}

/// Lets the account sign in for another 60 days.
pub(super) async fn write(on: &DatabaseTransaction, id: Id<noun::User>, now: DateTime<Utc>) -> Result<()> {
    user::ActiveModel { id: Unchanged(id), woken_at: Set(Some(now)), ..Default::default() }
        .update(on)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_days_count_from_the_last_of_made_signed_in_and_woken() {
        let made = DateTime::UNIX_EPOCH;
        let day = |days| made + TimeDelta::days(days);
        let just = TimeDelta::microseconds(1);
        assert!(!too_long(made, None, None, day(60) - just));
        assert!(too_long(made, None, None, day(60)));
        assert!(!too_long(made, Some(day(1)), None, day(60)));
        assert!(too_long(made, Some(day(1)), None, day(61)));
        assert!(!too_long(made, Some(day(1)), Some(day(90)), day(100)));
        assert!(too_long(made, Some(day(1)), Some(day(90)), day(150)));
    }
}
