//! Two at the same moment: marks of one child, and a mark against a cancellation. One of the two is told, and nothing is lost.

use futures_util::future::join_all;
use serde_json::json;

use super::{CANCEL, accepted, cases, marks, run, session, take};
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn of_two_devices_that_mark_the_same_child_one_is_told_what_the_other_wrote() {
    let test = TestApp::new().await;
    let other = test.another_node().await;
    let (one, cases) = (run(&test, &json!({})).await, cases(&test, 2).await);
    let both = [accepted(&test, &one, &cases[0]).await, accepted(&test, &one, &cases[1]).await];
    let it = session(&test, &one, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z").await;
    let words = ["PRESENT", "LATE", "MISSED", "WAS_NOT_BROUGHT", "NOT_EXPECTED", "STOOD_DOWN"];
    let (here, there) = (test.actor("provider").await, other.actor("provider").await);
    let sent = words.iter().enumerate().map(|(place, word)| {
        let devices = [&here, &there];
        let list: Vec<_> = both.iter().map(|child| json!({ "enrolmentId": child, "mark": word })).collect();
        take(devices[place % 2], &it, json!(list))
    });
    let answers = join_all(sent).await;
    let won = answers.iter().filter(|answer| answer.problems().is_empty()).count();
    assert_eq!(won, 1, "{answers:#?}");
    for answer in answers.iter().filter(|answer| !answer.problems().is_empty()) {
        let fields = ["marks.0.mark", "marks.1.mark"].map(|field| ("STALE".to_owned(), field.to_owned()));
        assert_eq!(answer.problems(), fields);
    }
    let now =
        take(&here, &it, json!([{ "enrolmentId": both[0], "mark": "CANCELLED_BY_CHILD", "seen": "LATE" }]))
            .await;
    for (_, _, earlier) in marks(&now) {
        assert!(earlier.len() <= 1, "one mark was written, and at most the last one here");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mark_against_a_cancellation_is_kept_or_its_sender_is_told() {
    let test = TestApp::new().await;
    let other = test.another_node().await;
    let (one, cases) = (run(&test, &json!({})).await, cases(&test, 1).await);
    let child = accepted(&test, &one, &cases[0]).await;
    let (worker, manager) = (test.actor("provider").await, other.actor("provider.manager").await);
    for hour in 0..6 {
        let (starts, ends) = (format!("2026-11-24T{hour:02}:00:00Z"), format!("2026-11-24T{hour:02}:30:00Z"));
        let it = session(&test, &one, &starts, &ends).await;
        let cancel = json!({ "input": { "sessionId": it, "version": 1, "reason": "No heating." } });
        let mark = take(&worker, &it, json!([{ "enrolmentId": child, "mark": "PRESENT" }]));
        let (marked, cancelled) = tokio::join!(mark, manager.ask(CANCEL, cancel));
        let asks = "query($id: ID!) { node(id: $id) { ... on Session { cancelled attendances { mark } } } }";
        let now = worker.get(asks, json!({ "id": it })).await["node"].clone();
        let told = ("NOT_ALLOWED_IN_STATUS".to_owned(), String::new());
        if now["cancelled"] == true {
            assert_eq!((marked.problems(), cancelled.problems()), (vec![told], vec![]));
            assert_eq!(now["attendances"], json!([]));
        } else {
            assert_eq!((marked.problems(), cancelled.problems()), (vec![], vec![told]));
            assert_eq!(now["attendances"], json!([{ "mark": "PRESENT" }]));
        }
    }
}
