//! The command line. Its `--help` is the documentation of every command and option; what they do is in the files beside.

mod accounts;
mod demo;
mod programmes;
mod releases;
mod setup;

use std::process::ExitCode;

use chrono::{DateTime, TimeDelta, Utc};
use clap::{Parser, Subcommand};

use crate::{
    access,
    domain::insight::tables,
    graphql,
    http::{self, Server},
    platform::{
        app::App,
        clock::Clock,
        config::Config,
        database,
        error::{Error, Result},
        mail, telemetry,
    },
    words::{OrganisationKind, Role, TokenScope},
    worker,
};

/// Ridgeway: case management for early intervention in youth violence.
///
/// Try it with `ridgeway demo`: it makes an invented partnership in ./.data, prints an address and sign-ins, and serves them.
/// Each option can also be set by the environment variable that stands behind it.
#[derive(Debug, Parser)]
#[command(name = "ridgeway", version, about, max_term_width = 110)]
struct Line {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    config: Config,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make an invented partnership, or go on with the one that the folder holds, and serve it.
    ///
    /// Without DATABASE_URL it is kept in the folder that --data names (./.data where it is left out), with a secret of
    /// its own. Refuses a database with real records.
    Demo(demo::Demo),
    /// Serve a partnership. Needs DATABASE_URL, RIDGEWAY_SECRET and a migrated database; refuses a demo.
    Serve,
    /// Make or change the tables.
    #[command(subcommand)]
    Migrate(Migrate),
    /// Fill a fresh database with an invented partnership, without serving it. Refuses one that holds anything else.
    Seed(demo::Seed),
    /// Who may sign in.
    #[command(subcommand)]
    User(User),
    /// Bearer tokens, for programs.
    #[command(subcommand)]
    Token(Token),
    /// Print the GraphQL schema.
    Schema,
    /// Print who may see and do what: role by role, with the relation to the record that each needs.
    Policy {
        /// Print instead which tables of figures there are. What is not among them is not counted, stored or answered.
        #[arg(long)]
        figures: bool,
    },
    /// Protected figures of what became of children: made every Monday at 03:00 by a server, or here.
    #[command(subcommand)]
    Release(Release),
    /// Print what other directories may read, as Open Referral (HSDS 3).
    #[command(subcommand)]
    Export(Export),
    /// Read in what other directories have, as Open Referral (HSDS 3).
    #[command(subcommand)]
    Import(Import),
    /// The record of who saw and did what.
    #[command(subcommand)]
    Audit(Audit),
}

#[derive(Debug, Subcommand)]
enum Import {
    /// Make programmes of the HSDS 3 services in a file or at an address, and say what became of each.
    ///
    /// All of it is read in, or nothing. The same feed again changes only what has changed in it. An address is https, on
    /// the public internet, has at most 100 MB, and is there within 5 minutes. Runs come without places: set their number
    /// in the pages. docs/open-referral.md says more.
    Programmes(programmes::Feed),
}

#[derive(Clone, Copy, Debug, Subcommand)]
enum Export {
    /// Print the catalogue as one page of HSDS 3 services: what `GET /openreferral/services` publishes, whole.
    ///
    /// Programmes and runs that are a secret are not in it, nor any number of places. docs/open-referral.md says what each
    /// attribute means.
    Programmes,
}

#[derive(Clone, Copy, Debug, Subcommand)]
enum Migrate {
    /// Make every change that is not made yet. A fresh database becomes one for real records.
    Up,
    /// Take back the newest change.
    Down,
    /// Say which changes are made.
    Status,
}

#[derive(Clone, Copy, Debug, Subcommand)]
enum Release {
    /// Count now and make a release. It never moves again; docs/figures.md says how it is protected.
    Make,
    /// List the releases that can be asked for.
    List,
    /// Count again what is stored of them, and name each figure that differs.
    Verify,
}

#[derive(Debug, Subcommand)]
enum User {
    /// Add an account with a membership, or another membership to an account.
    ///
    /// Prints a link, once, with which a new person chooses a password within 24 hours: nobody else ever sets or sees it. It
    /// leads to RIDGEWAY_PUBLIC_URL, or to the address listened on.
    Add {
        /// Their e-mail address, with which they sign in.
        #[arg(long)]
        email: String,
        /// Their name.
        #[arg(long)]
        name: String,
        /// The organisation's name, or a school's number (URN).
        #[arg(long)]
        organisation: String,
        /// Make the organisation, of this kind, where there is none of that name.
        #[arg(long, value_name = "KIND")]
        make_organisation: Option<OrganisationKind>,
        /// As what, such as TEAM_MANAGER.
        #[arg(long)]
        role: Role,
        /// A referrer's group, such as "Safeguarding leads".
        #[arg(long, default_value = "")]
        group: String,
        /// They lead the group.
        #[arg(long)]
        lead: bool,
    },
    /// Print a link, once, with which the person of an account chooses a new password within 24 hours.
    Link {
        /// Its e-mail address.
        #[arg(long)]
        email: String,
    },
    /// End an account at once, with its sign-ins and tokens.
    End {
        /// Its e-mail address.
        #[arg(long)]
        email: String,
    },
    /// Wake an account that nobody has signed in to for 60 days.
    Wake {
        /// Its e-mail address.
        #[arg(long)]
        email: String,
    },
    /// Take a lost second factor away, with its recovery codes and sign-ins: the next sign-in sets up a new one.
    ///
    /// Whoever has the password can do that then: make sure of who asks, face to face or by a number that you know.
    ResetSecondFactor {
        /// The account's e-mail address.
        #[arg(long)]
        email: String,
    },
    /// List all accounts and their memberships.
    List,
}

#[derive(Debug, Subcommand)]
enum Token {
    /// Issue a token and print it, alone and only now. Works also while a server runs on the same data.
    Issue {
        /// On whose behalf: the e-mail address of an account.
        #[arg(long)]
        user: String,
        /// How long it lasts: 90s, 30m, 1h, 7d.
        #[arg(long, default_value = "1h", value_parser = setup::duration)]
        ttl: TimeDelta,
        /// What it opens: EVERYTHING that the account does, or AVAILABILITY, what could take a child now and nothing else.
        /// Left out: AVAILABILITY for those who refer, EVERYTHING for anyone else.
        #[arg(long)]
        scope: Option<TokenScope>,
    },
    /// List an account's tokens that still work.
    List {
        /// The e-mail address of the account.
        #[arg(long)]
        user: String,
    },
    /// Take back every token of an account.
    Revoke {
        /// The e-mail address of the account.
        #[arg(long)]
        user: String,
    },
}

#[derive(Debug, Subcommand)]
enum Audit {
    /// Check the seals: names the first entry that was edited, removed, inserted or moved, and counts those not sealed yet.
    Verify {
        /// The newest entry and its seal, as the log had them: also finds an end that was cut off.
        #[arg(long, value_name = "N:SEAL")]
        head: Option<String>,
    },
}

/// Reads the command line and does what it says.
#[must_use]
pub fn run() -> ExitCode {
    let Line { command, config } = Line::parse();
    match config.check().and_then(|()| mail::check(&config)).and_then(|()| act(command, config)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ridgeway: {error}");
            ExitCode::FAILURE
        }
    }
}

fn act(command: Command, config: Config) -> Result<()> {
    match command {
        Command::Schema => print!("{}", graphql::sdl()),
        Command::Policy { figures: true } => print!("{}", tables::printed()),
        Command::Policy { figures: false } => print!("{}", access::print()),
        Command::Release(which) => wait(releases::release(which, config))?,
        Command::Demo(demo) => serving(config, async |config| demo::demo(demo, config).await)?,
        Command::Serve => serving(config, serve)?,
        Command::Seed(seed) => wait(demo::only_seed(seed, config))?,
        Command::Migrate(which) => wait(migrate(which, config))?,
        Command::User(user) => wait(accounts::user(user, config))?,
        Command::Token(token) => wait(accounts::token(token, config))?,
        Command::Import(Import::Programmes(feed)) => wait(programmes::import(feed, config))?,
        Command::Export(Export::Programmes) => wait(programmes::export(config))?,
        Command::Audit(Audit::Verify { head }) => wait(accounts::audit(head, config))?,
    }
    Ok(())
}

/// How deep a thread may call. What answers a whole request nests deeply, and a stack that is full ends the process; only
/// what is touched of it takes memory.
const STACK: usize = 8 * 1024 * 1024;

fn wait(work: impl Future<Output = Result<()>>) -> Result<()> {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.enable_all().thread_stack_size(STACK).build();
    runtime.map_err(Error::internal)?.block_on(work)
}

/// Runs a server with its telemetry around it: started before the runtime, flushed after the last request.
fn serving(config: Config, work: impl AsyncFnOnce(Config) -> Result<()>) -> Result<()> {
    let telemetry = telemetry::start(&config)?;
    let done = wait(work(config));
    telemetry.flush();
    done
}

async fn serve(config: Config) -> Result<()> {
    config.check_serve()?;
    let app = setup::open(config, Clock::System).await?;
    setup::ready_to_serve(&app).await?;
    let listener = http::serve::listen(app.config().listen).await?;
    if app.config().allow_password_only {
        tracing::warn!("people sign in with a password alone, and every page says so");
    }
    tracing::info!(address = %app.config().origin(), "serving");
    tokio::spawn(http::serve::stop_on_signal(app.clone()));
    serve_and_work(Server::new(app.clone(), None)?, listener, &app).await
}

/// Serves, with what happens by itself beside it, until both have ended.
async fn serve_and_work(server: Server, listener: tokio::net::TcpListener, app: &App) -> Result<()> {
    if database::logs_rows(app.database()).await? {
        tracing::warn!(
            "PostgreSQL may write names into its log: let whoever runs it say ALTER DATABASE ... SET log_error_verbosity = 'terse'"
        );
    }
    let work = worker::start(app);
    http::serve::serve(server, listener).await;
    app.stop().cancel();
    work.join_all().await;
    Ok(())
}

async fn migrate(which: Migrate, config: Config) -> Result<()> {
    match which {
        Migrate::Up => setup::migrate_up(config).await,
        Migrate::Down => setup::migrate_down(&config).await,
        Migrate::Status => setup::migrate_status(&config).await,
    }
}

/// An instant of the command line.
fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    text.parse().map_err(|_| "an instant looks like 2026-12-24T09:00:00Z".to_owned())
}
