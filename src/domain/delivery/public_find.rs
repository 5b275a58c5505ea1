//! What a child or parent may be told without a sign-in: what there is for a child of this age who lives here, whether it
//! could take them, and whom to ring. Nothing that is a secret, nothing that harms, and no number of places.
//!
//! A postcode becomes an area at once and goes no further: it is in no answer, log or trace.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{
    approaches::Approaches,
    open_referral::{intake_runs::Said, publish},
};
use crate::{
    domain::{
        people::young_person_rules::{OLDEST, YOUNGEST},
        record::{calendar::Calendar, service_hours::ServiceHours},
    },
    entity::{
        delivery::{offering, offering_source, programme},
        people::{area, front_door, organisation},
    },
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
    },
    read::{
        delivery::published,
        people::{area as areas, directory, organisation as organisations},
    },
    words::{
        AreaKind, AvailabilityAnswer, DeliveryMode, EvidenceBand, FactorCode,
        id::{Id, noun},
        postcode::Postcode,
    },
};

/// What is hard, in a child's words, and the factors that programmes name for it.
pub const NEEDS: &[(&str, &[FactorCode])] = &[
    (
        "SCHOOL",
        &[
            FactorCode::Suspensions,
            FactorCode::PersistentAbsence,
            FactorCode::SevereAbsence,
            FactorCode::ExclusionOrAlternativeProvision,
        ],
    ),
    ("ANGER", &[FactorCode::PreviousViolence, FactorCode::Impulsivity]),
    ("FRIENDS", &[FactorCode::PeersInvolvedInViolence, FactorCode::GangAssociation]),
    (KNIVES, &[FactorCode::CarriedWeapon]),
    ("HURT", &[FactorCode::VictimOfViolence]),
    ("HOME", &[FactorCode::FamilyConflictOrPoorSupervision, FactorCode::DomesticAbuseAtHome]),
    ("PRESSURE", &[FactorCode::CriminalExploitation, FactorCode::SexualExploitation]),
];

/// Teaching about knives is never what a child with one is pointed to.
const KNIVES: &str = "KNIVES";

/// What is asked.
#[derive(Clone, Default)]
pub struct Asked {
    /// How old the child is.
    pub age: Option<i32>,
    /// In which area they live.
    pub area: Option<Id<noun::Area>>,
    /// Or at which postcode.
    pub postcode: Option<String>,
    /// What is hard.
    pub need: Option<String>,
}

/// What is answered.
#[derive(Debug)]
pub struct Answer {
    /// The area that was found or chosen.
    pub area: Option<area::Model>,
    /// Whom to ring.
    pub doors: Vec<Door>,
    /// What there is, what could take the child now first.
    pub found: Vec<Found>,
}

/// Whom to ring in a council.
#[derive(Debug)]
pub struct Door {
    /// The council.
    pub council: String,
    /// Who answers.
    pub name: String,
    /// The number.
    pub phone: String,
    /// When somebody answers.
    pub hours: String,
    /// Whether somebody answers now.
    pub open_now: bool,
}

/// A programme that takes such a child.
#[derive(Debug)]
pub struct Found {
    /// It.
    pub programme: programme::Model,
    /// Who runs it.
    pub provider: String,
    /// The run that could take the child, near them and soon; none where nothing runs.
    pub run: Option<offering::Model>,
    /// Whether that could take the child.
    pub places: Option<Said>,
}

impl Found {
    /// YES, WAIT, or NO where nothing is said.
    #[must_use]
    pub fn answer(&self) -> AvailabilityAnswer {
        self.places.map_or(AvailabilityAnswer::No, |places| places.answer)
    }
}

fn problem(field: &str, code: ProblemCode, says: &'static str) -> Problem {
    Problem::new(field, code, says)
}

fn problems(asked: &Asked) -> Vec<Problem> {
    let typed = asked.postcode.as_deref().is_some_and(|code| !code.trim().is_empty());
    let age = match asked.age {
        None => Some(problem("age", ProblemCode::Required, "Enter an age.")),
        Some(age) if !(YOUNGEST..=OLDEST).contains(&age) => {
            let says = "Enter an age from 8 to 25. To talk about a younger child, ring the council.";
            Some(problem("age", ProblemCode::OutOfRange, says))
        }
        Some(_) => None,
    };
    let both = "Enter a postcode or choose an area, not both.";
    let both = (typed && asked.area.is_some()).then(|| problem("postcode", ProblemCode::Invalid, both));
    let need = asked.need.as_deref().is_some_and(|need| !NEEDS.iter().any(|(name, _)| *name == need));
    let need = need.then(|| problem("need", ProblemCode::Invalid, "Choose one from the list."));
    age.into_iter().chain(both).chain(need).collect()
}

/// Answers somebody whom we do not know.
pub async fn answer(app: &App, asked: Asked) -> Result<Answer> {
    none_of(problems(&asked))?;
    let on = app.database();
    let area = area(app, &asked).await?;
    let around = match &area {
        Some(area) => Some(areas::around(on, area.id).await?),
        None => None,
    };
    let need = asked.need.as_deref();
    let factors = need.and_then(|need| NEEDS.iter().find(|(name, _)| *name == need));
    let factors = factors.map(|(_, factors)| factors.to_vec());
    let age = asked.age.unwrap_or_default();
    let rows = published::fitting(on, age, around.clone(), factors).await?;
    let rows = rows.into_iter().filter(|row| for_a_child(row, need == Some(KNIVES))).collect();
    let found = found(app, rows, around.as_deref()).await?;
    Ok(Answer { doors: doors(app, area.as_ref()).await?, area, found })
}

/// Whether a child or parent is pointed to a programme: one that they can join, and that does not harm.
fn for_a_child(row: &programme::Model, knife: bool) -> bool {
    let joins =
        !matches!(row.mode, DeliveryMode::SchoolClass | DeliveryMode::Training | DeliveryMode::Campaign);
    let approach = Approaches::in_use().get(&row.approach);
    let harms = approach.is_some_and(|one| one.band == EvidenceBand::Harmful);
    let never = approach.is_some_and(|one| one.never_for_knife_possession);
    joins && !harms && !(knife && never)
}

async fn area(app: &App, asked: &Asked) -> Result<Option<area::Model>> {
    let id = match asked.postcode.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
        None => asked.area,
        Some(text) => {
            let says = "We do not know this postcode. Check it, or choose an area.";
            let not_known = || Error::from(problem("postcode", ProblemCode::NotFound, says));
            let code = Postcode::parse(text).ok_or_else(not_known)?;
            let place = areas::of_postcode(app.database(), code.as_str()).await?;
            Some(place.ok_or_else(not_known)?.area_id)
        }
    };
    let Some(id) = id else { return Ok(None) };
    let found = areas::by_ids(app.database(), &[id]).await?.pop();
    let not_known = || problem("areaId", ProblemCode::NotFound, "Choose an area from the list.");
    found.map(Some).ok_or_else(|| not_known().into())
}

async fn found(
    app: &App,
    rows: Vec<programme::Model>,
    around: Option<&[Id<noun::Area>]>,
) -> Result<Vec<Found>> {
    let (on, today) = (app.database(), app.today());
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let runs = published::runs(on, &ids, today).await?;
    let said = published::said(on, &runs.iter().map(|run| run.id).collect::<Vec<_>>()).await?;
    let said: HashMap<_, offering_source::Model> =
        said.into_iter().map(|row| (row.offering_id, row)).collect();
    let providers = rows.iter().map(|row| row.provider_id).collect::<Vec<_>>();
    let providers = directory::organisations_by_ids(app, &providers).await?;
    let mut found: Vec<Found> = rows
        .into_iter()
        .map(|programme| {
            let of_it = runs.iter().filter(|run| run.programme_id == programme.id);
            let told = of_it.map(|run| (run, publish::of_places(app, said.get(&run.id), run)));
            let far = |run: &offering::Model| match (run.area_id, around) {
                (Some(area), Some(around)) => !around.contains(&area),
                _ => false,
            };
            // What takes the child comes first, then what is near, then what begins soonest.
            let best = told.min_by_key(|(run, places)| {
                (rank(places.map(|places| places.answer)), far(run), run.starts_on.max(today))
            });
            let provider = providers.iter().find(|row| row.id == programme.provider_id);
            Found {
                provider: provider.map(|row: &organisation::Model| row.name.clone()).unwrap_or_default(),
                run: best.as_ref().map(|(run, _)| (*run).clone()),
                places: best.and_then(|(_, places)| places),
                programme,
            }
        })
        .collect();
    found.sort_by_cached_key(|one| {
        let day = one.run.as_ref().map_or(NaiveDate::MAX, |run| run.starts_on.max(today));
        (rank(Some(one.answer())), day, one.programme.title.clone())
    });
    Ok(found)
}

const fn rank(answer: Option<AvailabilityAnswer>) -> u8 {
    match answer {
        Some(AvailabilityAnswer::Yes) => 0,
        Some(AvailabilityAnswer::Wait) => 1,
        Some(AvailabilityAnswer::No) | None => 2,
    }
}

/// The front doors of the council of an area; of all councils where no area is known.
async fn doors(app: &App, area: Option<&area::Model>) -> Result<Vec<Door>> {
    let on = app.database();
    let councils = directory::areas(app, Some(AreaKind::LocalAuthority)).await?;
    let around = match area {
        Some(area) => Some(areas::with_what_it_lies_in(on, area.id).await?),
        None => None,
    };
    let councils =
        councils.into_iter().filter(|one| around.as_ref().is_none_or(|around| around.contains(&one.id)));
    let councils: Vec<area::Model> = councils.collect();
    let ids: Vec<_> = councils.iter().map(|one| one.id).collect();
    let mut doors = Vec::new();
    let all = organisations::front_doors(on, &ids).await?;
    for council in &councils {
        for door in all.iter().filter(|door| door.area_id == council.id) {
            doors.push(of_door(app, council, door)?);
        }
    }
    Ok(doors)
}

fn of_door(app: &App, council: &area::Model, door: &front_door::Model) -> Result<Door> {
    let hours = ServiceHours::from_json(&door.service_hours).map_err(Error::internal)?;
    Ok(Door {
        council: council.name.clone(),
        name: door.name.clone(),
        phone: door.phone.clone(),
        hours: hours.to_string(),
        open_now: hours.open_at(app.now(), Calendar::england()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_answered_is_told_at_its_field() {
        let fields =
            |asked: &Asked| problems(asked).iter().map(|one| one.field.join(".")).collect::<Vec<_>>();
        let of = |age| Asked { age, ..Asked::default() };
        assert!(fields(&of(Some(8))).is_empty() && fields(&of(Some(25))).is_empty());
        for age in [None, Some(0), Some(7), Some(26), Some(200), Some(-1)] {
            assert_eq!(fields(&of(age)), ["age"], "{age:?}");
        }
        let unknown = Asked { need: Some("MONEY".to_owned()), ..of(Some(12)) };
        assert_eq!(fields(&unknown), ["need"]);
        for (need, factors) in NEEDS {
            assert!(fields(&Asked { need: Some((*need).to_owned()), ..of(Some(12)) }).is_empty());
            assert!(!factors.is_empty());
        }
        let blank = Asked { postcode: Some("  ".to_owned()), ..of(Some(12)) };
        assert!(fields(&blank).is_empty(), "a field left empty is not a postcode");
    }
}
