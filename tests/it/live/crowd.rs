//! Many who follow at once: they look together, and leave the database to those who ask.

use chrono::TimeDelta;
use futures_util::{FutureExt, StreamExt, future::join_all};
use ridgeway::{
    domain::people::{glances::Glances, sign_in::Credential, token},
    worker,
};
use serde_json::json;

use super::{follow_case, next, note, story};
use crate::support::TestApp;

#[tokio::test]
async fn streams_have_half_of_the_connections_and_none_while_they_wait_or_are_read() {
    let test = TestApp::new().await;
    let story = story(&test).await;
    worker::settle(&test.app).await.unwrap();
    let (caseworker, manager) = (test.caseworker().await, test.manager().await);
    let mut of_case = follow_case(&caseworker, &story).await;
    let every_turn = || {
        let half = test.app.config().database_connections / 2;
        let turns = (0..half).map(|_| test.app.stream_turn().now_or_never().expect("nobody has it").unwrap());
        turns.collect::<Vec<_>>()
    };
    let turns = every_turn();
    assert!(test.app.stream_turn().now_or_never().is_none(), "there are no more");
    note(&manager, &story.case, "SERVICE").await;
    worker::settle(&test.app).await.unwrap();
    let others_ask = async {
        for _ in 0..20 {
            manager.get("{ cases(first: 5) { totalCount nodes { reference } } }", json!({})).await;
        }
    };
    tokio::select! {
        biased;
        heard = of_case.next() => panic!("without a turn: {heard:?}"),
        () = others_ask => {}
    }
    drop(turns);
    assert_eq!(next(&mut of_case).await["kind"], "NOTE_ADDED");
    // Whoever reads slowly keeps nobody waiting.
    drop(every_turn());
}

#[tokio::test]
async fn those_who_ask_at_once_whether_they_may_stay_are_looked_up_together() {
    let test = TestApp::new().await;
    let glances = Glances::new(test.app.clone());
    let mut people = Vec::new();
    for email in ["caseworker.swindon@ridgeway.example", "manager.swindon@ridgeway.example"] {
        let credential =
            Credential::Bearer(token::issue(&test.app, email, TimeDelta::days(1)).await.unwrap());
        let alone = glances.glance(&credential, None).await.unwrap().expect("a viewer");
        people.push((credential, Some(alone.user)));
    }
    people.push((Credential::Bearer("of nobody".to_owned()), None));
    people.push((Credential::Cookie("of nobody".to_owned()), None));
    let before = test.app.statements();
    let asked = (0..200).map(|nth| &people[nth % people.len()]);
    let found = join_all(asked.clone().map(|(credential, _)| glances.glance(credential, None))).await;
    for (found, (_, user)) in found.into_iter().zip(asked) {
        assert_eq!(found.unwrap().map(|viewer| viewer.user), *user);
    }
    let cost = test.app.statements() - before;
    assert!(cost <= 4, "tokens, sign-ins, and once more for who came late: {cost}");
}
