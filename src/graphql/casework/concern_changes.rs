//! Raising and resolving safeguarding concerns, and keeping drafts.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::referral_inputs::EmergencyCallInput;
use crate::{
    domain::casework::{concern, draft},
    graphql::{
        error::{Answer, settled},
        node::{Draft, SafeguardingConcern},
        record::node::any_row,
        visit::{Ask, again, caller, named},
    },
    platform::error::{Problem, Result},
    read,
    words::{
        DraftKind, SafeguardingKind,
        id::{Id, OpaqueId, noun},
    },
};

/// What came of a change to a concern. Who raises one about an adult does not read it afterwards: then it is null.
#[derive(SimpleObject)]
pub struct SafeguardingConcernPayload {
    /// The concern as it is now, where the viewer may see it.
    safeguarding_concern: Option<SafeguardingConcern>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// What came of a change to a draft.
#[derive(SimpleObject)]
pub struct DraftPayload {
    /// The draft as it is now; null once it is gone.
    draft: Option<Draft>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// A child may be harmed.
#[derive(InputObject)]
struct RaiseSafeguardingConcernInput {
    /// About what.
    #[graphql(default_with = "SafeguardingKind::AboutChild")]
    kind: SafeguardingKind,
    /// The adult whom it is about, where they sign in.
    about_user_id: Option<OpaqueId<noun::User>>,
    /// Their name, where they do not.
    about_name: Option<String>,
    /// The referral on which it is raised.
    referral_id: Option<OpaqueId<noun::Referral>>,
    /// Or the case.
    case_id: Option<OpaqueId<noun::Case>>,
    /// Or the child.
    young_person_id: Option<OpaqueId<noun::YoungPerson>>,
    /// What was seen or said.
    text: String,
    /// Whether the child is in danger now.
    immediate_danger: bool,
    /// The call that was made.
    call: Option<EmergencyCallInput>,
    /// Whether a parent was told.
    parent_told: bool,
    /// Whether the child was told.
    child_told: bool,
}

/// What was decided about a concern.
#[derive(InputObject)]
struct ResolveSafeguardingConcernInput {
    /// The concern.
    safeguarding_concern_id: OpaqueId<noun::SafeguardingConcern>,
    /// The version that the caller saw.
    version: i32,
    /// What was decided.
    outcome: String,
}

/// `content` is the form as the page holds it, JSON; `about` the object it belongs to, if any.
#[derive(InputObject)]
struct SaveDraftInput {
    /// The draft that it goes on with.
    draft_id: Option<OpaqueId<noun::Draft>>,
    /// Which form.
    kind: DraftKind,
    /// What it is about.
    about: Option<async_graphql::ID>,
    /// The form as the page holds it.
    content: String,
    /// Whether it says that a child is in danger now and that nobody has rung yet.
    #[graphql(default)]
    immediate_danger: bool,
}

/// A draft that is not wanted any more.
#[derive(InputObject)]
struct DiscardDraftInput {
    /// The draft.
    draft_id: OpaqueId<noun::Draft>,
}

async fn concern_payload(
    ctx: &Context<'_>,
    done: Result<Id<noun::SafeguardingConcern>>,
    subject: Option<Id<noun::SafeguardingConcern>>,
) -> Answer<SafeguardingConcernPayload> {
    let (id, problems) = settled(done, subject)?;
    Ok(SafeguardingConcernPayload { safeguarding_concern: again(ctx, id).await?, problems })
}

/// Concerns and drafts.
#[derive(Default)]
pub struct ConcernChanges;

/// Concerns and drafts.
#[Object]
impl ConcernChanges {
    /// Says that a child may be harmed: on a referral, a case or a child that the viewer may see or has sent. Never deleted.
    async fn raise_safeguarding_concern(
        &self,
        ctx: &Context<'_>,
        input: RaiseSafeguardingConcernInput,
    ) -> Option<Answer<SafeguardingConcernPayload>> {
        let answer = async {
            let (caller, keys) = (caller(ctx)?, ctx.app().keys());
            let referral_id = input.referral_id.as_ref().map(|id| ctx.open_id(id));
            let case_id = input.case_id.as_ref().map(|id| ctx.open_id(id));
            let young_person_id = input.young_person_id.as_ref().map(|id| ctx.open_id(id));
            let raise = concern::Raise {
                kind: input.kind,
                about_user_id: input.about_user_id.as_ref().map(|id| named(keys, id)),
                about_name: input.about_name,
                referral_id,
                case_id,
                young_person_id,
                text: input.text,
                immediate_danger: input.immediate_danger,
                call: input.call.map(Into::into),
                parent_told: input.parent_told,
                child_told: input.child_told,
            };
            let done = concern::raise(ctx.app(), &caller, raise).await;
            concern_payload(ctx, done, None).await
        };
        Some(answer.await)
    }

    /// Says what was decided about a concern.
    async fn resolve_safeguarding_concern(
        &self,
        ctx: &Context<'_>,
        input: ResolveSafeguardingConcernInput,
    ) -> Option<Answer<SafeguardingConcernPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.safeguarding_concern_id);
            let resolve = concern::Resolve {
                safeguarding_concern_id: id,
                version: input.version,
                outcome: input.outcome,
            };
            concern_payload(ctx, concern::resolve(ctx.app(), &caller(ctx)?, resolve).await, Some(id)).await
        };
        Some(answer.await)
    }

    /// Own drafts only, sealed, gone at submission or after 7 days. One that says immediate danger without a call is the
    /// team manager's task after 5 minutes.
    async fn save_draft(&self, ctx: &Context<'_>, input: SaveDraftInput) -> Option<Answer<DraftPayload>> {
        let answer = async {
            let save = draft::Save {
                draft_id: input.draft_id.as_ref().map(|id| ctx.open_id(id)),
                kind: input.kind,
                // It is kept as it came: what is no id could be anything that somebody wrote.
                about: input.about.map(|about| about.0).filter(|about| !any_row(ctx, about).is_nil()),
                content: input.content,
                immediate_danger: input.immediate_danger,
            };
            let (id, problems) = settled(draft::save(ctx.app(), &caller(ctx)?, save).await, None)?;
            let viewer = ctx.sight()?.viewer.clone();
            let draft = match id {
                Some(id) => read::casework::draft::by_id(ctx.app().reads(), &viewer, id).await?,
                None => None,
            };
            Ok(DraftPayload { draft: draft.map(Draft::from), problems })
        };
        Some(answer.await)
    }

    /// Drops a draft.
    async fn discard_draft(
        &self,
        ctx: &Context<'_>,
        input: DiscardDraftInput,
    ) -> Option<Answer<DraftPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.draft_id);
            let (_, problems) = settled(draft::discard(ctx.app(), &caller(ctx)?, id).await, None)?;
            Ok(DraftPayload { draft: None, problems })
        };
        Some(answer.await)
    }
}
