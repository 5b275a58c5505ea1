//! What the streams of a node look up together: whether those who follow may stay, before each delivery and again and again, and
//! who did what they hear of.

use std::time::Duration;

use super::sign_in::{self, Credential, Kind};
use crate::{
    access::Viewer,
    entity::people::user,
    platform::{app::App, error::Result, together::Together},
    read::people::{account::Standing, user as people},
    words::id::{Id, noun},
};

/// A look takes no longer; who asks after one that got no answer is not kept waiting by it.
const LOOK: Duration = Duration::from_secs(3);

/// The looks of a node's streams. They do not count as use of a credential: streams go on while nobody is there. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Glances {
    app: App,
    sign_ins: Together<Vec<u8>, Vec<Standing>>,
    tokens: Together<Vec<u8>, Vec<Standing>>,
    people: Together<Id<noun::User>, Option<user::Model>>,
}

impl Glances {
    /// The looks of one node.
    #[must_use]
    pub fn new(app: App) -> Self {
        Self { app, sign_ins: Together::default(), tokens: Together::default(), people: Together::default() }
    }

    /// The application.
    #[must_use]
    pub const fn app(&self) -> &App {
        &self.app
    }

    /// As `sign_in::viewer`, without counting as use.
    pub async fn glance(&self, credential: &Credential, membership: Option<&str>) -> Result<Option<Viewer>> {
        sign_in::choose(&self.app, &self.standings(credential).await?, membership)
    }

    /// The same viewer as they are now, under the same membership; none where the credential or the membership no longer
    /// holds.
    pub async fn renewed(&self, credential: &Credential, viewer: &Viewer) -> Result<Option<Viewer>> {
        Ok(sign_in::renewed(&self.app, &self.standings(credential).await?, viewer))
    }

    /// Somebody who did what a stream tells of; whether its viewer may know is for the caller to say.
    pub async fn somebody(&self, id: Id<noun::User>) -> Result<Option<user::Model>> {
        let app = self.app.clone();
        let look = move |ids: Vec<Id<noun::User>>| {
            let app = app.clone();
            async move {
                let people = app.outage().within(LOOK, people::by_ids(app.reads(), &ids)).await?;
                Ok(people.into_iter().map(|person| (person.id, Some(person))).collect())
            }
        };
        self.people.ask(id, look).await
    }

    async fn standings(&self, credential: &Credential) -> Result<Vec<Standing>> {
        let (kind, app) = (credential.kind(), self.app.clone());
        let look = move |hashes| {
            let app = app.clone();
            async move { app.outage().within(LOOK, sign_in::opened(&app, kind, hashes)).await }
        };
        let together = match kind {
            Kind::SignIn => &self.sign_ins,
            Kind::Token => &self.tokens,
        };
        let found = together.ask(credential.hash(), look).await?;
        Ok(sign_in::holding(&self.app, found))
    }
}
