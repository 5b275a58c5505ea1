//! What the command line prints: how a database stands to the changes, and who signs in to a demo.

use std::collections::BTreeSet;

use migrations::MigratorTrait;

use super::{SECRET, ridgeway, said};

#[test]
fn changes_are_made_told_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("real.sqlite").display());
    let real = |words: &[&str]| {
        let mut command = ridgeway(folder.path(), words);
        let output = command.env("DATABASE_URL", &url).env("RIDGEWAY_SECRET", SECRET).output().unwrap();
        let (printed, why) = said(&output);
        (output.status.success(), printed, why)
    };
    let states = || {
        let (done, printed, why) = real(&["migrate", "status"]);
        assert!(done, "{why}");
        let states: Vec<_> = printed.lines().filter_map(|line| line.split_once(' ')).collect();
        states.iter().map(|(_, state)| state.trim().to_owned()).collect::<Vec<_>>()
    };
    let all = u32::try_from(migrations::Migrator::migrations().len()).unwrap();
    let (done, printed, why) = real(&["migrate", "up"]);
    assert!(done && printed.contains(&format!("{all} changes made")), "{printed} {why}");
    let made = states();
    assert_eq!((made.len(), made.iter().collect::<BTreeSet<_>>().len()), (all as usize, 1), "{made:?}");
    let (done, printed, why) = real(&["migrate", "down"]);
    assert!(done && printed.contains("1 change taken back"), "{printed} {why}");
    let now = states();
    assert_eq!(now[..now.len() - 1], made[1..]);
    assert_ne!(now.last(), made.last());
    let (served, _, why) = real(&["serve"]);
    assert!(!served && why.contains("migrate up"), "{why}");
    assert!(real(&["migrate", "up"]).0);
    assert_eq!(states(), made);
}

/// What a demo prints where it is served: where, and one sign-in at least for each role.
pub fn says_who_signs_in(printed: &str, address: &str) {
    assert!(printed.contains(&format!("http://{address}")), "{printed}");
    let lines = printed.lines().filter(|line| line.contains("@ridgeway.example"));
    let roles: BTreeSet<_> = lines.filter_map(|line| line.split_whitespace().nth(1)).collect();
    let known: BTreeSet<_> =
        <ridgeway::words::Role as sea_orm::Iterable>::iter().map(|role| role.to_string()).collect();
    assert_eq!(roles, known.iter().map(String::as_str).collect(), "{printed}");
    for account in ["caseworker2.swindon", "school.two", "two.roles", "provider.manager", "dpo"] {
        assert!(printed.contains(&format!("{account}@ridgeway.example")), "{account}");
    }
}
