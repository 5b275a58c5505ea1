//! Bearer tokens, for programs: issued, listed and taken back from the command line.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    asleep,
    sign_in::{Entry, random_text},
};
use crate::{
    entity::people::{token, user},
    platform::{
        app::App,
        error::{Error, Result},
        keys::token_hash,
    },
    read::people::{account, user as users},
    words::{
        AuditAction, Role, SubjectKind, TokenScope,
        id::{Id, noun},
    },
};

/// What tokens start with, so that one that leaks is recognised.
const PREFIX: &str = "ridgeway_";
/// A token lasts no longer.
pub const LONGEST: TimeDelta = TimeDelta::days(366);

/// Issues a token that opens all that the account of an address does; the token itself is kept nowhere.
pub async fn issue(app: &App, email: &str, lasts: TimeDelta) -> Result<String> {
    Ok(issue_within(app, email, lasts, Some(TokenScope::Everything)).await?.0)
}

/// What a token opens where nobody says: for those who refer, what is available alone.
fn usual_scope(roles: &[Role]) -> TokenScope {
    if roles.iter().all(|role| *role == Role::Referrer) {
        TokenScope::Availability
    } else {
        TokenScope::Everything
    }
}

/// Issues a token for the account of an address that opens so much, and says what it opens.
pub async fn issue_within(
    app: &App,
    email: &str,
    lasts: TimeDelta,
    scope: Option<TokenScope>,
) -> Result<(String, TokenScope)> {
    if lasts <= TimeDelta::zero() || lasts > LONGEST {
        return Err(Error::BadInput("a token lasts between a second and 366 days".into()));
    }
    let user = holder(app, email).await?;
    if !user.active {
        return Err(Error::BadInput("this account has ended".into()));
    }
    if asleep::asleep(app, &user) {
        let says = "this account is asleep: nobody has signed in for 60 days; `ridgeway user wake` wakes it";
        return Err(Error::BadInput(says.into()));
    }
    let held = users::memberships(app.database(), &[user.id], app.today()).await?;
    let roles: Vec<_> = held.iter().map(|membership| membership.role).collect();
    let scope = scope.unwrap_or_else(|| usual_scope(&roles));
    let token = format!("{PREFIX}{}", random_text(app));
    let (id, now) = (app.new_id::<Id<noun::Token>>(), app.now());
    let transaction = app.begin().await?;
    token::ActiveModel {
        id: Set(id),
        user_id: Set(user.id),
        scope: Set(scope),
        token_hash: Set(token_hash(&token)),
        created_at: Set(now),
        expires_at: Set(now + lasts),
        revoked_at: Set(None),
    }
    .insert(&transaction.tx)
    .await?;
    command(app, &transaction.tx, (SubjectKind::Token, id.uuid()), "token issue").await?;
    transaction.commit().await?;
    Ok((token, scope))
}

/// The tokens of an address's account that still work.
pub async fn list(app: &App, email: &str) -> Result<Vec<(String, token::Model)>> {
    let user = holder(app, email).await?;
    let now = app.now();
    let transaction = app.begin().await?;
    looked(app, &transaction.tx, (SubjectKind::User, Some(user.id.uuid())), "token list").await?;
    transaction.commit().await?;
    let tokens = account::tokens(app.database(), user.id).await?;
    Ok(tokens
        .into_iter()
        .filter(|token| now < token.expires_at)
        .map(|token| (token.id.seal(app.keys()), token))
        .collect())
}

/// Takes back every token of an address's account; says how many there were.
pub async fn revoke(app: &App, email: &str) -> Result<u64> {
    let user = holder(app, email).await?;
    let transaction = app.begin().await?;
    let revoked = revoke_all(app, &transaction.tx, user.id).await?;
    command(app, &transaction.tx, (SubjectKind::User, user.id.uuid()), "token revoke").await?;
    transaction.commit().await?;
    Ok(revoked)
}

pub(super) async fn revoke_all(app: &App, on: &impl ConnectionTrait, user: Id<noun::User>) -> Result<u64> {
    let done = token::Entity::update_many()
        .set(token::ActiveModel { revoked_at: Set(Some(app.now())), ..Default::default() })
        .filter(token::Column::UserId.eq(user))
        .filter(token::Column::RevokedAt.is_null())
        .exec(on)
        .await?;
    Ok(done.rows_affected)
}

/// Writes down an act of the command line.
pub(in crate::domain) async fn command(
    app: &App,
    on: &impl ConnectionTrait,
    (kind, subject): (SubjectKind, uuid::Uuid),
    act: &str,
) -> Result<()> {
    let entry = Entry { request_id: "command line", digest: None };
    entry.write(app, on, None, AuditAction::Grant, (kind, Some(subject)), act).await
}

/// Writes down that the command line listed something.
pub(in crate::domain) async fn looked(
    app: &App,
    on: &impl ConnectionTrait,
    subject: (SubjectKind, Option<uuid::Uuid>),
    act: &str,
) -> Result<()> {
    let entry = Entry { request_id: "command line", digest: None };
    entry.write(app, on, None, AuditAction::Search, subject, act).await
}

/// The account of an address.
pub(super) async fn holder(app: &App, email: &str) -> Result<user::Model> {
    account::by_email(app.database(), &email.trim().to_lowercase())
        .await?
        .ok_or(Error::BadInput("there is no account with this e-mail address".into()))
}
