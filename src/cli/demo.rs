//! `demo` and `seed`: an invented partnership, made once and served with its sign-ins shown.

use chrono::{DateTime, Utc};
use indicatif::{ProgressBar, ProgressStyle};

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
    seed,
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
    /// Ask for a second factor (an authenticator app) as `serve` does, to try it.
    #[arg(long)]
    second_factors: bool,
}

/// Makes the partnership where there is none and serves it.
pub async fn demo(demo: Demo, mut config: Config) -> Result<()> {
    config.allow_password_only |= !demo.second_factors;
    let clock = demo.now.map_or(Clock::System, Clock::running);
    let app = setup::open_demo(config, clock).await?;
    if account::list(&app).await?.is_empty() {
        Box::pin(fill(&app, demo.partnership)).await?;
    }
    let app = setup::to_serve(&app).await?;
    let listener = http::serve::listen(app.config().listen).await?;
    welcome(&app).await?;
    tokio::spawn(http::serve::stop_on_signal(app.clone()));
    super::serve_and_work(Server::new(app.clone(), Some(DEMO_PASSWORD.to_owned()))?, listener, &app).await
}

/// Makes the partnership in a fresh database.
pub async fn only_seed(seed: Seed, config: Config) -> Result<()> {
    let app = setup::open_demo(config, Clock::System).await?;
    if !account::list(&app).await?.is_empty() {
        return Err(Error::BadInput("this demo holds a partnership already".into()));
    }
    fill(&app, seed).await
}

async fn fill(app: &App, Seed { scale, seed }: Seed) -> Result<()> {
    let bar = ProgressBar::new(0);
    let look = "  {bar:40} {human_pos} of {human_len} children, {elapsed}";
    bar.set_style(ProgressStyle::with_template(look).map_err(Error::internal)?);
    seed::partnership(app, scale, seed, |done, of| {
        bar.set_length(of);
        bar.set_position(done);
    })
    .await?;
    seed::releases(app).await?;
    bar.finish();
    Ok(())
}

/// Where it is and whom one may sign in as.
async fn welcome(app: &App) -> Result<()> {
    println!("\nRidgeway serves an invented partnership at {}\n", app.config().origin());
    for account in account::demo_sign_ins(app).await? {
        println!("  {:<40} {:<24} {}", account.email, account.role.to_string(), account.organisation);
    }
    println!("\nThe password of each is: {DEMO_PASSWORD}\nCtrl-C stops it.\n");
    if !app.config().is_local() {
        println!("Whoever reaches {} can sign in: the password is shown to all.\n", app.config().listen);
    }
    Ok(())
}
