//! Where a feed comes from: a file, or an address, page by page.

use std::{fs::File, io::Read as _, path::Path};

use tokio::time::timeout;
use url::Url;

use super::{
    document::Service,
    feed::{self, MOST_SERVICES, Part},
};
use crate::platform::{
    error::{Error, Result},
    fetch::{self, Fetch, LARGEST, Network, PATIENCE},
};

/// A feed has so many pages at most.
const MOST_PAGES: u64 = 1_000;

/// A feed that was read: the name it goes by unless it is given another, and its services.
#[derive(Debug)]
pub struct Feed {
    /// The server, or the file.
    pub name: String,
    /// The services.
    pub services: Vec<Service>,
}

/// Whether this names an address, and not a file.
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.contains("://")
}

/// Reads a file. Not more of it than a feed may have: it may have no end.
pub fn file(path: &Path) -> Result<Feed> {
    let no = |what: &str| Error::BadInput(format!("the file {what}, and nothing was changed").into());
    let file = File::open(path).map_err(|_| no("cannot be opened"))?;
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    file.take(most).read_to_end(&mut bytes).map_err(|_| no("cannot be read"))?;
    if bytes.len() > LARGEST {
        return Err(no("is over 100 MB"));
    }
    let Part { services, pages } = feed::read(&bytes)?;
    if pages > 1 {
        return Err(no("is one page of several: give the address, or a file with all of them"));
    }
    let name = path.file_name().map_or_else(|| "file".to_owned(), |name| name.to_string_lossy().into_owned());
    Ok(Feed { name, services })
}

/// Reads an address, with all pages that it says there are.
pub async fn address(network: &dyn Network, text: &str) -> Result<Feed> {
    let url = fetch::checked(text)?;
    let late = || Error::BadInput("the feed did not come within 5 minutes, and nothing was changed".into());
    timeout(PATIENCE, pages(network, &url)).await.map_err(|_| late())?
}

async fn pages(network: &dyn Network, url: &Url) -> Result<Feed> {
    let mut fetch = Fetch::new(network, LARGEST);
    let (bytes, there) = fetch.get(url).await?;
    let Part { mut services, pages } = feed::read(&bytes)?;
    drop(bytes);
    if pages > MOST_PAGES {
        let says = format!(
            "the feed says that it has {pages} pages; {MOST_PAGES} are read, and nothing was changed"
        );
        return Err(Error::BadInput(says.into()));
    }
    if pages > 1 && url.query_pairs().any(|(name, _)| name == "page") {
        return Err(Error::BadInput(
            "give the address of the whole feed, without a page: nothing was changed".into(),
        ));
    }
    for number in 2..=pages {
        let mut page = there.clone();
        page.query_pairs_mut().append_pair("page", &number.to_string());
        let (bytes, _) = fetch.get(&page).await?;
        services.extend(feed::read(&bytes)?.services);
        if services.len() > MOST_SERVICES {
            let says = format!("the feed has more than {MOST_SERVICES} services, and nothing was changed");
            return Err(Error::BadInput(says.into()));
        }
    }
    Ok(Feed { name: url.origin().ascii_serialization(), services })
}
