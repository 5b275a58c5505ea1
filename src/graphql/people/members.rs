//! Who belongs to a group, who is invited, who asks for a new link, and when the people of a group are to be confirmed.

use async_graphql::{Context, ID, InputObject, Object};
use chrono::Days;

use crate::{
    access::Act,
    domain::people::confirmation::{self, Due, REMINDED},
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        node::{Invitation, LinkRequest, Membership, Organisation, User},
        scalar::{Date, DateTime},
        search,
        visit::Ask,
    },
    read::{
        self,
        people::{invitation as invitations, membership as memberships},
    },
    words::{
        InvitationStatus, Role, SubjectKind,
        id::{OpaqueId, noun},
    },
};

fn named_group(group: &str) -> Option<&str> {
    Some(group).filter(|group| !group.is_empty())
}

/// That somebody is invited to a role. It is theirs once they have used their link.
#[Object]
impl Invitation {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.id.seal(ctx.app().keys()).into()
    }

    /// Their name, as it was invited.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Their address, as it was invited.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// Where.
    async fn organisation(&self, ctx: &Context<'_>) -> Answer<Organisation> {
        ctx.sight()?.the(self.0.organisation_id).await
    }

    /// In which group.
    async fn group(&self) -> Option<&str> {
        named_group(&self.0.group_name)
    }

    /// As what.
    async fn role(&self) -> Role {
        self.0.role
    }

    /// Whether they will lead the group.
    async fn lead(&self) -> bool {
        self.0.lead
    }

    /// The first day.
    async fn from(&self) -> Date {
        self.0.from_date.into()
    }

    /// The last day.
    async fn to(&self) -> Option<Date> {
        self.0.to_date.map(Date)
    }

    /// Where it stands.
    async fn status(&self) -> InvitationStatus {
        self.0.status
    }

    /// Who invited them.
    async fn invited_by(&self, ctx: &Context<'_>) -> Answer<User> {
        ctx.sight()?.the(self.0.invited_by_id).await
    }

    /// When.
    async fn invited_at(&self) -> DateTime {
        self.0.invited_at.into()
    }

    /// Who agreed, where somebody had to.
    async fn approved_by(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        async {
            match self.0.decided_by_id {
                Some(id) => ctx.sight()?.one(id).await,
                None => Ok(None),
            }
        }
        .await
        .transpose()
    }

    /// Until when its newest link works.
    async fn link_expires_at(&self) -> Option<DateTime> {
        self.0.link_expires_at.map(Into::into)
    }

    /// Whether this viewer may be the second person who agrees.
    async fn may_approve(&self, ctx: &Context<'_>) -> Answer<bool> {
        let viewer = &ctx.sight()?.viewer;
        let holds = memberships::holds(viewer, self.0.organisation_id, &self.0.group_name);
        Ok(self.0.status == InvitationStatus::WaitingForApproval
            && viewer.may(Act::ApproveInvitation, holds)
            && ![self.0.invited_by_id, self.0.user_id].contains(&viewer.user))
    }

    /// Whether this viewer may make a new link for it now.
    async fn may_send(&self, ctx: &Context<'_>) -> Answer<bool> {
        let viewer = &ctx.sight()?.viewer;
        let holds = memberships::holds(viewer, self.0.organisation_id, &self.0.group_name);
        Ok(self.0.status == InvitationStatus::Ready && viewer.may(Act::KeepPeople, holds))
    }
}

/// That somebody cannot sign in and asked for a new link.
#[Object]
impl LinkRequest {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.id.seal(ctx.app().keys()).into()
    }

    /// Who.
    async fn user(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        async {
            match self.0.user_id {
                Some(id) => ctx.sight()?.one(id).await,
                None => Ok(None),
            }
        }
        .await
        .transpose()
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.0.at.into()
    }
}

/// When the people of a group are to be confirmed: every 90 days somebody who leads it says who still belongs to it.
pub struct GroupConfirmation(Due);

/// When the people of a group are to be confirmed: every 90 days somebody who leads it says who still belongs to it.
#[Object]
impl GroupConfirmation {
    /// Where.
    async fn organisation(&self, ctx: &Context<'_>) -> Answer<Organisation> {
        ctx.sight()?.the(self.0.organisation).await
    }

    /// The group; null for those who are in none.
    async fn group(&self) -> Option<&str> {
        named_group(&self.0.group)
    }

    /// How many belong to it.
    async fn members(&self) -> i32 {
        i32::try_from(self.0.members).unwrap_or(i32::MAX)
    }

    /// Whether anybody leads it.
    async fn led(&self) -> bool {
        self.0.led
    }

    /// When it was confirmed last.
    async fn confirmed_on(&self) -> Option<Date> {
        self.0.confirmed_on.map(Date)
    }

    /// The day by which it is to be confirmed.
    async fn due_on(&self) -> Date {
        self.0.due_on.into()
    }

    /// Whether that day is near or past, so that the lead is reminded.
    async fn due_soon(&self, ctx: &Context<'_>) -> Answer<bool> {
        Ok(ctx.sight()?.viewer.today >= self.0.due_on - REMINDED)
    }

    /// Whether that day is past.
    async fn overdue(&self, ctx: &Context<'_>) -> Answer<bool> {
        Ok(ctx.sight()?.viewer.today >= self.0.due_on + Days::new(1))
    }
}

/// Which memberships.
#[derive(Debug, InputObject)]
pub struct MembershipFilter {
    /// In this organisation.
    organisation_id: Option<OpaqueId<noun::Organisation>>,
    /// In this group; empty for those who are in none.
    group: Option<String>,
}

/// A page of the memberships that the viewer may look up, by name.
pub async fn memberships(
    ctx: &Context<'_>,
    filter: Option<MembershipFilter>,
    paging: Paging,
) -> Answer<Connection<Membership>> {
    let (sight, app) = (ctx.sight()?, ctx.app());
    let viewer = sight.viewer.clone();
    let filter = match filter {
        None => memberships::Filter::default(),
        Some(filter) => memberships::Filter {
            organisation: filter.organisation_id.map(|id| ctx.open_id(&id)),
            group: search::group(filter.group)?,
        },
    };
    let question = Question::of(&viewer, "memberships", &filter);
    ctx.visit().searched(SubjectKind::Membership, &format!("{filter:?}"));
    let window = paging.window(app, &question)?;
    let page = memberships::page(app.reads(), &viewer, &filter, &window).await?;
    connect(
        app,
        &question,
        page,
        |member| member.row.into(),
        move |app| {
            let select = memberships::select(&viewer, &filter);
            async move { read::page::count(app.reads(), select).await }
        },
    )
}

/// A page of the open invitations that are the viewer's business, newest first.
pub async fn invitations(ctx: &Context<'_>, paging: Paging) -> Answer<Connection<Invitation>> {
    let (sight, app) = (ctx.sight()?, ctx.app());
    let viewer = sight.viewer.clone();
    let question = Question::of(&viewer, "invitations", &());
    ctx.visit().searched(SubjectKind::Invitation, "");
    let page = invitations::page(app.reads(), &viewer, &paging.window(app, &question)?).await?;
    connect(app, &question, page, Into::into, move |app| {
        let select = invitations::select(&viewer);
        async move { read::page::count(app.reads(), select).await }
    })
}

/// A page of the open requests for a link that the viewer may answer, newest first.
pub async fn link_requests(ctx: &Context<'_>, paging: Paging) -> Answer<Connection<LinkRequest>> {
    let (sight, app) = (ctx.sight()?, ctx.app());
    let viewer = sight.viewer.clone();
    let question = Question::of(&viewer, "linkRequests", &());
    ctx.visit().searched(SubjectKind::Link, "");
    let page = invitations::request_page(app.reads(), &viewer, &paging.window(app, &question)?).await?;
    connect(app, &question, page, LinkRequest::from, move |app| {
        let select = invitations::requests(&viewer);
        async move { read::page::count(app.reads(), select).await }
    })
}

/// What the viewer is to confirm, or to see to.
pub async fn confirmations(ctx: &Context<'_>) -> Answer<Vec<GroupConfirmation>> {
    let sight = ctx.sight()?;
    let dues = confirmation::of(ctx.app(), &sight.viewer).await?;
    Ok(dues.into_iter().map(GroupConfirmation).collect())
}
