//! Many who follow at once: they look together, and leave the database to those who ask.

use std::sync::Arc;

use chrono::TimeDelta;
use futures_util::{FutureExt, StreamExt, future::join_all};
use ridgeway::{
    access::Viewer,
    domain::people::{glances::Glances, sign_in::Credential, token},
    read::{
        hearing::Hearings,
        record::{
            audience,
            event::{BATCH, Follows, followed, last_place},
        },
    },
    words::{OrganisationKind, Role, TokenScope},
    worker,
};
use serde_json::json;

use super::{WORK_CHANGED, follow_case, next, note, story};
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

#[tokio::test]
async fn all_pages_of_one_person_hear_of_a_change_by_the_same_look() {
    let test = TestApp::new().await;
    let story = story(&test).await;
    worker::settle(&test.app).await.unwrap();
    let (caseworker, manager) = (test.caseworker().await, test.manager().await);
    let heard_by = async |pages: usize, document: &str| {
        let mut pages = join_all((0..pages).map(|_| manager.follow(document, json!({})))).await;
        for page in &mut pages {
            assert_eq!(next(page).await["kind"], "READY");
        }
        note(&caseworker, &story.case, "SERVICE").await;
        worker::settle(&test.app).await.unwrap();
        let before = test.app.statements();
        for heard in join_all(pages.iter_mut().map(next)).await {
            assert_eq!((&heard["kind"], &heard["subjectId"]), (&json!("NOTE_ADDED"), &story.case));
        }
        test.app.statements() - before
    };
    let one = heard_by(1, WORK_CHANGED).await;
    let many = heard_by(20, WORK_CHANGED).await;
    assert!((3..=6).contains(&one), "what came, whether they may stay, the case, the note: {one}");
    assert!(3 * many <= 20 * one, "with some looks more for who came late: {many}, and {one} for one page");
    // What shows more of the row than which it is is looked at for each, in its own turn.
    let reference = "subscription { workChanged { kind subjectId subject { ... on Case { reference } } } }";
    let fragment = "subscription { workChanged { kind subjectId subject { ...Row } } }
        fragment Row on Case { id: reference }";
    for document in [reference, fragment] {
        let each = heard_by(20, document).await;
        assert!(each >= 20 * 2, "the case and the note, for each: {each}");
    }
}

#[tokio::test]
async fn pages_that_are_at_different_places_read_on_together_and_each_from_its_own() {
    let test = TestApp::new().await;
    let story = story(&test).await;
    let (caseworker, manager) = (test.caseworker().await, test.manager().await.viewer().await);
    worker::settle(&test.app).await.unwrap();
    let first = last_place(test.app.database()).await.unwrap();
    for _ in 0..BATCH + 9 {
        note(&caseworker, &story.case, "SERVICE").await;
    }
    worker::settle(&test.app).await.unwrap();
    let last = last_place(test.app.database()).await.unwrap();
    let follows = Follows::Audiences(audience::of(test.app.database(), &manager).await.unwrap());
    let work = Hearings::new(test.app.clone()).of(&manager);
    let before = test.app.statements();
    // In the order in which they happen to ask.
    let places = [last - 3, first, last, last - 40, first + 5, last - 3];
    let came = join_all(places.map(|place| work.after(place))).await;
    let cost = test.app.statements() - before;
    assert_eq!(
        cost, 3,
        "a whole batch from the first place, one from the second, and then all that there was"
    );
    for (place, came) in places.into_iter().zip(came) {
        let came = came.unwrap().events;
        assert_eq!(came, followed(test.app.database(), &follows, place).await.unwrap(), "after {place}");
    }
    // What is heard of several is read by one statement for each kind of thing that they are about.
    let events = followed(test.app.database(), &follows, last - 8).await.unwrap();
    assert!((2..=8).contains(&events.len()));
    let before = test.app.statements();
    let heard = join_all(events.into_iter().map(|event| work.of(event))).await;
    assert!(heard.into_iter().all(|heard| heard.unwrap().is_some_and(|heard| heard.subject.is_some())));
    assert_eq!(test.app.statements() - before, 2, "the case, and the notes");
}

#[tokio::test]
async fn those_with_other_rights_do_not_look_together() {
    let test = TestApp::new().await;
    let hearings = Hearings::new(test.app.clone());
    let manager = test.manager().await.viewer().await;
    let work = hearings.of(&manager);
    let later = Viewer { at: manager.at + TimeDelta::minutes(1), ..manager.clone() };
    assert!(Arc::ptr_eq(&work, &hearings.of(&later)), "only looked at later");
    let tomorrow =
        Viewer { today: manager.today.succ_opt().unwrap(), named: !manager.named, ..manager.clone() };
    assert!(Arc::ptr_eq(&work, &hearings.of(&tomorrow)), "a look takes the day on which it looks");
    let caseworker = test.caseworker().await.viewer().await;
    let others = [
        Viewer { lead: !manager.lead, ..manager.clone() },
        Viewer { several: !manager.several, ..manager.clone() },
        Viewer { role: Role::TriageOfficer, ..manager.clone() },
        Viewer { scope: TokenScope::Availability, ..manager.clone() },
        Viewer { group: "another".to_owned(), ..manager.clone() },
        Viewer { user: caseworker.user, ..manager.clone() },
        Viewer { organisation: test.app.new_id(), ..manager.clone() },
        Viewer { organisation_kind: OrganisationKind::School, ..manager.clone() },
        caseworker,
    ];
    for other in others {
        let work = hearings.of(&manager);
        assert!(!Arc::ptr_eq(&work, &hearings.of(&other)), "{other:?}");
    }
}
