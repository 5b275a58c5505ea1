//! Feeds that mean harm, or are broken: each is refused with the line or item, and nothing is changed.

use serde_json::{Value, json};

use super::intake::{from, read, rows, service};
use crate::support::TestApp;

/// A service with one thing changed, by its path.
fn with(path: &str, value: Value) -> Value {
    let mut service = service(1);
    *service.pointer_mut(path).unwrap_or_else(|| panic!("no {path}")) = value;
    service
}

#[tokio::test]
async fn a_hostile_feed_is_refused_with_its_line_or_item_and_nothing_is_changed() {
    let test = TestApp::new().await;
    let good = service(7);
    let second = |wrong: Value| json!([good, wrong]).to_string();
    let deep = format!("[{good},{}{}]", "{\"x\":[".repeat(50_000), "]}".repeat(50_000));
    let run = "/service_at_locations/0";
    let mut none = service(1);
    none.as_object_mut().unwrap().remove("id");
    let mut many = service(1);
    let place = many["service_at_locations"][0].clone();
    let places: Vec<_> = (0..201_u16)
        .map(|number| {
            let mut place = place.clone();
            place["id"] = json!(uuid::Uuid::from_u128(u128::from(number) + 1_000));
            place
        })
        .collect();
    many["service_at_locations"] = json!(places);
    let cases = [
        (deep, "item 2"),
        (format!("[{good},\n\n{{\"id\": }}]"), "line 3"),
        (format!("[{good}"), "line 1"),
        (String::new(), "line 1"),
        ("\u{0}".to_owned(), "line 1"),
        ("<html>not here</html>".to_owned(), "line 1"),
        (format!("{{\"contents\": {good}}}"), "expected a list of services"),
        (second(none), "item 2"),
        (second(good.clone()), "stands twice"),
        (second(with("/id", json!("../../etc/passwd"))), "item 2"),
        (second(with("/id", json!(1))), "item 2"),
        (second(with("/status", json!("open"))), "item 2"),
        (second(with("/name", json!("a\u{0}b"))), "item 2: name"),
        (second(with("/description", json!("a\u{1b}[2Jb"))), "item 2: description"),
        (second(with("/minimum_age", json!(-1))), "item 2: minimum_age"),
        (second(with("/minimum_age", json!(1e300))), "item 2: minimum_age"),
        (second(with("/minimum_age", json!(18))), "item 2: maximum_age is below"),
        (second(with("/maximum_age", json!("17"))), "item 2"),
        (
            second(with("/attributes/0/value", json!("FREE_MONEY\u{1b}"))),
            "item 2: \"FREE_MONEY\" is no value",
        ),
        (second(with("/attributes/3/value", json!("NAUGHTY"))), "item 2: \"NAUGHTY\" is no value"),
        (second(with(&format!("{run}/schedules/0/valid_from"), json!("2026-13-01"))), "item 2: the schedule"),
        (second(with(&format!("{run}/schedules/0/description"), json!("a\u{7}"))), "item 2: schedule"),
        (second(with(&format!("{run}/attributes/0/value"), json!("YES"))), "contradict each other"),
        (second(with(&format!("{run}/attributes/1/value"), json!("SOME"))), "contradict each other"),
        (second(with(&format!("{run}/attributes/2/value"), json!("-5"))), "contradict each other"),
        (second(with(&format!("{run}/attributes/3/value"), json!("2099-01-01T00:00:00Z"))), "in the future"),
        (second(with(&format!("{run}/attributes/3/value"), json!("yesterday"))), "as_at"),
        (second(many), "item 2: it has more than 200 places"),
    ];
    let before = rows(&test.app).await;
    for (text, says) in cases {
        let shown: String = text.chars().rev().take(300).collect::<Vec<_>>().into_iter().rev().collect();
        let error = read(&test.app, &text, &from("directory.example")).await.expect_err(&shown);
        assert!(error.contains(says) && error.contains("nothing was changed"), "{says}: {error}\n{shown}");
        assert!(!error.contains('\u{1b}') && error.len() < 600, "{error}");
        assert_eq!(rows(&test.app).await, before, "{says}");
    }
}

#[tokio::test]
async fn what_is_right_and_not_for_us_is_skipped_and_the_rest_is_read_in() {
    let test = TestApp::new().await;
    for (number, (path, value, says)) in [
        ("/name", json!(" "), "title"),
        ("/name", json!("x".repeat(301)), "301 characters"),
        ("/description", json!("x".repeat(2_001)), "2001 characters"),
        ("/maximum_age", json!(null), ""),
        ("/organization/name", json!("Nobody known"), "no partner"),
        ("/attributes/1/value", json!("XYZ"), "approach"),
        ("/attributes/1/value", json!("BOOT"), "more violence"),
        ("/status", json!("defunct"), "does not run"),
    ]
    .into_iter()
    .enumerate()
    {
        let source = format!("feed {number}");
        let text = json!([with(path, value), service(9)]).to_string();
        let lines = read(&test.app, &text, &from(&source)).await.unwrap();
        let why = lines[0].why.join("; ");
        assert!(why.contains(says), "{path} {says}: {why}");
        assert_eq!(lines[1].why, Vec::<String>::new(), "{path}");
    }
    let harmful = json!([with("/attributes/1/value", json!("BOOT"))]).to_string();
    let mut options = from("ordered");
    options.override_reason = Some("Ordered by the court.".to_owned());
    let lines = read(&test.app, &harmful, &options).await.unwrap();
    assert!(lines[0].why.is_empty(), "{lines:?}");
    let page = ridgeway::domain::delivery::open_referral::publish::whole(&test.app).await.unwrap();
    let text = serde_json::to_string(&page).unwrap();
    assert!(text.contains("HARMFUL") && !text.contains("Ordered by the court"));
}

#[tokio::test]
async fn markup_and_statements_of_a_feed_stay_text() {
    let test = TestApp::new().await;
    let name = "<script>alert(1)</script>'; DROP TABLE programme; --";
    let text = json!([with("/name", json!(name))]).to_string();
    read(&test.app, &text, &from("directory.example")).await.unwrap();
    let asks = "{ programmes(filter: { text: \"drop table\" }) { nodes { title } } }";
    let found = test.school().await.get(asks, json!({})).await["programmes"]["nodes"].clone();
    assert_eq!(found, json!([{ "title": name }]));
}
