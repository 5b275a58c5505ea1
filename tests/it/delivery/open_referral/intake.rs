//! Reading feeds in: what becomes of each service, the same again, all or nothing, and there and back.

use std::process::Command;

use migrations::{Migrator, MigratorTrait};
use ridgeway::{
    domain::{
        delivery::open_referral::{
            feed,
            import::{Line, Options, Outcome, import},
            publish,
        },
        record::instance,
    },
    entity::{
        delivery::{offering, offering_source, programme, programme_source},
        people::{area, organisation},
        record::audit_entry,
    },
    platform::app::App,
    words::{DatabaseKind, DeliveryMode, OfferingSetting, Strand},
};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::schemas::{Hsds, file};
use crate::support::{SECRET, TestApp};

pub async fn read(app: &App, text: &str, options: &Options) -> Result<Vec<Line>, String> {
    let part = feed::read(text.as_bytes()).map_err(|error| error.to_string())?;
    import(app, &part.services, options).await.map_err(|error| error.to_string())
}

pub fn from(source: &str) -> Options {
    Options { source: source.to_owned(), ..Options::default() }
}

/// Everything that a feed may leave to whoever reads it in.
pub fn given() -> Options {
    Options {
        provider: Some("Swindon Borough Council".to_owned()),
        strand: Some(Strand::EarlyIntervention),
        approach: Some("PAR".to_owned()),
        mode: Some(DeliveryMode::Group),
        area: Some("Walcot".to_owned()),
        ..from("directory.example")
    }
}

/// How many rows there are of all that a feed can write.
pub async fn rows(app: &App) -> [u64; 5] {
    let on = app.database();
    [
        programme::Entity::find().count(on).await.unwrap(),
        offering::Entity::find().count(on).await.unwrap(),
        programme_source::Entity::find().count(on).await.unwrap(),
        offering_source::Entity::find().count(on).await.unwrap(),
        audit_entry::Entity::find().count(on).await.unwrap(),
    ]
}

/// A service that says all that we hold, with one run.
pub fn service(number: u8) -> Value {
    let id =
        |kind: u8| uuid::Uuid::from_bytes([number, kind, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1]);
    let attribute = |place: u8, code: &str, value: &str| {
        json!({ "id": id(place), "value": value, "taxonomy_term": {
            "id": id(place), "code": code, "name": code, "description": "", "taxonomy": "Ridgeway" } })
    };
    json!({
        "id": id(1), "name": format!("Boats {number}"), "description": "Building boats together.", "status": "active",
        "minimum_age": 10, "maximum_age": 17,
        "organization": { "id": id(2), "name": "Swindon Borough Council", "description": "" },
        "attributes": [
            attribute(10, "strand", "EARLY_INTERVENTION"), attribute(11, "approach", "MENT"),
            attribute(12, "mode", "GROUP"), attribute(13, "factor", "SUSPENSIONS"),
        ],
        "service_at_locations": [{
            "id": id(3), "location": { "id": id(4), "location_type": "physical", "name": "The dock" },
            "schedules": [{ "id": id(5), "valid_from": "2026-12-01", "valid_to": "2027-03-31",
                "description": "Mondays at 16:00" }],
            "attributes": [
                attribute(20, "answer", "WAIT"), attribute(21, "places_band", "NONE"),
                attribute(22, "expected_wait_working_days", "10"), attribute(23, "as_at", "2026-11-23T08:00:00Z"),
            ],
        }],
    })
}

fn outcomes(lines: &[Line]) -> Vec<Outcome> {
    lines.iter().map(|line| line.outcome).collect()
}

#[tokio::test]
async fn the_sample_is_skipped_with_every_reason_and_read_in_with_what_it_leaves_open() {
    let test = TestApp::new().await;
    let sample = file("example_service_full.json");
    let before = rows(&test.app).await;
    let lines = read(&test.app, &sample, &from("directory.example")).await.unwrap();
    assert_eq!(outcomes(&lines), [Outcome::Skipped]);
    let why = lines[0].why.join("\n");
    for reason in ["Example Organization Inc.", "--as", "--strand", "--approach", "--mode", "--area"] {
        assert!(why.contains(reason), "{reason}: {why}");
    }
    assert_eq!(rows(&test.app).await, before);

    let lines = read(&test.app, &sample, &given()).await.unwrap();
    assert_eq!(outcomes(&lines), [Outcome::Created], "{lines:#?}");
    let notes = lines[0].why.join("\n");
    assert!(
        notes.contains("ages 12 to 100 are taken as 12 to 25") && notes.contains("is left out"),
        "{notes}"
    );
    let asks = "{ programmes(filter: { text: \"community counselling\" }) { nodes { title summary minAge maxAge strand
        approach { code } provider { name } areas { name } offerings { totalCount } } } }";
    let found = test.school().await.get(asks, json!({})).await["programmes"]["nodes"][0].clone();
    assert_eq!(found["title"], "Community Counselling");
    assert_eq!((&found["minAge"], &found["maxAge"]), (&json!(12), &json!(25)));
    assert_eq!(found["provider"]["name"], "Swindon Borough Council");
    assert_eq!(found["areas"], json!([{ "name": "Walcot" }]));
    assert_eq!(found["offerings"]["totalCount"], 0, "its day has passed in 2005");

    let again = rows(&test.app).await;
    let lines = read(&test.app, &sample, &given()).await.unwrap();
    assert_eq!(outcomes(&lines), [Outcome::Skipped]);
    assert!(lines[0].why[0].contains("as it was"));
    assert_eq!(rows(&test.app).await, again, "the same again writes nothing, not even to the audit");
}

#[tokio::test]
async fn what_has_changed_is_changed_and_what_is_gone_takes_nobody() {
    let test = TestApp::new().await;
    let options = from("directory.example");
    let feed = |services: &[Value]| json!(services).to_string();
    let lines = read(&test.app, &feed(&[service(1), service(2)]), &options).await.unwrap();
    assert_eq!(outcomes(&lines), [Outcome::Created, Outcome::Created], "{lines:#?}");
    let (mut renamed, mut moved, mut fresher) = (service(1), service(2), service(2));
    renamed["name"] = json!("Rafts");
    moved["service_at_locations"] = json!([]);
    fresher["service_at_locations"][0]["attributes"][3]["value"] = json!("2026-11-24T08:00:00Z");
    let counted = rows(&test.app).await;
    let lines = read(&test.app, &feed(&[service(1), fresher]), &options).await.unwrap();
    assert_eq!(outcomes(&lines), [Outcome::Skipped, Outcome::Skipped], "that it is still so is no change");
    assert_eq!(rows(&test.app).await, counted);
    let told = offering_source::Entity::find().all(test.app.database()).await.unwrap();
    assert!(told.iter().any(|row| row.as_at.unwrap().to_rfc3339().starts_with("2026-11-24")));
    let lines = read(&test.app, &feed(&[renamed, moved]), &options).await.unwrap();
    assert_eq!(outcomes(&lines), [Outcome::Updated, Outcome::Updated]);
    let all = programme::Entity::find().all(test.app.database()).await.unwrap();
    let rafts = all.iter().find(|row| row.title == "Rafts").unwrap();
    assert_eq!((rafts.version, rafts.search_text.contains("rafts")), (2, true));
    let second = all.iter().find(|row| row.title == "Boats 2").unwrap().id;
    let runs = offering::Entity::find().all(test.app.database()).await.unwrap();
    let run = runs.iter().find(|run| run.programme_id == second).unwrap();
    assert_eq!((run.setting, run.version), (OfferingSetting::Closed, 2));
    let mut resting = service(1);
    resting["status"] = json!("temporarily closed");
    read(&test.app, &feed(&[resting.clone()]), &options).await.unwrap();
    let all = programme::Entity::find().all(test.app.database()).await.unwrap();
    assert!(!all.iter().find(|row| row.id == rafts.id).unwrap().active);
    let other = read(&test.app, &feed(&[resting]), &from("other.example")).await.unwrap();
    assert!(other[0].why[0].contains("does not run"), "another feed's id is another service");
    let other = read(&test.app, &feed(&[service(2)]), &from("other.example")).await.unwrap();
    assert_eq!(outcomes(&other), [Outcome::Created]);
}

#[tokio::test]
async fn one_wrong_service_in_the_middle_leaves_everything_as_it_was() {
    let test = TestApp::new().await;
    let mut wrong = service(2);
    wrong["maximum_age"] = json!(9);
    let before = rows(&test.app).await;
    let text = json!([service(1), wrong, service(3)]).to_string();
    let error = read(&test.app, &text, &from("directory.example")).await.unwrap_err();
    assert!(error.contains("item 2") && error.contains("maximum_age"), "{error}");
    assert_eq!(rows(&test.app).await, before);
    let mut taken = service(4);
    taken["service_at_locations"] = service(1)["service_at_locations"].clone();
    read(&test.app, &json!([service(1)]).to_string(), &from("directory.example")).await.unwrap();
    let before = rows(&test.app).await;
    let error = read(&test.app, &json!([service(5), taken]).to_string(), &from("directory.example")).await;
    assert!(error.unwrap_err().contains("another service's"));
    assert_eq!(rows(&test.app).await, before);
}

#[tokio::test]
async fn two_who_read_the_same_feed_at_once_make_one_of_each() {
    let test = TestApp::new().await;
    let node = test.another_node().await;
    let text = json!([service(1), service(2), service(3)]).to_string();
    let options = from("directory.example");
    let (one, two) = tokio::join!(read(&test.app, &text, &options), read(&node.app, &text, &options));
    let mut all = [outcomes(&one.unwrap()), outcomes(&two.unwrap())];
    all.sort_by_key(|outcomes| outcomes[0] != Outcome::Created);
    assert_eq!(all, [vec![Outcome::Created; 3], vec![Outcome::Skipped; 3]]);
}

/// Without ids, which each partnership has of its own, and in one order.
fn bare(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| key != "id");
            fields.values_mut().for_each(bare);
        }
        Value::Array(items) => {
            items.iter_mut().for_each(bare);
            items.sort_by_key(Value::to_string);
        }
        _ => {}
    }
}

#[tokio::test]
async fn there_and_back_nothing_is_lost() {
    let (here, there) = (TestApp::new().await, TestApp::empty().await);
    Migrator::up(&there.one_connection().await, None).await.unwrap();
    instance::claim(&there.app, DatabaseKind::Demo).await.unwrap();
    let on = there.app.database();
    let areas = area::Entity::find().all(here.app.database()).await.unwrap();
    // Each after the one that it lies in.
    let mut left = areas.into_iter().map(|row| (row.parent_id, row)).collect::<Vec<_>>();
    let mut known = Vec::new();
    while !left.is_empty() {
        let (ready, later): (Vec<_>, Vec<_>) =
            left.into_iter().partition(|(parent, _)| parent.is_none_or(|parent| known.contains(&parent)));
        known.extend(ready.iter().map(|(_, row)| row.id));
        let rows = ready.into_iter().map(|(_, row)| area::ActiveModel::from(row));
        area::Entity::insert_many(rows).exec_without_returning(on).await.unwrap();
        left = later;
    }
    let partners = organisation::Entity::find().all(here.app.database()).await.unwrap();
    let partners = partners.into_iter().map(organisation::ActiveModel::from);
    organisation::Entity::insert_many(partners).exec_without_returning(on).await.unwrap();

    read(&here.app, &json!([service(1)]).to_string(), &from("directory.example")).await.unwrap();
    let asks = json!({ "minYearGroup": 7, "maxYearGroup": 11, "pathways": ["KNIFE_PLAN"],
        "exclusions": ["CARRIED_WEAPON"], "mostAtOnce": 2 });
    crate::delivery::offering(&here, 3, &json!({ "title": "Oars", "asks": asks })).await;
    let published = serde_json::to_value(publish::whole(&here.app).await.unwrap()).unwrap();
    let text = published.to_string();
    let lines = read(&there.app, &text, &from("here.example")).await.unwrap();
    assert!(lines.iter().all(|line| line.outcome == Outcome::Created && line.why.is_empty()), "{lines:#?}");
    let back = serde_json::to_value(publish::whole(&there.app).await.unwrap()).unwrap();
    let hsds = Hsds::load();
    for service in back["contents"].as_array().unwrap() {
        hsds.holds(service);
    }
    let (mut first, mut second) = (published, back);
    bare(&mut first);
    bare(&mut second);
    assert_eq!(first, second);
    let again = rows(&there.app).await;
    let lines = read(&there.app, &text, &from("here.example")).await.unwrap();
    assert!(lines.iter().all(|line| line.why == ["it is as it was"]), "{lines:#?}");
    assert_eq!(rows(&there.app).await, again);
    let own = read(&here.app, &text, &from("myself.example")).await.unwrap();
    assert!(own.iter().all(|line| line.why[0].contains("of this partnership")), "{own:#?}");
}

#[tokio::test]
async fn the_command_line_says_what_became_of_each_and_refuses_in_words() {
    let test = TestApp::new().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("feed.json");
    let mut other = service(2);
    other["organization"]["name"] = json!("Some\u{1b}[2Jbody else");
    std::fs::write(&path, json!([service(1), other]).to_string()).unwrap();
    let run = async |from: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ridgeway"));
        command.args(["import", "programmes", from]).env_clear().env("DATABASE_URL", test.database_url());
        command.env("RIDGEWAY_SECRET", data_encoding::HEXLOWER.encode(&SECRET));
        let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (output.status.success(), text(&output.stdout), text(&output.stderr))
    };
    let (done, said, complaint) = run(path.to_str().unwrap()).await;
    assert!(done, "{complaint}");
    let lines: Vec<_> = said.lines().collect();
    assert!(lines[0].starts_with("created ") && lines[0].ends_with("Boats 1"), "{said}");
    assert!(lines[1].starts_with("skipped ") && lines[1].contains("is no partner"), "{said}");
    assert!(!said.contains('\u{1b}'), "a feed does not speak to the terminal");
    assert_eq!(lines[2], "1 created, 0 updated, 1 skipped");
    let entries = audit_entry::Entity::find().all(test.app.database()).await.unwrap();
    let written = entries.iter().filter(|entry| entry.purpose.as_deref() == Some("import programmes"));
    assert_eq!(written.count(), 1);
    for (from, says) in [
        ("http://directory.example/services", "only https://"),
        ("https://127.0.0.1/services", "no address on the public internet"),
        ("https://[::1]/services", "no address on the public internet"),
        ("https://localhost/services", "no address on the public internet"),
        ("https://169.254.169.254/latest/meta-data", "no address on the public internet"),
        ("https://me:secret@directory.example/", "name or password"),
        ("/nowhere/at/all.json", "cannot be opened"),
    ] {
        let (done, said, complaint) = run(from).await;
        assert!(!done && said.is_empty() && complaint.contains(says), "{from}: {complaint}");
        assert!(complaint.contains("nothing was changed"), "{complaint}");
    }
}
