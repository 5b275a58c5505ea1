//! An answer to a query by GET may be kept by whoever asked, and asked for again by its tag: 304 says that it is the same.
//!
//! It is made and audited all the same, under the rights of that moment; only its body is spared. No proxy keeps it.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

/// Whose it is: another credential, or another membership of the same person, has another answer.
const VARY: HeaderValue = HeaderValue::from_static("Authorization, Cookie, Ridgeway-Membership");
/// Kept by whoever asked, and never used again without asking.
const KEPT: HeaderValue = HeaderValue::from_static("private, no-cache");

/// The tag of a body.
fn tag(body: &[u8]) -> String {
    format!("\"{}\"", BASE64URL_NOPAD.encode(&Sha256::digest(body)[..18]))
}

/// Whether a request already has what has this tag.
fn has(headers: &HeaderMap, tag: &str) -> bool {
    let values = headers.get_all(header::IF_NONE_MATCH).iter();
    values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|text| text.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

/// The answer with its tag, or that it is the same as the one which the client has.
pub fn tagged(body: Vec<u8>, content_type: HeaderValue, asked: &HeaderMap) -> Response {
    let tag = tag(&body);
    let same = has(asked, &tag);
    let mut answer = if same {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, content_type)], Body::from(body)).into_response()
    };
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, KEPT);
    headers.insert(header::VARY, VARY);
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: HeaderValue = HeaderValue::from_static("application/json");

    fn asked(known: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for one in known {
            headers.append(header::IF_NONE_MATCH, HeaderValue::from_str(one).unwrap());
        }
        headers
    }

    #[test]
    fn what_the_client_has_is_not_sent_again() {
        let tag = tag(b"{}");
        let status = |known: &[&str]| tagged(b"{}".to_vec(), JSON, &asked(known)).status();
        assert_eq!(status(&[]), StatusCode::OK);
        let same = [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()];
        for known in &same {
            assert_eq!(status(&[known]), StatusCode::NOT_MODIFIED, "{known}");
        }
        assert_eq!(status(&["\"other\"", &tag]), StatusCode::NOT_MODIFIED);
        assert_eq!(status(&["\"other\""]), StatusCode::OK);
        assert_eq!(status(&[tag.trim_matches('"')]), StatusCode::OK, "a tag has its quotes");
        let answer = tagged(b"{}".to_vec(), JSON, &asked(&[&tag]));
        assert_eq!(answer.headers()[header::ETAG], tag.as_str());
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "private, no-cache");
        assert!(answer.headers().get(header::CONTENT_TYPE).is_none());
    }
}
