//! Reads of notes: under the case's scope, and by whom each was written for.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, QueryFilter, QueryOrder, Select,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    access::{Relation, Relations, See, Viewer},
    entity::casework::{case, case_note, case_note_revision},
    platform::error::Result,
    read::{
        self, Seen,
        page::{self, Key, Ordering, Page, Window},
        scope::{self, Scoped},
        unscoped,
    },
    words::{
        NoteAudience,
        id::{Id, noun},
    },
};

/// A note, with how the viewer stands to its case.
pub type SeenNote = Seen<case_note::Model>;

impl Scoped for case_note::Entity {
    fn relations() -> Vec<(Relation, String)> {
        case::Entity::relations()
            .into_iter()
            .map(|(relation, sql)| {
                (
                    relation,
                    format!(
                        "EXISTS (SELECT 1 FROM \"case\" WHERE \"case\".id = case_note.case_id AND {sql})"
                    ),
                )
            })
            .collect()
    }
}

/// The notes that a viewer may read. A voided one is for the service's manager alone.
#[must_use]
pub fn select(viewer: &Viewer) -> Select<case_note::Entity> {
    let for_audience = |audience: NoteAudience, what: See| {
        Condition::all().add(case_note::Column::Audience.eq(audience)).add(scope::holding_of::<
            case_note::Entity,
        >(
            viewer,
            anyone(viewer),
            viewer.sees(what),
        ))
    };
    let readable = Condition::any()
        .add(for_audience(NoteAudience::CaseTeam, See::NotesForTeam))
        .add(for_audience(NoteAudience::Service, See::NotesForService));
    let voided = scope::holding_of::<case_note::Entity>(viewer, anyone(viewer), viewer.sees(See::Voided));
    let standing = Condition::any().add(case_note::Column::VoidedAt.is_null()).add(voided);
    scope::visible_to::<case_note::Entity>(viewer, anyone(viewer)).filter(readable).filter(standing)
}

fn anyone(viewer: &Viewer) -> Relations {
    viewer.sees(See::NotesForTeam).or(viewer.sees(See::NotesForService))
}

/// The notes of a case that a viewer may read.
#[must_use]
pub fn of_case(viewer: &Viewer, of: Id<noun::Case>) -> Select<case_note::Entity> {
    select(viewer).filter(case_note::Column::CaseId.eq(of))
}

/// One page of a case's notes, newest first.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    of: Id<noun::Case>,
    window: &Window,
) -> Result<Page<SeenNote>> {
    page::page(on, of_case(viewer, of), &newest_first(), window).await
}

fn newest_first() -> Ordering<SeenNote> {
    Ordering {
        columns: vec![
            Expr::col((case_note::Entity, case_note::Column::OccurredAt)),
            Expr::col((case_note::Entity, case_note::Column::Id)),
        ],
        descending: true,
        keys: |note: &SeenNote| vec![Key::Instant(note.row.occurred_at), Key::Id(note.row.id.uuid())],
    }
}

/// The newest `at_most` notes of each of some cases, in one statement.
pub async fn newest(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    cases: &[Id<noun::Case>],
    at_most: u64,
) -> Result<Vec<SeenNote>> {
    let newer = "(SELECT COUNT(*) FROM case_note n WHERE n.case_id = case_note.case_id AND (n.occurred_at, n.id) > \
                 (case_note.occurred_at, case_note.id))";
    // Counting all newer notes, readable or not, may return too few, never too many; the connection then asks again.
    let near = Expr::cust(newer).lt(i64::try_from(at_most).unwrap_or(i64::MAX));
    let notes = select(viewer)
        .filter(case_note::Column::CaseId.is_in(cases.iter().copied()))
        .filter(near)
        .order_by_desc(case_note::Column::OccurredAt)
        .order_by_desc(case_note::Column::Id);
    Ok(notes.into_model::<SeenNote>().all(on).await?)
}

/// Notes by id, those that the viewer may read.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::CaseNote>],
) -> Result<Vec<SeenNote>> {
    let notes = select(viewer).filter(case_note::Column::Id.is_in(ids.iter().copied()));
    Ok(notes.into_model::<SeenNote>().all(on).await?)
}

/// A note to be amended: locked, or NOT_FOUND.
pub async fn for_change(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::CaseNote>,
) -> Result<SeenNote> {
    read::for_change(on, select(viewer).filter(case_note::Column::Id.eq(id))).await
}

/// The earlier texts of some notes, oldest first.
pub async fn revisions(
    on: &impl ConnectionTrait,
    notes: &[Id<noun::CaseNote>],
) -> Result<Vec<case_note_revision::Model>> {
    Ok(unscoped::<case_note_revision::Entity>("of notes that were read under the viewer's scope")
        .filter(case_note_revision::Column::NoteId.is_in(notes.iter().copied()))
        .order_by_asc(case_note_revision::Column::At)
        .all(on)
        .await?)
}
