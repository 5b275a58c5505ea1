//! The relations that SQL finds on tasks, case notes and safeguarding concerns, looked at again row by row in plain Rust:
//! for every role, as `relations` does for referrals, cases and children.

use std::collections::{HashMap, HashSet};

use ridgeway::{
    access::{Relation, Relations, See, Viewer},
    entity::casework::{
        case, case_note,
        goal::{self, GoalWords},
        measure::{self, MeasureWords},
        safeguarding_concern, task,
    },
    platform::sealed::Sealed,
    read,
    words::{
        GoalOwner, Informant, Instrument, MeasureStage, NoteAudience, SafeguardingKind,
        id::{Id, noun},
    },
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::relations::{ACCOUNTS, World, all};
use crate::support::TestApp;

impl World {
    fn case(&self, id: Option<Id<noun::Case>>) -> Option<&case::Model> {
        self.cases.iter().find(|case| Some(case.id) == id)
    }

    fn of_task(&self, viewer: &Viewer, task: &task::Model) -> Relations {
        let mut holds = Vec::new();
        let case = self.case(task.case_id);
        let referral = self.referrals.iter().find(|referral| Some(referral.id) == task.referral_id);
        if referral.is_some_and(|referral| self.queued(viewer, referral)) {
            holds.push(Relation::OwnQueue);
        }
        if let Some(case) = case {
            let worked = self.of_case(viewer, case).into_iter();
            holds.extend(worked.filter(|how| matches!(how, Relation::OwnCase | Relation::Cover)));
        }
        if task.service_id == viewer.organisation {
            holds.push(Relation::OwnService);
            if task.assignee_id == viewer.user || task.created_by_id == Some(viewer.user) {
                holds.push(Relation::Own);
            }
        }
        let child = case
            .map(|case| case.young_person_id)
            .or_else(|| referral.map(|referral| referral.young_person_id));
        holds.retain(|how| child.is_none_or(|child| self.allowed(viewer, child, *how)));
        Relations::of(&holds)
    }

    /// A note is read by those for whom it was written; a voided one by the service's manager alone.
    fn reads_note(&self, viewer: &Viewer, note: &case_note::Model) -> Relations {
        let case = self.case(Some(note.case_id)).unwrap();
        let mut holds = self.of_case(viewer, case);
        holds.retain(|how| self.allowed(viewer, case.young_person_id, *how));
        let holds = Relations::of(&holds);
        let written_for = match note.audience {
            NoteAudience::CaseTeam => See::NotesForTeam,
            NoteAudience::Service => See::NotesForService,
        };
        let voided = note.voided_at.is_some() && !viewer.may_see(See::Voided, holds);
        if voided || !viewer.may_see(written_for, holds) { Relations::NONE } else { holds }
    }

    /// A concern about an adult is for the manager and the data protection officer, and never for the adult.
    fn sees_concern(&self, viewer: &Viewer, concern: &safeguarding_concern::Model) -> Relations {
        let mut holds = concern.young_person_id.map_or_else(Vec::new, |child| self.of_child(viewer, child));
        if concern.young_person_id.is_none_or(|child| self.allowed(viewer, child, Relation::Always)) {
            holds.push(Relation::Always);
        }
        if concern.raised_from_id == viewer.organisation && concern.raised_by_id == viewer.user {
            holds.push(Relation::Own);
        }
        let holds = Relations::of(&holds);
        let sees = match concern.kind {
            SafeguardingKind::AboutAdultWorkingWithChildren => {
                concern.about_user_id != Some(viewer.user) && viewer.may_see(See::ConcernAboutAdult, holds)
            }
            _ => viewer.may_see(See::ConcernAboutChild, holds),
        };
        if sees { holds } else { Relations::NONE }
    }

    /// What the work is about is seen by those who work it and the service's manager.
    fn sees_content(&self, viewer: &Viewer, case: &case::Model) -> Relations {
        let mut holds = self.of_case(viewer, case);
        holds.retain(|how| self.allowed(viewer, case.young_person_id, *how));
        let holds = Relations::of(&holds);
        if viewer.may_see(See::CaseContent, holds) { holds } else { Relations::NONE }
    }
}

/// A goal and a measure on each case.
async fn goals_and_measures(test: &TestApp, world: &World) -> (Vec<goal::Model>, Vec<measure::Model>) {
    let (app, by) = (&test.app, test.manager().await.viewer().await.user);
    let (mut goals, mut measures) = (Vec::new(), Vec::new());
    for case in &world.cases {
        let id: Id<noun::Goal> = app.new_id();
        let words = Sealed::new(app.keys(), id.uuid(), &GoalWords("Sleep".to_owned())).unwrap();
        let owner = GoalOwner::Child;
        let goal =
            goal::Model { id, version: 1, case_id: case.id, words, owner, set_by_id: by, set_at: app.now() };
        goals.push(goal.into_active_model().reset_all().insert(app.database()).await.unwrap());
        let id: Id<noun::Measure> = app.new_id();
        let measure = measure::Model {
            id,
            case_id: case.id,
            instrument: Instrument::Sdq,
            informant: Informant::Parent,
            stage: MeasureStage::Baseline,
            scored_by: "SDQ-4-BAND".to_owned(),
            taken_on: app.today(),
            words: Sealed::new(app.keys(), id.uuid(), &MeasureWords::default()).unwrap(),
            recorded_by_id: by,
            recorded_at: app.now(),
            replaced_at: None,
        };
        measures.push(measure.into_active_model().reset_all().insert(app.database()).await.unwrap());
    }
    (goals, measures)
}

#[tokio::test]
async fn sql_finds_the_goals_and_measures_that_are_for_every_role() {
    let test = TestApp::new().await;
    let world = World::read(&test).await;
    let (goals, measures) = goals_and_measures(&test, &world).await;
    let (goal_ids, measure_ids): (Vec<_>, Vec<_>) =
        (goals.iter().map(|row| row.id).collect(), measures.iter().map(|row| row.id).collect());
    let database = test.app.database();
    let mut seen = HashSet::new();
    for account in ACCOUNTS {
        let viewer = test.actor(account).await.viewer().await;
        let enough = viewer.sees(See::CaseContent);
        let of_case = |id| world.sees_content(&viewer, world.case(Some(id)).unwrap());

        let found = read::casework::goal::by_ids(database, &viewer, &goal_ids).await.unwrap();
        let found = found.into_iter().map(|seen| (seen.row.id, seen.holds)).collect();
        let expected = goals.iter().map(|row| (&row.id, of_case(row.case_id)));
        let of_goals = compare(&format!("{account}: goal"), &found, expected, enough);

        let found = read::casework::measure::by_ids(database, &viewer, &measure_ids).await.unwrap();
        let found = found.into_iter().map(|seen| (seen.row.id, seen.holds)).collect();
        let expected = measures.iter().map(|row| (&row.id, of_case(row.case_id)));
        let of_measures = compare(&format!("{account}: measure"), &found, expected, enough);
        assert_eq!(of_goals, of_measures, "{account}");
        if of_goals > 0 {
            seen.insert(account);
        }
    }
    for account in ["caseworker.swindon", "manager.swindon", "caseworker.wiltshire"] {
        assert!(seen.contains(account), "{account} sees none, so nothing was compared");
    }
    for account in ["triage.swindon", "school.one", "analyst", "dpo"] {
        assert!(!seen.contains(account), "{account} sees a goal");
    }
}

/// Compares what was found with what is expected, of the relations of which one is enough; how many rows are seen.
fn compare<'a, N>(
    what: &str,
    found: &HashMap<Id<N>, Relations>,
    expected: impl Iterator<Item = (&'a Id<N>, Relations)>,
    enough: Relations,
) -> usize
where
    Id<N>: Eq + std::hash::Hash + Copy + 'a,
{
    for (id, holds) in expected {
        let seen = found.get(id).map_or(0, |seen| seen.and(enough).bits());
        assert_eq!(seen, holds.and(enough).bits(), "{what} {}: {holds}", id.uuid());
    }
    found.len()
}

/// One concern about an adult is about the manager of Swindon, so that somebody is kept from a row that they would see.
async fn about_the_manager(test: &TestApp) -> safeguarding_concern::Model {
    let manager = test.manager().await.viewer().await;
    let concerns = all::<safeguarding_concern::Entity>(test).await;
    let world = World::read(test).await;
    let adult = concerns.into_iter().find(|concern| {
        concern.kind == SafeguardingKind::AboutAdultWorkingWithChildren
            && !world.sees_concern(&manager, concern).is_empty()
    });
    let mut row = adult.expect("a seeded concern about an adult of that service").into_active_model();
    row.about_user_id = Set(Some(manager.user));
    row.update(test.app.database()).await.unwrap()
}

#[tokio::test]
async fn sql_finds_the_tasks_notes_and_concerns_that_are_for_every_role() {
    let test = TestApp::new().await;
    let about = about_the_manager(&test).await;
    let world = World::read(&test).await;
    let database = test.app.database();
    let tasks = all::<task::Entity>(&test).await;
    let notes = all::<case_note::Entity>(&test).await;
    let concerns = all::<safeguarding_concern::Entity>(&test).await;
    let (mut seen, mut refused) = (HashSet::new(), HashSet::new());
    for account in ACCOUNTS {
        let viewer = test.actor(account).await.viewer().await;

        let mut found = HashMap::new();
        for some in tasks.chunks(500) {
            let ids: Vec<_> = some.iter().map(|row| row.id).collect();
            let rows = read::casework::task::by_ids(database, &viewer, &ids).await.unwrap();
            found.extend(rows.into_iter().map(|seen| (seen.row.id, seen.holds)));
        }
        let expected = tasks.iter().map(|row| (&row.id, world.of_task(&viewer, row)));
        let count = compare(&format!("{account}: task"), &found, expected, viewer.sees(See::Tasks));
        if count > 0 {
            seen.insert(("task", account))
        } else {
            refused.insert(("task", account))
        };

        let mut found = HashMap::new();
        for some in notes.chunks(500) {
            let ids: Vec<_> = some.iter().map(|row| row.id).collect();
            let rows = read::casework::case_note::by_ids(database, &viewer, &ids).await.unwrap();
            found.extend(rows.into_iter().map(|seen| (seen.row.id, seen.holds)));
        }
        let enough = viewer.sees(See::NotesForTeam).or(viewer.sees(See::NotesForService));
        let expected = notes.iter().map(|row| (&row.id, world.reads_note(&viewer, row)));
        let count = compare(&format!("{account}: note"), &found, expected, enough);
        if count > 0 {
            seen.insert(("note", account))
        } else {
            refused.insert(("note", account))
        };

        let mut found = HashMap::new();
        for some in concerns.chunks(500) {
            let ids: Vec<_> = some.iter().map(|row| row.id).collect();
            let rows = read::casework::concern::by_ids(database, &viewer, &ids).await.unwrap();
            found.extend(rows.into_iter().map(|seen| (seen.row.id, seen.holds)));
        }
        let enough = viewer.sees(See::ConcernAboutChild).or(viewer.sees(See::ConcernAboutAdult));
        let expected = concerns.iter().map(|row| (&row.id, world.sees_concern(&viewer, row)));
        let count = compare(&format!("{account}: concern"), &found, expected, enough);
        if count > 0 {
            seen.insert(("concern", account))
        } else {
            refused.insert(("concern", account))
        };
        assert_eq!(
            found.contains_key(&about.id),
            account == "dpo",
            "{account} and the concern about the manager"
        );
    }
    for what in ["task", "note", "concern"] {
        for account in ["caseworker.swindon", "manager.swindon"] {
            assert!(seen.contains(&(what, account)), "{account} sees no {what}, so nothing was compared");
        }
        assert!(refused.contains(&(what, "analyst")), "an analyst sees a {what}");
    }
}
