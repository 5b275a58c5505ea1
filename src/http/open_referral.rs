//! `/openreferral/services`: the catalogue for other directories, in HSDS 3 (Open Referral), without a sign-in. What is in
//! it says `domain::delivery::open_referral`; the attributes that Ridgeway adds are in `docs/open-referral.md`.

use axum::{
    Json,
    extract::{Path, RawQuery, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use url::form_urlencoded;
use uuid::Uuid;

use super::{Server, accept::Media, fault::Fault};
use crate::{
    domain::delivery::open_referral::publish::{self, LARGEST_PAGE, USUAL_PAGE},
    platform::error::{Error, Result},
};

/// Answers may be kept for a minute: a directory that asks more often costs nothing.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// A page of services.
pub async fn services(State(server): State<Server>, RawQuery(query): RawQuery) -> Response {
    let (page, size) = match asked(query.as_deref().unwrap_or_default()) {
        Ok(asked) => asked,
        Err(fault) => return fault.answer(Media::Json),
    };
    answer(publish::page(server.app(), page, size).await)
}

/// One service.
pub async fn service(State(server): State<Server>, Path(id): Path<String>) -> Response {
    // What is no UUID was never given out.
    let Ok(id) = Uuid::try_parse(&id) else { return Fault::from(Error::NotFound).answer(Media::Json) };
    answer(publish::one(server.app(), id).await)
}

fn answer<T: Serialize>(found: Result<T>) -> Response {
    match found {
        Ok(found) => {
            let mut response = Json(found).into_response();
            response.headers_mut().insert(header::CACHE_CONTROL, KEPT);
            response
        }
        Err(error) => Fault::from(error).answer(Media::Json),
    }
}

/// The page and its size. A filter that is not known is refused: passed over, it would answer another question.
fn asked(query: &str) -> Result<(u64, u64), Fault> {
    let (mut page, mut size) = (1, USUAL_PAGE);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let number = value.parse::<u64>().ok().filter(|number| *number > 0);
        match (name.as_ref(), number) {
            ("page", Some(number)) => page = number,
            ("per_page", Some(number)) if number <= LARGEST_PAGE => size = number,
            ("page", None) => return Err(Fault::bad("page is a number from 1")),
            ("per_page", _) => return Err(Fault::bad("per_page is a number from 1 to 100")),
            _ => return Err(Fault::bad("only page and per_page are understood here")),
        }
    }
    Ok((page, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_and_its_size_are_numbers_and_nothing_else_is_asked() {
        assert_eq!(asked("").unwrap(), (1, 20));
        assert_eq!(asked("page=3&per_page=100").unwrap(), (3, 100));
        assert_eq!(asked("page=18446744073709551615").unwrap().0, u64::MAX);
        for wrong in
            ["page=0", "page=-1", "page=a", "page=", "per_page=101", "per_page=0", "search=boxing", "Page=1"]
        {
            assert!(asked(wrong).is_err(), "{wrong}");
        }
    }
}
