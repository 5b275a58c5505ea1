//! "I cannot sign in": the same answer for everyone, counted, mailed or handed over.

use chrono::TimeDelta;
use ridgeway::{
    domain::people::{
        account::DEMO_PASSWORD,
        recovery::{self, Asked, FOR_AN_ACCOUNT, FROM_AN_ADDRESS},
        token,
    },
    entity::people::link_request,
    platform::{app::App, mail},
    words::{AuditAction, SubjectKind},
};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};

use super::{GOOD, act, ask, audited, open, role, token_of};
use crate::http::house::{House, house};

const WORKER: &str = "caseworker.swindon@ridgeway.example";

async fn cannot_sign_in(app: &App, email: &str, address: &str) {
    let asked = Asked { email: email.into(), address: address.into(), request_id: "test".into() };
    recovery::ask(app, &asked).await.unwrap();
}

async fn requests(house: &House, who: &str) -> Vec<Value> {
    let asks = "{ linkRequests { nodes { id user { name } } } }";
    let answer = ask(house, who, asks, &json!({})).await;
    answer["data"]["linkRequests"]["nodes"].as_array().unwrap().clone()
}

async fn give(house: &House, who: &str, id: &Value) -> Value {
    act(house, who, "giveLink", "user { name } link linkExpiresAt", &json!({ "linkRequestId": id })).await
}

#[tokio::test]
async fn everybody_gets_the_same_answer() {
    let house = house().await;
    let headers = [("content-type", "application/json"), ("sec-fetch-site", "same-origin")];
    let mut answers = Vec::new();
    for email in [WORKER, "nobody@example.org", "", "caseworker.swindon@ridgeway.example"] {
        let body = json!({ "email": email }).to_string();
        let answer = house.send("POST", "/link-request", &headers, &body).await;
        let mut names: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
        names.sort();
        answers.push((answer.status, answer.text, names));
    }
    assert_eq!(answers[0].0, 202);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

#[tokio::test]
async fn without_mail_whoever_keeps_the_person_hands_a_link_over() {
    let house = house().await;
    cannot_sign_in(&house.app, "nobody@example.org", "a").await;
    cannot_sign_in(&house.app, "Caseworker.Swindon@ridgeway.example ", "a").await;
    cannot_sign_in(&house.app, "two.roles@ridgeway.example", "a").await;
    let asked = audited(&house, "link.ask").await;
    assert_eq!(asked, [(AuditAction::Change, SubjectKind::User); 3]);
    for who in ["manager.wiltshire", "triage.swindon", "caseworker.swindon", "school.one", "dpo", "analyst"] {
        assert_eq!(requests(&house, who).await, [] as [Value; 0], "{who}");
    }
    assert_eq!(requests(&house, "admin").await.len(), 2);
    // Somebody who holds a role elsewhere too is the administrator's business: a lead would open the other one as well.
    let listed = requests(&house, "manager.swindon").await;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0]["user"]["name"], "Dani Ferrowby");
    let id = &listed[0]["id"];
    assert_eq!(give(&house, "manager.wiltshire", id).await, "NOT_FOUND");

    let (cookie, bearer) = (
        house.sign_in(WORKER, DEMO_PASSWORD).await.ok().unwrap(),
        token::issue(&house.app, WORKER, TimeDelta::hours(1)).await.unwrap(),
    );
    let given = give(&house, "manager.swindon", id).await;
    assert_eq!(requests(&house, "manager.swindon").await, [] as [Value; 0]);
    assert_eq!(give(&house, "manager.swindon", id).await, "NOT_FOUND", "one request, one link");
    assert_eq!(house.role(&cookie).await, "CASEWORKER", "a link that waits ends nothing");

    let link = token_of(&given);
    assert_eq!(open(&house, &link, Some(GOOD)).await.status, 204);
    assert_eq!(house.role(&cookie).await, "NOT_SIGNED_IN");
    let query = json!({"query": "{ viewer { role } }"});
    assert_eq!(house.ask(&bearer, &[], &query).await.code(), "NOT_SIGNED_IN");
    assert_eq!(role(&house, WORKER, DEMO_PASSWORD).await, "401");
    assert_eq!(role(&house, WORKER, GOOD).await, "CASEWORKER");
    assert_eq!(open(&house, &link, Some(GOOD)).await.status, 410);
    let given = audited(&house, "link.give").await;
    assert!(given.contains(&(AuditAction::Grant, SubjectKind::Link)));
    assert!(audited(&house, "link.use").await.contains(&(AuditAction::Change, SubjectKind::User)));
}

#[tokio::test]
async fn how_often_is_counted_for_an_account_and_from_an_address() {
    let house = house().await;
    let count = async || link_request::Entity::find().count(house.app.database()).await.unwrap();
    for n in 0..FOR_AN_ACCOUNT + 2 {
        cannot_sign_in(&house.app, WORKER, &format!("place {n}")).await;
    }
    assert_eq!(count().await, FOR_AN_ACCOUNT);
    assert_eq!(requests(&house, "admin").await.len(), 1, "one person asks, however often");
    for n in 0..FROM_AN_ADDRESS + 2 {
        cannot_sign_in(&house.app, &format!("nobody{n}@example.org"), "one place").await;
    }
    assert_eq!(count().await, FOR_AN_ACCOUNT + FROM_AN_ADDRESS);
    house.app.clock().advance(TimeDelta::hours(1));
    cannot_sign_in(&house.app, WORKER, "one place").await;
    assert_eq!(count().await, FOR_AN_ACCOUNT + FROM_AN_ADDRESS + 1);
    house.app.clock().advance(TimeDelta::days(8));
    recovery::forget(&house.app).await.unwrap();
    assert_eq!(count().await, 0);
}

/// A mail server that takes one mail and hands it on.
async fn sink() -> (u16, oneshot::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (give, take) = oneshot::channel();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let _ = give.send(take_mail(stream).await);
    });
    (port, take)
}

async fn take_mail(stream: TcpStream) -> String {
    let mut stream = BufReader::new(stream);
    let mut mail = String::new();
    let mut inside = false;
    stream.write_all(b"220 sink\r\n").await.unwrap();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap() == 0 {
            return mail;
        }
        mail.push_str(&line);
        let answer: &[u8] = match (inside, line.trim_end()) {
            (true, ".") => {
                stream.write_all(b"250 taken\r\n").await.unwrap();
                return mail;
            }
            (true, _) => continue,
            (false, "DATA") => {
                inside = true;
                b"354 go on\r\n"
            }
            _ => b"250 yes\r\n",
        };
        stream.write_all(answer).await.unwrap();
    }
}

#[tokio::test]
async fn with_mail_the_link_is_mailed_in_words_that_tell_nothing() {
    let house = house().await;
    let (port, taken) = sink().await;
    let server = format!("smtp://127.0.0.1:{port}");
    let app = house.test.with_options(&["--smtp-url", &server, "--mail-from", "messages@example.org"]);
    mail::check(app.config()).unwrap();
    cannot_sign_in(&app, WORKER, "a").await;
    let mail = taken.await.unwrap();
    assert!(mail.contains(&format!("RCPT TO:<{WORKER}>")), "{mail}");
    assert!(mail.contains("From: messages@example.org"), "{mail}");
    assert!(mail.contains("You have a message. Use this link within 24 hours."), "{mail}");
    let (words, rest) = mail.split_once("/link#").unwrap();
    let (_, words) = words.split_once("Subject: ").unwrap();
    for told in ["Ridgeway", "Swindon", "password", "Dani", "Youth", "sign"] {
        assert!(!words.to_lowercase().contains(&told.to_lowercase()), "{told} in {words}");
    }
    let token = rest.split_whitespace().next().unwrap();
    assert_eq!(requests(&house, "admin").await, [] as [Value; 0], "nothing is left to hand over");
    assert_eq!(open(&house, token, Some(GOOD)).await.status, 204);
    assert_eq!(role(&house, WORKER, GOOD).await, "CASEWORKER");
}
