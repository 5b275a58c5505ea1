//! What could take a child like this now.

use std::sync::Arc;

use async_graphql::{Context, InputObject};
use chrono::{Datelike, NaiveDate};
use futures_util::Stream;

use crate::{
    domain::{
        delivery::{
            approaches::{Approaches, rank},
            eligibility_rules::{takes_factors, takes_year},
        },
        people::young_person_rules::{OLDEST, YOUNGEST},
    },
    entity::delivery::programme::Asks,
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        node::Offering,
        record::live::{Change, Followed, changes},
        scalar::Date,
        search::sought,
        visit::Ask,
    },
    platform::error::{Error, Problem, ProblemCode, Result, none_of},
    read::{
        delivery::{availability, offering as offerings, programme},
        people::area,
    },
    words::{
        AvailabilityOrder, FactorCode, Strand, SubjectKind,
        id::{Id, OpaqueId, noun},
        postcode::Postcode,
    },
};

/// A child such as this. What is left out narrows nothing.
#[derive(Debug, Default, InputObject)]
pub struct AvailabilityFilter {
    /// Of this age on the day on which they could begin, from 8 to 25.
    age: Option<i32>,
    /// In this national curriculum year today, from 3 to 13: what begins after the summer is looked at for the year after.
    year_group: Option<i32>,
    /// Living in this area.
    area_id: Option<OpaqueId<noun::Area>>,
    /// Or at this postcode.
    postcode: Option<String>,
    /// With one of these factors.
    factors: Option<Vec<FactorCode>>,
    /// For programmes funded as one of these.
    strands: Option<Vec<Strand>>,
    /// Who could begin on this day or later.
    starts_from: Option<Date>,
    /// Who could begin on this day or earlier.
    starts_to: Option<Date>,
    /// Only what has a place that nobody waits for.
    with_places_only: Option<bool>,
    /// Only programmes whose title, summary or provider's name holds this.
    text: Option<String>,
}

/// The youngest and oldest age in a year group at some time of the year: year 1 begins at 5 and ends at 6.
const fn ages_of(year_group: i32) -> (i32, i32) {
    (year_group + 4, year_group + 5)
}

/// So many summers ahead a year group is looked at; no run is written down so long before it begins.
const SUMMERS: i32 = 5;

/// What programmes ask for besides an age and an area.
type Asking = [(Id<noun::Programme>, Asks)];

fn in_years((from, to): (i32, i32), years: (i32, i32), asking: &Asking) -> offerings::Age {
    let others = asking.iter().filter(|(_, asks)| !takes_year(asks, years));
    offerings::Age { from, to, not: others.map(|(id, _)| *id).collect() }
}

/// Of an age, whenever they could begin: in one of two year groups.
fn of_age(age: i32, asking: &Asking) -> offerings::Ages {
    offerings::Ages { now: in_years((age, age), (age - 5, age - 4), asking), later: Vec::new() }
}

/// The ages that a child of a year group may have on the day on which they could begin: a year more after each summer.
fn ages_in(year_group: i32, today: NaiveDate, asking: &Asking) -> offerings::Ages {
    let summer = today.year() + i32::from(today.month() >= 9);
    let in_year = |year| in_years(ages_of(year), (year, year), asking);
    let later = (0..SUMMERS).filter_map(|years| {
        let september = NaiveDate::from_ymd_opt(summer + years, 9, 1)?;
        Some((september, in_year(year_group + years + 1)))
    });
    offerings::Ages { now: in_year(year_group), later: later.collect() }
}

/// A page of what could take such a child.
pub async fn programme_availability(
    ctx: &Context<'_>,
    filter: Option<AvailabilityFilter>,
    order: AvailabilityOrder,
    paging: Paging,
) -> Answer<Connection<Offering>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    let filter = decode(ctx, filter.unwrap_or_default()).await?;
    ctx.visit().searched(SubjectKind::Offering, &format!("{filter:?}"));
    let question = Question::of(&viewer, "availability", &(order, &filter));
    let window = paging.window(app, &question)?;
    let ranks: Vec<_> =
        Approaches::in_use().iter().map(|approach| (approach.code.as_str(), rank(approach.band))).collect();
    let page = availability::page(app, &viewer, &filter, (order, &ranks), &window).await?;
    let (viewer, filter) = (Arc::new(viewer), Arc::new(filter));
    connect(app, &question, page, Offering::from, move |app| {
        let (viewer, filter) = (Arc::clone(&viewer), Arc::clone(&filter));
        async move { availability::count(&app, &viewer, &filter).await }
    })
}

/// The offerings that match, and those that stop matching, from a cursor or from now on.
pub async fn availability_changes(
    ctx: &Context<'_>,
    filter: Option<AvailabilityFilter>,
    after: Option<String>,
) -> Answer<impl Stream<Item = Answer<Change>> + use<>> {
    let _ = ctx.sight()?;
    let filter = decode(ctx, filter.unwrap_or_default()).await?;
    changes(ctx, Followed::Offerings(Box::new(filter)), after).await
}

fn problem(field: &str, code: ProblemCode, message: &'static str) -> Problem {
    Problem::new(&format!("filter.{field}"), code, message)
}

/// What is asked for contradicts itself, or can be of no child.
fn contradictions(filter: &AvailabilityFilter, today: NaiveDate) -> Vec<Problem> {
    let mut found = Vec::new();
    if filter.age.is_some_and(|age| !(YOUNGEST..=OLDEST).contains(&age)) {
        found.push(problem("age", ProblemCode::OutOfRange, "Enter an age from 8 to 25."));
    }
    if filter.year_group.is_some_and(|year| !(3..=13).contains(&year)) {
        found.push(problem("yearGroup", ProblemCode::OutOfRange, "Enter a year group from 3 to 13."));
    }
    if let (Some(age), Some(year), true) = (filter.age, filter.year_group, found.is_empty()) {
        let (youngest, oldest) = ages_of(year);
        // A child may be a year before or behind.
        if !(youngest - 1..=oldest + 1).contains(&age) {
            let says = "No child of this age is in this year group. Enter one of them.";
            found.push(problem("yearGroup", ProblemCode::Invalid, says));
        }
    }
    if let (Some(from), Some(to)) = (filter.starts_from, filter.starts_to)
        && from.0 > to.0
    {
        found.push(problem("startsTo", ProblemCode::Invalid, "This is before the first day. Check both."));
    } else if filter.starts_to.is_some_and(|to| to.0 < today) {
        let says = "This day has passed. Enter today or a later day.";
        found.push(problem("startsTo", ProblemCode::OutOfRange, says));
    }
    found
}

async fn decode(ctx: &Context<'_>, filter: AvailabilityFilter) -> Result<offerings::Filter> {
    let today = ctx.app().today();
    none_of(contradictions(&filter, today))?;
    let area = area_of(ctx, &filter).await?;
    let areas = match area {
        Some(area) => Some(area::around(ctx.app().reads(), area).await?),
        None => None,
    };
    let factors = filter.factors.filter(|factors| !factors.is_empty());
    let asking = if filter.age.is_some() || filter.year_group.is_some() || factors.is_some() {
        programme::asking(ctx.app().reads()).await?
    } else {
        Vec::new()
    };
    let ages = match (filter.year_group, filter.age) {
        (Some(year), age) => Some(ages_in(year, today, &asking).narrowed(age)),
        (None, age) => age.map(|age| of_age(age, &asking)),
    };
    let named = factors.as_deref().unwrap_or_default();
    let not = asking.iter().filter(|(_, asks)| !takes_factors(asks, named)).map(|(id, _)| *id).collect();
    Ok(offerings::Filter {
        ages,
        areas,
        not,
        factors,
        strands: filter.strands.filter(|strands| !strands.is_empty()),
        from: filter.starts_from.map(|day| day.0),
        to: filter.starts_to.map(|day| day.0),
        with_places: filter.with_places_only.unwrap_or_default(),
        text: sought(filter.text.as_deref())?,
    })
}

/// The area asked for: named, or that of the postcode, which goes no further than here.
async fn area_of(ctx: &Context<'_>, filter: &AvailabilityFilter) -> Result<Option<Id<noun::Area>>> {
    let database = ctx.app().reads();
    let named = filter.area_id.as_ref().map(|id| ctx.open_id(id));
    let unknown = || Error::from(problem("areaId", ProblemCode::NotFound, "Choose an area from the list."));
    if let Some(id) = named
        && area::by_ids(database, &[id]).await?.is_empty()
    {
        return Err(unknown());
    }
    let Some(text) = filter.postcode.as_deref().map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(named);
    };
    let says = "We do not know this postcode. Check it, or choose the area instead.";
    let not_known = || problem("postcode", ProblemCode::NotFound, says);
    let code = Postcode::parse(text).ok_or_else(not_known)?;
    let place = area::of_postcode(database, code.as_str()).await?.ok_or_else(not_known)?;
    if let Some(named) = named
        && !area::with_what_it_lies_in(database, place.area_id).await?.contains(&named)
    {
        let says = "This postcode does not lie in the area. Enter one of them.";
        return Err(problem("postcode", ProblemCode::Invalid, says).into());
    }
    Ok(Some(place.area_id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(filter: &AvailabilityFilter) -> Vec<String> {
        let today = "2026-11-24".parse().unwrap();
        contradictions(filter, today).into_iter().map(|problem| problem.field.join(".")).collect()
    }

    #[test]
    fn what_no_child_can_be_is_a_problem_at_its_field() {
        let age = |age| AvailabilityFilter { age: Some(age), ..AvailabilityFilter::default() };
        assert!(fields(&age(8)).is_empty() && fields(&age(25)).is_empty());
        for wrong in [-1, 0, 7, 26, 200] {
            assert_eq!(fields(&age(wrong)), ["filter.age"], "{wrong}");
        }
        let both = |age, year| AvailabilityFilter {
            age: Some(age),
            year_group: Some(year),
            ..AvailabilityFilter::default()
        };
        assert!(fields(&both(14, 9)).is_empty() && fields(&both(15, 9)).is_empty());
        assert_eq!(fields(&both(9, 11)), ["filter.yearGroup"]);
        assert_eq!(fields(&both(14, 14)), ["filter.yearGroup"]);
        let day = |text: &str| Some(Date(text.parse().unwrap()));
        let days = AvailabilityFilter {
            starts_from: day("2026-12-02"),
            starts_to: day("2026-12-01"),
            ..AvailabilityFilter::default()
        };
        assert_eq!(fields(&days), ["filter.startsTo"]);
        let to = |text| AvailabilityFilter { starts_to: day(text), ..AvailabilityFilter::default() };
        assert_eq!(fields(&to("2026-11-23")), ["filter.startsTo"], "nobody can begin yesterday");
        assert!(fields(&to("2026-11-24")).is_empty());
    }

    #[test]
    fn year_nine_is_thirteen_and_fourteen() {
        assert_eq!(ages_of(9), (13, 14));
        assert_eq!(ages_of(11), (15, 16));
    }

    #[test]
    fn after_a_summer_the_child_is_a_year_on() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let age = |from, to| offerings::Age { from, to, not: Vec::new() };
        let ages = ages_in(9, day("2026-11-24"), &[]);
        assert_eq!(ages.now, age(13, 14));
        assert_eq!(ages.later[0], (day("2027-09-01"), age(14, 15)));
        assert_eq!(ages.later[1], (day("2028-09-01"), age(15, 16)));
        assert_eq!(ages_in(9, day("2026-08-31"), &[]).later[0].0, day("2026-09-01"));
        assert_eq!(ages_in(9, day("2026-09-01"), &[]).later[0].0, day("2027-09-01"));
    }

    #[test]
    fn a_programme_for_a_year_group_takes_who_is_in_it_on_the_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let id: Id<noun::Programme> = uuid::Uuid::from_u128(1).into();
        let years = |from, to| [(id, Asks { min_year_group: from, max_year_group: to, ..Asks::default() })];
        let from_ten = ages_in(9, day("2026-11-24"), &years(Some(10), None));
        assert_eq!(
            (from_ten.now.not, from_ten.later[0].1.not.len()),
            (vec![id], 0),
            "year 10 after the summer"
        );
        let to_nine = ages_in(9, day("2026-11-24"), &years(None, Some(9)));
        assert_eq!((to_nine.now.not.len(), to_nine.later[0].1.not.clone()), (0, vec![id]));
        // At 14 a child is in year 9 or 10.
        let at_14 = |asking: &Asking| of_age(14, asking).now.not.len();
        assert_eq!([at_14(&years(Some(10), Some(10))), at_14(&years(Some(9), Some(9)))], [0, 0]);
        assert_eq!([at_14(&years(Some(11), None)), at_14(&years(None, Some(8)))], [1, 1]);
    }
}
