//! The relay, or two of them: every event has one place, without gaps, whoever dies in between.

use sea_orm::{DatabaseConnection, Statement, TransactionTrait};

use super::*;
use crate::{
    domain::record::outbox,
    entity::record::event,
    words::{ChangeKind, SubjectKind},
    worker::relay::Relay,
};

/// Another node on the same database.
async fn another(app: &App) -> App {
    let on = database::connect(app.config().database_url.as_ref().unwrap(), 6).await.unwrap();
    App::new(
        app.config().clone(),
        on,
        Keys::new([9; 32], Chance::System),
        app.clock().clone(),
        Chance::System,
    )
}

/// Writes an event of a subject.
async fn happens(on: &impl ConnectionTrait, app: &App, subject: uuid::Uuid) -> i64 {
    let event = event::ActiveModel {
        at: Set(app.now()),
        kind: Set(ChangeKind::CaseOpened),
        noun: Set(SubjectKind::Case),
        subject_id: Set(subject),
        ..Default::default()
    };
    event.insert(on).await.unwrap().seq
}

/// Every event of the outbox in the order of its place; each has one, and there is no gap.
async fn placed(app: &App) -> Vec<event::Model> {
    assert!(read::record::event::unplaced(app.database(), 1).await.unwrap().is_empty(), "one waits");
    let events = read::record::event::after(app.database(), 0, 10_000).await.unwrap();
    let places: Vec<_> = events.iter().filter_map(|event| event.place).collect();
    assert_eq!(places, (1..=i64::try_from(events.len()).unwrap()).collect::<Vec<_>>());
    let mut last_of = HashMap::new();
    for event in &events {
        let before = last_of.insert(event.subject_id, event.seq);
        assert!(before.is_none_or(|before| before < event.seq), "two changes of one object are reversed");
    }
    events
}

/// Where two write at once: on SQLite one waits for the other.
async fn on_postgres(test: impl AsyncFn(App)) {
    if server().is_some() {
        on_each(test).await;
    }
}

/// Ends the connection on which a relay holds its lock, as a machine that goes away would.
async fn cut(app: &App) {
    let sql = "SELECT COUNT(pg_terminate_backend(pid, 5000)) FROM pg_locks WHERE locktype = 'advisory' AND database = \
               (SELECT oid FROM pg_database WHERE datname = current_database())";
    let ended =
        app.database().query_one_raw(Statement::from_string(app.backend(), sql)).await.unwrap().unwrap();
    assert_eq!(ended.try_get_by_index::<i64>(0).unwrap(), 1, "one relay held the lock");
}

#[tokio::test]
async fn two_relays_give_each_event_one_place_in_order() {
    on_each(async |app| {
        let other = another(&app).await;
        let (mut one, mut two) = (Relay::new(app.clone()), Relay::new(other.clone()));
        let subjects: Vec<uuid::Uuid> = (0..3).map(|_| app.new_id()).collect();
        for round in 0..20 {
            for subject in &subjects {
                let node = if round % 2 == 0 { &app } else { &other };
                happens(node.database(), node, *subject).await;
            }
            let (first, second) = tokio::join!(one.turn(), two.turn());
            first.and(second).unwrap();
        }
        while one.turn().await.unwrap() || two.turn().await.unwrap() {}
        let ours = placed(&app).await.into_iter().filter(|event| subjects.contains(&event.subject_id));
        let seqs: Vec<_> = ours.map(|event| event.seq).collect();
        assert_eq!(seqs.len(), 60);
        assert!(seqs.is_sorted(), "in the order of their writing");
    })
    .await;
}

#[tokio::test]
async fn what_commits_late_is_placed_after_and_what_rolls_back_leaves_no_gap() {
    on_postgres(async |app| {
        let mut relay = Relay::new(app.clone());
        let (late, back, quick) = (app.new_id(), app.new_id(), app.new_id());
        let held = app.database().begin().await.unwrap();
        let undone = app.database().begin().await.unwrap();
        let early = happens(&held, &app, late).await;
        happens(&undone, &app, back).await;
        let seq = happens(app.database(), &app, quick).await;
        assert!(early < seq);
        while relay.turn().await.unwrap() {}
        assert_eq!(placed(&app).await.last().unwrap().subject_id, quick, "it is not waited for");
        undone.rollback().await.unwrap();
        held.commit().await.unwrap();
        while relay.turn().await.unwrap() {}
        let events = placed(&app).await;
        assert_eq!(events.last().unwrap().subject_id, late, "after what was placed, and not lost");
        assert!(events.iter().all(|event| event.subject_id != back));
    })
    .await;
}

#[tokio::test]
async fn what_rolls_back_leaves_no_gap_on_sqlite_either() {
    on_each(async |app| {
        let undone = app.begin().await.unwrap();
        happens(&undone.tx, &app, app.new_id()).await;
        undone.rollback().await.unwrap();
        happens(app.database(), &app, app.new_id()).await;
        settle(&app).await.unwrap();
        placed(&app).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_is_the_relay_may_be_cut_off_and_another_takes_over() {
    on_postgres(async |app| {
        let other = another(&app).await;
        let (mut one, mut two) = (Relay::new(app.clone()), Relay::new(other.clone()));
        let mut heard = other.bus().listen();
        while one.turn().await.unwrap() {}
        two.turn().await.unwrap();
        while heard.try_recv().is_ok() {}
        let subject = app.new_id();
        happens(app.database(), &app, subject).await;
        two.turn().await.unwrap();
        assert_eq!(
            read::record::event::unplaced(app.database(), 9).await.unwrap().len(),
            1,
            "it only follows"
        );
        cut(&app).await;
        while two.turn().await.unwrap() {}
        assert_eq!(placed(&app).await.last().unwrap().subject_id, subject);
        assert!(heard.try_recv().is_ok(), "and it is announced");
        // It meets the end of its connection, or finds it before it begins and follows.
        let turn = one.turn().await;
        assert!(matches!(turn, Err(_) | Ok(false)), "by a connection that is gone nothing is written");
        one.lost();
        happens(app.database(), &app, subject).await;
        assert!(!one.turn().await.unwrap(), "now it follows");
        while two.turn().await.unwrap() {}
        placed(&app).await;
    })
    .await;
}

/// What a relay does within its transaction, up to a step; then its connection goes away.
async fn dies_before_commit(on: &DatabaseConnection, writes: bool) {
    let tx = on.begin().await.unwrap();
    assert!(crate::read::record::lock::for_the_connection(&tx).await.unwrap());
    read::record::event::unplaced(&tx, 9).await.unwrap();
    if writes {
        outbox::place(&tx).await.unwrap();
    }
    drop(tx);
}

#[tokio::test]
async fn a_relay_that_dies_before_its_commit_has_given_no_place() {
    on_postgres(async |app| {
        for writes in [false, true] {
            happens(app.database(), &app, app.new_id()).await;
            let own = database::connect(app.config().database_url.as_ref().unwrap(), 1).await.unwrap();
            dies_before_commit(&own, writes).await;
            own.close().await.unwrap();
            settle(&app).await.unwrap();
            placed(&app).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_placed_and_not_announced_is_announced_by_whoever_comes_next() {
    on_each(async |app| {
        let mut relay = Relay::new(app.clone());
        while relay.turn().await.unwrap() {}
        let mut heard = app.bus().listen();
        happens(app.database(), &app, app.new_id()).await;
        let transaction = app.begin().await.unwrap();
        outbox::place(&transaction.tx).await.unwrap();
        transaction.commit().await.unwrap();
        // Here the one that placed it is gone.
        while relay.turn().await.unwrap() {}
        let place = placed(&app).await.len();
        assert_eq!(heard.try_recv().unwrap().place, i64::try_from(place).unwrap());
        assert!(heard.try_recv().is_err(), "once");
        while relay.turn().await.unwrap() {}
        assert!(heard.try_recv().is_err(), "and not again");
    })
    .await;
}
