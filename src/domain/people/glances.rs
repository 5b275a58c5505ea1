//! What the streams of a node look up together: whether those who follow may stay, before each delivery and again and again, and
//! who did what they hear of.

use std::collections::HashMap;

use super::sign_in::{self, Credential, Kind};
use crate::{
    access::Viewer,
    entity::people::user,
    platform::{
        app::App,
        error::Result,
        together::{LOOK, Look, Together},
    },
    read::people::{account::Standing, user as people},
    words::id::{Id, noun},
};

/// The looks of a node's streams. They do not count as use of a credential: streams go on while nobody is there. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Glances {
    app: App,
    sign_ins: Together<Opened>,
    tokens: Together<Opened>,
    people: Together<People>,
}

/// What the credentials of one kind open.
#[derive(Debug)]
struct Opened(App, Kind);

impl Look for Opened {
    type Key = Vec<u8>;
    type Found = Vec<Standing>;

    async fn find(&self, hashes: Vec<Vec<u8>>) -> Result<HashMap<Vec<u8>, Vec<Standing>>> {
        let Self(app, kind) = self;
        app.outage().within(LOOK, sign_in::opened(app, *kind, hashes)).await
    }
}

/// People by their ids.
#[derive(Debug)]
struct People(App);

impl Look for People {
    type Key = Id<noun::User>;
    type Found = Option<user::Model>;

    async fn find(&self, ids: Vec<Self::Key>) -> Result<HashMap<Self::Key, Self::Found>> {
        let found = self.0.outage().within(LOOK, people::by_ids(self.0.reads(), &ids)).await?;
        Ok(found.into_iter().map(|person| (person.id, Some(person))).collect())
    }
}

impl Glances {
    /// The looks of one node.
    #[must_use]
    pub fn new(app: App) -> Self {
        let opened = |kind| Together::new(Opened(app.clone(), kind));
        let (sign_ins, tokens) = (opened(Kind::SignIn), opened(Kind::Token));
        Self { sign_ins, tokens, people: Together::new(People(app.clone())), app }
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
        self.people.ask(id).await
    }

    async fn standings(&self, credential: &Credential) -> Result<Vec<Standing>> {
        let together = match credential.kind() {
            Kind::SignIn => &self.sign_ins,
            Kind::Token => &self.tokens,
        };
        Ok(sign_in::holding(&self.app, together.ask(credential.hash()).await?))
    }
}
