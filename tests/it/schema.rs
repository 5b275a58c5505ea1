//! The printed schema and the policy table are what is committed, and everything in the schema is described.

use ridgeway::{access, graphql};

#[test]
fn the_committed_schema_is_the_printed_one() {
    let committed = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/schema.graphql")).unwrap();
    assert!(committed == graphql::sdl(), "schema.graphql is stale: make schema");
}

#[test]
fn the_policy_table_is_the_agreed_one() {
    insta::assert_snapshot!("policy", access::print());
}
