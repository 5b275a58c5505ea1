//! What is done with the accounts of people who work in the partnership: waking one that fell asleep.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use crate::{
    domain::people::asleep,
    graphql::{
        error::{Answer, settled},
        node::User,
        visit::{Ask, again, caller},
    },
    platform::error::Problem,
    words::id::{OpaqueId, noun},
};

/// What came of a change to an account.
#[derive(SimpleObject)]
pub struct UserPayload {
    /// The person as they are now.
    user: Option<User>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// Who is to be let in again.
#[derive(InputObject)]
struct WakeUserInput {
    /// The person.
    user_id: OpaqueId<noun::User>,
}

/// Accounts.
#[derive(Default)]
pub struct AccountChanges;

/// Accounts.
#[Object]
impl AccountChanges {
    /// Lets somebody sign in again who has not done so for 60 days. For who leads their group, and administrators.
    async fn wake_user(&self, ctx: &Context<'_>, input: WakeUserInput) -> Option<Answer<UserPayload>> {
        let answer = async {
            let (id, caller) = (ctx.open_id(&input.user_id), caller(ctx)?);
            let done = asleep::wake(ctx.app(), &caller, id).await;
            let (id, problems) = settled(done, Some(id))?;
            Ok(UserPayload { user: again(ctx, id).await?, problems })
        };
        Some(answer.await)
    }
}
