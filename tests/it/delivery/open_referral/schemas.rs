//! The schemas of HSDS 3, as its authors publish them (`hsds/`), and whether a document is as they say.

use std::path::Path;

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use serde_json::Value;

/// A file of `hsds/`.
pub fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/delivery/open_referral/hsds");
    std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn json(name: &str) -> Value {
    serde_json::from_str(&file(name)).unwrap()
}

/// The schemas that a published service has to meet.
pub struct Hsds {
    schemas: Schemas,
    service: Vec<SchemaIndex>,
    organization: SchemaIndex,
}

/// Lets the definitions of one file stand as files of their own, which the others name.
fn apart(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(there) if name == "$ref" => {
                        *there = format!("{}.json", there.trim_start_matches("#/definitions/"));
                    }
                    other => apart(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(apart),
        _ => {}
    }
}

impl Hsds {
    /// Compiles them. What a format says counts: an id that is no UUID is wrong.
    pub fn load() -> Self {
        let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
        compiler.set_default_draft(Draft::V2020_12);
        compiler.enable_format_assertions();
        let whole = json("service_with_definitions.json");
        for (name, definition) in whole["definitions"].as_object().unwrap() {
            let mut definition = definition.clone();
            apart(&mut definition);
            if name != "organization" {
                compiler.add_resource(&format!("http://hsds/{name}.json"), definition).unwrap();
            }
        }
        let names =
            ["service_with_definitions.json", "service_list.json", "service.json", "organization.json"];
        for name in names {
            compiler.add_resource(&format!("http://hsds/{name}"), json(name)).unwrap();
        }
        let mut compiled =
            names.map(|name| compiler.compile(&format!("http://hsds/{name}"), &mut schemas).unwrap());
        let organization = compiled.last().copied().unwrap();
        compiled.reverse();
        Self { service: compiled[1..].to_vec(), organization, schemas }
    }

    /// What is wrong with a service, by every schema that says what one is.
    pub fn complaints(&self, service: &Value) -> Vec<String> {
        let mut found = Vec::new();
        for index in &self.service {
            found.extend(self.schemas.validate(service, *index).err().map(|error| format!("{error:#}")));
        }
        if let Some(organization) = service.get("organization") {
            let said = self.schemas.validate(organization, self.organization);
            found.extend(said.err().map(|error| format!("{error:#}")));
        }
        found
    }

    #[track_caller]
    pub fn holds(&self, service: &Value) {
        let complaints = self.complaints(service);
        assert!(complaints.is_empty(), "{}\n{service:#}", complaints.join("\n"));
    }
}

#[test]
fn the_example_of_the_specification_is_valid_and_a_wrong_service_is_not() {
    let hsds = Hsds::load();
    let example = json("example_service_full.json");
    hsds.holds(&example);
    for (field, wrong) in [
        ("id", Value::from("programme_x")),
        ("status", Value::from("open")),
        ("minimum_age", Value::from("12")),
        ("service_areas", Value::from("everywhere")),
    ] {
        let mut service = example.clone();
        service[field] = wrong;
        assert!(!hsds.complaints(&service).is_empty(), "{field}");
    }
    let mut service = example;
    service["organization"]["id"] = Value::from("1");
    assert!(!hsds.complaints(&service).is_empty());
}
