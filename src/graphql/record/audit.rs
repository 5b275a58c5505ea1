//! The audit: who saw or did what, for those who answer for it. Asking is itself written down, once for each list.

use async_graphql::{Context, ID, InputObject, Object};
use data_encoding::HEXLOWER;

use super::node::{Node, any_row, subject};
use crate::{
    access::{Relation, See},
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        loader::{PersonOf, ReferenceOf},
        node::{AuditEntry, Membership, User},
        scalar::DateTime,
        visit::{Ask, named},
    },
    platform::error::{Error, Result},
    read::{
        self,
        record::audit::{self, Referred},
    },
    words::{
        AuditAction, SubjectKind,
        id::{Id, OpaqueId, noun},
        reference::Reference,
    },
};

/// A line of the audit: who saw or did what, when and why. Neither what was searched for nor where a sign-in came from is
/// shown.
#[Object]
impl AuditEntry {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.0.row.at.into()
    }

    /// Who; null for the program itself, for its command line, and where a sign-in failed.
    async fn actor(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        let actor = self.0.row.actor_id?;
        async { ctx.sight()?.one(actor).await }.await.transpose()
    }

    /// Under which membership; null where there was none.
    async fn membership(&self, ctx: &Context<'_>) -> Option<Answer<Membership>> {
        let membership = self.0.row.membership_id?;
        async { ctx.sight()?.one(membership).await }.await.transpose()
    }

    /// What was done.
    async fn action(&self) -> AuditAction {
        self.0.row.action
    }

    /// To what, where this viewer may see that.
    async fn subject(&self, ctx: &Context<'_>) -> Option<Answer<Node>> {
        let id = self.0.row.subject_id?;
        subject(ctx, self.0.row.subject_kind, id).await.transpose()
    }

    /// To what kind of thing, such as CASE.
    async fn subject_kind(&self) -> &str {
        self.0.row.subject_kind.as_str()
    }

    /// Whose account, membership, invitation, link, sign-in or token it was done to, for those who answer for these.
    async fn subject_person(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        let key = PersonOf(self.0.row.subject_kind, self.0.row.subject_id?);
        async {
            let sight = ctx.sight()?;
            if !sight.viewer.sees(See::AuditOfAccounts).has(Relation::Always) {
                return Ok(None);
            }
            sight.one(key).await
        }
        .await
        .transpose()
    }

    /// The reference of the case, referral or child that it was done to, else that of the child whom it concerns.
    async fn subject_reference(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        let row = &self.0.row;
        let own = matches!(row.subject_kind, SubjectKind::Case | SubjectKind::Referral);
        let key = match (row.subject_id, row.young_person_id) {
            (Some(subject), _) if own => ReferenceOf(row.subject_kind, subject),
            (_, child) => ReferenceOf(SubjectKind::YoungPerson, child?.uuid()),
        };
        async { ctx.sight()?.one(key).await }.await.transpose()
    }

    /// Which operation it was, such as `case.allocate`. For READ: the relation that let them see it, such as `OwnCase`.
    async fn purpose(&self) -> Option<&str> {
        self.0.row.purpose.as_deref()
    }

    /// The request, as in the log.
    async fn request_id(&self) -> &str {
        &self.0.row.request_id
    }

    /// Its seal over itself and the seal before it, in hexadecimal digits; null until it is sealed, within a second.
    async fn hash(&self) -> Option<String> {
        self.0.row.seal.as_deref().map(|seal| HEXLOWER.encode(seal))
    }
}

/// Which lines of the audit. An id or reference that is unknown leaves nothing, as one does that is hidden.
#[derive(Debug, InputObject)]
pub struct AuditFilter {
    /// Of what this person did.
    actor_id: Option<OpaqueId<noun::User>>,
    /// About this object, or about this child.
    subject_id: Option<ID>,
    /// About what has this reference: Y- for all that concerns a child, C- for a case with its notes and tasks, R- for a
    /// referral.
    subject_reference: Option<String>,
    /// Of these actions.
    actions: Option<Vec<AuditAction>>,
    /// At this instant or later.
    from: Option<DateTime>,
    /// Before this instant.
    to: Option<DateTime>,
}

/// A page of the lines that the viewer may read, newest first.
pub async fn entries(
    ctx: &Context<'_>,
    filter: Option<AuditFilter>,
    paging: Paging,
) -> Answer<Connection<AuditEntry>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    let filter = filter.map(|filter| decode(ctx, filter)).transpose()?.unwrap_or_default();
    let question = Question::of(&viewer, "auditEntries", &filter);
    ctx.visit().searched(SubjectKind::AuditEntry, &format!("{filter:?}"));
    let page = audit::page(app.reads(), &viewer, &filter, &paging.window(app, &question)?).await?;
    connect(app, &question, page, AuditEntry::from, move |app| {
        let select = audit::select(&viewer, &filter);
        async move { read::page::count(app.reads(), select).await }
    })
}

fn decode(ctx: &Context<'_>, filter: AuditFilter) -> Result<audit::Filter> {
    Ok(audit::Filter {
        actor: filter.actor_id.map(|id| -> Id<noun::User> { named(ctx.app().keys(), &id) }),
        subject: filter.subject_id.map(|id| any_row(ctx, &id)),
        reference: filter.subject_reference.as_deref().map(referred).transpose()?,
        actions: filter.actions,
        from: filter.from.map(|at| at.0),
        to: filter.to.map(|at| at.0),
    })
}

/// What was typed, as the one reference that it can be.
fn referred(text: &str) -> Result<Referred> {
    let child = Reference::<noun::YoungPerson>::parse(text).map(|it| Referred::YoungPerson(it.to_string()));
    let case = || Reference::<noun::Case>::parse(text).map(|it| Referred::Case(it.to_string()));
    let referral = || Reference::<noun::Referral>::parse(text).map(|it| Referred::Referral(it.to_string()));
    child.or_else(|_| case()).or_else(|_| referral()).map_err(|_| {
        Error::BadInput("a reference is Y-, C- or R- and seven symbols; check what was typed".into())
    })
}
