//! The outbox: what happened, written in the transaction of what happened. `place` is given by the relay, after commit.

use sea_orm::entity::prelude::*;

use crate::words::{
    ChangeKind, SubjectKind,
    id::{Id, noun},
};

/// The outbox: what happened, written in the transaction of what happened. `place` is given by the relay, after commit.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    /// In the order of writing; gaps where a transaction rolled back.
    #[sea_orm(primary_key)]
    pub seq: i64,
    /// In the order in which all subscribers hear it; no gaps.
    pub place: Option<i64>,
    /// When it happened.
    pub at: DateTimeUtc,
    /// What happened.
    pub kind: ChangeKind,
    /// Whether the subject is a referral, a case or an offering.
    pub noun: SubjectKind,
    /// The row that a list shows.
    pub subject_id: Uuid,
    /// The note, task or concern that it is about: who may not see that does not hear of it.
    pub about_id: Option<Uuid>,
    /// The case that it belongs to, if any.
    pub case_id: Option<Id<noun::Case>>,
    /// Who did it; none for what happens by itself.
    pub by_user_id: Option<Id<noun::User>>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
