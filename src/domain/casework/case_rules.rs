//! What may be done with a case where it stands: opening, allocating, writing in it.
//!
//! Owns the part of a case's path until it has its worker. Consent's part is in `people::consent_rules`.

use crate::{
    platform::error::{Problem, ProblemCode},
    words::CaseStatus,
};

/// The status in which a case is opened: nobody has been asked for consent yet. What a referrer reports is none.
pub const OPENED_IN: CaseStatus = CaseStatus::AwaitingConsent;

/// The statuses of a case that is open: work goes on, or will.
pub const OPEN: [CaseStatus; 8] = [
    CaseStatus::AwaitingConsent,
    CaseStatus::Open,
    CaseStatus::Allocated,
    CaseStatus::Assessment,
    CaseStatus::PlanAgreed,
    CaseStatus::Active,
    CaseStatus::OnHold,
    CaseStatus::Closing,
];

/// Whether a case is open. What is closed or transferred is only read.
#[must_use]
pub const fn is_open(status: CaseStatus) -> bool {
    !matches!(status, CaseStatus::Closed | CaseStatus::Transferred)
}

/// Whether a child is given places in programmes while the case stands so: from the day on which it has its worker, until it
/// ends or rests. Working rule.
#[must_use]
pub const fn places(status: CaseStatus) -> bool {
    matches!(
        status,
        CaseStatus::Allocated | CaseStatus::Assessment | CaseStatus::PlanAgreed | CaseStatus::Active
    )
}

/// Where a case stands once it has a worker, or another one. Allocated before consent it goes on waiting for it and shows
/// its worker; what consent holds up is delivery, not having somebody. Working rule.
pub fn allocated(status: CaseStatus) -> Result<CaseStatus, Problem> {
    match status {
        CaseStatus::Open => Ok(CaseStatus::Allocated),
        open if is_open(open) => Ok(open),
        ended => Err(ended_problem(ended, "allocated")),
    }
}

/// Whoever allocates says whether a conflict of interest is known; where it is, nothing changes.
#[must_use]
pub fn conflict_of_interest(declared: bool) -> Option<Problem> {
    declared.then(|| {
        let message =
            "A conflict of interest is declared. Choose another worker, or ask another manager to allocate.";
        Problem::new("conflictDeclared", ProblemCode::ConflictOfInterest, message)
    })
}

/// Whether a case may still be written in: notes, tasks, contacts.
pub fn writable(status: CaseStatus) -> Result<(), Problem> {
    if is_open(status) { Ok(()) } else { Err(ended_problem(status, "changed")) }
}

fn ended_problem(status: CaseStatus, what: &str) -> Problem {
    let why = match status {
        CaseStatus::Transferred => "another service has taken it over",
        _ => "it is closed; a child who comes back has a new case",
    };
    Problem::new("", ProblemCode::NotAllowedInStatus, format!("This case cannot be {what}: {why}."))
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable;

    use super::*;

    #[test]
    fn open_is_all_but_closed_and_transferred() {
        for status in CaseStatus::iter() {
            assert_eq!(is_open(status), OPEN.contains(&status), "{status}");
            assert_eq!(writable(status).is_ok(), is_open(status), "{status}");
        }
        assert!(is_open(OPENED_IN));
    }

    #[test]
    fn a_worker_before_consent_changes_no_status() {
        assert_eq!(allocated(CaseStatus::AwaitingConsent), Ok(CaseStatus::AwaitingConsent));
        assert_eq!(allocated(CaseStatus::Open), Ok(CaseStatus::Allocated));
        for status in [CaseStatus::Allocated, CaseStatus::Assessment, CaseStatus::Active, CaseStatus::OnHold]
        {
            assert_eq!(allocated(status), Ok(status), "another worker, the same status");
        }
        for status in [CaseStatus::Closed, CaseStatus::Transferred] {
            assert_eq!(allocated(status).unwrap_err().code, ProblemCode::NotAllowedInStatus);
        }
    }

    #[test]
    fn a_declared_conflict_stops_it() {
        assert_eq!(conflict_of_interest(true).unwrap().code, ProblemCode::ConflictOfInterest);
        assert_eq!(conflict_of_interest(false), None);
    }
}
