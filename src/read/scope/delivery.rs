//! Relations to programmes, offerings, enrolments, sessions and registers.
//!
//! Who runs an offering stands to it as Own: a provider manager by their organisation. A provider worker does where a session
//! of it is theirs to lead; to the children in it they stand as Enrolled. What is no secret is Published.

use super::{Scoped, among, barred, covered, guarded, of_service, restricted, worked};
use crate::{
    access::Relation::{self, Always, Cover, Enrolled, Own, OwnCase, OwnService, Published},
    entity::delivery::{attendance, enrolment, offering, programme, session, session_note},
};

/// The programme `p` is run by the viewer.
fn run_by(p: &str) -> String {
    format!("(:role = 'PROVIDER_MANAGER' AND {p}.provider_id = :org)")
}

/// The viewer works for who runs the programme `p`, and a session of its offering with this id is theirs to lead.
fn led(p: &str, offering_id: &str) -> String {
    format!(
        "(:role = 'PROVIDER_WORKER' AND {p}.provider_id = :org AND EXISTS (SELECT 1 FROM session s JOIN session_worker w ON \
         w.session_id = s.id WHERE s.offering_id = {offering_id} AND w.user_id = :me))"
    )
}

/// The offering with this id is of a programme such as this.
fn of_offering(offering_id: &str, like: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM offering o JOIN programme p ON p.id = o.programme_id WHERE o.id = {offering_id} AND {like})"
    )
}

/// The programme of the offering `o` is like this.
fn of_programme(o: &str, like: &str) -> String {
    format!("EXISTS (SELECT 1 FROM programme p WHERE p.id = {o}.programme_id AND {like})")
}

/// The enrolment `e` is one that who runs the offering still sees: open, or ended not long ago.
fn still_seen(e: &str) -> String {
    format!("({e}.seen_until IS NULL OR {e}.seen_until >= :today)")
}

/// The enrolment `e` is, or was, more than a wish: the child said yes.
fn joined(e: &str) -> String {
    format!("({e}.status IN ('ACCEPTED', 'STARTED', 'NOT_STARTED') OR {e}.started_on IS NOT NULL)")
}

/// The child `y` has or had a place in, or waits for, an offering that the viewer runs; or has or had a place in one that the
/// viewer leads.
pub(super) fn enrolled(y: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM enrolment e JOIN offering o ON o.id = e.offering_id JOIN programme p ON p.id = o.programme_id \
         WHERE e.young_person_id = {y} AND {} AND ({} OR ({} AND {})))",
        still_seen("e"),
        run_by("p"),
        joined("e"),
        led("p", "o.id")
    )
}

impl Scoped for programme::Entity {
    fn relations() -> Vec<(Relation, String)> {
        vec![
            (Published, "NOT programme.sensitive".to_owned()),
            (
                Own,
                format!(
                    "({} OR EXISTS (SELECT 1 FROM offering o WHERE o.programme_id = programme.id AND {}))",
                    run_by("programme"),
                    led("programme", "o.id")
                ),
            ),
            (Always, "1 = 1".to_owned()),
        ]
    }
}

/// A draft is for those who may finish it.
const SHOWN: &str = "(offering.setting <> 'DRAFT' OR :role IN ('TEAM_MANAGER', 'PARTNERSHIP_MANAGER'))";

impl Scoped for offering::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let open = of_programme("offering", "NOT p.sensitive");
        vec![
            (Published, format!("({SHOWN} AND {open})")),
            (Own, of_programme("offering", &format!("({} OR {})", run_by("p"), led("p", "offering.id")))),
            (Always, SHOWN.to_owned()),
        ]
    }
}

impl Scoped for enrolment::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let case_id = "enrolment.case_id";
        let here = |like: &str| of_offering("enrolment.offering_id", like);
        let run = format!("({} AND {})", still_seen("enrolment"), here(&run_by("p")));
        let leads = here(&led("p", "o.id"));
        let leads = format!("({} AND {} AND {leads})", still_seen("enrolment"), joined("enrolment"));
        guarded(
            "enrolment.young_person_id",
            vec![
                (OwnService, of_service(case_id)),
                (OwnCase, among(case_id, &worked("id"))),
                (Cover, among(case_id, &covered("id"))),
                (Own, run),
                (Enrolled, leads),
            ],
        )
    }
}

/// A child of a case such as this, called `e.case_id`, has or had a place in the session's offering; a restricted one is there for
/// those on its list, and never by cover.
fn of_a_child(such: &str, bar: fn(&str) -> String) -> String {
    format!(
        "EXISTS (SELECT 1 FROM enrolment e WHERE e.offering_id = session.offering_id AND {} AND {such} AND NOT {})",
        joined("e"),
        bar("e.young_person_id")
    )
}

impl Scoped for session::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let case_id = "e.case_id";
        let here = |like: &str| of_offering("session.offering_id", like);
        let theirs = "(:role = 'PROVIDER_WORKER' AND p.provider_id = :org AND EXISTS (SELECT 1 FROM session_worker w WHERE \
                      w.session_id = session.id AND w.user_id = :me))";
        vec![
            (OwnService, of_a_child(&of_service(case_id), barred)),
            (OwnCase, of_a_child(&among(case_id, &worked("id")), barred)),
            (Cover, of_a_child(&among(case_id, &covered("id")), restricted)),
            (Own, here(&format!("({} OR {theirs})", run_by("p")))),
            (Enrolled, here(&led("p", "o.id"))),
            (Always, "1 = 1".to_owned()),
        ]
    }
}

/// What belongs to the enrolment with this id is for those for whom the enrolment is.
fn of_enrolment(enrolment_id: &str) -> Vec<(Relation, String)> {
    enrolment::Entity::relations()
        .into_iter()
        .map(|(relation, sql)| {
            (
                relation,
                format!("EXISTS (SELECT 1 FROM enrolment WHERE enrolment.id = {enrolment_id} AND {sql})"),
            )
        })
        .collect()
}

impl Scoped for attendance::Entity {
    fn relations() -> Vec<(Relation, String)> {
        of_enrolment("attendance.enrolment_id")
    }
}

/// A note of a session is its author's own while they lead there, and its manager's by the child's enrolment.
impl Scoped for session_note::Entity {
    fn relations() -> Vec<(Relation, String)> {
        of_enrolment("session_note.enrolment_id")
            .into_iter()
            .map(|(relation, sql)| match relation {
                Own => (Enrolled, sql),
                Enrolled => (Own, format!("(session_note.author_id = :me AND {sql})")),
                other => (other, sql),
            })
            .collect()
    }
}
