//! A report: figures of a release under a title, which stay when the release is gone.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::id::{Id, noun},
};

/// A report: figures of a release under a title, which stay when the release is gone.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Report>,
    /// Of which release.
    pub release_number: i32,
    /// When it was published.
    pub published_at: DateTimeUtc,
    /// By whom.
    pub published_by_id: Id<noun::User>,
    /// What it is called.
    pub words: Sealed<ReportWords>,
    /// Question, definitions and protected figures, as `domain::insight::frozen` packs them.
    pub frozen: Vec<u8>,
    /// A keyed digest of it all, which tells whether it was changed afterwards.
    pub seal: Vec<u8>,
}

/// The title.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReportWords(pub String);

impl Sealable for ReportWords {
    const PURPOSE: &'static str = "report.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::PublishedById",
        to = "super::super::people::user::Column::Id"
    )]
    PublishedBy,
}

impl ActiveModelBehavior for ActiveModel {}
