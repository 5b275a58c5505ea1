//! The audit's chain of seals: each entry gets a gapless number and a keyed seal over the seal before it, in batches and
//! after the fact, so that nothing waits for it. Who changes, removes or adds an entry later breaks the chain, and who has
//! the database but not the key cannot mend it.

use data_encoding::HEXLOWER;
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, Value};

use crate::{
    entity::record::audit_entry::Model as Entry,
    platform::{app::App, error::Result, keys::Keys},
    read,
};

/// Entries sealed at once. Three values each are far below what a statement may bind.
const BATCH: u64 = 1_000;

/// What came of looking at the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How many seals are right, from the first on.
    pub right: i64,
    /// How many entries wait for their seal.
    pub waiting: u64,
    /// The last entry whose seal is right.
    pub head: Option<Head>,
    /// The first thing that is wrong.
    pub broken: Option<Broken>,
}

/// An entry's place in the chain, and its seal, as they are written to the log each hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub number: i64,
    /// Its seal, in hexadecimal digits.
    pub seal: String,
}

/// How the chain is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// This number is missing.
    Missing(i64),
    /// No entry ever gets this number: it was inserted before the first.
    Inserted(i64),
    /// The entry with this number was changed, or one before it was put in its place.
    Changed(i64),
    /// The chain does not hold the head that was noted: entries were removed from its end, or all of it was written anew.
    NotedHead(i64),
}

impl std::fmt::Display for Broken {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing(number) => write!(out, "entry {number} was removed"),
            Self::Inserted(number) => write!(out, "entry {number} was inserted"),
            Self::Changed(number) => {
                write!(out, "entry {number} is not what was sealed: it was edited, moved or inserted")
            }
            Self::NotedHead(number) => {
                write!(
                    out,
                    "entry {number} is not the one whose seal was noted: the end was cut off or written anew"
                )
            }
        }
    }
}

/// Seals what waits, within a transaction of whoever seals alone. How many entries that were; a full batch: there may be
/// more.
pub async fn seal(tx: &DatabaseTransaction, keys: &Keys) -> Result<(u64, bool)> {
    let waiting = read::record::seals::unsealed(tx, BATCH).await?;
    if waiting.is_empty() {
        return Ok((0, false));
    }
    let head = read::record::seals::head(tx).await?;
    let mut number = head.as_ref().and_then(|head| head.number).unwrap_or(0);
    let mut before = head.and_then(|head| head.seal).unwrap_or_default();
    let mut values: Vec<Value> = Vec::with_capacity(waiting.len() * 3);
    let mut rows = Vec::with_capacity(waiting.len());
    for entry in &waiting {
        number += 1;
        before = seal_of(keys, &before, number, entry);
        let n = values.len();
        rows.push(format!("(${}, ${}, ${})", n + 1, n + 2, n + 3));
        values.extend([entry.id.into(), number.into(), before.clone().into()]);
    }
    let sql = format!(
        "UPDATE audit_entry SET number = sealed.column2, seal = sealed.column3 FROM (VALUES {}) AS sealed \
         WHERE audit_entry.id = sealed.column1",
        rows.join(", ")
    );
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    let count = waiting.len() as u64;
    Ok((count, count == BATCH))
}

/// The seal of an entry that takes this number, after the one with the seal `before`.
fn seal_of(keys: &Keys, before: &[u8], number: i64, entry: &Entry) -> Vec<u8> {
    // What is absent has no byte, what is there has one more than its own: the two never look alike.
    let some = |bytes: &[u8]| [&[1], bytes].concat();
    let id = |id: Option<uuid::Uuid>| id.map(|id| some(id.as_bytes())).unwrap_or_default();
    let text = |text: Option<&str>| text.map(|text| some(text.as_bytes())).unwrap_or_default();
    keys.digest(
        "audit",
        &[
            before,
            &number.to_be_bytes(),
            entry.id.uuid().as_bytes(),
            &entry.at.timestamp_micros().to_be_bytes(),
            &id(entry.actor_id.map(crate::words::id::Id::uuid)),
            &id(entry.membership_id.map(crate::words::id::Id::uuid)),
            entry.action.as_str().as_bytes(),
            entry.subject_kind.as_str().as_bytes(),
            &id(entry.subject_id),
            &id(entry.young_person_id.map(crate::words::id::Id::uuid)),
            &text(entry.purpose.as_deref()),
            entry.request_id.as_bytes(),
            &entry.digest.as_deref().map(some).unwrap_or_default(),
        ],
    )
}

/// The head of the chain as it stands.
pub async fn head(app: &App) -> Result<Option<Head>> {
    let head = read::record::seals::head(app.database()).await?;
    Ok(head.and_then(|head| Some(Head { number: head.number?, seal: HEXLOWER.encode(&head.seal?) })))
}

/// Looks at the whole chain, and at the head that somebody noted: its number and its seal in hexadecimal digits.
pub async fn verify(app: &App, noted: Option<(i64, String)>) -> Result<Verdict> {
    let on = app.database();
    let waiting = read::record::seals::count_unsealed(on).await?;
    let mut verdict = Verdict { right: 0, waiting, head: None, broken: None };
    let mut before = Vec::new();
    let mut found_noted = noted.is_none();
    // Every number that there is, not only those that a right chain has.
    let mut after = i64::MIN;
    loop {
        let entries = read::record::seals::sealed_after(on, after, BATCH).await?;
        let last = (entries.len() as u64) < BATCH;
        for entry in entries {
            let number = verdict.right + 1;
            if let Some(broken) = look_at(app.keys(), &before, number, &entry) {
                verdict.broken = Some(broken);
                return Ok(verdict);
            }
            before = entry.seal.unwrap_or_default();
            (verdict.right, after) = (number, number);
            if let Some((at, seal)) = noted.as_ref().filter(|(at, _)| *at == number) {
                if !seal.trim().eq_ignore_ascii_case(&HEXLOWER.encode(&before)) {
                    verdict.broken = Some(Broken::NotedHead(*at));
                    return Ok(verdict);
                }
                found_noted = true;
            }
        }
        if last {
            break;
        }
    }
    if verdict.right > 0 {
        verdict.head = Some(Head { number: verdict.right, seal: HEXLOWER.encode(&before) });
    }
    if let (false, Some((at, _))) = (found_noted, noted) {
        verdict.broken = Some(Broken::NotedHead(at));
    }
    Ok(verdict)
}

fn look_at(keys: &Keys, before: &[u8], number: i64, entry: &Entry) -> Option<Broken> {
    match entry.number {
        Some(earlier) if earlier < number => return Some(Broken::Inserted(earlier)),
        Some(later) if later > number => return Some(Broken::Missing(number)),
        _ => {}
    }
    let right = seal_of(keys, before, number, entry);
    (entry.seal.as_deref() != Some(right.as_slice())).then_some(Broken::Changed(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        platform::chance::Chance,
        words::{AuditAction, SubjectKind},
    };
    use uuid::Uuid;

    fn keys() -> Keys {
        Keys::new([3; 32], Chance::seeded(1))
    }

    fn entry() -> Entry {
        Entry {
            id: Uuid::nil().into(),
            number: Some(1),
            at: "2026-11-23T10:00:00.123456Z".parse().unwrap(),
            actor_id: None,
            membership_id: None,
            action: AuditAction::Create,
            subject_kind: SubjectKind::Case,
            subject_id: Some(Uuid::nil()),
            young_person_id: None,
            purpose: Some("case.open".into()),
            request_id: "r1".into(),
            digest: None,
            seal: None,
        }
    }

    #[test]
    fn every_part_of_an_entry_is_sealed() {
        let seal = |entry: &Entry| seal_of(&keys(), b"before", 1, entry);
        let right = seal(&entry());
        let others = [
            Entry { id: Uuid::max().into(), ..entry() },
            Entry { at: "2026-11-23T10:00:00.123457Z".parse().unwrap(), ..entry() },
            Entry { actor_id: Some(Uuid::nil().into()), ..entry() },
            Entry { membership_id: Some(Uuid::nil().into()), ..entry() },
            Entry { action: AuditAction::Read, ..entry() },
            Entry { subject_kind: SubjectKind::Referral, ..entry() },
            Entry { subject_id: None, ..entry() },
            Entry { young_person_id: Some(Uuid::nil().into()), ..entry() },
            Entry { purpose: None, ..entry() },
            Entry { purpose: Some(String::new()), ..entry() },
            Entry { request_id: "r2".into(), ..entry() },
            Entry { digest: Some(Vec::new()), ..entry() },
        ];
        assert!(others.iter().all(|other| seal(other) != right));
        assert_ne!(seal_of(&keys(), b"another", 1, &entry()), right);
        assert_ne!(seal_of(&keys(), b"before", 2, &entry()), right);
        assert_ne!(seal_of(&Keys::new([4; 32], Chance::System), b"before", 1, &entry()), right);
    }

    #[test]
    fn a_gap_and_a_change_are_told_apart() {
        let sealed = |entry: Entry| Entry { seal: Some(seal_of(&keys(), b"", 1, &entry)), ..entry };
        assert_eq!(look_at(&keys(), b"", 1, &sealed(entry())), None);
        let changed = Entry { request_id: "r9".into(), ..sealed(entry()) };
        assert_eq!(look_at(&keys(), b"", 1, &changed), Some(Broken::Changed(1)));
        let later = Entry { number: Some(2), ..sealed(entry()) };
        assert_eq!(look_at(&keys(), b"", 1, &later), Some(Broken::Missing(1)));
        let early = Entry { number: Some(0), ..sealed(entry()) };
        assert_eq!(look_at(&keys(), b"", 1, &early), Some(Broken::Inserted(0)));
    }
}
