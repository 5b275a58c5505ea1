//! Placing, answering, ending, lapsing, cutting and cancelling, all at the same moment over two nodes, by chance, again and
//! again. After each round the counts of the offering are those of its enrolments, no place is given twice, and none is free
//! while somebody waits who could have it.

use chrono::TimeDelta;
use futures_util::future::{BoxFuture, join_all};
use ridgeway::{
    entity::delivery::{enrolment, offering as offerings},
    platform::{chance::Chance, keys::Keys},
    words::{EnrolmentStatus as S, OfferingSetting},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use super::{ANSWER, CHANGE, CONFIRM, END, ENROL, crowd::crowd, offering, settle};
use crate::{
    fuzz::seed,
    support::{Actor, Answer, TestApp},
};

const CHILDREN: usize = 40;
const ROUNDS: usize = 8;
const AT_ONCE: usize = 12;
/// What an act on something that another changed a moment before may hear, besides that it was done.
const TOLD: [&str; 4] = ["STALE", "NOT_ALLOWED_IN_STATUS", "DUPLICATE", "OUT_OF_RANGE"];

/// The rows as they are, whoever may see them.
async fn rows(test: &TestApp, id: &Value) -> (offerings::Model, Vec<enrolment::Model>) {
    let on = test.app.database();
    let all = offerings::Entity::find().all(on).await.unwrap();
    let one = all.into_iter().find(|row| json!(row.id.seal(test.app.keys())) == *id).unwrap();
    let of = enrolment::Entity::find().filter(enrolment::Column::OfferingId.eq(one.id));
    let enrolments = of.all(on).await.unwrap();
    (one, enrolments)
}

fn balance(one: &offerings::Model, enrolments: &[enrolment::Model], seed: u64) {
    let count = |holds: &dyn Fn(&enrolment::Model) -> bool| {
        i32::try_from(enrolments.iter().filter(|row| holds(row)).count()).unwrap()
    };
    let counted = (
        count(&|row| row.status.takes_a_place()),
        count(&|row| row.status == S::Offered),
        count(&|row| row.status == S::Waitlisted && !row.resting),
        count(&|row| row.status == S::Waitlisted && row.resting),
    );
    assert_eq!(counted, (one.taken, one.held, one.waiting, one.resting), "seed {seed}");
    assert!(one.taken + one.held <= one.capacity, "seed {seed}: {one:?}");
    if one.setting == OfferingSetting::Open {
        let left = one.capacity - one.taken - one.held;
        assert!(left == 0 || one.waiting == 0, "seed {seed}: {left} left, {} wait", one.waiting);
    }
    if one.setting == OfferingSetting::Cancelled {
        assert_eq!(counted, (0, 0, 0, 0), "seed {seed}: a cancelled one ends for all");
    }
}

/// Somebody does something by chance to what they see.
fn act<'a>(
    (manager, provider): (&'a Actor<'a>, &'a Actor<'a>),
    keys: &Keys,
    one: &Value,
    (row, version): (Option<&enrolment::Model>, i32),
    (case, dice): (&Value, u8),
) -> BoxFuture<'a, Answer> {
    let of = row.map(|row| json!({ "enrolmentId": row.id.seal(keys), "version": row.version }));
    let with = |mut input: Value, more: Value| {
        for (name, value) in more.as_object().unwrap() {
            input[name] = value.clone();
        }
        json!({ "input": input })
    };
    let (who, document, input) = match (of, dice % 8) {
        (Some(of), 0 | 1) => (manager, ANSWER, with(of, json!({ "accept": dice % 3 > 0 }))),
        (Some(of), 2) => (manager, CONFIRM, with(of, json!({}))),
        (Some(of), 3) => {
            let end = json!({ "status": "WITHDREW", "on": "2026-11-24", "reason": "Moved." });
            (provider, END, with(of, end))
        }
        (_, 4) => {
            let input = json!({ "offeringId": one, "version": version, "capacity": 1 + dice % 9 });
            (manager, CHANGE, json!({ "input": input }))
        }
        _ => (manager, ENROL, json!({ "input": { "offeringId": one, "caseId": case } })),
    };
    Box::pin(who.ask(document, input))
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_at_once_no_place_is_given_twice_and_none_is_left_to_who_waits() {
    let seed = seed();
    let chance = Chance::seeded(seed);
    let test = TestApp::new().await;
    let other = test.another_node().await;
    let (one, cases) = (offering(&test, 5, &json!({})).await, crowd(&test, CHILDREN).await);
    let managers = [test.manager().await, other.manager().await];
    let providers = [test.actor("provider.manager").await, other.actor("provider.manager").await];
    for round in 0..ROUNDS {
        let (now, mut enrolments) = rows(&test, &one).await;
        enrolments.retain(|row| S::OPEN.contains(&row.status));
        let acts = (0..AT_ONCE).map(|number| {
            let [which, who, dice] = chance.bytes::<3>().map(usize::from);
            let row = (!enrolments.is_empty()).then(|| &enrolments[which % enrolments.len()]);
            let case = &cases[(which + 7 * number) % CHILDREN];
            let dice = u8::try_from(dice).unwrap();
            let who = (&managers[who % 2], &providers[who / 2 % 2]);
            act(who, test.app.keys(), &one, (row, now.version), (case, dice))
        });
        for answer in join_all(acts).await {
            assert!(answer.codes().is_empty(), "seed {seed}: {:#}", answer.0);
            for (code, _) in answer.problems() {
                assert!(TOLD.contains(&code.as_str()), "seed {seed}: {:#}", answer.0);
            }
        }
        let (now, enrolments) = rows(&test, &one).await;
        balance(&now, &enrolments, seed);
        if round % 3 == 2 {
            // Offers lapse on both nodes while places are ended.
            test.app.clock().advance(TimeDelta::days(8));
            tokio::join!(settle(&test), settle(&other));
            let (now, enrolments) = rows(&test, &one).await;
            balance(&now, &enrolments, seed);
        }
    }
    let (now, _) = rows(&test, &one).await;
    let cancel = json!({ "input": { "offeringId": one, "version": now.version, "status": "CANCELLED" } });
    let more = cases
        .iter()
        .take(6)
        .map(|case| managers[1].ask(ENROL, json!({ "input": { "offeringId": one, "caseId": case } })));
    let (cancelled, _) = tokio::join!(managers[0].ask(CHANGE, cancel), join_all(more));
    assert_eq!((cancelled.codes(), cancelled.problems()), (vec![], vec![]), "seed {seed}");
    let (now, enrolments) = rows(&test, &one).await;
    balance(&now, &enrolments, seed);
}
