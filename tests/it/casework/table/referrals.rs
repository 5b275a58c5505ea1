//! Every operation on a referral, in every standing, by everybody.

use ridgeway::{
    entity::{casework::transition, record::event},
    read::unscoped,
    words::id::{Id, noun},
};
use sea_orm::{ColumnTrait, QueryFilter};
use serde_json::{Value, json};

use super::{
    WHY, asked, everybody, referral_row,
    rows::{Originals, SENT_VERSION, STANDINGS, Standing, VERSION},
    rules::{Expected, OfReferral, REFERRALS, of_referral},
    says, with, written,
};
use crate::support::{Actor, TestApp};

/// The operations, each once.
fn operations() -> Vec<&'static str> {
    let mut names: Vec<_> = REFERRALS.iter().map(|line| line.0).collect();
    names.dedup();
    names
}

/// The field, the name of its input, and a good input: only who asks and where it stands can be in the way.
fn question(originals: &Originals<'_>, operation: &str) -> (String, &'static str, Value) {
    let (field, how) = operation.split_once(' ').unwrap_or((operation, ""));
    let words = json!({ "rationale": "Read with the school.", "feedback": "Thank you." });
    let (input, values) = match (field, how) {
        ("addReferralInformation" | "messageReferrer" | "challengeDecision", _) => {
            ("ReferralTextInput", json!({ "text": "Seen at the station." }))
        }
        ("withdrawReferral", _) => ("WithdrawReferralInput", json!({ "reason": "Moved away." })),
        ("takeReferral" | "releaseReferral", _) => ("ReferralVersionInput", json!({})),
        ("passReferral", _) => (
            "PassReferralInput",
            json!({ "toServiceId": originals.named(originals.other_service), "reason": "Lives there." }),
        ),
        ("countersignDecision", agree) => {
            ("CountersignInput", json!({ "agree": agree == "agree", "comment": "Looked at it." }))
        }
        ("confirmRedirect", _) => ("ConfirmRedirectInput", json!({ "acceptedBy": "Early help" })),
        ("triageReferral", outcome) => {
            let more = match outcome {
                "ACCEPT" => json!({ "pathway": "EARLY_PREVENTION" }),
                "ADD_TO_OPEN_CASE" => json!({ "caseId": originals.named(originals.case.id) }),
                "REDIRECT" => json!({ "redirectTo": "Early help" }),
                "DECLINE" => json!({ "reason": "OUT_OF_AREA" }),
                "DUPLICATE" => json!({ "duplicateOfId": originals.named(originals.referral.id) }),
                _ => json!({}),
            };
            ("TriageReferralInput", with(with(words, json!({ "outcome": outcome })), more))
        }
        other => panic!("no question for {other:?}"),
    };
    (field.to_owned(), input, values)
}

struct Cell<'a> {
    originals: &'a Originals<'a>,
    at: &'a Standing,
    operation: &'static str,
    person: &'static str,
    sender: &'static str,
    actor: &'a Actor<'a>,
}

impl Cell<'_> {
    async fn ask(&self, id: Id<noun::Referral>) -> String {
        let (field, input, values) = question(self.originals, self.operation);
        let mut values = with(values, json!({ "referralId": self.originals.named(id) }));
        if input != "ReferralTextInput" {
            // Those who sent it see a version of their own.
            let version = if self.person == self.sender { SENT_VERSION } else { VERSION };
            values = with(values, json!({ "version": version }));
        }
        asked(self.actor, &field, input, values).await
    }

    fn what(&self) -> String {
        format!("{} does {} in {} (sent by {})", self.person, self.operation, self.at.name, self.sender)
    }

    async fn refused(&self, id: Id<noun::Referral>, expected: &Expected, wrong: &mut Vec<String>) {
        let heard = self.ask(id).await;
        if heard != says(expected) {
            wrong.push(format!("{}: {heard}, not {}", self.what(), says(expected)));
        }
    }

    async fn works(&self, id: Id<noun::Referral>, to: &str, wrong: &mut Vec<String>) {
        let test = self.originals.test;
        let (before, count) = (referral_row(test, id).await, written(test).await);
        let heard = self.ask(id).await;
        if heard != "WORKS" {
            wrong.push(format!("{}: {heard}", self.what()));
            return;
        }
        let (after, now) = (referral_row(test, id).await, written(test).await);
        let database = test.app.database();
        let steps = unscoped::<transition::Entity>(WHY).filter(transition::Column::ReferralId.eq(id));
        let steps = steps.all(database).await.unwrap();
        let told = unscoped::<event::Entity>(WHY).filter(event::Column::SubjectId.eq(id.uuid()));
        let told = told.all(database).await.unwrap();
        let me = self.actor.viewer().await.user;
        let mut must = |holds: bool, what: &str| {
            if !holds {
                wrong.push(format!("{}: {what}", self.what()));
            }
        };
        must(after.status.as_str() == to, &format!("is {} and not {to}", after.status));
        must(after.version == before.version + 1, "the version is not one on");
        must(steps.len() == 1, &format!("{} transitions", steps.len()));
        must(
            steps.iter().all(|step| {
                step.from_status.as_deref() == Some(before.status.as_str())
                    && step.to_status == to
                    && step.by_user_id == Some(me)
            }),
            "the transition says something else",
        );
        must(!told.is_empty(), "no event");
        must(now.audited > count.audited, "nothing in the audit");
    }
}

/// One referral serves for all refusals, which change nothing; what works has one of its own.
async fn look(originals: &Originals<'_>, sender: &'static str, operations: &[&'static str]) -> Vec<String> {
    let people = everybody(originals.test).await;
    let colleague = originals.test.actor("caseworker2.swindon").await.viewer().await;
    let sent = |row: &mut ridgeway::entity::casework::referral::Model| {
        if sender == "colleague" {
            row.source_organisation_id = colleague.organisation;
            row.sent_by_group.clone_from(&colleague.group);
            row.referrer_id = Some(colleague.user);
        }
    };
    let mut wrong = Vec::new();
    for at in &STANDINGS {
        let one = originals.referral(at, sent).await.id;
        let standing =
            OfReferral { standing: at.name, status: at.status.as_str(), sender, case: at.has_case() };
        for operation in operations {
            let before = (referral_row(originals.test, one).await, written(originals.test).await);
            let mut may = Vec::new();
            for (person, actor) in &people {
                let cell = Cell { originals, at, operation, person, sender, actor };
                match of_referral(operation, &standing, person) {
                    Expected::Works { to } => may.push((cell, to)),
                    expected => cell.refused(one, &expected, &mut wrong).await,
                }
            }
            if before != (referral_row(originals.test, one).await, written(originals.test).await) {
                wrong.push(format!(
                    "{operation} in {}: somebody was refused, and something was written",
                    at.name
                ));
            }
            for (cell, to) in may {
                cell.works(originals.referral(at, sent).await.id, &to, &mut wrong).await;
            }
        }
    }
    wrong
}

#[tokio::test]
async fn each_operation_on_a_referral_works_where_the_rules_say_and_nowhere_else() {
    let test = TestApp::new().await;
    let originals = Originals::make(&test).await;
    let wrong = look(&originals, "school", &operations()).await;
    assert!(wrong.is_empty(), "{} cells:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn who_sent_a_referral_in_their_own_name_speaks_for_it_alone() {
    let test = TestApp::new().await;
    let originals = Originals::make(&test).await;
    let speaking = ["addReferralInformation", "withdrawReferral", "challengeDecision", "takeReferral"];
    let wrong = look(&originals, "colleague", &speaking).await;
    assert!(wrong.is_empty(), "{} cells:\n{}", wrong.len(), wrong.join("\n"));
}
