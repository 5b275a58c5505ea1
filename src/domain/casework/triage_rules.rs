//! What a decision on a referral must hold, what cannot be decided, and where a referral goes in the first place.
//!
//! Owns no status: that is in `referral_rules`.

use chrono::NaiveDate;

use crate::{
    domain::record::calendar::Calendar,
    platform::error::{Problem, ProblemCode},
    words::{DecisionReason, Pathway, ReferralSource, TriageOutcome, Trigger, text::TextKind},
};

/// Within how many working days the same child and event make a duplicate. Working rule of counting.
const DUPLICATE_DAYS: u32 = 10;
/// The furthest day for an answer, in working days.
const LONGEST_QUESTION: u32 = 20;
/// How many questions come before "not enough information" is a reason. Working rule.
const QUESTIONS_BEFORE_DECLINING: u32 = 2;

/// A decision as triage gives it.
#[derive(Clone, Copy, Debug)]
pub struct Decision<'a> {
    /// What is decided.
    pub outcome: TriageOutcome,
    /// Why.
    pub reason: Option<DecisionReason>,
    /// The reasons, for the service.
    pub rationale: &'a str,
    /// The words for those who referred.
    pub feedback: &'a str,
    /// By which way the child comes to help.
    pub pathway: Option<Pathway>,
    /// By when a question is to be answered.
    pub answer_due_on: Option<NaiveDate>,
    /// To whom it is sent on, or what is offered instead.
    pub redirect_to: Option<&'a str>,
    /// Whether a case is named that it is added to.
    pub names_case: bool,
    /// Whether a referral is named that it repeats.
    pub names_original: bool,
}

/// What is known of a referral when it is decided.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The event that led to it.
    pub trigger: Trigger,
    /// Whether a safeguarding concern about the child is open.
    pub open_concern: bool,
    /// How many questions were asked before.
    pub questions_asked: u32,
}

impl Decision<'_> {
    /// What is wrong with the decision, each problem at its field.
    #[must_use]
    pub fn problems(&self, known: Known, today: NaiveDate, calendar: &Calendar) -> Vec<Problem> {
        let texts = [
            TextKind::Account.needed("rationale", self.rationale),
            TextKind::Account.needed("feedback", self.feedback),
            TextKind::Reason.optional("redirectTo", self.redirect_to),
        ];
        let rest = [
            self.what_is_missing(),
            self.alternative(),
            self.answer_due_on.and_then(|on| answer_day("answerDueOn", on, today, calendar)),
            (self.outcome == TriageOutcome::Decline).then(|| declining(self.reason, known)).flatten(),
        ];
        texts.into_iter().chain(rest).flatten().collect()
    }

    /// What the outcome asks for besides.
    fn what_is_missing(&self) -> Option<Problem> {
        let redirected = self.redirect_to.is_some_and(|to| !to.trim().is_empty());
        let (missing, field, message) = match self.outcome {
            TriageOutcome::Accept => {
                (self.pathway.is_none(), "pathway", "Say by which way the child comes to help.")
            }
            TriageOutcome::AddToOpenCase => (!self.names_case, "caseId", "Say to which case it is added."),
            TriageOutcome::RequestInfo => return None,
            TriageOutcome::Redirect => (!redirected, "redirectTo", "Say to whom it is sent on."),
            TriageOutcome::Decline => (self.reason.is_none(), "reason", "Say why it is not taken on."),
            TriageOutcome::Duplicate => {
                (!self.names_original, "duplicateOfId", "Say which referral it repeats.")
            }
        };
        missing.then(|| Problem::new(field, ProblemCode::Required, message))
    }

    /// Where there is no room, something else is offered.
    fn alternative(&self) -> Option<Problem> {
        let declined =
            self.outcome == TriageOutcome::Decline && self.reason == Some(DecisionReason::NoCapacity);
        let nothing = self.redirect_to.is_none_or(|to| to.trim().is_empty());
        (declined && nothing).then(|| {
            Problem::new(
                "redirectTo",
                ProblemCode::Required,
                "Say what is offered instead while there is no room.",
            )
        })
    }
}

/// Why a referral cannot be declined, if it cannot.
fn declining(reason: Option<DecisionReason>, known: Known) -> Option<Problem> {
    decline_blocked(known.trigger, known.open_concern).or_else(|| {
        let too_soon = reason == Some(DecisionReason::InsufficientInformation)
            && known.questions_asked < QUESTIONS_BEFORE_DECLINING;
        too_soon.then(|| {
            let message = "Ask those who referred twice before declining for want of information.";
            Problem::new("reason", ProblemCode::Invalid, message)
        })
    })
}

/// A referral of a child found with a knife is not declined (Home Office and Ministry of Justice guidance, February 2026: a
/// plan is mandatory), nor one of a child about whom a safeguarding concern is open (working rule).
#[must_use]
pub fn decline_blocked(trigger: Trigger, open_concern: bool) -> Option<Problem> {
    if open_concern {
        let message =
            "A safeguarding concern about this child is open. Resolve it first, accept, or redirect.";
        return Some(Problem::new("outcome", ProblemCode::OpenSafeguardingConcern, message));
    }
    (trigger == Trigger::KnifePossession).then(|| {
        let message = "A child found with a knife must have a plan: this referral cannot be declined.";
        Problem::new("outcome", ProblemCode::Invalid, message)
    })
}

/// Whether a referral cannot be withdrawn because a safeguarding concern is open. Working rule.
#[must_use]
pub fn withdrawal_blocked(open_concern: bool) -> Option<Problem> {
    open_concern.then(|| {
        let message =
            "A safeguarding concern about this child is open. Resolve it before withdrawing the referral.";
        Problem::new("", ProblemCode::OpenSafeguardingConcern, message)
    })
}

/// Whether a manager has to agree: when a referral of the police or an emergency department is declined, and whenever there
/// is no room. Working rule.
#[must_use]
pub const fn needs_countersign(
    outcome: TriageOutcome,
    reason: Option<DecisionReason>,
    source: ReferralSource,
) -> bool {
    let not_taken_on = matches!(outcome, TriageOutcome::Decline | TriageOutcome::Redirect);
    let no_room = matches!(reason, Some(DecisionReason::NoCapacity));
    let watched = matches!(
        source,
        ReferralSource::Police | ReferralSource::PoliceCustody | ReferralSource::EmergencyDepartment
    );
    (not_taken_on && no_room) || (matches!(outcome, TriageOutcome::Decline) && watched)
}

/// What is wrong with the day by which an answer is asked for, if anything.
#[must_use]
pub fn answer_day(field: &str, on: NaiveDate, today: NaiveDate, calendar: &Calendar) -> Option<Problem> {
    let (first, last) =
        (calendar.add_working_days(today, 1), calendar.add_working_days(today, LONGEST_QUESTION));
    if on < first || on > last {
        let message =
            format!("Choose a day from {} to {}.", first.format("%-d %B %Y"), last.format("%-d %B %Y"));
        return Some(Problem::new(field, ProblemCode::OutOfRange, message));
    }
    let closed = !calendar.is_working_day(on);
    closed.then(|| {
        Problem::new(field, ProblemCode::Invalid, "Choose a working day: Monday to Friday, no bank holiday.")
    })
}

/// What of a referral tells whether another one repeats it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The event.
    pub trigger: Trigger,
    /// When it was.
    pub triggered_on: Option<NaiveDate>,
    /// The day on which the referral was sent.
    pub submitted_on: NaiveDate,
}

/// Whether two referrals of one child are of one occasion: the same event on the same day, sent within 10 working days.
/// Worry without an event is never a repeat. Working rule of counting; what is no duplicate is still read by somebody.
#[must_use]
pub fn is_duplicate(one: Occasion, other: Occasion, calendar: &Calendar) -> bool {
    let (first, second) =
        (one.submitted_on.min(other.submitted_on), one.submitted_on.max(other.submitted_on));
    one.trigger != Trigger::None
        && one.trigger == other.trigger
        && one.triggered_on.is_some()
        && one.triggered_on == other.triggered_on
        && calendar.working_days_between(first, second) <= DUPLICATE_DAYS
}

/// Where a child and those who refer belong, each as the youth justice service of that council, if it has one here.
#[derive(Clone, Copy, Debug)]
pub struct Whereabouts<S> {
    /// Of the council in which the child lives, by the postcode look-up.
    pub home: Option<S>,
    /// Of the council of the child's school.
    pub childs_school: Option<S>,
    /// Of the council of the school that refers.
    pub referring_school: Option<S>,
    /// As those who refer choose.
    pub choice: Option<S>,
}

/// Who receives a referral: the service of the first of these that is known, and where none is, all services until one of
/// them takes it. Never nobody, as long as there is a service. Working rule.
#[must_use]
pub fn receiving_services<S: Copy>(whereabouts: Whereabouts<S>, all: &[S]) -> Vec<S> {
    let Whereabouts { home, childs_school, referring_school, choice } = whereabouts;
    home.or(childs_school)
        .or(referring_school)
        .or(choice)
        .map_or_else(|| all.to_vec(), |service| vec![service])
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const KNOWN: Known = Known { trigger: Trigger::None, open_concern: false, questions_asked: 0 };

    fn decision(outcome: TriageOutcome) -> Decision<'static> {
        Decision {
            outcome,
            reason: None,
            rationale: "Read with the school's account.",
            feedback: "Thank you. We will ring the mother this week.",
            pathway: None,
            answer_due_on: None,
            redirect_to: None,
            names_case: false,
            names_original: false,
        }
    }

    fn told(decision: Decision<'_>, known: Known) -> Vec<(String, ProblemCode)> {
        let problems = decision.problems(known, date("2026-11-23"), Calendar::england());
        problems.into_iter().map(|problem| (problem.field.join("."), problem.code)).collect()
    }

    #[test]
    fn each_outcome_says_what_it_needs() {
        let needed = |outcome| told(decision(outcome), KNOWN);
        let required = |field: &str| vec![(field.to_owned(), ProblemCode::Required)];
        assert_eq!(needed(TriageOutcome::Accept), required("pathway"));
        assert_eq!(needed(TriageOutcome::AddToOpenCase), required("caseId"));
        assert_eq!(needed(TriageOutcome::RequestInfo), []);
        assert_eq!(needed(TriageOutcome::Redirect), required("redirectTo"));
        assert_eq!(needed(TriageOutcome::Decline), required("reason"));
        assert_eq!(needed(TriageOutcome::Duplicate), required("duplicateOfId"));
        let wordless = Decision { rationale: "", feedback: " ", ..decision(TriageOutcome::RequestInfo) };
        assert_eq!(told(wordless, KNOWN).len(), 2);
    }

    fn declined(reason: DecisionReason) -> Decision<'static> {
        Decision { reason: Some(reason), ..decision(TriageOutcome::Decline) }
    }

    #[test]
    fn knives_and_open_concerns_are_not_declined() {
        let found = Known { trigger: Trigger::KnifePossession, ..KNOWN };
        let open = Known { open_concern: true, ..KNOWN };
        let code = |known| told(declined(DecisionReason::OutOfArea), known).first().map(|(_, code)| *code);
        assert_eq!(code(KNOWN), None);
        assert_eq!(code(found), Some(ProblemCode::Invalid));
        assert_eq!(code(open), Some(ProblemCode::OpenSafeguardingConcern));
        let redirected = Decision { redirect_to: Some("Early help"), ..decision(TriageOutcome::Redirect) };
        assert_eq!(told(redirected, found), []);
        assert!(withdrawal_blocked(true).is_some() && withdrawal_blocked(false).is_none());
    }

    #[test]
    fn some_reasons_come_with_conditions() {
        assert_eq!(
            told(declined(DecisionReason::NoCapacity), KNOWN),
            [("redirectTo".into(), ProblemCode::Required)]
        );
        let offered = Decision { redirect_to: Some("Youth club"), ..declined(DecisionReason::NoCapacity) };
        assert_eq!(told(offered, KNOWN), []);
        let uninformed = declined(DecisionReason::InsufficientInformation);
        assert_eq!(told(uninformed, KNOWN), [("reason".into(), ProblemCode::Invalid)]);
        assert_eq!(told(uninformed, Known { questions_asked: 2, ..KNOWN }), []);
    }

    #[test]
    fn a_manager_agrees_where_the_rule_says() {
        for source in ReferralSource::iter() {
            let watched = ["POLICE", "POLICE_CUSTODY", "EMERGENCY_DEPARTMENT"].contains(&source.as_str());
            let out_of_area = Some(DecisionReason::OutOfArea);
            assert_eq!(needs_countersign(TriageOutcome::Decline, out_of_area, source), watched, "{source}");
            assert!(needs_countersign(TriageOutcome::Decline, Some(DecisionReason::NoCapacity), source));
            assert!(needs_countersign(TriageOutcome::Redirect, Some(DecisionReason::NoCapacity), source));
            assert!(!needs_countersign(TriageOutcome::Redirect, out_of_area, source));
            assert!(!needs_countersign(TriageOutcome::Accept, None, source));
        }
    }

    #[test]
    fn answers_are_asked_for_on_a_working_day_to_come() {
        let (monday, england) = (date("2026-11-23"), Calendar::england());
        let code =
            |on: &str| answer_day("answerDueOn", date(on), monday, england).map(|problem| problem.code);
        assert_eq!(code("2026-11-24"), None);
        assert_eq!(code("2026-11-23"), Some(ProblemCode::OutOfRange));
        assert_eq!(code("2026-11-28"), Some(ProblemCode::Invalid));
        assert_eq!(code("2027-03-01"), Some(ProblemCode::OutOfRange));
    }

    #[test]
    fn one_occasion_is_the_same_event_on_the_same_day() {
        let england = Calendar::england();
        let knife = Occasion {
            trigger: Trigger::KnifePossession,
            triggered_on: Some(date("2026-11-20")),
            submitted_on: date("2026-11-23"),
        };
        let later = |day: &str| Occasion { submitted_on: date(day), ..knife };
        assert!(is_duplicate(knife, later("2026-12-07"), england), "10 working days later");
        assert!(is_duplicate(later("2026-12-07"), knife, england), "whichever came first");
        assert!(!is_duplicate(knife, later("2026-12-08"), england), "11 working days later");
        let other_day = Occasion { triggered_on: Some(date("2026-11-21")), ..knife };
        assert!(!is_duplicate(knife, other_day, england));
        let no_day = Occasion { triggered_on: None, ..knife };
        assert!(!is_duplicate(no_day, no_day, england), "which day it was is not known");
        let worry = Occasion { trigger: Trigger::None, ..knife };
        assert!(!is_duplicate(worry, worry, england), "worry is never a repeat");
        assert!(!is_duplicate(knife, Occasion { trigger: Trigger::Suspension, ..knife }, england));
    }

    #[test]
    fn somebody_always_receives_a_referral() {
        let (swindon, wiltshire) = ("Swindon", "Wiltshire");
        let all = [swindon, wiltshire];
        let nowhere = Whereabouts { home: None, childs_school: None, referring_school: None, choice: None };
        assert_eq!(receiving_services(nowhere, &all), all);
        let chosen = Whereabouts { choice: Some(swindon), ..nowhere };
        assert_eq!(receiving_services(chosen, &all), [swindon]);
        let by_school = Whereabouts { referring_school: Some(wiltshire), ..chosen };
        assert_eq!(receiving_services(by_school, &all), [wiltshire]);
        let by_pupil = Whereabouts { childs_school: Some(swindon), ..by_school };
        assert_eq!(receiving_services(by_pupil, &all), [swindon]);
        let by_home = Whereabouts { home: Some(wiltshire), ..by_pupil };
        assert_eq!(receiving_services(by_home, &all), [wiltshire]);
    }
}
