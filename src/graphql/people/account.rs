//! People who work in the partnership, their memberships, and the viewer.

use async_graphql::{Context, ID, InputObject, Object};

use crate::{
    access::{Act, Relation, Relations, See},
    domain::{casework::work_look, people::asleep},
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        loader::MembershipsOf,
        node::{Draft, Membership, Organisation, User},
        scalar::{Date, DateTime},
        search::sought,
        visit::Ask,
    },
    read::{
        self,
        people::{membership::holds, user as users},
    },
    words::{
        Role, SubjectKind,
        id::{OpaqueId, noun},
    },
};

/// A person who works in the partnership.
#[Object]
impl User {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.id.seal(ctx.app().keys()).into()
    }

    /// Their name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What they do.
    async fn job_title(&self) -> Option<&str> {
        self.0.job_title.as_deref()
    }

    /// Their number at work.
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// Whether they may sign in.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// Whether nobody has signed in to the account for 60 days: it opens nothing until `wakeUser`.
    async fn asleep(&self, ctx: &Context<'_>) -> bool {
        asleep::asleep(ctx.app(), &self.0)
    }

    /// Where they work: the organisation of their oldest running membership.
    async fn organisation(&self, ctx: &Context<'_>) -> Answer<Organisation> {
        let sight = ctx.sight()?;
        let memberships = sight.all(MembershipsOf(self.0.id)).await?;
        // Someone who has left everywhere is shown under the viewer's own organisation, where their name still stands.
        let organisation =
            memberships.first().map_or(sight.viewer.organisation, |first| first.organisation_id);
        sight.the(organisation).await
    }

    /// The roles that they hold now.
    async fn roles(&self, ctx: &Context<'_>) -> Answer<Vec<Role>> {
        let memberships = ctx.sight()?.all(MembershipsOf(self.0.id)).await?;
        let mut roles: Vec<Role> = Vec::new();
        for membership in memberships {
            if !roles.contains(&membership.role) {
                roles.push(membership.role);
            }
        }
        Ok(roles)
    }
}

/// A role in an organisation, from a day to a day; a referrer's group is a school's safeguarding leads, a police team, a
/// ward. `covers` names whom this person stands in for.
#[Object]
impl Membership {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.id.seal(ctx.app().keys()).into()
    }

    /// Where.
    async fn organisation(&self, ctx: &Context<'_>) -> Answer<Organisation> {
        ctx.sight()?.the(self.0.organisation_id).await
    }

    /// In which group.
    async fn group(&self) -> Option<&str> {
        Some(self.0.group_name.as_str()).filter(|group| !group.is_empty())
    }

    /// As what.
    async fn role(&self) -> Role {
        self.0.role
    }

    /// Whether they lead the group.
    async fn lead(&self) -> bool {
        self.0.lead
    }

    /// Who.
    async fn user(&self, ctx: &Context<'_>) -> Answer<User> {
        ctx.sight()?.the(self.0.user_id).await
    }

    /// When they last signed in; null where they never did, or for those who do not keep the people of this group.
    async fn last_signed_in_at(&self, ctx: &Context<'_>) -> Option<Answer<DateTime>> {
        let look = async {
            let sight = ctx.sight()?;
            let holds = holds(&sight.viewer, self.0.organisation_id, &self.0.group_name);
            let own = Relations::of(&[Relation::Own, Relation::OwnService]);
            if !sight.viewer.sees(See::People).has(Relation::Always) && !holds.meets(own) {
                return Ok(None);
            }
            let user: User = sight.the(self.0.user_id).await?;
            Ok(user.0.last_signed_in_at.map(DateTime::from))
        };
        look.await.transpose()
    }

    /// Whether this viewer may end it.
    async fn may_end(&self, ctx: &Context<'_>) -> Answer<bool> {
        let viewer = &ctx.sight()?.viewer;
        let holds = holds(viewer, self.0.organisation_id, &self.0.group_name);
        Ok(viewer.may(Act::KeepPeople, holds) && self.0.user_id != viewer.user)
    }

    /// The first day.
    async fn from(&self) -> Date {
        self.0.from_date.into()
    }

    /// The last day.
    async fn to(&self) -> Option<Date> {
        self.0.to_date.map(Date)
    }

    /// Whom this person stands in for now.
    async fn covers(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        async {
            let sight = ctx.sight()?;
            let covers =
                read::casework::case::covers(ctx.app().reads(), self.0.organisation_id, sight.viewer.today)
                    .await?;
            match covers.into_iter().find(|cover| cover.by_user_id == self.0.user_id) {
                Some(cover) => sight.one(cover.for_user_id).await,
                None => Ok(None),
            }
        }
        .await
        .transpose()
    }
}

/// The person signed in, under one of the memberships that they hold.
pub struct Viewer;

/// The person signed in, under one of the memberships that they hold.
#[Object]
impl Viewer {
    /// Who.
    async fn user(&self, ctx: &Context<'_>) -> Answer<User> {
        let sight = ctx.sight()?;
        sight.the(sight.viewer.user).await
    }

    /// Under which membership.
    async fn membership(&self, ctx: &Context<'_>) -> Answer<Membership> {
        let sight = ctx.sight()?;
        let all = sight.all(MembershipsOf(sight.viewer.user)).await?;
        let own = all.into_iter().find(|membership| membership.id == sight.viewer.membership);
        Ok(own.map(Into::into).ok_or(crate::platform::error::Error::NotFound)?)
    }

    /// All that run now, oldest first.
    async fn memberships(&self, ctx: &Context<'_>) -> Answer<Vec<Membership>> {
        let sight = ctx.sight()?;
        let all = sight.all(MembershipsOf(sight.viewer.user)).await?;
        Ok(all.into_iter().map(Into::into).collect())
    }

    /// Own forms that are not sent yet, newest first.
    async fn drafts(&self, ctx: &Context<'_>) -> Answer<Vec<Draft>> {
        let sight = ctx.sight()?;
        let drafts = read::casework::draft::list(ctx.app().reads(), &sight.viewer).await?;
        Ok(drafts.into_iter().map(Draft::from).collect())
    }

    /// When this viewer last looked at their list of work under this membership; a day ago where they never did.
    async fn work_looked_at(&self, ctx: &Context<'_>) -> Answer<DateTime> {
        let sight = ctx.sight()?;
        let looked = read::casework::work_look::last(ctx.app().reads(), &sight.viewer).await?;
        Ok(work_look::since(looked, ctx.app().now()).into())
    }

    /// The organisation of the membership.
    async fn organisation(&self, ctx: &Context<'_>) -> Answer<Organisation> {
        let sight = ctx.sight()?;
        sight.the(sight.viewer.organisation).await
    }

    /// The role of the membership.
    async fn role(&self, ctx: &Context<'_>) -> Answer<Role> {
        Ok(ctx.sight()?.viewer.role)
    }

    /// Whether this viewer may refer a child.
    async fn can_submit_referrals(&self, ctx: &Context<'_>) -> Answer<bool> {
        Ok(ctx.sight()?.viewer.ever(Act::SubmitReferral))
    }

    /// Whether this viewer works a queue.
    async fn can_triage(&self, ctx: &Context<'_>) -> Answer<bool> {
        Ok(ctx.sight()?.viewer.ever(Act::Triage))
    }

    /// Whether this viewer keeps the people of a group, or agrees to who joins a service.
    async fn can_keep_people(&self, ctx: &Context<'_>) -> Answer<bool> {
        let viewer = &ctx.sight()?.viewer;
        let holds = holds(viewer, viewer.organisation, &viewer.group);
        Ok(viewer.may(Act::KeepPeople, holds) || viewer.may(Act::ApproveInvitation, holds))
    }

    /// Whether this viewer may read protected outcome figures.
    async fn can_see_outcomes(&self, ctx: &Context<'_>) -> Answer<bool> {
        Ok(ctx.sight()?.viewer.sees(See::Outcomes).has(Relation::Always))
    }

    /// Whether this viewer may publish reports of figures.
    async fn can_publish_reports(&self, ctx: &Context<'_>) -> Answer<bool> {
        Ok(ctx.sight()?.viewer.ever(Act::PublishReport))
    }

    /// Whether this viewer may read the audit.
    async fn can_see_audit(&self, ctx: &Context<'_>) -> Answer<bool> {
        let viewer = &ctx.sight()?.viewer;
        Ok(!viewer.sees(See::Audit).or(viewer.sees(See::AuditOfAccounts)).is_empty())
    }
}

/// Which people.
#[derive(Debug, InputObject)]
pub struct UserFilter {
    /// Holding one of these roles.
    roles: Option<Vec<Role>>,
    /// In this organisation.
    organisation_id: Option<OpaqueId<noun::Organisation>>,
    /// Whose name holds this.
    text: Option<String>,
}

/// A page of the people whom the viewer may look up, by name.
pub async fn users(
    ctx: &Context<'_>,
    filter: Option<UserFilter>,
    paging: Paging,
) -> Answer<Connection<User>> {
    let sight = ctx.sight()?;
    let app = ctx.app();
    let viewer = sight.viewer.clone();
    let filter = match filter {
        None => users::Filter::default(),
        Some(filter) => users::Filter {
            roles: filter.roles,
            organisation: filter.organisation_id.map(|id| ctx.open_id(&id)),
            text: sought(filter.text.as_deref())?,
        },
    };
    let question = Question::of(&viewer, "users", &filter);
    ctx.visit().searched(SubjectKind::User, &format!("{filter:?}"));
    let page = users::page(app.reads(), &viewer, &filter, &paging.window(app, &question)?).await?;
    connect(app, &question, page, User::from, move |app| {
        let select = users::select(&viewer, &filter);
        async move { crate::read::page::count(app.reads(), select).await }
    })
}
