//! The second step of signing in: a code of the person's authenticator app, or one of ten recovery codes.
//!
//! Who has none sets one up at the first sign-in: the key is shown once, waits sealed with the pending sign-in, and holds
//! from its first right code on. A code is good once, also for two who type it at the same instant.

use data_encoding::BASE32_NOPAD;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    sea_query::Expr,
};

use super::{
    asleep,
    attempt::{self, SignedIn, Visitor},
    sign_in, throttle, token, totp,
};
use crate::{
    entity::people::{
        pending_sign_in, recovery_code,
        second_factor::{self, FactorKey},
        user,
    },
    platform::{
        app::App,
        error::{Error, Result},
        keys::token_hash,
        sealed::Sealed,
    },
    read::people::entrance,
    words::{
        AuditAction, SubjectKind,
        id::{Id, noun},
    },
};

/// How many recovery codes a person gets.
pub const RECOVERY_CODES: usize = 10;
/// Their length: 50 bits each.
const RECOVERY_LENGTH: usize = 10;

/// What a person puts into their authenticator app.
pub struct Enrolment {
    /// The key, to type.
    pub key: String,
    /// The address that a code reader opens.
    pub address: String,
    /// The same as a picture.
    pub squares: totp::Squares,
}

/// The second step is done.
pub struct Entered {
    /// The sign-in.
    pub signed_in: SignedIn,
    /// The recovery codes of somebody who has just set up a second factor; shown once.
    pub recovery_codes: Vec<String>,
    /// How many recovery codes are left, where one was used.
    pub left: Option<u64>,
}

/// The account behind a pending sign-in that still holds.
async fn waiting(
    app: &App,
    on: &DatabaseTransaction,
    cookie: &str,
) -> Result<(pending_sign_in::Model, user::Model)> {
    let pending = entrance::pending(on, &token_hash(cookie))
        .await?
        .filter(|pending| app.now() < pending.ends_at)
        .ok_or(Error::NotSignedIn)?;
    let user = entrance::user(on, pending.user_id)
        .await?
        .filter(|user| user.active && !asleep::asleep(app, user))
        .ok_or(Error::NotSignedIn)?;
    Ok((pending, user))
}

/// Whose a pending sign-in is, looked at by itself: counting the try comes before anything is locked.
async fn whose(app: &App, cookie: &str) -> Result<user::Model> {
    let transaction = app.begin().await?;
    let (_, user) = waiting(app, &transaction.tx, cookie).await?;
    transaction.commit().await?;
    Ok(user)
}

/// The key that a person without a second factor sets up; the same one while the pending sign-in lasts.
pub async fn enrol(app: &App, cookie: &str) -> Result<Enrolment> {
    let transaction = app.begin().await?;
    let tx = &transaction.tx;
    let (pending, user) = waiting(app, tx, cookie).await?;
    if entrance::second_factor(tx, user.id).await?.is_some() {
        return Err(Error::Forbidden);
    }
    let key = if let Some(sealed) = &pending.factor_key {
        sealed.open(app.keys(), user.id.uuid())?
    } else {
        let key = FactorKey(app.chance().bytes());
        let sealed = Sealed::new(app.keys(), user.id.uuid(), &key)?;
        pending_sign_in::ActiveModel {
            id: Unchanged(pending.id),
            factor_key: Set(Some(sealed)),
            ..Default::default()
        }
        .update(tx)
        .await?;
        key
    };
    transaction.commit().await?;
    let address = totp::address(&key.0, &user.email);
    Ok(Enrolment { key: totp::key_text(&key.0), squares: totp::squares(&address)?, address })
}

/// Takes the second step; none where the code is wrong, which counts as a failed sign-in.
pub async fn enter(app: &App, cookie: &str, typed: &str, visitor: Visitor<'_>) -> Result<Option<Entered>> {
    let user = whose(app, cookie).await?;
    let known = visitor.known(app, Some(user.id)).await?;
    throttle::count(app, visitor.tried(&user.email), known).await?;

    let transaction = app.begin().await?;
    let tx = &transaction.tx;
    let (pending, user) = waiting(app, tx, cookie).await?;
    let Some((recovery_codes, left)) = shown(app, tx, &pending, &totp::plain(typed), &visitor).await? else {
        let subject = (SubjectKind::User, Some(user.id.uuid()));
        let entry = visitor.entry(app);
        entry.write(app, tx, None, AuditAction::SignInFailed, subject, "second factor").await?;
        transaction.commit().await?;
        return Ok(None);
    };
    pending_sign_in::Entity::delete_by_id(pending.id).exec(tx).await?;
    let signed_in = attempt::complete(app, tx, &user, &visitor, known, true).await?;
    transaction.commit().await?;
    Ok(Some(Entered { signed_in, recovery_codes, left }))
}

/// What follows from a right code: new recovery codes for who has set up a second factor, or how many are left.
async fn shown(
    app: &App,
    tx: &DatabaseTransaction,
    pending: &pending_sign_in::Model,
    typed: &str,
    visitor: &Visitor<'_>,
) -> Result<Option<(Vec<String>, Option<u64>)>> {
    let user = pending.user_id;
    let Some(factor) = entrance::second_factor(tx, user).await? else {
        return Ok(set_up(app, tx, pending, typed, visitor).await?.map(|codes| (codes, None)));
    };
    let key = factor.factor_key.open(app.keys(), user.uuid())?;
    if let Some(step) = totp::step_of(&key.0, typed, app.now(), Some(factor.last_step)) {
        let used = second_factor::Entity::update_many()
            .col_expr(second_factor::Column::LastStep, Expr::value(step))
            .filter(second_factor::Column::UserId.eq(user))
            .filter(second_factor::Column::LastStep.lt(step))
            .exec(tx)
            .await?;
        return Ok((used.rows_affected == 1).then(|| (Vec::new(), None)));
    }
    let used = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(app.now()))
        .filter(recovery_code::Column::UserId.eq(user))
        .filter(recovery_code::Column::Digest.eq(recovery_digest(app, user, typed)))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    if used.rows_affected != 1 {
        return Ok(None);
    }
    Ok(Some((Vec::new(), Some(entrance::recovery_codes_left(tx, user).await?))))
}

/// Sets a second factor up; none where the code is not of the key that was shown.
async fn set_up(
    app: &App,
    tx: &DatabaseTransaction,
    pending: &pending_sign_in::Model,
    typed: &str,
    visitor: &Visitor<'_>,
) -> Result<Option<Vec<String>>> {
    let (user, now) = (pending.user_id, app.now());
    let Some(sealed) = &pending.factor_key else { return Ok(None) };
    let key = sealed.open(app.keys(), user.uuid())?;
    let Some(step) = totp::step_of(&key.0, typed, now, None) else { return Ok(None) };
    second_factor::ActiveModel {
        user_id: Set(user),
        factor_key: Set(Sealed::new(app.keys(), user.uuid(), &key)?),
        since: Set(now),
        last_step: Set(step),
    }
    .insert(tx)
    .await?;
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| recovery_code(app)).collect();
    let rows = codes.iter().map(|code| recovery_code::ActiveModel {
        user_id: Set(user),
        digest: Set(recovery_digest(app, user, &totp::plain(code))),
        used_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(tx).await?;
    let entry = visitor.entry(app);
    let subject = (SubjectKind::User, Some(user.uuid()));
    entry.write(app, tx, Some(user), AuditAction::Grant, subject, "second factor set up").await?;
    Ok(Some(codes))
}

/// A recovery code as it is shown: `abcde-fghij`.
fn recovery_code(app: &App) -> String {
    let text = BASE32_NOPAD.encode(&app.chance().bytes::<10>()).to_lowercase();
    let (first, second) = text[..RECOVERY_LENGTH].split_at(RECOVERY_LENGTH / 2);
    format!("{first}-{second}")
}

fn recovery_digest(app: &App, user: Id<noun::User>, code: &str) -> Vec<u8> {
    app.keys().digest("second_factor/recovery", &[user.uuid().as_bytes(), code.as_bytes()])
}

/// Takes a lost second factor away, with its recovery codes and all sign-ins: the next sign-in sets up a new one.
pub async fn reset(app: &App, email: &str) -> Result<()> {
    let user = token::holder(app, email).await?;
    let transaction = app.begin().await?;
    let tx = &transaction.tx;
    let id = user.id;
    second_factor::Entity::delete_many().filter(second_factor::Column::UserId.eq(id)).exec(tx).await?;
    recovery_code::Entity::delete_many().filter(recovery_code::Column::UserId.eq(id)).exec(tx).await?;
    sign_in::end_all(tx, id, app.now()).await?;
    let subject = (SubjectKind::User, id.uuid());
    token::command(app, tx, subject, "user reset-second-factor").await?;
    transaction.commit().await
}
