//! The audit as a list: what of it a viewer may see, narrowed by person, subject, action and time.
//!
//! What others wrote with a digest (where a sign-in came from, what was searched for) is read and never shown.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, Query, SelectStatement, UnionType},
};
use uuid::Uuid;

use crate::{
    access::{See, Viewer},
    entity::{
        casework::{case, case_note, goal, measure, referral, task},
        people::{invitation, link, membership, sign_in, token, young_person},
        record::audit_entry,
    },
    platform::error::Result,
    read::{
        Seen,
        page::{self, Key, Ordering, Page, Window},
        scope, unscoped,
    },
    words::{
        AuditAction, SubjectKind,
        id::{Id, noun},
    },
};

/// An entry as a viewer may see it.
pub type SeenEntry = Seen<audit_entry::Model>;

/// What is done to accounts, as opposed to records.
const TO_ACCOUNTS: [AuditAction; 3] = [AuditAction::SignIn, AuditAction::SignInFailed, AuditAction::Grant];

/// A reference that somebody typed, in its one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Referred {
    /// A child's: all that concerns the child.
    YoungPerson(String),
    /// A case's: the case, its notes and its tasks.
    Case(String),
    /// A referral's.
    Referral(String),
}

/// Which entries.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of what this person did.
    pub actor: Option<Id<noun::User>>,
    /// About this row, or about this child.
    pub subject: Option<Uuid>,
    /// About what has this reference.
    pub reference: Option<Referred>,
    /// Of these actions.
    pub actions: Option<Vec<AuditAction>>,
    /// At this instant or later.
    pub from: Option<DateTime<Utc>>,
    /// Before this instant.
    pub to: Option<DateTime<Utc>>,
}

/// The entries that a filter leaves. A reference that is unknown leaves as little as one that is hidden, by the same work.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<audit_entry::Entity> {
    use audit_entry::Column;
    let holding = |what: See| scope::holding::<audit_entry::Entity>(viewer, viewer.sees(what));
    let of_accounts =
        Condition::all().add(Column::Action.is_in(TO_ACCOUNTS)).add(holding(See::AuditOfAccounts));
    let enough = viewer.sees(See::Audit).or(viewer.sees(See::AuditOfAccounts));
    let mut entries = scope::visible_to::<audit_entry::Entity>(viewer, enough)
        .filter(Condition::any().add(holding(See::Audit)).add(of_accounts));
    if let Some(actor) = filter.actor {
        entries = entries.filter(Column::ActorId.eq(actor));
    }
    if let Some(subject) = filter.subject {
        entries = entries.filter(Column::SubjectId.eq(subject).or(Column::YoungPersonId.eq(subject)));
    }
    if let Some(reference) = &filter.reference {
        entries = entries.filter(about(reference));
    }
    if let Some(actions) = &filter.actions {
        entries = entries.filter(Column::Action.is_in(actions.iter().copied()));
    }
    if let Some(from) = filter.from {
        entries = entries.filter(Column::At.gte(from));
    }
    if let Some(to) = filter.to {
        entries = entries.filter(Column::At.lt(to));
    }
    entries
}

/// The entries about what has a reference.
fn about(reference: &Referred) -> Condition {
    use audit_entry::Column::{SubjectId, YoungPersonId};
    let (column, rows) = match reference {
        Referred::YoungPerson(text) => (
            YoungPersonId,
            ids(young_person::Entity, young_person::Column::Id, young_person::Column::Reference.eq(text)),
        ),
        Referred::Referral(text) => {
            (SubjectId, ids(referral::Entity, referral::Column::Id, referral::Column::Reference.eq(text)))
        }
        Referred::Case(text) => {
            let of_case = || ids(case::Entity, case::Column::Id, case::Column::Reference.eq(text));
            let notes = case_note::Column::CaseId.in_subquery(of_case());
            let tasks = task::Column::CaseId.in_subquery(of_case());
            let measures = measure::Column::CaseId.in_subquery(of_case());
            let goals = goal::Column::CaseId.in_subquery(of_case());
            let mut rows = of_case();
            rows.union(UnionType::All, ids(case_note::Entity, case_note::Column::Id, notes))
                .union(UnionType::All, ids(task::Entity, task::Column::Id, tasks))
                .union(UnionType::All, ids(measure::Entity, measure::Column::Id, measures))
                .union(UnionType::All, ids(goal::Entity, goal::Column::Id, goals));
            (SubjectId, rows)
        }
    };
    Condition::all().add(column.in_subquery(rows))
}

fn ids<E: EntityTrait>(of: E, id: E::Column, those: Expr) -> SelectStatement {
    Query::select().column((of, id)).from(of).and_where(those).to_owned()
}

/// Newest first: ids tell the order in which entries were made.
#[must_use]
pub fn newest_first() -> Ordering<SeenEntry> {
    Ordering {
        columns: vec![Expr::col((audit_entry::Entity, audit_entry::Column::Id))],
        descending: true,
        keys: |entry: &SeenEntry| vec![Key::Id(entry.row.id.uuid())],
    }
}

/// One page, newest first.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    window: &Window,
) -> Result<Page<SeenEntry>> {
    page::page(on, select(viewer, filter), &newest_first(), window).await
}

/// One entry, where the viewer may see it.
pub async fn by_id(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::AuditEntry>,
) -> Result<Option<SeenEntry>> {
    let entry = select(viewer, &Filter::default()).filter(audit_entry::Column::Id.eq(id));
    Ok(entry.into_model::<SeenEntry>().one(on).await?)
}

/// The references of what entries are about, by id.
pub async fn references(
    on: &impl ConnectionTrait,
    kind: SubjectKind,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, String)>> {
    const WHY: &str = "the references beside entries that were read under the viewer's scope";
    let ids = ids.iter().copied();
    let rows = match kind {
        SubjectKind::Referral => {
            pairs(unscoped::<referral::Entity>(WHY), referral::Column::Id, referral::Column::Reference, ids)
                .all(on)
                .await?
        }
        SubjectKind::Case => {
            pairs(unscoped::<case::Entity>(WHY), case::Column::Id, case::Column::Reference, ids)
                .all(on)
                .await?
        }
        SubjectKind::YoungPerson => {
            let (id, reference) = (young_person::Column::Id, young_person::Column::Reference);
            pairs(unscoped::<young_person::Entity>(WHY), id, reference, ids).all(on).await?
        }
        _ => Vec::new(),
    };
    Ok(rows)
}

/// Whose the accounts, memberships, invitations, links, sign-ins and tokens are that entries are about, by id.
pub async fn people(
    on: &impl ConnectionTrait,
    kind: SubjectKind,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, Id<noun::User>)>> {
    const WHY: &str = "the people beside entries that were read under the viewer's scope";
    macro_rules! owners {
        ($entity:ident) => {
            unscoped::<$entity::Entity>(WHY)
                .filter($entity::Column::Id.is_in(ids.iter().copied()))
                .select_only()
                .columns([$entity::Column::Id, $entity::Column::UserId])
                .into_tuple()
                .all(on)
                .await?
        };
    }
    Ok(match kind {
        SubjectKind::User => ids.iter().map(|id| (*id, Id::from(*id))).collect(),
        SubjectKind::Membership => owners!(membership),
        SubjectKind::Invitation => owners!(invitation),
        SubjectKind::Link => owners!(link),
        SubjectKind::SignIn => owners!(sign_in),
        SubjectKind::Token => owners!(token),
        _ => Vec::new(),
    })
}

fn pairs<E: EntityTrait>(
    select: Select<E>,
    id: E::Column,
    reference: E::Column,
    ids: impl Iterator<Item = Uuid>,
) -> sea_orm::Selector<sea_orm::SelectGetableTuple<(Uuid, String)>> {
    select.filter(id.is_in(ids)).select_only().columns([id, reference]).into_tuple()
}

/// Who changed something last, and when.
pub async fn last_change(
    on: &impl ConnectionTrait,
    subject: Uuid,
) -> Result<Option<(Id<noun::User>, DateTime<Utc>)>> {
    let entry = unscoped::<audit_entry::Entity>("who wrote a text that the viewer may read")
        .filter(audit_entry::Column::SubjectId.eq(subject))
        .filter(audit_entry::Column::Action.eq(AuditAction::Change))
        .order_by_desc(audit_entry::Column::At)
        .order_by_desc(audit_entry::Column::Id)
        .limit(1)
        .one(on)
        .await?;
    Ok(entry.and_then(|entry| Some((entry.actor_id?, entry.at))))
}
