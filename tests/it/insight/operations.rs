//! Whatever happens to records, releases agree with their facts, and the facts that were kept from release to release are those
//! that a first release would tell. Kinds of operations take turns, the rest is by chance; FUZZ_TIMES=30 does thirty times as
//! many.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use ridgeway::{
    domain::insight::{due, release, verify},
    entity::{
        casework::{case, referral},
        delivery::{enrolment, offering, programme},
        insight::{fact, release as releases, release_held, release_table},
        people::young_person,
    },
    platform::chance::Chance,
    words::{
        CaseStatus, EnrolmentStatus, ReferralStatus,
        id::{Id, noun},
    },
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    fuzz::{seed, times},
    support::{Actor, TestApp},
};

/// So many weeks with so many operations in each.
const WEEKS: u32 = 3;
const IN_A_WEEK: u32 = 40;

const SUBMIT: &str =
    "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) { problems { code } } }";
const TRIAGE: &str =
    "mutation($input: TriageReferralInput!) { triageReferral(input: $input) { problems { code } } }";
const WITHDRAW: &str =
    "mutation($input: WithdrawReferralInput!) { withdrawReferral(input: $input) { problems { code } } }";
const END: &str =
    "mutation($input: EndEnrolmentInput!) { endEnrolment(input: $input) { problems { code } } }";
const MEASURE: &str =
    "mutation($input: RecordMeasureInput!) { recordMeasure(input: $input) { problems { code } } }";
const CORRECT: &str =
    "mutation($input: ChangeYoungPersonInput!) { changeYoungPerson(input: $input) { problems { code } } }";

/// What there is to do something with, at the beginning of a week: ids and versions.
struct Rows {
    waiting: Vec<(Id<noun::Referral>, i32)>,
    /// Of those that wait, what the schools sent that may withdraw it.
    sent: Vec<(Id<noun::Referral>, i32)>,
    cases: Vec<Id<noun::Case>>,
    places: Vec<(Id<noun::Enrolment>, i32, EnrolmentStatus)>,
    children: Vec<(Id<noun::YoungPerson>, i32)>,
}

impl Rows {
    /// Places are those of the provider who ends them, what was sent that of the schools who withdraw it.
    async fn read(
        test: &TestApp,
        provider: Id<noun::Organisation>,
        schools: [Id<noun::Organisation>; 2],
    ) -> Self {
        let on = test.app.database();
        let of = programme::Entity::find().filter(programme::Column::ProviderId.eq(provider));
        let of: Vec<_> = of.all(on).await.unwrap().into_iter().map(|row| row.id).collect();
        let of = offering::Entity::find().filter(offering::Column::ProgrammeId.is_in(of));
        let of: Vec<_> = of.all(on).await.unwrap().into_iter().map(|row| row.id).collect();
        let waiting = referral::Entity::find()
            .filter(referral::Column::Status.eq(ReferralStatus::Submitted))
            .select_only()
            .columns([referral::Column::Id, referral::Column::Version]);
        let sent = waiting.clone().filter(referral::Column::SourceOrganisationId.is_in(schools));
        let cases = case::Entity::find()
            .filter(case::Column::Status.is_not_in([CaseStatus::Closed, CaseStatus::Transferred]))
            .select_only()
            .column(case::Column::Id);
        let places = enrolment::Entity::find()
            .filter(enrolment::Column::Status.is_in([EnrolmentStatus::Accepted, EnrolmentStatus::Started]))
            .filter(enrolment::Column::OfferingId.is_in(of))
            .select_only()
            .columns([enrolment::Column::Id, enrolment::Column::Version, enrolment::Column::Status]);
        let children = young_person::Entity::find()
            .select_only()
            .columns([young_person::Column::Id, young_person::Column::Version]);
        Self {
            waiting: waiting.into_tuple().all(on).await.unwrap(),
            sent: sent.into_tuple().all(on).await.unwrap(),
            cases: cases.into_tuple().all(on).await.unwrap(),
            places: places.into_tuple().all(on).await.unwrap(),
            children: children.into_tuple().all(on).await.unwrap(),
        }
    }
}

/// The operation whose turn it is, on what chance says: its document and input.
fn operation(test: &TestApp, rows: &Rows, turn: u32, dice: [u8; 4]) -> (&'static str, Value) {
    let keys = test.app.keys();
    let [of, more, one, two] = dice.map(usize::from);
    let which = |count: usize| (of * 256 + more) % count;
    match turn % 8 {
        0 | 1 => (
            SUBMIT,
            json!({ "source": "SCHOOL", "mainFactor": "UNSAFE_JOURNEYS", "whatHappened": "Followed.",
                "immediateDanger": false, "parentAware": true, "youngPerson": { "givenName": "Linnet",
                "dateOfBirth": format!("20{:02}-0{}-1{}", 9 + one % 6, 1 + two % 9, more % 9),
                "sex": (["FEMALE", "MALE", "UNKNOWN"][one % 3]) } }),
        ),
        2..=4 => {
            let (id, version) = rows.waiting[which(rows.waiting.len())];
            let mut input = json!({ "referralId": id.seal(keys), "version": version,
                "rationale": "Read.", "feedback": "Thank you." });
            let (outcome, field, value) = [
                ("ACCEPT", "pathway", "EARLY_PREVENTION"),
                ("ACCEPT", "pathway", "TURNAROUND"),
                ("DECLINE", "reason", "OUT_OF_AREA"),
                ("DECLINE", "reason", "CONSENT_REFUSED"),
            ][one % 4];
            (input["outcome"], input[field]) = (json!(outcome), json!(value));
            (TRIAGE, input)
        }
        5 => {
            let (id, version) = rows.sent[which(rows.sent.len())];
            (WITHDRAW, json!({ "referralId": id.seal(keys), "version": version, "reason": "Moved." }))
        }
        6 if turn % 16 == 6 => {
            let (id, version, now) = rows.places[which(rows.places.len())];
            // Who has not started cannot stop.
            let status = if now == EnrolmentStatus::Started { "WITHDREW" } else { "REMOVED" };
            let today = test.app.today();
            (
                END,
                json!({ "enrolmentId": id.seal(keys), "version": version, "status": status, "on": today,
                    "reason": "Moved." }),
            )
        }
        6 => {
            let case = rows.cases[which(rows.cases.len())];
            (
                MEASURE,
                json!({ "caseId": case.seal(keys), "instrument": "SDQ", "informant": "SELF",
                    "stage": (["BASELINE", "END"][two % 2]), "takenOn": test.app.today(), "total": one % 41 }),
            )
        }
        _ => {
            let (id, version) = rows.children[which(rows.children.len())];
            (
                CORRECT,
                json!({ "youngPersonId": id.seal(keys), "version": version, "kind": "CORRECTION",
                    "reason": "Birth certificate.", "sex": (["FEMALE", "MALE"][one % 2]) }),
            )
        }
    }
}

/// The facts that hold, by what they are of.
async fn facts(test: &TestApp) -> BTreeMap<Uuid, String> {
    let rows = fact::Entity::find().filter(fact::Column::ToRelease.is_null());
    let rows = rows.all(test.app.database()).await.unwrap();
    let words = |row: fact::Model| {
        let words = row.words.open(test.app.keys(), row.id).unwrap();
        (row.subject_id, serde_json::to_string(&words).unwrap())
    };
    rows.into_iter().map(words).collect()
}

/// Whether it was done; nobody may hear that something went wrong inside.
async fn done(who: &Actor<'_>, document: &str, input: Value, seed: u64) -> bool {
    let answer = Box::pin(who.ask(document, json!({ "input": input }))).await;
    let codes = answer.codes();
    assert!(
        codes.iter().all(|code| code == "NOT_FOUND" || code == "FORBIDDEN"),
        "seed {seed}: {:#}",
        answer.0
    );
    codes.is_empty() && answer.problems().is_empty()
}

/// The two managers, the two schools and the provider. They sign in every week: no token lasts as long as many weeks.
async fn signed_in(test: &TestApp) -> [Actor<'_>; 5] {
    [
        test.actor("manager.swindon").await,
        test.actor("manager.wiltshire").await,
        test.actor("school.one").await,
        test.actor("school.two").await,
        test.actor("provider.manager").await,
    ]
}

#[tokio::test]
async fn whatever_happens_releases_agree_with_their_facts_and_facts_with_the_records() {
    let seed = seed();
    let chance = Chance::seeded(seed);
    let test = TestApp::new().await;
    let people = signed_in(&test).await;
    let provider = people[4].viewer().await.organisation;
    let schools = [people[2].viewer().await.organisation, people[3].viewer().await.organisation];
    let mut worked: BTreeMap<&str, u32> = BTreeMap::new();
    for _ in 0..WEEKS * times() {
        let rows = Rows::read(&test, provider, schools).await;
        let people = signed_in(&test).await;
        for turn in 0..IN_A_WEEK {
            let (document, input) = operation(&test, &rows, turn, chance.bytes());
            // Whoever may.
            let may = match document {
                SUBMIT | WITHDRAW => &people[2..4],
                END => &people[4..],
                _ => &people[..2],
            };
            for who in may {
                let is_done = done(who, document, input.clone(), seed).await;
                *worked.entry(document).or_default() += u32::from(is_done);
                if is_done {
                    break;
                }
            }
        }
        test.app.clock().advance(TimeDelta::days(7));
        assert!(due::make(&test.app).await.unwrap());
        let done = verify::verify(&test.app).await.unwrap();
        assert_eq!(done.wrong, Vec::<String>::new(), "seed {seed}");
    }
    assert!(worked.len() == 6 && worked.values().all(|count| *count > 0), "seed {seed}: {worked:?}");

    // Nothing depends on what was kept: a first release tells the same facts.
    let (kept, on) = (facts(&test).await, test.app.database());
    let newest = releases::Entity::find().order_by_desc(releases::Column::Number);
    let newest = newest.one(on).await.unwrap().unwrap();
    for table in [
        release_table::Entity::delete_many().exec(on).await,
        release_held::Entity::delete_many().exec(on).await,
    ] {
        table.unwrap();
    }
    fact::Entity::delete_many().exec(on).await.unwrap();
    releases::Entity::delete_many().exec(on).await.unwrap();
    release::make(&test.app, newest.as_at).await.unwrap().unwrap();
    let anew = facts(&test).await;
    let both = kept.iter().map(|(of, words)| (of, words, anew.get(of)));
    let differ: Vec<_> = both.filter(|(_, words, then)| *then != Some(words)).take(3).collect();
    assert!(differ.is_empty() && kept.len() == anew.len(), "seed {seed}: {differ:#?} of {}", anew.len());
}
