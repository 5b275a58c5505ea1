//! That somebody said who still belongs to a group.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// That somebody said who still belongs to a group.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "group_confirmation")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::GroupConfirmation>,
    /// Where.
    pub organisation_id: Id<noun::Organisation>,
    /// In which group; empty for none.
    pub group_name: String,
    /// Who said so.
    pub by_user_id: Id<noun::User>,
    /// On which day.
    pub confirmed_on: Date,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `organisation`.
    #[sea_orm(
        belongs_to = "super::organisation::Entity",
        from = "Column::OrganisationId",
        to = "super::organisation::Column::Id"
    )]
    Organisation,
}

impl ActiveModelBehavior for ActiveModel {}
