//! What the streams of a node share: looks that are taken together.

use crate::{domain::people::glances::Glances, platform::app::App, read::hearing::Hearings};

/// What is looked up together for the streams of a node. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Streams {
    /// Whether those who follow may stay, and who did what they hear of.
    pub glances: Glances,
    /// What each person's work lists hear.
    pub hearings: Hearings,
}

impl Streams {
    /// Those of one node.
    #[must_use]
    pub fn new(app: App) -> Self {
        Self { glances: Glances::new(app.clone()), hearings: Hearings::new(app) }
    }

    /// The application.
    #[must_use]
    pub const fn app(&self) -> &App {
        self.glances.app()
    }
}
