//! The relations that SQL finds on programmes, offerings and enrolments, looked at again row by row in plain Rust, for every
//! role, as `relations` does for referrals, cases and children.

use std::collections::{HashMap, HashSet};

use ridgeway::{
    access::{Relation, Relations, See, Viewer},
    entity::delivery::{enrolment, offering, programme},
    read,
    words::{
        EnrolmentStatus, OfferingSetting, Role,
        id::{Id, noun},
    },
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::relations::{ACCOUNTS, World};
use crate::support::TestApp;

impl World {
    fn runs(viewer: &Viewer, programme: &programme::Model) -> bool {
        viewer.role == Role::ProviderManager && programme.provider_id == viewer.organisation
    }

    /// A place in something that the viewer runs, open or ended not long ago.
    pub(super) fn runs_place(&self, viewer: &Viewer, place: &enrolment::Model) -> bool {
        let programme = &self.programmes[&self.offerings[&place.offering_id].programme_id];
        place.seen_until.is_none_or(|day| day >= viewer.today) && Self::runs(viewer, programme)
    }

    /// The viewer leads a session of an offering, for who runs it.
    pub(super) fn leads_in(&self, viewer: &Viewer, offering: Id<noun::Offering>) -> bool {
        let programme = &self.programmes[&self.offerings[&offering].programme_id];
        let mut own = self.sessions.iter().filter(|row| row.offering_id == offering);
        viewer.role == Role::ProviderWorker
            && programme.provider_id == viewer.organisation
            && own.any(|row| self.leads.contains(&(row.id, viewer.user)))
    }

    /// The child said yes to a place in something that the viewer leads, and it has not ended long ago.
    pub(super) fn leads_place(&self, viewer: &Viewer, place: &enrolment::Model) -> bool {
        place.seen_until.is_none_or(|day| day >= viewer.today)
            && Self::joined(place)
            && self.leads_in(viewer, place.offering_id)
    }

    /// It is, or was, more than a wish.
    pub(super) fn joined(place: &enrolment::Model) -> bool {
        use EnrolmentStatus::{Accepted, NotStarted, Started};
        matches!(place.status, Accepted | Started | NotStarted) || place.started_on.is_some()
    }

    fn of_programme(&self, viewer: &Viewer, programme: &programme::Model) -> Relations {
        let mut holds = vec![Relation::Always];
        if !programme.sensitive {
            holds.push(Relation::Published);
        }
        let mut runs = self.offerings.values().filter(|row| row.programme_id == programme.id);
        if Self::runs(viewer, programme) || runs.any(|row| self.leads_in(viewer, row.id)) {
            holds.push(Relation::Own);
        }
        Relations::of(&holds)
    }

    fn of_offering(&self, viewer: &Viewer, offering: &offering::Model) -> Relations {
        let programme = &self.programmes[&offering.programme_id];
        let finishes = matches!(viewer.role, Role::TeamManager | Role::PartnershipManager);
        let shown = offering.setting != OfferingSetting::Draft || finishes;
        let holds = [
            (Relation::Always, shown),
            (Relation::Published, shown && !programme.sensitive),
            (Relation::Own, Self::runs(viewer, programme) || self.leads_in(viewer, offering.id)),
        ];
        let holds: Vec<_> = holds.into_iter().filter(|(_, so)| *so).map(|(how, _)| how).collect();
        Relations::of(&holds)
    }

    pub(super) fn of_enrolment(&self, viewer: &Viewer, place: &enrolment::Model) -> Relations {
        let case = self.cases.iter().find(|case| case.id == place.case_id).unwrap();
        let mut holds = self.of_case(viewer, case);
        holds.retain(|how| *how != Relation::Duty);
        if self.runs_place(viewer, place) {
            holds.push(Relation::Own);
        }
        if self.leads_place(viewer, place) {
            holds.push(Relation::Enrolled);
        }
        holds.retain(|how| self.allowed(viewer, place.young_person_id, *how));
        Relations::of(&holds)
    }
}

/// What is found of each row, of those for which one relation is enough.
pub(super) fn compare<N>(
    account: &str,
    expected: impl Iterator<Item = (Id<N>, Relations)>,
    found: &HashMap<Id<N>, Relations>,
    enough: Relations,
) -> HashSet<Relation> {
    let mut seen = HashSet::new();
    for (id, holds) in expected {
        let holds = holds.and(enough);
        assert_eq!(found.get(&id).copied().unwrap_or_default(), holds, "{account}: {}", id.uuid());
        seen.extend(holds.iter());
    }
    seen
}

#[tokio::test]
async fn sql_finds_the_relations_that_hold_to_programmes_offerings_and_enrolments() {
    let test = TestApp::new().await;
    let on = test.app.database();
    let world = World::read(&test).await;
    // One run is a draft, and one place ended so long ago that who runs it sees it no more.
    let run = world.offerings.values().next().unwrap().clone();
    let mut row = run.into_active_model();
    row.setting = Set(OfferingSetting::Draft);
    row.update(on).await.unwrap();
    let place = world.enrolments.iter().find(|place| place.started_on.is_none()).unwrap().clone();
    let mut row = place.into_active_model();
    row.status = Set(EnrolmentStatus::Withdrew);
    row.offer_expires_at = Set(None);
    row.ended_on = Set(Some(test.app.today() - chrono::Days::new(20)));
    row.seen_until = Set(Some(test.app.today() - chrono::Days::new(1)));
    row.update(on).await.unwrap();

    let world = World::read(&test).await;
    let mut seen = HashSet::new();
    for account in ACCOUNTS {
        let viewer = test.actor(account).await.viewer().await;
        let knows = read::delivery::programme::knows(&viewer);

        let ids: Vec<_> = world.programmes.keys().copied().collect();
        let rows = read::delivery::programme::by_ids(on, &viewer, &ids).await.unwrap();
        let found = rows.into_iter().map(|seen| (seen.row.id, seen.holds)).collect();
        let expected = world.programmes.values().map(|row| (row.id, world.of_programme(&viewer, row)));
        seen.extend(compare(account, expected, &found, knows));

        let ids: Vec<_> = world.offerings.keys().copied().collect();
        let rows = read::delivery::offering::by_ids(on, &viewer, &ids).await.unwrap();
        let found = rows.into_iter().map(|seen| (seen.row.id, seen.holds)).collect();
        let expected = world.offerings.values().map(|row| (row.id, world.of_offering(&viewer, row)));
        seen.extend(compare(account, expected, &found, knows));

        let ids: Vec<_> = world.enrolments.iter().map(|row| row.id).collect();
        let rows = read::delivery::enrolment::by_ids(on, &viewer, &ids).await.unwrap();
        let found = rows.into_iter().map(|seen| (seen.row.id, seen.holds)).collect();
        let expected = world.enrolments.iter().map(|row| (row.id, world.of_enrolment(&viewer, row)));
        seen.extend(compare(account, expected, &found, viewer.sees(See::Enrolments)));
    }
    for relation in [
        Relation::Always,
        Relation::Published,
        Relation::Own,
        Relation::Enrolled,
        Relation::OwnService,
        Relation::OwnCase,
        Relation::Cover,
    ] {
        assert!(seen.contains(&relation), "no seeded row holds {relation:?}");
    }
}
