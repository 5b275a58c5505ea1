//! Notes, with their earlier texts.

use async_graphql::{Context, ID, Object, SimpleObject};

use crate::{
    access::Act,
    entity::casework::case_note::NoteWords,
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        loader::{ChildOf, RevisionsOf},
        node::{Case, CaseNote, User},
        scalar::DateTime,
        visit::{Ask, Sight},
    },
    read::{self, casework::case_note},
    words::{
        ContactOutcome, NoteAudience, NoteKind, Role, SubjectKind,
        id::{Id, noun},
    },
};

/// Whether anyone was reached, and whether the child was seen.
#[derive(SimpleObject)]
pub struct NoteContact {
    /// Whether anyone was reached.
    outcome: ContactOutcome,
    /// Whether the child was seen.
    child_seen: bool,
    /// Whether alone.
    seen_alone: Option<bool>,
    /// Where.
    place: Option<String>,
}

/// An earlier text of a note.
pub struct NoteRevision(crate::entity::casework::case_note_revision::Model);

/// An earlier text of a note.
#[Object]
impl NoteRevision {
    /// The text.
    async fn body(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.0.words.open(ctx.app().keys(), self.0.id.uuid())?.body)
    }

    /// Why it was amended.
    async fn reason(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.0.words.open(ctx.app().keys(), self.0.id.uuid())?.reason)
    }

    /// Who had written it.
    async fn by(&self, ctx: &Context<'_>) -> Answer<User> {
        ctx.sight()?.the(self.0.by_user_id).await
    }

    /// When it was written.
    async fn at(&self) -> DateTime {
        self.0.at.into()
    }
}

impl CaseNote {
    /// The child's record counts as opened, whichever way the note was reached.
    async fn opened(&self, ctx: &Context<'_>) -> Answer<()> {
        let row = &self.0.row;
        if let Some((_, child)) = ctx.sight()?.all(ChildOf(row.case_id)).await?.pop() {
            ctx.visit().open(child, (SubjectKind::Case, row.case_id.uuid()), self.0.holds);
        }
        Ok(())
    }

    async fn words(&self, ctx: &Context<'_>) -> Answer<NoteWords> {
        self.opened(ctx).await?;
        Ok(self.0.row.words.open(ctx.app().keys(), self.0.row.id.uuid())?)
    }
}

/// Nothing is overwritten: `revisions` holds the earlier texts, oldest first. A note voided as in the wrong record keeps
/// only that fact.
#[Object]
impl CaseNote {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// Counts the texts.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// The case.
    async fn case(&self, ctx: &Context<'_>) -> Option<Answer<Case>> {
        async { ctx.sight()?.one(self.0.row.case_id).await }.await.transpose()
    }

    /// What kind.
    async fn kind(&self) -> NoteKind {
        self.0.row.kind
    }

    /// Who wrote it.
    async fn author(&self, ctx: &Context<'_>) -> Answer<User> {
        ctx.sight()?.the(self.0.row.author_id).await
    }

    /// When it happened.
    async fn occurred_at(&self) -> DateTime {
        self.0.row.occurred_at.into()
    }

    /// When it was written.
    async fn recorded_at(&self) -> DateTime {
        self.0.row.recorded_at.into()
    }

    /// What was done, seen or said.
    async fn body(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.words(ctx).await?.body)
    }

    /// Who may read it.
    async fn audience(&self) -> NoteAudience {
        self.0.row.audience
    }

    /// Whether anyone was reached, and whether the child was seen.
    async fn contact(&self, ctx: &Context<'_>) -> Option<Answer<NoteContact>> {
        let row = &self.0.row;
        let (outcome, child_seen) = (row.contact_outcome?, row.child_seen?);
        let contact = |words: NoteWords| NoteContact {
            outcome,
            child_seen,
            seen_alone: row.seen_alone,
            place: words.place,
        };
        Some(self.words(ctx).await.map(contact))
    }

    /// Whether it was voided as in the wrong record.
    async fn voided(&self) -> bool {
        self.0.row.voided_at.is_some()
    }

    /// The earlier texts, oldest first.
    async fn revisions(&self, ctx: &Context<'_>) -> Answer<Vec<NoteRevision>> {
        self.opened(ctx).await?;
        let revisions = ctx.sight()?.all(RevisionsOf(self.0.row.id)).await?;
        Ok(revisions.into_iter().map(NoteRevision).collect())
    }

    /// Whether this viewer may amend it: its author while they work the case, or the service's manager.
    async fn viewer_can_amend(&self, ctx: &Context<'_>) -> Answer<bool> {
        let viewer = &ctx.sight()?.viewer;
        let own = viewer.role == Role::TeamManager || self.0.row.author_id == viewer.user;
        Ok(own && viewer.may(Act::AmendNote, self.0.holds))
    }
}

/// A page of a case's notes, newest first.
pub async fn notes(
    ctx: &Context<'_>,
    sight: &Sight,
    of: Id<noun::Case>,
    paging: Paging,
) -> Answer<Connection<CaseNote>> {
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    let question = Question::of(&viewer, "case.notes", &of);
    let page = case_note::page(app.reads(), &viewer, of, &paging.window(app, &question)?).await?;
    connect(app, &question, page, CaseNote::from, move |app| {
        let select = case_note::of_case(&viewer, of);
        async move { read::page::count(app.reads(), select).await }
    })
}
