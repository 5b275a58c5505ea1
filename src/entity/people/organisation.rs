//! A member of the partnership. The youth justice services are those that receive referrals.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::words::{
    OrganisationKind,
    id::{Id, noun},
};

/// A member of the partnership. The youth justice services are those that receive referrals.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Organisation>,
    /// Its public name.
    pub name: String,
    /// The name as searches compare it.
    pub search_name: String,
    /// What kind of organisation.
    pub kind: OrganisationKind,
    /// Bound by the Serious Violence Duty.
    pub specified_authority: bool,
    /// A school's number in the register of schools.
    pub urn: Option<String>,
    /// The council in whose area it works; none for all.
    pub area_id: Option<Id<noun::Area>>,
    /// Whom to ask for.
    pub contact_name: Option<String>,
    /// The number to ring.
    pub contact_phone: Option<String>,
    /// When someone answers: see `domain::record::service_hours`.
    pub service_hours: Json,
    /// The day on which it closed.
    pub closed_on: Option<Date>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `area`.
    #[sea_orm(belongs_to = "super::area::Entity", from = "Column::AreaId", to = "super::area::Column::Id")]
    Area,
}

impl ActiveModelBehavior for ActiveModel {}
