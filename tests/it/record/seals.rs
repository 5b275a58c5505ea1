//! `audit verify` names the first sealed entry that is not what was sealed, whatever was done to the table.

use migrations::{Migrator, MigratorTrait};
use ridgeway::{
    domain::record::audit::{self, Broken, Verdict},
    entity::record::audit_entry::{ActiveModel, Column, Entity, Model},
    platform::{chance::Chance, keys::Keys},
    worker,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    Value, sea_query::Expr,
};
use uuid::Uuid;

use crate::support::TestApp;

/// So many entries are sealed before anything is done to them.
const SEALED: i64 = 10;

async fn sealed() -> TestApp {
    let test = TestApp::empty().await;
    Migrator::up(test.app.database(), None).await.unwrap();
    write(&test, SEALED).await;
    worker::settle(&test.app).await.unwrap();
    assert_eq!(verdict(&test).await, (None, SEALED, 0));
    test
}

/// Writes entries that have something in every column.
async fn write(test: &TestApp, count: i64) {
    for nth in 0..count {
        ActiveModel {
            id: Set(test.app.new_id()),
            number: Set(None),
            at: Set(test.app.now()),
            actor_id: Set(Some(test.app.new_id())),
            membership_id: Set(Some(test.app.new_id())),
            action: Set("READ".parse().unwrap()),
            subject_kind: Set("CASE".parse().unwrap()),
            subject_id: Set(Some(test.app.new_id())),
            young_person_id: Set(Some(test.app.new_id())),
            purpose: Set(Some("OwnCase".into())),
            request_id: Set(format!("r{nth}")),
            digest: Set(Some(vec![1, 2, 3])),
            seal: Set(None),
        }
        .insert(test.app.database())
        .await
        .unwrap();
    }
}

async fn look(test: &TestApp, noted: Option<&audit::Head>) -> Verdict {
    audit::verify(&test.app, noted.map(|head| (head.number, head.seal.clone()))).await.unwrap()
}

/// What is broken first, how many are right before it, and how many wait.
async fn verdict(test: &TestApp) -> (Option<Broken>, i64, u64) {
    let verdict = look(test, None).await;
    (verdict.broken, verdict.right, verdict.waiting)
}

async fn numbered(test: &TestApp, number: i64) -> Model {
    Entity::find().filter(Column::Number.eq(number)).one(test.app.database()).await.unwrap().unwrap()
}

async fn set(test: &TestApp, number: i64, column: Column, value: impl Into<Value>) {
    let update = Entity::update_many().col_expr(column, Expr::value(value.into()));
    let done = update.filter(Column::Number.eq(number)).exec(test.app.database()).await.unwrap();
    assert_eq!(done.rows_affected, 1);
}

async fn remove(test: &TestApp, those: impl sea_orm::sea_query::IntoCondition) {
    Entity::delete_many().filter(those).exec(test.app.database()).await.unwrap();
}

async fn put(test: &TestApp, entry: Model) {
    Entity::insert(entry.into_active_model()).exec_without_returning(test.app.database()).await.unwrap();
}

async fn seal_with(test: &TestApp, keys: &Keys) {
    let transaction = test.app.begin().await.unwrap();
    audit::seal(&transaction.tx, keys).await.unwrap();
    transaction.commit().await.unwrap();
}

async fn unseal(test: &TestApp, after: i64) {
    Entity::update_many()
        .col_expr(Column::Number, Expr::value(None::<i64>))
        .col_expr(Column::Seal, Expr::value(None::<Vec<u8>>))
        .filter(Column::Number.gt(after))
        .exec(test.app.database())
        .await
        .unwrap();
}

#[tokio::test]
async fn an_edit_of_any_column_is_named() {
    let test = sealed().await;
    let right = numbered(&test, 5).await;
    let edits: Vec<(Column, Value)> = vec![
        (Column::Id, Uuid::max().into()),
        (Column::At, (right.at + chrono::TimeDelta::microseconds(1)).into()),
        (Column::ActorId, Uuid::max().into()),
        (Column::ActorId, None::<Uuid>.into()),
        (Column::MembershipId, Uuid::max().into()),
        (Column::MembershipId, None::<Uuid>.into()),
        (Column::Action, "CHANGE".into()),
        (Column::SubjectKind, "REFERRAL".into()),
        (Column::SubjectId, Uuid::max().into()),
        (Column::SubjectId, None::<Uuid>.into()),
        (Column::YoungPersonId, Uuid::max().into()),
        (Column::YoungPersonId, None::<Uuid>.into()),
        (Column::Purpose, "Duty".into()),
        (Column::Purpose, None::<String>.into()),
        (Column::RequestId, "r99".into()),
        (Column::Digest, vec![1_u8, 2, 4].into()),
        (Column::Digest, None::<Vec<u8>>.into()),
        (Column::Seal, vec![0_u8; 32].into()),
        (Column::Seal, None::<Vec<u8>>.into()),
    ];
    for (column, value) in edits {
        set(&test, 5, column, value.clone()).await;
        assert_eq!(verdict(&test).await, (Some(Broken::Changed(5)), 4, 0), "{column:?} {value:?}");
        remove(&test, Column::Number.eq(5_i64)).await;
        put(&test, right.clone()).await;
    }
    set(&test, 5, Column::Number, 100_i64).await;
    assert_eq!(verdict(&test).await.0, Some(Broken::Missing(5)), "moved to the end");
    set(&test, 100, Column::Number, None::<i64>).await;
    assert_eq!(verdict(&test).await, (Some(Broken::Missing(5)), 4, 1), "made to look as if it waited");
}

#[tokio::test]
async fn what_was_removed_is_named() {
    for (gone, closed_up) in [(5_i64, false), (1, false), (5, true), (1, true)] {
        let test = sealed().await;
        remove(&test, Column::Number.eq(gone)).await;
        if closed_up {
            for number in gone + 1..=SEALED {
                set(&test, number, Column::Number, number - 1).await;
            }
        }
        let broken = if closed_up { Broken::Changed(gone) } else { Broken::Missing(gone) };
        assert_eq!(verdict(&test).await.0, Some(broken), "{gone} {closed_up}");
    }
}

#[tokio::test]
async fn what_was_inserted_or_moved_is_named() {
    let test = sealed().await;
    let copy = |of: Model, number| Model { id: test.app.new_id(), number: Some(number), ..of };
    for (number, broken) in
        [(0, Broken::Inserted(0)), (-7, Broken::Inserted(-7)), (SEALED + 1, Broken::Changed(SEALED + 1))]
    {
        put(&test, copy(numbered(&test, 5).await, number)).await;
        assert_eq!(verdict(&test).await.0, Some(broken));
        remove(&test, Column::Number.eq(number)).await;
    }

    // Two change places, their seals with them or left behind.
    let (four, seven) = (numbered(&test, 4).await, numbered(&test, 7).await);
    for with_seals in [true, false] {
        let seals = if with_seals { (&four, &seven) } else { (&seven, &four) };
        remove(&test, Column::Number.is_in([4, 7])).await;
        put(&test, Model { number: Some(7), seal: seals.0.seal.clone(), ..four.clone() }).await;
        put(&test, Model { number: Some(4), seal: seals.1.seal.clone(), ..seven.clone() }).await;
        assert_eq!(verdict(&test).await.0, Some(Broken::Changed(4)), "with seals: {with_seals}");
    }
    remove(&test, Column::Number.is_in([4, 7])).await;
    put(&test, four).await;
    put(&test, seven).await;
    assert_eq!(verdict(&test).await.0, None);

    // One is put between two others, which make room.
    for number in (6..=SEALED).rev() {
        set(&test, number, Column::Number, number + 1).await;
    }
    put(&test, copy(numbered(&test, 5).await, 6)).await;
    assert_eq!(verdict(&test).await.0, Some(Broken::Changed(6)));
}

#[tokio::test]
async fn who_has_no_key_cannot_seal() {
    let test = sealed().await;
    let others = Keys::new([8; 32], Chance::System);
    unseal(&test, 5).await;
    seal_with(&test, &others).await;
    assert_eq!(verdict(&test).await, (Some(Broken::Changed(6)), 5, 0));
    unseal(&test, 0).await;
    seal_with(&test, &others).await;
    assert_eq!(verdict(&test).await.0, Some(Broken::Changed(1)));
}

#[tokio::test]
async fn those_that_wait_are_counted_and_then_sealed_without_a_gap() {
    let test = sealed().await;
    write(&test, 3).await;
    assert_eq!(verdict(&test).await, (None, SEALED, 3));
    worker::settle(&test.app).await.unwrap();
    assert_eq!(verdict(&test).await, (None, SEALED + 3, 0));
    let entries = Entity::find().order_by_asc(Column::Number).all(test.app.database()).await.unwrap();
    let numbers: Vec<_> = entries.iter().filter_map(|entry| entry.number).collect();
    assert_eq!(numbers, (1..=SEALED + 3).collect::<Vec<_>>());
}

#[tokio::test]
async fn an_end_that_was_cut_off_is_found_by_the_head_that_was_noted() {
    let test = sealed().await;
    let noted = audit::head(&test.app).await.unwrap().unwrap();
    let whole = look(&test, Some(&noted)).await;
    assert_eq!((whole.broken, whole.head.as_ref()), (None, Some(&noted)));

    write(&test, 2).await;
    worker::settle(&test.app).await.unwrap();
    assert_eq!(look(&test, Some(&noted)).await.broken, None, "the chain has gone on since");
    let later = audit::head(&test.app).await.unwrap().unwrap();
    remove(&test, Column::Number.gt(SEALED)).await;
    assert_eq!(look(&test, Some(&noted)).await.head.as_ref(), Some(&noted), "what is left is right");
    assert_eq!(look(&test, Some(&later)).await.broken, Some(Broken::NotedHead(later.number)));

    remove(&test, Column::Number.gt(7_i64)).await;
    assert_eq!(look(&test, None).await.broken, None, "the chain alone cannot tell");
    assert_eq!(look(&test, Some(&noted)).await.broken, Some(Broken::NotedHead(SEALED)));
    write(&test, 5).await;
    worker::settle(&test.app).await.unwrap();
    assert_eq!(look(&test, Some(&noted)).await.broken, Some(Broken::NotedHead(SEALED)), "written anew");
    remove(&test, Column::Number.gt(0_i64)).await;
    assert_eq!(look(&test, Some(&noted)).await.broken, Some(Broken::NotedHead(SEALED)), "all of it gone");
}
