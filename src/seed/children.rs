//! Children: who they are, where they live and learn, and who is around them. Nobody real.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

use super::{
    dice::Dice,
    needs::Needs,
    rows::Rows,
    world::{Council, Service, World},
};
use crate::{
    domain::{
        people::{child_record, young_person_rules::age_on},
        record::calendar::local_date,
    },
    entity::people::{
        address_period::{self, Address},
        contact::{self, ContactWords},
        name_trigram, school_period,
        young_person::{self, NhsNumber, PncId, Upn},
    },
    platform::{error::Result, sealed::Sealed},
    words::{
        ContactPermission, ParentNotToldReason, Sex,
        id::{Id, noun},
        identifiers,
        names::{search_key_of, trigrams},
    },
};

/// Of a hundred referred children so many are of this age.
const AGES: [(i32, u32); 10] =
    [(8, 1), (9, 1), (10, 4), (11, 6), (12, 10), (13, 15), (14, 19), (15, 19), (16, 14), (17, 11)];
const ETHNICITIES: [&[(&str, u32)]; 2] = [
    &[
        ("W1", 71),
        ("W9", 4),
        ("W3", 1),
        ("A1", 4),
        ("A2", 2),
        ("A9", 3),
        ("B2", 3),
        ("B1", 2),
        ("M1", 3),
        ("M9", 3),
        ("O9", 2),
        ("NS", 2),
    ],
    &[("W1", 87), ("W9", 2), ("W3", 2), ("M1", 2), ("M3", 2), ("A9", 2), ("B2", 1), ("O9", 1), ("NS", 1)],
];
const LANGUAGES: [(&str, u32); 8] =
    [("eng", 925), ("pol", 22), ("npi", 12), ("ron", 10), ("por", 9), ("urd", 8), ("kok", 8), ("tet", 6)];
const RELATIONSHIPS: [(&str, u32); 6] =
    [("Mother", 62), ("Father", 18), ("Grandmother", 8), ("Stepfather", 5), ("Foster carer", 4), ("Aunt", 3)];
const STREETS: [&str; 14] = [
    "Quince Row",
    "Farrier's Close",
    "Old Kiln Lane",
    "Mallow Street",
    "Tannery Walk",
    "Skylark Rise",
    "Cinder Path",
    "Osier Way",
    "Bellringer Court",
    "Saxby Gardens",
    "Plumtree Avenue",
    "Weaver's Yard",
    "Coppice End",
    "Larch Crescent",
];

/// What a story knows of its child.
#[derive(Clone, Debug)]
pub struct Child {
    pub id: Id<noun::YoungPerson>,
    pub council: Council,
    pub given: String,
    pub family: Option<String>,
    pub known_as: Option<String>,
    pub search: String,
    pub born: NaiveDate,
    pub sex: Sex,
    pub school: Option<usize>,
    pub school_id: Option<Id<noun::Organisation>>,
    pub home: usize,
    pub parent: Option<Parent>,
    pub needs: Needs,
}

/// The parent or carer who is asked.
#[derive(Clone, Debug)]
pub struct Parent {
    pub contact: Id<noun::Contact>,
    pub name: String,
}

impl Child {
    /// What people call the child.
    pub fn called(&self) -> &str {
        self.known_as.as_deref().unwrap_or(&self.given)
    }
}

/// What is fixed of a child before the rest is drawn.
#[derive(Clone, Debug, Default)]
pub struct Fixed {
    /// The given name, with nothing else.
    pub only_name: Option<&'static str>,
    /// Given and family name.
    pub names: Option<(&'static str, &'static str)>,
    /// The family name, birth date, home and school of a twin.
    pub twin: Option<(Option<String>, NaiveDate, usize, Option<usize>)>,
    /// The birth date.
    pub born: Option<NaiveDate>,
    /// The age when first referred.
    pub age: Option<i32>,
    /// The place of the school.
    pub school: Option<usize>,
    /// The address is not to be told.
    pub secret: bool,
    /// Why a parent was not told.
    pub not_told: Option<ParentNotToldReason>,
}

/// Draws a child who is first referred at an instant, and writes what is known.
pub fn make(
    (world, dice, rows): (&World, &mut Dice, &mut Rows),
    council: Council,
    at: DateTime<Utc>,
    fixed: &Fixed,
    share: f64,
) -> Result<Child> {
    let service = world.service(council);
    let day = local_date(at);
    let sex = *dice.weighted(&[(Sex::Male, 74), (Sex::Female, 25), (Sex::Unknown, 1)]);
    let (given, family) = names(world, dice, sex, fixed);
    let known_as = (dice.percent(9.0) && fixed.only_name.is_none()).then(|| world.names.given(dice, sex));
    let born = birth(dice, day, fixed);
    let home = fixed.twin.as_ref().map_or_else(|| *dice.weighted(&service.homes), |twin| twin.2);
    let school = match &fixed.twin {
        Some(twin) => twin.3,
        None => fixed.school.or_else(|| school(dice, service, age_on(born, world.today), world.today)),
    };
    let needs = Needs::draw(dice, share);
    let id: Id<noun::YoungPerson> = dice.id(at);
    let all_names = [Some(given.as_str()), family.as_deref(), known_as.as_deref()];
    let search = search_key_of(all_names.into_iter().flatten());
    let school_id = school.map(|school| service.schools[school].id);
    let mut child = Child {
        id,
        council,
        given,
        family,
        known_as,
        search,
        born,
        sex,
        school,
        school_id,
        home,
        parent: None,
        needs,
    };
    record((world, dice, rows), &child, at)?;
    home_of((world, dice, rows), &child, fixed.secret)?;
    child.parent = contacts((world, dice, rows), &child, at, fixed)?;
    Ok(child)
}

fn names(world: &World, dice: &mut Dice, sex: Sex, fixed: &Fixed) -> (String, Option<String>) {
    if let Some(only) = fixed.only_name {
        return (only.to_owned(), None);
    }
    if let Some((given, family)) = fixed.names {
        return (given.to_owned(), Some(family.to_owned()));
    }
    let given = world.names.given(dice, sex);
    match &fixed.twin {
        Some((family, ..)) => (given, family.clone()),
        None => (given, Some(world.names.family(dice))),
    }
}

/// A birth date that gives an age drawn as the recipe says.
fn birth(dice: &mut Dice, day: NaiveDate, fixed: &Fixed) -> NaiveDate {
    if let Some(born) = fixed.twin.as_ref().map(|twin| twin.1).or(fixed.born) {
        return born;
    }
    let age = fixed.age.unwrap_or_else(|| *dice.weighted(&AGES));
    let months = u32::try_from(age * 12 + dice.between(0, 11)).unwrap_or_default();
    let month = day.checked_sub_months(Months::new(months)).unwrap_or(day);
    let born = month - Days::new(u64::try_from(dice.between(1, 27)).unwrap_or_default());
    // Never a year older for those few days.
    if age_on(born, day) == age { born } else { month }
}

/// A school for the child's age today; a few are not on any roll.
fn school(dice: &mut Dice, service: &Service, age: i32, today: NaiveDate) -> Option<usize> {
    if dice.percent(4.0) {
        return None;
    }
    let fit: Vec<(usize, u32)> = service
        .schools
        .iter()
        .enumerate()
        .filter(|(_, school)| school.ages.0 <= age.min(18) && age.min(18) <= school.ages.1)
        .filter(|(_, school)| school.closed_on.is_none_or(|closed| closed > today))
        .map(|(place, school)| {
            (
                place,
                if place == 0 {
                    5
                } else if school.alternative {
                    1
                } else {
                    3
                },
            )
        })
        .collect();
    (!fit.is_empty()).then(|| *dice.weighted(&fit))
}

fn record(
    (world, dice, rows): (&World, &mut Dice, &mut Rows),
    child: &Child,
    at: DateTime<Utc>,
) -> Result<()> {
    let keys = &world.keys;
    let row = child.id.uuid();
    let upn = upn(dice).filter(|_| dice.percent(92.0));
    let nhs = nhs_number(dice).filter(|_| dice.percent(55.0));
    let pnc = pnc_id(dice, local_date(at)).filter(|_| dice.percent(8.0));
    let language = *dice.weighted(&LANGUAGES);
    rows.children.push(young_person::Model {
        id: child.id,
        reference: dice.reference::<noun::YoungPerson>(),
        version: 1,
        given_name: child.given.clone(),
        family_name: child.family.clone(),
        known_as: child.known_as.clone(),
        search_name: child.search.clone(),
        date_of_birth: child.born,
        date_of_birth_estimated: false,
        sex: child.sex,
        ethnicity: dice
            .percent(88.0)
            .then(|| (*dice.weighted(ETHNICITIES[child.council.place()])).to_owned()),
        first_language: dice.percent(80.0).then(|| language.to_owned()),
        school_id: child.school_id,
        area_id: Some(world.service(child.council).places[child.home].area),
        upn_index: upn.as_ref().map(|upn| child_record::upn_index(keys, upn)),
        upn: upn.map(|upn| Sealed::new(keys, row, &Upn(upn.to_string()))).transpose()?,
        nhs_number_index: nhs.as_ref().map(|number| child_record::nhs_number_index(keys, number)),
        nhs_number: nhs.map(|number| Sealed::new(keys, row, &NhsNumber(number.to_string()))).transpose()?,
        pnc_id_index: pnc.as_ref().map(|pnc| child_record::pnc_id_index(keys, pnc)),
        pnc_id: pnc.map(|pnc| Sealed::new(keys, row, &PncId(pnc.to_string()))).transpose()?,
        created_at: at,
    });
    let trigrams = trigrams(&child.search).into_iter();
    rows.trigrams.extend(trigrams.map(|trigram| name_trigram::Model { trigram, young_person_id: child.id }));
    Ok(())
}

fn home_of((world, dice, rows): (&World, &mut Dice, &mut Rows), child: &Child, secret: bool) -> Result<()> {
    let places = &world.service(child.council).places;
    let since = dice.days_before(world.today, 800, 2_500);
    let mut live =
        |dice: &mut Dice, home: usize, from: NaiveDate, to: Option<NaiveDate>, secret: bool| -> Result<()> {
            let id: Id<noun::AddressPeriod> = dice.id(super::world::founded());
            let line = format!("{} {}", dice.between(1, 140), dice.pick(&STREETS));
            let postcode = dice.pick(&places[home].postcodes).clone();
            let address = Address { lines: vec![line], postcode, may_disclose: !secret };
            let address = Sealed::new(&world.keys, id.uuid(), &address)?;
            rows.addresses.push(address_period::Model {
                id,
                young_person_id: child.id,
                address,
                from_date: from,
                to_date: to,
            });
            Ok(())
        };
    if secret || dice.percent(7.0) {
        let moved = dice.days_before(world.today, 60, 400);
        let before = dice.below(places.len());
        live(dice, before, since, Some(moved - Days::new(1)), secret)?;
        live(dice, child.home, moved, None, secret)?;
    } else {
        live(dice, child.home, since, None, false)?;
    }
    if let Some(school_id) = child.school_id {
        let school = child.school.map(|school| &world.service(child.council).schools[school]);
        let first_age = school.map_or(11, |school| school.ages.0);
        let year = child.born.year() + first_age + i32::from(child.born.month() >= 9);
        let from = NaiveDate::from_ymd_opt(year, 9, 3).unwrap_or(since).min(world.today - Days::new(30));
        let id = dice.id(super::world::founded());
        let to_date = school.and_then(|school| school.closed_on);
        rows.school_periods.push(school_period::Model {
            id,
            young_person_id: child.id,
            school_id,
            from_date: from,
            to_date,
        });
    }
    Ok(())
}

/// One or two people around the child; the first is the one who is asked.
fn contacts(
    (world, dice, rows): (&World, &mut Dice, &mut Rows),
    child: &Child,
    at: DateTime<Utc>,
    fixed: &Fixed,
) -> Result<Option<Parent>> {
    let mut first = None;
    let count = if dice.percent(28.0) { 2 } else { 1 };
    for place in 0..count {
        let id: Id<noun::Contact> = dice.id(at);
        let family = child.family.clone().unwrap_or_else(|| world.names.family(dice));
        let name = format!("{} {family}", world.names.grown(dice));
        let relationship = if place == 0 { *dice.weighted(&RELATIONSHIPS) } else { "Father" };
        let parent = matches!(relationship, "Mother" | "Father");
        let phone = dice.percent(90.0).then(|| format!("07700 900{:03}", dice.below(1000)));
        let order = (fixed.secret && place == 1).then(|| "Non-molestation order until next March".to_owned());
        let not_told = fixed.not_told.filter(|_| place == 0);
        let kept_away = order.is_some() || not_told.is_some();
        let may_contact = match dice.between(0, 9) {
            _ if kept_away => ContactPermission::Never,
            0..=5 => ContactPermission::AskFirst,
            6..=8 => ContactPermission::Yes,
            _ if place == 1 => ContactPermission::Never,
            _ => ContactPermission::AskFirst,
        };
        let safe = may_contact != ContactPermission::Never;
        rows.contacts.push(contact::Model {
            id,
            young_person_id: child.id,
            version: 1,
            name: name.clone(),
            relationship: relationship.to_owned(),
            has_parental_responsibility: if dice.percent(85.0) { Some(parent) } else { None },
            lives_with: Some(place == 0),
            words: Sealed::new(&world.keys, id.uuid(), &ContactWords { phone, order_in_force: order })?,
            may_contact,
            may_be_told: safe && dice.percent(80.0),
            safe_to_call: safe,
            safe_to_text: safe && dice.percent(70.0),
            safe_to_leave_voicemail: safe && dice.percent(45.0),
            not_told,
            ended_on: None,
        });
        first.get_or_insert(Parent { contact: id, name });
    }
    Ok(first)
}

/// A unique pupil number of council 999, which does not exist.
fn upn(dice: &mut Dice) -> Option<identifiers::Upn> {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRTUVWXYZ";
    let digits = format!("999{:09}", dice.below(1_000_000_000));
    let weighted = (2_usize..).zip(digits.bytes()).map(|(weight, c)| weight * usize::from(c - b'0'));
    let letter = char::from(LETTERS[weighted.sum::<usize>() % 23]);
    identifiers::Upn::parse(&format!("{letter}{digits}"))
}

/// An NHS number of the range that is never given out; one in eleven has no check digit.
fn nhs_number(dice: &mut Dice) -> Option<identifiers::NhsNumber> {
    let nine = format!("999{:06}", dice.below(1_000_000));
    (0..10).find_map(|check| identifiers::NhsNumber::parse(&format!("{nine}{check}")))
}

fn pnc_id(dice: &mut Dice, day: NaiveDate) -> Option<identifiers::PncId> {
    let unchecked = format!("{}/{:07}", day.year(), dice.below(10_000_000));
    ('A'..='Z').find_map(|letter| identifiers::PncId::parse(&format!("{unchecked}{letter}")))
}
