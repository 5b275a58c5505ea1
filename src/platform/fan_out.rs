//! Fan-out by Redis: carries the bus from node to node on one channel of the partnership, and what each let through of the
//! requests that are counted (`rates`). Redis keeps nothing of it: there is no key, so nothing to expire.
//!
//! Stands beside the requests and the relay, which never wait for it: a message that Redis does not take is lost, every
//! node finds in the table what it was about, and counts alone. Messages are sealed, so that Redis and whoever else uses it
//! see bytes, and cannot make one; to send an old one again makes nodes look, and charges nobody.

use std::{collections::HashMap, convert::Infallible, sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
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
    clock::Clock,
    error::{Error, Result},
    keys::Keys,
    rates::{Asker, Rates},
};

/// Redis answers within this, or is taken to be away.
const LIMIT: Duration = Duration::from_millis(500);
/// So long a connection may take with all that it begins with: TLS, name and password, subscribing.
const BEGINNING: Duration = Duration::from_secs(2);
/// How often it is looked whether Redis is there.
const PULSE: Duration = Duration::from_secs(1);
/// How often the other nodes are told what was let through: they may let as much through before they hear of it.
const COUNT: Duration = Duration::from_millis(100);
/// What is older was sent again by somebody, or comes from a node whose clock is wrong.
const FRESH: TimeDelta = TimeDelta::seconds(10);
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
    what: What,
}

#[derive(Serialize, Deserialize)]
enum What {
    /// Something of the bus.
    Bus(Message),
    /// So many requests were let through. A node numbers these, so that each is heard once.
    Let { number: u64, at: DateTime<Utc>, through: Vec<(Asker, u32)> },
}

/// The parts of this node that are joined to those of the others.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its id, new at each start.
    pub id: Uuid,
    /// Its bus.
    pub bus: Bus,
    /// How much was asked of it.
    pub rates: Arc<Rates>,
    /// The partnership's keys.
    pub keys: Keys,
    /// Its clock.
    pub clock: Clock,
}

/// This node's end of the channel.
struct Carrier {
    client: Client,
    node: Node,
    channel: String,
    /// What it told of requests that it let through.
    number: u64,
    /// The last that each other node told of that, and when.
    numbers: HashMap<Uuid, (u64, DateTime<Utc>)>,
    /// Whether the last that the log was told is that Redis is away.
    away: bool,
}

/// Joins a node to the others until it stops. Heals by itself.
pub async fn carry(client: Client, node: Node, stop: CancellationToken) {
    let Some(mut queue) = node.bus.carry() else { return };
    // Two partnerships on one Redis have other keys, and so other channels.
    let channel = format!("ridgeway:{}", HEXLOWER.encode(&node.keys.digest(PURPOSE, &[b"channel"])[..16]));
    let mut carrier = Carrier { client, node, channel, number: 0, numbers: HashMap::new(), away: false };
    let mut rest = SHORTEST_REST;
    loop {
        let ended = tokio::select! {
            () = stop.cancelled() => return,
            ended = carrier.session(&mut queue, &mut rest) => ended,
        };
        let Err(error) = ended;
        carrier.node.rates.share(false);
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
        self.node.bus.hear(Message::Look);
        self.publish(&mut connection, What::Bus(Message::Look)).await?;
        self.node.rates.share(true);
        let (mut pulse, mut count) = (interval(PULSE), interval(COUNT));
        pulse.set_missed_tick_behavior(MissedTickBehavior::Delay);
        count.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                push = heard.recv() => self.hear(push.ok_or_else(silent)?)?,
                message = queue.recv() => {
                    self.publish(&mut connection, What::Bus(message.ok_or_else(silent)?)).await?;
                }
                _ = count.tick() => {
                    if let Some(let_through) = self.let_through() {
                        self.publish(&mut connection, let_through).await?;
                    }
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

    /// What this node let through since it told the others.
    fn let_through(&mut self) -> Option<What> {
        let through = self.node.rates.untold();
        if through.is_empty() {
            return None;
        }
        self.number += 1;
        Some(What::Let { number: self.number, at: self.node.clock.now(), through })
    }

    /// Publishes. What fails is not sent again: the next connection begins with telling everybody to look.
    async fn publish(&self, connection: &mut MultiplexedConnection, what: What) -> RedisResult<()> {
        let Ok(told) = serde_json::to_vec(&Told { by: self.node.id, what }) else { return Ok(()) };
        let sealed = self.node.keys.seal(PURPOSE, self.channel.as_bytes(), &told);
        connection.publish::<_, _, ()>(&self.channel, sealed).await
    }

    fn hear(&mut self, push: PushInfo) -> RedisResult<()> {
        match (push.kind, push.data.as_slice()) {
            (PushKind::Disconnection, _) => Err(silent()),
            (PushKind::Message, [_, Value::BulkString(sealed)]) => {
                if let Some(told) = self.open(sealed) {
                    self.take(told);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What another node of this partnership told.
    fn open(&self, sealed: &[u8]) -> Option<Told> {
        let told = self.node.keys.open(PURPOSE, self.channel.as_bytes(), sealed).ok()?;
        let told: Told = serde_json::from_slice(&told).ok()?;
        (told.by != self.node.id).then_some(told)
    }

    fn take(&mut self, Told { by, what }: Told) {
        match what {
            What::Bus(message) => self.node.bus.hear(message),
            What::Let { number, at, through } => {
                let now = self.node.clock.now();
                let is_fresh = |at: DateTime<Utc>| (now - at).abs() < FRESH;
                self.numbers.retain(|_, (_, at)| is_fresh(*at));
                if !is_fresh(at) || self.numbers.get(&by).is_some_and(|(last, _)| number <= *last) {
                    return;
                }
                self.numbers.insert(by, (number, at));
                for (asker, requests) in through {
                    self.node.rates.charge(asker, requests, now);
                }
            }
        }
    }
}

fn silent() -> RedisError {
    RedisError::from((ErrorKind::Io, "no answer"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::chance::Chance;

    fn carrier(secret: u8, id: u128) -> Carrier {
        let client = client(&"redis://127.0.0.1:1/".into()).unwrap();
        let node = Node {
            id: Uuid::from_u128(id),
            bus: Bus::default(),
            rates: Arc::new(Rates::new(5, 1)),
            keys: Keys::new([secret; 32], Chance::System),
            clock: Clock::standing(DateTime::UNIX_EPOCH),
        };
        let (channel, numbers) = ("channel".to_owned(), HashMap::new());
        Carrier { client, node, channel, number: 0, numbers, away: false }
    }

    fn sealed(by: &Carrier, what: What) -> Vec<u8> {
        let told = serde_json::to_vec(&Told { by: by.node.id, what }).unwrap();
        by.node.keys.seal(PURPOSE, b"channel", &told)
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
        let look = sealed(&carrier(7, 1), What::Bus(Message::Look));
        let opened = carrier(7, 2).open(&look).unwrap();
        assert!(matches!(opened.what, What::Bus(Message::Look)));
        assert!(carrier(7, 1).open(&look).is_none(), "its own");
        assert!(carrier(8, 2).open(&look).is_none(), "of another partnership");
        let made = b"{\"by\":1,\"what\":{\"Bus\":\"Look\"}}";
        assert!(carrier(7, 2).open(made).is_none(), "made by somebody else");
    }

    #[test]
    fn what_another_node_let_through_is_charged_once_and_not_when_it_is_old() {
        let (mut here, mut there) = (carrier(7, 1), carrier(7, 2));
        let asker = Asker::Person(Uuid::from_u128(9));
        let left = |on: &Carrier| on.node.rates.left(asker, on.node.clock.now());
        here.node.rates.share(true);
        assert!(here.let_through().is_none(), "nothing is told of nobody");
        let mut told = Vec::new();
        for _ in 0..2 {
            here.node.rates.take(asker, here.node.clock.now()).unwrap();
            let what = here.let_through().unwrap();
            told.push(sealed(&here, what));
        }
        let mut hears = |sealed: &[u8]| {
            let opened = there.open(sealed).unwrap();
            there.take(opened);
            left(&there)
        };
        assert_eq!([hears(&told[0]), hears(&told[0])], [9, 9], "sent again");
        assert_eq!([hears(&told[1]), hears(&told[0])], [8, 8]);
        there.node.clock.advance(TimeDelta::minutes(1));
        let opened = there.open(&told[1]).unwrap();
        there.take(opened);
        assert_eq!((left(&there), there.numbers.len()), (10, 0), "sent again when nobody remembers it");
    }
}
