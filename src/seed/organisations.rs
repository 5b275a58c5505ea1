//! The members of the partnership. Councils, police, health and the other public bodies are the real ones, by their public
//! names; schools, colleges, providers and voluntary organisations are invented, and so is every telephone number.

use chrono::{Months, NaiveDate};
use serde_json::Value;

use super::{dice::Dice, places::Places, rows::Rows, world::founded};
use crate::{
    domain::record::service_hours::ServiceHours,
    entity::people::{front_door, organisation},
    platform::error::{Error, Result},
    words::{
        OrganisationKind as Kind,
        id::{Id, noun},
        names::search_key,
    },
};

type Organisation = Id<noun::Organisation>;

/// Invented schools: name, kind of ages (p to 11, s to 16, c college, a alternative provision).
const SWINDON_SCHOOLS: [(&str, char); 12] = [
    ("Quillbrook Academy", 's'),
    ("Orrinhill School", 's'),
    ("Sable Lane School", 's'),
    ("Kestrelgate Academy", 's'),
    ("Tallowfield School", 's'),
    ("Brindlecoombe School", 's'),
    ("Old Foundry Primary School", 'p'),
    ("Pennywort Primary School", 'p'),
    ("Larkspindle Primary School", 'p'),
    ("Ironmill College", 'c'),
    ("Copperbeck Centre", 'a'),
    ("Hollowbank School", 's'),
];
const WILTSHIRE_SCHOOLS: [(&str, char); 14] = [
    ("Marrowdown Academy", 's'),
    ("Fernhollow School", 's'),
    ("Chalkenby School", 's'),
    ("Hartlewick Park School", 's'),
    ("Weirstone Academy", 's'),
    ("Sarsenfold School", 's'),
    ("Drovers Lea School", 's'),
    ("Bustardmoor School", 's'),
    ("Millrace Primary School", 'p'),
    ("Cloverbank Primary School", 'p'),
    ("Whistledown Primary School", 'p'),
    ("Avonmarsh College", 'c'),
    ("Saddlers Yard Centre", 'a'),
    ("Harrowdene School", 's'),
];

/// An invented school.
pub struct NewSchool {
    /// It.
    pub id: Organisation,
    /// p, s, c or a.
    pub kind: char,
    /// The day on which it closed.
    pub closed_on: Option<NaiveDate>,
}

/// The organisations that others refer to.
pub struct Organisations {
    pub commissioner: Organisation,
    pub police: Organisation,
    pub councils: [Organisation; 2],
    pub services: [Organisation; 2],
    pub hospital: Organisation,
    pub health_board: Organisation,
    pub fire: Organisation,
    pub probation: Organisation,
    pub providers: Vec<Organisation>,
    pub voluntary: [Organisation; 2],
    pub schools: [Vec<NewSchool>; 2],
}

struct Maker<'a> {
    dice: &'a mut Dice,
    rows: &'a mut Rows,
    office: Value,
    phones: u32,
}

struct New<'a> {
    name: &'a str,
    kind: Kind,
    specified: bool,
    area: Option<Id<noun::Area>>,
    asks_for: &'a str,
}

impl Maker<'_> {
    /// Numbers that Ofcom keeps free for drama.
    fn phone(&mut self) -> String {
        self.phones += 1;
        format!("01632 960{:03}", self.phones % 1000)
    }

    fn add(&mut self, new: &New<'_>, urn: Option<String>, closed_on: Option<NaiveDate>) -> Organisation {
        let id = self.dice.id(founded());
        let contact_phone = Some(self.phone());
        self.rows.organisations.push(organisation::Model {
            id,
            name: new.name.to_owned(),
            search_name: search_key(new.name),
            kind: new.kind,
            specified_authority: new.specified,
            urn,
            area_id: new.area,
            contact_name: Some(new.asks_for.to_owned()),
            contact_phone,
            service_hours: self.office.clone(),
            closed_on,
        });
        id
    }

    fn public(
        &mut self,
        name: &str,
        kind: Kind,
        area: Option<Id<noun::Area>>,
        asks_for: &str,
    ) -> Organisation {
        let specified = !matches!(kind, Kind::PoliceAndCrimeCommissioner);
        self.add(&New { name, kind, specified, area, asks_for }, None, None)
    }

    fn private(&mut self, name: &str, kind: Kind, area: Option<Id<noun::Area>>) -> Organisation {
        self.add(&New { name, kind, specified: false, area, asks_for: "Referrals" }, None, None)
    }

    fn school(
        &mut self,
        (name, kind): (&'static str, char),
        area: Id<noun::Area>,
        closed_on: Option<NaiveDate>,
    ) -> NewSchool {
        let place = self.rows.organisations.len();
        let urn = Some(format!("9{place:05}"));
        let kind_of = if kind == 'c' { Kind::College } else { Kind::School };
        let asks_for = "Designated safeguarding lead";
        let new = New { name, kind: kind_of, specified: false, area: Some(area), asks_for };
        NewSchool { id: self.add(&new, urn, closed_on), kind, closed_on }
    }

    fn front_door(&mut self, area: Id<noun::Area>, position: i32, name: &str, hours: Value) {
        let (id, phone) = (self.dice.id(founded()), self.phone());
        let name = name.to_owned();
        self.rows.front_doors.push(front_door::Model {
            id,
            area_id: area,
            position,
            name,
            phone,
            service_hours: hours,
        });
    }
}

/// Makes the organisations and the front doors of both councils. One school of each council closed six months ago, in
/// the middle of a school year.
pub fn make(dice: &mut Dice, rows: &mut Rows, places: &Places, today: NaiveDate) -> Result<Organisations> {
    let json = |hours: ServiceHours| serde_json::to_value(hours).map_err(Error::internal);
    let (office, always) = (json(ServiceHours::office())?, json(ServiceHours::always())?);
    let early = serde_json::json!([
        {"days": ["Mon", "Tue", "Wed", "Thu"], "from": "08:45:00", "to": "17:00:00"},
        {"days": ["Fri"], "from": "08:45:00", "to": "16:30:00"},
    ]);
    let [swindon, wiltshire] = places.councils;
    let mut maker = Maker { dice, rows, office: office.clone(), phones: 0 };
    let commissioner = maker.public(
        "Office of the Police and Crime Commissioner for Wiltshire and Swindon",
        Kind::PoliceAndCrimeCommissioner,
        None,
        "Partnership team",
    );
    let police = maker.public("Wiltshire Police", Kind::Police, None, "Neighbourhood policing");
    let councils = [
        maker.public("Swindon Borough Council", Kind::LocalAuthority, Some(swindon), "Early help"),
        maker.public("Wiltshire Council", Kind::LocalAuthority, Some(wiltshire), "Early help"),
    ];
    let services = [
        maker.public(
            "Swindon Youth Justice Service",
            Kind::YouthJusticeService,
            Some(swindon),
            "Duty worker",
        ),
        maker.public(
            "Wiltshire Youth Justice Service",
            Kind::YouthJusticeService,
            Some(wiltshire),
            "Duty worker",
        ),
    ];
    let probation = maker.public("Probation Service", Kind::Probation, None, "Wiltshire and Swindon office");
    let health_board = maker.public(
        "NHS Bath and North East Somerset, Swindon and Wiltshire Integrated Care Board",
        Kind::Health,
        None,
        "Safeguarding team",
    );
    let hospital =
        maker.public("Great Western Hospital", Kind::Health, Some(swindon), "Emergency department");
    let fire = maker.public(
        "Dorset & Wiltshire Fire and Rescue Service",
        Kind::FireAndRescue,
        None,
        "Safe and Well",
    );
    let providers = vec![
        maker.private("Lanternway Mentoring", Kind::Provider, None),
        maker.private("Second Whistle Sports", Kind::Provider, None),
        maker.private("Thistledown Family Support", Kind::Provider, Some(wiltshire)),
    ];
    let voluntary = [
        maker.private("Chalkline Youth Projects", Kind::Voluntary, Some(swindon)),
        maker.private("Harebell Young People", Kind::Voluntary, Some(wiltshire)),
    ];
    let closed = today.checked_sub_months(Months::new(6));
    let swindon_schools = schools(&mut maker, &SWINDON_SCHOOLS, swindon, closed);
    let wiltshire_schools = schools(&mut maker, &WILTSHIRE_SCHOOLS, wiltshire, None);
    maker.front_door(swindon, 1, "Multi-Agency Safeguarding Hub (Contact Swindon)", early.clone());
    maker.front_door(swindon, 2, "Emergency Duty Service (evenings, nights, weekends)", always.clone());
    maker.front_door(wiltshire, 1, "Integrated Front Door", early);
    maker.front_door(wiltshire, 2, "Emergency Duty Service (evenings, nights, weekends)", always.clone());
    for row in &mut maker.rows.organisations {
        if row.kind == Kind::Police || row.id == hospital {
            row.service_hours = always.clone();
        }
    }
    Ok(Organisations {
        commissioner,
        police,
        councils,
        services,
        hospital,
        health_board,
        fire,
        probation,
        providers,
        voluntary,
        schools: [swindon_schools, wiltshire_schools],
    })
}

/// The last of the list is the one that closed, if one did.
fn schools(
    maker: &mut Maker<'_>,
    list: &[(&'static str, char)],
    area: Id<noun::Area>,
    closed: Option<NaiveDate>,
) -> Vec<NewSchool> {
    let last = list.len() - 1;
    list.iter()
        .enumerate()
        .map(|(n, school)| maker.school(*school, area, closed.filter(|_| n == last)))
        .collect()
}
