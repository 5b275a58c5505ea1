//! A role that somebody is invited to, and who agreed to it.

use sea_orm::entity::prelude::*;

use crate::words::{
    InvitationStatus, Role,
    id::{Id, noun},
};

/// A role that somebody is invited to, and who agreed to it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Invitation>,
    /// Whose account it is for.
    pub user_id: Id<noun::User>,
    /// Where.
    pub organisation_id: Id<noun::Organisation>,
    /// In which group; empty for none.
    pub group_name: String,
    /// As what.
    pub role: Role,
    /// Whether they will lead the group.
    pub lead: bool,
    /// The first day.
    pub from_date: Date,
    /// The last day.
    pub to_date: Option<Date>,
    /// The address, as it was invited.
    pub email: String,
    /// The name, as it was invited.
    pub name: String,
    /// Where it stands.
    pub status: InvitationStatus,
    /// Who invited them.
    pub invited_by_id: Id<noun::User>,
    /// When.
    pub invited_at: DateTimeUtc,
    /// Who agreed, or did not.
    pub decided_by_id: Option<Id<noun::User>>,
    /// When.
    pub decided_at: Option<DateTimeUtc>,
    /// Until when its newest link works.
    pub link_expires_at: Option<DateTimeUtc>,
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
