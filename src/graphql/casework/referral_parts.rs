//! What belongs to a referral: the child as described, messages, the decision, education, professionals, transitions.

use async_graphql::{Context, ID, Object, SimpleObject};

use crate::{
    entity::casework::{
        referral,
        referral_message::{self, MessageWords},
        transition,
        triage_decision::{self, DecisionWords},
    },
    graphql::{
        error::Answer,
        node::{Organisation, Referral, User},
        scalar::{Date, DateTime},
        visit::Ask,
    },
    words::{DecisionReason, FactorCode, MessageKind, Sex, SpecialNeeds, TriageOutcome},
};

/// A line of evidence for a factor.
#[derive(SimpleObject)]
pub struct FactorEvidence {
    /// The factor.
    pub code: FactorCode,
    /// What was seen or heard.
    pub text: String,
}

/// School, attendance and needs, as those who referred know them.
#[derive(SimpleObject)]
pub struct Education {
    /// On a school's roll.
    pub on_roll: Option<bool>,
    /// Attendance over the last 12 weeks, per cent.
    pub attendance_percent: Option<f64>,
    /// Suspensions in this school year.
    pub suspensions_this_year: Option<i32>,
    /// Permanently excluded.
    pub permanently_excluded: Option<bool>,
    /// Hours a week where the timetable is part-time.
    pub weekly_hours_if_part_time: Option<f64>,
    /// Special educational needs.
    pub special_needs: SpecialNeeds,
    /// The year group taught in, where it is not that of the age.
    pub actual_year_group: Option<i32>,
}

impl From<referral::Education> for Education {
    fn from(known: referral::Education) -> Self {
        Self {
            on_roll: known.on_roll,
            attendance_percent: known.attendance_percent,
            suspensions_this_year: known.suspensions_this_year,
            permanently_excluded: known.permanently_excluded,
            weekly_hours_if_part_time: known.weekly_hours_if_part_time,
            special_needs: known.special_needs,
            actual_year_group: known.actual_year_group,
        }
    }
}

/// Someone else who works with the child.
#[derive(SimpleObject)]
pub struct Professional {
    /// Their name.
    pub name: String,
    /// What they do.
    pub role: String,
    /// For whom.
    pub organisation: Option<String>,
    /// Their number.
    pub phone: Option<String>,
    /// Whether they lead.
    pub lead: bool,
}

impl From<referral::Professional> for Professional {
    fn from(known: referral::Professional) -> Self {
        Self {
            name: known.name,
            role: known.role,
            organisation: known.organisation,
            phone: known.phone,
            lead: known.lead,
        }
    }
}

/// The child as those who referred described them: a snapshot that no later change touches.
pub struct ReferredChild(pub std::sync::Arc<crate::read::casework::referral::SeenReferral>);

impl ReferredChild {
    fn open(&self, ctx: &Context<'_>) {
        Referral(std::sync::Arc::clone(&self.0)).open(ctx);
    }
}

/// The child as those who referred described them: a snapshot that no later change touches.
#[Object]
impl ReferredChild {
    /// Opaque, the snapshot's own.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.child_id.seal(ctx.app().keys()).into()
    }

    /// Given and family name.
    async fn display_name(&self) -> String {
        let given = &self.0.row.child_given_name;
        match &self.0.row.child_family_name {
            Some(family) => format!("{given} {family}"),
            None => given.clone(),
        }
    }

    /// The given name, or the only name.
    async fn given_name(&self, ctx: &Context<'_>) -> &str {
        self.open(ctx);
        &self.0.row.child_given_name
    }

    /// The family name.
    async fn family_name(&self, ctx: &Context<'_>) -> Option<&str> {
        self.open(ctx);
        self.0.row.child_family_name.as_deref()
    }

    /// The date of birth.
    async fn date_of_birth(&self, ctx: &Context<'_>) -> Date {
        self.open(ctx);
        self.0.row.child_date_of_birth.into()
    }

    /// Whether that is an estimate.
    async fn date_of_birth_estimated(&self, ctx: &Context<'_>) -> bool {
        self.open(ctx);
        self.0.row.child_date_of_birth_estimated
    }

    /// Sex as registered.
    async fn sex(&self, ctx: &Context<'_>) -> Sex {
        self.open(ctx);
        self.0.row.child_sex
    }

    /// The school.
    async fn school(&self, ctx: &Context<'_>) -> Option<Answer<Organisation>> {
        self.open(ctx);
        let school = self.0.row.child_school_id?;
        async { ctx.sight()?.one(school).await }.await.transpose()
    }
}

/// Words that pass between the service and those who referred; nothing else about the case reaches them.
pub struct ReferralMessage {
    /// The row.
    pub row: referral_message::Model,
    /// Whether the viewer sees the referral whole, and so who wrote.
    pub whole: bool,
}

/// Words that pass between the service and those who referred; nothing else about the case reaches them.
#[Object]
impl ReferralMessage {
    /// When.
    async fn at(&self) -> DateTime {
        self.row.at.into()
    }

    /// From which organisation.
    async fn from(&self, ctx: &Context<'_>) -> Answer<Organisation> {
        ctx.sight()?.the(self.row.from_id).await
    }

    /// By whom; null for those who referred where it came from the service.
    async fn by(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        let by = self.row.by_user_id?;
        async {
            let sight = ctx.sight()?;
            if self.whole || self.row.from_id == sight.viewer.organisation {
                sight.one(by).await
            } else {
                Ok(None)
            }
        }
        .await
        .transpose()
    }

    /// What kind of words.
    async fn kind(&self) -> MessageKind {
        self.row.kind
    }

    /// The words.
    async fn text(&self, ctx: &Context<'_>) -> Answer<String> {
        let MessageWords(text) = self.row.words.open(ctx.app().keys(), self.row.id.uuid())?;
        Ok(text)
    }
}

/// What triage decided. `feedback` is written for those who referred; all else is null for them.
pub struct TriageDecision {
    /// The row.
    pub row: triage_decision::Model,
    /// Whether the viewer sees the referral whole.
    pub whole: bool,
}

impl TriageDecision {
    fn words(&self, ctx: &Context<'_>) -> Answer<DecisionWords> {
        Ok(self.row.words.open(ctx.app().keys(), self.row.id.uuid())?)
    }
}

/// What triage decided. `feedback` is written for those who referred; all else is null for them.
#[Object]
impl TriageDecision {
    /// What. Those who referred see the stage instead: a duplicate or an open case would tell that others know the child.
    async fn outcome(&self) -> Option<TriageOutcome> {
        self.whole.then_some(self.row.outcome)
    }

    /// The coded reason.
    async fn reason(&self) -> Option<DecisionReason> {
        self.row.reason.filter(|_| self.whole)
    }

    /// For the service.
    async fn rationale(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.whole.then(|| self.words(ctx).map(|words| words.rationale))
    }

    /// For those who referred.
    async fn feedback(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.words(ctx)?.feedback)
    }

    /// Who decided.
    async fn decided_by(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        if !self.whole {
            return None;
        }
        async { ctx.sight()?.one(self.row.decided_by_id).await }.await.transpose()
    }

    /// When.
    async fn decided_at(&self) -> DateTime {
        self.row.decided_at.into()
    }

    /// Where to, if redirected.
    async fn redirected_to(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        if !self.whole {
            return None;
        }
        self.words(ctx).map(|words| words.redirect_to).transpose()
    }

    /// When the receiving service's acceptance was recorded.
    async fn redirect_confirmed_at(&self) -> Option<DateTime> {
        self.row.redirect_confirmed_at.filter(|_| self.whole).map(DateTime)
    }

    /// Who countersigned.
    async fn countersigned_by(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        let by = self.row.countersigned_by_id.filter(|_| self.whole)?;
        async { ctx.sight()?.one(by).await }.await.transpose()
    }
}

/// A step of a referral or case.
pub struct Transition(pub transition::Model);

/// A step of a referral or case.
#[Object]
impl Transition {
    /// The status before; null for the first.
    async fn from(&self) -> Option<&str> {
        self.0.from_status.as_deref()
    }

    /// The status after.
    async fn to(&self) -> &str {
        &self.0.to_status
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.0.at.into()
    }

    /// Who; null for what happens by itself.
    async fn by(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        let by = self.0.by_user_id?;
        async { ctx.sight()?.one(by).await }.await.transpose()
    }

    /// Why.
    async fn reason(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        let words = self.0.words.as_ref()?;
        Some(words.open(ctx.app().keys(), self.0.id.uuid()).map(|words| words.0).map_err(Into::into))
    }
}
