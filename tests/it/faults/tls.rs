//! TLS to PostgreSQL and to Redis, as their URLs ask for it, with servers and authorities of the test's own: who checks is not
//! served by a server with another authority's certificate, or with one for another name.

use std::{
    fs::{self, File},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use ridgeway::platform::database;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use secrecy::SecretString;
use tempfile::TempDir;

use super::{
    node::{ready, ridgeway},
    until,
};
use crate::support::{SECRET, START, port, server::Server, servers};

const SOON: Duration = Duration::from_mins(1);

/// An authority and what it certifies.
struct Authority(TempDir);

impl Authority {
    fn new() -> Self {
        let authority = Self(tempfile::tempdir().unwrap());
        authority.openssl("authority", &["-subj", "/CN=authority"]);
        authority
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Makes a key and its certificate.
    fn openssl(&self, name: &str, more: &[&str]) {
        let mut openssl = Command::new("openssl");
        openssl.args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "30",
        ]);
        openssl.arg("-keyout").arg(self.file(&format!("{name}.key")));
        openssl.arg("-out").arg(self.file(&format!("{name}.pem"))).args(more);
        let made = openssl.output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }

    /// A server's certificate for a name, and its key.
    fn certifies(&self, server: &str) -> [PathBuf; 2] {
        let (own, key) = (self.file("authority.pem"), self.file("authority.key"));
        let (own, key) = (own.to_str().unwrap(), key.to_str().unwrap());
        let name = format!("subjectAltName={server}");
        let leaf = ["-CA", own, "-CAkey", key, "-subj", "/CN=server", "-addext", &name, "-addext"];
        self.openssl("server", &[&leaf[..], &["basicConstraints=critical,CA:FALSE"]].concat());
        [self.file("server.pem"), self.file("server.key")]
    }
}

/// Whether a connection with these parameters is made, and is by TLS.
async fn is_served(server: &Server, parameters: &str) -> bool {
    let url = SecretString::from(format!("{}?{parameters}", server.url()));
    let Ok(on) = database::connect(&url, 1).await else { return false };
    let asks = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let row = on.query_one_raw(Statement::from_string(DbBackend::Postgres, asks)).await.unwrap().unwrap();
    row.try_get("", "ssl").unwrap()
}

#[tokio::test]
async fn postgresql_is_checked_by_its_authority_and_its_name() {
    if servers().await.is_none() {
        return;
    }
    let (authority, other) = (Authority::new(), Authority::new());
    let by = |authority: &Authority, mode: &str| {
        format!("sslmode={mode}&sslrootcert={}", authority.file("authority.pem").display())
    };
    let [certificate, key] = authority.certifies("IP:127.0.0.1");
    let server = Server::with_tls(&certificate, &key);
    until("it answers", SOON, async || is_served(&server, &by(&authority, "verify-full")).await).await;
    assert!(is_served(&server, "sslmode=require").await, "it is encrypted, and not known to whom");
    assert!(!is_served(&server, &by(&other, "verify-full")).await, "another authority");
    assert!(!is_served(&server, &by(&other, "verify-ca")).await, "another authority");

    let [certificate, key] = authority.certifies("DNS:elsewhere.example");
    let server = Server::with_tls(&certificate, &key);
    until("it answers", SOON, async || is_served(&server, &by(&authority, "verify-ca")).await).await;
    assert!(!is_served(&server, &by(&authority, "verify-full")).await, "another name");
}

/// A Redis that speaks TLS alone; it ends with the test.
struct Redis {
    process: Child,
    at: SocketAddr,
    trusted: PathBuf,
    _folder: TempDir,
}

impl Drop for Redis {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Redis {
    fn start(authority: &Authority) -> Self {
        let ([certificate, key], trusted) =
            (authority.certifies("IP:127.0.0.1"), authority.file("authority.pem"));
        let (at, folder) = (port::free(), tempfile::tempdir().unwrap());
        let mut server = Command::new("setpriv");
        server.args([
            "--pdeathsig",
            "TERM",
            "redis-server",
            "--bind",
            "127.0.0.1",
            "--port",
            "0",
            "--save",
            "",
        ]);
        server.args(["--tls-port", &at.port().to_string(), "--tls-auth-clients", "no"]);
        server.arg("--tls-cert-file").arg(certificate).arg("--tls-key-file").arg(key);
        server.arg("--tls-ca-cert-file").arg(&trusted).arg("--dir").arg(folder.path());
        // What docs/security.md says that a node needs, and no more.
        server.args(["--user", "node", "on", ">word", "&ridgeway:*", "~ridgeway:*"]);
        server.args(["+subscribe", "+publish", "+ping", "+hello", "+client", "+mget", "+set"]);
        server.stdout(Stdio::null()).stderr(Stdio::null());
        Self { process: server.spawn().unwrap(), at, trusted, _folder: folder }
    }

    /// On how many channels of Ridgeway somebody listens.
    fn channels(&self) -> usize {
        let mut asks = Command::new("redis-cli");
        asks.args(["--tls", "-h", "127.0.0.1", "-p", &self.at.port().to_string(), "--cacert"])
            .arg(&self.trusted);
        let told = asks.args(["PUBSUB", "CHANNELS", "ridgeway:*"]).output().unwrap().stdout;
        String::from_utf8_lossy(&told).lines().filter(|line| line.starts_with("ridgeway:")).count()
    }
}

/// A node that trusts this authority alone.
async fn node(folder: &Path, database: &str, redis: SocketAddr, authority: &Authority) -> Ended {
    let at = port::free();
    let (secret, redis) = (data_encoding::HEXLOWER.encode(&SECRET), format!("rediss://node:word@{redis}/"));
    let trusted = authority.file("authority.pem");
    let settings = [
        ("DATABASE_URL", database),
        ("RIDGEWAY_SECRET", secret.as_str()),
        ("REDIS_URL", redis.as_str()),
        ("SSL_CERT_FILE", trusted.to_str().unwrap()),
    ];
    let mut command = ridgeway(folder, &["demo", "--listen", &at.to_string(), "--now", START], &settings);
    let log = File::create(folder.join("log")).unwrap();
    let process = command.stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap();
    let ended = Ended(process);
    ready(at).await;
    ended
}

/// A process that is killed when it is no longer needed.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn redis_is_checked_by_its_authority_and_spoken_to_by_tls_alone() {
    let Some((database, _)) = servers().await else { return };
    let (authority, other) = (Authority::new(), Authority::new());
    let redis = Redis::start(&authority);
    let folder = tempfile::tempdir().unwrap();
    let wrong = node(folder.path(), &database, redis.at, &other).await;
    let log = || fs::read_to_string(folder.path().join("log")).unwrap();
    until("it says that it does not trust it", SOON, async || log().contains("Redis is away")).await;
    assert_eq!(redis.channels(), 0, "{}", log());
    drop(wrong);
    let _right = node(folder.path(), &database, redis.at, &authority).await;
    until("a node listens", SOON, async || redis.channels() > 0).await;
}
