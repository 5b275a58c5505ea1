//! Small houses that are in order or are not: each rule of the layering test finds what it forbids.

use super::{File, complaints};

/// What the rules say about files that are given as (path, text); each gets its header.
fn told(files: &[(&str, &str)]) -> String {
    let files: Vec<File> =
        files.iter().map(|(path, text)| File::new(path, &format!("//! A file.\n{text}"))).collect();
    complaints(&files).join("\n")
}

#[track_caller]
fn assert_told(files: &[(&str, &str)], words: &str) {
    let told = told(files);
    assert!(told.contains(words), "expected {words:?}, was told {told:?}");
}

#[test]
fn what_is_in_order_passes() {
    let files = [
        ("src/main.rs", "use ridgeway::{http, seed};"),
        ("src/read/mod.rs", "pub mod people; pub use people::user::visible;"),
        (
            "src/read/people/user.rs",
            "use crate::{entity::casework::case, words::Id}; fn f() { case::Entity::find(); }",
        ),
        ("src/entity/casework/case.rs", "use sea_orm::entity::prelude::*; #[sea_orm(x)] struct Model;"),
        ("src/domain/casework/mod.rs", "pub mod submit; pub fn shared() {}"),
        (
            "src/domain/casework/submit.rs",
            "use super::shared; use crate::domain::people::f; fn g() { x.find(|y| y); }",
        ),
        ("src/domain/people.rs", "mod tests { use super::*; }"),
    ];
    assert_eq!(told(&files), "");
}

#[test]
fn an_arrow_that_runs_back_is_found() {
    assert_told(
        &[("src/words/id.rs", "use crate::access::Viewer;")],
        "words uses access::Viewer, which stands above",
    );
    assert_told(&[("src/read/a.rs", "fn f() { crate::domain::g() }")], "which stands above it");
    assert_told(&[("src/domain/a.rs", "use super::super::graphql::Node;")], "which stands above it");
    assert_told(&[("src/shed/a.rs", "")], "no room called shed");
}

#[test]
fn a_later_wing_is_found() {
    let text = "use super::super::casework::referral;";
    assert_told(
        &[("src/domain/people/user.rs", text)],
        "people uses domain::casework::referral, a later wing",
    );
    assert_eq!(told(&[("src/read/people/user.rs", "use crate::entity::casework::case;")]), "");
}

#[test]
fn a_circle_is_found() {
    let one = ("src/domain/people/a.rs", "use super::b::f;");
    assert_told(
        &[one, ("src/domain/people/b.rs", "use super::c;"), ("src/domain/people/c.rs", "use super::a;")],
        "a circle",
    );
    let handed_on = ("src/domain/people/mod.rs", "mod a; mod b; pub use a::f; pub use b::g;");
    assert_told(
        &[
            handed_on,
            ("src/domain/people/a.rs", "use super::g;"),
            ("src/domain/people/b.rs", "use super::f;"),
        ],
        "a circle",
    );
    let relation = r#"#[sea_orm(has_many = "super::case::Entity")] struct Model;"#;
    let back = r#"#[sea_orm(belongs_to = "super::child::Entity")] struct Model;"#;
    assert_told(&[("src/entity/child.rs", relation), ("src/entity/case.rs", back)], "a circle");
    assert_told(
        &[("src/http/a.rs", "use crate::worker::b;"), ("src/worker/b.rs", "use crate::http::a;")],
        "a circle",
    );
}

#[test]
fn rows_read_outside_read_are_found() {
    assert_told(&[("src/domain/a.rs", "fn f() { user::Entity::find() }")], "reads rows with find()");
    assert_told(&[("src/worker/a.rs", "fn f() { User::find_by_id(1) }")], "reads rows with find_by_id()");
    assert_told(
        &[("src/graphql/a.rs", "fn f() { row.find_related(User) }")],
        "reads rows with find_related()",
    );
}

#[test]
fn a_statement_that_an_answer_is_not_known_to_wait_for_is_found() {
    assert_told(&[("src/graphql/a.rs", "fn f() { page(app.database()) }")], "asks the database() by itself");
    assert_told(&[("src/read/a.rs", "fn f() { list(app.database()) }")], "asks the database() by itself");
}

#[test]
fn a_crate_on_the_wrong_floor_is_found() {
    assert_told(&[("src/http/a.rs", "use sea_orm::DbErr;")], "names sea_orm");
    assert_told(&[("src/domain/a.rs", "fn f() -> async_graphql::Result<()> {}")], "names async_graphql");
    assert_told(&[("src/read/a.rs", "use axum::Json;")], "names axum");
}

#[test]
fn a_long_file_and_one_that_says_nothing_are_found() {
    assert_told(&[("src/words/a.rs", &"\n".repeat(400))], "401 lines");
    assert_eq!(complaints(&[File::new("tests/it/a.rs", "use std::fs;")]).len(), 1);
}
