//! A role in an organisation, from a day to a day.

use sea_orm::entity::prelude::*;

use crate::words::{
    Role,
    id::{Id, noun},
};

/// A role in an organisation, from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Membership>,
    /// Who.
    pub user_id: Id<noun::User>,
    /// Where.
    pub organisation_id: Id<noun::Organisation>,
    /// A referrer's group (safeguarding leads, a police team); empty for none.
    pub group_name: String,
    /// As what.
    pub role: Role,
    /// Whether they lead the group.
    pub lead: bool,
    /// The first day.
    pub from_date: Date,
    /// The last day.
    pub to_date: Option<Date>,
    /// When somebody ended it before that.
    pub ended_at: Option<DateTimeUtc>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `user`.
    #[sea_orm(belongs_to = "super::user::Entity", from = "Column::UserId", to = "super::user::Column::Id")]
    User,
    /// To `organisation`.
    #[sea_orm(
        belongs_to = "super::organisation::Entity",
        from = "Column::OrganisationId",
        to = "super::organisation::Column::Id"
    )]
    Organisation,
}

impl ActiveModelBehavior for ActiveModel {}
