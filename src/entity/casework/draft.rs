//! A form that is not sent yet: its writer's alone, gone at submission or after seven days.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        DraftKind,
        id::{Id, noun},
    },
};

/// A form that is not sent yet: its writer's alone, gone at submission or after seven days.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Draft>,
    /// Whose.
    pub user_id: Id<noun::User>,
    /// Under which membership.
    pub membership_id: Id<noun::Membership>,
    /// Which form.
    pub kind: DraftKind,
    /// The opaque id of what it is about.
    pub about: Option<String>,
    /// The form as the page holds it.
    pub words: Sealed<DraftWords>,
    /// Whether it says that a child is in danger now.
    pub immediate_danger: bool,
    /// When it was first saved.
    pub started_at: DateTimeUtc,
    /// When it was last saved.
    pub saved_at: DateTimeUtc,
}

/// The form as the page holds it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DraftWords(pub String);
impl Sealable for DraftWords {
    const PURPOSE: &'static str = "draft.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::UserId",
        to = "super::super::people::user::Column::Id"
    )]
    User,
}

impl ActiveModelBehavior for ActiveModel {}
