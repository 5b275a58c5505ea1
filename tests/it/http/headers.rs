//! What every answer carries, and health.

use super::house::{Answer, House, house, house_with};

const ALWAYS: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

/// A method, a path and headers, and the status that answers them.
type Asked<'a> = (&'a str, &'a str, Vec<(&'a str, &'a str)>, u16);

/// Whatever is asked: the address, what is sent along, and the status that is expected.
async fn answers(house: &House) -> Vec<(String, Answer)> {
    let page = ("accept", "text/html");
    let json = ("content-type", "application/json");
    let long = "x".repeat(20_000);
    let asked: Vec<Asked<'_>> = vec![
        ("GET", "/", vec![page], 200),
        ("GET", "/a/page/of/the/frontend", vec![page], 200),
        ("GET", "/assets/app-1.js", vec![], 200),
        ("HEAD", "/", vec![page], 200),
        ("GET", "/nothing/here", vec![], 404),
        ("DELETE", "/", vec![], 405),
        ("GET", "/session", vec![], 401),
        ("PUT", "/sign-in", vec![], 405),
        ("POST", "/sign-in", vec![], 415),
        ("POST", "/sign-in", vec![json], 400),
        ("POST", "/sign-in", vec![json, ("sec-fetch-site", "cross-site")], 403),
        ("POST", "/sign-out", vec![], 204),
        ("POST", "/register-key", vec![json], 401),
        ("GET", "/sign-in-options", vec![], 200),
        ("GET", "/exports/none", vec![], 401),
        ("HEAD", "/exports/none", vec![], 405),
        ("POST", "/graphql", vec![], 415),
        ("POST", "/graphql", vec![json], 400),
        ("POST", "/graphql", vec![json, page], 406),
        ("PATCH", "/graphql", vec![], 405),
        ("GET", "/graphql", vec![], 400),
        ("GET", "/openreferral/services/none", vec![], 404),
        ("GET", "/find/options", vec![], 200),
        ("POST", "/find/programmes", vec![json], 400),
        ("PUT", "/openreferral/services", vec![], 405),
        ("GET", "/health/live", vec![], 200),
        ("GET", "/health/ready", vec![], 200),
        ("GET", "/", vec![("x-long", &long)], 431),
    ];
    let mut answers = Vec::new();
    for (method, path, headers, status) in asked {
        let answer = house.send(method, path, &headers, "").await;
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.text);
        answers.push((format!("{method} {path} {status}"), answer));
    }
    answers
}

#[tokio::test]
async fn every_answer_is_protected_and_has_its_id() {
    let (plain, https) = (house().await, house_with(&["--public-url", "https://ridgeway.example"]).await);
    let mut ids = std::collections::HashSet::new();
    for (house, transport) in [(&plain, ""), (&https, "max-age=31536000; includeSubDomains")] {
        for (what, answer) in answers(house).await {
            for (name, value) in ALWAYS {
                assert_eq!(answer.header(name), *value, "{what}");
                assert_eq!(answer.headers.get_all(*name).iter().count(), 1, "{what}");
            }
            assert!(answer.header("permissions-policy").contains("camera=(), "), "{what}");
            assert_eq!(answer.header("strict-transport-security"), transport, "{what}");
            let kept =
                if what.contains("/assets/") { "public, max-age=31536000, immutable" } else { "no-store" };
            assert_eq!(answer.header("cache-control"), kept, "{what}");
            let clears = if what.contains("/sign-out") { "\"cache\", \"storage\"" } else { "" };
            assert_eq!(answer.header("clear-site-data"), clears, "{what}");
            let id = answer.header("x-request-id").to_owned();
            assert!(!id.is_empty() && ids.insert(id), "{what}");
        }
    }
}

#[tokio::test]
async fn graphiql_is_not_there_in_production() {
    let house = house().await;
    for path in ["/graphiql", "/graphiql/", "/graphiql/index.html"] {
        let answer = house.send("GET", path, &[("accept", "text/html")], "").await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text.contains('<'), "{path} is no page");
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
