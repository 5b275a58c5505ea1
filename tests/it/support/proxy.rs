//! A way to a server that can be closed, cut, slowed and silenced while a test looks on.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
};

use super::port;

/// How the way is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As if it were not there.
    Open,
    /// Nobody listens, and what was connected is cut.
    Closed,
    /// Each word takes so long.
    Slow(Duration),
    /// It listens, takes everything, and never passes anything on.
    Silent,
}

/// A way to a server.
pub struct Proxy {
    way: watch::Sender<Way>,
    cuts: watch::Sender<u32>,
    held: Arc<AtomicUsize>,
}

impl Proxy {
    /// A way, open, to the server of a URL; and that URL by this way.
    pub async fn to(url: &str) -> (Self, String) {
        let (before, rest) = url.split_once("://").expect("a URL");
        let host = rest.split(['/', '?']).next().unwrap_or_default();
        let host = host.rsplit('@').next().unwrap_or_default().to_owned();
        let listener = TcpListener::bind(port::free()).await.expect("a port");
        let at = listener.local_addr().expect("an address");
        let (way, ways) = watch::channel(Way::Open);
        let (cuts, cut) = watch::channel(0);
        let held = Arc::new(AtomicUsize::new(0));
        tokio::spawn(listen(listener, host.clone(), ways, cut, Arc::clone(&held)));
        (Self { way, cuts, held }, format!("{before}://{}", rest.replacen(&host, &at.to_string(), 1)))
    }

    /// From now on the way is like this. What is silenced or slowed goes on from where it is when the way is open again.
    pub fn set(&self, way: Way) {
        self.way.send_replace(way);
    }

    /// Cuts what is connected; who comes again is let through.
    pub fn cut(&self) {
        self.cuts.send_modify(|cuts| *cuts += 1);
    }

    /// How many bytes wait here to be passed on.
    pub fn held(&self) -> usize {
        self.held.load(Ordering::SeqCst)
    }
}

async fn listen(
    listener: TcpListener,
    server: String,
    mut way: watch::Receiver<Way>,
    mut cut: watch::Receiver<u32>,
    held: Arc<AtomicUsize>,
) {
    let at = listener.local_addr().expect("an address");
    let mut listener = Some(listener);
    let mut connections = JoinSet::new();
    loop {
        let closed = *way.borrow_and_update() == Way::Closed;
        if closed {
            listener = None;
            connections.abort_all();
        } else if listener.is_none() {
            listener = Some(TcpListener::bind(at).await.expect("the same port"));
        }
        let accepted = async {
            match &listener {
                Some(listener) => listener.accept().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            Ok((client, _)) = accepted => {
                let (server, way, held) = (server.clone(), way.clone(), Arc::clone(&held));
                connections.spawn(async move { drop(join(client, &server, way, held).await) });
            }
            changed = way.changed() => if changed.is_err() { return },
            changed = cut.changed() => {
                if changed.is_err() {
                    return;
                }
                connections.abort_all();
            }
        }
    }
}

/// Joins a client to the server, until either leaves.
async fn join(
    mut client: TcpStream,
    server: &str,
    way: watch::Receiver<Way>,
    held: Arc<AtomicUsize>,
) -> io::Result<()> {
    let mut server = TcpStream::connect(server).await?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let ((from_client, to_client), (from_server, to_server)) = (client.split(), server.split());
    tokio::select! {
        ended = pass(from_client, to_server, way.clone(), Held::none(&held)) => ended,
        ended = pass(from_server, to_client, way, Held::none(&held)) => ended,
    }
}

/// Bytes that wait, counted until they are passed on or their connection is cut.
struct Held {
    bytes: Vec<u8>,
    all: Arc<AtomicUsize>,
}

impl Held {
    fn none(all: &Arc<AtomicUsize>) -> Self {
        Self { bytes: Vec::new(), all: Arc::clone(all) }
    }

    fn add(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.all.fetch_add(bytes.len(), Ordering::SeqCst);
    }

    fn take(&mut self) -> Vec<u8> {
        self.all.fetch_sub(self.bytes.len(), Ordering::SeqCst);
        std::mem::take(&mut self.bytes)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.take();
    }
}

async fn pass(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut way: watch::Receiver<Way>,
    mut held: Held,
) -> io::Result<()> {
    let mut some = vec![0; 8192];
    loop {
        let now = *way.borrow_and_update();
        let may_go = async {
            match now {
                Way::Open => {}
                // The slowness that is tested.
                Way::Slow(by) => tokio::time::sleep(by).await,
                Way::Closed | Way::Silent => std::future::pending().await,
            }
        };
        tokio::select! {
            read = from.read(&mut some) => match read? {
                0 => return Ok(()),
                length => held.add(&some[..length]),
            },
            () = may_go, if !held.bytes.is_empty() => to.write_all(&held.take()).await?,
            _ = way.changed() => {}
        }
    }
}
