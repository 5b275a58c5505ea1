//! What happens by itself, on SQLite and, where one is there, on PostgreSQL: `TEST_POSTGRES_URL` names a server.

use std::collections::HashMap;

use chrono::{TimeDelta, Utc};
use clap::Parser;
use migrations::MigratorTrait;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, IntoActiveModel};
use secrecy::SecretString;

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
    platform::{app::App, chance::Chance, clock::Clock, config::Config, database, error::Error, keys::Keys},
    read,
    words::{
        CaseStatus, ConsentKind, ConsentStatus, ContactOutcome, ContactPermission, DraftKind, FactorCode,
        JobKind, NoteAudience, NoteKind, Pathway, RecordChangeKind, ReferralSource, ReferralStatus,
        SafeguardingKind, Sex, TriageOutcome, Trigger, Urgency,
        id::{Id, noun},
    },
};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

/// A partnership on a Monday morning, by URL.
async fn partnership(url: &str) -> App {
    let mut config = Line::parse_from(["ridgeway"]).config;
    config.database_url = Some(SecretString::from(url));
    let on = database::connect(config.database_url.as_ref().unwrap(), 6).await.unwrap();
    migrations::Migrator::up(&on, None).await.unwrap();
    let chance = Chance::seeded(7);
    let clock = Clock::standing("2026-11-23T10:20:00Z".parse().unwrap());
    let app = App::new(config, on, Keys::new([9; 32], chance.clone()), clock, chance);
    crate::seed::partnership(&app, 1, 1, |_, _| {}).await.unwrap();
    app
}

/// Runs a test on each database that is there.
async fn on_each(test: impl AsyncFn(App)) {
    let folder = tempfile::tempdir().unwrap();
    test(partnership(&format!("sqlite:{}", folder.path().join("worker.db").display())).await).await;
    let Ok(server) = std::env::var("TEST_POSTGRES_URL") else { return };
    let admin = database::connect(&SecretString::from(server.as_str()), 1).await.unwrap();
    let name = format!("worker_{}", data_encoding::HEXLOWER.encode(&Chance::System.bytes::<6>()));
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    test(partnership(&format!("{base}/{name}")).await).await;
}

async fn caller(app: &App, who: &str) -> Caller {
    let email = format!("{who}@ridgeway.example");
    let token = token::issue(app, &email, TimeDelta::days(360)).await.unwrap();
    let viewer = viewer(app, &Credential::Bearer(token), None).await.unwrap().unwrap();
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

async fn the_case(app: &App, id: Id<noun::Case>) -> crate::entity::casework::case::Model {
    read::casework::case::for_itself(app.database(), id).await.unwrap().unwrap()
}

fn note(case: Id<noun::Case>, at: chrono::DateTime<Utc>, outcome: ContactOutcome, seen: bool) -> Add {
    Add {
        case_id: case,
        kind: NoteKind::Visit,
        occurred_at: at,
        body: "At the door.".into(),
        audience: NoteAudience::CaseTeam,
        contact: Some(NoteContact { outcome, child_seen: seen, seen_alone: None, place: None }),
    }
}

#[tokio::test]
async fn a_case_is_worked() {
    on_each(async |app| {
        let (worker, manager) =
            (caller(&app, "caseworker.swindon").await, caller(&app, "manager.swindon").await);
        let (sent, id) = accepted(&app).await;
        let opened = the_case(&app, id).await;
        assert_eq!(opened.status, CaseStatus::AwaitingConsent);
        let allocation = Allocate {
            case_id: id,
            version: 1,
            caseworker_id: worker.viewer.user,
            co_worker_ids: Vec::new(),
            conflict_declared: false,
        };
        let refused = case::allocate(&app, &worker, allocation.clone()).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
        let stale = case::allocate(&app, &manager, Allocate { version: 9, ..allocation.clone() }).await;
        assert!(matches!(stale, Err(Error::Conflict(_))), "{stale:?}");
        let stranger =
            Allocate { caseworker_id: manager.viewer.user, conflict_declared: true, ..allocation.clone() };
        let wrong = case::allocate(&app, &manager, stranger).await;
        assert!(matches!(wrong, Err(Error::Invalid(problems)) if problems.len() == 2));
        case::allocate(&app, &manager, allocation).await.unwrap();
        assert_eq!(the_case(&app, id).await.status, CaseStatus::AwaitingConsent);

        for _ in 0..3 {
            case_note::add(&app, &worker, note(id, app.now(), ContactOutcome::NotIn, false)).await.unwrap();
        }
        settle(&app).await.unwrap();
        assert_eq!(tasks(&app, None, Some(id)).await, [JobKind::ConsentChase], "after three attempts");
        let text =
            case_note::add(&app, &worker, note(id, app.now(), ContactOutcome::Spoke, true)).await.unwrap();
        let amended =
            Amend { note_id: text, version: 1, body: "At the gate.".into(), reason: "wrong place".into() };
        case_note::amend(&app, &worker, amended.clone()).await.unwrap();
        case_note::amend(&app, &manager, Amend { version: 2, body: "At school.".into(), ..amended })
            .await
            .unwrap();
        let revisions = read::casework::case_note::revisions(app.database(), &[text]).await.unwrap();
        assert_eq!(revisions.len(), 2);
        assert!(revisions.iter().all(|revision| revision.by_user_id == worker.viewer.user));
        let seen = the_case(&app, id).await;
        assert_eq!((seen.contact_attempts, seen.last_seen_on), (0, Some(app.today())));

        let child = seen.young_person_id;
        let answer = consent::Record {
            young_person_id: child,
            kind: ConsentKind::ParticipateChild,
            status: ConsentStatus::Given,
            given_by: "Zoë".into(),
            contact_id: None,
            reason: None,
            scope: vec!["sessions".into()],
            decided_on: app.today(),
            organisation_id: None,
            expires_on: None,
            gillick_reasons: None,
        };
        consent::record(&app, &worker, answer.clone()).await.unwrap();
        assert_eq!(the_case(&app, id).await.status, CaseStatus::AwaitingConsent);
        let parent = consent::Record { kind: ConsentKind::ParticipateParent, ..answer };
        let given = consent::record(&app, &worker, parent).await.unwrap();
        assert_eq!(the_case(&app, id).await.status, CaseStatus::Allocated);
        assert_eq!(tasks(&app, None, Some(id)).await, [], "nothing to chase");
        let back = consent::Withdraw { consent_id: given, version: 1, on: app.today(), reason: None };
        consent::withdraw(&app, &worker, back).await.unwrap();
        assert_eq!(the_case(&app, id).await.status, CaseStatus::Allocated);

        let due = app.today() + TimeDelta::days(3);
        let create = task::Create {
            case_id: Some(id),
            referral_id: None,
            title: "Ring the school.".into(),
            due_on: Some(due),
            at: None,
            place: None,
            assignee_id: worker.viewer.user,
        };
        let set = task::create(&app, &worker, create).await.unwrap();
        assert_eq!(the_case(&app, id).await.next_due_on, Some(due));
        let change = task::Change {
            task_id: set,
            version: 1,
            title: Patch::Keep,
            due_on: Patch::To(due + TimeDelta::days(1)),
            at: Patch::Keep,
            place: Patch::To("school".into()),
            assignee_id: Patch::Keep,
        };
        task::change(&app, &manager, change).await.unwrap();
        assert_eq!(the_case(&app, id).await.next_due_on, Some(due + TimeDelta::days(1)));
        task::complete(&app, &worker, task::Complete { task_id: set, version: 2 }).await.unwrap();
        assert_eq!(the_case(&app, id).await.next_due_on, None);

        child_is_changed(&app, &worker, child).await;
        concern_is_raised(&app, &worker, &manager, (sent, id)).await;
        settle(&app).await.unwrap();
        everything_has_its_place(&app).await;
    })
    .await;
}

async fn child_is_changed(app: &App, worker: &Caller, child: Id<noun::YoungPerson>) {
    let change = young_person::Change {
        young_person_id: child,
        version: 1,
        kind: RecordChangeKind::Change,
        from: None,
        reason: "Moved.".into(),
        given_name: Patch::Keep,
        family_name: Patch::Remove,
        known_as: Patch::To("Zo".into()),
        date_of_birth: Patch::Keep,
        sex: Patch::Keep,
        ethnicity: Patch::Keep,
        first_language: Patch::Keep,
        upn: Patch::Remove,
        nhs_number: Patch::To("943 476 5919".into()),
        school_id: Patch::Keep,
        address: Patch::To(AddressDetails {
            lines: vec!["No fixed address".into()],
            postcode: String::new(),
            may_disclose: false,
        }),
    };
    young_person::change(app, worker, change).await.unwrap();
    let row = read::people::by_itself::child(app.database(), child).await.unwrap().unwrap();
    assert_eq!((row.version, row.search_name.as_str()), (2, "zoe zo"));
    assert!(row.upn.is_none() && row.upn_index.is_none() && row.nhs_number_index.is_some());
    let contacts = read::people::young_person::contacts(app.database(), &[child]).await.unwrap();
    let ended = contact::Change {
        young_person_id: child,
        contact_id: Some(contacts[0].id),
        version: Some(1),
        contact: None,
        ended: true,
        reason: "No longer in touch.".into(),
    };
    contact::change(app, worker, ended).await.unwrap();
    let added = contact::Change {
        young_person_id: child,
        contact_id: None,
        version: None,
        contact: Some(mother()),
        ended: false,
        reason: "Is in touch again.".into(),
    };
    contact::change(app, worker, added).await.unwrap();
    let contacts = read::people::young_person::contacts(app.database(), &[child]).await.unwrap();
    assert_eq!(contacts.len(), 1);
}

async fn concern_is_raised(
    app: &App,
    worker: &Caller,
    manager: &Caller,
    (referral, case): (Id<noun::Referral>, Id<noun::Case>),
) {
    let raise = concern::Raise {
        kind: SafeguardingKind::AboutChild,
        about_user_id: None,
        about_name: None,
        referral_id: None,
        case_id: Some(case),
        young_person_id: None,
        text: "A bruise.".into(),
        immediate_danger: true,
        call: None,
        parent_told: false,
        child_told: true,
    };
    let raised = concern::raise(app, worker, raise.clone()).await.unwrap();
    assert_eq!(tasks(app, None, Some(case)).await, [JobKind::ConcernDanger]);
    let outcome = concern::Resolve {
        safeguarding_concern_id: raised,
        version: 1,
        outcome: "Rang the front door.".into(),
    };
    concern::resolve(app, worker, outcome).await.unwrap();
    assert_eq!(tasks(app, None, Some(case)).await, []);
    let adult = concern::Raise {
        kind: SafeguardingKind::AboutAdultWorkingWithChildren,
        about_user_id: Some(manager.viewer.user),
        referral_id: Some(referral),
        case_id: None,
        ..raise
    };
    let school = caller(app, "school.one").await;
    let secret = concern::raise(app, &school, adult).await.unwrap();
    let seen = read::casework::concern::by_ids(app.database(), &manager.viewer, &[secret]).await.unwrap();
    assert!(seen.is_empty(), "nobody sees one about themselves");
}

async fn everything_has_its_place(app: &App) {
    let events = read::record::event::after(app.database(), 0, 1_000).await.unwrap();
    let places: Vec<_> = events.iter().filter_map(|event| event.place).collect();
    let count = i64::try_from(events.len()).unwrap();
    assert!(count > 20, "{count} events");
    assert_eq!(places, (1..=count).collect::<Vec<_>>(), "without gaps");
    let mut last_of = HashMap::new();
    for event in &events {
        let before = last_of.insert(event.subject_id, event.seq);
        assert!(before.is_none_or(|before| before < event.seq), "in the order of their making");
    }
    let verdict = verify(app, None).await.unwrap();
    assert_eq!((verdict.broken, verdict.waiting), (None, 0));
    let head = verdict.head.unwrap();
    let noted = Some((head.number, head.seal.to_uppercase()));
    assert_eq!(verify(app, noted).await.unwrap().broken, None);
    let beyond = verify(app, Some((head.number + 1, head.seal))).await.unwrap();
    assert_eq!(beyond.broken, Some(Broken::NotedHead(head.number + 1)));
    let entry = read::record::audit::sealed_after(app.database(), 4, 1).await.unwrap().pop().unwrap();
    let mut row = entry.into_active_model();
    row.request_id = Set("another".into());
    row.update(app.database()).await.unwrap();
    assert_eq!(verify(app, None).await.unwrap().broken, Some(Broken::Changed(5)));
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
