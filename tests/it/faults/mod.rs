//! What happens while Redis or PostgreSQL is away, slow or silent, and when a node is told to stop. The servers are reached
//! through a proxy of the test; where the tests run without servers there is nothing here to break.

mod drain;
mod postgres;
mod rates;
mod redis;

use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// A school sends a referral.
const SUBMIT: &str = "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) {
    referral { id reference } problems { code } } }";

/// What a school sends; synthetic.
fn referral() -> Value {
    json!({ "input": {
        "youngPerson": { "givenName": "Robin", "familyName": "Testcase", "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" },
        "source": "SCHOOL",
        "whatHappened": "Came to school afraid of the way home.",
        "mainFactor": "UNSAFE_JOURNEYS",
        "immediateDanger": false,
        "parentAware": true,
    } })
}

/// Waits until something holds, looking often; fails when it does not in time. Answers how long it took.
async fn until(what: &str, within: Duration, mut holds: impl AsyncFnMut() -> bool) -> Duration {
    let began = Instant::now();
    while !holds().await {
        assert!(began.elapsed() < within, "not within {within:?}: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    began.elapsed()
}
