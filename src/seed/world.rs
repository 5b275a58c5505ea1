//! What every story of the synthetic partnership refers to: the services with their people, those who refer, and the time.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc, Weekday};

use super::names::Names;
use crate::{
    platform::keys::Keys,
    words::{
        DeliveryMode,
        id::{Id, noun},
    },
};

/// One of the two councils.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Council {
    /// Swindon Borough Council.
    Swindon,
    /// Wiltshire Council.
    Wiltshire,
}

impl Council {
    /// Its place wherever there is one of each.
    pub const fn place(self) -> usize {
        match self {
            Self::Swindon => 0,
            Self::Wiltshire => 1,
        }
    }
}

/// Where children live.
#[derive(Debug)]
pub struct Home {
    /// The smallest area that we know.
    pub area: Id<noun::Area>,
    /// How many of a hundred referred children live there.
    pub weight: u32,
    /// Its postcodes.
    pub postcodes: Vec<String>,
}

/// Somebody who works in the partnership.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who.
    pub user: Id<noun::User>,
    /// As what.
    pub membership: Id<noun::Membership>,
    /// Their name.
    pub name: String,
}

/// A school and those who refer from it.
#[derive(Clone, Debug)]
pub struct School {
    /// The school.
    pub id: Id<noun::Organisation>,
    /// Its safeguarding leads.
    pub leads: Vec<Member>,
    /// Whether it is alternative provision.
    pub alternative: bool,
    /// For which ages.
    pub ages: (i32, i32),
    /// The day on which it closed.
    pub closed_on: Option<NaiveDate>,
}

/// A youth justice service, its council's area, and its people.
#[derive(Debug)]
pub struct Service {
    /// The service.
    pub id: Id<noun::Organisation>,
    /// Where children live.
    pub homes: Vec<(usize, u32)>,
    /// Their postcodes, by the place of the home.
    pub places: Vec<Home>,
    /// Schools of the area.
    pub schools: Vec<School>,
    /// The team manager.
    pub manager: Member,
    /// Triage officers.
    pub triage: Vec<Member>,
    /// Caseworkers, a team for each 780 children.
    pub teams: Vec<Vec<Member>>,
}

/// Those who refer in the name of something other than a school.
#[derive(Debug)]
pub struct Sender {
    /// Who they are.
    pub kind: SenderKind,
    /// Of which council, where it is one of them.
    pub council: Option<Council>,
    /// Their organisation.
    pub organisation: Id<noun::Organisation>,
    /// Their group.
    pub group: &'static str,
    /// The people.
    pub people: Vec<Member>,
}

/// What those who refer stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SenderKind {
    /// The neighbourhood policing team.
    Police,
    /// Social care and early help.
    SocialCare,
    /// Hospital and health services.
    Health,
    /// A panel of several agencies.
    Panel,
    /// Housing and antisocial behaviour.
    Housing,
    /// A voluntary organisation.
    Voluntary,
    /// School nurses and other health services.
    OtherHealth,
    /// The fire and rescue service.
    Fire,
    /// Probation.
    Probation,
}

/// A programme, as the stories need it.
#[derive(Debug)]
pub struct Programme {
    /// Which of the recipes.
    pub recipe: usize,
    /// It.
    pub id: Id<noun::Programme>,
    /// Whether it takes children by name.
    pub named: bool,
    /// Whether that it runs is a secret.
    pub sensitive: bool,
    /// For which ages, both included.
    pub ages: (i32, i32),
    /// Of one council's place alone.
    pub council: Option<usize>,
    /// Who runs it.
    pub provider: Id<noun::Organisation>,
    /// How.
    pub mode: DeliveryMode,
    /// Whether it meets at school, in lessons.
    pub at_school: bool,
    /// When in the week its runs meet.
    pub meets: &'static [Meets],
    /// How many children come who are not named, at least and at most.
    pub counted: Option<(i32, i32)>,
    /// In which area each of its runs is, where that is known.
    pub where_runs_are: Vec<Option<Id<noun::Area>>>,
}

/// A time of the week: the day, hour and minute, and for how many minutes.
pub type Meets = (Weekday, (u32, u32), i64);

impl Programme {
    /// Whether a child of this age and council fits it.
    pub fn fits(&self, age: i32, council: usize) -> bool {
        self.named
            && (self.ages.0..=self.ages.1).contains(&age)
            && self.council.is_none_or(|of| of == council)
    }
}

/// The partnership as it stands before the first child.
#[derive(Debug)]
pub struct World {
    /// The present instant.
    pub now: DateTime<Utc>,
    /// Its day in Europe/London.
    pub today: NaiveDate,
    /// What seals.
    pub keys: Keys,
    /// Made-up names.
    pub names: Names,
    /// Swindon's and Wiltshire's.
    pub services: [Service; 2],
    /// Those who refer, but for schools.
    pub senders: Vec<Sender>,
    /// A provider with whom something may be shared.
    pub provider_organisation: Id<noun::Organisation>,
    /// What the providers do.
    pub programmes: Vec<Programme>,
    /// Who leads the sessions of each provider.
    pub leaders: Vec<(Id<noun::Organisation>, Vec<Id<noun::User>>)>,
}

impl World {
    /// The service of a council.
    pub fn service(&self, council: Council) -> &Service {
        &self.services[council.place()]
    }

    /// Those of a kind who refer children of a council.
    pub fn sender(&self, kind: SenderKind, council: Council) -> Option<&Sender> {
        self.senders
            .iter()
            .find(|sender| sender.kind == kind && sender.council.is_none_or(|of| of == council))
    }

    /// An instant that is not after now.
    pub fn no_later(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        at.min(self.now - TimeDelta::minutes(5))
    }
}

/// When what was there before the first child is said to have been written down.
pub fn founded() -> DateTime<Utc> {
    DateTime::from_timestamp(1_696_118_400, 0).unwrap_or_default()
}
