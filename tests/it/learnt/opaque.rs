//! Ids and cursors decode to no time, number or name, and a cursor opens one question of one viewer alone.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use futures_util::StreamExt;
use ridgeway::{
    platform::{chance::Chance, keys::Keys},
    words::id::{Id, noun},
};
use serde_json::{Value, json};
use uuid::{Builder, Uuid};

use crate::support::{Actor, SECRET, START, TestApp};

/// So many pairs are compared: what is chance stays within a twentieth of its mean, by five standard deviations.
const PAIRS: u32 = 4_000;

fn at(millis: u64, rest: [u8; 10]) -> Uuid {
    Builder::from_unix_timestamp_millis(millis, &rest).into_uuid()
}

/// The bytes of an id as a client can decode them.
fn decoded(sealed: &str) -> Vec<u8> {
    let (_, block) = sealed.split_once('_').expect("a noun and a block");
    BASE64URL_NOPAD.decode(block.as_bytes()).expect("the block is base64")
}

fn equal_bits(a: &[u8], b: &[u8]) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a ^ b).count_zeros()).sum()
}

fn shared_prefix(a: &[u8], b: &[u8]) -> u32 {
    let first = a.iter().zip(b).enumerate().find(|(_, (a, b))| a != b);
    first.map_or(128, |(nth, (a, b))| 8 * u32::try_from(nth).unwrap() + (a ^ b).leading_zeros())
}

/// What pairs of ids have in common, each mean per pair: equal bits, bits of the same prefix, and how often the earlier is less.
fn compared(pairs: impl Iterator<Item = (Uuid, Uuid)>) -> (f64, f64, f64) {
    let keys = Keys::new(SECRET, Chance::System);
    let (mut equal, mut prefix, mut ascending) = (0, 0, 0);
    for (earlier, later) in pairs {
        let sealed = |id: Uuid| decoded(&Id::<noun::YoungPerson>::from(id).seal(&keys));
        let (a, b) = (sealed(earlier), sealed(later));
        equal += equal_bits(&a, &b);
        prefix += shared_prefix(&a, &b);
        ascending += u32::from(a < b);
    }
    let mean = |sum: u32| f64::from(sum) / f64::from(PAIRS);
    (mean(equal), mean(prefix), mean(ascending))
}

#[test]
fn ids_of_neighbours_in_time_and_place_have_nothing_in_common() {
    const MILLISECOND: u64 = 1;
    const DAY: u64 = 24 * 60 * 60 * 1_000;
    let chance = Chance::seeded(5);
    let now = START.parse::<DateTime<Utc>>().unwrap().timestamp_millis().unsigned_abs();
    for (what, later, same_rest) in [
        ("the next row of the same millisecond", 0, false),
        ("a millisecond apart", MILLISECOND, true),
        ("a millisecond apart, by chance", MILLISECOND, false),
        ("a day apart", DAY, true),
    ] {
        let pairs = (0..PAIRS).map(|nth| {
            let mut rest = chance.bytes::<10>();
            let first = at(now + u64::from(nth), rest);
            if later == 0 {
                // A neighbour by its last bit.
                rest[9] ^= 1;
            } else if !same_rest {
                rest = chance.bytes();
            }
            (first, at(now + u64::from(nth) + later, rest))
        });
        let (equal, prefix, ascending) = compared(pairs);
        assert!((equal - 64.0).abs() < 64.0 / 20.0, "{what}: {equal} of 128 bits are equal");
        assert!((prefix - 1.0).abs() < 0.15, "{what}: {prefix} bits of the same prefix");
        assert!((ascending - 0.5).abs() < 0.05, "{what}: {ascending} are in the order of time");
    }
    // The same comparison sees what an id holds when it is not enciphered.
    let mut plain = (0..100).map(|nth| (at(now + nth, chance.bytes()), at(now + nth + 1, chance.bytes())));
    assert!(plain.all(|(a, b)| a < b && shared_prefix(a.as_bytes(), b.as_bytes()) > 30));
}

#[test]
fn the_same_row_under_another_noun_or_secret_is_another_id() {
    let keys = Keys::new(SECRET, Chance::System);
    let id = at(1_700_000_000_000, [7; 10]);
    let as_case = decoded(&Id::<noun::Case>::from(id).seal(&keys));
    let as_child = decoded(&Id::<noun::YoungPerson>::from(id).seal(&keys));
    let elsewhere = decoded(&Id::<noun::Case>::from(id).seal(&Keys::new([8; 32], Chance::System)));
    assert!(as_case != as_child && as_case != elsewhere);
}

/// The cursors of a list, each with the name of its row.
async fn cursors(actor: &Actor<'_>, list: &str, name: &str) -> Vec<(String, String)> {
    let asks = format!("{{ {list}(first: 50) {{ edges {{ cursor node {{ name: {name} }} }} }} }}");
    let edges = actor.get(&asks, json!({})).await[list]["edges"].as_array().unwrap().clone();
    let pair = |edge: Value| {
        (edge["cursor"].as_str().unwrap().to_owned(), edge["node"]["name"].as_str().unwrap().to_lowercase())
    };
    edges.into_iter().map(pair).collect()
}

#[tokio::test]
async fn cursors_have_one_length_and_nothing_else_in_common() {
    let test = TestApp::new().await;
    let manager = test.manager().await;
    for (list, name) in [("youngPeople", "displayName"), ("users", "name"), ("referrals", "reference")] {
        let cursors = cursors(&manager, list, name).await;
        assert!(cursors.len() >= 10, "{list} has rows");
        let names: Vec<usize> = cursors.iter().map(|(_, name)| name.len()).collect();
        let varied = list == "referrals" || names.iter().any(|length| *length != names[0]);
        assert!(varied, "the names of {list} have different lengths");
        let bytes: Vec<_> =
            cursors.iter().map(|(cursor, _)| BASE64URL_NOPAD.decode(cursor.as_bytes()).unwrap()).collect();
        assert!(bytes.iter().all(|one| one.len() == bytes[0].len()), "{list}: lengths tell");
        for (one, (_, name)) in bytes.iter().zip(&cursors) {
            let seen = String::from_utf8_lossy(one).to_lowercase();
            assert!(!seen.contains(name), "{list}: a cursor holds {name}");
        }
        for pair in bytes.windows(2) {
            assert!(shared_prefix(&pair[0], &pair[1]) < 40, "{list}: neighbours begin alike");
        }
        let again = self::cursors(&manager, list, name).await;
        assert!(
            again.iter().zip(&cursors).all(|(now, before)| now.0 != before.0),
            "{list}: told by repetition"
        );
    }
}

#[tokio::test]
async fn a_live_cursor_has_the_same_length_wherever_it_is() {
    let test = TestApp::new().await;
    let manager = test.manager().await;
    let mut lengths = Vec::new();
    for _ in 0..3 {
        let mut stream = manager.follow("subscription { workChanged { cursor } }", json!({})).await;
        let ready = stream.next().await.unwrap().data();
        lengths.push(ready["workChanged"]["cursor"].as_str().unwrap().len());
        // Another number of digits, and another fraction of a second.
        let place = 10_i64.pow(u32::try_from(lengths.len()).unwrap() * 5);
        let sql = format!("UPDATE event SET place = place + {place} WHERE place IS NOT NULL");
        sea_orm::ConnectionTrait::execute_unprepared(test.app.database(), &sql).await.unwrap();
        test.app.clock().advance(TimeDelta::microseconds(1_001));
    }
    assert!(lengths.iter().all(|length| *length == lengths[0]), "{lengths:?}");
}

#[tokio::test]
async fn a_cursor_of_another_viewer_or_another_question_is_refused_like_one_that_never_was() {
    let test = TestApp::new().await;
    let (manager, officer) = (test.manager().await, test.triage().await);
    let first = async |actor: &Actor<'_>, list: &str, filter: &str| {
        let asks = format!("{{ {list}({filter} first: 1) {{ pageInfo {{ endCursor }} }} }}");
        actor.get(&asks, json!({})).await[list]["pageInfo"]["endCursor"].as_str().unwrap().to_owned()
    };
    let others = first(&officer, "referrals", "").await;
    let filtered = first(&manager, "referrals", "filter: { urgencies: [ROUTINE] },").await;
    let ordered = first(&manager, "referrals", "orderBy: OLDEST,").await;
    let of_cases = first(&manager, "cases", "").await;
    let own = first(&manager, "referrals", "").await;
    let mut stream = manager.follow("subscription { workChanged { cursor } }", json!({})).await;
    let live = stream.next().await.unwrap().data()["workChanged"]["cursor"].as_str().unwrap().to_owned();
    let mut changed = own.clone().into_bytes();
    changed[40] = if changed[40] == b'A' { b'B' } else { b'A' };
    let changed = String::from_utf8(changed).unwrap();
    let never = "A".repeat(own.len());

    let asks =
        "query($after: String) { referrals(first: 1, after: $after) { totalCount edges { node { id } } } }";
    let ask = async |cursor: &str| {
        let before = test.app.statements();
        let answer = manager.ask(asks, json!({ "after": cursor })).await;
        (answer.0, test.app.statements() - before)
    };
    assert_ne!(ask(&own).await.0["data"]["referrals"], Value::Null, "the own one goes on");
    let unknown = ask(&never).await;
    assert_eq!(unknown.0["errors"][0]["extensions"]["code"], "BAD_USER_INPUT");
    for (what, cursor) in [
        ("another viewer's", &others),
        ("of another filter", &filtered),
        ("of another order", &ordered),
        ("of another list", &of_cases),
        ("of a stream", &live),
        ("changed in one letter", &changed),
    ] {
        assert_eq!(ask(cursor).await, unknown, "a cursor {what}");
    }

    let asks = "subscription($after: String) { workChanged(after: $after) { kind } }";
    let follow =
        async |cursor: &str| manager.follow(asks, json!({ "after": cursor })).await.next().await.unwrap().0;
    let unknown = follow(&never).await;
    let mut of_officer = officer.follow("subscription { workChanged { cursor } }", json!({})).await;
    let others =
        of_officer.next().await.unwrap().data()["workChanged"]["cursor"].as_str().unwrap().to_owned();
    assert_eq!(follow(&others).await, unknown, "another viewer's place");
    assert_eq!(follow(&own).await, unknown, "a list's cursor");
}
