//! Lists: the one connection helper. A maximum, keyset cursors bound to viewer and question, a count only when asked.

use std::{future::Future, pin::Pin, sync::Arc};

use async_graphql::{Context, Object, OutputType, SimpleObject, TypeName};
use chrono::{DateTime, Duration, Utc};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

use super::{error::Answer, visit::Ask};
use crate::{
    access::Viewer,
    platform::{
        app::App,
        error::{Error, Result},
    },
    read::page::{Key, Page, Window},
};

const DEFAULT: i32 = 20;
const MOST: i32 = 100;
const LIFE: Duration = Duration::hours(24);

/// The four arguments of every list.
#[derive(Clone, Debug, Default)]
pub struct Paging {
    /// So many from the start.
    pub first: Option<i32>,
    /// After this cursor.
    pub after: Option<String>,
    /// So many from the end.
    pub last: Option<i32>,
    /// Before this cursor.
    pub before: Option<String>,
}

/// Where a page lies in its list.
#[derive(Clone, Debug, SimpleObject)]
pub struct PageInfo {
    /// Whether more comes after.
    has_next_page: bool,
    /// Whether more comes before.
    has_previous_page: bool,
    /// The cursor of the first row.
    start_cursor: Option<String>,
    /// The cursor of the last row.
    end_cursor: Option<String>,
}

/// A row of a list with its place.
#[derive(Clone)]
pub struct Edge<T> {
    cursor: String,
    node: T,
}

type Counting = Pin<Box<dyn Future<Output = Result<u64>> + Send>>;

/// A page of a list.
pub struct Connection<T> {
    edges: Vec<Edge<T>>,
    page_info: PageInfo,
    count: Arc<dyn Fn() -> Counting + Send + Sync>,
}

/// What a cursor holds, sealed.
#[derive(Serialize, Deserialize)]
struct Place {
    at: DateTime<Utc>,
    keys: Vec<Key>,
}

/// A question: the list and its filter, so that a cursor of one does not open another.
#[derive(Clone, Debug)]
pub struct Question(Vec<u8>);

impl Question {
    /// The question that a viewer asks; `list` names it, `filter` is its arguments without the page.
    #[must_use]
    pub fn of(viewer: &Viewer, list: &str, filter: &impl std::fmt::Debug) -> Self {
        let text = format!("{}/{}/{list}/{filter:?}", viewer.user.uuid(), viewer.membership.uuid());
        Self(text.into_bytes())
    }

    fn seal(&self, app: &App, keys: Vec<Key>) -> Result<String> {
        let place = serde_json::to_vec(&Place { at: app.now(), keys }).map_err(Error::internal)?;
        let place = padded(place);
        Ok(BASE64URL_NOPAD.encode(&app.keys().seal("cursor", &self.0, &place)))
    }

    fn open(&self, app: &App, cursor: &str) -> Result<Vec<Key>> {
        let wrong = || Error::BadInput("this cursor is not of this list: load the list again".into());
        let sealed = BASE64URL_NOPAD.decode(cursor.as_bytes()).map_err(|_| wrong())?;
        let place = app.keys().open("cursor", &self.0, &sealed).map_err(|_| wrong())?;
        let place: Place = serde_json::from_slice(&place).map_err(|_| wrong())?;
        if app.now() - place.at > LIFE { Err(Error::CursorExpired) } else { Ok(place.keys) }
    }
}

/// What a cursor holds, with spaces up to a multiple of 256 bytes: the length of a name is not told either.
#[must_use]
pub fn padded(mut place: Vec<u8>) -> Vec<u8> {
    place.resize(place.len().next_multiple_of(256), b' ');
    place
}

impl Paging {
    /// The window that these arguments ask for.
    pub fn window(&self, app: &App, question: &Question) -> Result<Window> {
        if self.first.is_some() && self.last.is_some() {
            return Err(Error::BadInput("ask for `first` or for `last`, not for both".into()));
        }
        let limit = self.first.or(self.last).unwrap_or(DEFAULT);
        if !(0..=MOST).contains(&limit) {
            return Err(Error::BadInput("`first` and `last` lie between 0 and 100".into()));
        }
        let open =
            |cursor: &Option<String>| cursor.as_deref().map(|cursor| question.open(app, cursor)).transpose();
        Ok(Window {
            limit: u64::try_from(limit).unwrap_or_default(),
            backward: self.last.is_some(),
            after: open(&self.after)?,
            before: open(&self.before)?,
        })
    }
}

/// Makes a connection of a page that was read; `count` runs only when it is asked for.
pub fn connect<M, T, F>(
    app: &App,
    question: &Question,
    page: Page<M>,
    mut node: impl FnMut(M) -> T,
    count: impl Fn(App) -> F + Send + Sync + 'static,
) -> Answer<Connection<T>>
where
    F: Future<Output = Result<u64>> + Send + 'static,
{
    let mut edges = Vec::with_capacity(page.rows.len());
    for (row, keys) in page.rows {
        edges.push(Edge { cursor: question.seal(app, keys)?, node: node(row) });
    }
    let page_info = PageInfo {
        has_next_page: page.more_after,
        has_previous_page: page.more_before,
        start_cursor: edges.first().map(|edge| edge.cursor.clone()),
        end_cursor: edges.last().map(|edge| edge.cursor.clone()),
    };
    let app = app.clone();
    Ok(Connection { edges, page_info, count: Arc::new(move || Box::pin(count(app.clone()))) })
}

impl<T: OutputType> TypeName for Edge<T> {
    fn type_name() -> std::borrow::Cow<'static, str> {
        format!("{}Edge", T::type_name()).into()
    }
}

impl<T: OutputType> TypeName for Connection<T> {
    fn type_name() -> std::borrow::Cow<'static, str> {
        format!("{}Connection", T::type_name()).into()
    }
}

/// A row of a list with its place.
#[Object(name_type)]
impl<T: OutputType> Edge<T> {
    /// Go on after or before this row with it; 24 hours, this viewer, this list.
    async fn cursor(&self) -> &str {
        &self.cursor
    }

    /// The row.
    async fn node(&self) -> &T {
        &self.node
    }
}

/// A page of a list.
#[Object(name_type)]
impl<T: OutputType> Connection<T> {
    /// The rows with their places.
    async fn edges(&self) -> &[Edge<T>] {
        &self.edges
    }

    /// The rows alone.
    async fn nodes(&self) -> Vec<&T> {
        self.edges.iter().map(|edge| &edge.node).collect()
    }

    /// Where the page lies in the list.
    async fn page_info(&self) -> &PageInfo {
        &self.page_info
    }

    /// How many rows the whole list has; counted only when it is asked for.
    async fn total_count(&self, ctx: &Context<'_>) -> Answer<i32> {
        let _ = ctx.sight()?;
        let count = (self.count)().await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}
