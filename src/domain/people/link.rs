//! One-time links: made, delivered and used. Whoever holds one chooses a password, and nobody else ever sets or sees it.
//!
//! A link is 32 random bytes, kept only as a hash, and works once within 24 hours. One that was used, is too old, was taken
//! back, was never made or whose invitation still waits for a second person is told apart from none of the others.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{
    attempt::Visitor,
    membership, password, password_rules,
    sign_in::{self, Entry, random_text},
    throttle, token,
};
use crate::{
    entity::people::{invitation, link, membership::Column, user},
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result},
        keys::token_hash,
        mail::{self, Mail},
    },
    read::people::link::{Found, by_hash},
    words::{
        AuditAction, InvitationStatus, SubjectKind,
        id::{Id, noun},
    },
};

/// A link works so long.
pub const LASTS: TimeDelta = TimeDelta::hours(24);
/// A link for somebody who has an account already ends after so many wrong passwords.
const ATTEMPTS: i32 = 5;

/// A link that was just made. It is kept nowhere as it is here.
pub struct NewLink {
    /// Its row.
    pub id: Id<noun::Link>,
    /// When it stops.
    pub expires_at: DateTime<Utc>,
    token: String,
}

/// What came of making a link: what is shown once to whoever hands it over, or nothing where it is mailed.
#[derive(Clone, Debug, Default)]
pub struct Handed {
    /// The address to open; none where it is mailed, or was shown before.
    pub url: Option<String>,
    /// When it stops.
    pub expires_at: Option<DateTime<Utc>>,
}

/// Makes a link, in place of those that were made before for the same.
pub async fn make(
    app: &App,
    on: &impl ConnectionTrait,
    user: Id<noun::User>,
    invitation: Option<Id<noun::Invitation>>,
) -> Result<NewLink> {
    let now = app.now();
    let same = match invitation {
        Some(id) => link::Column::InvitationId.eq(id),
        None => link::Column::InvitationId.is_null(),
    };
    revoke(on, link::Column::UserId.eq(user).and(same), now).await?;
    let new = NewLink { id: app.new_id(), expires_at: now + LASTS, token: random_text(app) };
    link::ActiveModel {
        id: Set(new.id),
        user_id: Set(user),
        invitation_id: Set(invitation),
        token_hash: Set(token_hash(&new.token)),
        created_at: Set(now),
        expires_at: Set(new.expires_at),
        attempts: Set(0),
        used_at: Set(None),
        revoked_at: Set(None),
    }
    .insert(on)
    .await?;
    Ok(new)
}

/// Takes back the links that a condition names and that were not used.
pub(super) async fn revoke(on: &impl ConnectionTrait, which: Expr, now: DateTime<Utc>) -> Result<()> {
    link::Entity::update_many()
        .set(link::ActiveModel { revoked_at: Set(Some(now)), ..Default::default() })
        .filter(which)
        .filter(link::Column::UsedAt.is_null())
        .filter(link::Column::RevokedAt.is_null())
        .exec(on)
        .await?;
    Ok(())
}

/// The address of a link. The token is in the fragment, which no browser sends: it reaches no log.
#[must_use]
pub fn url(app: &App, new: &NewLink) -> String {
    format!("{}/link#{}", app.config().origin(), new.token)
}

/// Mails a link where mail is configured, by itself and after the transaction; else it is handed over by whoever asked.
#[must_use]
pub fn deliver(app: &App, email: &str, new: &NewLink) -> Handed {
    let expires_at = Some(new.expires_at);
    if !mail::configured(app.config()) {
        return Handed { url: Some(url(app, new)), expires_at };
    }
    // Neutral words (domain: notifications): whoever looks over a shoulder learns neither service nor reason.
    let text = format!("You have a message. Use this link within 24 hours.\n\n{}\n", url(app, new));
    let mail = Mail { to: email.to_owned(), subject: "You have a message", text, at: app.now() };
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(error) = mail::send(app.config(), mail).await {
            tracing::error!(%error, "a link was not mailed: whoever waits for it has to ask again");
        }
    });
    Handed { url: None, expires_at }
}

/// NOT_FOUND unless a link works now.
pub async fn check(app: &App, token: &str) -> Result<()> {
    let found = by_hash(app.database(), &token_hash(token)).await?;
    found.filter(|found| usable(found, app.now())).map(|_| ()).ok_or(Error::NotFound)
}

fn usable(Found { link, user, invitation }: &Found, now: DateTime<Utc>) -> bool {
    let open = link.used_at.is_none() && link.revoked_at.is_none() && now < link.expires_at;
    let agreed = invitation.as_ref().map_or(user.active, |row| row.status == InvitationStatus::Ready);
    open && agreed && link.attempts < ATTEMPTS
}

/// Somebody who opens a link and types a password.
#[derive(Clone, Copy)]
pub struct Use<'a> {
    /// What the link's fragment holds.
    pub token: &'a str,
    /// The new password; the present one where an account is invited to another role.
    pub password: &'a str,
    /// From where.
    pub visitor: Visitor<'a>,
}

/// Uses a link: sets the password that its holder chose, and gives the role that it invites to. NOT_FOUND where it does not
/// work, whyever that is. Nobody is signed in by it: that goes its own way, with its second step.
pub async fn use_link(app: &App, with: Use<'_>) -> Result<()> {
    let entry = with.visitor.entry(app);
    let found = by_hash(app.database(), &token_hash(with.token)).await?;
    let Some(found) = found.as_ref().filter(|found| usable(found, app.now())) else {
        let subject = found.map(|found| found.link.id.uuid());
        return refuse(app, &entry, subject).await;
    };
    // An account that has a password keeps it, whoever invites: else an invitation would open somebody else's account.
    let keeps = found.invitation.is_some() && found.user.active && found.user.password_hash.is_some();
    if keeps {
        // A password that is checked is a try like those of signing in, whoever made the link.
        let known = with.visitor.known(app, Some(found.user.id)).await?;
        throttle::count(app, with.visitor.tried(&found.user.email), known).await?;
        if !password::matches(app, with.password, found.user.password_hash.clone()).await? {
            return wrong_password(app, &entry, found).await;
        }
        return done(app, &entry, found, None).await;
    }
    if let Some(problem) = password_rules::problem(with.password, &found.user.email, &found.user.name) {
        return Err(problem.into());
    }
    let hash = password::hash(app, with.password).await?;
    done(app, &entry, found, Some(hash)).await
}

async fn refuse(app: &App, entry: &Entry<'_>, subject: Option<Uuid>) -> Result<()> {
    let transaction = app.begin().await?;
    let about = (SubjectKind::Link, subject);
    entry.write(app, &transaction.tx, None, AuditAction::Refused, about, "link.use").await?;
    transaction.commit().await?;
    Err(Error::NotFound)
}

async fn wrong_password(app: &App, entry: &Entry<'_>, found: &Found) -> Result<()> {
    let transaction = app.begin().await?;
    let tx = &transaction.tx;
    link::Entity::update_many()
        .col_expr(link::Column::Attempts, Expr::col(link::Column::Attempts).add(1))
        .filter(link::Column::Id.eq(found.link.id))
        .exec(tx)
        .await?;
    let about = (SubjectKind::User, Some(found.user.id.uuid()));
    entry.write(app, tx, None, AuditAction::SignInFailed, about, "link.use").await?;
    transaction.commit().await?;
    let words = "You have an account already. Enter the password that you sign in with; it stays the same.";
    Err(Problem::new("password", ProblemCode::Invalid, words).into())
}

async fn done(app: &App, entry: &Entry<'_>, found: &Found, hash: Option<String>) -> Result<()> {
    let Found { link, user, invitation } = found;
    let (transaction, now) = (app.begin().await?, app.now());
    let tx = &transaction.tx;
    let used = link::Entity::update_many()
        .set(link::ActiveModel { used_at: Set(Some(now)), ..Default::default() })
        .filter(link::Column::Id.eq(link.id))
        .filter(link::Column::UsedAt.is_null())
        .filter(link::Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    let mut first = used.rows_affected == 1;
    if !user.active {
        // Somebody comes back after their account ended: with what they are invited to now, and nothing of before.
        membership::end(tx, Column::UserId.eq(user.id), now).await?;
    }
    if let Some(hash) = hash {
        first &= set_password(tx, user, hash, invitation.is_some(), now).await?;
    }
    if let Some(invitation) = invitation {
        first &= accept(tx, invitation).await?;
    }
    if !first {
        // Somebody used it, or took it back, a moment ago.
        transaction.rollback().await?;
        return refuse(app, entry, Some(link.id.uuid())).await;
    }
    let who = Some(user.id);
    if let Some(invitation) = invitation {
        let id = membership::begin(app, tx, invitation).await?;
        let about = (SubjectKind::Membership, Some(id.uuid()));
        entry.write(app, tx, who, AuditAction::Grant, about, "invitation.accept").await?;
    } else {
        sign_in::end_all(tx, user.id, now).await?;
        token::revoke_all(app, tx, user.id).await?;
    }
    // What was made while the account could do less, or by who knew the old password, works no more.
    let others = link::Column::UserId.eq(user.id).and(link::Column::InvitationId.is_null());
    revoke(tx, others, now).await?;
    let about = (SubjectKind::User, Some(user.id.uuid()));
    entry.write(app, tx, who, AuditAction::Change, about, "link.use").await?;
    transaction.commit().await
}

/// Sets a password; an invitation sets only the first, and wakes the account that nobody has signed in to since. Whether it
/// did.
async fn set_password(
    on: &impl ConnectionTrait,
    user: &user::Model,
    hash: String,
    first: bool,
    now: DateTime<Utc>,
) -> Result<bool> {
    let new = user::ActiveModel { password_hash: Set(Some(hash)), active: Set(true), ..Default::default() };
    let new = if first { user::ActiveModel { woken_at: Set(Some(now)), ..new } } else { new };
    let mut change = user::Entity::update_many().set(new).filter(user::Column::Id.eq(user.id));
    if first {
        let none = user::Column::PasswordHash.is_null().or(user::Column::Active.eq(false));
        change = change.filter(none);
    }
    Ok(change.exec(on).await?.rows_affected == 1)
}

async fn accept(on: &impl ConnectionTrait, invitation: &invitation::Model) -> Result<bool> {
    let done = invitation::Entity::update_many()
        .set(invitation::ActiveModel { status: Set(InvitationStatus::Accepted), ..Default::default() })
        .filter(invitation::Column::Id.eq(invitation.id))
        .filter(invitation::Column::Status.eq(InvitationStatus::Ready))
        .exec(on)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Notes on an invitation until when its newest link works.
pub(super) async fn note(on: &impl ConnectionTrait, id: Id<noun::Invitation>, new: &NewLink) -> Result<()> {
    invitation::ActiveModel {
        id: Unchanged(id),
        link_expires_at: Set(Some(new.expires_at)),
        ..Default::default()
    }
    .update(on)
    .await?;
    Ok(())
}
