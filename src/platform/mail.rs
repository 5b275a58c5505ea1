//! Mail by SMTP: one short plain text to one address. Knows no noun and no words; neither address nor text is ever logged.

use std::time::Duration;

use chrono::{DateTime, Utc};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor, address::Envelope};
use secrecy::ExposeSecret;

use super::{
    config::Config,
    error::{Error, Result},
};

/// How long a mail server may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Something to be mailed.
pub struct Mail {
    /// To whom.
    pub to: String,
    /// What it says it is, in ASCII.
    pub subject: &'static str,
    /// What it says, in ASCII.
    pub text: String,
    /// When it is sent.
    pub at: DateTime<Utc>,
}

/// Whether a text is an e-mail address.
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.len() <= 254 && text.parse::<Address>().is_ok()
}

/// Whether mail can be sent at all.
#[must_use]
pub const fn configured(config: &Config) -> bool {
    config.smtp_url.is_some()
}

/// An error unless what is said about mail makes sense.
pub fn check(config: &Config) -> Result<()> {
    let Some(url) = &config.smtp_url else { return Ok(()) };
    let bad = |says: &'static str| Err(Error::BadInput(says.into()));
    if !config.mail_from.as_deref().is_some_and(is_address) {
        return bad("RIDGEWAY_SMTP_URL needs RIDGEWAY_MAIL_FROM, an e-mail address");
    }
    if !(is_enciphered(url.expose_secret()) || is_here(url.expose_secret())) {
        return bad(
            "RIDGEWAY_SMTP_URL must be smtps://... or smtp://...?tls=required (plain only on this machine)",
        );
    }
    transport(url.expose_secret()).map(|_| ())
}

fn is_enciphered(url: &str) -> bool {
    url.starts_with("smtps://") || (url.starts_with("smtp://") && url.contains("?tls=required"))
}

fn is_here(url: &str) -> bool {
    let host = url.strip_prefix("smtp://").map(|rest| rest.rsplit_once('@').map_or(rest, |(_, host)| host));
    host.is_some_and(|host| {
        ["127.0.0.1", "localhost", "[::1]"].iter().any(|here| {
            host.strip_prefix(here).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
        })
    })
}

fn transport(url: &str) -> Result<AsyncSmtpTransport<Tokio1Executor>> {
    AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
        .map(|builder| builder.timeout(Some(PATIENCE)).build())
        .map_err(|_| Error::BadInput("RIDGEWAY_SMTP_URL is not the address of a mail server".into()))
}

/// Sends a mail, and waits until the server has taken it.
pub async fn send(config: &Config, mail: Mail) -> Result<()> {
    let (Some(url), Some(from)) = (&config.smtp_url, &config.mail_from) else {
        return Err(Error::internal("no mail server is configured"));
    };
    let address = |text: &str| text.parse::<Address>().map_err(|_| Error::internal("an address"));
    let (from, to) = (address(from)?, address(&mail.to)?);
    // Plain lines of ASCII need no encoding, and an address that was read holds no line's end.
    let message = format!(
        "From: {from}\r\nTo: {to}\r\nSubject: {}\r\nDate: {}\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{}",
        mail.subject,
        mail.at.to_rfc2822(),
        mail.text.replace('\n', "\r\n"),
    );
    let envelope = Envelope::new(Some(from), vec![to]).map_err(|_| Error::internal("an envelope"))?;
    // What the server answers may repeat the address: only whether it will do later is told.
    transport(url.expose_secret())?.send_raw(&envelope, message.as_bytes()).await.map(|_| ()).map_err(
        |error| {
            let lasting = if error.is_permanent() { "refused" } else { "not taken" };
            Error::Unavailable(format!("the mail server has {lasting} a mail"))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_never_travels_in_the_clear() {
        for url in ["smtps://user:secret@mail.example.org", "smtp://mail.example.org:587?tls=required"] {
            assert!(is_enciphered(url), "{url}");
        }
        for url in ["smtp://127.0.0.1:2525", "smtp://localhost", "smtp://a:b@[::1]:25"] {
            assert!(is_here(url), "{url}");
        }
        for url in [
            "smtp://mail.example.org",
            "smtp://mail.example.org?tls=opportunistic",
            "smtp://localhost.example.org",
            "smtp://127.0.0.1@mail.example.org",
            "https://mail.example.org?tls=required",
        ] {
            assert!(!is_enciphered(url) && !is_here(url), "{url}");
        }
    }

    #[test]
    fn an_address_is_told_from_other_text() {
        assert!(is_address("new.person@example.org"));
        for wrong in ["", "somebody", "a@b c", "two@example.org, three@example.org", "x@"] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
