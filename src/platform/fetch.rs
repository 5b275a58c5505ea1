//! Fetching documents from other servers: by https alone, from public addresses alone, up to a size and within a time.
//!
//! A name is looked up once for each request, every address that answers is checked, and the connection goes to one of those:
//! a name that answers otherwise a moment later is not asked again. Redirects go through the same.

use std::{net::SocketAddr, pin::Pin, sync::Arc, time::Duration};

use axum::body::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::{Request, StatusCode, body::Incoming, header};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};
use url::{Host, Url};

use super::{
    error::{Error, Result},
    public_address::is_public,
};

/// The most bytes that all documents of a feed have together: 100 MB.
pub const LARGEST: usize = 100_000_000;
/// All of a feed is there within this.
pub const PATIENCE: Duration = Duration::from_mins(5);
/// A server answers, or sends on, within this.
const SILENCE: Duration = Duration::from_secs(20);
/// One document leads elsewhere so often at most.
const REDIRECTS: usize = 5;

/// Bytes both ways.
pub trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// What will be there later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = std::io::Result<T>> + Send + 'a>>;

/// The network: names and connections. Tests bring another; the program has `Internet` alone.
pub trait Network: Send + Sync {
    /// The addresses of a name.
    fn resolve<'a>(&'a self, host: &'a str, port: u16) -> Later<'a, Vec<SocketAddr>>;
    /// A connection to this address on which the server has proved to be this host.
    fn connect<'a>(&'a self, to: SocketAddr, host: &'a str) -> Later<'a, Box<dyn Stream>>;
}

/// The real one: the system's names, and TLS under the roots that browsers believe.
pub struct Internet(TlsConnector);

impl Internet {
    /// Ready to connect.
    pub fn new() -> Result<Self> {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(Error::internal)?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self(TlsConnector::from(Arc::new(config))))
    }
}

impl Network for Internet {
    fn resolve<'a>(&'a self, host: &'a str, port: u16) -> Later<'a, Vec<SocketAddr>> {
        Box::pin(async move { Ok(tokio::net::lookup_host((host, port)).await?.collect()) })
    }

    fn connect<'a>(&'a self, to: SocketAddr, host: &'a str) -> Later<'a, Box<dyn Stream>> {
        Box::pin(async move {
            let name = ServerName::try_from(host.to_owned()).map_err(std::io::Error::other)?;
            let stream = TcpStream::connect(to).await?;
            let stream: Box<dyn Stream> = Box::new(self.0.connect(name, stream).await?);
            Ok(stream)
        })
    }
}

/// What fetches the documents of one feed; their sizes add up.
pub struct Fetch<'a> {
    network: &'a dyn Network,
    left: usize,
}

fn refused(says: impl std::fmt::Display) -> Error {
    Error::BadInput(format!("the feed was not read, and nothing was changed: {says}").into())
}

/// An address as it was typed, if it may be asked for.
pub fn checked(text: &str) -> Result<Url> {
    let url = Url::parse(text).map_err(|_| refused("this is no web address"))?;
    allowed(&url)?;
    Ok(url)
}

fn allowed(url: &Url) -> Result<()> {
    if url.scheme() != "https" {
        return Err(refused("only https:// is read"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refused("an address with a name or password in it is not read"));
    }
    Ok(())
}

impl<'a> Fetch<'a> {
    /// Fetches by this network, so many bytes at most.
    #[must_use]
    pub fn new(network: &'a dyn Network, most: usize) -> Self {
        Self { network, left: most }
    }

    /// The document at an address, and where it was in the end.
    pub async fn get(&mut self, url: &Url) -> Result<(Vec<u8>, Url)> {
        let mut url = url.clone();
        for _ in 0..=REDIRECTS {
            allowed(&url)?;
            let response = self.ask(&url).await?;
            if response.status().is_redirection() {
                let to = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
                let to = to.ok_or_else(|| refused("a redirect leads nowhere"))?;
                url = url.join(to).map_err(|_| refused("a redirect leads to no web address"))?;
                continue;
            }
            if response.status() != StatusCode::OK {
                return Err(refused(format!("the server answers {}", response.status())));
            }
            let encoding = response.headers().get(header::CONTENT_ENCODING);
            if encoding.is_some_and(|encoding| encoding != "identity") {
                return Err(refused("the server sends it compressed, which was not asked for"));
            }
            return Ok((self.body(response.into_body()).await?, url));
        }
        Err(refused(format!("more than {REDIRECTS} redirects")))
    }

    /// Connects to an address of this host that was checked.
    async fn connected(&self, url: &Url) -> Result<Box<dyn Stream>> {
        let port = url.port_or_known_default().unwrap_or(443);
        let (name, addresses) = match url.host() {
            Some(Host::Domain(name)) => {
                let found = timeout(SILENCE, self.network.resolve(name, port)).await;
                let found = found.map_err(|_| refused("its name is not found in time"))?;
                (name.to_owned(), found.map_err(|_| refused("its name is not found"))?)
            }
            Some(Host::Ipv4(address)) => (address.to_string(), vec![SocketAddr::from((address, port))]),
            Some(Host::Ipv6(address)) => (address.to_string(), vec![SocketAddr::from((address, port))]),
            None => return Err(refused("it names no server")),
        };
        if let Some(inside) = addresses.iter().find(|address| !is_public(address.ip())) {
            return Err(refused(format!(
                "{name} leads to {}, which is no address on the public internet",
                inside.ip()
            )));
        }
        for address in addresses {
            if let Ok(Ok(stream)) = timeout(SILENCE, self.network.connect(address, &name)).await {
                return Ok(stream);
            }
        }
        Err(refused(format!("{name} does not answer, or does not prove who it is")))
    }

    async fn ask(&self, url: &Url) -> Result<hyper::Response<Incoming>> {
        let stream = self.connected(url).await?;
        let broken = |_| refused("the server does not speak HTTP");
        let shaken = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
        let (mut sender, connection) = shaken.map_err(broken)?;
        // Ends with the answer's body.
        tokio::spawn(connection);
        let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
        let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
        let request = Request::get(path)
            .header(header::HOST, host)
            .header(header::ACCEPT, "application/json")
            .header(header::ACCEPT_ENCODING, "identity")
            .header(header::USER_AGENT, concat!("ridgeway/", env!("CARGO_PKG_VERSION")))
            .body(Empty::<Bytes>::new())
            .map_err(|_| refused("this address cannot be asked for"))?;
        let answered = timeout(SILENCE, sender.send_request(request)).await;
        answered.map_err(|_| refused("the server does not answer in time"))?.map_err(broken)
    }

    async fn body(&mut self, mut body: Incoming) -> Result<Vec<u8>> {
        let too_large = || refused("it is over 100 MB");
        let says = hyper::body::Body::size_hint(&body).lower();
        if usize::try_from(says).map_or(true, |says| says > self.left) {
            return Err(too_large());
        }
        let mut all = Vec::new();
        loop {
            let next = timeout(SILENCE, body.frame()).await;
            let Some(frame) = next.map_err(|_| refused("it does not come in time"))? else { break };
            let frame = frame.map_err(|_| refused("it does not come whole"))?;
            if let Ok(bytes) = frame.into_data() {
                self.left = self.left.checked_sub(bytes.len()).ok_or_else(too_large)?;
                all.extend_from_slice(&bytes);
            }
        }
        Ok(all)
    }
}
