//! Configuration: one struct, from the command line or the environment. A wrong value stops the start with a sentence.

use std::{net::SocketAddr, path::PathBuf};

use secrecy::SecretString;

use super::error::{Error, Result};

/// Everything that can be set. Each option also comes from the environment variable that it names.
#[derive(Clone, Debug, clap::Args)]
pub struct Config {
    /// The database: `sqlite:PATH` or `postgres://...`. The demo makes a SQLite file in its folder where this is left out.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<SecretString>,

    /// Redis for fan-out between nodes. Accepted and not used yet: nodes follow each other through the database.
    #[arg(long, env = "REDIS_URL", hide_env_values = true, global = true)]
    pub redis_url: Option<SecretString>,

    /// The partnership's secret, 64 hexadecimal digits, the same on every node; every key is derived from it.
    #[arg(long, env = "RIDGEWAY_SECRET", hide_env_values = true, global = true)]
    pub secret: Option<SecretString>,

    /// Where to listen.
    #[arg(long, env = "RIDGEWAY_LISTEN", default_value = "127.0.0.1:8080", global = true)]
    pub listen: SocketAddr,

    /// The address that people type, such as `https://ridgeway.example.org`. Needed where it is not the one listened on.
    #[arg(long, env = "RIDGEWAY_PUBLIC_URL", global = true)]
    pub public_url: Option<String>,

    /// A folder for what the demo keeps: its database and its secret.
    #[arg(long, env = "RIDGEWAY_DATA", global = true)]
    pub data: Option<PathBuf>,

    /// Serve the frontend from this folder instead of from the binary.
    #[arg(long, env = "RIDGEWAY_FRONTEND", global = true)]
    pub frontend: Option<PathBuf>,

    /// Let everyone in with a password alone, without a second factor. Every page says so.
    #[arg(long, env = "RIDGEWAY_ALLOW_PASSWORD_ONLY", global = true)]
    pub allow_password_only: bool,

    /// Whether the database is a demo, with invented people and one known password. Not to be set: the database says it.
    #[arg(skip)]
    pub demo: bool,

    /// How logs look.
    #[arg(long, env = "RIDGEWAY_LOG_FORMAT", value_enum, default_value = "text", global = true)]
    pub log_format: LogFormat,

    /// Which logs, as tracing's filter: `info`, `ridgeway=debug`.
    #[arg(long, env = "RIDGEWAY_LOG", default_value = "info", global = true)]
    pub log: String,

    /// Where traces and metrics go, by OTLP over HTTP; none where it is left out.
    #[arg(long, env = "OTEL_EXPORTER_OTLP_ENDPOINT", global = true)]
    pub otlp_endpoint: Option<String>,

    /// Connections to the database at most.
    #[arg(long, env = "RIDGEWAY_DATABASE_CONNECTIONS", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=500), global = true)]
    pub database_connections: u32,
}

/// How logs look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines, a JSON object a line.
    Json,
}

impl Config {
    /// Whether browsers reach this server over HTTPS, so that cookies are `Secure` and `__Host-`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// The address that people type.
    #[must_use]
    pub fn origin(&self) -> String {
        self.public_url
            .clone()
            .map_or_else(|| format!("http://{}", self.listen), |url| url.trim_end_matches('/').to_owned())
    }

    /// What clap cannot check alone.
    pub fn check(&self) -> Result<()> {
        if let Some(url) = &self.public_url
            && !self.is_https()
            && !(url.starts_with("http://127.0.0.1")
                || url.starts_with("http://localhost")
                || url.starts_with("http://[::1]"))
        {
            return Err(Error::BadInput(
                "RIDGEWAY_PUBLIC_URL must start with https:// (http:// only on this machine)".into(),
            ));
        }
        Ok(())
    }
}
