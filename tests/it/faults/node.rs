//! The real binary as a process: started on some data, told to end, or killed.

use std::{
    net::SocketAddr,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    time::Duration,
};

use reqwest::Client;

use super::until;
use crate::support::START;

/// A served demo; killed when the test is over, however it ends.
pub struct Node {
    process: Child,
    pub at: SocketAddr,
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub fn ridgeway(folder: &Path, words: &[&str], settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ridgeway"));
    command.args(words).env_clear().env("RIDGEWAY_DATA", folder).envs(settings.iter().copied());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

impl Node {
    /// A demo at `START`.
    pub fn start(folder: &Path, at: SocketAddr, settings: &[(&str, &str)]) -> Self {
        Self::told(folder, at, &["--now", START], settings)
    }

    /// A demo told more on its command line.
    pub fn told(folder: &Path, at: SocketAddr, words: &[&str], settings: &[(&str, &str)]) -> Self {
        let at_text = at.to_string();
        let words = [&["demo", "--listen", &at_text], words].concat();
        Self { process: ridgeway(folder, &words, settings).spawn().unwrap(), at }
    }

    /// Ends it in the middle of whatever it does: SIGKILL, which no program sees.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
    }

    /// Asks it to end, as whoever runs it does.
    pub fn terminate(&self) {
        assert!(Command::new("kill").arg(self.process.id().to_string()).status().unwrap().success());
    }

    pub async fn ended(&mut self) -> ExitStatus {
        let mut status = None;
        until("it has ended", Duration::from_secs(30), async || {
            status = self.process.try_wait().unwrap();
            status.is_some()
        })
        .await;
        status.unwrap()
    }

    /// How much memory it has in use, in KiB.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }
}

/// As a proxy asks: on a connection of its own.
pub async fn is_ready(at: SocketAddr) -> bool {
    let asked = Client::new().get(format!("http://{at}/health/ready")).send().await;
    asked.is_ok_and(|answer| answer.status() == 200)
}

pub async fn ready(at: SocketAddr) {
    until("it is ready", Duration::from_mins(4), async || is_ready(at).await).await;
}
