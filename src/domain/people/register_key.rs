//! The key under which a browser seals what it keeps of a register while it has no network. It belongs to a sign-in's person:
//! whoever is signed in gets it by a ticket that lies beside what was sealed, and nobody else does. The server keeps neither.

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;

use super::sign_in;
use crate::{
    platform::{app::App, error::Result},
    words::id::{Id, noun},
};

/// As many tickets are looked at.
pub const MOST: usize = 20;
const PURPOSE: &str = "register_key";

/// A key, and the ticket by which its person gets it again.
pub struct RegisterKey {
    /// Tells nothing, and opens for its person alone.
    pub ticket: String,
    /// 32 bytes, as text.
    pub key: String,
}

/// What somebody who is signed in is given.
pub struct Given {
    /// When the sign-in ends whatever happens, and with it the use of the keys on the device.
    pub until: DateTime<Utc>,
    /// The keys to those of the tickets that are this person's; a new one where none is.
    pub keys: Vec<RegisterKey>,
}

/// The keys of whoever is signed in behind a cookie; none where it does not hold.
pub async fn give(app: &App, cookie: &str, tickets: &[String]) -> Result<Option<Given>> {
    let Some(times) = sign_in::times(app, cookie).await? else { return Ok(None) };
    let mut keys: Vec<_> =
        tickets.iter().take(MOST).filter_map(|ticket| by_ticket(app, times.user, ticket)).collect();
    if keys.is_empty() {
        keys.push(fresh(app, times.user));
    }
    Ok(Some(Given { until: times.absolute_ends_at, keys }))
}

/// The key of a ticket, if it is this person's. It does not open for another.
fn by_ticket(app: &App, user: Id<noun::User>, ticket: &str) -> Option<RegisterKey> {
    let sealed = BASE64URL_NOPAD.decode(ticket.as_bytes()).ok()?;
    let chance = app.keys().open(PURPOSE, user.uuid().as_bytes(), &sealed).ok()?;
    Some(RegisterKey { ticket: ticket.to_owned(), key: key(app, user, &chance) })
}

fn fresh(app: &App, user: Id<noun::User>) -> RegisterKey {
    let chance = app.chance().bytes::<16>();
    let sealed = app.keys().seal(PURPOSE, user.uuid().as_bytes(), &chance);
    RegisterKey { ticket: BASE64URL_NOPAD.encode(&sealed), key: key(app, user, &chance) }
}

fn key(app: &App, user: Id<noun::User>, chance: &[u8]) -> String {
    BASE64URL_NOPAD.encode(&app.keys().digest(PURPOSE, &[user.uuid().as_bytes(), chance]))
}
