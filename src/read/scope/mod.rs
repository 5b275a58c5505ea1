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
    /// For each relation that its rows can hold: the condition, with `:me`, `:org`, `:group`, `:role`, `:today` and `:now`, and
    /// `:among` a select up to its `:end`.
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

/// The same for rows that hold one of `asked` anyway, and nothing more where each of these is enough.
#[must_use]
pub fn holding_of<E: Scoped>(viewer: &Viewer, asked: Relations, enough: Relations) -> Condition {
    if !asked.is_empty() && asked.and(enough) == asked {
        Condition::all().add(Expr::value(true))
    } else {
        holding::<E>(viewer, enough)
    }
}

/// Binds the viewer's values to the names in a condition, and says in the words of their database that an id is `:among` those
/// of a select which ends at `:end`: PostgreSQL looks rows up by an array of ids, also beside other conditions, and not by an IN.
#[must_use]
pub fn bind(sql: &str, viewer: &Viewer) -> Expr {
    let (among, end) = match viewer.database {
        DbBackend::Postgres => ("= ANY (ARRAY(", "))"),
        _ => ("IN (", ")"),
    };
    let sql = sql.replace(":among ", among).replace(" :end", end);
    let names: [(&str, Value); 6] = [
        (":me", viewer.user.into()),
        (":org", viewer.organisation.into()),
        (":group", viewer.group.clone().into()),
        (":role", viewer.role.as_str().into()),
        (":today", viewer.today.into()),
        (":now", viewer.at.into()),
    ];
    let mut rest = sql.as_str();
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

// ---- what a case, referral or child must be like; `id` and `y` name a column of the row, `r` the row

/// What rests on ids that are found first, and so on rows beside the one that is seen.
pub const FOUND_FIRST: Relations = Relations::of(&[OwnCase, Cover, Duty]);

/// The id is one of those that a select finds. They are few, the same for every row, and found first: so that a viewer's own rows
/// are looked up by them, and a page of what somebody works on costs what they work on and not what there is.
fn among(id: &str, ids: &str) -> String {
    format!("({id} IS NOT NULL AND {id} :among {ids} :end)")
}

/// A select, from its `FROM` on, finds something for this row. It is asked of each row that is looked at, by an index: an EXISTS
/// beside others PostgreSQL answers by reading all that any row could ask for, for a page of 25 every case of a service.
fn found(from: &str) -> String {
    format!("(SELECT 1 FROM {from} LIMIT 1) IS NOT NULL")
}

/// This column of the cases that the viewer works.
fn worked(column: &str) -> String {
    format!(
        "SELECT c.{column} FROM \"case\" c WHERE c.controller_id = :org AND c.caseworker_id = :me UNION ALL SELECT c.{column} \
         FROM case_co_worker cw JOIN \"case\" c ON c.id = cw.case_id WHERE cw.user_id = :me AND c.controller_id = :org"
    )
}

/// This column of the cases of those whom the viewer covers today.
fn covered(column: &str) -> String {
    let covers =
        "v.by_user_id = :me AND v.service_id = :org AND v.from_date <= :today AND v.to_date >= :today";
    format!(
        "SELECT c.{column} FROM cover v JOIN \"case\" c ON c.caseworker_id = v.for_user_id AND c.controller_id = v.service_id \
         WHERE {covers} UNION ALL SELECT c.{column} FROM cover v JOIN case_co_worker cw ON cw.user_id = v.for_user_id JOIN \
         \"case\" c ON c.id = cw.case_id AND c.controller_id = v.service_id WHERE {covers}"
    )
}

/// This column of the cases that the viewer opened on duty.
fn on_duty(column: &str) -> String {
    format!(
        "SELECT c.{column} FROM duty_opening d JOIN \"case\" c ON c.id = d.case_id WHERE d.user_id = :me AND d.opened_at <= :now \
         AND d.until > :now AND c.controller_id = :org"
    )
}

/// The case with this id is the service's.
fn of_service(id: &str) -> String {
    found(&format!("\"case\" c WHERE c.id = {id} AND c.controller_id = :org"))
}

/// The referral with this id is in the service's queue.
fn queued(id: &str) -> String {
    found(&format!("referral_service rs WHERE rs.referral_id = {id} AND rs.service_id = :org"))
}

/// Some referral of the child `y`, such as this, is or was in the service's queue.
fn some_queued(y: &str, such: &str) -> String {
    found(&format!(
        "referral r JOIN referral_service rs ON rs.referral_id = r.id WHERE r.young_person_id = {y} AND rs.service_id = :org{such}"
    ))
}

/// The service decided on the referral `r`, or works its case.
fn of_service_or_decided(r: &str) -> String {
    let (queued, of_service) = (queued(&format!("{r}.id")), of_service(&format!("{r}.case_id")));
    format!("(({r}.decided_at IS NOT NULL AND {queued}) OR {of_service})")
}

/// The service works, or worked, with the child `y`, or decided on a referral of them.
fn known_to_service(y: &str) -> String {
    let works = found(&format!("\"case\" c WHERE c.young_person_id = {y} AND c.controller_id = :org"));
    format!("({works} OR {})", some_queued(y, " AND r.decided_at IS NOT NULL"))
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
        (OwnQueue, some_queued(y, "")),
        (OwnService, known_to_service(y)),
        (OwnCase, among(y, &worked("young_person_id"))),
        (Cover, among(y, &covered("young_person_id"))),
        (Duty, among(y, &on_duty("young_person_id"))),
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
                (OwnQueue, queued("referral.id")),
                (OwnService, of_service_or_decided("referral")),
                (OwnCase, among(case_id, &worked("id"))),
                (Cover, among(case_id, &covered("id"))),
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
        let id = "\"case\".id";
        guarded(
            "\"case\".young_person_id",
            vec![
                (OwnService, "\"case\".controller_id = :org".to_owned()),
                (OwnCase, among(id, &worked("id"))),
                (Cover, among(id, &covered("id"))),
                (Duty, among(id, &on_duty("id"))),
            ],
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
                (OwnQueue, queued("task.referral_id")),
                (OwnService, "task.service_id = :org".to_owned()),
                (OwnCase, among("task.case_id", &worked("id"))),
                (Cover, among("task.case_id", &covered("id"))),
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
    let own_people =
        found("membership m WHERE m.id = audit_entry.membership_id AND m.organisation_id = :org");
    let referral = found(&format!("referral r WHERE r.id = {subject} AND {}", of_service_or_decided("r")));
    format!(
        "(audit_entry.action IN {TO_RECORDS} AND ((audit_entry.subject_kind = 'CASE' AND {}) OR (audit_entry.subject_kind = \
         'REFERRAL' AND {referral}) OR (audit_entry.subject_kind NOT IN ('CASE', 'REFERRAL') AND {own_people} AND {})))",
        of_service(subject),
        known_to_service(y)
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
