//! Reads of offerings, under the viewer's scope, and of what could take a child now.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, FromQueryResult, QueryFilter, QueryResult, QuerySelect,
    QueryTrait, Select,
    sea_query::{CaseStatement, Expr, ExprTrait, Query, SelectStatement},
};

use super::programme::knows;
use crate::{
    access::{Relations, Viewer},
    entity::delivery::{offering, programme, programme_area, programme_factor},
    platform::error::{Error, Result},
    read::{
        Seen, locked,
        page::{self, Key, Ordering, Page, Window},
        scope, unscoped,
    },
    words::{
        AvailabilityOrder, FactorCode, OfferingSetting, Reach, Strand,
        id::{Id, noun},
    },
};

/// An offering as a viewer may see it.
#[derive(Clone, Debug)]
pub struct SeenOffering {
    /// The row.
    pub row: offering::Model,
    /// How the viewer stands to it.
    pub holds: Relations,
    /// When its places were so, where they were kept since; none for now.
    pub as_at: Option<DateTime<Utc>>,
}

impl FromQueryResult for SeenOffering {
    fn from_query_result(result: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        let Seen { row, holds } = Seen::from_query_result(result, prefix)?;
        Ok(Self { row, holds, as_at: None })
    }
}

/// Of what age a child may be, both ends included, and what does not take them by their year group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Age {
    /// From this age on.
    pub from: i32,
    /// Up to this age.
    pub to: i32,
    /// Programmes that ask for another year group.
    pub not: Vec<Id<noun::Programme>>,
}

/// The ages that a child may have on the day on which they could begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ages {
    /// On any day, or before the first of the days below.
    pub now: Age,
    /// From these days on, in order.
    pub later: Vec<(NaiveDate, Age)>,
}

impl Ages {
    /// Of this age alone, where one is given; of the same year groups.
    #[must_use]
    pub fn narrowed(mut self, age: Option<i32>) -> Self {
        if let Some(age) = age {
            let all = std::iter::once(&mut self.now).chain(self.later.iter_mut().map(|(_, later)| later));
            all.for_each(|one| (one.from, one.to) = (age, age));
        }
        self
    }
}

/// What could take a child.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of an age between these on the day on which the child could begin.
    pub ages: Option<Ages>,
    /// Not in one of these: they take no child with such a factor.
    pub not: Vec<Id<noun::Programme>>,
    /// Living in one of these: an area with those that it lies in and those that lie in it.
    pub areas: Option<Vec<Id<noun::Area>>>,
    /// With one of these factors; programmes that name none are for all.
    pub factors: Option<Vec<FactorCode>>,
    /// Funded as one of these.
    pub strands: Option<Vec<Strand>>,
    /// That a child could begin on this day or later.
    pub from: Option<NaiveDate>,
    /// That a child could begin on this day or earlier.
    pub to: Option<NaiveDate>,
    /// With a place that nobody waits for.
    pub with_places: bool,
    /// Whose programme's title, summary or provider holds this.
    pub text: Option<String>,
}

fn scoped(viewer: &Viewer) -> Select<offering::Entity> {
    scope::visible_to(viewer, knows(viewer))
}

/// Places that a new child could have: none while others wait.
const FREE: &str =
    "CASE WHEN offering.waiting > 0 THEN 0 ELSE offering.capacity - offering.taken - offering.held END";

/// The programmes that run and take children by name, such as a filter says; not by age.
pub(super) fn programmes(filter: &Filter) -> SelectStatement {
    let mut select = Query::select();
    select
        .column((programme::Entity, programme::Column::Id))
        .from(programme::Entity)
        .cond_where(such_a_programme(filter));
    select
}

/// Of a programme: it runs and takes children by name, such as a filter says; not by age.
fn such_a_programme(filter: &Filter) -> Condition {
    use programme::Column;
    let mut all = Condition::all()
        .add(Column::Active.eq(true))
        .add(Column::Reach.eq(Reach::Named))
        .add(Column::Id.is_not_in(filter.not.iter().copied()));
    if let Some(strands) = &filter.strands {
        all = all.add(Column::Strand.is_in(strands.iter().copied()));
    }
    if let Some(text) = &filter.text {
        all = all.add(Column::SearchText.contains(text));
    }
    let of_it = |column: Expr| column.equals((programme::Entity, Column::Id));
    if let Some(areas) = &filter.areas {
        let part = |column| Expr::col((programme_area::Entity, column));
        let mut any = Query::select();
        any.expr(Expr::cust("1"))
            .from(programme_area::Entity)
            .and_where(of_it(part(programme_area::Column::ProgrammeId)));
        let mut here = any.clone();
        here.and_where(part(programme_area::Column::AreaId).is_in(areas.iter().copied()));
        all = all.add(Expr::exists(any).not().or(Expr::exists(here)));
    }
    if let Some(factors) = &filter.factors {
        let part = |column| Expr::col((programme_factor::Entity, column));
        let mut any = Query::select();
        any.expr(Expr::cust("1"))
            .from(programme_factor::Entity)
            .and_where(of_it(part(programme_factor::Column::ProgrammeId)));
        let mut such = any.clone();
        such.and_where(part(programme_factor::Column::Factor).is_in(factors.iter().copied()));
        all = all.add(Expr::exists(any).not().or(Expr::exists(such)));
    }
    all
}

/// Of a programme: it takes a child of such an age.
fn takes(age: &Age) -> Condition {
    Condition::all()
        .add(programme::Column::MinAge.lte(age.to))
        .add(programme::Column::MaxAge.gte(age.from))
        .add(programme::Column::Id.is_not_in(age.not.iter().copied()))
}

/// An offering beside its programme, which is looked up once for all that is asked of it.
fn with_its_programme(mut offerings: Select<offering::Entity>) -> Select<offering::Entity> {
    let programme = Expr::col((offering::Entity, offering::Column::ProgrammeId));
    let its = programme.equals((programme::Entity, programme::Column::Id));
    QueryTrait::query(&mut offerings).inner_join(programme::Entity, its);
    offerings
}

/// Of an offering beside its programme: it takes a child who has one of these ages when it begins; what has begun, begins today.
fn of_age(ages: &Ages) -> Condition {
    use offering::Column;
    let mut any = Condition::any();
    let (mut from, mut now) = (None, &ages.now);
    let ends = ages.later.iter().map(Some).chain([None]);
    for end in ends {
        let mut part = Condition::all().add(takes(now));
        if let Some(from) = from {
            part = part.add(Column::StartsOn.gte(from));
        }
        if let Some((day, next)) = end {
            part = part.add(Column::StartsOn.lt(*day));
            (from, now) = (Some(*day), next);
        }
        any = any.add(part);
    }
    any
}

/// What could take a child such as the filter says, beside its programme: what is open on that day, free or with a waiting list.
#[must_use]
pub fn available(viewer: &Viewer, filter: &Filter) -> Select<offering::Entity> {
    use offering::Column;
    let mut offerings = with_its_programme(scoped(viewer))
        .filter(Column::Setting.eq(OfferingSetting::Open))
        .filter(Column::EndsOn.gte(viewer.today))
        .filter(Column::Capacity.gt(0))
        .filter(such_a_programme(filter));
    if let Some(ages) = &filter.ages {
        offerings = offerings.filter(of_age(ages));
    }
    if let Some(from) = filter.from {
        // What has begun can be joined on any day until it ends.
        offerings = offerings.filter(Column::StartsOn.gte(from).or(Column::EndsOn.gte(from)));
    }
    if let Some(to) = filter.to {
        offerings = offerings.filter(Column::StartsOn.lte(to));
    }
    if filter.with_places {
        offerings = offerings.filter(Expr::cust(format!("({FREE}) > 0")));
    }
    offerings
}

/// An offering with its place in an order.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The offering.
    pub seen: SeenOffering,
    rank: i32,
    begins: NaiveDate,
}

impl FromQueryResult for Placed {
    fn from_query_result(result: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self {
            seen: SeenOffering::from_query_result(result, prefix)?,
            rank: result.try_get(prefix, "rank")?,
            begins: result.try_get(prefix, "begins")?,
        })
    }
}

/// One page of what could take a child. `ranks` has each approach with its place by evidence, the strongest first.
pub async fn available_page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    (order, ranks): (AvailabilityOrder, &[(&str, i32)]),
    window: &Window,
) -> Result<Page<SeenOffering>> {
    let starts = || Expr::col((offering::Entity, offering::Column::StartsOn));
    // What goes on already can be joined today.
    let begins: Expr = CaseStatement::new()
        .case(starts().lt(viewer.today), Expr::value(viewer.today))
        .finally(starts())
        .into();
    let rank = match order {
        AvailabilityOrder::Soonest => Expr::cust("CAST(0 AS integer)"),
        AvailabilityOrder::MostPlaces => {
            Expr::cust(format!("CASE WHEN ({FREE}) >= 5 THEN 0 WHEN ({FREE}) > 0 THEN 1 ELSE 2 END"))
        }
        AvailabilityOrder::StrongestEvidence => by_evidence(ranks),
    };
    let ordering = Ordering {
        columns: vec![rank.clone(), begins.clone(), Expr::col((offering::Entity, offering::Column::Id))],
        descending: false,
        keys: |placed: &Placed| {
            vec![Key::Number(placed.rank.into()), Key::Day(placed.begins), Key::Id(placed.seen.row.id.uuid())]
        },
    };
    // Which are on the page is found with nothing but their keys: how the viewer stands to a row, and the row itself, are looked
    // up for those alone. Else the database works all of it out for every offering there is, and throws it away.
    let which = available(viewer, filter).select_only().column(offering::Column::Id);
    let which = page::windowed(which, &ordering, window).into_query();
    let select = with_its_programme(scoped(viewer))
        .filter(offering::Column::Id.in_subquery(which))
        .expr_as(rank, "rank")
        .expr_as(begins, "begins");
    Ok(page::page(on, select, &ordering, window).await?.map(|placed| placed.seen))
}

/// One offering, where it could take a child such as the filter says.
pub async fn available_one(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    id: Id<noun::Offering>,
) -> Result<Option<SeenOffering>> {
    let one = available(viewer, filter).filter(offering::Column::Id.eq(id));
    Ok(one.into_model::<SeenOffering>().one(on).await?)
}

/// Whether an offering is of a programme that a filter asks for, whatever its places and days are now.
pub async fn of_such_a_programme(
    on: &impl ConnectionTrait,
    filter: &Filter,
    id: Id<noun::Offering>,
) -> Result<bool> {
    let one = unscoped::<offering::Entity>("of an event that the viewer may hear of");
    let one = one
        .filter(offering::Column::Id.eq(id))
        .filter(offering::Column::ProgrammeId.in_subquery(programmes(filter)));
    Ok(one.one(on).await?.is_some())
}

/// The place of an offering by the evidence of its programme's approach, the strongest first.
fn by_evidence(ranks: &[(&str, i32)]) -> Expr {
    let last = ranks.iter().map(|(_, rank)| *rank).max().unwrap_or_default();
    let approach = || Expr::col((programme::Entity, programme::Column::Approach));
    let case = (0..last).fold(CaseStatement::new(), |case, place| {
        let codes = ranks.iter().filter(|(_, rank)| *rank == place).map(|(code, _)| *code);
        case.case(approach().is_in(codes), Expr::value(place))
    });
    case.finally(Expr::value(last)).into()
}

/// One page of the offerings of a programme, what began last first.
pub async fn page_of(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    programme: Id<noun::Programme>,
    window: &Window,
) -> Result<Page<SeenOffering>> {
    let column = |column| Expr::col((offering::Entity, column));
    let newest = Ordering {
        columns: vec![column(offering::Column::StartsOn), column(offering::Column::Id)],
        descending: true,
        keys: |seen: &SeenOffering| vec![Key::Day(seen.row.starts_on), Key::Id(seen.row.id.uuid())],
    };
    page::page(on, of(viewer, programme), &newest, window).await
}

/// The offerings of a programme.
#[must_use]
pub fn of(viewer: &Viewer, programme: Id<noun::Programme>) -> Select<offering::Entity> {
    scoped(viewer).filter(offering::Column::ProgrammeId.eq(programme))
}

/// Offerings by id, those that the viewer may know of.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Offering>],
) -> Result<Vec<SeenOffering>> {
    let some = scoped(viewer).filter(offering::Column::Id.is_in(ids.iter().copied()));
    Ok(some.into_model::<SeenOffering>().all(on).await?)
}

/// An offering to be changed: locked, or NOT_FOUND.
pub async fn for_change(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::Offering>,
) -> Result<SeenOffering> {
    let one = locked(scoped(viewer).filter(offering::Column::Id.eq(id)), on);
    one.into_model::<SeenOffering>().one(on).await?.ok_or(Error::NotFound)
}

/// An offering whose places change, whoever asks: locked.
pub async fn for_places(
    on: &impl ConnectionTrait,
    id: Id<noun::Offering>,
) -> Result<Option<offering::Model>> {
    let one = unscoped::<offering::Entity>(
        "places change with an enrolment that was read under the viewer's scope",
    );
    Ok(locked(one.filter(offering::Column::Id.eq(id)), on).one(on).await?)
}

/// An offering, for what happens by itself; not locked.
pub async fn for_rules(on: &impl ConnectionTrait, id: Id<noun::Offering>) -> Result<Option<offering::Model>> {
    let one = unscoped::<offering::Entity>("what it means for a child who has a place in it");
    Ok(one.filter(offering::Column::Id.eq(id)).one(on).await?)
}
