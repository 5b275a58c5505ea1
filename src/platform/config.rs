//! Configuration: one struct, from the command line or the environment. A wrong value stops the start with a sentence.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use clap::builder::BoolishValueParser;
use ipnet::IpNet;
use secrecy::SecretString;
use url::{Host, Url};

use super::{
    error::{Error, Result},
    fan_out,
};

/// Everything that can be set. Each option also comes from the environment variable that it names.
#[derive(Clone, Debug, clap::Args)]
pub struct Config {
    /// The database: `sqlite:PATH` or `postgres://...`. The demo makes a SQLite file in its folder where this is left out.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<SecretString>,

    /// Redis, by which nodes tell each other at once what has changed, and share for a minute what everyone may know:
    /// `redis://...`, or `rediss://...` for TLS. Nothing is lost without it: nodes then find it in the database, half a
    /// second later.
    #[arg(long, env = "REDIS_URL", hide_env_values = true, global = true)]
    pub redis_url: Option<SecretString>,

    /// The partnership's secret, 64 hexadecimal digits, the same on every node; every key is derived from it.
    #[arg(long, env = "RIDGEWAY_SECRET", hide_env_values = true, global = true)]
    pub secret: Option<SecretString>,

    /// Where to listen.
    #[arg(long, env = "RIDGEWAY_LISTEN", default_value = "127.0.0.1:8080", global = true)]
    pub listen: SocketAddr,

    /// The address that people type, such as `https://ridgeway.example.org`. Needed where it is not the one listened on.
    /// It begins with https://; http:// only where it leads to this machine. `serve` needs it to listen for other machines.
    #[arg(long, env = "RIDGEWAY_PUBLIC_URL", value_parser = public_url, global = true)]
    pub public_url: Option<Url>,

    /// The proxies in front, as networks: `10.0.0.0/8,fd00::/8`. Only from these is it believed what Forwarded or
    /// X-Forwarded-For and X-Forwarded-Proto say about who asks. Let the proxy set one kind and take the other away.
    #[arg(long, env = "RIDGEWAY_TRUSTED_PROXIES", value_name = "NETWORKS", value_delimiter = ',', value_parser = network, global = true)]
    pub trusted_proxies: Vec<IpNet>,

    /// Requests a second that one person may send, twice as many in one go; an address may send ten times that.
    #[arg(long, env = "RIDGEWAY_REQUESTS_PER_PERSON", default_value_t = 500, value_parser = clap::value_parser!(u32).range(1..=100_000), global = true)]
    pub requests_per_person: u32,

    /// Live connections that one person may hold on a node; an address may hold ten times that.
    #[arg(long, env = "RIDGEWAY_SOCKETS_PER_PERSON", default_value_t = 300, value_parser = clap::value_parser!(u32).range(1..=100_000), global = true)]
    pub sockets_per_person: u32,

    /// Connections that a node holds open at once, live ones among them; who comes above waits to be accepted. Where the
    /// process may have fewer files open (`ulimit -n`), there are as many as fit.
    #[arg(long, env = "RIDGEWAY_CONNECTIONS", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(10..=1_000_000), global = true)]
    pub connections: u32,

    /// Let clients ask `serve` for its schema (introspection), with suggestions where a name is wrong. A demo always does.
    #[arg(long, env = "RIDGEWAY_INTROSPECTION", value_parser = BoolishValueParser::new(), global = true)]
    pub introspection: bool,

    /// The mail server for one-time links, `smtps://USER:PASSWORD@HOST` or `smtp://HOST?tls=required`. Without one, links are
    /// shown to whoever leads a group, or to an administrator, who hand them over.
    #[arg(long, env = "RIDGEWAY_SMTP_URL", hide_env_values = true, global = true)]
    pub smtp_url: Option<SecretString>,

    /// The address that mail comes from. It is read on other people's screens: a neutral one, such as `messages@example.org`.
    #[arg(long, env = "RIDGEWAY_MAIL_FROM", global = true)]
    pub mail_from: Option<String>,

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

    /// Seconds between SIGTERM and the end: /health/ready says no, so that a proxy sends requests elsewhere, and those that
    /// come are still answered.
    #[arg(long, env = "RIDGEWAY_DRAIN", default_value_t = 5, value_parser = clap::value_parser!(u64).range(0..=300), global = true)]
    pub drain: u64,

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
        self.public_url.as_ref().is_some_and(|url| url.scheme() == "https")
    }

    /// The address that people type, as a browser writes it in `Origin`.
    #[must_use]
    pub fn origin(&self) -> String {
        self.public_url
            .as_ref()
            .map_or_else(|| format!("http://{}", self.listen), |url| url.origin().ascii_serialization())
    }

    /// Whether only this machine reaches the server.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.listen.ip().to_canonical().is_loopback()
    }

    /// What clap cannot check alone: it would print the password.
    pub fn check(&self) -> Result<()> {
        self.redis_url.as_ref().map_or(Ok(()), |url| fan_out::client(url).map(|_| ()))
    }

    /// What `serve` needs besides: nobody signs in to real records over a network that others can read.
    pub fn check_serve(&self) -> Result<()> {
        if self.is_local() || self.is_https() {
            return Ok(());
        }
        let sentence = format!(
            "RIDGEWAY_LISTEN={} is reached from other machines, so set RIDGEWAY_PUBLIC_URL to the https:// address of the \
             proxy in front, or listen on 127.0.0.1",
            self.listen
        );
        Err(Error::BadInput(sentence.into()))
    }
}

/// The address that people type: an origin over HTTPS, or on this machine.
fn public_url(text: &str) -> Result<Url, String> {
    let url =
        Url::parse(text).map_err(|_| "an address looks like https://ridgeway.example.org".to_owned())?;
    let local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    match url.scheme() {
        "https" => {}
        "http" if local => {}
        _ => return Err("RIDGEWAY_PUBLIC_URL begins with https:// (http:// only on this machine)".to_owned()),
    }
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    if !bare || !url.username().is_empty() || url.password().is_some() {
        return Err(
            "RIDGEWAY_PUBLIC_URL is a host, with a port where one is needed, and nothing more".to_owned()
        );
    }
    Ok(url)
}

/// A network, or one address.
fn network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    text.parse::<IpNet>()
        .or_else(|_| text.parse::<IpAddr>().map(IpNet::from))
        .map_err(|_| "a network looks like 10.0.0.0/8, fd00::/8 or 192.0.2.7".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        config: Config,
    }

    fn config(options: &[&str]) -> Option<Config> {
        Line::try_parse_from(["ridgeway"].iter().chain(options)).ok().map(|line| line.config)
    }

    #[test]
    fn the_public_address_is_https_or_on_this_machine() {
        let origin = |url: &str| config(&["--public-url", url]).map(|config| config.origin());
        for (url, written) in [
            ("https://ridgeway.example.org", "https://ridgeway.example.org"),
            ("https://Ridgeway.Example.org:443/", "https://ridgeway.example.org"),
            ("https://ridgeway.example.org:8443", "https://ridgeway.example.org:8443"),
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
            ("http://[::1]:8080", "http://[::1]:8080"),
        ] {
            assert_eq!(origin(url).as_deref(), Some(written), "{url}");
        }
        for url in [
            "",
            "ridgeway.example.org",
            "http://ridgeway.example.org",
            "http://localhost.evil.example",
            "http://127.0.0.1.evil.example",
            "http://localhost@evil.example",
            "http://127.0.0.1:x@evil.example",
            "http://[::1].evil.example",
            "http://10.0.0.1",
            "ftp://localhost",
            "https://",
            "https://someone@ridgeway.example.org",
            "https://ridgeway.example.org/below",
            "https://ridgeway.example.org/?a",
            "https://ridgeway.example.org/#a",
        ] {
            assert_eq!(origin(url), None, "{url}");
        }
        assert!(config(&["--public-url", "https://r.example"]).unwrap().is_https());
        assert!(!config(&["--public-url", "http://localhost"]).unwrap().is_https());
    }

    #[test]
    fn serve_listens_for_other_machines_only_behind_https() {
        let check = |options: &[&str]| config(options).unwrap().check_serve();
        let public = ["--public-url", "https://r.example"];
        for local in ["127.0.0.1:80", "127.9.9.9:80", "[::1]:80", "[::ffff:127.0.0.1]:80"] {
            assert!(check(&["--listen", local]).is_ok(), "{local}");
        }
        for open in ["0.0.0.0:80", "[::]:80", "10.0.0.1:80"] {
            let refused = check(&["--listen", open]).unwrap_err().to_string();
            assert!(refused.contains("RIDGEWAY_PUBLIC_URL"), "{refused}");
            assert!(check(&["--listen", open, "--public-url", "http://localhost"]).is_err(), "{open}");
            assert!(check(&["--listen", open, public[0], public[1]]).is_ok(), "{open}");
        }
    }

    #[test]
    fn proxies_are_networks_or_addresses() {
        let proxies = |text: &str| config(&["--trusted-proxies", text]).map(|config| config.trusted_proxies);
        let two = proxies("10.0.0.0/8, 2001:db8::1").unwrap();
        assert!(two[0].contains(&"10.1.2.3".parse::<IpAddr>().unwrap()));
        assert!(two[1].contains(&"2001:db8::1".parse::<IpAddr>().unwrap()));
        assert!(!two[1].contains(&"2001:db8::2".parse::<IpAddr>().unwrap()));
        for wrong in ["proxy.example", "10.0.0.0/99", "10.0.0", ""] {
            assert!(proxies(wrong).is_none(), "{wrong}");
        }
        assert!(config(&[]).unwrap().trusted_proxies.is_empty());
    }
}
