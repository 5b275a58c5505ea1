//! An answer to one question of consent. A newer answer replaces it; nothing is overwritten.

use sea_orm::{FromJsonQueryResult, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        ConsentKind, ConsentStatus,
        id::{Id, noun},
    },
};

/// An answer to one question of consent. A newer answer replaces it; nothing is overwritten.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consent")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Consent>,
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// Counts the changes.
    pub version: i32,
    /// The question.
    pub kind: ConsentKind,
    /// The answer.
    pub status: ConsentStatus,
    /// Who gave it, and reasons.
    pub words: Sealed<ConsentWords>,
    /// The contact who gave it.
    pub contact_id: Option<Id<noun::Contact>>,
    /// What it covers.
    pub scope: Scope,
    /// When it was given.
    pub decided_on: Date,
    /// When it was withdrawn.
    pub withdrawn_on: Option<Date>,
    /// When it ends by itself.
    pub expires_on: Option<Date>,
    /// With whom may be shared.
    pub organisation_id: Option<Id<noun::Organisation>>,
    /// Who wrote it down.
    pub recorded_by_id: Id<noun::User>,
    /// When.
    pub recorded_at: DateTimeUtc,
    /// When a newer answer took its place.
    pub replaced_at: Option<DateTimeUtc>,
}

/// What a consent covers, in the words of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Scope(pub Vec<String>);

/// What of a consent is sealed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ConsentWords {
    /// Who gave it.
    pub given_by: String,
    /// Why it was refused, withdrawn or is not required.
    pub reason: Option<String>,
    /// Why the child was found able to decide alone.
    pub gillick_reasons: Option<String>,
}
impl Sealable for ConsentWords {
    const PURPOSE: &'static str = "consent.words";
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
    /// To `contact`.
    #[sea_orm(
        belongs_to = "super::contact::Entity",
        from = "Column::ContactId",
        to = "super::contact::Column::Id"
    )]
    Contact,
}

impl ActiveModelBehavior for ActiveModel {}
