//! The stage of a referral: all that those who referred see of where it stands.
//!
//! Owns the translation. It must not tell that anyone else knows the child.

use super::referral_rules::Standing;
use crate::words::{ReferralStage, ReferralStatus};

impl Standing {
    /// The stage that those who referred see. `case_closed`: the case that came of it has ended. `own_original`: where it
    /// repeats a referral of the same organisation, the stage of that one.
    #[must_use]
    pub const fn stage(self, case_closed: bool, own_original: Option<ReferralStage>) -> ReferralStage {
        use ReferralStatus as Status;
        match self.status {
            Status::Withdrawn => ReferralStage::Withdrawn,
            _ if self.awaiting_countersign => ReferralStage::BeingLookedAt,
            Status::Submitted if self.owned => ReferralStage::BeingLookedAt,
            Status::Submitted => ReferralStage::Received,
            Status::InfoRequested => ReferralStage::QuestionForYou,
            Status::Declined | Status::Redirected => ReferralStage::NotTakenOn,
            Status::Accepted | Status::AddedToCase | Status::Duplicate => match own_original {
                Some(stage) if matches!(self.status, Status::Duplicate) => stage,
                _ if case_closed => ReferralStage::Ended,
                _ => ReferralStage::SomeoneIsWorkingOnIt,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use ReferralStatus as Status;

    fn at(status: Status) -> Standing {
        Standing { status, ..Standing::submitted() }
    }

    #[test]
    fn stages_follow_statuses() {
        let taken = Standing { owned: true, ..Standing::submitted() };
        assert_eq!(Standing::submitted().stage(false, None), ReferralStage::Received);
        assert_eq!(taken.stage(false, None), ReferralStage::BeingLookedAt);
        let cases = [
            (Status::InfoRequested, ReferralStage::QuestionForYou),
            (Status::Accepted, ReferralStage::SomeoneIsWorkingOnIt),
            (Status::AddedToCase, ReferralStage::SomeoneIsWorkingOnIt),
            (Status::Duplicate, ReferralStage::SomeoneIsWorkingOnIt),
            (Status::Redirected, ReferralStage::NotTakenOn),
            (Status::Declined, ReferralStage::NotTakenOn),
            (Status::Withdrawn, ReferralStage::Withdrawn),
        ];
        for (status, stage) in cases {
            assert_eq!(at(status).stage(false, None), stage, "{status}");
        }
        assert_eq!(at(Status::Accepted).stage(true, None), ReferralStage::Ended);
        assert_eq!(at(Status::Declined).stage(true, None), ReferralStage::NotTakenOn);
        let own = Some(ReferralStage::QuestionForYou);
        assert_eq!(at(Status::Duplicate).stage(false, own), ReferralStage::QuestionForYou);
        assert_eq!(at(Status::Accepted).stage(false, own), ReferralStage::SomeoneIsWorkingOnIt);
    }

    #[test]
    fn a_decision_that_waits_for_the_manager_shows_as_being_looked_at() {
        for status in [Status::Declined, Status::Redirected] {
            let waiting = Standing { awaiting_countersign: true, ..at(status) };
            assert_eq!(waiting.stage(false, None), ReferralStage::BeingLookedAt);
        }
    }

    #[test]
    fn a_duplicate_of_another_organisation_looks_accepted() {
        for closed in [true, false] {
            assert_eq!(at(Status::Duplicate).stage(closed, None), at(Status::Accepted).stage(closed, None));
        }
    }
}
