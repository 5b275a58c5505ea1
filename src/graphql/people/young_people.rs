//! Lists of children, and the search.

use async_graphql::{Context, InputObject};

use crate::{
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        node::YoungPerson,
        search::typed,
        visit::Ask,
    },
    platform::error::Result,
    read::{self, people::young_person as read_child},
    words::{
        SubjectKind,
        id::{OpaqueId, noun},
        identifiers::Upn,
        names::search_key,
        reference::Reference,
    },
};

/// Which children.
#[derive(Debug, InputObject)]
pub struct YoungPersonFilter {
    /// Living in one of these areas.
    area_ids: Option<Vec<OpaqueId<noun::Area>>>,
    /// At one of these schools.
    school_ids: Option<Vec<OpaqueId<noun::Organisation>>>,
    /// In one of these year groups, by age.
    year_groups: Option<Vec<i32>>,
    /// With, or without, a case that this viewer may know of.
    with_open_case: Option<bool>,
}

/// A page of the children whom the viewer may know of, by name.
pub async fn young_people(
    ctx: &Context<'_>,
    search: Option<String>,
    filter: Option<YoungPersonFilter>,
    paging: Paging,
) -> Answer<Connection<YoungPerson>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    let filter = decode(ctx, search.as_deref(), filter)?;
    let question = Question::of(&viewer, "youngPeople", &filter);
    ctx.visit().searched(SubjectKind::YoungPerson, &format!("{filter:?}"));
    let page = read_child::page(app.reads(), &viewer, &filter, &paging.window(app, &question)?).await?;
    connect(app, &question, page, YoungPerson::from, move |app| {
        let select = read_child::select(&viewer, &filter);
        async move { read::page::count(app.reads(), select).await }
    })
}

fn decode(
    ctx: &Context<'_>,
    search: Option<&str>,
    filter: Option<YoungPersonFilter>,
) -> Result<read_child::Filter> {
    let mut wanted = read_child::Filter::default();
    if let Some(text) = typed(search)? {
        wanted.name = Some(search_key(text));
        wanted.reference =
            Reference::<noun::YoungPerson>::parse(text).ok().map(|reference| reference.to_string());
        wanted.date_of_birth = ["%Y-%m-%d", "%d/%m/%Y", "%d %m %Y"]
            .iter()
            .find_map(|form| chrono::NaiveDate::parse_from_str(text, form).ok());
        wanted.upn_index =
            Upn::parse(text).map(|upn| ctx.app().keys().digest("upn", &[upn.as_str().as_bytes()]));
    }
    let Some(filter) = filter else { return Ok(wanted) };
    wanted.areas = filter.area_ids.map(|ids| ids.iter().map(|id| ctx.open_id(id)).collect());
    wanted.schools = filter.school_ids.map(|ids| ids.iter().map(|id| ctx.open_id(id)).collect());
    wanted.with_open_case = filter.with_open_case;
    wanted.born = filter
        .year_groups
        .map(|groups| groups.into_iter().filter_map(|group| born_for(group, ctx.app().today())).collect());
    Ok(wanted)
}

/// The birth dates of a year group on a day: from 1 September to 31 August.
fn born_for(year_group: i32, today: chrono::NaiveDate) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    use chrono::{Datelike, NaiveDate};
    let school_year = if today.month() >= 9 { today.year() } else { today.year() - 1 };
    let born = school_year.checked_sub(year_group)?.checked_sub(5)?;
    Some((NaiveDate::from_ymd_opt(born, 9, 1)?, NaiveDate::from_ymd_opt(born + 1, 9, 1)?))
}
