//! Look-ups for signing in, before there is a viewer: places that are known, second factors, sign-ins that wait for one.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect,
    RelationTrait,
};

use uuid::Uuid;

use super::account::running;
use crate::{
    entity::people::{
        known_place, membership, pending_sign_in, recovery_code, second_factor, sign_in_tries, user,
    },
    platform::error::Result,
    read::{locked, unscoped},
    words::{
        Role,
        id::{Id, noun},
    },
};

const NO_VIEWER: &str = "somebody is signing in";

/// Which of two places are known: first for this account, then (the browser alone) for any account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The account was signed in to from this browser before.
    pub device: bool,
    /// The account was signed in to from this address before.
    pub address: bool,
    /// Somebody signed in from this browser before, so that its mark is one that this program gave.
    pub device_of_anyone: bool,
}

/// What is known of a browser's mark and an address, by their digests. For an unknown account nothing is, at the same cost.
pub async fn known(
    on: &impl ConnectionTrait,
    user: Option<Id<noun::User>>,
    device: &[u8],
    address: &[u8],
) -> Result<Known> {
    let nobody = Id::from(Uuid::nil());
    let of_address = Condition::all()
        .add(known_place::Column::Digest.eq(address))
        .add(known_place::Column::UserId.eq(user.unwrap_or(nobody)));
    let places = unscoped::<known_place::Entity>(NO_VIEWER)
        .filter(Condition::any().add(known_place::Column::Digest.eq(device)).add(of_address))
        .all(on)
        .await?;
    let has =
        |digest: &[u8]| places.iter().any(|place| place.digest == digest && Some(place.user_id) == user);
    Ok(Known {
        device: has(device),
        address: has(address),
        device_of_anyone: places.iter().any(|place| place.digest == device),
    })
}

/// The roles that a person holds on a day.
pub async fn roles(on: &impl ConnectionTrait, user: Id<noun::User>, today: NaiveDate) -> Result<Vec<Role>> {
    Ok(unscoped::<membership::Entity>(NO_VIEWER)
        .select_only()
        .column(membership::Column::Role)
        .join(JoinType::InnerJoin, membership::Relation::Organisation.def())
        .filter(membership::Column::UserId.eq(user))
        .filter(running(today))
        .into_tuple()
        .all(on)
        .await?)
}

/// A person by id.
pub async fn user(on: &impl ConnectionTrait, id: Id<noun::User>) -> Result<Option<user::Model>> {
    Ok(unscoped::<user::Entity>(NO_VIEWER).filter(user::Column::Id.eq(id)).one(on).await?)
}

/// A person's second factor.
pub async fn second_factor(
    on: &impl ConnectionTrait,
    user: Id<noun::User>,
) -> Result<Option<second_factor::Model>> {
    Ok(unscoped::<second_factor::Entity>(NO_VIEWER)
        .filter(second_factor::Column::UserId.eq(user))
        .one(on)
        .await?)
}

/// How many of a person's recovery codes are not used yet.
pub async fn recovery_codes_left(on: &impl ConnectionTrait, user: Id<noun::User>) -> Result<u64> {
    Ok(unscoped::<recovery_code::Entity>(NO_VIEWER)
        .filter(recovery_code::Column::UserId.eq(user))
        .filter(recovery_code::Column::UsedAt.is_null())
        .count(on)
        .await?)
}

/// The sign-in that waits for its second step, locked until the transaction ends.
pub async fn pending(on: &impl ConnectionTrait, hash: &[u8]) -> Result<Option<pending_sign_in::Model>> {
    let select =
        unscoped::<pending_sign_in::Entity>(NO_VIEWER).filter(pending_sign_in::Column::TokenHash.eq(hash));
    Ok(locked(select, on).one(on).await?)
}

/// How often something was tried.
pub async fn tries(on: &impl ConnectionTrait, digest: &[u8]) -> Result<Option<sign_in_tries::Model>> {
    Ok(unscoped::<sign_in_tries::Entity>(NO_VIEWER)
        .filter(sign_in_tries::Column::Digest.eq(digest))
        .one(on)
        .await?)
}
