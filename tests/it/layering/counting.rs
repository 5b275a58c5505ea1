//! Nothing counts children but the wing of figures, `domain/insight`, behind its one gate: every other place that counts rows
//! is listed with what it counts and for whom, and so is every number that the API tells.
//!
//! A row that is read can also be counted one by one; who reads rows at all is what the rest of the layering test holds, and
//! that they are the viewer's own is tested with the policy.

use std::{collections::BTreeMap, fs, path::Path as FilePath};

use super::{File, read_folder, source::Token};

/// What SQL and sea-orm call counting and adding up.
const AGGREGATES: &[&str] = &["count", "sum", "avg", "num_items", "num_pages", "num_items_and_pages"];
const AGGREGATES_OF_SQL: &[&str] = &["COUNT", "SUM", "AVG"];

/// Where figures are counted.
const FIGURES: &str = "src/domain/insight/";

/// Where rows are counted besides, in how many places, and why that tells nobody how many children there are.
const MAY_COUNT: &[(&str, usize, &str)] = &[
    (
        "src/read/page.rs",
        1,
        "the totalCount of a list: of a select that begins with what the viewer may read row by row",
    ),
    ("src/graphql/casework/case_lists.rs", 1, TOTAL),
    ("src/graphql/casework/case_note.rs", 1, TOTAL),
    ("src/graphql/casework/concern.rs", 1, TOTAL),
    ("src/graphql/casework/referral_lists.rs", 1, TOTAL),
    ("src/graphql/casework/task.rs", 1, TOTAL),
    ("src/graphql/casework/timeline.rs", 1, TOTAL),
    ("src/graphql/delivery/availability.rs", 1, "runs of programmes"),
    ("src/graphql/delivery/programme.rs", 2, "programmes and their runs"),
    ("src/graphql/delivery/session.rs", 1, "sessions of runs"),
    ("src/graphql/delivery/session_changes.rs", 1, "writes down what those who led a session counted"),
    ("src/graphql/enrolments.rs", 1, TOTAL),
    ("src/graphql/insight/report.rs", 1, "reports that were published"),
    ("src/graphql/people/account.rs", 1, "people who have an account"),
    ("src/graphql/people/members.rs", 3, "memberships, invitations and requests of staff"),
    ("src/graphql/people/organisation.rs", 1, "organisations"),
    ("src/graphql/people/young_people.rs", 1, TOTAL),
    ("src/graphql/people/young_person.rs", 2, TOTAL),
    ("src/graphql/record/audit.rs", 1, "lines of the audit"),
    ("src/http/socket/mod.rs", 1, "connections that are open"),
    ("src/domain/casework/goal.rs", 1, "goals of one case: at most three"),
    ("src/domain/delivery/open_referral/publish.rs", 1, "programmes that are published"),
    ("src/domain/people/attempt.rs", 1, TRIES),
    ("src/domain/people/link.rs", 1, TRIES),
    ("src/domain/people/second_factor.rs", 1, TRIES),
    ("src/read/casework/case_note.rs", 1, "how many notes of one case are newer: which of them are near"),
    ("src/read/casework/goal.rs", 1, "goals of one case: at most three"),
    ("src/read/casework/timeline.rs", 9, "what happened on one case that the viewer may open"),
    ("src/read/delivery/availability.rs", 1, "runs of programmes"),
    (
        "src/read/delivery/enrolment.rs",
        1,
        "how many stand before one child on a list, for who may see the row",
    ),
    ("src/read/delivery/published.rs", 1, "programmes that are published"),
    ("src/read/delivery/told.rs", 1, "whether a viewer sees any session of a place, and not how many"),
    ("src/read/insight/export.rs", 1, "files that wait for one person, so that there are not too many"),
    ("src/read/people/by_itself.rs", 1, "on which lists of one child a member of staff stands"),
    ("src/read/people/entrance.rs", 1, "recovery codes of one account"),
    ("src/read/people/invitation.rs", 2, "requests for links, to slow them down"),
    ("src/read/people/young_person.rs", 1, "letters that a name has in common with what is searched for"),
    ("src/read/record/event.rs", 1, "events that wait for their place"),
    ("src/read/record/job.rs", 1, "timed work that is due"),
    ("src/read/record/seals.rs", 1, "lines of the audit that are not sealed yet"),
    ("src/seed/mod.rs", 1, "whether a demonstration is there already"),
];

const TOTAL: &str = "the totalCount of a list, of rows that the viewer may read one by one";
const TRIES: &str = "tries to sign in, to slow them down";

/// What only the wing of figures reads: facts and stories of children without a viewer.
const OF_FIGURES: &[&[&str]] =
    &[&["read", "insight", "story"], &["entity", "insight", "fact"], &["entity", "insight", "record_key"]];

/// Every number that the API tells, and why it is no figure about children. A type alone stands for all its numbers.
const NUMBERS: &[(&str, &[&str])] = &[
    (
        "a list's rows that this viewer may read one by one: no more is counted than could be looked at",
        &["*.totalCount"],
    ),
    ("counts the changes of one row", &["*.version"]),
    (
        "passed the gate, or says how",
        &[
            "Count",
            "Rate",
            "Disclosure",
            "OutcomeSummary.release",
            "OutcomeContacts.hours",
            "OutcomeIndicators.release",
            "ReportQuestion.release",
        ],
    ),
    (
        "exact places, for whom the policy names (ExactPlaces); a band or a wait in weeks for others",
        &["Places"],
    ),
    ("groups of 5 and more, for the service whose waiting list it is", &["PassedOverGroup"]),
    ("people without a name, as those who led a session counted them", &["Headcount"]),
    ("those who work in a group, not children", &["GroupConfirmation.members"]),
    (
        "about one child, for who may open it",
        &[
            "AttendanceSummary",
            "Case.contactAttempts",
            "Education",
            "Enrolment.position",
            "Goal",
            "GoalRating",
            "Measure",
            "Placement",
            "SessionCard.age",
            "Subscale",
            "YoungPerson",
        ],
    ),
    ("what a programme asks for", &["Asks", "Programme"]),
];

fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("tests.rs") || path.contains("/attack/")
}

/// The tokens before the tests that stand at the end of a file.
fn without_tests(tokens: &[Token]) -> &[Token] {
    let word = |token: &Token, text: &str| matches!(token, Token::Word(word) if word == text);
    let begin = tokens
        .windows(3)
        .position(|three| word(&three[0], "mod") && word(&three[1], "tests") && three[2] == Token::Mark('{'));
    &tokens[..begin.unwrap_or(tokens.len())]
}

/// In how many places a file counts rows.
fn places(file: &File) -> usize {
    let Some(floor) = file.floor() else { return 0 };
    let tokens = without_tests(&file.tokens);
    let in_sql = tokens.iter().filter(|token| match token {
        Token::Text(text) => {
            let text = text.to_uppercase();
            AGGREGATES_OF_SQL.iter().any(|one| {
                text.match_indices(one).any(|(at, _)| {
                    let (before, after) = (&text[..at], &text[at + one.len()..]);
                    !before.ends_with(char::is_alphanumeric) && after.trim_start().starts_with('(')
                })
            })
        }
        _ => false,
    });
    let called = tokens.windows(4).filter(|four| match four {
        [before @ (Token::Colons | Token::Mark('.')), Token::Word(name), Token::Mark('('), next] => {
            let by_path = *before == Token::Colons;
            let counts = AGGREGATES.contains(&name.as_str());
            // An iterator's count() has no argument, a select's has the connection; a column's stands in read/ alone.
            counts
                && match floor {
                    "read" => true,
                    "graphql" | "http" => by_path,
                    "domain" | "worker" | "seed" | "cli" => {
                        (by_path || name != "sum") && *next != Token::Mark(')')
                    }
                    _ => false,
                }
        }
        _ => false,
    });
    in_sql.count() + called.count()
}

fn complaints(files: &[File], allowed: &[(&str, usize, &str)]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut left: BTreeMap<&str, usize> = allowed.iter().map(|(path, count, _)| (*path, *count)).collect();
    for file in files.iter().filter(|file| !is_test(&file.path)) {
        let found = if file.path.starts_with(FIGURES) { 0 } else { places(file) };
        let may = left.remove(file.path.as_str()).unwrap_or(0);
        if found != may {
            wrong.push(format!(
                "{}: counts rows in {found} places, where {may} are listed; figures about children are counted in {FIGURES} alone",
                file.path
            ));
        }
        let wing = file.module().and_then(|module| module.get(1).map(|wing| *wing == "insight"));
        if wing == Some(true) {
            continue;
        }
        for of in OF_FIGURES {
            let named = |path: &&super::Path| path.segments.windows(of.len()).any(|some| some == *of);
            if file.paths.iter().any(|path| named(&path)) {
                wrong.push(format!("{}: names {}, which only figures read", file.path, of.join("::")));
            }
        }
    }
    wrong.extend(left.keys().map(|path| format!("{path}: listed, and not there")));
    wrong
}

/// The numbers that objects of a schema tell, as `Type.field`.
fn numbers(schema: &str) -> Vec<String> {
    let mut of = None;
    let mut found = Vec::new();
    for line in schema.lines() {
        if let Some(rest) = line.strip_prefix("type ") {
            of = rest.split([' ', '{']).next();
        } else if line.starts_with('}') {
            of = None;
        } else if let (Some(of), Some((name, kind))) = (of, line.trim().rsplit_once(": "))
            && matches!(kind.trim_matches(['!', '[', ']']), "Int" | "Float")
        {
            let name = name.split('(').next().unwrap_or(name);
            found.push(format!("{of}.{name}"));
        }
    }
    found
}

fn not_listed(schema: &str) -> Vec<String> {
    let listed = |number: &str| {
        let (of, field) = number.split_once('.').unwrap_or((number, ""));
        let all = NUMBERS.iter().flat_map(|(_, names)| names.iter());
        all.into_iter().any(|name| *name == number || *name == of || name.strip_prefix("*.") == Some(field))
    };
    numbers(schema).into_iter().filter(|number| !listed(number)).collect()
}

#[test]
fn nothing_else_counts_children() {
    let root = FilePath::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    read_folder(root, "src", &[".rs"], &mut files);
    let wrong = complaints(&files, MAY_COUNT);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(MAY_COUNT.iter().all(|(_, _, why)| why.len() > 10));
}

#[test]
fn every_number_that_the_api_tells_is_listed() {
    let schema =
        fs::read_to_string(FilePath::new(env!("CARGO_MANIFEST_DIR")).join("schema.graphql")).unwrap();
    assert!(numbers(&schema).len() > 50, "the numbers were not found");
    assert_eq!(not_listed(&schema), [""; 0]);
}

#[test]
fn a_new_place_that_counts_is_found() {
    let told = |path: &str, text: &str| complaints(&[File::new(path, text)], &[]).join("\n");
    for (path, text) in [
        ("src/read/casework/case.rs", "fn f() { visible().count(on).await }"),
        ("src/read/casework/case.rs", "fn f() { select.column_as(Column::Id.count(), \"many\") }"),
        ("src/read/casework/case.rs", "const A: &str = \"SELECT count (*) FROM young_person\";"),
        ("src/domain/casework/case.rs", "fn f() { young_person::Entity::filter(x).count(on).await }"),
        ("src/worker/mod.rs", "const A: &str = \"SELECT SUM(attended) FROM attendance\";"),
        ("src/graphql/casework/case.rs", "fn f() { read::page::count(database, select).await }"),
    ] {
        assert!(told(path, text).contains("counts rows in 1 places, where 0 are listed"), "{text}");
    }
    assert!(
        told("src/graphql/people/a.rs", "use crate::read::insight::story;").contains("only figures read")
    );
    for (path, text) in [
        ("src/domain/insight/release.rs", "fn f() { facts.count(on) }"),
        ("src/domain/casework/case.rs", "fn f() { rows.iter().count() }"),
        ("src/domain/casework/case.rs", "mod tests { fn f() { rows.count(on) } }"),
        ("src/worker/tests/relay.rs", "const A: &str = \"SELECT COUNT(*)\";"),
    ] {
        assert_eq!(told(path, text), "", "{text}");
    }
    let more = [File::new("src/read/page.rs", "fn f() { a.count(on); b.count(on); }")];
    assert!(
        complaints(&more, &[("src/read/page.rs", 1, "")])
            .join("")
            .contains("in 2 places, where 1 are listed")
    );
    assert!(complaints(&[], &[("src/read/page.rs", 1, "")]).join("").contains("listed, and not there"));
}

#[test]
fn a_new_number_of_the_api_is_found() {
    let schema = "type School implements Node {\n\tname: String!\n\tpupilsReferred(first: Int): Int!\n}\ninput X {\n\tage: Int\n}\n";
    assert_eq!(not_listed(schema), ["School.pupilsReferred"]);
    assert_eq!(not_listed("type CaseConnection {\n\ttotalCount: Int!\n}\n"), [""; 0]);
}
