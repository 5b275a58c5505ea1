//! A PostgreSQL of one test's own, which can be stopped and started: on its usual settings, so that what it acknowledges is on
//! the disk. Its programs are found where `scripts/with-servers` put them, in the PATH.

use std::{
    fs::{self, Permissions},
    net::SocketAddr,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use tempfile::TempDir;

use super::port;

/// How PostgreSQL is told to stop.
#[derive(Clone, Copy, Debug)]
pub enum Stop {
    /// What runs is rolled back, and everything is written.
    Fast,
    /// At once, as if it had crashed: what was acknowledged is found again in its log.
    Immediate,
}

/// The server; it ends with the test.
pub struct Server {
    process: Child,
    folder: TempDir,
    at: SocketAddr,
    options: Vec<String>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.tell("QUIT");
        let _ = self.process.wait();
    }
}

/// A command as the user who owns the data: PostgreSQL refuses to run as root. It ends with this process.
fn owned(program: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "QUIT"]);
    if let Some((user, group)) = owner() {
        command.args(["--reuid", &user, "--regid", &group, "--clear-groups"]);
    }
    command.arg(program).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// To whom root lends its folder, with their group.
fn owner() -> Option<(String, String)> {
    let id = |arguments: &[&str]| {
        let output = Command::new("id").args(arguments).output().expect("id");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    if id(&["-u"]).as_deref() != Some("0") {
        return None;
    }
    ["postgres", "nobody"].iter().find_map(|user| Some(((*user).to_owned(), id(&["-gn", user])?)))
}

fn done(mut command: Command) {
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}");
}

impl Server {
    /// A server with nothing in it, started with options.
    fn made(options: impl FnOnce(&str) -> Vec<String>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().to_str().expect("a path").to_owned();
        lend(&path);
        let data = format!("{path}/data");
        let mut made = owned("initdb");
        // Only this machine's loopback reaches it, while the test runs.
        made.args(["--pgdata", &data, "--username", "ridgeway", "--auth", "trust", "--encoding", "UTF8"]);
        made.args(["--locale", "C.UTF-8", "--no-sync"]);
        done(made);
        let (at, options) = (port::free(), options(&path));
        Self { process: run(&folder, at, &options), folder, at, options }
    }

    /// A server that speaks TLS too, with this certificate and its key.
    pub fn with_tls(certificate: &Path, key: &Path) -> Self {
        Self::made(|path| {
            let own = |file: &Path, name: &str| {
                let own = format!("{path}/{name}");
                fs::copy(file, &own).expect("a copy");
                fs::set_permissions(&own, Permissions::from_mode(0o600)).expect("its owner's alone");
                lend(&own);
                own
            };
            let (certificate, key) = (own(certificate, "server.pem"), own(key, "server.key"));
            vec!["ssl=on".to_owned(), format!("ssl_cert_file={certificate}"), format!("ssl_key_file={key}")]
        })
    }

    /// A server with a copy of a database of the tests' own server.
    pub fn with_copy_of(url: &str) -> Self {
        let server = Self::made(|_| Vec::new());
        let mut copied = Command::new("bash");
        // It takes connections before long: `pg_isready` asks until then.
        let copy = "set -eo pipefail; for try in $(seq 600); do pg_isready -q -d \"$2\" && break; sleep 0.05; done; \
                    pg_dump --no-owner \"$1\" | psql -q -v ON_ERROR_STOP=1 -o /dev/null \"$2\"";
        copied.args(["-c", copy, "copy", url, &server.url()]);
        done(copied);
        server
    }

    /// Where it is.
    pub fn url(&self) -> String {
        format!("postgres://ridgeway@{}/postgres", self.at)
    }

    fn tell(&self, signal: &str) {
        let mut kill = Command::new("kill");
        let _ = kill.args(["-s", signal, &self.process.id().to_string()]).status();
    }

    /// Stops it and waits until it is gone.
    pub async fn stop(&mut self, how: Stop) {
        self.tell(match how {
            Stop::Fast => "INT",
            Stop::Immediate => "QUIT",
        });
        let began = Instant::now();
        while self.process.try_wait().expect("its end").is_none() {
            assert!(began.elapsed() < Duration::from_secs(30), "PostgreSQL does not stop");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Whether it takes connections.
    pub fn is_back(&self) -> bool {
        Command::new("pg_isready").args(["-q", "-d", &self.url()]).status().is_ok_and(|told| told.success())
    }

    /// Starts it on the same data, and does not wait until it answers.
    pub fn start(&mut self) {
        self.process = run(&self.folder, self.at, &self.options);
    }
}

/// Gives a file or folder to the user who owns the data.
fn lend(path: &str) {
    if let Some((user, group)) = owner() {
        let mut lend = Command::new("chown");
        lend.args([&format!("{user}:{group}"), path]);
        done(lend);
    }
}

fn run(folder: &TempDir, at: SocketAddr, options: &[String]) -> Child {
    let path = folder.path().to_str().expect("a path");
    let mut server = owned("postgres");
    server.args(["-D", &format!("{path}/data"), "-k", path, "-h", "127.0.0.1", "-p", &at.port().to_string()]);
    server.args(options.iter().flat_map(|option| ["-c", option]));
    server.spawn().expect("setpriv")
}
