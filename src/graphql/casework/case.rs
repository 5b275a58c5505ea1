//! Cases: what each viewer may know of one. Lists are in `case_lists`, changes in `case_changes`.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};

use super::{
    referral_parts::Transition,
    timeline::{TimelineEntry, timeline},
};
use crate::{
    access::{Act, See},
    domain::casework::{
        case_rules::{is_open, places},
        measure,
    },
    graphql::{
        connection::{Connection, Paging},
        enrolments::enrolments,
        error::Answer,
        loader::{
            ChildOf, CoWorkersOf, ConcernsOf, GoalsOf, LastNoteOf, MeasuresOf, NextSessionOf, StepsOfCase,
        },
        node::{
            Case, CaseNote, Enrolment, Goal, Measure, Organisation, Referral, SafeguardingConcern, Session,
            Task, User, YoungPerson,
        },
        scalar::{Date, DateTime},
        visit::{Ask, Sight},
    },
    read::{self, delivery::enrolment::Of},
    words::{CaseStatus, ClosureReason, MeasureStage, Pathway, SubjectKind, TimelineKind},
};

impl Case {
    /// The sight, where such a thing is for this viewer; the child's record counts as opened.
    fn opened(&self, ctx: &Context<'_>, what: See) -> Answer<Option<Arc<Sight>>> {
        let sight = ctx.sight()?;
        if !sight.sees(what, self.0.holds) {
            return Ok(None);
        }
        let subject = (SubjectKind::Case, self.0.row.id.uuid());
        ctx.visit().open(self.0.row.young_person_id, subject, self.0.holds);
        Ok(Some(sight))
    }

    /// Tells the notes, goals and measures below whose case it is, so that they need not ask.
    async fn tell_notes(&self, sight: &Sight) {
        let case = self.0.row.id;
        sight.load.feed_one(ChildOf(case), vec![(case, self.0.row.young_person_id)]).await;
    }

    /// A date of a list, where such a thing is for this viewer; dates are not an opening.
    fn dated<T>(&self, ctx: &Context<'_>, value: Option<T>) -> Option<Answer<T>> {
        match ctx.sight() {
            Err(fault) => Some(Err(fault)),
            Ok(sight) => value.filter(|_| sight.sees(See::CaseContent, self.0.holds)).map(Ok),
        }
    }

    fn may(&self, ctx: &Context<'_>, act: Act) -> Answer<bool> {
        Ok(ctx.sight()?.viewer.may(act, self.0.holds) && is_open(self.0.row.status))
    }
}

/// The work of one service with one child.
#[Object]
impl Case {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// For people: C- and seven symbols.
    async fn reference(&self) -> &str {
        &self.0.row.reference
    }

    /// Counts the changes of status and workers; notes, tasks and consents count their own.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// Where it stands.
    async fn status(&self) -> CaseStatus {
        self.0.row.status
    }

    /// By which way the child came to help.
    async fn pathway(&self) -> Pathway {
        self.0.row.pathway
    }

    /// The child.
    async fn young_person(&self, ctx: &Context<'_>) -> Answer<YoungPerson> {
        ctx.sight()?.the(self.0.row.young_person_id).await
    }

    /// The referral that opened it, where this viewer sees that whole.
    async fn referral(&self, ctx: &Context<'_>) -> Option<Answer<Referral>> {
        async {
            let sight = ctx.sight()?;
            let referral: Option<Referral> = sight.one(self.0.row.referral_id).await?;
            Ok(referral.filter(|referral| sight.sees(See::ReferralWhole, referral.0.holds)))
        }
        .await
        .transpose()
    }

    /// The service that controls it.
    async fn controller(&self, ctx: &Context<'_>) -> Answer<Organisation> {
        ctx.sight()?.the(self.0.row.controller_id).await
    }

    /// Who works it.
    async fn caseworker(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        let caseworker = self.0.row.caseworker_id?;
        async { ctx.sight()?.one(caseworker).await }.await.transpose()
    }

    /// Who works it beside the caseworker.
    async fn co_workers(&self, ctx: &Context<'_>) -> Answer<Vec<User>> {
        let sight = ctx.sight()?;
        let mut people = Vec::new();
        for row in sight.all(CoWorkersOf(self.0.row.id)).await? {
            people.push(sight.the(row.user_id).await?);
        }
        Ok(people)
    }

    /// When it was opened.
    async fn opened_at(&self) -> DateTime {
        self.0.row.opened_at.into()
    }

    /// When it was closed.
    async fn closed_at(&self) -> Option<DateTime> {
        self.0.row.closed_at.map(DateTime)
    }

    /// Why it was closed.
    async fn closure_reason(&self, ctx: &Context<'_>) -> Option<Answer<ClosureReason>> {
        self.opened(ctx, See::CaseContent).map(|sight| sight.and(self.0.row.closure_reason)).transpose()
    }

    /// What follows after the end.
    async fn exit_plan(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        async {
            let Some(_) = self.opened(ctx, See::CaseContent)? else { return Ok(None) };
            let Some(plan) = &self.0.row.exit_plan else { return Ok(None) };
            Ok(Some(plan.open(ctx.app().keys(), self.0.row.id.uuid())?.0))
        }
        .await
        .transpose()
    }

    /// The closed case that it goes on from.
    async fn previous_case(&self, ctx: &Context<'_>) -> Option<Answer<Self>> {
        let previous = self.0.row.previous_case_id?;
        async { ctx.sight()?.one(previous).await }.await.transpose()
    }

    /// What the child or a parent wants to reach, as it was set.
    async fn goals(&self, ctx: &Context<'_>) -> Option<Answer<Vec<Goal>>> {
        async {
            let Some(sight) = self.opened(ctx, See::CaseContent)? else { return Ok(None) };
            self.tell_notes(&sight).await;
            let goals = sight.all(GoalsOf(self.0.row.id)).await?;
            Ok(Some(goals.into_iter().map(Goal::from).collect()))
        }
        .await
        .transpose()
    }

    /// What was measured and stands, in the order of its days.
    async fn measures(&self, ctx: &Context<'_>) -> Option<Answer<Vec<Measure>>> {
        async {
            let Some(sight) = self.opened(ctx, See::CaseContent)? else { return Ok(None) };
            self.tell_notes(&sight).await;
            let measures = sight.all(MeasuresOf(self.0.row.id)).await?;
            Ok(Some(measures.into_iter().map(Measure::from).collect()))
        }
        .await
        .transpose()
    }

    /// Notes that this viewer may read, newest first.
    async fn notes(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<CaseNote>>> {
        async {
            let Some(sight) = self.opened(ctx, See::NotesForService)? else { return Ok(None) };
            self.tell_notes(&sight).await;
            super::case_note::notes(ctx, &sight, self.0.row.id, Paging { first, after, last, before })
                .await
                .map(Some)
        }
        .await
        .transpose()
    }

    /// The newest note that this viewer may read.
    async fn last_note(&self, ctx: &Context<'_>) -> Option<Answer<CaseNote>> {
        async {
            let sight = ctx.sight()?;
            self.tell_notes(&sight).await;
            Ok(sight.all(LastNoteOf(self.0.row.id)).await?.into_iter().next().map(CaseNote::from))
        }
        .await
        .transpose()
    }

    /// Tasks of this case, what is due first.
    async fn tasks(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Task>>> {
        async {
            let Some(sight) = self.opened(ctx, See::Tasks)? else { return Ok(None) };
            let filter = read::casework::task::Filter { case: Some(self.0.row.id), ..Default::default() };
            super::task::page(ctx, &sight, filter, Paging { first, after, last, before }).await.map(Some)
        }
        .await
        .transpose()
    }

    /// Places that the child has or waits for by this case, who joined last first.
    async fn enrolments(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Enrolment>>> {
        let paging = Paging { first, after, last, before };
        enrolments(ctx, Of::Case(self.0.row.id), paging).await.transpose()
    }

    /// Concerns about the child that this viewer may see, newest first.
    async fn safeguarding_concerns(&self, ctx: &Context<'_>) -> Option<Answer<Vec<SafeguardingConcern>>> {
        async {
            let Some(sight) = self.opened(ctx, See::CaseOpen)? else { return Ok(None) };
            let concerns = sight.all(ConcernsOf(self.0.row.young_person_id)).await?;
            Ok(Some(concerns.into_iter().map(SafeguardingConcern::from).collect()))
        }
        .await
        .transpose()
    }

    /// Notes, decisions, transitions, consents, concerns, sessions, places and measures in one order, newest first.
    async fn timeline(
        &self,
        ctx: &Context<'_>,
        kinds: Option<Vec<TimelineKind>>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<TimelineEntry>>> {
        async {
            let Some(sight) = self.opened(ctx, See::CaseContent)? else { return Ok(None) };
            self.tell_notes(&sight).await;
            timeline(ctx, &sight, self, kinds, Paging { first, after, last, before }).await.map(Some)
        }
        .await
        .transpose()
    }

    /// When the newest note happened.
    async fn last_note_at(&self, ctx: &Context<'_>) -> Option<Answer<DateTime>> {
        self.dated(ctx, self.0.row.last_note_at.map(DateTime))
    }

    /// When the child was last seen.
    async fn last_seen_on(&self, ctx: &Context<'_>) -> Option<Answer<Date>> {
        self.dated(ctx, self.0.row.last_seen_on.map(Date))
    }

    /// Attempts at contact since someone was last reached; 0 where that is not for this viewer.
    async fn contact_attempts(&self, ctx: &Context<'_>) -> Answer<i32> {
        let sight = ctx.sight()?;
        Ok(if sight.sees(See::CaseContent, self.0.holds) { self.0.row.contact_attempts } else { 0 })
    }

    /// When the next open task falls due.
    async fn next_due_on(&self, ctx: &Context<'_>) -> Option<Answer<Date>> {
        match ctx.sight() {
            Err(fault) => Some(Err(fault)),
            Ok(sight) => self
                .0
                .row
                .next_due_on
                .filter(|_| sight.sees(See::Tasks, self.0.holds))
                .map(|on| Ok(on.into())),
        }
    }

    /// The next session of what the child has a place in by this case.
    async fn next_session(&self, ctx: &Context<'_>) -> Option<Answer<Session>> {
        async {
            let sight = ctx.sight()?;
            if !sight.sees(See::Enrolments, self.0.holds) {
                return Ok(None);
            }
            match sight.all(NextSessionOf(self.0.row.id)).await?.pop() {
                Some((_, session)) => sight.one(session).await,
                None => Ok(None),
            }
        }
        .await
        .transpose()
    }

    /// How it came to where it stands, oldest first.
    async fn history(&self, ctx: &Context<'_>) -> Option<Answer<Vec<Transition>>> {
        async {
            let Some(sight) = self.opened(ctx, See::CaseContent)? else { return Ok(None) };
            let steps = sight.all(StepsOfCase(self.0.row.id)).await?;
            Ok(Some(steps.into_iter().map(Transition).collect()))
        }
        .await
        .transpose()
    }

    /// Whether a step waits for the manager.
    async fn awaiting_countersign(&self) -> bool {
        self.0.row.status == CaseStatus::Closing
    }

    /// Whether this viewer may add to it now.
    async fn viewer_can_edit(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::AddNote)
    }

    /// Whether this viewer may give it a worker now.
    async fn viewer_can_allocate(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::Allocate)
    }

    /// Whether this viewer may set tasks on it now.
    async fn viewer_can_set_tasks(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::SetTask)
    }

    /// Whether this viewer may set and rate goals and record measures now.
    async fn viewer_can_keep_measures(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::KeepMeasures)
    }

    /// Whether this viewer may record measures of 6 and 12 months now: also where the case is closed.
    async fn viewer_can_follow_up(&self, ctx: &Context<'_>) -> Answer<bool> {
        let takes = measure::takes(&self.0.row, MeasureStage::FollowUp6Months).is_ok();
        Ok(takes && ctx.sight()?.viewer.may(Act::KeepMeasures, self.0.holds))
    }

    /// Whether this viewer may give the child a place in a programme now.
    async fn viewer_can_place(&self, ctx: &Context<'_>) -> Answer<bool> {
        Ok(places(self.0.row.status) && ctx.sight()?.viewer.may(Act::Enrol, self.0.holds))
    }

    /// Whether this viewer may record consents and correct the child's record now.
    async fn viewer_can_change_record(&self, ctx: &Context<'_>) -> Answer<bool> {
        self.may(ctx, Act::ChangeChild)
    }
}
