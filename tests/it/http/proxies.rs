//! Proxies in front: whose word is believed about who asks, and that a forged one changes nothing.

use ridgeway::entity::record::audit_entry;
use sea_orm::{EntityTrait, QueryOrder};

use super::house::{House, MANAGER, house_with};

const BEHIND: [&str; 2] = ["--trusted-proxies", "127.0.0.0/8"];

/// The place of a failed sign-in, as the audit keeps it.
async fn place(house: &House, header: (&str, &str)) -> Vec<u8> {
    let body = serde_json::json!({"email": MANAGER, "password": "wrong"}).to_string();
    let headers = [("content-type", "application/json"), header];
    assert_eq!(house.send("POST", "/sign-in", &headers, &body).await.status, 401);
    let newest = audit_entry::Entity::find().order_by_desc(audit_entry::Column::Id);
    let entries = newest.all(house.app.database()).await.unwrap();
    let failed = entries.iter().find(|entry| entry.purpose.as_deref() == Some("sign_in")).unwrap();
    failed.digest.clone().unwrap()
}

fn digest(house: &House, address: &str) -> Vec<u8> {
    house.app.keys().digest("sign_in/address", &[address.as_bytes()])
}

#[tokio::test]
async fn the_audit_has_the_address_that_cannot_be_forged() {
    let direct = house_with(&[]).await;
    for header in [("x-forwarded-for", "198.51.100.9"), ("forwarded", "for=198.51.100.9"), ("x-other", "")] {
        assert_eq!(place(&direct, header).await, digest(&direct, "127.0.0.1"), "{header:?}");
        direct.app.clock().advance(chrono::TimeDelta::seconds(1));
    }
    let behind = house_with(&BEHIND).await;
    for (header, address) in [
        (("x-forwarded-for", "198.51.100.9"), "198.51.100.9"),
        (("x-forwarded-for", "203.0.113.5, 198.51.100.9"), "198.51.100.9"),
        (("forwarded", "for=203.0.113.5, for=198.51.100.9;proto=https"), "198.51.100.9"),
    ] {
        assert_eq!(place(&behind, header).await, digest(&behind, address), "{header:?}");
        behind.app.clock().advance(chrono::TimeDelta::seconds(1));
    }
    let both = [("x-forwarded-for", "198.51.100.9"), ("forwarded", "for=203.0.113.5")];
    assert_eq!(behind.send("GET", "/session", &both, "").await.status, 400);
}

#[tokio::test]
async fn a_forged_header_lifts_no_limit() {
    for options in
        [&["--requests-per-person", "1"][..], &[BEHIND[0], BEHIND[1], "--requests-per-person", "1"]]
    {
        let house = house_with(options).await;
        let mut statuses = Vec::new();
        for n in 0..25 {
            // The client writes another address each time; its proxy, where there is one, adds the true one.
            let forged = format!("203.0.113.{n}, 198.51.100.9");
            let headers = [("x-forwarded-for", forged.as_str())];
            statuses.push(house.send("GET", "/sign-in-options", &headers, "").await.status);
        }
        assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 20, "{options:?}");
        assert_eq!(statuses[20..], [429; 5]);
    }
}

#[tokio::test]
async fn behind_https_nothing_goes_by_plain_http() {
    let options = ["--public-url", "https://ridgeway.example", BEHIND[0], BEHIND[1]];
    let house = house_with(&options).await;
    let ask = async |method: &str, path: &str, proto: &str| {
        let headers = [("x-forwarded-for", "198.51.100.9"), ("x-forwarded-proto", proto)];
        house.send(method, path, &headers, "").await
    };
    let secure = ask("GET", "/session", "https").await;
    assert_eq!(
        (secure.status, secure.header("strict-transport-security")),
        (401, "max-age=31536000; includeSubDomains")
    );
    let refused = ask("POST", "/sign-in", "http").await;
    assert_eq!((refused.status, refused.code().as_str()), (403, "FORBIDDEN"));
    let moved = house.look("/cases?open=1", &[("x-forwarded-proto", "http")]).await;
    assert_eq!((moved.status, moved.header("location")), (308, "https://ridgeway.example/cases?open=1"));
    // A node is asked by its proxy how it is.
    assert_eq!(ask("GET", "/health/live", "http").await.status, 200);

    // Nobody but the proxy says how a request came.
    let direct = house_with(&options[..2]).await;
    let forged = direct.send("GET", "/session", &[("x-forwarded-proto", "http")], "").await;
    assert_eq!((forged.status, forged.header("strict-transport-security").is_empty()), (401, false));
    let open = house_with(&[]).await;
    let forged = open.send("GET", "/session", &[("x-forwarded-proto", "https")], "").await;
    assert_eq!(forged.header("strict-transport-security"), "");
}
