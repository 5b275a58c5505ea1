//! The relations that SQL finds on sessions, and the marks and notes that it finds in their registers, looked at again row by row
//! in plain Rust, for every role, as `relations` does for referrals, cases and children.

use std::collections::{HashMap, HashSet};

use ridgeway::{
    access::{Relation, Relations, See, Viewer},
    entity::delivery::{attendance, session, session_note},
    read,
    words::{
        Role,
        id::{Id, noun},
    },
};

use super::{
    relations::{ACCOUNTS, World, all},
    relations_of_places::compare,
};
use crate::support::TestApp;

impl World {
    fn of_session(&self, viewer: &Viewer, row: &session::Model) -> Relations {
        let programme = &self.programmes[&self.offerings[&row.offering_id].programme_id];
        let runs = viewer.organisation == programme.provider_id;
        let mut holds = vec![Relation::Always];
        if runs && viewer.role == Role::ProviderManager
            || runs && viewer.role == Role::ProviderWorker && self.leads.contains(&(row.id, viewer.user))
        {
            holds.push(Relation::Own);
        }
        if self.leads_in(viewer, row.offering_id) {
            holds.push(Relation::Enrolled);
        }
        let there = self.enrolments.iter().filter(|place| place.offering_id == row.offering_id);
        for place in there.filter(|place| Self::joined(place)) {
            let case = self.cases.iter().find(|case| case.id == place.case_id).unwrap();
            let of_case = self.of_case(viewer, case).into_iter();
            let how = of_case.filter(|how| self.allowed(viewer, place.young_person_id, *how));
            holds.extend(how.filter(|how| *how != Relation::Duty));
        }
        Relations::of(&holds)
    }

    /// A note is read by its author while they lead there, and by its manager as Enrolled.
    fn reads(&self, viewer: &Viewer, note: &session_note::Model) -> bool {
        let place = self.enrolments.iter().find(|place| place.id == note.enrolment_id).unwrap();
        let holds = self.of_enrolment(viewer, place);
        match viewer.role {
            Role::ProviderWorker => note.author_id == viewer.user && holds.has(Relation::Enrolled),
            Role::ProviderManager => holds.has(Relation::Own),
            Role::Caseworker => holds.meets(Relations::of(&[Relation::OwnCase, Relation::Cover])),
            Role::TeamManager => holds.has(Relation::OwnService),
            _ => false,
        }
    }
}

#[tokio::test]
async fn sql_finds_the_sessions_marks_and_notes_that_are_for_every_role() {
    let test = TestApp::new().await;
    let on = test.app.database();
    let world = World::read(&test).await;
    let marks = all::<attendance::Entity>(&test).await;
    let notes = all::<session_note::Entity>(&test).await;
    assert!(marks.len() > 100 && notes.len() > 20, "{} marks, {} notes", marks.len(), notes.len());
    let ids: Vec<_> = world.sessions.iter().map(|row| row.id).collect();
    let places: HashMap<_, _> = world.enrolments.iter().map(|place| (place.id, place)).collect();
    let mut seen = HashSet::new();
    let (mut readers, mut keepers) = (HashSet::new(), HashSet::new());
    for account in ACCOUNTS {
        let viewer = test.actor(account).await.viewer().await;
        let (mut found, mut marked, mut noted) = (HashMap::new(), HashSet::new(), HashSet::new());
        for some in ids.chunks(500) {
            let rows = read::delivery::session::by_ids(on, &viewer, some).await.unwrap();
            found.extend(rows.into_iter().map(|seen| (seen.row.id, seen.holds)));
            let rows = read::delivery::register::marks(on, &viewer, some).await.unwrap();
            marked.extend(rows.into_iter().map(|row| row.id));
            let rows = read::delivery::register::notes(on, &viewer, some).await.unwrap();
            noted.extend(rows.into_iter().map(|row| row.id));
        }
        let expected = world.sessions.iter().map(|row| (row.id, world.of_session(&viewer, row)));
        seen.extend(compare(account, expected, &found, viewer.sees(See::Sessions)));

        let for_viewer = |row: &&attendance::Model| {
            viewer.may_see(See::Enrolments, world.of_enrolment(&viewer, places[&row.enrolment_id]))
        };
        let expected: HashSet<Id<noun::Attendance>> =
            marks.iter().filter(for_viewer).map(|row| row.id).collect();
        assert_eq!(marked, expected, "{account}");
        let expected: HashSet<Id<noun::SessionNote>> =
            notes.iter().filter(|note| world.reads(&viewer, note)).map(|row| row.id).collect();
        assert_eq!(noted, expected, "{account}");
        if !marked.is_empty() {
            keepers.insert(account);
        }
        if !noted.is_empty() {
            readers.insert(account);
        }
    }
    for relation in [Relation::Always, Relation::Own, Relation::Enrolled, Relation::OwnCase, Relation::Cover]
    {
        assert!(seen.contains(&relation), "no seeded session holds {relation:?}");
    }
    for account in ["provider", "provider.manager", "manager.swindon", "caseworker.swindon"] {
        assert!(keepers.contains(account) && readers.contains(account), "{account} sees no mark or note");
    }
    for account in ["school.one", "triage.swindon", "partnership", "analyst", "finance", "dpo", "admin"] {
        assert!(!keepers.contains(account) && !readers.contains(account), "{account} sees a mark or note");
    }
}
