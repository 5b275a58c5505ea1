//! The root of subscriptions.

use async_graphql::{Context, Subscription as SubscriptionRoot};
use futures_util::Stream;

use super::{
    error::{Answer, Fault},
    record::live::{Change, changes},
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
        changes(ctx, None, after).await
    }

    /// All that happens to one case.
    async fn case_changed(
        &self,
        ctx: &Context<'_>,
        case_id: OpaqueId<noun::Case>,
        after: Option<String>,
    ) -> Result<impl Stream<Item = Answer<Change>>, Fault> {
        let case = ctx.open_id(&case_id);
        changes(ctx, Some(case), after).await
    }
}
