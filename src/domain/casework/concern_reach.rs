//! Whom a safeguarding concern reaches: the services that work with the child, and in each who hears of it.

use super::arising::{self, About, Reason};
use crate::{
    domain::{
        people::staff,
        record::operation::{Happened, Operation},
    },
    entity::casework::safeguarding_concern,
    platform::error::Result,
    read::{self, casework::concerned, record::audience},
    words::{
        ChangeKind, JobKind, SafeguardingKind, SubjectKind,
        id::{Id, noun},
    },
};

/// Where a concern is looked after.
#[derive(Clone, Debug)]
pub struct Reach {
    concern: Id<noun::SafeguardingConcern>,
    about_adult: bool,
    places: Vec<Place>,
}

/// A service where a concern is looked after.
#[derive(Clone, Copy, Debug)]
struct Place {
    service: Id<noun::Organisation>,
    /// The row of a list by which it is told.
    row: Row,
    /// The manager who may know of it.
    manager: Option<Id<noun::User>>,
    /// Whether everyone who manages there may know of it.
    all_managers: bool,
}

#[derive(Clone, Copy, Debug)]
enum Row {
    Case(Id<noun::Case>),
    Referral(Id<noun::Referral>),
}

/// Finds where a concern is looked after: at the case or referral on which it was raised, else at the open cases and
/// undecided referrals of the child. Nobody is told of a concern about themselves.
pub async fn reach(op: &Operation<'_>, concern: &safeguarding_concern::Model) -> Result<Reach> {
    let mut places = Vec::new();
    for (service, row) in rows(op, concern).await? {
        let managers = staff::managers(op, service).await?;
        let all_managers = !managers.iter().any(|manager| Some(*manager) == concern.about_user_id);
        let manager = managers.into_iter().find(|manager| Some(*manager) != concern.about_user_id);
        places.push(Place { service, row, manager, all_managers });
    }
    let about_adult = concern.kind == SafeguardingKind::AboutAdultWorkingWithChildren;
    Ok(Reach { concern: concern.id, about_adult, places })
}

impl Reach {
    /// Gives a manager of each service a task. Where the one manager is the one it is about, there is none: the data
    /// protection officer sees the concern.
    pub async fn give_managers(&self, op: &Operation<'_>, cause: JobKind, title: &str) -> Result<()> {
        for (nth, place) in self.places.iter().enumerate() {
            let secret = self.about_adult && !place.all_managers;
            if secret || place.manager.is_none() {
                tracing::warn!(%cause, "a concern has no manager who may be given a task");
                continue;
            }
            let about = self.about(nth, cause);
            let reason = Reason { cause, service: place.service, about, title: title.to_owned() };
            arising::give(op, reason, place.manager).await?;
        }
        Ok(())
    }

    /// Marks the tasks that came of the concern as done.
    pub async fn nothing_left(&self, op: &Operation<'_>) -> Result<()> {
        const CAUSES: [JobKind; 2] = [JobKind::ConcernDanger, JobKind::ConcernUndecided];
        for nth in 0..self.places.len() {
            for cause in CAUSES {
                arising::reason_gone(op, self.about(nth, cause), |of, _| of == cause).await?;
            }
        }
        Ok(())
    }

    /// What a task is about, in the nth service.
    fn about(&self, nth: usize, cause: JobKind) -> About {
        match self.places[nth].row {
            _ if self.about_adult => About::Apart(apart(self.concern, cause, nth)),
            Row::Case(id) => About::Case(id),
            Row::Referral(id) => About::Referral(id),
        }
    }

    /// Tells of the concern. Of one about an adult only the managers hear, where it is about none of them, and without the
    /// case, whose workers follow that.
    pub async fn tell(&self, op: &Operation<'_>, kind: ChangeKind) -> Result<()> {
        for place in &self.places {
            if self.about_adult && !place.all_managers {
                continue;
            }
            let mut audiences = vec![audience::cases(place.service)];
            let (subject, case) = match place.row {
                Row::Case(case) => ((SubjectKind::Case, case.uuid()), Some(case)),
                Row::Referral(referral) => ((SubjectKind::Referral, referral.uuid()), None),
            };
            let case = case.filter(|_| !self.about_adult);
            if !self.about_adult {
                audiences.push(audience::queue(place.service));
                audiences.extend(workers(op, case).await?);
            }
            let what = Happened { kind, about: Some(self.concern.uuid()) };
            op.event(what, subject, case, audiences).await?;
        }
        Ok(())
    }
}

/// The id of a task for a concern that only managers may know of: one a cause and service, and once. It is the concern's own
/// with its last byte moved on, so that it is found again without a column of its own.
fn apart(concern: Id<noun::SafeguardingConcern>, cause: JobKind, nth: usize) -> Id<noun::Task> {
    let mut bytes = *concern.uuid().as_bytes();
    let step = 2 * (nth + 1) + usize::from(cause == JobKind::ConcernUndecided);
    bytes[15] = bytes[15].wrapping_add(u8::try_from(step).unwrap_or(u8::MAX));
    uuid::Uuid::from_bytes(bytes).into()
}

async fn rows(
    op: &Operation<'_>,
    concern: &safeguarding_concern::Model,
) -> Result<Vec<(Id<noun::Organisation>, Row)>> {
    if let Some(id) = concern.case_id {
        let case = read::casework::case::for_itself(op.tx, id).await?;
        return Ok(case.into_iter().map(|case| (case.controller_id, Row::Case(id))).collect());
    }
    let mut rows = Vec::new();
    let mut referrals = concern.referral_id.map(|id| vec![id]).unwrap_or_default();
    if let Some(child) = concern.young_person_id {
        let cases = concerned::open_cases(op.tx, child).await?;
        if referrals.is_empty() {
            rows.extend(cases.iter().map(|case| (case.controller_id, Row::Case(case.id))));
            let open = concerned::undecided_referrals(op.tx, child).await?;
            referrals.extend(open.into_iter().map(|referral| referral.id));
        } else {
            // News on a referral that became a case belongs to that case.
            let mine = cases.into_iter().filter(|case| referrals.contains(&case.referral_id));
            rows.extend(mine.map(|case| (case.controller_id, Row::Case(case.id))));
        }
    }
    let services = read::casework::referral::services(op.tx, &referrals).await?;
    let queues = services.into_iter().map(|row| (row.service_id, Row::Referral(row.referral_id)));
    rows.extend(queues);
    // One task a service is enough; the case comes before the referral.
    let mut seen = Vec::new();
    rows.retain(|(service, _)| {
        !seen.contains(service) && {
            seen.push(*service);
            true
        }
    });
    Ok(rows)
}

async fn workers(op: &Operation<'_>, case: Option<Id<noun::Case>>) -> Result<Vec<String>> {
    let Some(case) = case else { return Ok(Vec::new()) };
    let caseworker = read::casework::case::for_itself(op.tx, case).await?.and_then(|case| case.caseworker_id);
    let co_workers = read::casework::case::co_workers(op.tx, &[case]).await?;
    let people = caseworker.into_iter().chain(co_workers.into_iter().map(|row| row.user_id));
    Ok(people.map(audience::worker).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_service_has_its_own_task_and_always_the_same() {
        let concern = uuid::Uuid::parse_str("0199c0de-0000-7000-8000-0000000000ff").unwrap().into();
        let (danger, undecided) = (JobKind::ConcernDanger, JobKind::ConcernUndecided);
        assert_eq!(apart(concern, danger, 0), apart(concern, danger, 0));
        assert_ne!(apart(concern, danger, 0), apart(concern, danger, 1));
        assert_ne!(apart(concern, danger, 0), apart(concern, undecided, 0));
        assert_eq!(apart(concern, danger, 1).uuid().get_version_num(), 7);
    }
}
