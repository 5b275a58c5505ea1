//! Two worlds that differ in one hidden thing, and the comparison of all that somebody can ask in them.

use std::pin::Pin;

use futures_util::{Stream, StreamExt, future::join};
use ridgeway::{
    domain::record::operation::by_itself,
    read::record::audience,
    words::{
        ChangeKind, SubjectKind,
        id::{Id, noun},
    },
    worker,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    questions::{Asking, without_cursors},
    schema::{Schema, Values},
};
use crate::{
    access::{relations::ACCOUNTS, sweep::ON_NOTHING},
    support::{Actor, Answer, TestApp},
};

const WORK: &str = "subscription { workChanged { cursor at kind subjectId by { name } subject { __typename id
    ... on Referral { reference version stage overdue } ... on Case { reference version status } } } }";
const CASE: &str = "subscription($id: ID!) { caseChanged(caseId: $id) { kind } }";

/// Who knows of the hidden thing, and from whom it is hidden, each with the reason in the policy.
pub type Table = &'static [(&'static [&'static str], bool, &'static str)];

/// They know of it, or what they see changes with it.
pub const KNOWS: bool = false;
/// It is hidden from them.
pub const HIDDEN: bool = true;

/// The accounts from whom something is hidden. The table has to have each account once.
pub fn hidden_from(table: Table) -> Vec<&'static str> {
    let mut listed: Vec<_> = table.iter().flat_map(|(accounts, ..)| accounts.iter().copied()).collect();
    let mut all = ACCOUNTS.to_vec();
    listed.sort_unstable();
    all.sort_unstable();
    assert_eq!(listed, all, "each account of the demonstration once");
    assert!(table.iter().all(|(_, _, why)| !why.is_empty()));
    let hidden = table.iter().filter(|(_, hidden, _)| *hidden == HIDDEN);
    hidden.flat_map(|(accounts, ..)| accounts.iter().copied()).collect()
}

/// What was hidden: ids and references that the other world does not have.
#[derive(Default)]
pub struct Secret {
    /// Ids.
    pub ids: Vec<String>,
    /// References, names and numbers.
    pub texts: Vec<String>,
}

/// Something that somebody may do in both worlds, and whose answer could tell.
pub struct Act {
    /// Who.
    pub account: &'static str,
    /// What.
    pub document: String,
}

/// Both worlds.
pub struct Twins {
    /// Without the hidden thing, and with it.
    pub worlds: [TestApp; 2],
}

type Changes = Pin<Box<dyn Stream<Item = Answer>>>;

/// Those who follow their work list while the hidden thing happens.
pub struct Following {
    streams: Vec<(&'static str, Changes)>,
}

impl Twins {
    /// Two worlds that are the same, and go on in the same way.
    pub async fn new() -> Self {
        Self { worlds: [TestApp::twin(17).await, TestApp::twin(17).await] }
    }

    /// Does the same in both, and what comes of it is the same.
    pub async fn both<T: PartialEq + std::fmt::Debug>(&self, does: impl AsyncFn(&TestApp) -> T) -> T {
        let [plain, told] = &self.worlds;
        let (first, second) = (does(plain).await, does(told).await);
        assert_eq!(first, second, "the worlds go the same way");
        first
    }

    /// These people sign in, in both worlds; those of the second world are given back, at a node whose chance is its own.
    pub async fn sign_in<'a, const N: usize>(
        &self,
        elsewhere: &'a TestApp,
        names: [&str; N],
    ) -> [Actor<'a>; N] {
        let mut actors = Vec::new();
        for name in names {
            let _ = self.worlds[0].actor(name).await;
            actors.push(self.worlds[1].actor(name).await.at(elsewhere));
        }
        actors.try_into().unwrap_or_else(|_| unreachable!("as many as names"))
    }

    /// Begins to follow the work lists of these accounts.
    pub async fn follow(&self, accounts: &[&'static str]) -> [Following; 2] {
        let mut both = Vec::new();
        for world in &self.worlds {
            let mut streams: Vec<(&'static str, Changes)> = Vec::new();
            for account in accounts.iter().copied() {
                let mut stream = world.actor(account).await.follow(WORK, json!({})).await;
                let ready = stream.next().await.expect("it begins").data();
                assert_eq!(ready["workChanged"]["kind"], "READY", "{account}");
                streams.push((account, Box::pin(stream)));
            }
            both.push(Following { streams });
        }
        both.try_into().unwrap_or_else(|_| unreachable!("two worlds"))
    }

    /// What was delivered is the same in both worlds, and nobody may follow what is hidden.
    pub async fn heard_the_same(&self, following: [Following; 2]) {
        let mut heard = Vec::new();
        for (world, following) in self.worlds.iter().zip(following) {
            heard.push(following.heard(world).await);
        }
        for (plain, told) in heard[0].iter().zip(&heard[1]) {
            assert_eq!(plain, told, "a stream tells what is hidden");
        }
    }

    /// Asks everything as each of these accounts, in both worlds: the same answers by the same number of statements.
    pub async fn same_answers(
        &self,
        accounts: &[&'static str],
        values: &Values,
        secret: &Secret,
        acts: &[Act],
    ) {
        let nodes = [self.worlds[0].node_by_chance(23).await, self.worlds[1].node_by_chance(23).await];
        let [schema, _] = [Schema::of(&nodes[0]).await, Schema::of(&nodes[1]).await];
        for account in accounts {
            let [plain, told] = by(&nodes, account, async |asking| {
                asking.everything(&schema, values, &secret.ids).await;
                for document in on_hidden(&secret.ids) {
                    asking.ask(&document).await;
                }
                for id in secret.ids.iter().filter(|id| id.starts_with("case_")) {
                    refused(&asking.actor, id).await;
                }
            })
            .await;
            compare(account, &plain, &told);
        }
        for act in acts {
            let [plain, told] = by(&nodes, act.account, async |asking| {
                asking.ask(&act.document).await;
            })
            .await;
            let (first, second) = (&plain.asked[0], &told.asked[0]);
            assert_eq!(first.answer, second.answer, "{}: {}", act.account, act.document);
            assert_eq!(first.statements, second.statements, "{}: {}", act.account, act.document);
        }
    }
}

/// Somebody asks the same in both worlds at once: each counts its own statements.
async fn by<'a>(
    [plain, told]: &'a [TestApp; 2],
    account: &str,
    asks: impl AsyncFn(&mut Asking<'a>),
) -> [Asking<'a>; 2] {
    let in_world = async |world: &'a TestApp| {
        let mut asking = Asking::new(world.actor(account).await);
        asks(&mut asking).await;
        asking
    };
    let (plain, told) = join(Box::pin(in_world(plain)), Box::pin(in_world(told))).await;
    [plain, told]
}

/// Each change that names something, of these things: all of them hidden.
fn on_hidden(ids: &[String]) -> Vec<String> {
    let mut documents = Vec::new();
    for id in ids {
        let noun = id.split('_').next().expect("a noun");
        let nothing = format!("{noun}_AAAAAAAAAAAAAAAAAAAAAA");
        for (name, input) in ON_NOTHING.iter().filter(|(_, input)| input.contains(&nothing)) {
            let input = input.replace(&nothing, id);
            documents.push(format!(
                "mutation {{ {name}(input: {{ {input} }}) {{ problems {{ code field message }} }} }}"
            ));
        }
    }
    documents
}

async fn refused(actor: &Actor<'_>, case: &str) {
    let mut stream = actor.follow(CASE, json!({ "id": case })).await;
    let answer = stream.next().await.expect("an answer");
    assert_eq!(answer.codes(), ["NOT_FOUND"], "{case}");
}

fn compare(account: &str, plain: &Asking<'_>, told: &Asking<'_>) {
    assert!(plain.asked.len() > 30, "{account} asks much");
    assert_eq!(plain.asked.len(), told.asked.len(), "{account}");
    for (first, second) in plain.asked.iter().zip(&told.asked) {
        assert_eq!(first.document, second.document, "{account}");
        assert_eq!(first.answer, second.answer, "{account}: {}", first.sent);
        assert_eq!(first.statements, second.statements, "{account}: statements for {}", first.sent);
    }
}

impl Following {
    /// All that was delivered to each until now.
    async fn heard(self, world: &TestApp) -> Vec<(&'static str, Vec<String>)> {
        let mut viewers = Vec::new();
        for (account, _) in &self.streams {
            let viewer = world.actor(account).await.viewer().await;
            viewers.push(audience::of(world.app.database(), &viewer).await.expect("audiences"));
        }
        // The last word, for everyone who hears anything at all: of nothing that there is.
        let everyone: Vec<_> = viewers.iter().flatten().cloned().collect();
        let nothing: Id<noun::Referral> = Uuid::nil().into();
        let last = json!(nothing.seal(world.app.keys()));
        by_itself(&world.app, "test.last", async |op| {
            op.event(ChangeKind::ReferralSubmitted, (SubjectKind::Referral, Uuid::nil()), None, everyone)
                .await
        })
        .await
        .expect("an event");
        worker::settle(&world.app).await.expect("places");
        let mut heard = Vec::new();
        for ((account, mut stream), audiences) in self.streams.into_iter().zip(viewers) {
            let mut changes = Vec::new();
            while !audiences.is_empty() {
                let mut change: Value =
                    stream.next().await.expect("it goes on").data()["workChanged"].clone();
                if change["subjectId"] == last {
                    break;
                }
                without_cursors(&mut change);
                changes.push(change.to_string());
            }
            heard.push((account, changes));
        }
        heard
    }
}
