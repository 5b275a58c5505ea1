//! Figures on their way out as a file: for one download, by who asked, within a day.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        ExportState,
        id::{Id, noun},
    },
};

/// Figures on their way out as a file: for one download, by who asked, within a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "export")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Export>,
    /// Who asked.
    pub asked_by_id: Id<noun::User>,
    /// Under which membership.
    pub membership_id: Id<noun::Membership>,
    /// Of which report; none for what was asked of a release.
    pub report_id: Option<Id<noun::Report>>,
    /// How far it is.
    pub state: ExportState,
    /// When it was asked for.
    pub asked_at: DateTimeUtc,
    /// Until when it can be fetched.
    pub expires_at: DateTimeUtc,
    /// When it was fetched.
    pub taken_at: Option<DateTimeUtc>,
    /// What is in it.
    pub words: Sealed<ExportWords>,
    /// The file, from when it is made until it is fetched.
    pub file: Option<Sealed<ExportFile>>,
}

/// What a file is made of: protected figures alone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ExportWords {
    /// The title.
    pub title: String,
    /// When that was published, where it is a report.
    pub published_at: Option<DateTimeUtc>,
    /// The figures, as `domain::insight::frozen` writes them.
    pub frozen: serde_json::Value,
}

impl Sealable for ExportWords {
    const PURPOSE: &'static str = "export.words";
}

/// A file in base64.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ExportFile(pub String);

impl Sealable for ExportFile {
    const PURPOSE: &'static str = "export.file";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::AskedById",
        to = "super::super::people::user::Column::Id"
    )]
    AskedBy,
    /// To `membership`.
    #[sea_orm(
        belongs_to = "super::super::people::membership::Entity",
        from = "Column::MembershipId",
        to = "super::super::people::membership::Column::Id"
    )]
    Membership,
    /// To `report`.
    #[sea_orm(
        belongs_to = "super::report::Entity",
        from = "Column::ReportId",
        to = "super::report::Column::Id"
    )]
    Report,
}

impl ActiveModelBehavior for ActiveModel {}
