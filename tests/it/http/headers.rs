//! What every answer carries, and health.

use super::house::house;

#[tokio::test]
async fn every_answer_is_protected_and_has_its_id() {
    let house = house().await;
    let mut ids = std::collections::HashSet::new();
    for (method, path) in [
        ("GET", "/"),
        ("GET", "/session"),
        ("POST", "/graphql"),
        ("GET", "/nothing/here"),
        ("GET", "/graphiql"),
        ("PUT", "/sign-in"),
    ] {
        let answer = house.send(method, path, &[], "").await;
        let says = |name: &str| answer.header(name).to_owned();
        assert!(
            says("content-security-policy").starts_with("default-src 'self'; frame-ancestors 'none'"),
            "{path}"
        );
        assert_eq!(says("x-content-type-options"), "nosniff");
        assert_eq!(says("referrer-policy"), "no-referrer");
        assert_eq!(says("cross-origin-opener-policy"), "same-origin");
        assert_eq!(says("cache-control"), "no-store");
        assert_eq!(says("strict-transport-security"), "", "there is no HTTPS here");
        assert!(ids.insert(says("x-request-id")) && !says("x-request-id").is_empty());
        assert!(answer.status < 500, "{path}: {}", answer.status);
    }
}

#[tokio::test]
async fn graphiql_is_not_there_in_production() {
    let house = house().await;
    for path in ["/graphiql", "/graphiql/", "/graphiql/index.html"] {
        let answer = house.send("GET", path, &[("accept", "text/html")], "").await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text.contains("<"), "{path} is no page");
    }
}

#[tokio::test]
async fn a_server_that_stops_says_so_first() {
    let house = house().await;
    assert_eq!(house.send("GET", "/health/live", &[], "").await.status, 200);
    assert_eq!(house.send("GET", "/health/ready", &[], "").await.status, 200);
    let options = house.send("GET", "/sign-in-options", &[], "").await;
    assert_eq!(options.json(), serde_json::json!({"demo": false, "passwordOnly": true}));
}
