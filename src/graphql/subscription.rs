//! The root of subscriptions.

use async_graphql::{Context, Subscription as SubscriptionRoot};
use futures_util::Stream;

use super::{
    delivery::availability::{AvailabilityFilter, availability_changes},
    error::{Answer, Fault},
    record::live::{Change, Followed, changes},
    visit::Ask,
};
use crate::words::id::{OpaqueId, noun};

/// What can be followed.
pub struct Subscription;

/// Each change is delivered at least once, in one order that all subscribers share, and changes to one object in the order
/// in which they were made. The first message is READY: load the list after it, and from its cursor on nothing is missed,
/// for 30 days, also when the server that the client was on has gone; an older cursor answers CURSOR_EXPIRED. Access is
/// looked at again before each delivery, for the fields under it too; when the viewer's right ends, so does the stream.
/// Those who referred hear only of their referral's submission, questions, decision and end, without who.
#[SubscriptionRoot]
impl Subscription {
    /// All that belongs on the viewer's work list: own and covered cases, the team's queue, or the referrals of a referrer's
    /// group.
    async fn work_changed(
        &self,
        ctx: &Context<'_>,
        after: Option<String>,
    ) -> Result<impl Stream<Item = Answer<Change>>, Fault> {
        changes(ctx, Followed::Work, after).await
    }

    /// All that happens to one case.
    async fn case_changed(
        &self,
        ctx: &Context<'_>,
        case_id: OpaqueId<noun::Case>,
        after: Option<String>,
    ) -> Result<impl Stream<Item = Answer<Change>>, Fault> {
        let case = ctx.open_id(&case_id);
        changes(ctx, Followed::Case(case), after).await
    }

    /// Offerings that match, and those that stop matching: `subject` is null then. Those who allocate or run hear of every
    /// place; everyone else only where the answer or the band changes. Never who took a place.
    async fn availability_changed(
        &self,
        ctx: &Context<'_>,
        filter: Option<AvailabilityFilter>,
        after: Option<String>,
    ) -> Result<impl Stream<Item = Answer<Change>>, Fault> {
        availability_changes(ctx, filter, after).await
    }
}
