//! What the synthetic partnership promises: the same again, as large as the recipe says, and true to its own rows.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use clap::Parser;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, PaginatorTrait, QueryFilter, Statement,
};
use sea_orm_migration::MigratorTrait;

use super::*;
use crate::{
    domain::{
        casework::{account_rules, case_rules, referral_clocks::overdue},
        people::young_person_rules::age_on,
        record::calendar::local_date,
    },
    entity::{
        casework::{case, case_note, duty_opening, referral, safeguarding_concern, task, triage_decision},
        delivery::{attendance, enrolment, headcount, session, session_note},
        people::{
            alert, consent, contact, cover, membership, record_change, restriction, school_period, user,
            young_person,
        },
    },
    platform::{chance::Chance, clock::Clock, config::Config, database, keys::Keys},
    words::{
        CaseStatus, ClosureReason, DecisionReason, EnrolmentStatus, RecordChangeKind, ReferralStatus, Role,
        SafeguardingKind, Trigger, identifiers,
        names::{search_key, trigrams},
    },
};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

async fn app_on(database: DatabaseConnection) -> App {
    migrations::Migrator::up(&database, None).await.unwrap();
    let chance = Chance::seeded(7);
    let now = "2026-11-23T10:20:00Z".parse().unwrap();
    let config = Line::parse_from(["ridgeway"]).config;
    App::new(config, database, Keys::new([9; 32], chance.clone()), Clock::standing(now), chance)
}

async fn sqlite(folder: &Path) -> App {
    let url = format!("sqlite:{}", folder.join("seed.db").display()).into();
    app_on(database::connect(&url, 4).await.unwrap()).await
}

async fn all<E: EntityTrait>(app: &App) -> Vec<E::Model> {
    E::find().all(app.database()).await.unwrap()
}

/// What has to be so of a seeded partnership, on whichever database.
async fn holds(app: &App, sign_ins: &SignIns) {
    let referrals = all::<referral::Entity>(app).await;
    let cases = all::<case::Entity>(app).await;
    assert_eq!(young_person::Entity::find().count(app.database()).await.unwrap(), 780);
    assert_eq!((referrals.len(), cases.len()), (900, 540));
    everyone_signs_in(app, sign_ins).await;
    the_recipe(app, &referrals, &cases).await;
    true_to_their_rows(app, &cases).await;
    the_queue(app, &referrals);
    the_rules(app, &referrals).await;
    the_registers(app).await;
    edge_cases(app).await;
}

/// Sessions, registers and notes are true to the enrolments that they are of, and spread as recipe 7 says.
async fn the_registers(app: &App) {
    let sessions = all::<session::Entity>(app).await;
    let marks = all::<attendance::Entity>(app).await;
    let places = all::<enrolment::Entity>(app).await;
    println!("{} sessions, {} marks", sessions.len(), marks.len());
    let today = app.today();
    assert!(sessions.iter().any(|row| local_date(row.starts_at) == today && row.cancelled_at.is_none()));
    assert!(sessions.iter().any(|row| local_date(row.starts_at) > today));
    assert!(sessions.iter().any(|row| row.cancelled_at.is_some()));
    assert!(all::<session_note::Entity>(app).await.len() > 20);
    assert!(all::<headcount::Entity>(app).await.iter().map(|row| row.children).sum::<i32>() > 1_000);
    let of_session: BTreeMap<_, _> = sessions.iter().map(|row| (row.id, row)).collect();
    let mut last: BTreeMap<_, _> = BTreeMap::new();
    for mark in &marks {
        let session = of_session[&mark.session_id];
        assert!(session.cancelled_at.is_none() && session.ends_at <= app.now() && mark.at <= app.now());
        let standing = last.entry((mark.session_id, mark.enrolment_id)).or_insert(mark);
        if mark.number > standing.number {
            *standing = mark;
        }
    }
    let hundred = |part: usize| part * 100 / last.len();
    let came = last.values().filter(|mark| mark.mark.attended()).count();
    let missed = last.values().filter(|mark| mark.mark.missed()).count();
    assert!((64..=80).contains(&hundred(came)) && (7..=18).contains(&hundred(missed)), "{came}, {missed}");
    for place in &places {
        let attended = last.values().filter(|mark| mark.enrolment_id == place.id && mark.mark.attended());
        let first = attended.map(|mark| local_date(of_session[&mark.session_id].starts_at)).min();
        assert_eq!(place.started_on, first, "the first session attended starts a place, and nothing else");
        let over = matches!(
            place.status,
            EnrolmentStatus::Completed | EnrolmentStatus::Withdrew | EnrolmentStatus::Removed
        );
        assert_eq!(place.started_on.is_some(), over || place.status == EnrolmentStatus::Started);
        assert_eq!(place.ended_on.is_some(), over);
    }
}

async fn everyone_signs_in(app: &App, sign_ins: &SignIns) {
    assert_eq!(sign_ins.people.len(), 19, "{sign_ins:?}");
    let users = all::<user::Entity>(app).await;
    for person in &sign_ins.people {
        assert!(users.iter().any(|user| user.email == person.email && user.password_hash.is_some()));
    }
    let roles = all::<membership::Entity>(app).await;
    for role in <Role as sea_orm::Iterable>::iter() {
        assert!(roles.iter().any(|membership| membership.role == role), "{role}");
    }
    let two = users.iter().find(|user| user.email.starts_with("two.roles")).unwrap();
    assert_eq!(roles.iter().filter(|membership| membership.user_id == two.id).count(), 2);
}

async fn the_recipe(app: &App, referrals: &[referral::Model], cases: &[case::Model]) {
    let of = |status| referrals.iter().filter(|referral| referral.status == status).count();
    println!(
        "referrals by status: {:?}",
        <ReferralStatus as sea_orm::Iterable>::iter().map(|s| (s, of(s))).collect::<Vec<_>>()
    );
    assert_eq!((of(ReferralStatus::Accepted), of(ReferralStatus::AddedToCase)), (540, 72));
    assert_eq!((of(ReferralStatus::Duplicate), of(ReferralStatus::Withdrawn)), (27, 16));
    let decisions = all::<triage_decision::Entity>(app).await;
    let in_time = decisions.iter().filter(|decision| {
        let referral = referrals.iter().find(|referral| referral.id == decision.referral_id).unwrap();
        decision.decided_at <= referral.triage_due_at
    });
    let share = in_time.count() * 100 / decisions.len();
    assert!((84..=92).contains(&share), "{share} of a hundred in time");
    let by_status: Vec<_> = <CaseStatus as sea_orm::Iterable>::iter()
        .map(|status| (status, cases.iter().filter(|case| case.status == status).count()))
        .collect();
    println!("cases by status: {by_status:?}");
    for (status, count) in by_status {
        let later = matches!(status, CaseStatus::Closing | CaseStatus::Transferred);
        assert!(later || count > 0, "no case is {status}");
    }
    let open = cases.iter().filter(|case| case_rules::is_open(case.status)).count();
    assert!((90..260).contains(&open), "{open} cases are open");
}

/// What a list is ordered by says the same as the rows that it is taken from.
async fn true_to_their_rows(app: &App, cases: &[case::Model]) {
    let notes = all::<case_note::Entity>(app).await;
    let tasks = all::<task::Entity>(app).await;
    println!("{} notes, {} tasks", notes.len(), tasks.len());
    for case in cases {
        let newest = notes.iter().filter(|note| note.case_id == case.id).map(|note| note.occurred_at).max();
        assert_eq!(case.last_note_at, newest);
        let open = tasks.iter().filter(|task| task.case_id == Some(case.id) && task.done_at.is_none());
        assert_eq!(case.next_due_on, open.filter_map(|task| task.due_on).min());
        assert!(case.closed_at.is_none_or(|closed| closed <= app.now() && case.opened_at < closed));
    }
    for child in all::<young_person::Entity>(app).await {
        assert!(child.search_name.starts_with(&search_key(&child.given_name)));
        assert!(!trigrams(&child.search_name).is_empty());
        let keys = app.keys();
        if let Some(upn) = &child.upn {
            let upn = upn.open(keys, child.id.uuid()).unwrap().0;
            assert!(identifiers::Upn::parse(&upn).is_some() && upn[1..].starts_with("999"), "{upn}");
        }
        if let Some(number) = &child.nhs_number {
            let number = number.open(keys, child.id.uuid()).unwrap().0;
            assert!(
                identifiers::NhsNumber::parse(&number).is_some() && number.starts_with("999"),
                "{number}"
            );
        }
    }
    for contact in all::<contact::Entity>(app).await {
        let phone = contact.words.open(app.keys(), contact.id.uuid()).unwrap().phone;
        assert!(phone.is_none_or(|phone| phone.starts_with("07700 900")));
    }
}

/// Something of everything waits now.
fn the_queue(app: &App, referrals: &[referral::Model]) {
    let waits =
        |like: &dyn Fn(&referral::Model) -> bool| referrals.iter().filter(|referral| like(referral)).count();
    let undecided = |referral: &referral::Model| {
        referral.decided_at.is_none() && referral.status != ReferralStatus::Withdrawn
    };
    assert_eq!(waits(&undecided), 24);
    assert_eq!(waits(&|referral| undecided(referral) && referral.owner_id.is_some()), 6);
    assert_eq!(waits(&|referral| referral.status == ReferralStatus::InfoRequested), 4);
    assert_eq!(waits(&|referral| referral.awaiting_countersign), 2);
    assert!(waits(&|referral| overdue(referral.status, referral.triage_due_at, app.now())) >= 2);
    assert!(
        waits(&|referral| referral.challenged_at.is_some() && referral.challenge_answered_at.is_none()) >= 2
    );
    assert!(referrals.iter().all(|referral| referral.submitted_at < app.now()));
    assert!(
        referrals.iter().all(|referral| referral
            .decided_at
            .is_none_or(|at| at <= app.now() && at >= referral.submitted_at))
    );
}

async fn the_rules(app: &App, referrals: &[referral::Model]) {
    for referral in referrals {
        let account = referral.account.open(app.keys(), referral.id.uuid()).unwrap();
        assert_eq!(account_rules::problems(&account), [], "{}", referral.reference);
        let told = |code| account.evidence.iter().any(|(about, _)| *about == code);
        assert!(referral.factors.0.iter().all(|code| !code.needs_evidence() || told(*code)));
        assert!(referral.strengths.0.iter().all(|code| code.is_protective()));
        let knife = referral.trigger == Trigger::KnifePossession;
        assert!(!knife || referral.status != ReferralStatus::Declined, "{} is declined", referral.reference);
    }
    for decision in all::<triage_decision::Entity>(app).await {
        let words = decision.words.open(app.keys(), decision.id.uuid()).unwrap();
        assert!(!words.feedback.contains(['{', '}']) && !words.rationale.is_empty());
        assert!(decision.reason != Some(DecisionReason::NoCapacity) || words.redirect_to.is_some());
    }
}

async fn edge_cases(app: &App) {
    let children = all::<young_person::Entity>(app).await;
    assert!(children.iter().any(|child| child.family_name.is_none()));
    assert!(
        children.iter().any(|child| child.given_name.chars().any(|c| !c.is_ascii() && c.is_alphabetic()))
    );
    let twins = children
        .iter()
        .map(|child| (&child.family_name, child.date_of_birth, child.school_id, child.area_id));
    let distinct: BTreeSet<_> = twins.collect();
    assert!(distinct.len() < children.len(), "there are twins");
    assert_eq!(restriction::Entity::find().count(app.database()).await.unwrap(), 1);
    assert_eq!(cover::Entity::find().count(app.database()).await.unwrap(), 2);
    assert!(alert::Entity::find().count(app.database()).await.unwrap() > 30);
    let withdrawn = consent::Entity::find().filter(consent::Column::WithdrawnOn.is_not_null());
    assert_eq!(withdrawn.count(app.database()).await.unwrap(), 1);
    assert_eq!(duty_opening::Entity::find().count(app.database()).await.unwrap(), 2);
    let adult = SafeguardingKind::AboutAdultWorkingWithChildren;
    assert!(all::<safeguarding_concern::Entity>(app).await.iter().any(|concern| concern.kind == adult));
    let corrections = all::<record_change::Entity>(app).await;
    assert!(corrections.iter().any(|change| change.kind == RecordChangeKind::Correction));
    let moved = all::<school_period::Entity>(app).await;
    assert!(
        moved.iter().any(|period| moved
            .iter()
            .filter(|it| it.young_person_id == period.young_person_id)
            .count()
            > 1)
    );
    let in_error = Some(ClosureReason::OpenedInError);
    assert!(all::<case::Entity>(app).await.iter().any(|case| case.closure_reason == in_error));
    let eighteen =
        |child: &young_person::Model| age_on(child.date_of_birth, app.today() + chrono::Days::new(30)) == 18;
    assert!(children.iter().any(|child| eighteen(child) && age_on(child.date_of_birth, app.today()) == 17));
}

#[tokio::test]
async fn a_partnership_of_the_recipe_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let app = sqlite(folder.path()).await;
    let began = std::time::Instant::now();
    let sign_ins = partnership(&app, 1, 1, |_, _| {}).await.unwrap();
    println!("seeded in {:?}", began.elapsed());
    holds(&app, &sign_ins).await;
    let again = partnership(&app, 1, 1, |_, _| {}).await;
    assert!(matches!(again, Err(Error::BadInput(_))), "never twice into one database");
}

#[tokio::test]
async fn the_same_seed_gives_the_same_stories() {
    let folder = tempfile::tempdir().unwrap();
    let app = sqlite(folder.path()).await;
    let told_from = async |seed| {
        let (world, people) = found(&app, "hash", 1, seed, &mut Rows::default()).unwrap();
        let rows = told(&Arc::new(world), seed, 0).await.unwrap();
        let references: Vec<_> = rows.referrals.iter().map(|row| (row.id, row.reference.clone())).collect();
        let names: Vec<_> = rows.children.iter().map(|row| (row.id, row.search_name.clone())).collect();
        (people.len(), references, names, rows.counts())
    };
    let (first, again, other) = (told_from(5).await, told_from(5).await, told_from(6).await);
    assert!(first == again);
    assert!(first.1 != other.1 && first.2 != other.2);
}

/// On the PostgreSQL that the tests are given, in a database of its own.
#[tokio::test]
async fn a_partnership_of_the_recipe_on_postgres() {
    let Ok(url) = std::env::var("TEST_POSTGRES_URL") else { return };
    let server = database::connect_for_long_work(&url.clone().into(), 1).await.unwrap();
    let name = format!("seed_{}", std::process::id());
    server.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let (base, _) = url.rsplit_once('/').unwrap();
    let app = app_on(database::connect(&format!("{base}/{name}").into(), 4).await.unwrap()).await;
    let began = std::time::Instant::now();
    let sign_ins = partnership(&app, 1, 1, |_, _| {}).await.unwrap();
    println!("seeded in {:?}", began.elapsed());
    holds(&app, &sign_ins).await;
    let counted = "SELECT relname FROM pg_class WHERE reltuples > 0 AND relname IN ('referral', 'case', 'case_note', 'task')";
    let counted =
        app.database().query_all_raw(Statement::from_string(DbBackend::Postgres, counted)).await.unwrap();
    assert_eq!(counted.len(), 4, "a fresh partnership is planned for as if its tables were empty");
}
