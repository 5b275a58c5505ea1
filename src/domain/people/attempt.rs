//! Signing in: the password, then, for those who need one, a pending sign-in that opens nothing but the second step.
//!
//! A sign-in's id is always new and always ours: what a browser brings is only ever ended, or recognised.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    sea_query::OnConflict,
};
use uuid::Uuid;

use super::{
    asleep, password,
    sign_in::{Entry, LASTS, ended, needs_second_factor, place, random_text},
    throttle::{self, Tried},
};
use crate::{
    entity::people::{known_place, pending_sign_in, sign_in, user},
    platform::{
        app::App,
        error::{Error, Result},
        keys::token_hash,
    },
    read::people::{
        account,
        entrance::{self, Known},
    },
    words::{
        AuditAction, SubjectKind,
        id::{Id, noun},
    },
};

/// How long there is for the second step.
pub const PENDING: TimeDelta = TimeDelta::minutes(5);
/// A browser or address is known for so long after the last sign-in from there.
pub const KNOWN_FOR: TimeDelta = TimeDelta::days(60);

/// Where a try comes from.
#[derive(Clone, Copy, Default)]
pub struct Visitor<'a> {
    /// The address, as text.
    pub address: &'a str,
    /// The request, as in the log.
    pub request_id: &'a str,
    /// The cookie that the browser had before: that sign-in ends.
    pub before: Option<&'a str>,
    /// The mark of a browser in which somebody signed in before.
    pub device: Option<&'a str>,
}

/// An attempt to sign in.
#[derive(Clone, Copy)]
pub struct Attempt<'a> {
    /// The e-mail address of the account.
    pub email: &'a str,
    /// The password.
    pub password: &'a str,
    /// From where.
    pub visitor: Visitor<'a>,
}

/// What came of an attempt.
pub enum Passed {
    /// They are signed in.
    SignedIn(SignedIn),
    /// The password is right; now the second step.
    Pending(Pending),
}

/// Somebody is signed in.
pub struct SignedIn {
    /// The random id that the cookie holds; kept nowhere else.
    pub cookie: String,
    /// The browser's mark, by which it is known again.
    pub device: String,
    /// When it ends whatever happens.
    pub ends_at: DateTime<Utc>,
}

/// Somebody gave the right password and has to show a second factor.
pub struct Pending {
    /// The random id of the pending sign-in.
    pub cookie: String,
    /// They have no second factor yet: they set one up now.
    pub enrol: bool,
}

impl Visitor<'_> {
    fn device_digest(&self, app: &App) -> Vec<u8> {
        app.keys().digest("sign_in/device", &[self.device.unwrap_or_default().as_bytes()])
    }

    /// What is known of this place.
    pub(super) async fn known(&self, app: &App, user: Option<Id<noun::User>>) -> Result<Known> {
        let (device, address) = (self.device_digest(app), place(app, self.address));
        entrance::known(app.database(), user, &device, &address).await
    }

    /// The try, as it is counted.
    pub(super) fn tried<'a>(&'a self, email: &'a str) -> Tried<'a> {
        Tried { email, address: self.address, device: self.device.unwrap_or_default() }
    }

    /// What its audit entries have in common.
    pub(super) fn entry(&self, app: &App) -> Entry<'_> {
        Entry { request_id: self.request_id, digest: Some(place(app, self.address)) }
    }
}

/// Signs in, or takes the first of two steps. An unknown address, a wrong password, an ended account, one that is asleep
/// and one without a running membership are told apart neither by words nor by the work done.
pub async fn sign_in(app: &App, attempt: Attempt<'_>) -> Result<Passed> {
    let (email, visitor) = (attempt.email.trim().to_lowercase(), attempt.visitor);
    let user = account::by_email(app.database(), &email).await?;
    let known = visitor.known(app, user.as_ref().map(|user| user.id)).await?;
    throttle::count(app, visitor.tried(&email), known).await?;
    let hash = user.as_ref().filter(|user| user.active).and_then(|user| user.password_hash.clone());
    let right = password::matches(app, attempt.password, hash).await?;

    let transaction = app.begin().await?;
    let tx = &transaction.tx;
    let welcome = user.as_ref().filter(|user| right && !asleep::asleep(app, user));
    let roles = match welcome {
        Some(user) => entrance::roles(tx, user.id, app.today()).await?,
        None => Vec::new(),
    };
    let Some(user) = welcome.filter(|_| !roles.is_empty()) else {
        let whom = user.as_ref().map(|user| user.id.uuid());
        let subject = (SubjectKind::User, whom);
        visitor.entry(app).write(app, tx, None, AuditAction::SignInFailed, subject, "sign_in").await?;
        transaction.commit().await?;
        return Err(Error::NotSignedIn);
    };
    let passed = if roles.into_iter().any(|role| needs_second_factor(app, role)) {
        Passed::Pending(wait_for_second(app, tx, user.id).await?)
    } else {
        Passed::SignedIn(complete(app, tx, user, &visitor, known, false).await?)
    };
    transaction.commit().await?;
    Ok(passed)
}

async fn wait_for_second(app: &App, tx: &DatabaseTransaction, user: Id<noun::User>) -> Result<Pending> {
    let cookie = random_text(app);
    pending_sign_in::ActiveModel {
        id: Set(app.new_id::<Uuid>()),
        user_id: Set(user),
        token_hash: Set(token_hash(&cookie)),
        factor_key: Set(None),
        ends_at: Set(app.now() + PENDING),
    }
    .insert(tx)
    .await?;
    Ok(Pending { cookie, enrol: entrance::second_factor(tx, user).await?.is_none() })
}

/// Makes the sign-in, with a new id, and remembers from where it was.
pub(super) async fn complete(
    app: &App,
    tx: &DatabaseTransaction,
    user: &user::Model,
    visitor: &Visitor<'_>,
    known: Known,
    second_factor: bool,
) -> Result<SignedIn> {
    let now = app.now();
    throttle::forgive(tx, app, visitor.tried(&user.email)).await?;
    if let Some(before) = visitor.before {
        let before = sign_in::Column::TokenHash.eq(token_hash(before));
        sign_in::Entity::update_many().set(ended(now)).filter(before).exec(tx).await?;
    }
    let cookie = random_text(app);
    let (id, ends_at) = (app.new_id::<Id<noun::SignIn>>(), now + LASTS);
    sign_in::ActiveModel {
        id: Set(id),
        user_id: Set(user.id),
        token_hash: Set(token_hash(&cookie)),
        created_at: Set(now),
        last_seen_at: Set(now),
        ends_at: Set(ends_at),
        ended_at: Set(None),
        second_factor: Set(second_factor),
    }
    .insert(tx)
    .await?;
    user::ActiveModel { id: Unchanged(user.id), last_signed_in_at: Set(Some(now)), ..Default::default() }
        .update(tx)
        .await?;
    // A mark that was not given out here is not taken over.
    let device = match visitor.device.filter(|_| known.device_of_anyone) {
        Some(device) => device.to_owned(),
        None => random_text(app),
    };
    let place_of_device = Visitor { device: Some(&device), ..*visitor }.device_digest(app);
    for digest in [place_of_device, place(app, visitor.address)] {
        remember(tx, user.id, digest, now).await?;
    }
    let subject = (SubjectKind::SignIn, Some(id.uuid()));
    visitor.entry(app).write(app, tx, Some(user.id), AuditAction::SignIn, subject, "sign_in").await?;
    Ok(SignedIn { cookie, device, ends_at })
}

async fn remember(
    tx: &DatabaseTransaction,
    user: Id<noun::User>,
    digest: Vec<u8>,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = known_place::ActiveModel { user_id: Set(user), digest: Set(digest), last_used_at: Set(now) };
    known_place::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([known_place::Column::UserId, known_place::Column::Digest])
                .update_column(known_place::Column::LastUsedAt)
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
