//! Where a stream goes on: its place in the outbox as a cursor, which is its viewer's alone.

use chrono::{DateTime as Instant, Duration, Utc};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

use crate::{
    access::Viewer,
    graphql::connection::padded,
    platform::{
        app::App,
        error::{Error, Result},
    },
};

const LIFE: Duration = Duration::days(30);

/// What a live cursor holds, sealed.
#[derive(Serialize, Deserialize)]
struct Place {
    place: i64,
    at: Instant<Utc>,
}

fn bound_to(viewer: &Viewer) -> Vec<u8> {
    format!("{}/{}", viewer.user.uuid(), viewer.membership.uuid()).into_bytes()
}

/// The cursor of a place, for this viewer.
pub fn seal(app: &App, viewer: &Viewer, place: i64) -> Result<String> {
    let place = padded(serde_json::to_vec(&Place { place, at: app.now() }).map_err(Error::internal)?);
    Ok(BASE64URL_NOPAD.encode(&app.keys().seal("live", &bound_to(viewer), &place)))
}

/// The place of a cursor; BAD_INPUT where it is not one of this viewer's, CURSOR_EXPIRED after 30 days.
pub fn open(app: &App, viewer: &Viewer, cursor: &str) -> Result<i64> {
    let wrong =
        || Error::BadInput("this cursor is not of this stream: load the list and subscribe again".into());
    let sealed = BASE64URL_NOPAD.decode(cursor.as_bytes()).map_err(|_| wrong())?;
    let place = app.keys().open("live", &bound_to(viewer), &sealed).map_err(|_| wrong())?;
    let place: Place = serde_json::from_slice(&place).map_err(|_| wrong())?;
    if app.now() - place.at > LIFE { Err(Error::CursorExpired) } else { Ok(place.place) }
}
