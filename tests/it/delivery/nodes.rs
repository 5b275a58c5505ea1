//! Two nodes on one PostgreSQL, with a Redis that comes and goes: a place that is taken on one shows in the answers of the other,
//! and whoever follows hears of it there.

use std::time::Duration;

use futures_util::StreamExt;
use ridgeway::worker;
use serde_json::{Value, json};

use super::{cases, enrol, offering};
use crate::{
    faults::until,
    support::{
        Actor, TestApp,
        proxy::{Proxy, Way},
        servers,
    },
};

const ASK: &str =
    "{ programmeAvailability(filter: { text: \"rafts\" }) { nodes { places { left answer leftBand } } } }";
const FOLLOW: &str =
    "subscription { availabilityChanged { kind subject { ... on Offering { places { left } } } } }";

async fn places(who: &Actor<'_>) -> Value {
    who.get(ASK, json!({})).await["programmeAvailability"]["nodes"][0]["places"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_taken_on_one_node_is_in_every_answer_soon_also_while_redis_is_away() {
    let Some((database, redis)) = servers().await else { return };
    let (way, by_the_way) = Proxy::to(&redis).await;
    let here = TestApp::node(&database, &by_the_way).await;
    let there = TestApp::node(&database, &by_the_way).await;
    let _work = (worker::start(&here.app), worker::start(&there.app));
    let one = offering(&here, 12, &json!({ "title": "Rafts" })).await;
    let cases = cases(&here, 9).await;
    let (taking, manager, school) = (here.manager().await, there.manager().await, there.school().await);
    let mut heard = manager.follow(FOLLOW, json!({})).await;
    assert_eq!(heard.next().await.unwrap().data()["availabilityChanged"]["kind"], "READY");
    // The clocks of these nodes stand still: nothing is found out because it is a second old.
    let mut left = 12;
    // How long it takes while Redis was there all the time.
    let mut took = Vec::new();
    for (number, case) in cases.iter().enumerate() {
        let fault = if number % 3 == 1 { Way::Closed } else { Way::Open };
        way.set(fault);
        until("it is known there", Duration::from_secs(5), async || places(&manager).await["left"] == left)
            .await;
        let told = places(&school).await;
        let placed = enrol(&taking, &one, case, &json!({})).await;
        assert_eq!(placed.problems(), []);
        left -= 1;
        let known =
            until("elsewhere", Duration::from_secs(5), async || places(&manager).await["left"] == left).await;
        if number % 3 == 0 {
            took.push(known);
        }
        let band = if left >= 5 { "SOME" } else { "FEW" };
        until("for the school", Duration::from_secs(5), async || places(&school).await["leftBand"] == band)
            .await;
        assert!(left != 4 || told["leftBand"] == "SOME");
        let change = heard.next().await.unwrap().data()["availabilityChanged"].clone();
        assert_eq!(
            (&change["kind"], &change["subject"]["places"]["left"]),
            (&json!("PLACES_CHANGED"), &json!(left))
        );
    }
    took.sort();
    let usual = took[took.len() / 2];
    assert!(usual < Duration::from_secs(1), "{took:?}");
    println!("a place taken on one node is in the answers of the other after {took:?}");
}
