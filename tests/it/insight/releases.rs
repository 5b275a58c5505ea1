//! Making releases: what is stored is what the facts give, whatever happened; tampering is named; another secret refuses.

use chrono::TimeDelta;
use ridgeway::{
    domain::insight::{contact, due, published::Published, release, stored, verify},
    entity::insight::{fact, record_key, release as releases, release_held, release_table},
    entity::people::restriction,
    platform::error::Error,
    words::{
        RestrictionReason,
        id::{Id, noun},
    },
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, PaginatorTrait, QueryOrder};
use serde_json::json;

use crate::support::TestApp;

async fn count<E: EntityTrait>(test: &TestApp) -> u64
where
    E::Model: sea_orm::FromQueryResult + Send + Sync,
{
    E::find().count(test.app.database()).await.unwrap()
}

#[tokio::test]
async fn the_demonstration_has_the_releases_of_eight_mondays_and_they_agree_with_their_facts() {
    let test = TestApp::new().await;
    assert_eq!(count::<releases::Entity>(&test).await, 8);
    let done = verify::verify(&test.app).await.unwrap();
    assert_eq!(done.wrong, Vec::<String>::new());
    assert_eq!(done.sealed, (1..=8).collect::<Vec<_>>());
    assert!(done.figures > 10_000, "{}", done.figures);
    assert!(!due::make(&test.app).await.unwrap(), "the release of this week is there");
}

#[tokio::test]
async fn the_next_is_made_on_monday_by_itself_once_and_the_oldest_can_no_longer_be_asked_for() {
    let test = TestApp::new().await;
    test.app.clock().advance(TimeDelta::days(7));
    let (one, other) = tokio::join!(due::make(&test.app), due::make(&test.app));
    let made = [one, other].into_iter().filter(|made| matches!(made, Ok(true))).count();
    assert_eq!(made, 1);
    assert!(!due::make(&test.app).await.unwrap());
    let numbers: Vec<i32> = release_table::Entity::find()
        .order_by_asc(release_table::Column::ReleaseNumber)
        .all(test.app.database())
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.release_number)
        .collect();
    assert_eq!((numbers.first(), numbers.last()), (Some(&2), Some(&9)));
    let done = verify::verify(&test.app).await.unwrap();
    assert_eq!((done.wrong, done.sealed), (Vec::new(), (2..=9).collect()));
}

#[tokio::test]
async fn a_restricted_child_leaves_all_facts_and_what_was_released_stays() {
    let test = TestApp::new().await;
    let on = test.app.database();
    let row = fact::Entity::find().order_by_asc(fact::Column::Id).one(on).await.unwrap().unwrap();
    let child = row.words.open(test.app.keys(), row.id).unwrap().child;
    let keys = record_key::Entity::find().all(on).await.unwrap();
    let key = keys.iter().find(|key| u32::try_from(key.number) == Ok(child)).unwrap().young_person_id;
    let me = test.manager().await.get("{ viewer { user { id } } }", json!({})).await;
    let me: ridgeway::words::id::OpaqueId<noun::User> =
        ridgeway::words::id::OpaqueId::parse(me["viewer"]["user"]["id"].as_str().unwrap()).unwrap();
    restriction::ActiveModel {
        id: Set(test.app.new_id::<Id<noun::Restriction>>()),
        young_person_id: Set(key),
        reason: Set(RestrictionReason::StaffRelative),
        set_by_id: Set(me.open(test.app.keys()).unwrap()),
        from_at: Set(test.app.now()),
        ended_at: Set(None),
    }
    .insert(on)
    .await
    .unwrap();
    let before = release_table::Entity::find().all(on).await.unwrap();
    test.app.clock().advance(TimeDelta::days(7));
    assert!(due::make(&test.app).await.unwrap());
    let open = fact::Entity::find().all(on).await.unwrap();
    let theirs = open.iter().filter(|row| row.words.open(test.app.keys(), row.id).unwrap().child == child);
    assert!(theirs.clone().count() > 0 && theirs.clone().all(|row| row.to_release.is_some()));
    let after = release_table::Entity::find().all(on).await.unwrap();
    for row in before.iter().filter(|row| row.release_number > 1) {
        assert!(after.contains(row), "{} of release {} has moved", row.name, row.release_number);
    }
}

#[tokio::test]
async fn what_is_changed_afterwards_is_named() {
    let test = TestApp::new().await;
    let on = test.app.database();
    let name = "LAST_12_MONTHS SEX";
    let row = release_table::Entity::find_by_id((8, name.to_owned())).one(on).await.unwrap().unwrap();
    let mut rows = stored::unpack(&row.cells).unwrap();
    rows.get_mut("MALE").unwrap().referred = Published::Count(1_005);
    let cells = stored::pack(&rows).unwrap();
    let mut row = row.into_active_model();
    row.cells = Set(cells.clone());
    row.clone().update(on).await.unwrap();
    let done = verify::verify(&test.app).await.unwrap();
    assert_eq!(done.wrong, ["release 8, LAST_12_MONTHS SEX", "LAST_12_MONTHS SEX, MALE, referred"]);
    assert_eq!(done.sealed, (1..=7).collect::<Vec<_>>());
    // Whoever has the key as well can seal it anew, and is found by counting.
    row.seal = Set(release::seal(&test.app, 8, name, &cells));
    row.update(on).await.unwrap();
    let done = verify::verify(&test.app).await.unwrap();
    assert_eq!(done.wrong, ["LAST_12_MONTHS SEX, MALE, referred"]);
}

#[tokio::test]
async fn another_secret_refuses_figures_and_makes_none() {
    let test = TestApp::new().await;
    let on = test.app.database();
    let row = releases::Entity::find_by_id(8).one(on).await.unwrap().unwrap();
    let mut row = row.into_active_model();
    row.key_fingerprint = Set("0011223344556677".to_owned());
    row.update(on).await.unwrap();
    test.app.clock().advance(TimeDelta::days(7));
    assert!(matches!(release::make(&test.app, test.app.now()).await, Err(Error::Unavailable(_))));
    assert!(matches!(verify::verify(&test.app).await, Err(Error::Unavailable(_))));
    let asked = test.actor("partnership").await.ask("{ outcomeSummary { release } }", json!({})).await;
    assert_eq!(asked.codes(), ["UNAVAILABLE"]);
    assert_eq!(count::<releases::Entity>(&test).await, 8);
}

#[tokio::test]
async fn nothing_that_is_stored_tells_who_was_counted() {
    let test = TestApp::new().await;
    let on = test.app.database();
    let held = release_held::Entity::find().all(on).await.unwrap();
    assert!(held.len() > 40, "{}", held.len());
    for row in held {
        assert!(!row.words.open(test.app.keys(), row.id).unwrap().0.is_empty(), "{}", row.name);
        assert!(row.words.open(test.app.keys(), uuid::Uuid::nil()).is_err(), "bound to its row");
    }
    let children: Vec<String> = ridgeway::entity::people::young_person::Entity::find()
        .all(on)
        .await
        .unwrap()
        .into_iter()
        .map(|child| child.id.uuid().to_string())
        .collect();
    for row in release_table::Entity::find().all(on).await.unwrap() {
        let text = if row.name.starts_with("CONTACTS ") {
            serde_json::to_string(&contact::unpack(&row.cells).unwrap()).unwrap()
        } else {
            serde_json::to_string(&stored::unpack(&row.cells).unwrap()).unwrap()
        };
        assert!(!children.iter().any(|id| text.contains(id)), "{}", row.name);
        for exact in ["\"count\":1}", "\"count\":2}", "\"count\":3}", "\"count\":4}"] {
            assert!(!text.contains(exact), "{} tells {exact}", row.name);
        }
    }
}
