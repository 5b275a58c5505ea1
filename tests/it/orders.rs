//! The order of every list is an index's: at ten times the demonstration's size no list sorts a whole table.

use ridgeway::{
    access::Viewer,
    platform::database::is_postgres,
    read::{
        casework::{case, concern, referral, task},
        page::{Ordering, Window, windowed},
        people::young_person,
        record::{audit, event, seals},
    },
    words::{CaseOrder, CaseStatus, ReferralOrder},
};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, EntityTrait, QuerySelect, QueryTrait, Select, Statement,
    TransactionTrait,
};

use crate::support::TestApp;

/// The size at which the plans are looked at.
const SCALE: u32 = 10;

/// What a database says about how it would answer.
async fn plan(on: &impl ConnectionTrait, asked: Statement) -> String {
    let backend = on.get_database_backend();
    let (explain, column) =
        if is_postgres(backend) { ("EXPLAIN", "QUERY PLAN") } else { ("EXPLAIN QUERY PLAN", "detail") };
    let explained =
        Statement { sql: format!("{explain} {}", asked.sql), values: asked.values, db_backend: backend };
    let rows = on.query_all_raw(explained).await.expect("a plan");
    let lines: Vec<String> = rows.iter().map(|row| row.try_get("", column).expect("a line")).collect();
    lines.join("\n")
}

/// Whether a plan sorts what it found instead of reading it in order. An ordered scan may sort rows of one first key, and
/// PostgreSQL may sort what it expects to be few: each table has more than five times as many.
fn sorts(plan: &str) -> bool {
    const FEW: u64 = 500;
    let many = |line: &str| {
        let rows = line.split_once("rows=").and_then(|(_, rest)| rest.split(' ').next()?.parse::<u64>().ok());
        rows.is_none_or(|rows| rows > FEW)
    };
    plan.contains("USE TEMP B-TREE FOR ORDER BY")
        || plan
            .lines()
            .map(|line| line.trim_start_matches([' ', '-', '>']))
            .any(|line| line.starts_with("Sort ") && !line.starts_with("Sort Key") && many(line))
}

#[test]
fn a_sort_is_seen_in_a_plan() {
    assert!(sorts("Limit  (cost=1)\n  ->  Sort  (cost=1.2..3.4 rows=501 width=4)\n        Sort Key: a"));
    assert!(!sorts("Limit  (cost=1)\n  ->  Sort  (cost=1.2..3.4 rows=5 width=4)\n        Sort Key: a"));
    assert!(sorts("SCAN a\nUSE TEMP B-TREE FOR ORDER BY"));
    assert!(!sorts("Limit\n  ->  Incremental Sort\n        ->  Index Scan using ix"));
    assert!(!sorts("SCAN a USING INDEX ix\nCORRELATED SCALAR SUBQUERY 1"));
}

struct Lists<'a> {
    on: &'a DatabaseConnection,
    sorted: Vec<String>,
}

impl Lists<'_> {
    async fn look<E: EntityTrait, M>(&mut self, name: &str, select: Select<E>, order: &Ordering<M>) {
        for backward in [false, true] {
            let window = Window { limit: 25, backward, after: None, before: None };
            self.look_at(&format!("{name}, backward {backward}"), select.clone(), order, &window).await;
        }
    }

    async fn look_at<E: EntityTrait, M>(
        &mut self,
        name: &str,
        select: Select<E>,
        order: &Ordering<M>,
        window: &Window,
    ) {
        let asked = windowed(select, order, window).build(self.on.get_database_backend());
        let plan = plan(self.on, asked).await;
        if sorts(&plan) {
            self.sorted.push(format!("{name}:\n{plan}\n"));
        }
    }

    async fn referrals(&mut self, who: &str, viewer: &Viewer) {
        for order in [ReferralOrder::Newest, ReferralOrder::Oldest, ReferralOrder::TriageDue] {
            let select = referral::select(viewer, &referral::Filter::default());
            self.look(&format!("referrals {order:?} of {who}"), select, &referral::ordering(order)).await;
        }
    }
}

/// The relay looks several times a second: it may not walk through all that was placed and sealed before.
async fn the_relay_looks_where_only_what_waits_is(on: &DatabaseConnection) {
    // As after a burst: PostgreSQL was told that most of the table waits, and keeps its plan when all of it is sealed. By any
    // other index it would then walk through the whole record each time. SQLite plans by its indexes alone.
    if is_postgres(on.get_database_backend()) {
        for burst in [
            "INSERT INTO audit_entry (id, at, action, subject_kind, request_id) \
             SELECT gen_random_uuid(), now(), 'READ', 'CASE', '' FROM generate_series(1, 50000)",
            "INSERT INTO event (at, kind, noun, subject_id) \
             SELECT now(), 'NOTE_ADDED', 'CASE', gen_random_uuid() FROM generate_series(1, 50000)",
        ] {
            on.execute_unprepared(burst).await.expect("is written");
        }
    }
    on.execute_unprepared("ANALYZE").await.expect("statistics");
    let backend = on.get_database_backend();
    let unsealed = || seals::waiting().limit(1_000).build(backend);
    let entries = (unsealed(), "ix_audit_entry_unsealed");
    let events = (event::waiting().limit(1_000).build(backend), "ix_event_unplaced");
    for (asked, index) in [entries, events] {
        let plan = plan(on, asked).await;
        // SQLite may look up those without a number in the index of all numbers, which costs as little.
        let finds = plan.contains(index) || (!is_postgres(backend) && plan.contains("=?)"));
        assert!(finds && !plan.contains("SCAN "), "{plan}");
    }
    if is_postgres(backend) {
        let tx = on.begin().await.expect("a transaction");
        tx.execute_unprepared("DROP INDEX ix_audit_entry_unsealed").await.expect("an index less");
        let walks = plan(&tx, unsealed()).await;
        assert!(walks.contains("audit_entry_pkey") && walks.contains("Filter"), "without it: {walks}");
    }
}

/// A page is read in milliseconds; PostgreSQL would compile what it takes for dear, such as every list with a count, for
/// seconds of a core.
#[tokio::test]
async fn nothing_is_compiled_before_it_runs() {
    let test = TestApp::empty().await;
    let on = test.app.database();
    if !is_postgres(on.get_database_backend()) {
        return;
    }
    let tx = on.begin().await.expect("a transaction");
    tx.execute_unprepared("SET LOCAL jit_above_cost = 0").await.expect("all is dear");
    let count = || Statement::from_string(tx.get_database_backend(), "SELECT count(*) FROM pg_class");
    let ours = plan(&tx, count()).await;
    assert!(!ours.contains("JIT"), "{ours}");
    tx.execute_unprepared("SET LOCAL jit = on").await.expect("as the server would");
    let available = Statement::from_string(tx.get_database_backend(), "SELECT pg_jit_available() AS it");
    let available = tx.query_one_raw(available).await.expect("an answer").expect("a row");
    if available.try_get("", "it").expect("yes or no") {
        let compiles = plan(&tx, count()).await;
        assert!(compiles.contains("JIT"), "{compiles}");
    }
}

#[tokio::test]
async fn no_list_sorts_a_whole_table() {
    let test = TestApp::empty().await;
    test.seed(SCALE).await;
    let on = test.app.database();
    on.execute_unprepared("ANALYZE").await.expect("statistics");
    let (manager, officer) = (test.manager().await.viewer().await, test.triage().await.viewer().await);
    let dpo = test.actor("dpo").await.viewer().await;
    let mut lists = Lists { on, sorted: Vec::new() };
    lists.referrals("a manager", &manager).await;
    lists.referrals("an officer", &officer).await;
    for order in [CaseOrder::NextDue, CaseOrder::Newest, CaseOrder::LastNote, CaseOrder::LastSeen] {
        let select = case::select(&manager, &case::Filter::default());
        lists.look(&format!("cases {order:?}"), select, &case::ordering(&manager, order)).await;
    }
    let tasks = task::select(&manager, &task::Filter::default());
    lists.look("tasks", tasks, &task::by_due()).await;
    let children = young_person::select(&manager, &young_person::Filter::default());
    lists.look("children", children, &young_person::by_name()).await;
    for (who, viewer) in [("a manager", &manager), ("the data protection officer", &dpo)] {
        let concerns = concern::select(viewer, &concern::Filter::default());
        lists.look(&format!("concerns of {who}"), concerns, &concern::newest_first()).await;
        let entries = audit::select(viewer, &audit::Filter::default());
        lists.look(&format!("the audit of {who}"), entries, &audit::newest_first()).await;
    }
    assert!(lists.sorted.is_empty(), "{}", lists.sorted.join("\n"));
    the_relay_looks_where_only_what_waits_is(on).await;

    // The same look finds the sort where an index is missing: on one connection, since the others keep what they know of it.
    let tx = on.begin().await.expect("a transaction");
    tx.execute_unprepared("DROP INDEX ix_case_next_due").await.expect("an index less");
    // Another statement than before: one that was prepared keeps its plan.
    let statuses = Some(vec![CaseStatus::Closed, CaseStatus::Active, CaseStatus::Allocated]);
    let select = case::select(&manager, &case::Filter { statuses, ..case::Filter::default() });
    let window = Window { limit: 25, backward: false, after: None, before: None };
    let asked = windowed(select, &case::ordering(&manager, CaseOrder::NextDue), &window);
    let plan = plan(&tx, asked.build(on.get_database_backend())).await;
    assert!(sorts(&plan), "a list without its index sorts: {plan}");
}
