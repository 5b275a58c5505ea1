//! A parent, carer or other person around a child, and whether they may be rung.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        ContactPermission, ParentNotToldReason,
        id::{Id, noun},
    },
};

/// A parent, carer or other person around a child, and whether they may be rung.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own on the form")]
#[sea_orm(table_name = "contact")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Contact>,
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// Counts the changes.
    pub version: i32,
    /// Their name.
    pub name: String,
    /// What they are to the child.
    pub relationship: String,
    /// None: not known.
    pub has_parental_responsibility: Option<bool>,
    /// None: not known.
    pub lives_with: Option<bool>,
    /// Number, and what a court ordered.
    pub words: Sealed<ContactWords>,
    /// Whether they may be contacted.
    pub may_contact: ContactPermission,
    /// Whether they may be told.
    pub may_be_told: bool,
    /// Whether ringing is safe.
    pub safe_to_call: bool,
    /// Whether a text is safe.
    pub safe_to_text: bool,
    /// Whether a voicemail is safe.
    pub safe_to_leave_voicemail: bool,
    /// Why the parent was not told of the referral: do not contact until a named worker lifts it.
    pub not_told: Option<ParentNotToldReason>,
    /// The day from which they are no longer a contact.
    pub ended_on: Option<Date>,
}

/// What of a contact is sealed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ContactWords {
    /// The number.
    pub phone: Option<String>,
    /// What a court ordered.
    pub order_in_force: Option<String>,
}
impl Sealable for ContactWords {
    const PURPOSE: &'static str = "contact.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `young_person`.
    #[sea_orm(
        belongs_to = "super::young_person::Entity",
        from = "Column::YoungPersonId",
        to = "super::young_person::Column::Id"
    )]
    YoungPerson,
}

impl ActiveModelBehavior for ActiveModel {}
