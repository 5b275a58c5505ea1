//! The audit: who did or saw what. Inserted without a lock; `number` and `seal` are given in batches afterwards.

use sea_orm::entity::prelude::*;

use crate::words::{
    AuditAction, SubjectKind,
    id::{Id, noun},
};

/// The audit: who did or saw what. Inserted without a lock; `number` and `seal` are given in batches afterwards.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::AuditEntry>,
    /// Gapless, given when it is sealed.
    pub number: Option<i64>,
    /// When.
    pub at: DateTimeUtc,
    /// Who; none for the program itself.
    pub actor_id: Option<Id<noun::User>>,
    /// Under which membership.
    pub membership_id: Option<Id<noun::Membership>>,
    /// What was done.
    pub action: AuditAction,
    /// The noun that it was done to.
    pub subject_kind: SubjectKind,
    /// The row that it was done to.
    pub subject_id: Option<Uuid>,
    /// The child whom it concerns.
    pub young_person_id: Option<Id<noun::YoungPerson>>,
    /// Which operation, or why; never free text of a record.
    pub purpose: Option<String>,
    /// The request, as in the log.
    pub request_id: String,
    /// For a search: a keyed digest of its filter.
    pub digest: Option<Vec<u8>>,
    /// HMAC over the seal before it and this entry.
    pub seal: Option<Vec<u8>>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
