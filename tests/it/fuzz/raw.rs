//! HTTP/1.1 by hand, so that nothing is put right on its way: a request as bytes, an answer as it came.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// A body may take 20 seconds to arrive, and no answer takes longer.
const SOON: Duration = Duration::from_secs(25);

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    /// Every value of a header.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n")?;
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        Some(Self { status, headers, body: body.to_owned() })
    }
}

/// Sends bytes and reads to the end of the answer, or to the first event of a stream; None where the server only hangs up.
/// With `half` the client closes its direction once it has sent everything.
pub async fn send(host: &str, request: &[u8], half: bool) -> Result<Option<Answer>, String> {
    let mut stream = TcpStream::connect(host).await.map_err(|error| error.to_string())?;
    let (mut reader, mut writer) = stream.split();
    let mut bytes = Vec::new();
    let write = async {
        // What it has refused by its head it reads no further.
        let _ = writer.write_all(request).await;
        if half {
            let _ = writer.shutdown().await;
        }
    };
    let read = async {
        let mut some = vec![0; 16 * 1024];
        loop {
            match reader.read(&mut some).await {
                Ok(0) | Err(_) => return,
                Ok(length) => bytes.extend_from_slice(&some[..length]),
            }
            let goes_on = Answer::read(&bytes).is_some_and(|answer| {
                let media = answer.all("content-type");
                answer.status == 101 || media.iter().any(|media| media.starts_with("text/event-stream"))
            });
            if goes_on {
                return;
            }
        }
    };
    let both = async { tokio::join!(write, read) };
    timeout(SOON, both).await.map_err(|_| format!("no answer within {SOON:?}"))?;
    Ok(Answer::read(&bytes))
}
