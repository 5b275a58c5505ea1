//! When a child takes part by agreement, and where that takes the case.
//!
//! Owns agreement to take part. It is not the legal basis for keeping records, which is the public task; and what a referrer
//! reports ("the parent agrees") is never consent.

use chrono::NaiveDate;

use super::young_person_rules::DECIDES_ALONE;
use crate::{
    platform::error::{Problem, ProblemCode},
    words::{CaseStatus, ConsentKind, ConsentStatus, Pathway, text::TextKind},
};

/// An answer that stands: the newest of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// What was answered.
    pub status: ConsentStatus,
    /// Why it is not required.
    pub reason: Option<&'a str>,
    /// Why the child was found able to decide alone (Gillick v West Norfolk and Wisbech AHA, 1985).
    pub gillick_reasons: Option<&'a str>,
    /// The last day on which it holds.
    pub expires_on: Option<NaiveDate>,
}

/// What is asked before a child takes part.
#[derive(Clone, Copy, Debug)]
pub struct Participation<'a> {
    /// By which way the child came.
    pub pathway: Pathway,
    /// The child's age on the day.
    pub age: i32,
    /// The child's answer.
    pub child: Option<Answer<'a>>,
    /// A parent's or carer's answer.
    pub parent: Option<Answer<'a>>,
}

impl Participation<'_> {
    /// Whether the child may take part on a day: the child agrees, and a parent agrees or is not required to. A knife plan
    /// is mandatory (Home Office and Ministry of Justice guidance on children found with knives, February 2026): there
    /// nobody's agreement is required, but a record that the child was told what follows from not taking part.
    #[must_use]
    pub fn holds(&self, on: NaiveDate) -> bool {
        let (Some(child), Some(parent)) = (self.child, self.parent) else { return false };
        if child.has_expired(on) || parent.has_expired(on) {
            return false;
        }
        let agreed = child.is_given() && (parent.is_given() || parent.is_not_required_at(self.age));
        agreed
            || (self.pathway == Pathway::KnifePlan && child.is_told_of_a_duty() && parent.is_not_required())
    }
}

impl Answer<'_> {
    fn has_expired(&self, on: NaiveDate) -> bool {
        self.expires_on.is_some_and(|last| last < on)
    }

    fn is_given(&self) -> bool {
        self.status == ConsentStatus::Given
    }

    fn is_not_required(&self) -> bool {
        self.status == ConsentStatus::NotRequired
    }

    /// A parent is not required for a reason that is recorded: the young person is 16 or over, or was found able to decide.
    fn is_not_required_at(&self, age: i32) -> bool {
        let old_enough = age >= DECIDES_ALONE && says(self.reason);
        self.is_not_required() && (old_enough || says(self.gillick_reasons))
    }

    /// The child need not agree, and the reason records that the child was told.
    fn is_told_of_a_duty(&self) -> bool {
        self.is_not_required() && says(self.reason)
    }
}

fn says(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Where a case stands once participation was looked at again. A case that waits for consent goes on when it holds, to its
/// worker if it has one. Consent that ends later moves no case back: it stops delivery, enrolment and sharing.
#[must_use]
pub const fn next_case_status(status: CaseStatus, holds: bool, has_caseworker: bool) -> CaseStatus {
    match (status, holds, has_caseworker) {
        (CaseStatus::AwaitingConsent, true, true) => CaseStatus::Allocated,
        (CaseStatus::AwaitingConsent, true, false) => CaseStatus::Open,
        (unchanged, _, _) => unchanged,
    }
}

/// A consent as somebody records it.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    /// What was asked.
    pub kind: ConsentKind,
    /// What was answered.
    pub status: ConsentStatus,
    /// Who answered.
    pub given_by: &'a str,
    /// Why it was refused or is not required.
    pub reason: Option<&'a str>,
    /// Why the child was found able to decide alone.
    pub gillick_reasons: Option<&'a str>,
    /// When.
    pub decided_on: NaiveDate,
    /// The last day on which it holds.
    pub expires_on: Option<NaiveDate>,
    /// Whether an organisation is named.
    pub names_organisation: bool,
}

impl Recorded<'_> {
    /// What is wrong with it, each problem at its field.
    #[must_use]
    pub fn problems(&self, today: NaiveDate) -> Vec<Problem> {
        let when = |wrong: bool, field: &str, code, message: &'static str| {
            wrong.then(|| Problem::new(field, code, message))
        };
        let unexplained =
            self.status == ConsentStatus::NotRequired && !says(self.reason) && !says(self.gillick_reasons);
        let withdrawn = self.status == ConsentStatus::Withdrawn;
        let shared_with_nobody = self.kind == ConsentKind::ShareWithOrganisation && !self.names_organisation;
        let ends_before = self.expires_on.is_some_and(|last| last < self.decided_on);
        [
            TextKind::Name.needed("givenBy", self.given_by),
            TextKind::Reason.optional("reason", self.reason),
            TextKind::Reason.optional("gillickReasons", self.gillick_reasons),
            when(unexplained, "reason", ProblemCode::Required, "Say why it is not required."),
            when(withdrawn, "status", ProblemCode::Invalid, "Withdraw the consent that was given instead."),
            when(shared_with_nobody, "organisationId", ProblemCode::Required, "Say with which organisation."),
            when(
                self.decided_on > today,
                "decidedOn",
                ProblemCode::OutOfRange,
                "This date is in the future.",
            ),
            when(ends_before, "expiresOn", ProblemCode::OutOfRange, "It would end before it was given."),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// What is wrong with withdrawing a consent on a day, if anything: only what was given can be taken back, not before it was
/// given and not in advance.
#[must_use]
pub fn withdrawal(
    status: ConsentStatus,
    decided_on: NaiveDate,
    on: NaiveDate,
    today: NaiveDate,
) -> Option<Problem> {
    if status != ConsentStatus::Given {
        return Some(Problem::new(
            "",
            ProblemCode::NotAllowedInStatus,
            "Only a consent that was given can be withdrawn.",
        ));
    }
    let outside = on > today || on < decided_on;
    outside.then(|| {
        let message = "Enter a day from the one on which it was given until today.";
        Problem::new("on", ProblemCode::OutOfRange, message)
    })
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable;

    use super::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().unwrap()
    }

    const GIVEN: Answer<'_> =
        Answer { status: ConsentStatus::Given, reason: None, gillick_reasons: None, expires_on: None };
    const REFUSED: Answer<'_> = Answer { status: ConsentStatus::Refused, ..GIVEN };
    const NOT_REQUIRED: Answer<'_> = Answer { status: ConsentStatus::NotRequired, ..GIVEN };
    const EXPLAINED: Answer<'_> = Answer { reason: Some("is 16, and was told"), ..NOT_REQUIRED };
    const GILLICK: Answer<'_> = Answer { gillick_reasons: Some("understands what it means"), ..NOT_REQUIRED };

    fn holds(pathway: Pathway, age: i32, child: Answer<'_>, parent: Answer<'_>) -> bool {
        Participation { pathway, age, child: Some(child), parent: Some(parent) }.holds(today())
    }

    #[test]
    fn the_child_agrees_and_a_parent_agrees_or_need_not() {
        let early = Pathway::EarlyPrevention;
        assert!(holds(early, 12, GIVEN, GIVEN));
        assert!(!holds(early, 12, REFUSED, GIVEN), "nobody agrees for the child");
        assert!(!holds(early, 12, GIVEN, REFUSED));
        assert!(!holds(early, 12, GIVEN, NOT_REQUIRED), "no reason is recorded");
        assert!(!holds(early, 15, GIVEN, EXPLAINED), "15, and not found able to decide alone");
        assert!(holds(early, 15, GIVEN, GILLICK));
        assert!(holds(early, 16, GIVEN, EXPLAINED));
        assert!(!holds(early, 16, GIVEN, NOT_REQUIRED), "16, but no reason is recorded");
        assert!(!holds(early, 16, EXPLAINED, EXPLAINED), "only a knife plan can do without the child");
    }

    #[test]
    fn a_knife_plan_needs_the_record_that_the_child_was_told() {
        let knife = Pathway::KnifePlan;
        assert!(holds(knife, 12, EXPLAINED, NOT_REQUIRED));
        assert!(!holds(knife, 12, NOT_REQUIRED, NOT_REQUIRED), "nothing says that the child was told");
        assert!(!holds(knife, 12, EXPLAINED, REFUSED));
        assert!(holds(knife, 12, GIVEN, GIVEN), "agreement is as good there");
    }

    #[test]
    fn missing_and_expired_answers_do_not_hold() {
        let one_sided =
            Participation { pathway: Pathway::Turnaround, age: 17, child: Some(GIVEN), parent: None };
        assert!(!one_sided.holds(today()));
        let until = |day: &str| Answer { expires_on: Some(day.parse().unwrap()), ..GIVEN };
        assert!(holds(Pathway::Turnaround, 12, until("2026-11-23"), GIVEN), "its last day");
        assert!(!holds(Pathway::Turnaround, 12, GIVEN, until("2026-11-22")));
    }

    #[test]
    fn consent_moves_only_a_case_that_waits_for_it() {
        assert_eq!(next_case_status(CaseStatus::AwaitingConsent, true, true), CaseStatus::Allocated);
        assert_eq!(next_case_status(CaseStatus::AwaitingConsent, true, false), CaseStatus::Open);
        assert_eq!(next_case_status(CaseStatus::AwaitingConsent, false, true), CaseStatus::AwaitingConsent);
        for status in CaseStatus::iter().filter(|status| *status != CaseStatus::AwaitingConsent) {
            for (holds, worker) in [(true, true), (true, false), (false, true), (false, false)] {
                assert_eq!(next_case_status(status, holds, worker), status);
            }
        }
    }

    fn recorded() -> Recorded<'static> {
        Recorded {
            kind: ConsentKind::ParticipateParent,
            status: ConsentStatus::Given,
            given_by: "mother",
            reason: None,
            gillick_reasons: None,
            decided_on: today(),
            expires_on: None,
            names_organisation: false,
        }
    }

    fn fields(recorded: Recorded<'_>) -> Vec<String> {
        recorded.problems(today()).into_iter().map(|problem| problem.field.join(".")).collect()
    }

    #[test]
    fn what_is_recorded_explains_itself() {
        let tomorrow = today().succ_opt().unwrap();
        assert!(fields(recorded()).is_empty());
        assert_eq!(fields(Recorded { status: ConsentStatus::NotRequired, ..recorded() }), ["reason"]);
        let gillick = Some("understands");
        assert!(
            fields(Recorded { status: ConsentStatus::NotRequired, gillick_reasons: gillick, ..recorded() })
                .is_empty()
        );
        assert_eq!(fields(Recorded { status: ConsentStatus::Withdrawn, ..recorded() }), ["status"]);
        assert_eq!(
            fields(Recorded { kind: ConsentKind::ShareWithOrganisation, ..recorded() }),
            ["organisationId"]
        );
        assert_eq!(
            fields(Recorded { decided_on: tomorrow, given_by: "", ..recorded() }),
            ["givenBy", "decidedOn"]
        );
        assert_eq!(fields(Recorded { expires_on: today().pred_opt(), ..recorded() }), ["expiresOn"]);
    }

    #[test]
    fn only_what_was_given_is_taken_back() {
        let tomorrow = today().succ_opt().unwrap();
        assert_eq!(withdrawal(ConsentStatus::Given, today(), today(), today()), None);
        let code = |status, on| withdrawal(status, today(), on, today()).map(|problem| problem.code);
        assert_eq!(code(ConsentStatus::Refused, today()), Some(ProblemCode::NotAllowedInStatus));
        assert_eq!(code(ConsentStatus::Given, tomorrow), Some(ProblemCode::OutOfRange));
        assert_eq!(code(ConsentStatus::Given, today().pred_opt().unwrap()), Some(ProblemCode::OutOfRange));
    }
}
