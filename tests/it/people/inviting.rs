//! Inviting, and the second person who agrees to a role that opens children's records.

use ridgeway::{
    domain::people::link,
    entity::people::{invitation, membership, user},
    words::{AuditAction::Grant, SubjectKind},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use super::{GOOD, ask, audited, invite, on_invitation, open, organisation, problem, role, token_of};
use crate::http::house::house;

const NEW: &str = "sorrel.vantongeren@example.org";

#[tokio::test]
async fn a_lead_invites_to_the_own_group_and_nobody_else_knows_the_password() {
    let house = house().await;
    let wants = json!({"name": "Sorrel Vantongeren", "email": NEW, "role": "REFERRER"});
    let invited = invite(&house, "school.one", wants.clone()).await;
    assert_eq!(invited["invitation"]["status"], "READY");
    let token = token_of(&invited);
    assert_eq!(role(&house, NEW, GOOD).await, "401", "nothing opens before they have used the link");
    assert_eq!(
        problem(&invite(&house, "school.one", wants.clone()).await),
        ("email".into(), "DUPLICATE".into())
    );

    assert_eq!(open(&house, &token, Some(GOOD)).await.status, 204);
    assert_eq!(role(&house, NEW, GOOD).await, "REFERRER");
    assert_eq!(
        audited(&house, "user.invite").await,
        [(Grant, SubjectKind::Invitation), (Grant, SubjectKind::Link)]
    );
    assert_eq!(audited(&house, "invitation.accept").await, [(Grant, SubjectKind::Membership)]);
    assert_eq!(problem(&invite(&house, "school.one", wants).await), ("email".into(), "DUPLICATE".into()));

    let seen = "{ memberships { nodes { group user { name } } } invitations { totalCount } }";
    let answer = ask(&house, "school.one", seen, &json!({})).await;
    let members = answer["data"]["memberships"]["nodes"].as_array().unwrap();
    assert!(members.iter().any(|one| one["user"]["name"] == "Sorrel Vantongeren"));
    assert!(members.iter().all(|one| one["group"] == "Safeguarding leads"));
    assert_eq!(answer["data"]["invitations"]["totalCount"], 0);
}

#[tokio::test]
async fn a_role_that_opens_records_needs_a_second_person() {
    let house = house().await;
    let service = organisation(&house, "Swindon Youth Justice Service").await;
    let wants =
        json!({"name": "Sorrel Vantongeren", "email": NEW, "role": "CASEWORKER", "organisationId": service});
    let invited = invite(&house, "admin", wants).await;
    let id = &invited["invitation"]["id"];
    assert_eq!(
        (&invited["invitation"]["status"], &invited["link"]),
        (&json!("WAITING_FOR_APPROVAL"), &json!(null))
    );
    let sent = on_invitation(&house, "admin", "sendInvitation", id).await;
    assert_eq!(problem(&sent).1, "NOT_ALLOWED_IN_STATUS");

    // A link that came about all the same works no more than one that nobody ever made.
    let row = invitation::Entity::find().one(house.app.database()).await.unwrap().unwrap();
    let early = link::make(&house.app, house.app.database(), row.user_id, Some(row.id)).await.unwrap();
    let early = link::url(&house.app, &early).split_once('#').unwrap().1.to_owned();
    let (waiting, unknown) =
        (open(&house, &early, Some(GOOD)).await, open(&house, "nonsense", Some(GOOD)).await);
    assert_eq!((waiting.status, &waiting.text), (410, &unknown.text));

    for (who, code) in [
        ("admin", "FORBIDDEN"),
        ("triage.swindon", "NOT_FOUND"),
        ("manager.wiltshire", "NOT_FOUND"),
        ("school.one", "NOT_FOUND"),
        ("provider.manager", "NOT_FOUND"),
    ] {
        assert_eq!(on_invitation(&house, who, "approveInvitation", id).await, code, "{who}");
    }
    let agreed = on_invitation(&house, "manager.swindon", "approveInvitation", id).await;
    assert_eq!((&agreed["invitation"]["status"], &agreed["link"]), (&json!("READY"), &json!(null)));
    assert!(audited(&house, "invitation.approve").await.contains(&(Grant, SubjectKind::Invitation)));
    assert_eq!(
        problem(&on_invitation(&house, "manager.swindon", "approveInvitation", id).await).1,
        "NOT_ALLOWED_IN_STATUS"
    );

    let sent = on_invitation(&house, "admin", "sendInvitation", id).await;
    let again = on_invitation(&house, "admin", "sendInvitation", id).await;
    assert_eq!(open(&house, &token_of(&sent), Some(GOOD)).await.status, 410, "a newer one took its place");
    assert_eq!(open(&house, &token_of(&again), Some(GOOD)).await.status, 204);
    assert_eq!(role(&house, NEW, GOOD).await, "CASEWORKER");
}

#[tokio::test]
async fn nobody_agrees_to_what_they_asked_for_and_a_declined_invitation_is_closed() {
    let house = house().await;
    let wants = json!({"name": "Sorrel Vantongeren", "email": NEW, "role": "TRIAGE_OFFICER"});
    let invited = invite(&house, "manager.swindon", wants).await;
    let id = &invited["invitation"]["id"];
    let own = on_invitation(&house, "manager.swindon", "approveInvitation", id).await;
    assert_eq!(problem(&own), ("invitationId".into(), "CONFLICT_OF_INTEREST".into()));
    let declined = on_invitation(&house, "manager.swindon", "declineInvitation", id).await;
    assert_eq!(declined["problems"], json!([]));
    assert_eq!(audited(&house, "invitation.decline").await, [(Grant, SubjectKind::Invitation)]);
    assert_eq!(on_invitation(&house, "manager.swindon", "approveInvitation", id).await, "NOT_FOUND");

    // A provider's manager who leads stands for it, and agrees to nobody of another.
    let provider = organisation(&house, "Lanternway Mentoring").await;
    let wants = json!({"name": "S V", "email": NEW, "role": "PROVIDER_WORKER", "organisationId": provider});
    let invited = invite(&house, "admin", wants).await;
    let id = &invited["invitation"]["id"];
    assert_eq!(on_invitation(&house, "provider", "approveInvitation", id).await, "NOT_FOUND");
    let agreed = on_invitation(&house, "provider.manager", "approveInvitation", id).await;
    assert_eq!(agreed["invitation"]["status"], "READY");
}

#[tokio::test]
async fn who_may_invite_whom_to_what() {
    let house = house().await;
    let service = organisation(&house, "Swindon Youth Justice Service").await;
    let wants = |role: &str| json!({"name": "Sorrel Vantongeren", "email": NEW, "role": role});
    let before = user::Entity::find().count(house.app.database()).await.unwrap();
    for (who, role) in
        [("caseworker.swindon", "CASEWORKER"), ("triage.swindon", "REFERRER"), ("provider", "REFERRER")]
    {
        assert_eq!(invite(&house, who, wants(role)).await, "FORBIDDEN", "{who} leads nobody");
    }
    let elsewhere = json!({"name": "S V", "email": NEW, "role": "REFERRER", "organisationId": service});
    assert_eq!(invite(&house, "school.one", elsewhere).await, "FORBIDDEN");
    let other_group = json!({"name": "S V", "email": NEW, "role": "REFERRER", "group": "Governors"});
    assert_eq!(invite(&house, "school.one", other_group).await, "FORBIDDEN");
    for (who, role) in [("manager.swindon", "ADMINISTRATOR"), ("manager.swindon", "DATA_PROTECTION_OFFICER")]
    {
        assert_eq!(
            problem(&invite(&house, who, wants(role)).await),
            ("role".into(), "INVALID".into()),
            "{role}"
        );
    }
    let own = json!({"name": "R T", "email": "ADMIN@ridgeway.example", "role": "ANALYST"});
    assert_eq!(problem(&invite(&house, "admin", own).await), ("email".into(), "CONFLICT_OF_INTEREST".into()));
    let nobody = json!({"name": "S V", "email": NEW, "role": "REFERRER", "organisationId": "org_AAAAAAAAAAAAAAAAAAAAAA"});
    assert_eq!(
        problem(&invite(&house, "admin", nobody).await),
        ("organisationId".into(), "NOT_FOUND".into())
    );
    let after = user::Entity::find().count(house.app.database()).await.unwrap();
    assert_eq!(after, before, "what is refused leaves no account behind");
}

#[tokio::test]
async fn an_invitation_never_opens_an_account_that_is_there() {
    let house = house().await;
    let email = "caseworker2.wiltshire@ridgeway.example";
    let wants = json!({"name": "Somebody Else", "email": email, "role": "REFERRER"});
    let invited = invite(&house, "police", wants).await;
    let token = token_of(&invited);
    let wrong = open(&house, &token, Some(GOOD)).await;
    assert_eq!(wrong.status, 422, "{}", wrong.text);
    assert_eq!(role(&house, email, GOOD).await, "401");
    assert_eq!(
        open(&house, &token, Some(ridgeway::domain::people::account::DEMO_PASSWORD)).await.status,
        204
    );
    let person = user::Entity::find()
        .filter(user::Column::Email.eq(email))
        .one(house.app.database())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(person.name, "Tomasz Wieczor", "the name stays too");
    let held = membership::Entity::find().filter(membership::Column::UserId.eq(person.id));
    assert_eq!(held.count(house.app.database()).await.unwrap(), 2);

    // Whoever guesses with a link guesses five times.
    let wants = json!({"name": "X", "email": "caseworker2.swindon@ridgeway.example", "role": "REFERRER"});
    let token = token_of(&invite(&house, "police", wants).await);
    for _ in 0..5 {
        assert_eq!(open(&house, &token, Some("not the password")).await.status, 422);
    }
    let right = ridgeway::domain::people::account::DEMO_PASSWORD;
    assert_eq!(open(&house, &token, Some(right)).await.status, 410);
}
