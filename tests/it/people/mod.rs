//! People who work in the partnership: they come, cannot sign in, fall asleep and are woken, are confirmed and leave; and
//! under which membership they act.

mod asleep;
mod confirming;
mod inviting;
mod leaving;
mod links;
mod memberships;
mod recovering;
mod two_steps;

use chrono::TimeDelta;
use ridgeway::{
    domain::people::token,
    entity::{people::organisation, record::audit_entry},
    words::{AuditAction, SubjectKind},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::http::house::{Answer, House};

/// A password that nobody guesses first.
const GOOD: &str = "kettle moss harbour";

/// Asks as `NAME@ridgeway.example`, and takes the answer as it is.
async fn ask(house: &House, name: &str, document: &str, variables: &Value) -> Value {
    let email = if name.contains('@') { name.to_owned() } else { format!("{name}@ridgeway.example") };
    let token = token::issue(&house.app, &email, TimeDelta::days(360)).await.unwrap();
    house.ask(&token, &[], &json!({"query": document, "variables": variables})).await.json()
}

/// Does something as somebody; its payload, or the code of the error as a text.
async fn act(house: &House, name: &str, field: &str, of: &str, input: &Value) -> Value {
    let kind = match field {
        "approveInvitation" | "declineInvitation" | "sendInvitation" => "InvitationInput".to_owned(),
        other => format!("{}{}Input", other[..1].to_uppercase(), &other[1..]),
    };
    let document = format!(
        "mutation($input: {kind}!) {{ {field}(input: $input) {{ {of} problems {{ field code }} }} }}"
    );
    let answer = ask(house, name, &document, &json!({ "input": input })).await;
    match answer["errors"][0]["extensions"]["code"].as_str() {
        Some(code) => json!(code),
        None => answer["data"][field].clone(),
    }
}

const INVITATION: &str = "invitation { id status } link linkExpiresAt";

/// Invites somebody, or finds out why not.
async fn invite(house: &House, name: &str, input: Value) -> Value {
    act(house, name, "inviteUser", INVITATION, &input).await
}

/// Does something with an invitation.
async fn on_invitation(house: &House, name: &str, field: &str, id: &Value) -> Value {
    act(house, name, field, INVITATION, &json!({ "invitationId": id })).await
}

/// The only problem: its field and code.
fn problem(payload: &Value) -> (String, String) {
    let problems = payload["problems"].as_array().unwrap_or_else(|| panic!("a payload, not {payload}"));
    assert_eq!(problems.len(), 1, "{payload}");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    (text(&problems[0]["field"][0]), text(&problems[0]["code"]))
}

/// The token of a link that was shown.
fn token_of(payload: &Value) -> String {
    let link = payload["link"].as_str().unwrap_or_else(|| panic!("a link in {payload}"));
    let (page, token) = link.split_once('#').unwrap();
    assert!(page.ends_with("/link") && token.len() == 43, "{link}");
    token.to_owned()
}

/// Opens a link as the page does.
async fn open(house: &House, token: &str, password: Option<&str>) -> Answer {
    let body = json!({ "token": token, "password": password }).to_string();
    let headers = [("content-type", "application/json"), ("sec-fetch-site", "same-origin")];
    house.send("POST", "/one-time-link", &headers, &body).await
}

async fn role(house: &House, email: &str, password: &str) -> String {
    match house.sign_in(email, password).await {
        Ok(cookie) => house.role(&cookie).await,
        Err(answer) => answer.status.to_string(),
    }
}

/// The id of an organisation, as clients have it.
async fn organisation(house: &House, name: &str) -> String {
    let row = organisation::Entity::find()
        .filter(organisation::Column::Name.eq(name))
        .one(house.app.database())
        .await
        .unwrap()
        .unwrap();
    row.id.seal(house.app.keys())
}

/// What the audit holds of an act: actions and kinds of subject, by name, since the clock stands.
async fn audited(house: &House, purpose: &str) -> Vec<(AuditAction, SubjectKind)> {
    let entries = audit_entry::Entity::find()
        .filter(audit_entry::Column::Purpose.eq(purpose))
        .all(house.app.database())
        .await
        .unwrap();
    let mut all: Vec<_> = entries.into_iter().map(|entry| (entry.action, entry.subject_kind)).collect();
    all.sort_by_key(|(action, kind)| (action.as_str(), kind.as_str()));
    all
}
