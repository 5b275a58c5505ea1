//! What is done with people: inviting, agreeing, handing over a link, confirming and ending.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use crate::{
    domain::people::{
        confirmation::{self, Confirm},
        invitation::{self, Done, Invite},
        leaving,
        link::Handed,
        recovery,
    },
    graphql::{
        error::{Answer, settled},
        node::{Invitation, User},
        scalar::{Date, DateTime},
        visit::{Ask, again, caller, named},
    },
    platform::error::{Problem, Result},
    read::people::invitation as invitations,
    words::{
        Role,
        id::{Id, OpaqueId, noun},
    },
};

/// What came of an act about an invitation.
#[derive(SimpleObject)]
pub struct InvitationPayload {
    /// The invitation as it is now; null once it is closed.
    invitation: Option<Invitation>,
    /// The link to hand over, shown this once; null where it is mailed, or where a second person has to agree first.
    link: Option<String>,
    /// Until when the link works that was just made.
    link_expires_at: Option<DateTime>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// What came of handing over a link.
#[derive(SimpleObject)]
pub struct LinkPayload {
    /// Whose it is.
    user: Option<User>,
    /// The link to hand over, shown this once; null where it is mailed.
    link: Option<String>,
    /// Until when it works.
    link_expires_at: Option<DateTime>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// What came of ending a membership or an account.
#[derive(SimpleObject)]
pub struct LeavingPayload {
    /// Whose it was.
    user: Option<User>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// What came of confirming a group.
#[derive(SimpleObject)]
pub struct ConfirmMembersPayload {
    /// The day of the confirmation; null where there were problems.
    confirmed_on: Option<Date>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// Whom to invite, to what.
#[derive(InputObject)]
struct InviteUserInput {
    /// Their e-mail address, with which they will sign in.
    email: String,
    /// Their name.
    name: String,
    /// Where; the viewer's own organisation where it is left out.
    organisation_id: Option<OpaqueId<noun::Organisation>>,
    /// In which group; the viewer's own where it is left out.
    group: Option<String>,
    /// As what.
    role: Role,
    /// Whether they will lead the group.
    #[graphql(default)]
    lead: bool,
    /// The first day; today where it is left out.
    from: Option<Date>,
    /// The last day.
    to: Option<Date>,
}

/// An invitation to agree to, to decline or to make a new link for.
#[derive(InputObject)]
struct InvitationInput {
    /// The invitation.
    invitation_id: OpaqueId<noun::Invitation>,
}

/// A request for a link to answer.
#[derive(InputObject)]
struct GiveLinkInput {
    /// The request.
    link_request_id: OpaqueId<noun::LinkRequest>,
}

/// A membership to end.
#[derive(InputObject)]
struct EndMembershipInput {
    /// The membership.
    membership_id: OpaqueId<noun::Membership>,
}

/// An account to end.
#[derive(InputObject)]
struct EndUserInput {
    /// Whose.
    user_id: OpaqueId<noun::User>,
}

/// Who stays in a group and who does not: together everyone who belongs to it.
#[derive(InputObject)]
struct ConfirmMembersInput {
    /// Where.
    organisation_id: OpaqueId<noun::Organisation>,
    /// The group; left out for those who are in none.
    group: Option<String>,
    /// The memberships that go on.
    staying: Vec<OpaqueId<noun::Membership>>,
    /// The memberships that end now.
    ending: Vec<OpaqueId<noun::Membership>>,
}

async fn invitation_payload(
    ctx: &Context<'_>,
    done: Done,
    subject: Option<Id<noun::Invitation>>,
) -> Answer<InvitationPayload> {
    let (done, handed) = match done {
        Ok((id, handed)) => (Ok(id), handed),
        Err(error) => (Err(error), Handed::default()),
    };
    let (id, problems) = settled(done, subject)?;
    let viewer = ctx.sight()?.viewer.clone();
    let invitation = match id {
        Some(id) => invitations::visible(ctx.app().reads(), &viewer, id).await?,
        None => None,
    };
    Ok(InvitationPayload {
        invitation: invitation.map(Into::into),
        link: handed.url,
        link_expires_at: handed.expires_at.map(Into::into),
        problems,
    })
}

async fn leaving_payload(
    ctx: &Context<'_>,
    done: Result<Id<noun::User>>,
    subject: Option<Id<noun::User>>,
) -> Answer<LeavingPayload> {
    let (id, problems) = settled(done, subject)?;
    Ok(LeavingPayload { user: again(ctx, id).await?, problems })
}

/// Who belongs to a group.
#[derive(Default)]
pub struct PeopleChanges;

/// Who belongs to a group.
#[Object]
impl PeopleChanges {
    /// Invites somebody: a lead to the own group, an administrator anywhere. A role that opens children's records waits
    /// until a manager of that service has agreed. Nobody but the invited person ever sets or sees the password.
    async fn invite_user(
        &self,
        ctx: &Context<'_>,
        input: InviteUserInput,
    ) -> Option<Answer<InvitationPayload>> {
        let answer = async {
            let (caller, keys) = (caller(ctx)?, ctx.app().keys());
            let invite = Invite {
                email: input.email,
                name: input.name,
                organisation: input.organisation_id.map(|id| named(keys, &id)),
                group: input.group,
                role: input.role,
                lead: input.lead,
                from: input.from.map(|day| day.0),
                to: input.to.map(|day| day.0),
            };
            invitation_payload(ctx, invitation::invite(ctx.app(), &caller, invite).await, None).await
        };
        Some(answer.await)
    }

    /// Agrees to an invitation, as the second person: a team manager of the service, or a lead manager of the provider.
    async fn approve_invitation(
        &self,
        ctx: &Context<'_>,
        input: InvitationInput,
    ) -> Option<Answer<InvitationPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.invitation_id);
            let done = invitation::approve(ctx.app(), &caller(ctx)?, id).await;
            invitation_payload(ctx, done.map(|id| (id, Handed::default())), Some(id)).await
        };
        Some(answer.await)
    }

    /// Does not agree to an invitation, or takes it back: its links work no more.
    async fn decline_invitation(
        &self,
        ctx: &Context<'_>,
        input: InvitationInput,
    ) -> Option<Answer<InvitationPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.invitation_id);
            let done = invitation::decline(ctx.app(), &caller(ctx)?, id).await;
            invitation_payload(ctx, done.map(|id| (id, Handed::default())), Some(id)).await
        };
        Some(answer.await)
    }

    /// Makes a link for an invitation, in place of the last one; mails it, or shows it once.
    async fn send_invitation(
        &self,
        ctx: &Context<'_>,
        input: InvitationInput,
    ) -> Option<Answer<InvitationPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.invitation_id);
            let done = invitation::send(ctx.app(), &caller(ctx)?, id).await;
            invitation_payload(ctx, done, Some(id)).await
        };
        Some(answer.await)
    }

    /// Makes the link that somebody asked for who cannot sign in, to be handed over, and wakes them. It ends all their sign-ins
    /// and tokens once they have used it.
    async fn give_link(&self, ctx: &Context<'_>, input: GiveLinkInput) -> Option<Answer<LinkPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.link_request_id);
            let (done, handed) = match recovery::give(ctx.app(), &caller(ctx)?, id).await {
                Ok((id, handed)) => (Ok(id), handed),
                Err(error) => (Err(error), Handed::default()),
            };
            let (id, problems) = settled(done, None)?;
            let link_expires_at = handed.expires_at.map(Into::into);
            Ok(LinkPayload { user: again(ctx, id).await?, link: handed.url, link_expires_at, problems })
        };
        Some(answer.await)
    }

    /// Ends a membership at once.
    async fn end_membership(
        &self,
        ctx: &Context<'_>,
        input: EndMembershipInput,
    ) -> Option<Answer<LeavingPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.membership_id);
            leaving_payload(ctx, leaving::end_membership(ctx.app(), &caller(ctx)?, id).await, None).await
        };
        Some(answer.await)
    }

    /// Ends an account at once, with its sign-ins, tokens and memberships.
    async fn end_user(&self, ctx: &Context<'_>, input: EndUserInput) -> Option<Answer<LeavingPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.user_id);
            leaving_payload(ctx, leaving::end_user(ctx.app(), &caller(ctx)?, id).await, Some(id)).await
        };
        Some(answer.await)
    }

    /// Says who still belongs to a group, every 90 days. Everyone of the group is in one of the two lists, so that nobody
    /// is ended by being forgotten.
    async fn confirm_members(
        &self,
        ctx: &Context<'_>,
        input: ConfirmMembersInput,
    ) -> Option<Answer<ConfirmMembersPayload>> {
        let answer = async {
            let organisation = ctx.open_id(&input.organisation_id);
            let (caller, keys) = (caller(ctx)?, ctx.app().keys());
            let all = |ids: Vec<OpaqueId<noun::Membership>>| ids.iter().map(|id| named(keys, id)).collect();
            let confirm = Confirm {
                organisation,
                group: input.group.unwrap_or_default(),
                staying: all(input.staying),
                ending: all(input.ending),
            };
            let (id, problems) = settled(confirmation::confirm(ctx.app(), &caller, confirm).await, None)?;
            Ok(ConfirmMembersPayload { confirmed_on: id.map(|_| Date(caller.viewer.today)), problems })
        };
        Some(answer.await)
    }
}
