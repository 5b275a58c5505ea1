//! What a release counts: everything about a child that a figure rests on, some hundred children at a time.
//!
//! It is read without a viewer: nobody is looking. It goes into facts that are sealed, and from there through the one gate.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait, Select,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    entity::{
        casework::{case, case_note, measure, referral, transition, triage_decision},
        delivery::{attendance, enrolment, enrolment_step, offering, programme, programme_area, session},
        insight::record_key,
        people::{area, organisation, restriction, young_person},
    },
    platform::error::Result,
    read::unscoped,
    words::{
        AreaKind, AttendanceMark, CaseStatus, EnrolmentStatus, OfferingSetting, OrganisationKind, Reach,
        ReferralStatus, Strand,
        id::{Id, noun},
    },
};

const WHY: &str = "a release counts all children; only what passes the disclosure gate leaves it";

/// One child, and what figures rest on.
#[derive(Clone, Debug)]
pub struct Story {
    /// The child.
    pub child: young_person::Model,
    /// The number and record key, once there are any.
    pub key: Option<record_key::Model>,
    /// Whether only the people on a list open the record: such a child is in no figure.
    pub restricted: bool,
    /// The referrals, oldest first.
    pub referrals: Vec<referral::Model>,
    /// The decisions on them, oldest first.
    pub decisions: Vec<triage_decision::Model>,
    /// When referrals were withdrawn.
    pub withdrawn: Vec<(Id<noun::Referral>, DateTime<Utc>)>,
    /// The cases.
    pub cases: Vec<case::Model>,
    /// When a plan was agreed on them.
    pub planned: Vec<(Id<noun::Case>, DateTime<Utc>)>,
    /// When somebody tried to reach the child or family.
    pub contacts: Vec<(Id<noun::Case>, DateTime<Utc>)>,
    /// What was measured and stands.
    pub measures: Vec<measure::Model>,
    /// The places.
    pub enrolments: Vec<enrolment::Model>,
    /// When they were accepted.
    pub accepted: Vec<(Id<noun::Enrolment>, DateTime<Utc>)>,
    /// The marks that stand, with the start of their sessions.
    pub marks: Vec<Marked>,
}

/// A mark in a register.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Marked {
    /// The place.
    pub enrolment_id: Id<noun::Enrolment>,
    /// 1 for the first mark in this session, 2 for what corrects it.
    pub number: i32,
    /// The session.
    pub session_id: Id<noun::Session>,
    /// When that began.
    pub starts_at: DateTime<Utc>,
    /// What it says.
    pub mark: AttendanceMark,
}

/// How areas, organisations and programmes lie to each other.
#[derive(Clone, Debug, Default)]
pub struct Lie {
    /// Every area.
    pub areas: HashMap<Id<noun::Area>, area::Model>,
    /// Of each organisation its kind, and the council's area where it works.
    pub organisations: HashMap<Id<noun::Organisation>, (OrganisationKind, Option<Id<noun::Area>>)>,
    /// The runs of programmes that take children by name. Those that count who comes have no child of whom a figure could be.
    pub runs: HashMap<Id<noun::Offering>, RunOf>,
}

/// Of which programme a run is, when, and in which councils' areas.
#[derive(Clone, Debug)]
pub struct RunOf {
    /// The programme.
    pub programme: Id<noun::Programme>,
    /// Who runs it.
    pub provider: Id<noun::Organisation>,
    /// What it is funded as.
    pub strand: Strand,
    /// Its approach.
    pub approach: String,
    /// Whether that it runs is told only to those who may place a child in it.
    pub sensitive: bool,
    /// The councils in whose areas it is; none for all.
    pub councils: Vec<Id<noun::Area>>,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
}

impl Lie {
    /// The area of a kind in which an area lies.
    #[must_use]
    pub fn within(&self, area: Option<Id<noun::Area>>, kind: AreaKind) -> Option<Id<noun::Area>> {
        let mut area = self.areas.get(&area?)?;
        while area.kind != kind {
            area = self.areas.get(&area.parent_id?)?;
        }
        Some(area.id)
    }
}

/// How areas, organisations and programmes lie to each other.
pub async fn lie(on: &impl ConnectionTrait) -> Result<Lie> {
    let areas = unscoped::<area::Entity>(WHY).all(on).await?;
    let organisations: Vec<(Id<noun::Organisation>, OrganisationKind, Option<Id<noun::Area>>)> =
        unscoped::<organisation::Entity>(WHY)
            .select_only()
            .columns([organisation::Column::Id, organisation::Column::Kind, organisation::Column::AreaId])
            .into_tuple()
            .all(on)
            .await?;
    let programmes: HashMap<_, _> =
        unscoped::<programme::Entity>(WHY).all(on).await?.into_iter().map(|row| (row.id, row)).collect();
    let runs = unscoped::<offering::Entity>(WHY)
        .filter(offering::Column::Setting.is_in([OfferingSetting::Open, OfferingSetting::Closed]))
        .all(on)
        .await?;
    let mut lie = Lie {
        areas: areas.into_iter().map(|area| (area.id, area)).collect(),
        organisations: organisations.into_iter().map(|(id, kind, area)| (id, (kind, area))).collect(),
        runs: HashMap::new(),
    };
    let mut councils: HashMap<Id<noun::Programme>, Vec<Id<noun::Area>>> = HashMap::new();
    for row in unscoped::<programme_area::Entity>(WHY).all(on).await? {
        if let Some(council) = lie.within(Some(row.area_id), AreaKind::LocalAuthority) {
            councils.entry(row.programme_id).or_default().push(council);
        }
    }
    for run in runs {
        let named = programmes.get(&run.programme_id).filter(|row| row.reach == Reach::Named);
        let Some(row) = named else { continue };
        let of = RunOf {
            programme: row.id,
            provider: row.provider_id,
            strand: row.strand,
            approach: row.approach.clone(),
            sensitive: row.sensitive,
            councils: councils.get(&row.id).cloned().unwrap_or_default(),
            starts_on: run.starts_on,
            ends_on: run.ends_on,
        };
        lie.runs.insert(run.id, of);
    }
    Ok(lie)
}

/// The stories of the next children after one, in the order of their ids; none after the last.
pub async fn after(
    on: &impl ConnectionTrait,
    after: Option<Id<noun::YoungPerson>>,
    count: u64,
) -> Result<Vec<Story>> {
    let mut children =
        unscoped::<young_person::Entity>(WHY).order_by_asc(young_person::Column::Id).limit(count);
    if let Some(after) = after {
        children = children.filter(young_person::Column::Id.gt(after));
    }
    let children = children.all(on).await?;
    let ids: Vec<_> = children.iter().map(|child| child.id).collect();
    let mut stories: Vec<Story> = children.into_iter().map(Story::of).collect();
    let place: HashMap<_, _> = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    fill(on, &ids, |child| place.get(&child).copied(), &mut stories).await?;
    Ok(stories)
}

impl Story {
    const fn of(child: young_person::Model) -> Self {
        Self {
            child,
            key: None,
            restricted: false,
            referrals: Vec::new(),
            decisions: Vec::new(),
            withdrawn: Vec::new(),
            cases: Vec::new(),
            planned: Vec::new(),
            contacts: Vec::new(),
            measures: Vec::new(),
            enrolments: Vec::new(),
            accepted: Vec::new(),
            marks: Vec::new(),
        }
    }
}

type Child = Id<noun::YoungPerson>;

/// Those of some children.
fn of_children<E: EntityTrait>(column: impl ColumnTrait, children: &[Child]) -> Select<E> {
    unscoped::<E>(WHY).filter(column.is_in(children.iter().copied()))
}

async fn fill(
    on: &impl ConnectionTrait,
    children: &[Child],
    place: impl Fn(Child) -> Option<usize>,
    stories: &mut [Story],
) -> Result<()> {
    let keys = of_children::<record_key::Entity>(record_key::Column::YoungPersonId, children).all(on).await?;
    for key in keys {
        tell(stories, place(key.young_person_id), |story| story.key = Some(key));
    }
    let restricted: Vec<Child> =
        of_children::<restriction::Entity>(restriction::Column::YoungPersonId, children)
            .filter(restriction::Column::EndedAt.is_null())
            .select_only()
            .column(restriction::Column::YoungPersonId)
            .into_tuple()
            .all(on)
            .await?;
    for child in restricted {
        tell(stories, place(child), |story| story.restricted = true);
    }
    let (mut of_referral, mut of_case, mut of_enrolment) = (HashMap::new(), HashMap::new(), HashMap::new());
    for row in of_children::<referral::Entity>(referral::Column::YoungPersonId, children)
        .order_by_asc(referral::Column::SubmittedAt)
        .order_by_asc(referral::Column::Id)
        .all(on)
        .await?
    {
        let at = place(row.young_person_id);
        of_referral.insert(row.id, at);
        tell(stories, at, |story| story.referrals.push(row));
    }
    for row in of_children::<case::Entity>(case::Column::YoungPersonId, children)
        .order_by_asc(case::Column::OpenedAt)
        .order_by_asc(case::Column::Id)
        .all(on)
        .await?
    {
        let at = place(row.young_person_id);
        of_case.insert(row.id, at);
        tell(stories, at, |story| story.cases.push(row));
    }
    for row in of_children::<enrolment::Entity>(enrolment::Column::YoungPersonId, children)
        .order_by_asc(enrolment::Column::JoinedAt)
        .order_by_asc(enrolment::Column::Id)
        .all(on)
        .await?
    {
        let at = place(row.young_person_id);
        of_enrolment.insert(row.id, at);
        tell(stories, at, |story| story.enrolments.push(row));
    }
    referrals(on, &of_referral, stories).await?;
    cases(on, &of_case, stories).await?;
    enrolments(on, &of_enrolment, stories).await
}

fn tell(stories: &mut [Story], place: Option<usize>, what: impl FnOnce(&mut Story)) {
    if let Some(story) = place.and_then(|place| stories.get_mut(place)) {
        what(story);
    }
}

type Places<N> = HashMap<Id<N>, Option<usize>>;

async fn referrals(
    on: &impl ConnectionTrait,
    of: &Places<noun::Referral>,
    stories: &mut [Story],
) -> Result<()> {
    let decisions = unscoped::<triage_decision::Entity>(WHY)
        .filter(triage_decision::Column::ReferralId.is_in(of.keys().copied()))
        .order_by_asc(triage_decision::Column::DecidedAt)
        .order_by_asc(triage_decision::Column::Id)
        .all(on)
        .await?;
    for row in decisions {
        let place = of.get(&row.referral_id).copied().flatten();
        tell(stories, place, |story| story.decisions.push(row));
    }
    let withdrawn: Vec<(Id<noun::Referral>, DateTime<Utc>)> = unscoped::<transition::Entity>(WHY)
        .filter(transition::Column::ReferralId.is_in(of.keys().copied()))
        .filter(transition::Column::ToStatus.eq(ReferralStatus::Withdrawn.as_str()))
        .select_only()
        .column(transition::Column::ReferralId)
        .column(transition::Column::At)
        .into_tuple()
        .all(on)
        .await?;
    for row in withdrawn {
        tell(stories, of.get(&row.0).copied().flatten(), |story| story.withdrawn.push(row));
    }
    Ok(())
}

async fn cases(on: &impl ConnectionTrait, of: &Places<noun::Case>, stories: &mut [Story]) -> Result<()> {
    let planned: Vec<(Id<noun::Case>, DateTime<Utc>)> = unscoped::<transition::Entity>(WHY)
        .filter(transition::Column::CaseId.is_in(of.keys().copied()))
        .filter(transition::Column::ToStatus.eq(CaseStatus::PlanAgreed.as_str()))
        .select_only()
        .column(transition::Column::CaseId)
        .column(transition::Column::At)
        .into_tuple()
        .all(on)
        .await?;
    for row in planned {
        tell(stories, of.get(&row.0).copied().flatten(), |story| story.planned.push(row));
    }
    let contacts: Vec<(Id<noun::Case>, DateTime<Utc>)> = unscoped::<case_note::Entity>(WHY)
        .filter(case_note::Column::CaseId.is_in(of.keys().copied()))
        .filter(case_note::Column::ContactOutcome.is_not_null())
        .filter(case_note::Column::VoidedAt.is_null())
        .select_only()
        .column(case_note::Column::CaseId)
        .column_as(Expr::col(case_note::Column::OccurredAt).min(), "first")
        .group_by(case_note::Column::CaseId)
        .into_tuple()
        .all(on)
        .await?;
    for row in contacts {
        tell(stories, of.get(&row.0).copied().flatten(), |story| story.contacts.push(row));
    }
    let measures = unscoped::<measure::Entity>(WHY)
        .filter(measure::Column::CaseId.is_in(of.keys().copied()))
        .filter(measure::Column::ReplacedAt.is_null())
        .order_by_asc(measure::Column::TakenOn)
        .order_by_asc(measure::Column::Id)
        .all(on)
        .await?;
    for row in measures {
        let place = of.get(&row.case_id).copied().flatten();
        tell(stories, place, |story| story.measures.push(row));
    }
    Ok(())
}

async fn enrolments(
    on: &impl ConnectionTrait,
    of: &Places<noun::Enrolment>,
    stories: &mut [Story],
) -> Result<()> {
    let accepted: Vec<(Id<noun::Enrolment>, DateTime<Utc>)> = unscoped::<enrolment_step::Entity>(WHY)
        .filter(enrolment_step::Column::EnrolmentId.is_in(of.keys().copied()))
        .filter(enrolment_step::Column::ToStatus.eq(EnrolmentStatus::Accepted))
        .select_only()
        .column(enrolment_step::Column::EnrolmentId)
        .column_as(Expr::col(enrolment_step::Column::At).min(), "first")
        .group_by(enrolment_step::Column::EnrolmentId)
        .into_tuple()
        .all(on)
        .await?;
    for row in accepted {
        tell(stories, of.get(&row.0).copied().flatten(), |story| story.accepted.push(row));
    }
    let marks: Vec<Marked> = unscoped::<attendance::Entity>(WHY)
        .filter(attendance::Column::EnrolmentId.is_in(of.keys().copied()))
        .join(JoinType::InnerJoin, attendance::Relation::Session.def())
        .filter(session::Column::CancelledAt.is_null())
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(attendance::Column::Number)
        .select_only()
        .columns([
            attendance::Column::EnrolmentId,
            attendance::Column::Number,
            attendance::Column::SessionId,
            attendance::Column::Mark,
        ])
        .column(session::Column::StartsAt)
        .into_model()
        .all(on)
        .await?;
    for row in marks {
        tell(stories, of.get(&row.enrolment_id).copied().flatten(), |story| story.marks.push(row));
    }
    Ok(())
}

/// The highest number that a child has among those who are counted.
pub async fn last_number(on: &impl ConnectionTrait) -> Result<i32> {
    let last = unscoped::<record_key::Entity>(WHY).order_by_desc(record_key::Column::Number).one(on).await?;
    Ok(last.map_or(0, |row| row.number))
}
