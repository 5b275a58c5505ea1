//! Who a request comes from: a cookie or bearer token, and the membership that it names; and signing out.
//!
//! Owns how long a sign-in holds and under which memberships. How one begins is in `attempt`. Knows no header and no
//! cookie's name.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use super::asleep;
use crate::{
    access::Viewer,
    entity::{
        people::{membership_use, pending_sign_in, sign_in},
        record::audit_entry,
    },
    platform::{
        app::App,
        error::{Error, Result},
        keys::token_hash,
    },
    read::people::account::{self, Standing, Standings},
    words::{
        AuditAction, Role, SubjectKind,
        id::{Id, OpaqueId, noun},
    },
};

/// A sign-in ends after so long without use.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// A sign-in ends after so long whatever happens.
pub const LASTS: TimeDelta = TimeDelta::hours(12);
/// Use is written down at most so often.
const TOUCH_EVERY: TimeDelta = TimeDelta::minutes(1);

/// What a request proves its person with.
#[derive(Clone, PartialEq, Eq)]
pub enum Credential {
    /// The cookie of a browser that is signed in.
    Cookie(String),
    /// A program's token.
    Bearer(String),
}

/// What kind of credential it is, and so where it is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    SignIn,
    Token,
}

impl Credential {
    pub(super) const fn kind(&self) -> Kind {
        match self {
            Self::Cookie(_) => Kind::SignIn,
            Self::Bearer(_) => Kind::Token,
        }
    }

    /// What is kept of the secret.
    pub(super) fn hash(&self) -> Vec<u8> {
        let (Self::Cookie(secret) | Self::Bearer(secret)) = self;
        token_hash(secret)
    }
}

impl std::fmt::Debug for Credential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Cookie(_) => "Cookie(hidden)",
            Self::Bearer(_) => "Bearer(hidden)",
        })
    }
}

/// Whose request this is, under which membership; none where the credential does not hold. Counts as use of a sign-in.
///
/// A membership that is not theirs, or does not run today, is FORBIDDEN. Who holds several and begins to use one of them
/// in this sign-in is written down, once.
pub async fn viewer(
    app: &App,
    credential: &Credential,
    membership: Option<&str>,
    request_id: &str,
) -> Result<Option<Viewer>> {
    let standings = standings(app, credential).await?;
    if let Some(Standing { credential_id, last_seen_at: Some(seen), .. }) = standings.first()
        && app.now() - *seen >= TOUCH_EVERY
    {
        touch(app, *credential_id).await?;
    }
    let viewer = choose(app, &standings, membership)?;
    if let Some(viewer) = viewer.as_ref().filter(|viewer| viewer.several && viewer.named)
        && let Some(chosen) = standings.iter().find(|standing| standing.membership_id == viewer.membership)
        && !chosen.begun
    {
        begin_use(app, chosen, request_id).await?;
    }
    Ok(viewer)
}

/// Writes down that a person with several memberships now uses this one. Of two requests at once one writes it.
async fn begin_use(app: &App, standing: &Standing, request_id: &str) -> Result<()> {
    let transaction = app.begin().await?;
    let tx = &transaction.tx;
    let row = membership_use::ActiveModel {
        credential_id: Set(standing.credential_id),
        membership_id: Set(standing.membership_id),
        begun_at: Set(app.now()),
    };
    let key = [membership_use::Column::CredentialId, membership_use::Column::MembershipId];
    let first = membership_use::Entity::insert(row)
        .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    if first > 0 {
        let entry = Entry { request_id, digest: None };
        let subject = (SubjectKind::Membership, Some(standing.membership_id.uuid()));
        let who = Some(standing.user_id);
        entry.write(app, tx, who, AuditAction::SignIn, subject, "membership.use").await?;
    }
    transaction.commit().await
}

/// The same viewer by what their credential opens now; none where that is no longer their membership.
pub(super) fn renewed(app: &App, standings: &[Standing], viewer: &Viewer) -> Option<Viewer> {
    let same = standings
        .iter()
        .find(|standing| standing.user_id == viewer.user && standing.membership_id == viewer.membership);
    same.map(|standing| Viewer { named: viewer.named, ..seen(app, standing, standings) })
}

/// How long a sign-in goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    /// Who is signed in.
    pub user: Id<noun::User>,
    /// When it ends unless it is used.
    pub idle_ends_at: DateTime<Utc>,
    /// When it ends whatever happens.
    pub absolute_ends_at: DateTime<Utc>,
}

/// How long the sign-in behind a cookie goes on; asking does not prolong it.
pub async fn times(app: &App, cookie: &str) -> Result<Option<Times>> {
    let standings = standings(app, &Credential::Cookie(cookie.to_owned())).await?;
    Ok(standings.first().map(|standing| Times {
        user: standing.user_id,
        idle_ends_at: standing
            .last_seen_at
            .map_or(standing.ends_at, |seen| (seen + IDLE).min(standing.ends_at)),
        absolute_ends_at: standing.ends_at,
    }))
}

async fn standings(app: &App, credential: &Credential) -> Result<Vec<Standing>> {
    let hash = credential.hash();
    let mut found = opened(app, credential.kind(), vec![hash.clone()]).await?;
    Ok(holding(app, found.remove(&hash).unwrap_or_default()))
}

/// What credentials of a kind open, whether or not they still hold.
pub(super) async fn opened(app: &App, kind: Kind, hashes: Vec<Vec<u8>>) -> Result<Standings> {
    let (database, today) = (app.database(), app.today());
    match kind {
        Kind::SignIn => account::by_sign_ins(database, hashes, today).await,
        Kind::Token => account::by_tokens(database, hashes, today).await,
    }
}

/// Those of a credential's standings under which it holds now.
pub(super) fn holding(app: &App, mut standings: Vec<Standing>) -> Vec<Standing> {
    let now = app.now();
    standings.retain(|standing| {
        holds(standing.last_seen_at, standing.ends_at, now)
            && (standing.second_factor || !needs_second_factor(app, standing.role))
            && !asleep::fell_asleep(app, standing.created_at, standing.last_signed_in_at, standing.woken_at)
    });
    standings
}

/// Whether a role is used only after a second factor was shown: every one but a referrer's, unless that is switched off.
pub(super) fn needs_second_factor(app: &App, role: Role) -> bool {
    !app.config().allow_password_only && role != Role::Referrer
}

/// Whether a credential still holds, by when it was last used and when it ends.
fn holds(last_seen_at: Option<DateTime<Utc>>, ends_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now < ends_at && last_seen_at.is_none_or(|seen| now < seen + IDLE)
}

/// The viewer under the membership that is named, or the only one, or the oldest.
pub(super) fn choose(app: &App, standings: &[Standing], named: Option<&str>) -> Result<Option<Viewer>> {
    let Some(oldest) = standings.first() else { return Ok(None) };
    let chosen = match named {
        None => oldest,
        Some(text) => {
            let id = OpaqueId::<noun::Membership>::parse(text)
                .and_then(|id| id.open(app.keys()).ok())
                .ok_or(Error::Forbidden)?;
            standings.iter().find(|standing| standing.membership_id == id).ok_or(Error::Forbidden)?
        }
    };
    Ok(Some(Viewer { named: named.is_some(), ..seen(app, chosen, standings) }))
}

/// The viewer under one of their memberships, which nobody has named.
fn seen(app: &App, chosen: &Standing, all: &[Standing]) -> Viewer {
    Viewer {
        user: chosen.user_id,
        membership: chosen.membership_id,
        organisation: chosen.organisation_id,
        organisation_kind: chosen.organisation_kind,
        group: chosen.group_name.clone(),
        role: chosen.role,
        scope: chosen.scope,
        lead: chosen.lead,
        several: all.len() > 1,
        named: false,
        at: app.now(),
        today: app.today(),
        database: app.backend(),
    }
}

async fn touch(app: &App, id: Uuid) -> Result<()> {
    let transaction = app.begin().await?;
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::LastSeenAt, Expr::value(app.now()))
        .filter(sign_in::Column::Id.eq(id))
        .filter(sign_in::Column::EndedAt.is_null())
        .exec(&transaction.tx)
        .await?;
    transaction.commit().await
}

/// Ends every sign-in of the person behind a cookie, in every browser. Nothing happens where it does not hold.
pub async fn sign_out(app: &App, cookie: &str) -> Result<()> {
    let standings = standings(app, &Credential::Cookie(cookie.to_owned())).await?;
    let Some(Standing { user_id, .. }) = standings.first() else { return Ok(()) };
    let transaction = app.begin().await?;
    end_all(&transaction.tx, *user_id, app.now()).await?;
    transaction.commit().await
}

/// Ends every sign-in of a person, and those that wait for their second step.
pub(super) async fn end_all(
    on: &impl ConnectionTrait,
    user: Id<noun::User>,
    now: DateTime<Utc>,
) -> Result<()> {
    sign_in::Entity::update_many()
        .set(ended(now))
        .filter(sign_in::Column::UserId.eq(user))
        .filter(sign_in::Column::EndedAt.is_null())
        .exec(on)
        .await?;
    pending_sign_in::Entity::delete_many().filter(pending_sign_in::Column::UserId.eq(user)).exec(on).await?;
    Ok(())
}

pub(super) fn ended(now: DateTime<Utc>) -> sign_in::ActiveModel {
    sign_in::ActiveModel { ended_at: Set(Some(now)), ..Default::default() }
}

/// 32 random bytes, as text that fits a cookie and a header.
pub(super) fn random_text(app: &App) -> String {
    BASE64URL_NOPAD.encode(&app.chance().bytes::<32>())
}

/// Where a request came from, recognised again and not readable.
pub(super) fn place(app: &App, address: &str) -> Vec<u8> {
    app.keys().digest("sign_in/address", &[address.as_bytes()])
}

/// What all audit entries of one act about an account have in common.
pub(super) struct Entry<'a> {
    pub request_id: &'a str,
    pub digest: Option<Vec<u8>>,
}

impl Entry<'_> {
    pub(super) async fn write(
        &self,
        app: &App,
        on: &impl ConnectionTrait,
        actor: Option<Id<noun::User>>,
        action: AuditAction,
        (subject_kind, subject_id): (SubjectKind, Option<Uuid>),
        purpose: &str,
    ) -> Result<()> {
        audit_entry::ActiveModel {
            id: Set(app.new_id()),
            number: Set(None),
            at: Set(app.now()),
            actor_id: Set(actor),
            membership_id: Set(None),
            action: Set(action),
            subject_kind: Set(subject_kind),
            subject_id: Set(subject_id),
            young_person_id: Set(None),
            purpose: Set(Some(purpose.to_owned())),
            request_id: Set(self.request_id.to_owned()),
            digest: Set(self.digest.clone()),
            seal: Set(None),
        }
        .insert(on)
        .await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_holds_until_it_is_idle_or_over() {
        let start = DateTime::UNIX_EPOCH;
        let ends = start + LASTS;
        let just = TimeDelta::microseconds(1);
        assert!(holds(Some(start), ends, start));
        assert!(holds(Some(start), ends, start + IDLE - just));
        assert!(!holds(Some(start), ends, start + IDLE));
        assert!(holds(Some(ends - just), ends, ends - just));
        assert!(!holds(Some(ends - just), ends, ends));
    }

    #[test]
    fn a_token_has_no_idle_time() {
        let start = DateTime::UNIX_EPOCH;
        assert!(holds(None, start + LASTS, start + TimeDelta::hours(11)));
        assert!(!holds(None, start + LASTS, start + LASTS));
    }
}
