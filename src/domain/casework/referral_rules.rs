//! What may be done with a referral where it stands, and where that takes it.
//!
//! Owns the state machine. Who may do it is the policy's; what a decision must hold is in `triage_rules`, and what those who
//! referred see of it in `referral_stage`.

use crate::{
    entity::casework::referral,
    platform::error::{Problem, ProblemCode},
    words::{ReferralStatus, TriageOutcome},
};

/// Where a referral stands, as far as the rules ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, recorded at another time")]
pub struct Standing {
    /// The deciding service's status.
    pub status: ReferralStatus,
    /// Whether somebody has taken it.
    pub owned: bool,
    /// Whether its decision waits for the manager. To those who referred it is not decided yet.
    pub awaiting_countersign: bool,
    /// Whether its redirection was confirmed.
    pub redirect_confirmed: bool,
    /// Whether its decision was challenged already.
    pub challenged: bool,
}

/// What somebody does with a referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferralOperation {
    /// Takes it.
    Take,
    /// Gives it back to the queue.
    Release,
    /// Passes it to another service; reference and clock stay.
    Pass,
    /// Opens it for the first time.
    Acknowledge,
    /// Adds information, or answers the open question.
    AddInformation,
    /// Withdraws it.
    Withdraw,
    /// Decides, or asks a question.
    Triage {
        /// What is decided.
        outcome: TriageOutcome,
        /// Whether a manager has to agree.
        needs_countersign: bool,
    },
    /// The manager agrees with a decision, or does not.
    Countersign {
        /// Whether they agree.
        agree: bool,
    },
    /// Records that the other service has accepted the child.
    ConfirmRedirect,
    /// "I am still worried."
    Challenge,
    /// Writes to those who referred.
    Message,
}

impl ReferralOperation {
    /// What is being tried, for a sentence that says why it cannot be done.
    const fn in_words(self) -> &'static str {
        match self {
            Self::Take => "taken",
            Self::Release => "given back",
            Self::Pass => "passed on",
            Self::Acknowledge => "acknowledged",
            Self::AddInformation => "added to",
            Self::Withdraw => "withdrawn",
            Self::Triage { outcome: TriageOutcome::RequestInfo, .. } => "asked about",
            Self::Triage { .. } => "decided",
            Self::Countersign { .. } => "countersigned",
            Self::ConfirmRedirect => "confirmed",
            Self::Challenge => "challenged",
            Self::Message => "written about",
        }
    }
}

impl Standing {
    /// Where a referral of the database stands. Whether its redirection was confirmed is said by its newest decision.
    #[must_use]
    pub const fn of(referral: &referral::Model, redirect_confirmed: bool) -> Self {
        Self {
            status: referral.status,
            owned: referral.owner_id.is_some(),
            awaiting_countersign: referral.awaiting_countersign,
            redirect_confirmed,
            challenged: referral.challenged_at.is_some(),
        }
    }

    /// A referral that was just sent.
    #[must_use]
    pub const fn submitted() -> Self {
        Self {
            status: ReferralStatus::Submitted,
            owned: false,
            awaiting_countersign: false,
            redirect_confirmed: false,
            challenged: false,
        }
    }

    /// Whether nothing is decided yet, nor proposed.
    #[must_use]
    pub const fn is_undecided(self) -> bool {
        matches!(self.status, ReferralStatus::Submitted | ReferralStatus::InfoRequested)
    }

    /// Whether it is decided, and countersigned where that is needed.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        !self.is_undecided()
            && !self.awaiting_countersign
            && !matches!(self.status, ReferralStatus::Withdrawn)
    }

    /// Where an operation takes the referral, or the problem that it is not allowed there.
    pub fn after(self, operation: ReferralOperation) -> Result<Self, Problem> {
        self.allows(operation).then(|| self.moved(operation)).ok_or_else(|| self.refusal(operation))
    }

    /// Whether an operation is allowed where the referral stands.
    #[must_use]
    pub const fn allows(self, operation: ReferralOperation) -> bool {
        use ReferralOperation as Op;
        match operation {
            Op::Take => self.is_undecided() && !self.owned,
            Op::Release => self.is_undecided() && self.owned,
            // Nothing that anyone sends is dropped, whatever was decided; after a withdrawal a new referral is right.
            Op::AddInformation | Op::Message => !matches!(self.status, ReferralStatus::Withdrawn),
            // To those who referred, a decision that waits for the manager is none.
            Op::Withdraw => self.is_undecided() || self.awaiting_countersign,
            Op::Triage { outcome: TriageOutcome::RequestInfo, .. } => {
                matches!(self.status, ReferralStatus::Submitted)
            }
            Op::Pass | Op::Acknowledge | Op::Triage { .. } => self.is_undecided(),
            Op::Countersign { .. } => self.awaiting_countersign,
            Op::ConfirmRedirect => {
                matches!(self.status, ReferralStatus::Redirected)
                    && self.is_decided()
                    && !self.redirect_confirmed
            }
            Op::Challenge => self.is_decided() && !self.challenged,
        }
    }

    const fn moved(self, operation: ReferralOperation) -> Self {
        use ReferralOperation as Op;
        match operation {
            Op::Take => Self { owned: true, ..self },
            Op::Release | Op::Pass => Self { owned: false, ..self },
            Op::Acknowledge | Op::Message => self,
            Op::AddInformation => Self { status: self.status_with_information(), ..self },
            Op::Withdraw => Self { status: ReferralStatus::Withdrawn, awaiting_countersign: false, ..self },
            Op::Triage { outcome, needs_countersign } => {
                Self { status: status_of(outcome), awaiting_countersign: needs_countersign, ..self }
            }
            Op::Countersign { agree: true } => Self { awaiting_countersign: false, ..self },
            Op::Countersign { agree: false } => {
                Self { status: ReferralStatus::Submitted, awaiting_countersign: false, ..self }
            }
            Op::ConfirmRedirect => Self { redirect_confirmed: true, ..self },
            Op::Challenge => Self { challenged: true, ..self },
        }
    }

    /// Information answers the open question; otherwise it changes no status.
    const fn status_with_information(self) -> ReferralStatus {
        match self.status {
            ReferralStatus::InfoRequested => ReferralStatus::Submitted,
            unchanged => unchanged,
        }
    }

    fn refusal(self, operation: ReferralOperation) -> Problem {
        let why = match operation {
            ReferralOperation::Take if self.is_undecided() => "somebody has taken it already",
            ReferralOperation::Release if self.is_undecided() => "nobody has taken it",
            ReferralOperation::Challenge if self.challenged => "its decision has been challenged already",
            _ if self.awaiting_countersign => "its decision waits for the manager",
            _ if matches!(self.status, ReferralStatus::Withdrawn) => {
                "it was withdrawn; send a new referral instead"
            }
            _ if self.is_decided() => "it is decided already",
            _ => "it is not decided yet",
        };
        let message = format!("This referral cannot be {} now: {why}.", operation.in_words());
        Problem::new("", ProblemCode::NotAllowedInStatus, message)
    }
}

/// The status that a decision gives.
#[must_use]
pub const fn status_of(outcome: TriageOutcome) -> ReferralStatus {
    match outcome {
        TriageOutcome::Accept => ReferralStatus::Accepted,
        TriageOutcome::AddToOpenCase => ReferralStatus::AddedToCase,
        TriageOutcome::RequestInfo => ReferralStatus::InfoRequested,
        TriageOutcome::Redirect => ReferralStatus::Redirected,
        TriageOutcome::Decline => ReferralStatus::Declined,
        TriageOutcome::Duplicate => ReferralStatus::Duplicate,
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable;

    use super::*;

    use ReferralOperation as Op;
    use ReferralStatus as Status;

    fn at(status: Status) -> Standing {
        Standing { status, ..Standing::submitted() }
    }

    fn decide(outcome: TriageOutcome) -> Op {
        Op::Triage { outcome, needs_countersign: false }
    }

    fn all_standings() -> impl Iterator<Item = Standing> {
        Status::iter().flat_map(|status| {
            (0_u8..16).map(move |bits| Standing {
                status,
                owned: bits & 1 != 0,
                awaiting_countersign: bits & 2 != 0,
                redirect_confirmed: bits & 4 != 0,
                challenged: bits & 8 != 0,
            })
        })
    }

    fn all_operations() -> Vec<Op> {
        let plain = [
            Op::Take,
            Op::Release,
            Op::Pass,
            Op::Acknowledge,
            Op::AddInformation,
            Op::Withdraw,
            Op::Countersign { agree: true },
            Op::Countersign { agree: false },
            Op::ConfirmRedirect,
            Op::Challenge,
            Op::Message,
        ];
        plain.into_iter().chain(TriageOutcome::iter().map(decide)).collect()
    }

    /// Each operation with the statuses in which it is allowed, for a referral that nobody has taken.
    #[test]
    fn the_table_of_operations_and_statuses() {
        let undecided = [Status::Submitted, Status::InfoRequested];
        let decided =
            [Status::Accepted, Status::AddedToCase, Status::Redirected, Status::Declined, Status::Duplicate];
        let all_but_withdrawn = [&undecided[..], &decided[..]].concat();
        let table: [(Op, &[Status]); 16] = [
            (Op::Take, &undecided),
            (Op::Release, &[]),
            (Op::Pass, &undecided),
            (Op::Acknowledge, &undecided),
            (Op::AddInformation, &all_but_withdrawn),
            (Op::Withdraw, &undecided),
            (decide(TriageOutcome::Accept), &undecided),
            (decide(TriageOutcome::AddToOpenCase), &undecided),
            (decide(TriageOutcome::RequestInfo), &[Status::Submitted]),
            (decide(TriageOutcome::Redirect), &undecided),
            (decide(TriageOutcome::Decline), &undecided),
            (decide(TriageOutcome::Duplicate), &undecided),
            (Op::Countersign { agree: true }, &[]),
            (Op::ConfirmRedirect, &[Status::Redirected]),
            (Op::Challenge, &decided),
            (Op::Message, &all_but_withdrawn),
        ];
        for (operation, allowed) in table {
            for status in Status::iter() {
                let result = at(status).after(operation);
                assert_eq!(result.is_ok(), allowed.contains(&status), "{operation:?} in {status}");
                if let Err(problem) = result {
                    assert_eq!(problem.code, ProblemCode::NotAllowedInStatus);
                }
            }
        }
    }

    #[test]
    fn each_decision_has_its_status() {
        for outcome in TriageOutcome::iter() {
            assert_eq!(Standing::submitted().after(decide(outcome)).unwrap().status, status_of(outcome));
        }
    }

    #[test]
    fn one_owner_at_a_time() {
        let taken = Standing::submitted().after(Op::Take).unwrap();
        assert!(taken.owned);
        assert!(taken.after(Op::Take).unwrap_err().message.contains("taken it already"));
        assert_eq!(taken.after(Op::Release).unwrap(), Standing::submitted());
        assert!(!taken.after(Op::Pass).unwrap().owned, "whom it is passed to takes it anew");
    }

    #[test]
    fn a_question_is_answered_by_information() {
        let asked = Standing::submitted().after(decide(TriageOutcome::RequestInfo)).unwrap();
        assert_eq!(asked.after(Op::AddInformation).unwrap().status, Status::Submitted);
        for status in
            Status::iter().filter(|status| !matches!(status, Status::InfoRequested | Status::Withdrawn))
        {
            assert_eq!(at(status).after(Op::AddInformation).unwrap(), at(status), "it changes nothing else");
        }
    }

    #[test]
    fn a_decision_that_waits_for_the_manager_is_none_to_those_who_referred() {
        let declined = Op::Triage { outcome: TriageOutcome::Decline, needs_countersign: true };
        let waiting = Standing { owned: true, ..Standing::submitted() }.after(declined).unwrap();
        assert!(waiting.after(Op::Withdraw).is_ok(), "withdrawing does not tell that it was decided");
        for operation in [Op::Take, Op::Pass, Op::Challenge, decide(TriageOutcome::Accept)] {
            assert!(waiting.after(operation).is_err(), "{operation:?}");
        }
        let agreed = waiting.after(Op::Countersign { agree: true }).unwrap();
        assert!(agreed.is_decided());
        let refused = waiting.after(Op::Countersign { agree: false }).unwrap();
        assert_eq!((refused.status, refused.awaiting_countersign), (Status::Submitted, false));
    }

    #[test]
    fn once_is_once() {
        let challenged = at(Status::Declined).after(Op::Challenge).unwrap();
        assert!(challenged.after(Op::Challenge).unwrap_err().message.contains("challenged already"));
        let confirmed = at(Status::Redirected).after(Op::ConfirmRedirect).unwrap();
        assert!(confirmed.after(Op::ConfirmRedirect).is_err());
    }

    /// Whether others know the child cannot be told from what those who referred may do: a duplicate of another
    /// organisation's referral behaves as an accepted one.
    #[test]
    fn a_duplicate_of_another_organisation_looks_accepted() {
        let (duplicate, accepted) = (at(Status::Duplicate), at(Status::Accepted));
        for operation in [Op::AddInformation, Op::Withdraw, Op::Challenge] {
            assert_eq!(duplicate.allows(operation), accepted.allows(operation), "{operation:?}");
        }
    }

    #[test]
    fn what_is_withdrawn_stays_withdrawn() {
        for standing in all_standings() {
            for operation in all_operations() {
                let Ok(after) = standing.after(operation) else { continue };
                let still = after.status == Status::Withdrawn || standing.awaiting_countersign;
                assert!(standing.status != Status::Withdrawn || still, "{operation:?} of {standing:?}");
            }
        }
    }
}
