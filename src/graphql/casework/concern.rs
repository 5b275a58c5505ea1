//! Safeguarding concerns.

use async_graphql::{Context, ID, Object, SimpleObject};

use crate::{
    access::{Act, See},
    entity::casework::safeguarding_concern::ConcernWords,
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        loader::CallsOf,
        node::{Case, Referral, SafeguardingConcern, User, YoungPerson},
        scalar::{Date, DateTime},
        visit::Ask,
    },
    read::{self, casework::concern},
    words::{SafeguardingKind, SubjectKind},
};

/// A call to 999 or to a front door.
#[derive(SimpleObject)]
pub struct EmergencyCall {
    /// Who was called.
    agency: String,
    /// When.
    called_at: DateTime,
    /// Who answered.
    spoke_to: Option<String>,
    /// Their reference.
    reference: Option<String>,
}

impl SafeguardingConcern {
    fn words(&self, ctx: &Context<'_>) -> Answer<ConcernWords> {
        if let Some(child) = self.0.row.young_person_id {
            let subject = (SubjectKind::SafeguardingConcern, self.0.row.id.uuid());
            ctx.visit().open(child, subject, self.0.holds);
        }
        Ok(self.0.row.words.open(ctx.app().keys(), self.0.row.id.uuid())?)
    }
}

/// A child may be harmed. Never deleted. One about an adult who works with children is seen by the team manager and the
/// data protection officer alone.
#[Object]
impl SafeguardingConcern {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// Counts the changes.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// The child, where this viewer may open the record.
    async fn young_person(&self, ctx: &Context<'_>) -> Option<Answer<YoungPerson>> {
        let child = self.0.row.young_person_id?;
        async { ctx.sight()?.one(child).await }.await.transpose()
    }

    /// The case on which it was raised, where this viewer may know of it.
    async fn case(&self, ctx: &Context<'_>) -> Option<Answer<Case>> {
        let case = self.0.row.case_id?;
        async { ctx.sight()?.one(case).await }.await.transpose()
    }

    /// Or the referral.
    async fn referral(&self, ctx: &Context<'_>) -> Option<Answer<Referral>> {
        let referral = self.0.row.referral_id?;
        async { ctx.sight()?.one(referral).await }.await.transpose()
    }

    /// About what.
    async fn kind(&self) -> SafeguardingKind {
        self.0.row.kind
    }

    /// The adult whom it is about, where they sign in.
    async fn about(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        let about = self.0.row.about_user_id?;
        async { ctx.sight()?.one(about).await }.await.transpose()
    }

    /// The adult's name, where they do not sign in.
    async fn about_name(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).map(|words| words.about_name).transpose()
    }

    /// Who raised it.
    async fn raised_by(&self, ctx: &Context<'_>) -> Answer<User> {
        ctx.sight()?.the(self.0.row.raised_by_id).await
    }

    /// When.
    async fn raised_at(&self) -> DateTime {
        self.0.row.raised_at.into()
    }

    /// Whether the child is in danger now.
    async fn immediate_danger(&self) -> bool {
        self.0.row.immediate_danger
    }

    /// What was seen or said.
    async fn text(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.words(ctx)?.text)
    }

    /// Who was called, in order.
    async fn calls(&self, ctx: &Context<'_>) -> Answer<Vec<EmergencyCall>> {
        let calls = ctx.sight()?.all(CallsOf(self.0.row.id)).await?;
        calls
            .into_iter()
            .map(|call| {
                let words = call.words.open(ctx.app().keys(), call.id.uuid())?;
                Ok(EmergencyCall {
                    agency: words.agency,
                    called_at: call.called_at.into(),
                    spoke_to: words.spoke_to,
                    reference: words.reference,
                })
            })
            .collect()
    }

    /// By when someone decides what follows.
    async fn decision_due_on(&self) -> Date {
        self.0.row.decision_due_on.into()
    }

    /// What was decided; not for those who only raised it.
    async fn outcome(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        async {
            let sight = ctx.sight()?;
            let works_on_it = sight.viewer.may(Act::ResolveConcern, self.0.holds)
                || sight.viewer.may(Act::ResolveConcernAboutAdult, self.0.holds)
                || (sight.sees(See::ConcernAboutChild, self.0.holds)
                    && sight.sees(See::ChildIdentity, self.0.holds));
            if works_on_it { Ok(self.words(ctx)?.outcome) } else { Ok(None) }
        }
        .await
        .transpose()
    }

    /// Whether it waits for an outcome.
    async fn open(&self) -> bool {
        self.0.row.resolved_at.is_none()
    }

    /// Whether this viewer may say what was decided.
    async fn viewer_can_resolve(&self, ctx: &Context<'_>) -> Answer<bool> {
        let act = match self.0.row.kind {
            SafeguardingKind::AboutAdultWorkingWithChildren => Act::ResolveConcernAboutAdult,
            _ => Act::ResolveConcern,
        };
        Ok(self.0.row.resolved_at.is_none() && ctx.sight()?.viewer.may(act, self.0.holds))
    }
}

/// A page of the concerns that the viewer may see, newest first.
pub async fn concerns(
    ctx: &Context<'_>,
    open: Option<bool>,
    kinds: Option<Vec<SafeguardingKind>>,
    paging: Paging,
) -> Answer<Connection<SafeguardingConcern>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    let filter = concern::Filter { open, kinds, children: None };
    let question = Question::of(&viewer, "safeguardingConcerns", &filter);
    ctx.visit().searched(SubjectKind::SafeguardingConcern, &format!("{filter:?}"));
    let page = concern::page(app.reads(), &viewer, &filter, &paging.window(app, &question)?).await?;
    connect(app, &question, page, SafeguardingConcern::from, move |app| {
        let select = concern::select(&viewer, &filter);
        async move { read::page::count(app.reads(), select).await }
    })
}
