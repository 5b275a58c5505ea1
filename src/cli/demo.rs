//! `demo` and `seed`: an invented partnership, made once and served with its sign-ins shown.

use chrono::{DateTime, Utc};

use super::setup;
use crate::{
    domain::people::account::{self, DEMO_PASSWORD},
    http::{self, Server},
    platform::{
        app::App,
        clock::Clock,
        config::Config,
        error::{Error, Result},
    },
};

/// How large the partnership is, and which one.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Seed {
    /// How large: 1 is 780 children over 24 months, 100 a hundred times that.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub scale: u32,
    /// The same number makes the same partnership.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// What a demo can be told.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Demo {
    #[command(flatten)]
    partnership: Seed,
    /// Let the application's clock start at this instant, to try bank holidays and what lapses: 2026-12-24T09:00:00Z.
    #[arg(long, value_name = "INSTANT", value_parser = super::instant)]
    now: Option<DateTime<Utc>>,
}

/// Makes the partnership where there is none and serves it.
pub async fn demo(demo: Demo, config: Config) -> Result<()> {
    let clock = demo.now.map_or(Clock::System, Clock::running);
    let app = setup::open_demo(config, clock).await?;
    if account::list(&app).await?.is_empty() {
        tracing::warn!("this version has no invented partnership yet");
    }
    let listener = http::serve::listen(app.config().listen).await?;
    welcome(&app).await?;
    tokio::spawn(http::serve::stop_on_signal(app.stop().clone()));
    http::serve::serve(Server::new(app, Some(DEMO_PASSWORD.to_owned()))?, listener).await
}

/// Makes the partnership in a fresh database.
pub async fn seed(seed: Seed, config: Config) -> Result<()> {
    let app = setup::open_demo(config, Clock::System).await?;
    if !account::list(&app).await?.is_empty() {
        return Err(Error::BadInput("this demo holds a partnership already".into()));
    }
    fill(&app, seed)
}

fn fill(_: &App, _: Seed) -> Result<()> {
    Err(Error::BadInput("this version has no invented partnership yet".into()))
}

/// Where it is and whom one may sign in as.
async fn welcome(app: &App) -> Result<()> {
    println!("\nRidgeway serves an invented partnership at {}\n", app.config().origin());
    for account in account::can_sign_in(app).await? {
        println!("  {:<40} {:<24} {}", account.email, account.role.to_string(), account.organisation);
    }
    println!("\nThe password of each is: {DEMO_PASSWORD}\nCtrl-C stops it.\n");
    Ok(())
}
