//! The root of queries: which list or object is asked for. Each noun's file answers.

use async_graphql::{Context, ID, Object};

use super::{
    casework,
    connection::{Connection, Paging},
    delivery,
    error::Answer,
    insight::{self, indicator::OutcomeIndicators, outcome::OutcomeSummary, outcome_filter::OutcomeFilter},
    node::{
        Area, AuditEntry, Case, Invitation, LinkRequest, Membership, Offering, Organisation, Programme,
        Referral, Report, SafeguardingConcern, Session, Task, User, YoungPerson,
    },
    people,
    record::{
        self,
        node::{Node, fetch},
    },
    visit::Ask,
};
use crate::words::{
    AreaKind, AvailabilityOrder, CaseOrder, OutcomeDimension, ReferralOrder, SafeguardingKind,
};

/// What can be asked.
pub struct Query;

/// What can be asked. Every answer holds only what is for the viewer.
#[Object]
impl Query {
    /// The person signed in.
    async fn viewer(&self, ctx: &Context<'_>) -> Answer<people::account::Viewer> {
        let _ = ctx.sight()?;
        Ok(people::account::Viewer)
    }

    /// Any object by its id; null where it is not there, or not for this viewer.
    async fn node(&self, ctx: &Context<'_>, id: ID) -> Option<Answer<Node>> {
        let node = async {
            match fetch(ctx, &id).await? {
                Some(Node::Referral(referral)) => {
                    casework::referral_lists::opened(ctx, referral).await.map(Node::Referral).map(Some)
                }
                other => Ok(other),
            }
        };
        node.await.transpose()
    }

    /// The members of the partnership, by name.
    async fn organisations(
        &self,
        ctx: &Context<'_>,
        filter: Option<people::organisation::OrganisationFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Organisation>>> {
        Some(people::organisation::organisations(ctx, filter, Paging { first, after, last, before }).await)
    }

    /// The people whom this viewer may look up, by name.
    async fn users(
        &self,
        ctx: &Context<'_>,
        filter: Option<people::account::UserFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<User>>> {
        Some(people::account::users(ctx, filter, Paging { first, after, last, before }).await)
    }

    /// The memberships that this viewer may look up and that are not over, by name.
    async fn memberships(
        &self,
        ctx: &Context<'_>,
        filter: Option<people::members::MembershipFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Membership>>> {
        Some(people::members::memberships(ctx, filter, Paging { first, after, last, before }).await)
    }

    /// The open invitations of the groups that this viewer keeps, and those that they may agree to, newest first.
    async fn invitations(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Invitation>>> {
        Some(people::members::invitations(ctx, Paging { first, after, last, before }).await)
    }

    /// Who cannot sign in and asked for a new link, of the people whom this viewer keeps, newest first.
    async fn link_requests(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<LinkRequest>>> {
        Some(people::members::link_requests(ctx, Paging { first, after, last, before }).await)
    }

    /// When the people of a group are to be confirmed: for its lead the own group; for an administrator besides the groups
    /// that are 14 days late.
    async fn confirmations(
        &self,
        ctx: &Context<'_>,
    ) -> Option<Answer<Vec<people::members::GroupConfirmation>>> {
        Some(people::members::confirmations(ctx).await)
    }

    /// Areas of a kind, or all, by name.
    async fn areas(&self, ctx: &Context<'_>, kind: Option<AreaKind>) -> Option<Answer<Vec<Area>>> {
        Some(people::area::areas(ctx, kind).await)
    }

    /// The children whom this viewer may know of, by name. `search` matches names (also misspelt), known-as, reference,
    /// UPN and date of birth.
    async fn young_people(
        &self,
        ctx: &Context<'_>,
        search: Option<String>,
        filter: Option<people::young_people::YoungPersonFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<YoungPerson>>> {
        let paging = Paging { first, after, last, before };
        Some(people::young_people::young_people(ctx, search, filter, paging).await)
    }

    /// The referrals that this viewer may see: their group's, or their service's.
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        filter: Option<casework::referral_lists::ReferralFilter>,
        #[graphql(default_with = "Some(ReferralOrder::Newest)")] order_by: Option<ReferralOrder>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Referral>>> {
        let paging = Paging { first, after, last, before };
        Some(
            casework::referral_lists::referrals(
                ctx,
                filter,
                order_by.unwrap_or(ReferralOrder::Newest),
                paging,
            )
            .await,
        )
    }

    /// The referral with a reference.
    async fn referral(&self, ctx: &Context<'_>, reference: String) -> Option<Answer<Referral>> {
        casework::referral_lists::referral(ctx, &reference).await.transpose()
    }

    /// The cases that this viewer may know of.
    async fn cases(
        &self,
        ctx: &Context<'_>,
        filter: Option<casework::case_lists::CaseFilter>,
        #[graphql(default_with = "Some(CaseOrder::NextDue)")] order_by: Option<CaseOrder>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Case>>> {
        let paging = Paging { first, after, last, before };
        Some(casework::case_lists::list(ctx, filter, order_by.unwrap_or(CaseOrder::NextDue), paging).await)
    }

    /// The case with a reference.
    async fn case(&self, ctx: &Context<'_>, reference: String) -> Option<Answer<Case>> {
        casework::case_lists::case(ctx, &reference).await.transpose()
    }

    /// The tasks that this viewer may see, what is due first.
    async fn tasks(
        &self,
        ctx: &Context<'_>,
        filter: Option<casework::task::TaskFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Task>>> {
        Some(casework::task::tasks(ctx, filter, Paging { first, after, last, before }).await)
    }

    /// The safeguarding concerns that this viewer may see, newest first.
    async fn safeguarding_concerns(
        &self,
        ctx: &Context<'_>,
        open: Option<bool>,
        kinds: Option<Vec<SafeguardingKind>>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<SafeguardingConcern>>> {
        let paging = Paging { first, after, last, before };
        Some(casework::concern::concerns(ctx, open, kinds, paging).await)
    }

    /// The approaches that a programme may take, with the evidence behind each.
    async fn approaches(&self, ctx: &Context<'_>) -> Option<Answer<Vec<delivery::programme::Approach>>> {
        Some(ctx.sight().map(|_| delivery::programme::approaches()))
    }

    /// Who was passed over on the waiting lists of the viewer's service, of the children who joined one in a quarter that is over,
    /// in groups of 5 and more. For its managers; null for everyone else.
    async fn passed_over_check(
        &self,
        ctx: &Context<'_>,
        year: i32,
        quarter: i32,
    ) -> Option<Answer<delivery::equality::PassedOverCheck>> {
        delivery::equality::check(ctx, year, quarter).await.transpose()
    }

    /// The programmes that this viewer may know of, by title.
    async fn programmes(
        &self,
        ctx: &Context<'_>,
        filter: Option<delivery::programme::ProgrammeFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Programme>>> {
        Some(delivery::programme::programmes(ctx, filter, Paging { first, after, last, before }).await)
    }

    /// What could take a child like this now. Never says who holds a place.
    async fn programme_availability(
        &self,
        ctx: &Context<'_>,
        filter: Option<delivery::availability::AvailabilityFilter>,
        #[graphql(default_with = "Some(AvailabilityOrder::Soonest)")] order_by: Option<AvailabilityOrder>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Offering>>> {
        let (order, paging) =
            (order_by.unwrap_or(AvailabilityOrder::Soonest), Paging { first, after, last, before });
        Some(delivery::availability::programme_availability(ctx, filter, order, paging).await)
    }

    /// The sessions that this viewer may see, soonest first: for a provider's worker those of what they lead in, for its
    /// manager those of the own programmes, for a caseworker those of what the children of their cases have a place in.
    async fn sessions(
        &self,
        ctx: &Context<'_>,
        filter: Option<delivery::session::SessionFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Session>>> {
        Some(delivery::session::list(ctx, filter, Paging { first, after, last, before }).await)
    }

    /// Protected figures of the newest release, or of `release`; null while there is none. For team managers, partnership managers
    /// and analysts; for who refers from a school that school's, by year.
    async fn outcome_summary(
        &self,
        ctx: &Context<'_>,
        filter: Option<OutcomeFilter>,
        #[graphql(default_with = "vec![OutcomeDimension::Programme]")] group_by: Vec<OutcomeDimension>,
        release: Option<i32>,
    ) -> Option<Answer<OutcomeSummary>> {
        insight::outcome::summary(ctx, filter, group_by, release).await.transpose()
    }

    /// Youth justice indicators and Turnaround measures: what their owners define, and our local analogue from the newest release,
    /// or from `release`, in a financial year (2026 is April 2026 to March 2027) or the last 12 months. For team managers,
    /// partnership managers and analysts; null for others.
    async fn outcome_indicators(
        &self,
        ctx: &Context<'_>,
        year: Option<i32>,
        release: Option<i32>,
    ) -> Option<Answer<OutcomeIndicators>> {
        insight::indicator::list(ctx, year, release).await.transpose()
    }

    /// What was published of figures, newest first: for team managers, partnership managers and analysts.
    async fn reports(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Report>>> {
        Some(insight::report::reports(ctx, Paging { first, after, last, before }).await)
    }

    /// Who saw or did what, newest first: for the data protection officer all of it, for a team manager what was opened
    /// or changed of the own service's cases and children, for an administrator sign-ins and grants. Asking is audited.
    async fn audit_entries(
        &self,
        ctx: &Context<'_>,
        filter: Option<record::audit::AuditFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<AuditEntry>>> {
        Some(record::audit::entries(ctx, filter, Paging { first, after, last, before }).await)
    }
}
