//! What happens by itself, on the database of the run.

mod casework;
mod partnership;
mod relay;
mod sealing;

use std::collections::HashMap;

use chrono::{TimeDelta, Utc};
use partnership::{partnership, server};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, IntoActiveModel};

use super::{settle, start};
use crate::{
    domain::{
        casework::{
            case::{self, Allocate},
            case_note::{self, Add, Amend, NoteContact},
            concern, consent,
            decide::{self, Triage},
            draft,
            submission::Submission,
            submit::submit,
            task,
            triage::{Version, take},
        },
        checks::Patch,
        people::{
            contact,
            details::{AddressDetails, ChildDetails, ContactDetails},
            sign_in::{Credential, viewer},
            token, young_person,
        },
        record::{
            audit::{Broken, verify},
            operation::Caller,
        },
    },
    entity::casework::referral::Account,
    platform::{app::App, chance::Chance, database, error::Error, keys::Keys},
    read,
    words::{
        CaseStatus, ConsentKind, ConsentStatus, ContactOutcome, ContactPermission, DraftKind, FactorCode,
        JobKind, NoteAudience, NoteKind, Pathway, RecordChangeKind, ReferralSource, ReferralStatus,
        SafeguardingKind, Sex, TriageOutcome, Trigger, Urgency,
        id::{Id, noun},
    },
};

/// Runs a test on the database of the run.
async fn on_each(test: impl AsyncFn(App)) {
    let folder = tempfile::tempdir().unwrap();
    test(partnership(folder.path()).await).await;
}

async fn caller(app: &App, who: &str) -> Caller {
    let email = format!("{who}@ridgeway.example");
    let token = token::issue(app, &email, TimeDelta::days(360)).await.unwrap();
    let viewer = viewer(app, &Credential::Bearer(token), None, "test").await.unwrap().unwrap();
    Caller { viewer, request_id: "test".into(), retry: None }
}

fn child() -> ChildDetails {
    ChildDetails {
        given_name: "Zoë".into(),
        family_name: Some("O'Brien".into()),
        known_as: None,
        date_of_birth: "2012-05-01".parse().unwrap(),
        date_of_birth_estimated: false,
        sex: Sex::Female,
        ethnicity: None,
        first_language: None,
        upn: Some("Q866400119001".into()),
        nhs_number: None,
        school_id: None,
        address: Some(AddressDetails {
            lines: vec!["1 High Street".into()],
            postcode: "SN1 2JG".into(),
            may_disclose: true,
        }),
        contacts: vec![mother()],
    }
}

fn mother() -> ContactDetails {
    ContactDetails {
        name: "Ann O'Brien".into(),
        relationship: "mother".into(),
        has_parental_responsibility: Some(true),
        lives_with: Some(true),
        phone: Some("01793 496000".into()),
        may_contact: ContactPermission::AskFirst,
        may_be_told: true,
        order_in_force: None,
        safe_to_call: false,
        safe_to_text: false,
        safe_to_leave_voicemail: false,
    }
}

fn referral() -> Submission {
    Submission {
        young_person_id: None,
        child: Some(child()),
        source: ReferralSource::School,
        service_id: None,
        urgency: Urgency::Routine,
        trigger: Trigger::None,
        triggered_on: None,
        main_factor: FactorCode::Suspensions,
        factors: Vec::new(),
        strengths: Vec::new(),
        immediate_danger: false,
        emergency_call: None,
        account: Account {
            what_happened: "Two suspensions since September.".into(),
            parent_aware: true,
            ..Account::default()
        },
        external_reference: None,
        requested_programme_id: None,
    }
}

async fn tasks(
    app: &App,
    referral: Option<Id<noun::Referral>>,
    case: Option<Id<noun::Case>>,
) -> Vec<JobKind> {
    let open = read::casework::concerned::tasks_by_themselves(app.database(), referral, case).await.unwrap();
    open.into_iter().filter_map(|task| task.cause).collect()
}

async fn now(app: &App, id: Id<noun::Referral>) -> crate::entity::casework::referral::Model {
    read::casework::referral::for_itself(app.database(), id).await.unwrap().unwrap()
}

#[tokio::test]
async fn what_nobody_takes_becomes_the_managers_task_until_somebody_does() {
    on_each(async |app| {
        let (school, triage) = (caller(&app, "school.one").await, caller(&app, "triage.swindon").await);
        let sent = submit(&app, &school, referral(), None).await.unwrap();
        settle(&app).await.unwrap();
        assert_eq!(tasks(&app, Some(sent), None).await, []);
        app.clock().advance(TimeDelta::days(1) + TimeDelta::hours(2));
        settle(&app).await.unwrap();
        settle(&app).await.unwrap();
        assert_eq!(tasks(&app, Some(sent), None).await, [JobKind::ReferralNotTaken], "once");
        let version = now(&app, sent).await.version;
        take(&app, &triage, Version { referral_id: sent, version }).await.unwrap();
        assert_eq!(tasks(&app, Some(sent), None).await, [], "its reason is gone");
        app.clock().advance(TimeDelta::days(1) + TimeDelta::hours(6));
        settle(&app).await.unwrap();
        let lapsed = now(&app, sent).await;
        assert_eq!((lapsed.owner_id, lapsed.status), (None, ReferralStatus::Submitted));
        assert_eq!(tasks(&app, Some(sent), None).await, [JobKind::ReferralOverdue]);
    })
    .await;
}

async fn accepted(app: &App) -> (Id<noun::Referral>, Id<noun::Case>) {
    let (school, triage) = (caller(app, "school.one").await, caller(app, "triage.swindon").await);
    let sent = submit(app, &school, referral(), None).await.unwrap();
    let decision = Triage {
        seen: Version { referral_id: sent, version: 1 },
        outcome: TriageOutcome::Accept,
        reason: None,
        rationale: "Needs help.".into(),
        feedback: "Somebody will ring you.".into(),
        pathway: Some(Pathway::EarlyPrevention),
        young_person_id: None,
        case_id: None,
        answer_due_on: None,
        redirect_to: None,
        duplicate_of_id: None,
    };
    decide::triage(app, &triage, decision).await.unwrap();
    (sent, now(app, sent).await.case_id.unwrap())
}

#[tokio::test]
async fn danger_in_a_draft_is_heard_after_five_minutes_and_without_its_words() {
    on_each(async |app| {
        let (school, manager) = (caller(&app, "school.one").await, caller(&app, "manager.swindon").await);
        let form = draft::Save {
            draft_id: None,
            kind: DraftKind::Referral,
            about: None,
            content: r#"{"whatHappened": "He has a knife."}"#.into(),
            immediate_danger: true,
        };
        let kept = draft::save(&app, &school, form.clone()).await.unwrap();
        settle(&app).await.unwrap();
        let id = draft::task_in(kept, 0);
        let seen = async || {
            read::casework::task::by_ids(app.database(), &manager.viewer, &[id]).await.unwrap().pop()
        };
        assert!(seen().await.is_none());
        app.clock().advance(TimeDelta::minutes(5));
        settle(&app).await.unwrap();
        let task = seen().await.expect("the manager's task").row;
        let words = task.words.open(app.keys(), task.id.uuid()).unwrap();
        assert!(words.title.contains("Ring ") && !words.title.contains("knife"), "{}", words.title);
        let safe = draft::Save { draft_id: Some(kept), immediate_danger: false, ..form };
        draft::save(&app, &school, safe).await.unwrap();
        assert!(seen().await.unwrap().row.done_at.is_some());
        app.clock().advance(TimeDelta::days(7));
        settle(&app).await.unwrap();
        assert!(read::casework::draft::list(app.database(), &school.viewer).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_loops_announce_what_is_committed_and_stop() {
    on_each(async |app| {
        let school = caller(&app, "school.one").await;
        let work = start(&app);
        // The relay listens from its first turn on.
        settle(&app).await.unwrap();
        let mut heard = app.bus().listen();
        submit(&app, &school, referral(), None).await.unwrap();
        let signal = tokio::time::timeout(std::time::Duration::from_secs(10), heard.recv()).await;
        let signal = signal.expect("in time").expect("a signal");
        assert!(signal.place > 0 && !signal.audiences.is_empty());
        app.stop().cancel();
        work.join_all().await;
    })
    .await;
}
