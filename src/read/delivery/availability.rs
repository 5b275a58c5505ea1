//! What could take a child, kept for a while: apart for those who may know every number, and for those who hear an answer and a
//! band.
//!
//! What is kept for the latter holds no number, and is forgotten only where an answer or a band has changed: else whoever asks
//! again and again would see by its time, or by how soon it comes, that somebody took a place. Who knows the numbers of some
//! offerings alone (providers) is answered from the database.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::offering::{self, Filter, SeenOffering};
use crate::{
    access::{Relation, Relations, See, Viewer},
    entity::delivery::offering::Model,
    platform::{
        app::App,
        cache::{Kept, Tag},
        error::Result,
    },
    read::page::{self, Key, Page, Window},
    words::{AvailabilityOrder, PlacesBand},
};

/// A number of places changed.
pub const PLACES: Tag = Tag("places");
/// An answer or a band changed, or what is offered.
pub const ANSWERS: Tag = Tag("answers");

/// A page as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Found {
    at: DateTime<Utc>,
    rows: Vec<(Model, i32, Vec<Key>)>,
    more_after: bool,
    more_before: bool,
}

/// What those who allocate are answered. Never older than a second, whatever is lost on the way from node to node.
#[derive(Serialize, Deserialize)]
struct Exact<T>(T);

/// What everyone else is answered.
#[derive(Serialize, Deserialize)]
struct Told<T>(T);

macro_rules! kept {
    ($($kept:ty, $name:literal, $tag:expr, $seconds:literal;)*) => {
        $(
            impl Kept for $kept {
                const NAME: &'static str = $name;
                const TAGS: &'static [Tag] = &[$tag];
                const SECONDS: u32 = $seconds;
            }
        )*
    };
}

kept! {
    Exact<Found>, "places", PLACES, 1;
    Exact<u64>, "places.count", PLACES, 1;
    Told<Found>, "answers", ANSWERS, 30;
    Told<u64>, "answers.count", ANSWERS, 30;
}

/// What is the same for all viewers of a kind.
enum Kind {
    Exact,
    Told,
    /// For this viewer alone.
    Own,
}

fn kind(viewer: &Viewer) -> Kind {
    let exact = viewer.sees(See::ExactPlaces);
    if exact.has(Relation::Always) {
        Kind::Exact
    } else if exact.is_empty() && viewer.sees(See::Programmes) == Relations::of(&[Relation::Published]) {
        Kind::Told
    } else {
        Kind::Own
    }
}

/// The same offering with other numbers, of which the same answer and the same band follow.
#[must_use]
pub fn without_numbers(mut row: Model) -> Model {
    const SOME: i32 = PlacesBand::SOME_FROM;
    let free = if row.waiting > 0 { 0 } else { row.capacity - row.taken - row.held };
    let left = match free {
        ..=0 => 0,
        1..SOME => 1,
        _ => SOME,
    };
    if row.capacity > 0 {
        (row.capacity, row.taken) = (SOME, SOME - left);
    }
    (row.held, row.waiting, row.resting) = (0, 0, 0);
    row.places_changed_at = row.created_at;
    row
}

impl Found {
    async fn read(
        app: &App,
        viewer: &Viewer,
        filter: &Filter,
        order: (AvailabilityOrder, &[(&str, i32)]),
        window: &Window,
    ) -> Result<Self> {
        let at = app.now();
        let page = offering::available_page(app.reads(), viewer, filter, order, window).await?;
        let row = |(seen, keys): (SeenOffering, _)| (seen.row, seen.holds.bits(), keys);
        let rows = page.rows.into_iter().map(row).collect();
        Ok(Self { at, rows, more_after: page.more_after, more_before: page.more_before })
    }

    fn without_numbers(mut self) -> Self {
        self.rows =
            self.rows.into_iter().map(|(row, holds, keys)| (without_numbers(row), holds, keys)).collect();
        self
    }

    fn page(&self) -> Page<SeenOffering> {
        let seen = |(row, holds, keys): &(Model, i32, Vec<Key>)| {
            let holds = Relations::from_bits(*holds);
            (SeenOffering { row: row.clone(), holds, as_at: Some(self.at) }, keys.clone())
        };
        let rows = self.rows.iter().map(seen).collect();
        Page { rows, more_after: self.more_after, more_before: self.more_before }
    }
}

async fn kept<T: Kept>(app: &App, key: &str, compute: impl Future<Output = Result<T>>) -> Result<Arc<T>> {
    app.cache().get(key.as_bytes(), app.now(), compute).await.map_err(|error| error.again())
}

/// One page of what could take a child. `ranks` has each approach with its place by evidence, the strongest first.
pub async fn page(
    app: &App,
    viewer: &Viewer,
    filter: &Filter,
    order: (AvailabilityOrder, &[(&str, i32)]),
    window: &Window,
) -> Result<Page<SeenOffering>> {
    let key = format!("{}/{:?}/{filter:?}/{window:?}", viewer.today, order.0);
    let read = || Box::pin(Found::read(app, viewer, filter, order, window));
    match kind(viewer) {
        Kind::Exact => Ok(kept(app, &key, async { Ok(Exact(read().await?)) }).await?.0.page()),
        Kind::Told => {
            let told = async { Ok(Told(read().await?.without_numbers())) };
            Ok(kept(app, &key, told).await?.0.page())
        }
        Kind::Own => Box::pin(offering::available_page(app.reads(), viewer, filter, order, window)).await,
    }
}

/// How many could take a child.
pub async fn count(app: &App, viewer: &Viewer, filter: &Filter) -> Result<u64> {
    let key = format!("{}/{filter:?}", viewer.today);
    let read = || Box::pin(page::count(app.reads(), offering::available(viewer, filter)));
    match kind(viewer) {
        Kind::Exact => Ok(kept(app, &key, async { Ok(Exact(read().await?)) }).await?.0),
        Kind::Told => Ok(kept(app, &key, async { Ok(Told(read().await?)) }).await?.0),
        Kind::Own => read().await,
    }
}
