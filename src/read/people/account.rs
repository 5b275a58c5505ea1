//! Look-ups for authentication and for the command line, where there is no viewer yet: the one place that reads people,
//! memberships, sign-ins and tokens without a scope. Owns no rule about how long a credential holds.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait, Select,
    prelude::DateTimeUtc,
    sea_query::{Expr, ExprTrait, IntoColumnRef, Query},
};
use uuid::Uuid;

use crate::{
    entity::people::{membership, membership_use, organisation, sign_in, token, user},
    platform::error::Result,
    read::unscoped,
    words::{
        OrganisationKind, Role, TokenScope,
        id::{Id, noun},
    },
};

const NO_VIEWER: &str = "who the viewer is is being found out";
const COMMAND_LINE: &str = "the command line acts for whoever runs the machine";

/// A credential and one running membership of the person who holds it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Standing {
    /// The row of the sign-in or token.
    pub credential_id: Uuid,
    /// The last use; a token's is not kept.
    pub last_seen_at: Option<DateTimeUtc>,
    /// When it ends whatever happens.
    pub ends_at: DateTimeUtc,
    /// Who.
    pub user_id: Id<noun::User>,
    /// Under which membership.
    pub membership_id: Id<noun::Membership>,
    /// In which organisation.
    pub organisation_id: Id<noun::Organisation>,
    /// What kind of organisation that is.
    pub organisation_kind: OrganisationKind,
    /// In which group of it.
    pub group_name: String,
    /// As what.
    pub role: Role,
    /// What the credential opens of that.
    pub scope: TokenScope,
    /// Whether they lead the group.
    pub lead: bool,
    /// Whether a second factor was shown; a token needs none.
    pub second_factor: bool,
    /// Whether the credential was used under this membership before.
    pub begun: bool,
    /// When the account was made.
    pub created_at: DateTimeUtc,
    /// When they last signed in.
    pub last_signed_in_at: Option<DateTimeUtc>,
    /// When they were last woken.
    pub woken_at: Option<DateTimeUtc>,
}

/// What each of some credentials opens, by the hash of its secret.
pub type Standings = HashMap<Vec<u8>, Vec<Standing>>;

/// A standing, and of which credential it is.
#[derive(FromQueryResult)]
struct Held {
    token_hash: Vec<u8>,
    #[sea_orm(nested)]
    standing: Standing,
}

/// Sign-ins that nobody ended, each with the running memberships of its person, oldest first.
pub async fn by_sign_ins(
    on: &impl ConnectionTrait,
    hashes: Vec<Vec<u8>>,
    today: NaiveDate,
) -> Result<Standings> {
    let select = unscoped::<sign_in::Entity>(NO_VIEWER)
        .select_only()
        .column(sign_in::Column::TokenHash)
        .column_as(sign_in::Column::Id, "credential_id")
        .column_as(sign_in::Column::LastSeenAt, "last_seen_at")
        .column_as(sign_in::Column::EndsAt, "ends_at")
        .column_as(sign_in::Column::SecondFactor, "second_factor")
        .expr_as(Expr::value(TokenScope::Everything.as_str()), "scope")
        .expr_as(begun((sign_in::Entity, sign_in::Column::Id)), "begun")
        .join(JoinType::InnerJoin, sign_in::Relation::User.def())
        .filter(sign_in::Column::TokenHash.is_in(hashes))
        .filter(sign_in::Column::EndedAt.is_null());
    standings(on, with_memberships(select, today)).await
}

/// Tokens that nobody took back, each with the running memberships of its person, oldest first.
pub async fn by_tokens(
    on: &impl ConnectionTrait,
    hashes: Vec<Vec<u8>>,
    today: NaiveDate,
) -> Result<Standings> {
    let select = unscoped::<token::Entity>(NO_VIEWER)
        .select_only()
        .column(token::Column::TokenHash)
        .column_as(token::Column::Id, "credential_id")
        .expr_as(Expr::value(Option::<DateTimeUtc>::None), "last_seen_at")
        .column_as(token::Column::ExpiresAt, "ends_at")
        .expr_as(Expr::value(true), "second_factor")
        .column_as(token::Column::Scope, "scope")
        .expr_as(begun((token::Entity, token::Column::Id)), "begun")
        .join(JoinType::InnerJoin, token::Relation::User.def())
        .filter(token::Column::TokenHash.is_in(hashes))
        .filter(token::Column::RevokedAt.is_null());
    standings(on, with_memberships(select, today)).await
}

async fn standings<E: EntityTrait>(on: &impl ConnectionTrait, select: Select<E>) -> Result<Standings> {
    let mut standings = Standings::new();
    for Held { token_hash, standing } in select.into_model().all(on).await? {
        standings.entry(token_hash).or_default().push(standing);
    }
    Ok(standings)
}

/// Whether a credential was used under the membership of the row.
fn begun(credential: impl IntoColumnRef) -> Expr {
    let used = Query::select()
        .expr(Expr::value(1))
        .from(membership_use::Entity)
        .and_where(
            Expr::col((membership_use::Entity, membership_use::Column::CredentialId))
                .eq(Expr::col(credential)),
        )
        .and_where(
            Expr::col((membership_use::Entity, membership_use::Column::MembershipId))
                .eq(Expr::col((membership::Entity, membership::Column::Id))),
        )
        .to_owned();
    Expr::exists(used)
}

fn with_memberships<E: EntityTrait>(select: Select<E>, today: NaiveDate) -> Select<E> {
    select
        .column_as(user::Column::Id, "user_id")
        .column_as(user::Column::CreatedAt, "created_at")
        .column_as(user::Column::LastSignedInAt, "last_signed_in_at")
        .column_as(user::Column::WokenAt, "woken_at")
        .column_as(membership::Column::Id, "membership_id")
        .column_as(membership::Column::OrganisationId, "organisation_id")
        .column_as(organisation::Column::Kind, "organisation_kind")
        .column_as(membership::Column::GroupName, "group_name")
        .column_as(membership::Column::Role, "role")
        .column_as(membership::Column::Lead, "lead")
        .join(JoinType::InnerJoin, membership::Relation::User.def().rev())
        .join(JoinType::InnerJoin, membership::Relation::Organisation.def())
        .filter(user::Column::Active.eq(true))
        .filter(running(today))
        .order_by_asc(membership::Column::FromDate)
        .order_by_asc(membership::Column::Id)
}

/// A membership that runs on a day, in an organisation that is open on it.
pub(super) fn running(today: NaiveDate) -> Condition {
    Condition::all()
        .add(membership::Column::FromDate.lte(today))
        .add(membership::Column::EndedAt.is_null())
        .add(
            Condition::any()
                .add(membership::Column::ToDate.is_null())
                .add(membership::Column::ToDate.gte(today)),
        )
        .add(
            Condition::any()
                .add(organisation::Column::ClosedOn.is_null())
                .add(organisation::Column::ClosedOn.gt(today)),
        )
}

/// The account of an e-mail address in lower case.
pub async fn by_email(on: &impl ConnectionTrait, email: &str) -> Result<Option<user::Model>> {
    // PostgreSQL holds no text with this in it: nobody has such an address.
    if email.contains('\0') {
        return Ok(None);
    }
    Ok(unscoped::<user::Entity>(NO_VIEWER).filter(user::Column::Email.eq(email)).one(on).await?)
}

/// An account with one of its memberships.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Account {
    /// Who.
    pub user_id: Id<noun::User>,
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// Whether they may sign in at all.
    pub active: bool,
    /// As what.
    pub role: Role,
    /// In which group.
    pub group_name: String,
    /// In which organisation.
    pub organisation: String,
}

/// Which accounts are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Everyone who ever was.
    All,
    /// Those of these addresses who can sign in today with a password.
    CanSignIn(&'static [&'static str], NaiveDate),
}

/// Accounts with their memberships, a row each, in the order in which the accounts were made.
pub async fn list(on: &impl ConnectionTrait, which: Which) -> Result<Vec<Account>> {
    let mut select = unscoped::<membership::Entity>(COMMAND_LINE)
        .select_only()
        .column_as(user::Column::Id, "user_id")
        .column_as(user::Column::Email, "email")
        .column_as(user::Column::Name, "name")
        .column_as(user::Column::Active, "active")
        .column_as(membership::Column::Role, "role")
        .column_as(membership::Column::GroupName, "group_name")
        .column_as(organisation::Column::Name, "organisation")
        .join(JoinType::InnerJoin, membership::Relation::User.def())
        .join(JoinType::InnerJoin, membership::Relation::Organisation.def())
        .order_by_asc(user::Column::CreatedAt)
        .order_by_asc(user::Column::Id)
        .order_by_asc(membership::Column::FromDate)
        .order_by_asc(membership::Column::Id);
    if let Which::CanSignIn(emails, today) = which {
        select = select
            .filter(user::Column::Email.is_in(emails.iter().copied()))
            .filter(user::Column::Active.eq(true))
            .filter(user::Column::PasswordHash.is_not_null())
            .filter(running(today));
    }
    Ok(select.into_model().all(on).await?)
}

/// The organisations of a name or of a school's number.
pub async fn organisations(on: &impl ConnectionTrait, name_or_urn: &str) -> Result<Vec<organisation::Model>> {
    Ok(unscoped::<organisation::Entity>(COMMAND_LINE)
        .filter(
            Condition::any()
                .add(organisation::Column::Name.eq(name_or_urn))
                .add(organisation::Column::Urn.eq(name_or_urn)),
        )
        .all(on)
        .await?)
}

/// A person's tokens that were not taken back, newest first.
pub async fn tokens(on: &impl ConnectionTrait, user: Id<noun::User>) -> Result<Vec<token::Model>> {
    Ok(unscoped::<token::Entity>(COMMAND_LINE)
        .filter(token::Column::UserId.eq(user))
        .filter(token::Column::RevokedAt.is_null())
        .order_by_desc(token::Column::CreatedAt)
        .all(on)
        .await?)
}
