//! The relations that SQL finds are those that hold: looked at again, row by row, in plain Rust, for every role.

use std::collections::{HashMap, HashSet};

use ridgeway::{
    access::{Relation, Relations, See, Viewer},
    entity::{
        casework::{case, case_co_worker, duty_opening, referral, referral_service},
        delivery::{enrolment, offering, programme, session, session_worker},
        people::{cover, restriction, restriction_listed, young_person},
    },
    read::{self, unscoped},
    words::id::{Id, noun},
};
use sea_orm::{EntityTrait, FromQueryResult};

use crate::support::TestApp;

const WHY: &str = "the test looks at every row";

/// The accounts of the demo whose rights are compared: every role, in both councils where there are two.
pub const ACCOUNTS: [&str; 18] = [
    "school.one",
    "school.two",
    "police",
    "caseworker.swindon",
    "caseworker2.swindon",
    "caseworker.wiltshire",
    "caseworker2.wiltshire",
    "triage.swindon",
    "triage.wiltshire",
    "manager.swindon",
    "manager.wiltshire",
    "provider",
    "provider.manager",
    "partnership",
    "analyst",
    "finance",
    "dpo",
    "admin",
];

/// Every row that a relation rests on.
pub struct World {
    pub referrals: Vec<referral::Model>,
    pub cases: Vec<case::Model>,
    children: Vec<young_person::Model>,
    services: HashSet<(Id<noun::Referral>, Id<noun::Organisation>)>,
    co_workers: HashSet<(Id<noun::Case>, Id<noun::User>)>,
    covers: Vec<cover::Model>,
    duties: Vec<duty_opening::Model>,
    restrictions: HashMap<Id<noun::YoungPerson>, Vec<Id<noun::Restriction>>>,
    listed: HashSet<(Id<noun::Restriction>, Id<noun::User>)>,
    pub programmes: HashMap<Id<noun::Programme>, programme::Model>,
    pub offerings: HashMap<Id<noun::Offering>, offering::Model>,
    pub enrolments: Vec<enrolment::Model>,
    pub sessions: Vec<session::Model>,
    pub leads: HashSet<(Id<noun::Session>, Id<noun::User>)>,
}

pub async fn all<E: EntityTrait>(test: &TestApp) -> Vec<E::Model>
where
    E::Model: FromQueryResult,
{
    unscoped::<E>(WHY).all(test.app.database()).await.unwrap()
}

fn by_id<K: std::hash::Hash + Eq, M>(rows: Vec<M>, key: impl Fn(&M) -> K) -> HashMap<K, M> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}

impl World {
    pub async fn read(test: &TestApp) -> Self {
        let mut restrictions: HashMap<_, Vec<_>> = HashMap::new();
        for row in all::<restriction::Entity>(test).await.into_iter().filter(|row| row.ended_at.is_none()) {
            restrictions.entry(row.young_person_id).or_default().push(row.id);
        }
        Self {
            referrals: all::<referral::Entity>(test).await,
            cases: all::<case::Entity>(test).await,
            children: all::<young_person::Entity>(test).await,
            services: all::<referral_service::Entity>(test)
                .await
                .into_iter()
                .map(|row| (row.referral_id, row.service_id))
                .collect(),
            co_workers: all::<case_co_worker::Entity>(test)
                .await
                .into_iter()
                .map(|row| (row.case_id, row.user_id))
                .collect(),
            covers: all::<cover::Entity>(test).await,
            duties: all::<duty_opening::Entity>(test).await,
            restrictions,
            listed: all::<restriction_listed::Entity>(test)
                .await
                .into_iter()
                .map(|row| (row.restriction_id, row.user_id))
                .collect(),
            programmes: by_id(all::<programme::Entity>(test).await, |row| row.id),
            offerings: by_id(all::<offering::Entity>(test).await, |row| row.id),
            enrolments: all::<enrolment::Entity>(test).await,
            sessions: all::<session::Entity>(test).await,
            leads: all::<session_worker::Entity>(test)
                .await
                .into_iter()
                .map(|row| (row.session_id, row.user_id))
                .collect(),
        }
    }

    fn works(&self, case: &case::Model, user: Id<noun::User>) -> bool {
        case.caseworker_id == Some(user) || self.co_workers.contains(&(case.id, user))
    }

    /// How a viewer stands to a case, before restriction.
    pub fn of_case(&self, viewer: &Viewer, case: &case::Model) -> Vec<Relation> {
        let mut holds = Vec::new();
        if case.controller_id != viewer.organisation {
            return holds;
        }
        holds.push(Relation::OwnService);
        if self.works(case, viewer.user) {
            holds.push(Relation::OwnCase);
        }
        let covered = self.covers.iter().any(|cover| {
            cover.by_user_id == viewer.user
                && cover.service_id == viewer.organisation
                && (cover.from_date..=cover.to_date).contains(&viewer.today)
                && self.works(case, cover.for_user_id)
        });
        if covered {
            holds.push(Relation::Cover);
        }
        let on_duty = self.duties.iter().any(|duty| {
            duty.case_id == case.id
                && duty.user_id == viewer.user
                && duty.opened_at <= viewer.at
                && duty.until > viewer.at
        });
        if on_duty {
            holds.push(Relation::Duty);
        }
        holds
    }

    pub fn queued(&self, viewer: &Viewer, referral: &referral::Model) -> bool {
        self.services.contains(&(referral.id, viewer.organisation))
    }

    /// What of a child's relations a restriction leaves.
    pub fn allowed(&self, viewer: &Viewer, child: Id<noun::YoungPerson>, relation: Relation) -> bool {
        let Some(restrictions) = self.restrictions.get(&child) else { return true };
        let listed =
            restrictions.iter().all(|restriction| self.listed.contains(&(*restriction, viewer.user)));
        listed && !matches!(relation, Relation::Cover | Relation::Duty)
    }

    pub(super) fn of_referral(&self, viewer: &Viewer, referral: &referral::Model) -> Vec<Relation> {
        let mut holds = Vec::new();
        if self.queued(viewer, referral) {
            holds.push(Relation::OwnQueue);
            if referral.decided_at.is_some() {
                holds.push(Relation::OwnService);
            }
        }
        if let Some(case) = self.cases.iter().find(|case| Some(case.id) == referral.case_id) {
            holds.extend(
                self.of_case(viewer, case).into_iter().filter(|relation| *relation != Relation::Duty),
            );
        }
        holds.retain(|relation| self.allowed(viewer, referral.young_person_id, *relation));
        if referral.source_organisation_id == viewer.organisation {
            if referral.sent_by_group == viewer.group {
                holds.push(Relation::SentByGroup);
            }
            if referral.referrer_id == Some(viewer.user) {
                holds.push(Relation::Own);
            }
        }
        holds
    }

    pub fn of_child(&self, viewer: &Viewer, child: Id<noun::YoungPerson>) -> Vec<Relation> {
        let mut holds = Vec::new();
        for case in self.cases.iter().filter(|case| case.young_person_id == child) {
            holds.extend(self.of_case(viewer, case));
        }
        for referral in self.referrals.iter().filter(|referral| referral.young_person_id == child) {
            if self.queued(viewer, referral) {
                holds.push(Relation::OwnQueue);
                if referral.decided_at.is_some() {
                    holds.push(Relation::OwnService);
                }
            }
        }
        let placed = |row: &&enrolment::Model| {
            row.young_person_id == child && (self.runs_place(viewer, row) || self.leads_place(viewer, row))
        };
        if self.enrolments.iter().any(|row| placed(&row)) {
            holds.push(Relation::Enrolled);
        }
        holds.retain(|relation| self.allowed(viewer, child, *relation));
        holds
    }
}

fn bits(holds: &[Relation], enough: Relations) -> i32 {
    Relations::of(holds).and(enough).bits()
}

#[tokio::test]
async fn sql_finds_the_relations_that_hold_for_every_role_and_row() {
    let test = TestApp::new().await;
    let world = World::read(&test).await;
    let mut seen_somewhere = HashSet::new();
    for account in ACCOUNTS {
        let viewer = test.actor(account).await.viewer().await;
        let database = test.app.database();

        let enough = read::casework::referral::enough(&viewer);
        let ids: Vec<_> = world.referrals.iter().map(|row| row.id).collect();
        let mut found = HashMap::new();
        for some in ids.chunks(500) {
            for seen in read::casework::referral::by_ids(database, &viewer, some).await.unwrap() {
                found.insert(seen.row.id, seen.holds.bits());
            }
        }
        for row in &world.referrals {
            let expected = bits(&world.of_referral(&viewer, row), enough);
            assert_eq!(
                found.get(&row.id).copied().unwrap_or(0),
                expected,
                "{account}: referral {}",
                row.reference
            );
            seen_somewhere.extend(Relations::from_bits(expected).iter());
        }

        let enough = viewer.sees(See::CaseOpen);
        let ids: Vec<_> = world.cases.iter().map(|row| row.id).collect();
        let mut found = HashMap::new();
        for some in ids.chunks(500) {
            for seen in read::casework::case::by_ids(database, &viewer, some).await.unwrap() {
                found.insert(seen.row.id, seen.holds.bits());
            }
        }
        for row in &world.cases {
            let mut holds = world.of_case(&viewer, row);
            holds.retain(|relation| world.allowed(&viewer, row.young_person_id, *relation));
            let expected = bits(&holds, enough);
            assert_eq!(
                found.get(&row.id).copied().unwrap_or(0),
                expected,
                "{account}: case {}",
                row.reference
            );
            seen_somewhere.extend(Relations::from_bits(expected).iter());
        }

        let enough = viewer.sees(See::ChildDisplay);
        let ids: Vec<_> = world.children.iter().map(|row| row.id).collect();
        let mut found = HashMap::new();
        for some in ids.chunks(500) {
            for seen in read::people::young_person::by_ids(database, &viewer, some).await.unwrap() {
                found.insert(seen.row.id, seen.holds.bits());
            }
        }
        for row in &world.children {
            let expected = bits(&world.of_child(&viewer, row.id), enough);
            assert_eq!(
                found.get(&row.id).copied().unwrap_or(0),
                expected,
                "{account}: child {}",
                row.reference
            );
            seen_somewhere.extend(Relations::from_bits(expected).iter());
        }
    }
    let every = [
        Relation::SentByGroup,
        Relation::OwnQueue,
        Relation::OwnService,
        Relation::OwnCase,
        Relation::Cover,
        Relation::Duty,
        Relation::Own,
        Relation::Enrolled,
    ];
    for relation in every {
        assert!(seen_somewhere.contains(&relation), "no seeded row holds {relation:?}");
    }
}
