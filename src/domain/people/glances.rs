//! What the streams of a node look up together: whether those who follow may stay, before each delivery and again and again.

use std::collections::HashMap;

use super::sign_in::{self, Credential, Kind};
use crate::{
    access::Viewer,
    platform::{
        app::App,
        error::Result,
        together::{LOOK, Look, Together},
    },
    read::people::account::Standing,
};

/// The looks of a node's streams. They do not count as use of a credential: streams go on while nobody is there. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Glances {
    app: App,
    sign_ins: Together<Opened>,
    tokens: Together<Opened>,
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

impl Glances {
    /// The looks of one node.
    #[must_use]
    pub fn new(app: App) -> Self {
        let opened = |kind| Together::new(Opened(app.clone(), kind));
        let (sign_ins, tokens) = (opened(Kind::SignIn), opened(Kind::Token));
        Self { sign_ins, tokens, app }
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

    async fn standings(&self, credential: &Credential) -> Result<Vec<Standing>> {
        let together = match credential.kind() {
            Kind::SignIn => &self.sign_ins,
            Kind::Token => &self.tokens,
        };
        Ok(sign_in::holding(&self.app, together.ask(credential.hash()).await?))
    }
}
