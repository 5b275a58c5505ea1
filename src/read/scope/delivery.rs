//! Relations to programmes, offerings and enrolments.
//!
//! Who runs an offering stands to it as Own: a provider manager by their organisation. What is no secret is Published.

use super::{Scoped, covered, guarded, of_service, the_case, worked};
use crate::{
    access::Relation::{self, Always, Cover, Own, OwnCase, OwnService, Published},
    entity::delivery::{enrolment, offering, programme},
};

/// The programme `p` is run by the viewer.
fn run_by(p: &str) -> String {
    format!("(:role = 'PROVIDER_MANAGER' AND {p}.provider_id = :org)")
}

/// The programme of the offering `o` is like this.
fn of_programme(o: &str, like: &str) -> String {
    format!("EXISTS (SELECT 1 FROM programme p WHERE p.id = {o}.programme_id AND {like})")
}

/// The child `y` has or had a place in, or waits for, an offering that the viewer runs.
pub(super) fn enrolled(y: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM enrolment e JOIN offering o ON o.id = e.offering_id JOIN programme p ON p.id = o.programme_id \
         WHERE e.young_person_id = {y} AND (e.seen_until IS NULL OR e.seen_until >= :today) AND {})",
        run_by("p")
    )
}

impl Scoped for programme::Entity {
    fn relations() -> Vec<(Relation, String)> {
        vec![
            (Published, "NOT programme.sensitive".to_owned()),
            (Own, run_by("programme")),
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
            (Own, of_programme("offering", &run_by("p"))),
            (Always, SHOWN.to_owned()),
        ]
    }
}

impl Scoped for enrolment::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let case_id = "enrolment.case_id";
        let run = format!(
            "((enrolment.seen_until IS NULL OR enrolment.seen_until >= :today) AND EXISTS (SELECT 1 FROM offering o JOIN \
             programme p ON p.id = o.programme_id WHERE o.id = enrolment.offering_id AND {}))",
            run_by("p")
        );
        guarded(
            "enrolment.young_person_id",
            vec![
                (OwnService, the_case(case_id, of_service)),
                (OwnCase, the_case(case_id, worked)),
                (Cover, the_case(case_id, covered)),
                (Own, run),
            ],
        )
    }
}
