//! What is wrong with a referral that somebody sends, each problem at its field. Danger comes first.
//!
//! Owns the form's rules. Only the child's name, birth date and sex, what happened, the main factor, danger and whether a
//! parent knows are needed. A problem never costs what was typed: the form keeps it, and a draft is on the server.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{
    account_rules,
    submission::{EmergencyCall, Submission},
};
use crate::{
    domain::{
        people::details::{at_most, join},
        record::calendar::local_date,
    },
    platform::error::{Problem, ProblemCode},
    words::{FactorCode, Urgency, text::TextKind},
};

/// The most factors, strengths or lines of evidence.
const FACTORS: usize = 60;
/// How far ahead of ours the clock of whoever calls may be.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(10);

/// What is known when a referral is sent.
#[derive(Clone, Copy, Debug)]
pub struct Sending {
    /// Now.
    pub now: DateTime<Utc>,
    /// Whether a service that would receive it is open now.
    pub service_open: bool,
    /// The birth date of a child whose record is given by its id.
    pub known_birth_date: Option<NaiveDate>,
}

impl Submission {
    /// What is wrong with it; nothing, if it can be sent.
    #[must_use]
    pub fn problems(&self, sending: Sending) -> Vec<Problem> {
        let today = local_date(sending.now);
        let born = self.child.as_ref().map(|child| child.date_of_birth).or(sending.known_birth_date);
        let mut problems = self.danger(sending);
        problems.extend(self.child(today));
        problems.extend(self.factors());
        problems.extend(
            [
                past_day("triggeredOn", self.triggered_on, born, today),
                past_day("lastIncidentOn", self.account.last_incident_on, born, today),
                TextKind::Line.optional("externalReference", self.external_reference.as_deref()),
            ]
            .into_iter()
            .flatten(),
        );
        problems.extend(account_rules::problems(&self.account));
        problems
    }

    /// A child in danger now is helped by a call, not by a form; and outside service hours nobody reads what is immediate.
    fn danger(&self, sending: Sending) -> Vec<Problem> {
        let Some(call) = &self.emergency_call else {
            let unread = self.urgency == Urgency::Immediate && !sending.service_open;
            let message = if self.immediate_danger {
                "Ring 999 or the front door of the child's council now. Then say here whom you called and when. What you have \
                 written is kept."
            } else {
                "Nobody reads this before the service opens. Ring the front door of the child's council, then say here whom you \
                 called and when. What you have written is kept."
            };
            let first = || Problem::new("emergencyCall", ProblemCode::CallFirst, message);
            return (self.immediate_danger || unread).then(first).into_iter().collect();
        };
        call_problems(call, "emergencyCall", sending.now)
    }

    fn child(&self, today: NaiveDate) -> Vec<Problem> {
        match (&self.child, self.young_person_id) {
            (Some(_), Some(_)) => {
                vec![Problem::new(
                    "youngPersonId",
                    ProblemCode::Invalid,
                    "Give the child's record or details, not both.",
                )]
            }
            (None, None) => vec![Problem::new("youngPerson", ProblemCode::Required, "Say who the child is.")],
            (None, Some(_)) => Vec::new(),
            (Some(child), None) => child.problems("youngPerson", today),
        }
    }

    /// Risk factors and strengths stand where they belong, and what follows a child for years has a line of evidence.
    fn factors(&self) -> Vec<Problem> {
        let risk = |field: &str, code: FactorCode| {
            code.is_protective()
                .then(|| Problem::new(field, ProblemCode::Invalid, "This is a strength. Give it there."))
        };
        let strength = |field: &str, code: FactorCode| {
            (!code.is_protective())
                .then(|| Problem::new(field, ProblemCode::Invalid, "This is a risk, not a strength."))
        };
        let numbered = |name: &'static str| {
            move |(place, code): (usize, &FactorCode)| (format!("{name}.{place}"), *code)
        };
        let factors = self.factors.iter().enumerate().map(numbered("factors"));
        let strengths = self.strengths.iter().enumerate().map(numbered("strengths"));
        [
            risk("mainFactor", self.main_factor),
            at_most("factors", self.factors.len(), FACTORS),
            at_most("strengths", self.strengths.len(), FACTORS),
            at_most("evidence", self.account.evidence.len(), FACTORS),
        ]
        .into_iter()
        .chain(factors.map(|(field, code)| risk(&field, code)))
        .chain(strengths.map(|(field, code)| strength(&field, code)))
        .flatten()
        .chain(self.evidence())
        .collect()
    }

    fn evidence(&self) -> Vec<Problem> {
        let evidence = &self.account.evidence;
        let has_line =
            |code: FactorCode| evidence.iter().any(|(about, text)| *about == code && !text.trim().is_empty());
        let bare = self.risk_factors().into_iter().filter(|code| code.needs_evidence() && !has_line(*code));
        let missing = bare.map(|code| {
            let message = format!("Say in a line what you saw or know about {}.", in_words(code));
            Problem::new("evidence", ProblemCode::Required, message)
        });
        let texts = evidence.iter().enumerate();
        let texts = texts.filter_map(|(place, (_, text))| {
            TextKind::Reason.optional(&format!("evidence.{place}.text"), Some(text))
        });
        missing.chain(texts).collect()
    }
}

fn in_words(code: FactorCode) -> String {
    code.as_str().to_lowercase().replace('_', " ")
}

/// What is wrong with a call, each problem at its field under `path`.
#[must_use]
pub fn call_problems(call: &EmergencyCall, path: &str, now: DateTime<Utc>) -> Vec<Problem> {
    let to_come = call.called_at > now + CLOCKS_DIFFER;
    let message = "This time is in the future. Say when you called.";
    [
        TextKind::Line.needed(&join(path, "agency"), &call.agency),
        to_come.then(|| Problem::new(&join(path, "calledAt"), ProblemCode::OutOfRange, message)),
        TextKind::Line.optional(&join(path, "spokeTo"), call.spoke_to.as_deref()),
        TextKind::Line.optional(&join(path, "reference"), call.reference.as_deref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is wrong with the day of an event, if anything: it is over, and the child was born.
fn past_day(
    field: &str,
    on: Option<NaiveDate>,
    born: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Problem> {
    let on = on?;
    let message = if on > today {
        "This date is in the future."
    } else if born.is_some_and(|born| on < born) {
        "This date is before the child was born."
    } else {
        return None;
    };
    Some(Problem::new(field, ProblemCode::OutOfRange, message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::people::details::tests::child,
        entity::casework::referral::Account,
        words::{ParentNotToldReason, ReferralSource, Trigger},
    };

    fn now() -> DateTime<Utc> {
        "2026-11-23T10:00:00Z".parse().unwrap()
    }

    /// The shortest referral that can be sent.
    fn short() -> Submission {
        Submission {
            young_person_id: None,
            child: Some(child()),
            source: ReferralSource::School,
            service_id: None,
            urgency: Urgency::Routine,
            trigger: Trigger::None,
            triggered_on: None,
            main_factor: FactorCode::PersistentAbsence,
            factors: Vec::new(),
            strengths: Vec::new(),
            immediate_danger: false,
            emergency_call: None,
            account: Account {
                what_happened: "She stays away since the fight.".into(),
                parent_aware: true,
                ..Account::default()
            },
            external_reference: None,
            requested_programme_id: None,
        }
    }

    fn call() -> EmergencyCall {
        EmergencyCall { agency: "Police, 999".into(), called_at: now(), spoke_to: None, reference: None }
    }

    fn told_when(submission: &Submission, service_open: bool) -> Vec<(String, ProblemCode)> {
        let problems = submission.problems(Sending { now: now(), service_open, known_birth_date: None });
        problems.into_iter().map(|problem| (problem.field.join("."), problem.code)).collect()
    }

    fn told(submission: &Submission) -> Vec<(String, ProblemCode)> {
        told_when(submission, true)
    }

    #[test]
    fn the_short_form_is_enough() {
        assert_eq!(told(&short()), []);
        assert_eq!(told_when(&short(), false), [], "at any hour");
    }

    #[test]
    fn danger_comes_first_and_asks_for_a_call() {
        let in_danger = Submission {
            immediate_danger: true,
            account: Account { what_happened: String::new(), ..short().account },
            ..short()
        };
        let problems = told(&in_danger);
        assert_eq!(problems[0], ("emergencyCall".into(), ProblemCode::CallFirst));
        assert_eq!(problems[1], ("whatHappened".into(), ProblemCode::Required), "and the rest is told too");
        let called = Submission { immediate_danger: true, emergency_call: Some(call()), ..short() };
        assert_eq!(told_when(&called, false), []);
        assert_eq!(called.effective_urgency(), Urgency::Immediate);
        assert!(called.raises_concern());
    }

    #[test]
    fn immediate_outside_hours_needs_the_call() {
        let immediate = Submission { urgency: Urgency::Immediate, ..short() };
        assert_eq!(told_when(&immediate, true), []);
        assert_eq!(told_when(&immediate, false), [("emergencyCall".into(), ProblemCode::CallFirst)]);
        let called = Submission { emergency_call: Some(call()), ..immediate };
        assert_eq!(told_when(&called, false), []);
        let to_come = EmergencyCall { called_at: now() + TimeDelta::hours(1), agency: " ".into(), ..call() };
        let fields: Vec<_> = call_problems(&to_come, "call", now())
            .into_iter()
            .map(|problem| problem.field.join("."))
            .collect();
        assert_eq!(fields, ["call.agency", "call.calledAt"]);
    }

    #[test]
    fn there_is_one_child() {
        let id = Some(uuid::Uuid::nil().into());
        assert_eq!(told(&Submission { young_person_id: id, ..short() })[0].0, "youngPersonId");
        assert_eq!(
            told(&Submission { child: None, ..short() }),
            [("youngPerson".into(), ProblemCode::Required)]
        );
        assert_eq!(told(&Submission { child: None, young_person_id: id, ..short() }), []);
    }

    #[test]
    fn five_factors_need_a_line_of_evidence() {
        let mut submission = Submission {
            main_factor: FactorCode::GangAssociation,
            factors: vec![FactorCode::CarriedWeapon, FactorCode::MentalHealth, FactorCode::GangAssociation],
            ..short()
        };
        assert_eq!(told(&submission), vec![("evidence".to_owned(), ProblemCode::Required); 2]);
        submission.account.evidence = vec![
            (FactorCode::GangAssociation, "Seen with the older boys at the shop.".into()),
            (FactorCode::CarriedWeapon, " ".into()),
        ];
        assert_eq!(told(&submission), [("evidence".into(), ProblemCode::Required)], "blank is no evidence");
        submission.account.evidence[1].1 = "A teacher found a blade.".into();
        assert_eq!(told(&submission), []);
        let once = [FactorCode::GangAssociation, FactorCode::CarriedWeapon, FactorCode::MentalHealth];
        assert_eq!(submission.risk_factors(), once);
    }

    #[test]
    fn risks_and_strengths_stand_where_they_belong() {
        let mixed = Submission {
            main_factor: FactorCode::TrustedAdult,
            factors: vec![FactorCode::MentalHealth, FactorCode::StableHome],
            strengths: vec![FactorCode::Deprivation],
            ..short()
        };
        let fields: Vec<_> = told(&mixed).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["mainFactor", "factors.1", "strengths.0"]);
    }

    #[test]
    fn events_are_over_and_the_child_was_born() {
        let on = |day: &str| Submission {
            trigger: Trigger::Suspension,
            triggered_on: Some(day.parse().unwrap()),
            ..short()
        };
        assert_eq!(told(&on("2026-11-23")), []);
        assert_eq!(told(&on("2026-11-24")), [("triggeredOn".into(), ProblemCode::OutOfRange)]);
        assert_eq!(told(&on("2012-04-30")), [("triggeredOn".into(), ProblemCode::OutOfRange)]);
    }

    #[test]
    fn a_child_under_ten_is_referred_for_welfare_not_refused() {
        let nine = crate::domain::people::details::ChildDetails {
            date_of_birth: "2017-11-01".parse().unwrap(),
            ..child()
        };
        let knife = Submission { child: Some(nine), trigger: Trigger::KnifePossession, ..short() };
        assert_eq!(told(&knife), []);
    }

    #[test]
    fn a_parent_is_told_or_not() {
        let mut submission = short();
        submission.account.parent_not_told = Some(ParentNotToldReason::ChildAsked);
        assert_eq!(told(&submission)[0].0, "parentNotTold");
        submission.account.parent_aware = false;
        assert_eq!(told(&submission), []);
        assert_eq!(submission.parent_not_told(), Some(ParentNotToldReason::ChildAsked));
        submission.account.parent_not_told = None;
        assert_eq!(
            submission.parent_not_told(),
            Some(ParentNotToldReason::NotYet),
            "nobody rings by mistake"
        );
        submission.account.parent_agrees = Some(true);
        assert_eq!(told(&submission)[0].0, "parentAgrees");
    }
}
