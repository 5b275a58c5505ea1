//! Something that falls due: a node takes it and does it in one transaction with its effects.

use sea_orm::entity::prelude::*;

use crate::words::{
    JobKind,
    id::{Id, noun},
};

/// Something that falls due: a node takes it and does it in one transaction with its effects.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Job>,
    /// What is to be looked at.
    pub kind: JobKind,
    /// The row to look at.
    pub subject_id: Uuid,
    /// When.
    pub due_at: DateTimeUtc,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
