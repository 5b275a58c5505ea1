//! The work on one case, from acceptance to consent, with what it leaves behind: places, seals and tasks.

use super::*;

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
        let allocated = the_case(&app, id).await;
        assert_eq!(allocated.status, CaseStatus::AwaitingConsent);
        notes_are_kept(&app, &worker, &manager, id).await;
        let child = allocated.young_person_id;
        consent_moves_it_on(&app, &worker, child, id).await;
        tasks_fall_due(&app, &worker, &manager, id).await;
        child_is_changed(&app, &worker, child).await;
        concern_is_raised(&app, &worker, &manager, (sent, id)).await;
        settle(&app).await.unwrap();
        everything_has_its_place(&app).await;
    })
    .await;
}

async fn notes_are_kept(app: &App, worker: &Caller, manager: &Caller, id: Id<noun::Case>) {
    for _ in 0..3 {
        case_note::add(app, worker, note(id, app.now(), ContactOutcome::NotIn, false)).await.unwrap();
    }
    settle(app).await.unwrap();
    assert_eq!(tasks(app, None, Some(id)).await, [JobKind::ConsentChase], "after three attempts");
    let text = case_note::add(app, worker, note(id, app.now(), ContactOutcome::Spoke, true)).await.unwrap();
    let amended =
        Amend { note_id: text, version: 1, body: "At the gate.".into(), reason: "wrong place".into() };
    case_note::amend(app, worker, amended.clone()).await.unwrap();
    case_note::amend(app, manager, Amend { version: 2, body: "At school.".into(), ..amended }).await.unwrap();
    let revisions = read::casework::case_note::revisions(app.database(), &[text]).await.unwrap();
    assert_eq!(revisions.len(), 2);
    assert!(revisions.iter().all(|revision| revision.by_user_id == worker.viewer.user));
    let seen = the_case(app, id).await;
    assert_eq!((seen.contact_attempts, seen.last_seen_on), (0, Some(app.today())));
}

async fn consent_moves_it_on(app: &App, worker: &Caller, child: Id<noun::YoungPerson>, id: Id<noun::Case>) {
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
    consent::record(app, worker, answer.clone()).await.unwrap();
    assert_eq!(the_case(app, id).await.status, CaseStatus::AwaitingConsent);
    let parent = consent::Record { kind: ConsentKind::ParticipateParent, ..answer };
    let given = consent::record(app, worker, parent).await.unwrap();
    assert_eq!(the_case(app, id).await.status, CaseStatus::Allocated);
    assert_eq!(tasks(app, None, Some(id)).await, [], "nothing to chase");
    let back = consent::Withdraw { consent_id: given, version: 1, on: app.today(), reason: None };
    consent::withdraw(app, worker, back).await.unwrap();
    assert_eq!(the_case(app, id).await.status, CaseStatus::Allocated);
}

async fn tasks_fall_due(app: &App, worker: &Caller, manager: &Caller, id: Id<noun::Case>) {
    let due = app.today() + TimeDelta::days(3);
    let ring = task::Create {
        case_id: Some(id),
        referral_id: None,
        title: "Ring the school.".into(),
        due_on: Some(due),
        at: None,
        place: None,
        assignee_id: worker.viewer.user,
    };
    let set = task::create(app, worker, ring).await.unwrap();
    assert_eq!(the_case(app, id).await.next_due_on, Some(due));
    let change = task::Change {
        task_id: set,
        version: 1,
        title: Patch::Keep,
        due_on: Patch::To(due + TimeDelta::days(1)),
        at: Patch::Keep,
        place: Patch::To("school".into()),
        assignee_id: Patch::Keep,
    };
    task::change(app, manager, change).await.unwrap();
    assert_eq!(the_case(app, id).await.next_due_on, Some(due + TimeDelta::days(1)));
    task::complete(app, worker, task::Complete { task_id: set, version: 2 }).await.unwrap();
    assert_eq!(the_case(app, id).await.next_due_on, None);
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
    let entry = read::record::seals::sealed_after(app.database(), 4, 1).await.unwrap().pop().unwrap();
    let mut row = entry.into_active_model();
    row.request_id = Set("another".into());
    row.update(app.database()).await.unwrap();
    assert_eq!(verify(app, None).await.unwrap().broken, Some(Broken::Changed(5)));
}
