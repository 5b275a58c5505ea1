//! The people who work in the partnership: one account for each role to sign in with, and colleagues around them.

use std::collections::HashSet;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::{
    dice::Dice,
    names::Names,
    organisations::{NewSchool, Organisations},
    places::Places,
    rows::Rows,
    world::{Council, Member, School, Sender, SenderKind, Service, founded},
};
use crate::{
    entity::people::{group_confirmation, membership, user},
    words::{
        Role,
        id::{Id, noun},
        names::search_key,
    },
};

/// Caseworkers of a service for each 780 children, besides those to sign in with.
const COLLEAGUES: usize = 4;
/// What the group of a school's safeguarding leads is called.
pub const LEADS: &str = "Safeguarding leads";
/// What the group of police officers who refer is called.
pub const POLICING: &str = "Neighbourhood policing";

/// An account to sign in with.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// The address to sign in with.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// As what they work.
    pub role: Role,
    /// Where.
    pub organisation: String,
}

/// Everyone, as the stories need them.
pub struct Staff {
    pub sign_ins: Vec<SignIn>,
    pub services: [Service; 2],
    pub senders: Vec<Sender>,
}

struct Maker<'a> {
    dice: &'a mut Dice,
    rows: &'a mut Rows,
    names: &'a Names,
    hash: &'a str,
    now: DateTime<Utc>,
    from: NaiveDate,
    emails: HashSet<String>,
    sign_ins: Vec<SignIn>,
}

/// A role to be given.
#[derive(Clone, Copy)]
struct Post<'a> {
    organisation: Id<noun::Organisation>,
    group: &'a str,
    role: Role,
    lead: bool,
    title: &'a str,
}

const fn post(organisation: Id<noun::Organisation>, role: Role, title: &str) -> Post<'_> {
    Post { organisation, group: "", role, lead: false, title }
}

const fn referrer<'a>(organisation: Id<noun::Organisation>, group: &'a str, title: &'a str) -> Post<'a> {
    Post { organisation, group, role: Role::Referrer, lead: false, title }
}

impl Maker<'_> {
    fn user(&mut self, email: String, name: &str, title: &str) -> Id<noun::User> {
        let id = self.dice.id(founded());
        let number = self.rows.users.len() % 1000;
        let seen = TimeDelta::minutes(i64::from(self.dice.between(20, 4_000)));
        self.rows.users.push(user::Model {
            id,
            email,
            name: name.to_owned(),
            search_name: search_key(name),
            job_title: Some(title.to_owned()),
            phone: Some(format!("07700 900{number:03}")),
            password_hash: Some(self.hash.to_owned()),
            active: true,
            created_at: founded(),
            last_signed_in_at: Some(self.now - seen),
            woken_at: None,
        });
        id
    }

    fn member(&mut self, user: Id<noun::User>, name: &str, post: Post<'_>) -> Member {
        let membership = self.dice.id(founded());
        self.rows.memberships.push(membership::Model {
            id: membership,
            user_id: user,
            organisation_id: post.organisation,
            group_name: post.group.to_owned(),
            role: post.role,
            lead: post.lead,
            from_date: self.from,
            to_date: None,
            ended_at: None,
        });
        Member { user, membership, name: name.to_owned() }
    }

    /// Somebody to sign in as.
    fn known(&mut self, local: &str, name: &str, post: Post<'_>) -> Member {
        let email = format!("{local}@ridgeway.example");
        self.emails.insert(email.clone());
        let organisation = self.rows.organisations.iter().find(|row| row.id == post.organisation);
        self.sign_ins.push(SignIn {
            email: email.clone(),
            name: name.to_owned(),
            role: post.role,
            organisation: organisation.map(|row| row.name.clone()).unwrap_or_default(),
        });
        let user = self.user(email, name, post.title);
        self.member(user, name, post)
    }

    /// A colleague.
    fn colleague(&mut self, post: Post<'_>) -> Member {
        let name = format!("{} {}", self.names.grown(self.dice), self.names.family(self.dice));
        let local = search_key(&name).replace(' ', ".");
        let mut email = format!("{local}@ridgeway.example");
        let mut number = 2;
        while !self.emails.insert(email.clone()) {
            email = format!("{local}{number}@ridgeway.example");
            number += 1;
        }
        let user = self.user(email, &name, post.title);
        self.member(user, &name, post)
    }

    fn colleagues(&mut self, count: usize, post: Post<'_>) -> Vec<Member> {
        (0..count).map(|_| self.colleague(post)).collect()
    }
}

/// Makes everyone. `hash` is that of the one password.
pub fn make(
    (dice, rows, names): (&mut Dice, &mut Rows, &Names),
    places: Places,
    organisations: &Organisations,
    (hash, now, today, scale): (&str, DateTime<Utc>, NaiveDate, u32),
) -> Staff {
    let from = today - Days::new(3 * 365);
    let emails = HashSet::new();
    let mut maker = Maker { dice, rows, names, hash, now, from, emails, sign_ins: Vec::new() };
    let [swindon_homes, wiltshire_homes] = places.homes;
    let mut swindon = service(&mut maker, Council::Swindon, organisations, scale);
    let mut wiltshire = service(&mut maker, Council::Wiltshire, organisations, scale);
    swindon.places = swindon_homes;
    wiltshire.places = wiltshire_homes;
    for service in [&mut swindon, &mut wiltshire] {
        service.homes = service.places.iter().enumerate().map(|(n, home)| (n, home.weight)).collect();
    }
    swindon.schools = schools(&mut maker, &organisations.schools[0], ("school.one", "Ruth Calloway-Peake"));
    wiltshire.schools = schools(&mut maker, &organisations.schools[1], ("school.two", "Imran Sedgecombe"));
    let senders = senders(&mut maker, organisations);
    let provider = organisations.providers[0];
    maker.known("provider", "Kofi Brightwater", post(provider, Role::ProviderWorker, "Mentor"));
    maker.known(
        "provider.manager",
        "Helen Oxenbourne",
        Post { lead: true, ..post(provider, Role::ProviderManager, "Mentoring manager") },
    );
    maker.colleagues(3, post(provider, Role::ProviderWorker, "Mentor"));
    two_roles(&mut maker, &mut swindon);
    partnership(&mut maker, organisations);
    confirmations(&mut maker, &swindon, today);
    let Maker { sign_ins, .. } = maker;
    Staff { sign_ins, services: [swindon, wiltshire], senders }
}

fn service(maker: &mut Maker<'_>, council: Council, all: &Organisations, scale: u32) -> Service {
    let id = all.services[council.place()];
    let (place, people) = match council {
        Council::Swindon => {
            ("swindon", ["Dani Ferrowby", "Marcus Tolland", "Shanice Appleyarde", "Owen Greatorby"])
        }
        Council::Wiltshire => {
            ("wiltshire", ["Beth Larkinshaw", "Tomasz Wieczor", "Grace Pellowden", "Alun Threlkirk"])
        }
    };
    let worker = post(id, Role::Caseworker, "Youth justice worker");
    let officer = post(id, Role::TriageOfficer, "Triage officer");
    let mut workers = vec![
        maker.known(&format!("caseworker.{place}"), people[0], worker),
        maker.known(&format!("caseworker2.{place}"), people[1], worker),
    ];
    let mut triage = vec![maker.known(&format!("triage.{place}"), people[2], officer)];
    let manager_post = Post { lead: true, ..post(id, Role::TeamManager, "Team manager") };
    let manager = maker.known(&format!("manager.{place}"), people[3], manager_post);
    workers.extend(maker.colleagues(COLLEAGUES, worker));
    triage.extend(maker.colleagues(1, officer));
    let mut teams = vec![workers];
    for _ in 1..scale {
        teams.push(maker.colleagues(COLLEAGUES + 2, worker));
        triage.extend(maker.colleagues(1, officer));
    }
    Service { id, homes: Vec::new(), places: Vec::new(), schools: Vec::new(), manager, triage, teams }
}

/// Two leads for each school, of which the first school's first is somebody to sign in as.
fn schools(maker: &mut Maker<'_>, schools: &[NewSchool], known: (&str, &str)) -> Vec<School> {
    let mut made = Vec::with_capacity(schools.len());
    for (n, school) in schools.iter().enumerate() {
        let lead = Post { lead: true, ..referrer(school.id, LEADS, "Designated safeguarding lead") };
        let deputy = referrer(school.id, LEADS, "Deputy safeguarding lead");
        let first = if n == 0 { maker.known(known.0, known.1, lead) } else { maker.colleague(lead) };
        let leads = vec![first, maker.colleague(deputy)];
        let (ages, alternative) = match school.kind {
            'p' => ((5, 10), false),
            'c' => ((16, 18), false),
            'a' => ((11, 16), true),
            _ => ((11, 16), false),
        };
        let closed_on = school.closed_on;
        made.push(School { id: school.id, leads, alternative, ages, closed_on });
    }
    made
}

fn senders(maker: &mut Maker<'_>, all: &Organisations) -> Vec<Sender> {
    let officer = referrer(all.police, POLICING, "Police constable");
    let mut police = vec![maker.known("police", "Sgt Nia Brackendale", Post { lead: true, ..officer })];
    police.extend(maker.colleagues(5, officer));
    let mut senders = vec![Sender {
        kind: SenderKind::Police,
        council: None,
        organisation: all.police,
        group: POLICING,
        people: police,
    }];
    let mut add = |kind, council: Option<Council>, organisation, group: &'static str, title, count| {
        let people = maker.colleagues(count, referrer(organisation, group, title));
        senders.push(Sender { kind, council, organisation, group, people });
    };
    for council in [Council::Swindon, Council::Wiltshire] {
        let (authority, at) = (all.councils[council.place()], Some(council));
        add(SenderKind::SocialCare, at, authority, "Social care and early help", "Social worker", 3);
        add(SenderKind::Panel, at, authority, "Contextual safeguarding panel", "Panel coordinator", 1);
        add(
            SenderKind::Housing,
            at,
            authority,
            "Housing and community safety",
            "Community safety officer",
            2,
        );
        let voluntary = all.voluntary[council.place()];
        add(SenderKind::Voluntary, at, voluntary, "Youth workers", "Youth worker", 2);
    }
    add(SenderKind::Health, None, all.hospital, "Emergency department", "Navigator", 3);
    add(SenderKind::OtherHealth, None, all.health_board, "School nursing", "School nurse", 2);
    add(SenderKind::Fire, None, all.fire, "Safe and Well", "Education officer", 1);
    add(SenderKind::Probation, None, all.probation, "Court team", "Probation officer", 1);
    senders
}

/// Who leads the sessions of each provider: those who are there already, and two more of each that has none. Made after everyone
/// else, so that all others are who they were. No more than children need: who cannot be invited there leads nothing.
pub fn leaders(
    (dice, rows, names): (&mut Dice, &mut Rows, &Names),
    organisations: &Organisations,
    (hash, now, today): (&str, DateTime<Utc>, NaiveDate),
) -> Vec<(Id<noun::Organisation>, Vec<Id<noun::User>>)> {
    let from = today - Days::new(3 * 365);
    let emails = rows.users.iter().map(|user| user.email.clone()).collect();
    let mut maker = Maker { dice, rows, names, hash, now, from, emails, sign_ins: Vec::new() };
    let mut all = Vec::new();
    for provider in organisations.providers.iter().chain(&organisations.voluntary) {
        let members = maker.rows.memberships.iter();
        let here = members.filter(|row| row.organisation_id == *provider && row.role == Role::ProviderWorker);
        let mut leaders: Vec<_> = here.map(|row| row.user_id).collect();
        if leaders.is_empty() {
            let added = maker.colleagues(2, post(*provider, Role::ProviderWorker, "Youth worker"));
            leaders.extend(added.into_iter().map(|member| member.user));
        }
        all.push((*provider, leaders));
    }
    all
}

/// A caseworker in Swindon who refers for a school on other days.
fn two_roles(maker: &mut Maker<'_>, swindon: &mut Service) {
    let title = "Youth justice worker and school safeguarding officer";
    let name = "Leila Marchbank-Orr";
    let works = maker.known("two.roles", name, post(swindon.id, Role::Caseworker, title));
    let school = &mut swindon.schools[1];
    let refers = maker.member(works.user, name, referrer(school.id, LEADS, title));
    school.leads.push(refers);
    if let Some(team) = swindon.teams.first_mut() {
        team.push(works);
    }
}

/// When each group that somebody leads was confirmed: Swindon's service is soon due, and one school is long overdue.
fn confirmations(maker: &mut Maker<'_>, swindon: &Service, today: NaiveDate) {
    let leads: Vec<_> = maker.rows.memberships.iter().filter(|row| row.lead).cloned().collect();
    for (n, lead) in leads.into_iter().enumerate() {
        let days = match n {
            _ if lead.organisation_id == swindon.id => 80,
            3 => 110,
            _ => 10 + u64::try_from(n * 7 % 60).unwrap_or_default(),
        };
        maker.rows.confirmations.push(group_confirmation::Model {
            id: maker.dice.id(founded()),
            organisation_id: lead.organisation_id,
            group_name: lead.group_name,
            by_user_id: lead.user_id,
            confirmed_on: today - Days::new(days),
        });
    }
}

fn partnership(maker: &mut Maker<'_>, all: &Organisations) {
    let at = all.commissioner;
    for (local, name, role, title) in [
        (
            "partnership",
            "Jo Merriweather-Finch",
            Role::PartnershipManager,
            "Violence reduction partnership manager",
        ),
        ("analyst", "Wei Ainsbrook", Role::Analyst, "Analyst"),
        ("finance", "Colette Varnham-Dew", Role::FinanceOfficer, "Finance officer"),
        ("dpo", "Edwin Sallowfield", Role::DataProtectionOfficer, "Data protection officer"),
        ("admin", "Robin Tamsworth", Role::Administrator, "System administrator"),
    ] {
        maker.known(local, name, post(at, role, title));
    }
}
