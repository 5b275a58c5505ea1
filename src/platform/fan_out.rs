//! Fan-out by Redis: carries the bus from node to node on one channel of the partnership. Redis keeps nothing of it.
//!
//! Stands beside the requests and the relay, which never wait for it: a message that Redis does not take is lost, and every
//! node finds what it was about in the table. Messages are sealed, so that Redis and whoever else uses it see bytes, and
//! cannot make one.

use std::{convert::Infallible, time::Duration};

use data_encoding::HEXLOWER;
use redis::{
    AsyncCommands, AsyncConnectionConfig, Client, ErrorKind, IntoConnectionInfo, ProtocolVersion, PushInfo,
    PushKind, RedisError, RedisResult, Value, aio::MultiplexedConnection,
};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use tokio::{
    sync::mpsc,
    time::{MissedTickBehavior, interval, sleep, timeout},
};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::{
    bus::{Bus, Message},
    error::{Error, Result},
    keys::Keys,
};

/// Redis answers within this, or is taken to be away.
const LIMIT: Duration = Duration::from_millis(500);
/// So long a connection may take with all that it begins with: TLS, name and password, subscribing.
const BEGINNING: Duration = Duration::from_secs(2);
/// How often it is looked whether Redis is there.
const PULSE: Duration = Duration::from_secs(1);
/// How long to rest before trying again: doubled each time, up to the longest.
const SHORTEST_REST: Duration = Duration::from_millis(50);
const LONGEST_REST: Duration = Duration::from_secs(1);
/// So many messages of other nodes wait to be heard.
const UNHEARD: usize = 1024;

/// The purpose of the key, and what a message is bound to besides the channel.
const PURPOSE: &str = "fan-out";

/// A Redis by its URL; connects to nothing yet.
pub fn client(url: &SecretString) -> Result<Client> {
    let wrong = || {
        Error::BadInput(
            "REDIS_URL looks like redis://USER:PASSWORD@HOST:6379/, or rediss:// for TLS with a certificate \
             that is checked"
                .into(),
        )
    };
    let url = url.expose_secret();
    // The one fragment that the driver knows switches the check of certificates off.
    if url.contains('#') {
        return Err(wrong());
    }
    let info = url.into_connection_info().map_err(|_| wrong())?;
    let settings = info.redis_settings().clone().set_protocol(ProtocolVersion::RESP3);
    // Messages are small and whole: waiting to fill a packet costs 40 milliseconds.
    let tcp = info.tcp_settings().clone().set_nodelay(true);
    Client::open(info.set_redis_settings(settings).set_tcp_settings(tcp)).map_err(|_| wrong())
}

/// A message with the node that tells it, which hears it as well.
#[derive(Serialize, Deserialize)]
struct Told {
    by: Uuid,
    message: Message,
}

/// This node's end of the channel.
struct Carrier {
    client: Client,
    bus: Bus,
    keys: Keys,
    channel: String,
    node: Uuid,
    /// Whether the last that the log was told is that Redis is away.
    away: bool,
}

/// Carries the bus until the application stops. Heals by itself.
pub async fn carry(client: Client, bus: Bus, keys: Keys, node: Uuid, stop: CancellationToken) {
    let Some(mut queue) = bus.carry() else { return };
    // Two partnerships on one Redis have other keys, and so other channels.
    let channel = format!("ridgeway:{}", HEXLOWER.encode(&keys.digest(PURPOSE, &[b"channel"])[..16]));
    let mut carrier = Carrier { client, bus, keys, channel, node, away: false };
    let mut rest = SHORTEST_REST;
    loop {
        let ended = tokio::select! {
            () = stop.cancelled() => return,
            ended = carrier.session(&mut queue, &mut rest) => ended,
        };
        let Err(error) = ended;
        if !carrier.away {
            carrier.away = true;
            tracing::warn!(%error, "Redis is away: until it is back, nodes look at the database for news");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = sleep(rest) => {}
        }
        rest = (rest * 2).min(LONGEST_REST);
    }
}

impl Carrier {
    /// One connection, until it fails.
    async fn session(
        &mut self,
        queue: &mut mpsc::Receiver<Message>,
        rest: &mut Duration,
    ) -> RedisResult<Infallible> {
        let (pushes, mut heard) = mpsc::channel(UNHEARD);
        let mut connection = timeout(BEGINNING, self.begin(pushes)).await.map_err(|_| silent())??;
        if self.away {
            self.away = false;
            tracing::info!("Redis is back");
        }
        *rest = SHORTEST_REST;
        // What was told meanwhile is lost, and what waits is old: everybody looks once.
        while queue.try_recv().is_ok() {}
        self.bus.hear(Message::Look);
        self.publish(&mut connection, Message::Look).await?;
        let mut pulse = interval(PULSE);
        pulse.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                push = heard.recv() => self.hear(push.ok_or_else(silent)?)?,
                message = queue.recv() => {
                    self.publish(&mut connection, message.ok_or_else(silent)?).await?;
                }
                _ = pulse.tick() => connection.ping::<()>().await?,
            }
        }
    }

    async fn begin(&self, pushes: mpsc::Sender<PushInfo>) -> RedisResult<MultiplexedConnection> {
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(BEGINNING))
            .set_response_timeout(Some(LIMIT))
            // What finds no room is lost, like all that is lost on the way.
            .set_push_sender(move |push| pushes.try_send(push));
        let mut connection = self.client.get_multiplexed_async_connection_with_config(&config).await?;
        connection.subscribe(&self.channel).await?;
        Ok(connection)
    }

    /// Publishes. What fails is not sent again: the next connection begins with telling everybody to look.
    async fn publish(&self, connection: &mut MultiplexedConnection, message: Message) -> RedisResult<()> {
        let Ok(told) = serde_json::to_vec(&Told { by: self.node, message }) else { return Ok(()) };
        let sealed = self.keys.seal(PURPOSE, self.channel.as_bytes(), &told);
        connection.publish::<_, _, ()>(&self.channel, sealed).await
    }

    fn hear(&self, push: PushInfo) -> RedisResult<()> {
        match (push.kind, push.data.as_slice()) {
            (PushKind::Disconnection, _) => Err(silent()),
            (PushKind::Message, [_, Value::BulkString(sealed)]) => {
                if let Some(message) = self.open(sealed) {
                    self.bus.hear(message);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// A message of another node of this partnership.
    fn open(&self, sealed: &[u8]) -> Option<Message> {
        let told = self.keys.open(PURPOSE, self.channel.as_bytes(), sealed).ok()?;
        let told: Told = serde_json::from_slice(&told).ok()?;
        (told.by != self.node).then_some(told.message)
    }
}

fn silent() -> RedisError {
    RedisError::from((ErrorKind::Io, "no answer"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::chance::Chance;

    fn carrier(secret: u8, node: u128) -> Carrier {
        let keys = Keys::new([secret; 32], Chance::System);
        let client = client(&"redis://127.0.0.1:1/".into()).unwrap();
        let node = Uuid::from_u128(node);
        Carrier { client, bus: Bus::default(), keys, channel: "channel".to_owned(), node, away: false }
    }

    #[test]
    fn a_url_is_of_redis_and_checks_certificates() {
        for good in
            ["redis://127.0.0.1/", "rediss://node:word@cache.example:6380/1", "redis+unix:///run/redis.sock"]
        {
            assert!(client(&good.into()).is_ok(), "{good}");
        }
        for wrong in ["", "127.0.0.1:6379", "http://127.0.0.1/", "rediss://cache.example/#insecure"] {
            let says = client(&wrong.into()).unwrap_err().to_string();
            assert!(says.starts_with("REDIS_URL looks like"), "{says}");
        }
    }

    #[test]
    fn a_message_is_for_the_other_nodes_of_the_partnership_alone() {
        let told = Told { by: Uuid::from_u128(1), message: Message::Look };
        let sealed = carrier(7, 1).keys.seal(PURPOSE, b"channel", &serde_json::to_vec(&told).unwrap());
        assert_eq!(carrier(7, 2).open(&sealed), Some(Message::Look));
        assert_eq!(carrier(7, 1).open(&sealed), None, "its own");
        assert_eq!(carrier(8, 2).open(&sealed), None, "of another partnership");
        assert_eq!(carrier(7, 2).open(b"{\"by\":1,\"message\":\"Look\"}"), None, "made by somebody else");
    }
}
