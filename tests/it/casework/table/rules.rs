//! What is expected of each operation: who may, where it works, and where it leads. From the agreed policy ("See" and "Do")
//! and the paths of referral and case; nothing here asks the program.
//!
//! Who does not see the row hears NOT_FOUND; who sees it and may not do it, FORBIDDEN; who may, where it stands elsewhere,
//! NOT_ALLOWED_IN_STATUS. In this order.

use super::{PEOPLE, STRANGER};

/// What is expected of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It is done, and the row stands here afterwards.
    Works {
        to: String,
    },
    NotSignedIn,
    NotFound,
    Forbidden,
    NotAllowedInStatus,
}

/// A line: the operation, who may, in which standings it works (words of `GROUPS`), the status afterwards (`=`: the same).
pub type Line = (&'static str, &'static str, &'static str, &'static str);

/// Standings of a referral that the rules do not tell apart.
pub const GROUPS: &[(&str, &[&str])] = &[
    ("sent", &["SUBMITTED", "SUBMITTED taken", "SUBMITTED taken by another"]),
    ("asked", &["INFO_REQUESTED", "INFO_REQUESTED taken"]),
    ("untaken", &["SUBMITTED", "INFO_REQUESTED"]),
    ("taken", &["SUBMITTED taken", "SUBMITTED taken by another", "INFO_REQUESTED taken"]),
    ("waiting", &["DECLINED waiting", "DECLINED waiting, decided by the manager"]),
    (
        "decided",
        &["ACCEPTED", "ADDED_TO_CASE", "REDIRECTED", "REDIRECTED confirmed", "DECLINED", "DUPLICATE"],
    ),
    (
        "challenged",
        &[
            "ACCEPTED challenged",
            "ADDED_TO_CASE challenged",
            "REDIRECTED challenged",
            "DECLINED challenged",
            "DUPLICATE challenged",
        ],
    ),
    ("unconfirmed", &["REDIRECTED", "REDIRECTED challenged"]),
    ("withdrawn", &["WITHDRAWN"]),
];

/// Operations on a referral. `sender` is the group or person that sent it.
pub const REFERRALS: &[Line] = &[
    // Nothing that anyone sends is dropped; it answers an open question. After a withdrawal a new referral is right.
    ("addReferralInformation", "sender", "sent waiting decided challenged", "="),
    ("addReferralInformation", "sender", "asked", "SUBMITTED"),
    ("messageReferrer", "triage manager caseworker", "sent asked waiting decided challenged", "="),
    // Any open one; a decision that waits for the manager is none to those who sent it.
    ("withdrawReferral", "sender", "sent asked waiting", "WITHDRAWN"),
    // Once a decision.
    ("challengeDecision", "sender", "decided", "="),
    ("takeReferral", "triage manager", "untaken", "="),
    ("releaseReferral", "triage manager", "taken", "="),
    ("passReferral", "triage manager", "sent asked", "="),
    ("triageReferral ACCEPT", "triage manager", "sent asked", "ACCEPTED"),
    ("triageReferral ADD_TO_OPEN_CASE", "triage manager", "sent asked", "ADDED_TO_CASE"),
    ("triageReferral REQUEST_INFO", "triage manager", "sent", "INFO_REQUESTED"),
    ("triageReferral REDIRECT", "triage manager", "sent asked", "REDIRECTED"),
    ("triageReferral DECLINE", "triage manager", "sent asked", "DECLINED"),
    ("triageReferral DUPLICATE", "triage manager", "sent asked", "DUPLICATE"),
    ("countersignDecision agree", "manager", "waiting", "DECLINED"),
    ("countersignDecision disagree", "manager", "waiting", "SUBMITTED"),
    ("confirmRedirect", "triage manager", "unconfirmed", "="),
];

/// Statuses of a case that is open: it may be worked and written in. CLOSED and TRANSFERRED are only read.
pub const OPEN: &str = "AWAITING_CONSENT OPEN ALLOCATED ASSESSMENT PLAN_AGREED ACTIVE ON_HOLD CLOSING";
const OPEN_OR_CLOSED: &str =
    "AWAITING_CONSENT OPEN ALLOCATED ASSESSMENT PLAN_AGREED ACTIVE ON_HOLD CLOSING CLOSED";
const EVER: &str =
    "AWAITING_CONSENT OPEN ALLOCATED ASSESSMENT PLAN_AGREED ACTIVE ON_HOLD CLOSING CLOSED TRANSFERRED";

/// Operations on a case and what belongs to it. `worker` is the caseworker of the case, `assignee` whose task it is.
pub const CASES: &[Line] = &[
    ("allocateCase", "manager", "OPEN", "ALLOCATED"),
    (
        "allocateCase",
        "manager",
        "AWAITING_CONSENT ALLOCATED ASSESSMENT PLAN_AGREED ACTIVE ON_HOLD CLOSING",
        "=",
    ),
    ("addCaseNote", "worker manager", OPEN, "="),
    ("amendCaseNote of the worker", "worker manager", OPEN, "="),
    ("amendCaseNote of the manager", "manager", OPEN, "="),
    ("setGoal", "worker manager", OPEN, "="),
    ("rateGoal", "worker manager", OPEN, "="),
    ("recordMeasure", "worker manager", OPEN, "="),
    // What follows up comes when the case is closed.
    ("recordMeasure after 6 months", "worker manager", OPEN_OR_CLOSED, "="),
    ("createTask", "worker manager", OPEN, "="),
    ("changeTask", "worker manager", OPEN, "="),
    // What is still to be done when a case has ended can be ticked off; nothing else ever takes it off a list.
    ("completeTask", "assignee manager", EVER, "="),
    // A consent is the child's, not the case's.
    ("recordConsent", "worker triage manager", EVER, "="),
    ("withdrawConsent", "worker triage manager", EVER, "="),
    // So is the record; and harm is told and dealt with wherever a case stands.
    ("changeYoungPerson", "worker triage manager", EVER, "="),
    ("changeContact", "worker triage manager", EVER, "="),
    ("raiseSafeguardingConcern", "worker triage manager", EVER, "="),
    ("resolveSafeguardingConcern", "worker triage manager", EVER, "="),
];

/// Who sees what an operation on a case is about.
pub const CASES_SEEN: &[(&str, &str)] = &[
    ("allocateCase", "worker triage manager"),
    ("addCaseNote", "worker triage manager"),
    ("amendCaseNote of the worker", "worker manager"), // for the case team
    ("amendCaseNote of the manager", "worker triage manager"), // for the service
    ("setGoal", "worker triage manager"),
    ("rateGoal", "worker manager"), // what the work is about
    ("recordMeasure", "worker triage manager"),
    ("recordMeasure after 6 months", "worker triage manager"),
    ("createTask", "worker triage manager"),
    ("changeTask", "assignee manager"),
    ("completeTask", "assignee manager"),
    ("recordConsent", "worker triage manager"),
    ("withdrawConsent", "worker triage manager"),
    ("changeYoungPerson", "worker triage manager"),
    ("changeContact", "worker triage manager"),
    ("raiseSafeguardingConcern", "worker triage manager"),
    ("resolveSafeguardingConcern", "worker triage manager"),
];

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

fn in_group(list: &str, standing: &str) -> bool {
    GROUPS.iter().any(|(group, members)| has(list, group) && members.contains(&standing))
}

/// Whether a case in this status is open.
pub fn is_open(status: &str) -> bool {
    has(OPEN, status)
}

/// A referral where it stands.
pub struct OfReferral<'a> {
    pub standing: &'a str,
    pub status: &'a str,
    /// Who sent it.
    pub sender: &'a str,
    /// Whether it belongs to the caseworker's case.
    pub case: bool,
}

/// What is expected when somebody does something with a referral.
pub fn of_referral(operation: &str, at: &OfReferral<'_>, person: &str) -> Expected {
    if person == STRANGER {
        return Expected::NotSignedIn;
    }
    let sees =
        person == at.sender || matches!(person, "triage" | "manager") || (person == "caseworker" && at.case);
    if !sees {
        return Expected::NotFound;
    }
    let lines: Vec<_> = REFERRALS.iter().filter(|line| line.0 == operation).collect();
    assert!(!lines.is_empty(), "no rule says anything of {operation}");
    let may = lines.iter().any(|line| has(line.1, person) || (person == at.sender && has(line.1, "sender")));
    // Never of one's own decision.
    let own = operation.starts_with("countersignDecision")
        && person == "manager"
        && at.standing.ends_with("decided by the manager");
    if !may || own {
        return Expected::Forbidden;
    }
    works(lines.iter().find(|line| in_group(line.2, at.standing)).map(|line| line.3), at.status)
}

/// What is expected when somebody does something with a case, or what belongs to it.
pub fn of_case(operation: &str, status: &str, has_worker: bool, person: &str) -> Expected {
    if person == STRANGER {
        return Expected::NotSignedIn;
    }
    let is = |list: &str| {
        has(list, person)
            || (person == "caseworker" && has(list, "assignee"))
            || (person == "caseworker" && has_worker && has(list, "worker"))
    };
    let seen = CASES_SEEN.iter().find(|line| line.0 == operation);
    if !is(seen.unwrap_or_else(|| panic!("no rule says who sees {operation}")).1) {
        return Expected::NotFound;
    }
    let lines: Vec<_> = CASES.iter().filter(|line| line.0 == operation).collect();
    if !lines.iter().any(|line| is(line.1)) {
        return Expected::Forbidden;
    }
    works(lines.iter().find(|line| has(line.2, status)).map(|line| line.3), status)
}

fn works(to: Option<&str>, status: &str) -> Expected {
    match to {
        None => Expected::NotAllowedInStatus,
        Some("=") => Expected::Works { to: status.to_owned() },
        Some(to) => Expected::Works { to: to.to_owned() },
    }
}

/// A misspelt word of the tables would only ever refuse.
#[test]
fn every_word_of_the_tables_is_known() {
    let known = |word: &str| {
        ["sender", "worker", "assignee"].contains(&word) || PEOPLE.iter().any(|(name, _)| *name == word)
    };
    let whos = REFERRALS.iter().chain(CASES).map(|line| line.1).chain(CASES_SEEN.iter().map(|line| line.1));
    for word in whos.flat_map(str::split_whitespace) {
        assert!(known(word), "{word}");
    }
    for word in REFERRALS.iter().flat_map(|line| line.2.split_whitespace()) {
        assert!(GROUPS.iter().any(|(group, _)| *group == word), "{word}");
    }
    for word in CASES.iter().flat_map(|line| line.2.split_whitespace()) {
        assert!(has(EVER, word), "{word}");
    }
    for member in GROUPS.iter().flat_map(|(_, members)| *members) {
        assert!(super::rows::STANDINGS.iter().any(|standing| standing.name == *member), "{member}");
    }
}
