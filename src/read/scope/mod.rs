//! Each relation of the policy as one SQL condition, for each noun. This is the only place that knows them.
//!
//! `access/` says which relations are enough; here is when they hold. A restricted child's rows hold a relation only to
//! those on its list, and never by cover or duty. What was sent (SentByGroup, Own of a referral) is the sender's and does
//! not depend on the shared record.

mod delivery;

use std::fmt::Write as _;

use sea_orm::{
    DbBackend, EntityTrait, QueryFilter, QuerySelect, Select, Value,
    sea_query::{CaseStatement, Condition, Expr, ExprTrait},
};

use crate::{
    access::{
        Relation::{self, Always, Cover, Duty, Enrolled, Own, OwnCase, OwnQueue, OwnService, SentByGroup},
        Relations, Viewer,
    },
    entity::{
        casework::{case, referral, safeguarding_concern, task},
        people::young_person,
        record::audit_entry,
    },
};

/// An entity whose rows have a scope.
pub trait Scoped: EntityTrait {
    /// For each relation that its rows can hold: the condition, with `:me`, `:org`, `:group`, `:role`, `:today` and
    /// `:now`.
    fn relations() -> Vec<(Relation, String)>;
}

/// The rows to which the viewer stands in one of these relations, each with all that it holds.
#[must_use]
pub fn visible_to<E: Scoped>(viewer: &Viewer, enough: Relations) -> Select<E> {
    let mut holds = Expr::value(0);
    let mut any = Condition::any();
    for (relation, sql) in E::relations() {
        if enough.has(relation) {
            let condition = bind(&sql, viewer);
            any = any.add(condition.clone());
            holds = holds.add(CaseStatement::new().case(condition, relation.bit()).finally(0));
        }
    }
    // An empty `any` would let everything through.
    let any = if any.is_empty() { Condition::all().add(Expr::value(false)) } else { any };
    E::find().expr_as(holds, "holds").filter(any)
}

/// Narrows a scoped select to rows that hold one of these relations: for a filter or order that reads a guarded field.
#[must_use]
pub fn holding<E: Scoped>(viewer: &Viewer, enough: Relations) -> Condition {
    let any = E::relations()
        .into_iter()
        .filter(|(relation, _)| enough.has(*relation))
        .fold(Condition::any(), |any, (_, sql)| any.add(bind(&sql, viewer)));
    let any = if any.is_empty() { any.add(Expr::value(false)) } else { any };
    // What is added to it later narrows it further.
    Condition::all().add(any)
}

/// Binds the viewer's values to the names in a condition.
#[must_use]
pub fn bind(sql: &str, viewer: &Viewer) -> Expr {
    let names: [(&str, Value); 6] = [
        (":me", viewer.user.into()),
        (":org", viewer.organisation.into()),
        (":group", viewer.group.clone().into()),
        (":role", viewer.role.as_str().into()),
        (":today", viewer.today.into()),
        (":now", viewer.at.into()),
    ];
    let mut rest = sql;
    let mut text = String::with_capacity(sql.len());
    let mut values = Vec::new();
    while let Some(at) = rest.find(':') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((name, value)) = names.iter().find(|(name, _)| rest.starts_with(name)) {
            values.push(value.clone());
            // The builder knows a place by its number on PostgreSQL, by its order on SQLite.
            match viewer.database {
                DbBackend::Postgres => {
                    let _ = write!(text, "${}", values.len());
                }
                _ => text.push('?'),
            }
            rest = &rest[name.len()..];
        } else {
            text.push(':');
            rest = &rest[1..];
        }
    }
    text.push_str(rest);
    Expr::cust_with_values(text, values)
}

// ---- what a case, referral or child must be like; `c`, `r`, `y` name the row

fn worked(c: &str) -> String {
    format!(
        "({c}.controller_id = :org AND ({c}.caseworker_id = :me OR EXISTS (SELECT 1 FROM case_co_worker cw WHERE \
         cw.case_id = {c}.id AND cw.user_id = :me)))"
    )
}

fn covered(c: &str) -> String {
    format!(
        "({c}.controller_id = :org AND EXISTS (SELECT 1 FROM cover v WHERE v.by_user_id = :me AND v.service_id = :org AND \
         v.from_date <= :today AND v.to_date >= :today AND (v.for_user_id = {c}.caseworker_id OR EXISTS (SELECT 1 FROM \
         case_co_worker cw WHERE cw.case_id = {c}.id AND cw.user_id = v.for_user_id))))"
    )
}

fn on_duty(c: &str) -> String {
    format!(
        "({c}.controller_id = :org AND EXISTS (SELECT 1 FROM duty_opening d WHERE d.case_id = {c}.id AND d.user_id = :me \
         AND d.opened_at <= :now AND d.until > :now))"
    )
}

fn of_service(c: &str) -> String {
    format!("{c}.controller_id = :org")
}

fn queued(r: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM referral_service rs WHERE rs.referral_id = {r}.id AND rs.service_id = :org)"
    )
}

fn decided(r: &str) -> String {
    format!("({r}.decided_at IS NOT NULL AND {})", queued(r))
}

fn of_service_or_decided(r: &str) -> String {
    format!("({} OR {})", decided(r), the_case(&format!("{r}.case_id"), of_service))
}

/// Some case of the child `y` is like this.
fn some_case(y: &str, like: fn(&str) -> String) -> String {
    format!("EXISTS (SELECT 1 FROM \"case\" c WHERE c.young_person_id = {y} AND {})", like("c"))
}

/// Some referral of the child `y` is like this.
fn some_referral(y: &str, like: fn(&str) -> String) -> String {
    format!("EXISTS (SELECT 1 FROM referral r WHERE r.young_person_id = {y} AND {})", like("r"))
}

/// The case with this id is like this.
fn the_case(id: &str, like: fn(&str) -> String) -> String {
    format!("EXISTS (SELECT 1 FROM \"case\" c WHERE c.id = {id} AND {})", like("c"))
}

/// The referral with this id is like this.
fn the_referral(id: &str, like: fn(&str) -> String) -> String {
    format!("EXISTS (SELECT 1 FROM referral r WHERE r.id = {id} AND {})", like("r"))
}

// ---- restricted records

fn restricted(y: &str) -> String {
    format!("EXISTS (SELECT 1 FROM restriction x WHERE x.young_person_id = {y} AND x.ended_at IS NULL)")
}

/// Restricted, and the viewer is not on the list of one of its restrictions.
fn barred(y: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM restriction x WHERE x.young_person_id = {y} AND x.ended_at IS NULL AND NOT EXISTS (SELECT 1 \
         FROM restriction_listed l WHERE l.restriction_id = x.id AND l.user_id = :me))"
    )
}

/// When the viewer is barred from the record of the child `y`: to them it is not there.
#[must_use]
pub fn barred_from(viewer: &Viewer, y: &str) -> Expr {
    bind(&barred(y), viewer)
}

/// Adds what a restricted child asks for to relations that rest on the shared record `y`.
fn guarded(y: &str, relations: Vec<(Relation, String)>) -> Vec<(Relation, String)> {
    relations
        .into_iter()
        .map(|(relation, sql)| {
            let bar = if matches!(relation, Cover | Duty) { restricted(y) } else { barred(y) };
            (relation, format!("({sql} AND NOT {bar})"))
        })
        .collect()
}

fn of_child(y: &str) -> Vec<(Relation, String)> {
    vec![
        (OwnQueue, some_referral(y, queued)),
        (OwnService, format!("({} OR {})", some_case(y, of_service), some_referral(y, decided))),
        (OwnCase, some_case(y, worked)),
        (Cover, some_case(y, covered)),
        (Duty, some_case(y, on_duty)),
    ]
}

impl Scoped for young_person::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let y = "young_person.id";
        let mut relations = of_child(y);
        relations.push((Enrolled, delivery::enrolled(y)));
        guarded(y, relations)
    }
}

impl Scoped for referral::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let case_id = "referral.case_id";
        let mut relations = guarded(
            "referral.young_person_id",
            vec![
                (OwnQueue, queued("referral")),
                (OwnService, of_service_or_decided("referral")),
                (OwnCase, the_case(case_id, worked)),
                (Cover, the_case(case_id, covered)),
            ],
        );
        relations.extend([
            (
                SentByGroup,
                "(referral.source_organisation_id = :org AND referral.sent_by_group = :group)".to_owned(),
            ),
            (Own, "(referral.source_organisation_id = :org AND referral.referrer_id = :me)".to_owned()),
        ]);
        relations
    }
}

impl Scoped for case::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let c = "\"case\"";
        guarded(
            "\"case\".young_person_id",
            vec![(OwnService, of_service(c)), (OwnCase, worked(c)), (Cover, covered(c)), (Duty, on_duty(c))],
        )
    }
}

impl Scoped for task::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let child = "COALESCE((SELECT c.young_person_id FROM \"case\" c WHERE c.id = task.case_id), (SELECT \
                     r.young_person_id FROM referral r WHERE r.id = task.referral_id))";
        guarded(
            child,
            vec![
                (OwnQueue, the_referral("task.referral_id", queued)),
                (OwnService, "task.service_id = :org".to_owned()),
                (OwnCase, the_case("task.case_id", worked)),
                (Cover, the_case("task.case_id", covered)),
                (
                    Own,
                    "(task.service_id = :org AND (task.assignee_id = :me OR task.created_by_id = :me))"
                        .to_owned(),
                ),
            ],
        )
    }
}

impl Scoped for safeguarding_concern::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let y = "safeguarding_concern.young_person_id";
        let mut relations = guarded(y, of_child(y));
        relations.push((
            Own,
            "(safeguarding_concern.raised_from_id = :org AND safeguarding_concern.raised_by_id = :me)"
                .to_owned(),
        ));
        relations.extend(guarded(y, vec![(Always, "1 = 1".to_owned())]));
        relations
    }
}

/// What is done to cases and children, as opposed to accounts and lists.
const TO_RECORDS: &str = "('READ', 'CREATE', 'CHANGE', 'LINK', 'UNLINK', 'PRINT', 'EXPORT', 'DISCLOSE', 'BREAK_GLASS', \
                          'ERASE')";

/// A line is a service's where its case or referral is. A line about the shared record is, where the service works with the
/// child and one of its own people acted: what others do with a record would tell that they know the child.
fn audited_of_service(y: &str) -> String {
    let subject = "audit_entry.subject_id";
    let own_people = "EXISTS (SELECT 1 FROM membership m WHERE m.id = audit_entry.membership_id AND m.organisation_id = :org)";
    format!(
        "(audit_entry.action IN {TO_RECORDS} AND ((audit_entry.subject_kind = 'CASE' AND {}) OR (audit_entry.subject_kind = \
         'REFERRAL' AND {}) OR (audit_entry.subject_kind NOT IN ('CASE', 'REFERRAL') AND {own_people} AND ({} OR {}))))",
        the_case(subject, of_service),
        the_referral(subject, of_service_or_decided),
        some_case(y, of_service),
        some_referral(y, decided)
    )
}

impl Scoped for audit_entry::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let y = "audit_entry.young_person_id";
        // Nobody learns from the audit of a concern about themselves.
        let of_another = "NOT EXISTS (SELECT 1 FROM safeguarding_concern s WHERE s.id = audit_entry.subject_id AND \
                          s.about_user_id = :me)";
        let relations = vec![(OwnService, audited_of_service(y)), (Always, "1 = 1".to_owned())];
        guarded(y, relations)
            .into_iter()
            .map(|(relation, sql)| (relation, format!("({sql} AND {of_another})")))
            .collect()
    }
}
