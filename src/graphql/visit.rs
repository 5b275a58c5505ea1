//! A visit: one request as its resolvers see it. The viewer, loaders made for them, and what was opened on the way.
//!
//! In a subscription the sight (viewer and loaders) is made new before each delivery. What was opened is written to the
//! audit in one INSERT before the answer leaves; if that fails nothing is shown.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};

use async_graphql::{
    Context,
    dataloader::{DataLoader, HashMapCache},
    runtime::{TokioSpawner, TokioTimer},
};
use uuid::Uuid;

use super::{
    batches::{AtOnce, Batches},
    error::Answer,
    loader::Loaders,
    streams::Streams,
};
use crate::{
    access::{Relations, Viewer},
    domain::{
        people::sign_in::Credential,
        record::{
            opening::{self, Opening},
            operation::{Caller, Retry},
        },
    },
    platform::{
        app::App,
        error::{Error, Result},
        lease::Lease,
    },
    words::{
        AuditAction, SubjectKind,
        id::{Id, Noun, OpaqueId, noun},
    },
};

/// One request.
pub struct Visit {
    /// The application.
    pub app: App,
    /// The request, as in the log.
    pub request_id: String,
    key: Option<String>,
    credential: Option<Credential>,
    sight: RwLock<Option<Arc<Sight>>>,
    way: Way,
    opened: Mutex<HashMap<Opening, Relations>>,
}

/// How a visit is answered.
pub enum Way {
    /// In one go: its batched reads run in the task that takes them.
    Answer(Batches),
    /// Change by change: its batched reads run in tasks of their own, and the viewer is looked at again before each.
    Stream {
        /// What it looks up together with the other streams.
        streams: Streams,
        /// The turn at the database that the stream has now.
        turn: Mutex<Option<Lease>>,
    },
}

/// What the resolvers of one answer share.
pub struct Sight {
    /// The viewer.
    pub viewer: Viewer,
    /// Batched reads under that viewer.
    pub load: DataLoader<Loaders, HashMapCache>,
}

impl Visit {
    /// A request by a viewer, or by nobody who is signed in.
    #[must_use]
    pub fn new(
        app: App,
        (viewer, credential): (Option<Viewer>, Option<Credential>),
        request_id: String,
        key: Option<String>,
        way: Way,
    ) -> Self {
        let (sight, opened) = (RwLock::new(None), Mutex::new(HashMap::new()));
        let visit = Self { app, request_id, key, credential, sight, way, opened };
        visit.look_as(viewer);
        visit
    }

    fn turn(&self) -> Option<MutexGuard<'_, Option<Lease>>> {
        match &self.way {
            Way::Stream { turn, .. } => Some(turn.lock().unwrap_or_else(PoisonError::into_inner)),
            Way::Answer(_) => None,
        }
    }

    /// What the streams of this node look up together, and the credential by which this one's viewer is looked at again;
    /// NOT_SIGNED_IN where there is none.
    pub fn looks(&self) -> Result<(&Streams, &Credential)> {
        match (&self.way, &self.credential) {
            (Way::Stream { streams, .. }, Some(credential)) => Ok((streams, credential)),
            _ => Err(Error::NotSignedIn),
        }
    }

    /// Waits until the stream has a turn at the database, which it keeps until it gives it back or ends.
    pub async fn take_turn(&self) -> Result<()> {
        if self.turn().is_some_and(|turn| turn.is_none()) {
            let taken = self.app.stream_lease().await?;
            if let Some(mut turn) = self.turn() {
                *turn = Some(taken);
            }
        }
        Ok(())
    }

    /// Gives the turn back, if there is one.
    pub fn give_turn_back(&self) {
        if let Some(mut turn) = self.turn() {
            *turn = None;
        }
    }

    /// The viewer as they are now; none where their credential or their membership no longer holds.
    pub async fn renewed(&self) -> Result<Option<Viewer>> {
        let (streams, credential) = self.looks()?;
        let viewer = self.sight()?.viewer.clone();
        streams.glances.renewed(credential, &viewer).await
    }

    /// From now on the answer is made for this viewer, with nothing loaded yet.
    pub fn look_as(&self, viewer: Option<Viewer>) {
        let sight = viewer.map(|viewer| {
            let loaders = Loaders { app: self.app.clone(), viewer: viewer.clone() };
            let load = match &self.way {
                Way::Answer(batches) => {
                    DataLoader::with_cache(loaders, batches.clone(), AtOnce, HashMapCache::default())
                }
                Way::Stream { .. } => DataLoader::with_cache(
                    loaders,
                    TokioSpawner::current(),
                    TokioTimer::default(),
                    HashMapCache::default(),
                )
                .delay(std::time::Duration::ZERO),
            };
            Arc::new(Sight { viewer, load })
        });
        *self.sight.write().unwrap_or_else(PoisonError::into_inner) = sight;
    }

    /// The present viewer with their loaders.
    pub fn sight(&self) -> Result<Arc<Sight>> {
        self.sight.read().unwrap_or_else(PoisonError::into_inner).clone().ok_or(Error::NotSignedIn)
    }

    /// Notes that more of a child than name, reference, status and dates was shown, and by which relations; none where the
    /// row does not know them.
    pub fn open(&self, child: Id<noun::YoungPerson>, (kind, subject): (SubjectKind, Uuid), holds: Relations) {
        let opening = Opening {
            action: AuditAction::Read,
            kind,
            subject: Some(subject),
            child: Some(child),
            digest: Vec::new(),
        };
        self.note(opening, holds);
    }

    /// Notes that the shared record of a child was opened.
    pub fn open_record(&self, child: Id<noun::YoungPerson>, holds: Relations) {
        self.open(child, (SubjectKind::YoungPerson, child.uuid()), holds);
    }

    /// Notes that a list was searched; of the filter only a keyed digest is kept.
    pub fn searched(&self, kind: SubjectKind, filter: &str) {
        let digest = self.app.keys().digest("search", &[filter.as_bytes()]);
        let search = Opening { action: AuditAction::Search, kind, subject: None, child: None, digest };
        self.note(search, Relations::NONE);
    }

    fn note(&self, opening: Opening, holds: Relations) {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let known = opened.entry(opening).or_default();
        *known = known.or(holds);
    }

    /// Writes down what was opened since the last time.
    pub async fn write_openings(&self) -> Result<()> {
        let opened = std::mem::take(&mut *self.opened.lock().unwrap_or_else(PoisonError::into_inner));
        if opened.is_empty() {
            return Ok(());
        }
        let viewer = self.sight()?.viewer.clone();
        opening::write(&self.app, &viewer, &self.request_id, opened).await
    }
}

/// What resolvers ask of the context.
pub trait Ask {
    /// The request.
    fn visit(&self) -> &Visit;

    /// The application.
    fn app(&self) -> &App {
        &self.visit().app
    }

    /// The viewer with their loaders, or NOT_SIGNED_IN.
    fn sight(&self) -> Answer<Arc<Sight>> {
        Ok(self.visit().sight()?)
    }

    /// Deciphers an id that came in. One that was never given out becomes an id that nothing has: so it is looked for, not
    /// found and refused by the same statements as one of something hidden.
    fn open_id<N: Noun>(&self, id: &OpaqueId<N>) -> Id<N> {
        named(self.app().keys(), id)
    }
}

impl Ask for Context<'_> {
    fn visit(&self) -> &Visit {
        self.data_unchecked::<std::sync::Arc<Visit>>()
    }
}

/// Who asks for an operation: the viewer, and the digests of the caller's key and of this field with its arguments.
pub fn caller(ctx: &Context<'_>) -> Answer<Caller> {
    let visit = ctx.visit();
    let sight = visit.sight()?;
    let retry = visit.key.as_ref().map(|key| {
        let keys = visit.app.keys();
        let (user, membership) = (sight.viewer.user.uuid(), sight.viewer.membership.uuid());
        let input = ctx
            .field()
            .arguments()
            .map(|arguments| format!("{} {arguments:?}", ctx.field().name()))
            .unwrap_or_default();
        Retry {
            key: keys.digest("idempotency.key", &[user.as_bytes(), membership.as_bytes(), key.as_bytes()]),
            input: keys.digest("idempotency.input", &[input.as_bytes()]),
        }
    });
    Ok(Caller { viewer: sight.viewer.clone(), request_id: visit.request_id.clone(), retry })
}

impl Sight {
    /// One row by its key, as the type that stands for it.
    pub async fn one<K, V, T>(&self, key: K) -> Answer<Option<T>>
    where
        K: Send + Sync + std::hash::Hash + Eq + Clone + 'static,
        V: Send + Sync + Clone + 'static,
        Loaders: async_graphql::dataloader::Loader<K, Value = V, Error = super::loader::Shared>,
        T: From<V>,
    {
        let row = self.load.load_one(key).await.map_err(|error| super::loader::own(&error))?;
        Ok(row.map(T::from))
    }

    /// One row that has to be there: NOT_FOUND where the viewer may not see it.
    pub async fn the<K, V, T>(&self, key: K) -> Answer<T>
    where
        K: Send + Sync + std::hash::Hash + Eq + Clone + 'static,
        V: Send + Sync + Clone + 'static,
        Loaders: async_graphql::dataloader::Loader<K, Value = V, Error = super::loader::Shared>,
        T: From<V>,
    {
        Ok(self.one(key).await?.ok_or(Error::NotFound)?)
    }

    /// The parts that belong to a row.
    pub async fn all<K, V>(&self, key: K) -> Answer<Vec<V>>
    where
        K: Send + Sync + std::hash::Hash + Eq + Clone + 'static,
        V: Send + Sync + Clone + 'static,
        Loaders: async_graphql::dataloader::Loader<K, Value = Vec<V>, Error = super::loader::Shared>,
    {
        let parts = self.load.load_one(key).await.map_err(|error| super::loader::own(&error))?;
        Ok(parts.unwrap_or_default())
    }

    /// Whether this viewer sees such a thing on a row that holds these relations.
    #[must_use]
    pub fn sees(&self, what: crate::access::See, holds: crate::access::Relations) -> bool {
        self.viewer.may_see(what, holds)
    }
}

/// Deciphers an id that came in, as `Ask::open_id`. Where it names something besides the subject, it is a problem at its
/// field in its turn: after what the mutation is about was found and allowed.
#[must_use]
pub fn named<N: Noun>(keys: &crate::platform::keys::Keys, id: &OpaqueId<N>) -> Id<N> {
    id.open(keys).unwrap_or_else(|_| Id::from(Uuid::nil()))
}

/// Reads what a mutation made or changed, under the viewer's present rights, with nothing loaded before it.
pub async fn again<N: Noun, V, T>(ctx: &Context<'_>, id: Option<Id<N>>) -> Answer<Option<T>>
where
    V: Send + Sync + Clone + 'static,
    Loaders: async_graphql::dataloader::Loader<Id<N>, Value = V, Error = super::loader::Shared>,
    T: From<V>,
{
    let Some(id) = id else { return Ok(None) };
    let visit = ctx.visit();
    let viewer = visit.sight()?.viewer.clone();
    visit.look_as(Some(viewer));
    visit.sight()?.one(id).await
}
