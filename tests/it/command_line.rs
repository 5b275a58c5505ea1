//! The command line, as the binary itself answers it, and the telemetry that a served request leaves.

mod otlp;
mod printed;

use std::{
    path::Path,
    process::{Command, Output, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::{Router, body::Bytes, extract::Path as Route, routing::post};
use data_encoding::HEXLOWER;
use ridgeway::entity::record::audit_entry;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait};
use sha2::{Digest, Sha256};

use crate::support::{TestApp, port};

fn ridgeway(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ridgeway"));
    command.args(words).env_clear().env("RIDGEWAY_DATA", folder).env("RIDGEWAY_LISTEN", "127.0.0.1:0");
    command
}

fn run(folder: &Path, words: &[&str]) -> Output {
    ridgeway(folder, words).output().unwrap()
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

/// A folder with a demo that was left: the partnership of the tests, so that nobody waits for another. (Where the tests are on
/// PostgreSQL it is empty, and the demo makes its own.)
async fn folder_of_a_demo() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let test = TestApp::new().await;
    if test.app.database().get_database_backend() == DbBackend::Sqlite {
        let copy = format!("VACUUM INTO '{}'", folder.path().join("ridgeway.sqlite").display());
        test.app.database().execute_unprepared(&copy).await.unwrap();
        std::fs::write(folder.path().join("secret"), HEXLOWER.encode(&crate::support::SECRET)).unwrap();
    } else {
        assert!(run(folder.path(), &["seed"]).status.success());
    }
    folder
}

const SECRET: &str = "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";

#[test]
fn what_is_printed_needs_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let (schema, _) = said(&run(folder.path(), &["schema"]));
    assert!(schema.contains("type Query"));
    let (policy, _) = said(&run(folder.path(), &["policy"]));
    assert!(policy.contains("TEAM_MANAGER"));
    let (help, _) = said(&run(folder.path(), &["demo", "--help"]));
    assert!(help.contains("--now") && help.contains("RIDGEWAY_LISTEN"));
    let (_, wrong) = said(&run(folder.path(), &["user", "list"]));
    assert!(wrong.contains("DATABASE_URL"), "{wrong}");
}

#[test]
fn nobody_signs_in_over_a_network_that_others_can_read() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |words: &[&str]| {
        let output = run(folder.path(), words);
        assert!(!output.status.success());
        said(&output).1
    };
    let open = refused(&["serve", "--listen", "0.0.0.0:0"]);
    assert!(open.contains("RIDGEWAY_PUBLIC_URL") && !open.contains("DATABASE_URL"), "{open}");
    let behind = refused(&["serve", "--listen", "0.0.0.0:0", "--public-url", "https://ridgeway.example"]);
    assert!(behind.contains("DATABASE_URL"), "goes on to the next thing that is missing: {behind}");
    let plain = refused(&["serve", "--public-url", "http://localhost.evil.example"]);
    assert!(plain.contains("begins with https://"), "{plain}");
}

#[test]
fn real_records_and_demos_are_never_mixed() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("real.sqlite").display());
    let real = |words: &[&str], secret: &str| {
        let mut command = ridgeway(folder.path(), words);
        let output = command.env("DATABASE_URL", &url).env("RIDGEWAY_SECRET", secret).output().unwrap();
        (output.status.success(), said(&output).1)
    };
    let (served, why) = real(&["serve"], SECRET);
    assert!(!served && why.contains("migrate up"), "{why}");
    assert!(real(&["migrate", "up"], SECRET).0);
    for words in [["demo"], ["seed"]] {
        let (done, why) = real(&words, SECRET);
        assert!(!done && why.contains("real records"), "{why}");
    }
    let (served, why) = real(&["serve"], &"1e".repeat(32));
    assert!(!served && why.contains("RIDGEWAY_SECRET"), "{why}");
    let (served, why) = real(&["serve"], "short");
    assert!(!served && why.contains("64 hexadecimal digits"), "{why}");

    let demo = folder.path().join("demo");
    assert!(run(&demo, &["seed"]).status.success());
    let output = ridgeway(&demo, &["serve"]).output().unwrap();
    assert!(!output.status.success() && said(&output).1.contains("demo"));
    let token = run(&demo, &["token", "issue", "--user", "dpo@ridgeway.example", "--ttl", "30m"]);
    let (token, _) = said(&token);
    assert!(token.trim_end().starts_with("ridgeway_") && token.lines().count() == 1, "{token}");
}

#[test]
fn whoever_runs_the_machine_wakes_people_and_takes_lost_second_factors_away() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("real.sqlite").display());
    let real = |words: &[&str]| {
        let mut command = ridgeway(folder.path(), words);
        let output = command.env("DATABASE_URL", &url).env("RIDGEWAY_SECRET", SECRET).output().unwrap();
        (output.status.success(), said(&output).1)
    };
    assert!(real(&["migrate", "up"]).0);
    let school = ["--organisation", "A school", "--make-organisation", "SCHOOL", "--role", "REFERRER"];
    let who = ["user", "add", "--email", "lead@ridgeway.example", "--name", "Mel Lead"];
    assert!(real(&[who.as_slice(), &school].concat()).0);
    for act in ["wake", "reset-second-factor"] {
        let (done, why) = real(&["user", act, "--email", "LEAD@ridgeway.example"]);
        assert!(done, "{why}");
        let (done, why) = real(&["user", act, "--email", "nobody@ridgeway.example"]);
        assert!(!done && why.contains("no account"), "{why}");
    }
    let (verified, _) = real(&["audit", "verify"]);
    assert!(verified);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_leaves_a_span_that_says_nothing_of_what_was_asked() {
    let bodies: Arc<Mutex<Vec<(String, Bytes)>>> = Arc::default();
    let kept = Arc::clone(&bodies);
    let collector = Router::new().route(
        "/v1/{kind}",
        post(async move |Route(kind): Route<String>, body: Bytes| kept.lock().unwrap().push((kind, body))),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(axum::serve(listener, collector).into_future());

    let folder = folder_of_a_demo().await;
    let trusted = "query Told { viewer { role } }";
    let hash = HEXLOWER.encode(&Sha256::digest(trusted));
    for name in ["dist", "dist-documents"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
    }
    let documents = serde_json::json!({ hash: trusted }).to_string();
    std::fs::write(folder.path().join("dist-documents/trusted.json"), documents).unwrap();
    let free = port::free();
    let mut demo = ridgeway(folder.path(), &["demo", "--listen", &free.to_string()]);
    demo.env("RIDGEWAY_FRONTEND", folder.path().join("dist"))
        .env("OTEL_EXPORTER_OTLP_ENDPOINT", &endpoint)
        .env("RIDGEWAY_DRAIN", "0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    // It ends with the test, also where the test fails.
    let server = tokio::process::Command::from(demo).kill_on_drop(true).spawn().unwrap();
    let client = reqwest::Client::new();
    let deadline = Instant::now() + Duration::from_mins(4);
    while client.get(format!("http://{free}/health/ready")).send().await.is_err() {
        assert!(Instant::now() < deadline, "the demo did not start");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let query = "query Planted { youngPeople(search: \"Marker\") { nodes { id } } }";
    for query in [query, trusted] {
        let body = serde_json::json!({ "query": query }).to_string();
        let asked = client.post(format!("http://{free}/graphql")).header("content-type", "application/json");
        assert_eq!(asked.body(body).send().await.unwrap().status().as_u16(), 200);
    }
    let token =
        said(&run(folder.path(), &["token", "issue", "--user", "caseworker.swindon@ridgeway.example"])).0;
    let saved = client.post(format!("http://{free}/graphql")).header("content-type", "application/json");
    let query = "mutation { saveDraft(input: { kind: REFERRAL, content: \"{}\" }) { problems { code } } }";
    let saved = saved.bearer_auth(token.trim()).body(serde_json::json!({ "query": query }).to_string());
    let saved = saved.send().await.unwrap().text().await.unwrap();
    assert!(saved.contains("\"problems\":[]"), "{saved}");
    let sign_in = client.post(format!("http://{free}/sign-in")).header("content-type", "application/json");
    let words = r#"{"email":"dpo@ridgeway.example","password":"Marker"}"#;
    assert_eq!(sign_in.body(words).send().await.unwrap().status().as_u16(), 401);
    let ended = Command::new("kill").arg(server.id().unwrap().to_string()).status().unwrap();
    assert!(ended.success());
    let ended = server.wait_with_output().await.unwrap();
    assert!(ended.status.success(), "it ends by itself when it is asked to");
    printed::says_who_signs_in(&said(&ended).0, &free.to_string());

    let bodies = bodies.lock().unwrap();
    let holds = |kind: &str, text: &str| {
        bodies
            .iter()
            .any(|(of, body)| of == kind && body.windows(text.len()).any(|part| part == text.as_bytes()))
    };
    assert!(holds("traces", "http.request") && holds("traces", "Told"));
    assert!(
        !holds("traces", "Planted"),
        "the name of a document that is not the frontend's may say anything"
    );
    assert!(holds("traces", "sql.statement"));
    assert!(holds("metrics", "http.server.request.duration"));
    assert!(!holds("traces", "Marker") && !holds("traces", "youngPeople"));
    assert!(!holds("traces", "dpo@ridgeway.example") && !holds("traces", "SELECT"));
    let sent = bodies.iter().filter(|(kind, _)| kind == "metrics");
    otlp::figures_hold_words_of_the_source(&sent.map(|(_, body)| body.as_ref()).collect::<Vec<&[u8]>>());
    let sent = bodies.iter().filter(|(kind, _)| kind == "traces");
    otlp::one_trace_goes_from_the_request_to_its_statements(
        &sent.map(|(_, body)| body.as_ref()).collect::<Vec<_>>(),
    );
}

#[tokio::test]
async fn the_audit_is_verified_in_plain_sentences() {
    use ridgeway::{
        domain::record::audit,
        platform::{chance::Chance, keys::Keys},
    };
    use sea_orm::TransactionTrait;
    let folder = folder_of_a_demo().await;
    for _ in 0..4 {
        let issued = run(folder.path(), &["token", "issue", "--user", "dpo@ridgeway.example"]);
        assert!(issued.status.success());
    }
    let file = folder.path().join("ridgeway.sqlite");
    let database = sea_orm::Database::connect(format!("sqlite:{}", file.display())).await.unwrap();
    // What a server that runs does within a second.
    let secret = std::fs::read_to_string(folder.path().join("secret")).unwrap();
    let keys = Keys::from_hex(secret.trim(), Chance::System).unwrap();
    let tx = database.begin().await.unwrap();
    audit::seal(&tx, &keys).await.unwrap();
    tx.commit().await.unwrap();
    let verify = |head: &str| {
        let words =
            if head.is_empty() { vec!["audit", "verify"] } else { vec!["audit", "verify", "--head", head] };
        let output = run(folder.path(), &words);
        (output.status.code(), said(&output))
    };
    let (code, (right, _)) = verify("");
    assert_eq!(code, Some(0), "{right}");
    assert!(
        right.contains("entries are as they were sealed") && right.contains("wait for their seal"),
        "{right}"
    );
    let head = right.lines().find_map(|line| line.strip_prefix("head ")).expect("a head").to_owned();
    let (code, (right, _)) = verify(&head);
    assert!(code == Some(0) && right.contains("nothing was sealed after the head that you noted"), "{right}");
    for wrong in ["12", "x:y", "0:aa", "5:"] {
        let (code, (_, why)) = verify(wrong);
        assert!(code != Some(0) && why.contains("--head is a number and a seal"), "{wrong}: {why}");
    }

    let number: i64 = head.split_once(':').unwrap().0.parse().unwrap();
    let (code, (_, why)) = verify(&format!("{}:{}", number + 1, "00".repeat(32)));
    assert!(
        code == Some(1) && why.contains(&format!("entry {} is not the one whose seal was noted", number + 1)),
        "{why}"
    );
    let change = async |sql: &str| database.execute_unprepared(sql).await.unwrap().rows_affected();
    assert_eq!(change("UPDATE audit_entry SET purpose = 'x' WHERE number = 3").await, 1);
    let (code, (_, why)) = verify("");
    assert!(code == Some(1) && why.contains("the audit is broken: entry 3 is not what was sealed"), "{why}");
    assert!(why.contains("2 entries before it are right"), "{why}");
    assert_eq!(change("DELETE FROM audit_entry WHERE number = 2").await, 1);
    let (code, (_, why)) = verify("");
    assert!(code == Some(1) && why.contains("entry 2 was removed"), "{why}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redis_url_must_make_sense_and_its_redis_need_not_be_there() {
    let folder = folder_of_a_demo().await;
    for wrong in ["127.0.0.1:6379", "http://node:planted@cache.example/", "rediss://cache.example/#insecure"]
    {
        let output = ridgeway(folder.path(), &["demo"]).env("REDIS_URL", wrong).output().unwrap();
        let (_, says) = said(&output);
        assert!(!output.status.success() && says.contains("REDIS_URL looks like"), "{says}");
        assert!(!says.contains("planted"), "{says}");
    }
    let log = folder.path().join("log");
    let free = port::free();
    let mut server = ridgeway(folder.path(), &["demo", "--listen", &free.to_string()])
        .env("REDIS_URL", "redis://node:planted@127.0.0.1:1/")
        .env("RIDGEWAY_DRAIN", "1")
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let deadline = Instant::now() + Duration::from_mins(4);
    while reqwest::get(format!("http://{free}/health/ready")).await.is_err() {
        assert!(Instant::now() < deadline, "the demo did not start");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    // It tries again several times while it leaves.
    assert!(Command::new("kill").arg(server.id().to_string()).status().unwrap().success());
    assert!(tokio::task::spawn_blocking(move || server.wait()).await.unwrap().unwrap().success());
    let log = std::fs::read_to_string(log).unwrap();
    assert_eq!(log.matches("Redis is away").count(), 1, "{log}");
    assert!(!log.contains("planted"), "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_act_of_the_command_line_is_audited_and_no_password_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("real.sqlite").display());
    let real = |words: &[&str]| {
        let mut command = ridgeway(folder.path(), words);
        command.env("DATABASE_URL", &url).env("RIDGEWAY_SECRET", SECRET);
        let output = command.env("RIDGEWAY_PUBLIC_URL", "https://r.example.org").output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", said(&output).1);
        said(&output).0
    };
    real(&["migrate", "up"]);
    let new = ["--email", "a.person@example.org", "--name", "A Person", "--role", "ADMINISTRATOR"];
    let at = ["--organisation", "The office", "--make-organisation", "LOCAL_AUTHORITY"];
    let user = ["--user", "a.person@example.org"];
    let links = [
        real(&[["user", "add"].as_slice(), new.as_slice(), at.as_slice()].concat()),
        real(&["user", "link", "--email", "a.person@example.org"]),
    ];
    for link in &links {
        assert!(link.starts_with("https://r.example.org/link#") && link.lines().count() == 1, "{link}");
    }
    assert_ne!(links[0], links[1]);
    real(&["user", "list"]);
    real(&[["token", "issue"].as_slice(), user.as_slice()].concat());
    real(&[["token", "list"].as_slice(), user.as_slice()].concat());
    real(&[["token", "revoke"].as_slice(), user.as_slice()].concat());
    real(&["user", "end", "--email", "a.person@example.org"]);

    let database = ridgeway::platform::database::connect(&url.into(), 1).await.unwrap();
    let mut entries = audit_entry::Entity::find().all(&database).await.unwrap();
    entries.sort_by_key(|entry| entry.id);
    let mut acts: Vec<_> = entries.into_iter().filter_map(|entry| entry.purpose).collect();
    acts.dedup();
    let all = ["user add", "user link", "user list", "token issue", "token list", "token revoke", "user end"];
    assert_eq!(acts, all);
}
