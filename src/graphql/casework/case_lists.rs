//! Lists of cases, and one by its reference.

use async_graphql::{Context, InputObject};

use crate::{
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        node::Case,
        scalar::DateTime,
        search::sought,
        visit::Ask,
    },
    platform::error::{Error, Result},
    read::{self, casework::case as cases},
    words::{
        CaseOrder, CaseStatus, SubjectKind,
        id::{OpaqueId, noun},
        reference::Reference,
    },
};

/// Which cases.
#[derive(Debug, InputObject)]
pub struct CaseFilter {
    /// In one of these statuses.
    statuses: Option<Vec<CaseStatus>>,
    /// Of this caseworker.
    caseworker_id: Option<OpaqueId<noun::User>>,
    /// The viewer's own.
    mine: Option<bool>,
    /// Those that the viewer covers.
    covering: Option<bool>,
    /// Open, without a caseworker.
    unallocated: Option<bool>,
    /// Open, whose child was not seen for so many days.
    not_seen_for_days: Option<i32>,
    /// With something overdue.
    review_overdue: Option<bool>,
    /// With a change after this instant.
    changed_since: Option<DateTime>,
    /// Whose child lives in one of these areas.
    area_ids: Option<Vec<OpaqueId<noun::Area>>>,
    /// Whose child's name holds this.
    text: Option<String>,
}

/// A page of the cases that the viewer may know of.
pub async fn list(
    ctx: &Context<'_>,
    filter: Option<CaseFilter>,
    order: CaseOrder,
    paging: Paging,
) -> Answer<Connection<Case>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    let filter = filter.map(|filter| decode(ctx, filter)).transpose()?.unwrap_or_default();
    let question = Question::of(&viewer, "cases", &(order, &filter));
    ctx.visit().searched(SubjectKind::Case, &format!("{filter:?}"));
    let page = cases::page(app.reads(), &viewer, &filter, order, &paging.window(app, &question)?).await?;
    connect(app, &question, page, Case::from, move |app| {
        let select = cases::select(&viewer, &filter);
        async move { read::page::count(app.reads(), select).await }
    })
}

fn decode(ctx: &Context<'_>, filter: CaseFilter) -> Result<cases::Filter> {
    let today = ctx.app().today();
    let not_seen_since = match filter.not_seen_for_days {
        None => None,
        Some(days @ 0..=3650) => Some(today - chrono::Duration::days(i64::from(days))),
        Some(_) => return Err(Error::BadInput("`notSeenForDays` lies between 0 and 3650".into())),
    };
    Ok(cases::Filter {
        statuses: filter.statuses,
        caseworker: filter.caseworker_id.map(|id| ctx.open_id(&id)),
        mine: filter.mine.unwrap_or_default(),
        covering: filter.covering.unwrap_or_default(),
        unallocated: filter.unallocated.unwrap_or_default(),
        not_seen_since,
        due_before: filter.review_overdue.unwrap_or_default().then_some(today),
        changed_since: filter.changed_since.map(|at| at.0),
        areas: filter.area_ids.map(|ids| ids.iter().map(|id| ctx.open_id(id)).collect()),
        name: sought(filter.text.as_deref())?,
        ..cases::Filter::default()
    })
}

/// The case with a reference.
pub async fn case(ctx: &Context<'_>, reference: &str) -> Answer<Option<Case>> {
    let sight = ctx.sight()?;
    let Ok(reference) = Reference::<noun::Case>::parse(reference) else {
        return Err(Error::BadInput(
            "a case's reference is C- and seven symbols; check what was typed".into(),
        )
        .into());
    };
    Ok(cases::by_reference(ctx.app().reads(), &sight.viewer, &reference.to_string()).await?.map(Case::from))
}
