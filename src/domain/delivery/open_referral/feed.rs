//! A feed as bytes: one service, a list of them, or a page of HSDS. Says with line and item what cannot be read. Pure.

use std::{collections::HashSet, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{self, IgnoredAny, SeqAccess, Visitor},
};
use uuid::Uuid;

use super::document::Service;
use crate::platform::error::{Error, Result};

/// A feed has so many services at most.
pub const MOST_SERVICES: usize = 20_000;

/// What one document of a feed holds.
#[derive(Debug)]
pub struct Part {
    /// The services.
    pub services: Vec<Service>,
    /// How many pages there are, where it is a page.
    pub pages: u64,
}

/// Services one by one, so that what is wrong is told with its place in the list.
struct Items(Vec<Service>);

impl<'de> Deserialize<'de> for Items {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OneByOne;
        impl<'de> Visitor<'de> for OneByOne {
            type Value = Vec<Service>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a list of services")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Service>, A::Error> {
                let mut all = Vec::new();
                loop {
                    let number = all.len() + 1;
                    let next = list
                        .next_element()
                        .map_err(|error| de::Error::custom(format!("item {number}: {error}")))?;
                    let Some(service) = next else { return Ok(all) };
                    if number > MOST_SERVICES {
                        return Err(de::Error::custom(format!("more than {MOST_SERVICES} services")));
                    }
                    all.push(service);
                }
            }
        }
        from.deserialize_seq(OneByOne).map(Items)
    }
}

/// What kind of object it is, before it is read as that.
#[derive(Deserialize)]
struct Head {
    contents: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct OfPage {
    contents: Items,
    total_pages: Option<u64>,
}

fn unreadable(error: &serde_json::Error) -> Error {
    let mut says: String = error.to_string().chars().filter(|c| !c.is_control()).take(300).collect();
    if error.line() > 0 && !says.contains(" line ") {
        says = format!("{says} at line {} column {}", error.line(), error.column());
    }
    Error::BadInput(format!("the feed is refused, and nothing was changed: {says}").into())
}

/// Reads one document.
pub fn read(bytes: &[u8]) -> Result<Part> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let one = |services| Part { services, pages: 1 };
    let read = if first == Some(&b'[') {
        serde_json::from_slice::<Items>(bytes).map(|items| one(items.0))
    } else {
        serde_json::from_slice::<Head>(bytes).and_then(|head| match head.contents {
            Some(_) => serde_json::from_slice::<OfPage>(bytes)
                .map(|page| Part { services: page.contents.0, pages: page.total_pages.unwrap_or(1) }),
            None => serde_json::from_slice::<Service>(bytes).map(|service| one(vec![service])),
        })
    };
    read.map_err(|error| unreadable(&error))
}

/// Refuses a feed in which two services have one id: nobody knows which is meant. The same for their places.
pub fn distinct(services: &[Service]) -> Result<()> {
    if services.len() > MOST_SERVICES {
        let says =
            format!("the feed is refused, and nothing was changed: more than {MOST_SERVICES} services");
        return Err(Error::BadInput(says.into()));
    }
    let (mut seen, mut places) = (HashSet::<Uuid>::new(), HashSet::<Uuid>::new());
    for (place, service) in services.iter().enumerate() {
        if !seen.insert(service.id) {
            return Err(refused(place, &format!("its id {} stands twice", service.id)));
        }
        for there in &service.service_at_locations {
            if !places.insert(there.id) {
                return Err(refused(place, &format!("the id {} of a place stands twice", there.id)));
            }
        }
    }
    Ok(())
}

/// The feed is refused because of one of its services.
#[must_use]
pub fn refused(place: usize, why: &str) -> Error {
    Error::BadInput(format!("the feed is refused, and nothing was changed: item {}: {why}", place + 1).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = r#"{"id":"ac148810-d857-441c-9679-408f346de14b","name":"Boats","status":"active","service_areas":null}"#;

    #[test]
    fn a_service_a_list_and_a_page_are_read() {
        assert_eq!(read(ONE.as_bytes()).unwrap().services.len(), 1);
        assert_eq!(read(format!("\u{feff} [{ONE},{ONE}]").as_bytes()).unwrap().services.len(), 2);
        let page = read(format!(r#"{{"total_pages":3,"contents":[{ONE}]}}"#).as_bytes()).unwrap();
        assert_eq!((page.services.len(), page.pages), (1, 3));
        assert_eq!(read(b"[]").unwrap().services.len(), 0);
    }

    #[test]
    fn what_cannot_be_read_is_told_with_line_and_item() {
        let says = |text: &str| read(text.as_bytes()).unwrap_err().to_string();
        let second = says(&format!("[{ONE},\n{{\"id\":\"1\"}}]"));
        assert!(second.contains("item 2") && second.contains("line 2"), "{second}");
        assert!(says("[{\n\"id\": nonsense").contains("line 2"));
        assert!(says("").contains("line 1"));
        assert!(says(&"[".repeat(100_000)).contains("item 1"));
        assert!(says("<html></html>").contains("line 1"));
        assert!(says("3").contains("line 1"));
        assert!(read(b"[\xFF\xFE]").is_err());
        assert!(says(&ONE.replace("active", "open")).contains("unknown variant"));
        let twice = read(format!("[{ONE},{ONE}]").as_bytes()).unwrap();
        assert!(distinct(&twice.services).unwrap_err().to_string().contains("item 2"));
    }
}
