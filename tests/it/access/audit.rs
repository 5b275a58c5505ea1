//! Which lines of the audit SQL finds for a viewer, held against plain Rust, for every role and line.

use std::collections::{HashMap, HashSet};

use ridgeway::{
    access::{Relation, Relations, See, Viewer},
    entity::{casework::safeguarding_concern, people::membership, record::audit_entry},
    read,
    words::{
        AuditAction, Role, SubjectKind,
        id::{Id, noun},
    },
};
use serde_json::json;
use uuid::Uuid;

use super::relations::{ACCOUNTS, World, all};
use crate::support::TestApp;

/// What lines rest on besides the world of records.
struct Accounts {
    world: World,
    organisation_of: HashMap<Id<noun::Membership>, Id<noun::Organisation>>,
    about_adults: HashSet<(Uuid, Id<noun::User>)>,
}

impl Accounts {
    async fn read(test: &TestApp) -> Self {
        let concerns = all::<safeguarding_concern::Entity>(test).await;
        Self {
            world: World::read(test).await,
            organisation_of: all::<membership::Entity>(test)
                .await
                .into_iter()
                .map(|row| (row.id, row.organisation_id))
                .collect(),
            about_adults: concerns
                .into_iter()
                .filter_map(|row| Some((row.id.uuid(), row.about_user_id?)))
                .collect(),
        }
    }

    fn of_service(&self, viewer: &Viewer, entry: &audit_entry::Model) -> bool {
        use AuditAction::{BreakGlass, Change, Create, Disclose, Erase, Export, Link, Print, Read, Unlink};
        let to_records = [Read, Create, Change, Link, Unlink, Print, Export, Disclose, BreakGlass, Erase];
        if !to_records.contains(&entry.action) {
            return false;
        }
        let world = &self.world;
        let serves = |holds: Vec<Relation>| holds.contains(&Relation::OwnService);
        match entry.subject_kind {
            SubjectKind::Case => {
                let case = world.cases.iter().find(|case| Some(case.id.uuid()) == entry.subject_id);
                case.is_some_and(|case| case.controller_id == viewer.organisation)
            }
            SubjectKind::Referral => {
                let referral = world.referrals.iter().find(|row| Some(row.id.uuid()) == entry.subject_id);
                referral.is_some_and(|referral| serves(world.of_referral(viewer, referral)))
            }
            _ => {
                let own = entry.membership_id.and_then(|id| self.organisation_of.get(&id));
                own == Some(&viewer.organisation)
                    && entry.young_person_id.is_some_and(|child| serves(world.of_child(viewer, child)))
            }
        }
    }

    fn holds(&self, viewer: &Viewer, entry: &audit_entry::Model) -> Vec<Relation> {
        let about_me = entry.subject_id.is_some_and(|id| self.about_adults.contains(&(id, viewer.user)));
        let listed =
            |relation| entry.young_person_id.is_none_or(|child| self.world.allowed(viewer, child, relation));
        if about_me || !listed(Relation::Always) {
            return Vec::new();
        }
        let mut holds = vec![Relation::Always];
        if self.of_service(viewer, entry) {
            holds.push(Relation::OwnService);
        }
        holds
    }

    /// What the policy's row for each role says, in words of this test.
    fn expected(&self, viewer: &Viewer, entry: &audit_entry::Model) -> i32 {
        let holds = self.holds(viewer, entry);
        let of_account =
            matches!(entry.action, AuditAction::SignIn | AuditAction::SignInFailed | AuditAction::Grant);
        let enough = match viewer.role {
            Role::TeamManager => Relations::of(&[Relation::OwnService]),
            Role::DataProtectionOfficer => Relations::of(&[Relation::Always]),
            Role::Administrator if of_account => Relations::of(&[Relation::Always]),
            _ => Relations::NONE,
        };
        Relations::of(&holds).and(enough).bits()
    }
}

#[tokio::test]
async fn sql_finds_the_lines_that_each_role_may_read() {
    let test = TestApp::new().await;
    let opens =
        "{ youngPeople(first: 100) { nodes { givenName } } cases(first: 100) { nodes { closureReason } }
        referrals(first: 100) { nodes { whatHappened } } safeguardingConcerns(first: 100) { nodes { text } }
        tasks(first: 100) { nodes { title } } }";
    let mut viewers = Vec::new();
    for account in ACCOUNTS {
        let actor = test.actor(account).await;
        actor.get(opens, json!({})).await;
        viewers.push((account, actor.viewer().await));
    }
    let accounts = Accounts::read(&test).await;
    let entries = all::<audit_entry::Entity>(&test).await;
    let mut shown = HashMap::new();
    for (account, viewer) in &viewers {
        let seen = read::record::audit::select(viewer, &read::record::audit::Filter::default());
        let seen =
            seen.into_model::<read::record::audit::SeenEntry>().all(test.app.database()).await.unwrap();
        let seen: HashMap<_, _> = seen.into_iter().map(|seen| (seen.row.id, seen.holds.bits())).collect();
        for entry in &entries {
            let (found, expected) =
                (seen.get(&entry.id).copied().unwrap_or(0), accounts.expected(viewer, entry));
            assert_eq!(found, expected, "{account}: {entry:?}");
        }
        shown.insert(*account, seen.len());
        let sees = viewer.sees(See::Audit).or(viewer.sees(See::AuditOfAccounts));
        assert_eq!(seen.is_empty(), sees.is_empty(), "{account}");
    }
    assert!(shown["dpo"] > shown["manager.swindon"] && shown["dpo"] < entries.len(), "{shown:?}");
    assert!(shown["manager.swindon"] > 100 && shown["manager.wiltshire"] > 100, "{shown:?}");
}
