//! Which media type an answer has, by the request's `Accept`: one of the two of GraphQL over HTTP, or an event stream; and
//! whether a body is JSON.

use axum::http::{HeaderMap, HeaderValue, header};
use mime::Mime;

/// A media type that answers can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/graphql-response+json`: the status says whether anything was executed.
    GraphqlResponse,
    /// `application/json`: 200 for every well-formed request.
    Json,
    /// `text/event-stream`: every result is an event. What is refused before there is a stream is plain JSON.
    EventStream,
}

impl Media {
    const fn essence(self) -> (&'static str, &'static str) {
        match self {
            Self::GraphqlResponse => ("application", "graphql-response+json"),
            Self::Json => ("application", "json"),
            Self::EventStream => ("text", "event-stream"),
        }
    }

    /// What `Content-Type` says.
    #[must_use]
    pub const fn content_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
            Self::Json | Self::EventStream => "application/json; charset=utf-8",
        })
    }
}

/// What the client likes best; none where it accepts nothing of it. An event stream only where it is named. Since 2025 no `Accept` means `graphql-response+json`.
#[must_use]
pub fn negotiate(headers: &HeaderMap) -> Option<Media> {
    if !headers.contains_key(header::ACCEPT) {
        return Some(Media::GraphqlResponse);
    }
    let ranges: Vec<(Mime, u16)> = headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|range| range.trim().parse::<Mime>().ok())
        .map(|range| (range.clone(), quality(&range)))
        .collect();
    let liked = |media: Media| {
        let (kind, subtype) = media.essence();
        ranges
            .iter()
            .filter_map(|(range, quality)| {
                let named_only = media == Media::EventStream;
                let exact = match (range.type_().as_str(), full_subtype(range)) {
                    ("*", _) if !named_only => 0,
                    (k, s) if k == kind && s == "*" && !named_only => 1,
                    (k, s) if k == kind && s == subtype => 2,
                    _ => return None,
                };
                Some((exact, *quality))
            })
            .max()
            .map_or(0, |(_, quality)| quality)
    };
    [Media::EventStream, Media::Json, Media::GraphqlResponse]
        .map(|media| (liked(media), media))
        .into_iter()
        .filter(|(quality, _)| *quality > 0)
        .max_by_key(|(quality, _)| *quality)
        .map(|(_, media)| media)
}

/// `graphql-response+json`, which the library keeps in two parts.
fn full_subtype(range: &Mime) -> String {
    match range.suffix() {
        Some(suffix) => format!("{}+{suffix}", range.subtype()),
        None => range.subtype().to_string(),
    }
}

/// `q` in thousandths; 1,000 where it is left out or makes no sense.
fn quality(range: &Mime) -> u16 {
    let Some(text) = range.get_param("q") else { return 1000 };
    let text = text.as_str();
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let digits = format!("{rest:0<3}");
    match (whole, digits.get(..3).and_then(|three| three.parse::<u16>().ok())) {
        ("0", Some(thousandths)) => thousandths,
        _ => 1000,
    }
}

/// Whether the body says that it is JSON in UTF-8. Nothing is executed from another type: a form can send those from anywhere.
#[must_use]
pub fn is_json(headers: &HeaderMap) -> bool {
    let mut types = headers.get_all(header::CONTENT_TYPE).iter();
    let (Some(one), None) = (types.next(), types.next()) else { return false };
    let Some(mime) = one.to_str().ok().and_then(|text| text.parse::<Mime>().ok()) else { return false };
    mime.essence_str() == "application/json"
        && mime.get_param("charset").is_none_or(|charset| charset.as_str().eq_ignore_ascii_case("utf-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: &header::HeaderName, values: &[&str]) -> HeaderMap {
        values.iter().map(|value| (name.clone(), HeaderValue::from_str(value).unwrap())).collect()
    }

    #[test]
    fn the_media_type_follows_accept() {
        let cases: &[(&[&str], Option<Media>)] = &[
            (&[], Some(Media::GraphqlResponse)),
            (&["*/*"], Some(Media::GraphqlResponse)),
            (&["application/*"], Some(Media::GraphqlResponse)),
            (&["application/json"], Some(Media::Json)),
            (&["application/json; charset=utf-8"], Some(Media::Json)),
            (&["application/graphql-response+json"], Some(Media::GraphqlResponse)),
            (&["application/graphql-response+json, application/json;q=0.9"], Some(Media::GraphqlResponse)),
            (&["application/graphql-response+json;q=0.5, application/json"], Some(Media::Json)),
            (&["application/json", "application/graphql-response+json"], Some(Media::GraphqlResponse)),
            (&["application/graphql-response+json;q=0, */*"], Some(Media::Json)),
            (&["application/graphql-response+json;q=0"], None),
            (&["text/html"], None),
            (&["text/html, */*;q=0.1"], Some(Media::GraphqlResponse)),
            (&["nonsense"], None),
            (&[""], None),
            (&["application/json;q=0.1, application/graphql-response+json;q=0.05"], Some(Media::Json)),
            (&["application/json;q=0.001"], Some(Media::Json)),
            (&["text/event-stream"], Some(Media::EventStream)),
            (&["text/event-stream, application/json;q=0.9"], Some(Media::EventStream)),
            (&["application/json, text/event-stream"], Some(Media::Json)),
            (&["text/event-stream;q=0.5, */*;q=0.1"], Some(Media::EventStream)),
            (&["text/*"], None),
        ];
        for (accept, media) in cases {
            assert_eq!(negotiate(&headers(&header::ACCEPT, accept)), *media, "{accept:?}");
        }
    }

    #[test]
    fn only_json_in_utf8_is_read() {
        let is = |values: &[&str]| is_json(&headers(&header::CONTENT_TYPE, values));
        assert!(is(&["application/json"]));
        assert!(is(&["application/json; charset=UTF-8"]));
        assert!(!is(&[]));
        assert!(!is(&["text/plain"]));
        assert!(!is(&["application/json; charset=latin1"]));
        assert!(!is(&["application/x-www-form-urlencoded"]));
        assert!(!is(&["application/graphql"]));
        assert!(!is(&["application/json", "text/plain"]));
    }
}
