//! A question whose asker goes away leaves its connection as good as it was.

use ridgeway::platform::database::is_postgres;
use sea_orm::{ConnectionTrait, TransactionTrait};
use serde_json::json;

use crate::support::TestApp;

const CASES: &str = "{ cases { totalCount } }";

#[tokio::test]
async fn a_question_that_nobody_waits_for_spoils_nothing() {
    let test = TestApp::new().await;
    let manager = test.manager().await;
    let before = manager.get(CASES, json!({})).await;
    if is_postgres(test.app.backend()) {
        let holds = test.app.database().begin().await.unwrap();
        holds.execute_unprepared("LOCK TABLE \"case\"").await.unwrap();
        tokio::select! {
            answer = manager.ask(CASES, json!({})) => panic!("the table is locked: {answer:?}"),
            () = test.somebody_waits() => {}
        }
        holds.rollback().await.unwrap();
    } else {
        let asked = Box::pin(manager.ask(CASES, json!({})));
        let _ = futures_util::FutureExt::now_or_never(asked);
    }
    for _ in 0..20 {
        assert_eq!(manager.get(CASES, json!({})).await, before);
    }
}
