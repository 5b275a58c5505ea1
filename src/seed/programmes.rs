//! The programmes of the partnership and their runs. Recipe 7 of domain.md section 15: twelve programmes, invented, by the
//! providers of the partnership; venues are invented too.

use chrono::{Days, NaiveDate, Weekday};

use super::{
    dice::Dice,
    organisations::Organisations,
    places::area_of,
    rows::Rows,
    world::{Meets, Programme, founded},
};
use crate::{
    domain::delivery::session_rules::at_school,
    entity::{
        delivery::{offering, programme, programme_area, programme_factor},
        people::organisation,
    },
    words::{
        DeliveryMode as Mode,
        FactorCode::{
            self, CarriedWeapon, CriminalExploitation, ExclusionOrAlternativeProvision,
            FamilyConflictOrPoorSupervision, Impulsivity, PeersInvolvedInViolence, PersistentAbsence,
            PreviousViolence, Suspensions, VictimOfViolence,
        },
        OfferingSetting, Reach, Strand,
        id::{Id, noun},
        names::search_key_of,
    },
};

/// A programme, and how its runs look.
struct Recipe {
    title: &'static str,
    summary: &'static str,
    provider: fn(&Organisations) -> Id<noun::Organisation>,
    strand: Strand,
    approach: &'static str,
    mode: Mode,
    reach: Reach,
    ages: (i32, i32),
    /// Swindon's place, Wiltshire's, or both.
    council: Option<usize>,
    factors: &'static [FactorCode],
    sensitive: bool,
    schedule: &'static str,
    meets: &'static [Meets],
    counted: Option<(i32, i32)>,
    /// Venue, places, days from today to the first one, weeks.
    runs: &'static [(&'static str, i32, i64, u64)],
}

/// One child after the other on workdays, in the afternoon.
const WORKDAYS: &[Meets] = &[
    (Weekday::Mon, (17, 0), 60),
    (Weekday::Tue, (17, 0), 60),
    (Weekday::Wed, (17, 0), 60),
    (Weekday::Thu, (17, 0), 60),
    (Weekday::Fri, (17, 0), 60),
];
/// One child after the other, on every day.
const EACH_DAY: &[Meets] = &[
    (Weekday::Mon, (15, 30), 60),
    (Weekday::Tue, (15, 30), 60),
    (Weekday::Wed, (15, 30), 60),
    (Weekday::Thu, (15, 30), 60),
    (Weekday::Fri, (15, 30), 60),
    (Weekday::Sat, (11, 0), 60),
    (Weekday::Sun, (11, 0), 60),
    (Weekday::Tue, (17, 0), 60),
    (Weekday::Thu, (17, 0), 60),
];

const RECIPES: [Recipe; 12] = [
    Recipe {
        title: "Lantern mentoring",
        summary: "A trained adult meets your child once a week for about five months, listens, and does things together.",
        provider: |all| all.providers[0],
        strand: Strand::EarlyIntervention,
        approach: "MENT",
        mode: Mode::OneToOne,
        reach: Reach::Named,
        ages: (10, 17),
        council: None,
        factors: &[],
        sensitive: false,
        schedule: "One hour a week, at a time that suits",
        meets: EACH_DAY,
        counted: None,
        runs: &[("Where the child feels safe", 40, -120, 60)],
    },
    Recipe {
        title: "Stop and think",
        summary: "Small groups practise noticing what happens in them before they act, three sessions a week.",
        provider: |all| all.providers[0],
        strand: Strand::EarlyIntervention,
        approach: "CBT",
        mode: Mode::Group,
        reach: Reach::Named,
        ages: (11, 17),
        council: None,
        factors: &[PreviousViolence, Impulsivity, CarriedWeapon, PeersInvolvedInViolence],
        sensitive: false,
        schedule: "Mondays, Wednesdays and Fridays at 16:00",
        meets: &[(Weekday::Mon, (16, 0), 90), (Weekday::Wed, (16, 0), 90), (Weekday::Fri, (16, 0), 90)],
        counted: None,
        runs: &[
            ("Lantern House, room 2", 8, -21, 14),
            ("Lantern House, room 2", 8, 50, 14),
            ("Old Tannery, Trowbridge", 8, -14, 14),
            ("Old Tannery, Trowbridge", 8, 56, 14),
        ],
    },
    Recipe {
        title: "Second Whistle",
        summary: "Football and boxing with coaches who stay in touch between sessions.",
        provider: |all| all.providers[1],
        strand: Strand::EarlyIntervention,
        approach: "SPORT",
        mode: Mode::Group,
        reach: Reach::Named,
        ages: (10, 17),
        council: None,
        factors: &[],
        sensitive: false,
        schedule: "Tuesdays and Thursdays at 17:30",
        meets: &[(Weekday::Tue, (17, 30), 90), (Weekday::Thu, (17, 30), 90)],
        counted: None,
        runs: &[
            ("Quarry Field, Penhill", 16, -60, 40),
            ("Mill Lane gym, Walcot", 16, -30, 40),
            ("Riverside hall, Chippenham", 16, 12, 40),
        ],
    },
    Recipe {
        title: "Navigators at the hospital",
        summary: "A worker meets the child on the ward and stays alongside until other help is in place.",
        provider: |all| all.hospital,
        strand: Strand::EarlyIntervention,
        approach: "AEN",
        mode: Mode::OneToOne,
        reach: Reach::Named,
        ages: (11, 25),
        council: None,
        factors: &[VictimOfViolence],
        sensitive: false,
        schedule: "As needed, for eight weeks",
        meets: WORKDAYS,
        counted: None,
        runs: &[("Great Western Hospital", 20, -200, 60)],
    },
    Recipe {
        title: "Clear path",
        summary: "Intensive help to leave exploitation or a group behind, by people whom the child chooses.",
        provider: |all| all.providers[0],
        strand: Strand::EarlyIntervention,
        approach: "FD",
        mode: Mode::OneToOne,
        reach: Reach::Named,
        ages: (14, 25),
        council: None,
        factors: &[CriminalExploitation, PeersInvolvedInViolence],
        sensitive: true,
        schedule: "Several times a week",
        meets: WORKDAYS,
        counted: None,
        runs: &[("Told after acceptance", 15, -90, 60)],
    },
    Recipe {
        title: "Getting on with others",
        summary: "Twelve lessons in small groups at school on listening, falling out and making up.",
        provider: |all| all.voluntary[0],
        strand: Strand::Education,
        approach: "SST",
        mode: Mode::Group,
        reach: Reach::Named,
        ages: (9, 14),
        council: Some(0),
        factors: &[Suspensions, ExclusionOrAlternativeProvision, PersistentAbsence, PeersInvolvedInViolence],
        sensitive: false,
        schedule: "Wednesdays in the third lesson",
        meets: &[(Weekday::Wed, (11, 0), 50)],
        counted: None,
        runs: &[
            ("Sable Lane School", 12, -28, 16),
            ("Kestrelgate Academy", 12, 20, 14),
            ("Tallowfield School", 12, 41, 14),
        ],
    },
    Recipe {
        title: "Family time",
        summary: "A worker comes home once a week and helps parents and children to settle what goes wrong between them.",
        provider: |all| all.providers[2],
        strand: Strand::EarlyIntervention,
        approach: "PAR",
        mode: Mode::Family,
        reach: Reach::Named,
        ages: (8, 16),
        council: Some(1),
        factors: &[FamilyConflictOrPoorSupervision],
        sensitive: false,
        schedule: "Once a week at home",
        meets: WORKDAYS,
        counted: None,
        runs: &[("At home", 20, -150, 60)],
    },
    Recipe {
        title: "Street teams",
        summary: "Youth workers in the parks and streets where young people meet, on Friday and Saturday evenings.",
        provider: |all| all.voluntary[0],
        strand: Strand::EarlyIntervention,
        approach: "DET",
        mode: Mode::Detached,
        reach: Reach::Counted,
        ages: (10, 25),
        council: None,
        factors: &[],
        sensitive: false,
        schedule: "Fridays and Saturdays, 18:00 to 22:00",
        meets: &[(Weekday::Fri, (18, 0), 240), (Weekday::Sat, (18, 0), 240)],
        counted: Some((7, 20)),
        runs: &[("Town centres", 0, -300, 104)],
    },
    Recipe {
        title: "Putting it right",
        summary: "Those who were harmed and those who did it are heard, apart or together, and agree what will be done.",
        provider: |all| all.voluntary[1],
        strand: Strand::EarlyIntervention,
        approach: "RJ",
        mode: Mode::OneToOne,
        reach: Reach::Named,
        ages: (10, 17),
        council: None,
        factors: &[PreviousViolence],
        sensitive: false,
        schedule: "Four to six meetings",
        meets: &[(Weekday::Thu, (14, 0), 60), (Weekday::Thu, (16, 0), 60)],
        counted: None,
        runs: &[("A place that both choose", 25, -90, 60)],
    },
    Recipe {
        title: "Recognising exploitation: training",
        summary: "One day for police officers and safeguarding leads on how county lines look and what to do.",
        provider: |all| all.voluntary[1],
        strand: Strand::ProfessionalTraining,
        approach: "TIT",
        mode: Mode::Training,
        reach: Reach::Counted,
        ages: (18, 25),
        council: None,
        factors: &[],
        sensitive: false,
        schedule: "One day, 09:30 to 15:30",
        meets: &[(Weekday::Mon, (9, 30), 360)],
        counted: None,
        runs: &[("Devizes, training room", 0, 15, 1)],
    },
    Recipe {
        title: "Trauma-informed practice: training",
        summary: "Two half days for everyone who works with children.",
        provider: |all| all.providers[2],
        strand: Strand::ProfessionalTraining,
        approach: "TIT",
        mode: Mode::Training,
        reach: Reach::Counted,
        ages: (18, 25),
        council: None,
        factors: &[],
        sensitive: false,
        schedule: "Two half days",
        meets: &[(Weekday::Tue, (9, 30), 180)],
        counted: None,
        runs: &[("Online", 0, 22, 2)],
    },
    Recipe {
        title: "Staying safe: lessons",
        summary: "One lesson for a whole year group about carrying knives. Tests do not show that such lessons lessen violence.",
        provider: |all| all.voluntary[0],
        strand: Strand::Education,
        approach: "KCE",
        mode: Mode::SchoolClass,
        reach: Reach::Counted,
        ages: (10, 16),
        council: None,
        factors: &[],
        sensitive: false,
        schedule: "One lesson, by arrangement",
        meets: &[(Weekday::Tue, (10, 0), 60)],
        counted: Some((150, 240)),
        runs: &[("At school", 0, -100, 52)],
    },
];

/// Writes down the programmes, once.
pub fn make(
    dice: &mut Dice,
    rows: &mut Rows,
    councils: [Id<noun::Area>; 2],
    organisations: &Organisations,
) -> Vec<Programme> {
    let name = |rows: &Rows, id| {
        let found = rows.organisations.iter().find(|row: &&organisation::Model| row.id == id);
        found.map(|row| row.name.clone()).unwrap_or_default()
    };
    let mut made = Vec::with_capacity(RECIPES.len());
    for (place, recipe) in RECIPES.iter().enumerate() {
        let id: Id<noun::Programme> = dice.id(founded());
        let provider_id = (recipe.provider)(organisations);
        let provider = name(rows, provider_id);
        rows.programmes.push(programme::Model {
            id,
            version: 1,
            title: recipe.title.to_owned(),
            summary: recipe.summary.to_owned(),
            search_text: search_key_of([recipe.title, recipe.summary, &provider]),
            provider_id,
            strand: recipe.strand,
            approach: recipe.approach.to_owned(),
            mode: recipe.mode,
            reach: recipe.reach,
            min_age: recipe.ages.0,
            max_age: recipe.ages.1,
            active: true,
            sensitive: recipe.sensitive,
            override_reason: None,
            created_at: founded(),
            asks: None,
        });
        if let Some(council) = recipe.council {
            let area_id = councils[council];
            rows.programme_areas.push(programme_area::Model { programme_id: id, area_id });
        }
        let factors = recipe.factors.iter();
        rows.programme_factors
            .extend(factors.map(|factor| programme_factor::Model { programme_id: id, factor: *factor }));
        made.push(Programme {
            recipe: place,
            id,
            named: recipe.reach == Reach::Named,
            sensitive: recipe.sensitive,
            ages: recipe.ages,
            council: recipe.council,
            provider: provider_id,
            mode: recipe.mode,
            at_school: at_school(recipe.strand, recipe.mode),
            meets: recipe.meets,
            counted: recipe.counted,
            where_runs_are: recipe.runs.iter().map(|(venue, ..)| area_of(&rows.areas, venue)).collect(),
        });
    }
    made
}

/// A run, and which of the programmes it is of.
pub type Run = (usize, offering::Model);

/// The runs of the programmes, once for each 780 children, with every place free. Gives back which recipe each is of.
pub fn offerings(dice: &mut Dice, programmes: &[Programme], today: NaiveDate) -> Vec<Run> {
    let mut made = Vec::new();
    for (nth, programme) in programmes.iter().enumerate() {
        let recipe = &RECIPES[programme.recipe];
        for ((venue, capacity, from_today, weeks), area_id) in
            recipe.runs.iter().zip(&programme.where_runs_are)
        {
            let starts_on = today + chrono::TimeDelta::days(*from_today);
            made.push((
                nth,
                offering::Model {
                    id: dice.id(founded()),
                    version: 1,
                    programme_id: programme.id,
                    venue: Some((*venue).to_owned()),
                    area_id: *area_id,
                    starts_on,
                    ends_on: starts_on + Days::new(weeks * 7),
                    schedule: recipe.schedule.to_owned(),
                    setting: OfferingSetting::Open,
                    capacity: *capacity,
                    taken: 0,
                    held: 0,
                    waiting: 0,
                    resting: 0,
                    usual_wait: None,
                    created_at: founded(),
                    places_changed_at: founded(),
                },
            ));
        }
    }
    made
}
