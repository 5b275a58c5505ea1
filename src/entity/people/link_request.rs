//! That somebody asked for a new link. Also counts how often, for an account and from an address.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// That somebody asked for a new link. Also counts how often, for an account and from an address.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "link_request")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::LinkRequest>,
    /// Whose account it is; none where there is none, or none that may have a link.
    pub user_id: Option<Id<noun::User>>,
    /// Keyed digest of the e-mail address that was typed.
    pub account_digest: Vec<u8>,
    /// Keyed digest of where the request came from.
    pub address_digest: Vec<u8>,
    /// When.
    pub at: DateTimeUtc,
    /// When a link was given or mailed, or a newer request took its place.
    pub handled_at: Option<DateTimeUtc>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `user`.
    #[sea_orm(belongs_to = "super::user::Entity", from = "Column::UserId", to = "super::user::Column::Id")]
    User,
}

impl ActiveModelBehavior for ActiveModel {}
