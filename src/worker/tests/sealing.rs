//! The head of the audit is written to the log: at the first turn, and each hour.

use std::sync::{Arc, Mutex};

use tracing_subscriber::fmt::MakeWriter;

use super::*;
use crate::worker::relay::Relay;

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Kept {
    /// The heads that were logged since the last time.
    fn heads(&self) -> Vec<String> {
        let bytes = std::mem::take(&mut *self.0.lock().unwrap());
        let text = String::from_utf8(bytes).unwrap();
        text.lines().filter(|line| line.contains("head of the audit")).map(str::to_owned).collect()
    }
}

#[tokio::test]
async fn the_head_of_the_audit_is_logged_each_hour() {
    on_each(async |app| {
        let kept = Kept::default();
        let logs = tracing_subscriber::fmt().with_ansi(false).with_writer(kept.clone()).finish();
        let _guard = tracing::subscriber::set_default(logs);
        let mut relay = Relay::new(app.clone());
        let mut turn = async || while relay.turn().await.unwrap() {};

        turn().await;
        assert!(kept.heads().is_empty(), "there is none yet");
        caller(&app, "school.one").await;
        turn().await;
        let head = crate::domain::record::audit::head(&app).await.unwrap().unwrap();
        let heads = kept.heads();
        assert_eq!(heads.len(), 1, "{heads:?}");
        assert!(heads[0].contains(&head.seal) && heads[0].contains(&format!("number={}", head.number)));

        app.clock().advance(TimeDelta::minutes(59));
        turn().await;
        assert!(kept.heads().is_empty(), "not before an hour has passed");
        caller(&app, "school.one").await;
        app.clock().advance(TimeDelta::minutes(1));
        turn().await;
        let next = crate::domain::record::audit::head(&app).await.unwrap().unwrap();
        assert_eq!(next.number, head.number + 1);
        let heads = kept.heads();
        assert!(heads.len() == 1 && heads[0].contains(&next.seal), "{heads:?}");
    })
    .await;
}
