//! What Ridgeway is built from: every package comes from the public registry, under a licence on our list, and every
//! one that we name ourselves says beside it what it is for.
//!
//! Owns the lists; how a licence expression is read is in `licence`.

mod licence;

use std::{collections::BTreeMap, fs, path::Path};

use cargo_metadata::{Metadata, MetadataCommand};
use serde_json::Value;

/// What goes into the binary or runs beside it: permissive, nothing that binds those who run it.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "Python-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Besides those, for what only builds or tests the frontend and never reaches a browser.
const ALLOWED_FOR_TOOLS: &[&str] = &["BlueOak-1.0.0", "CC-BY-4.0", "MIT-0", "MPL-2.0"];

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";
const NPM: &str = "https://registry.npmjs.org/";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The packages of Linux, as Cargo.lock has them; asks no network.
fn metadata() -> Metadata {
    let target = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .other_options(["--offline", "--locked", "--filter-platform", &target].map(str::to_owned))
        .exec()
        .unwrap_or_else(|error| panic!("cargo metadata: {error}"))
}

#[track_caller]
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} packages are out of order:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_crate_has_an_allowed_licence_and_source() {
    let metadata = metadata();
    let mut wrong = Vec::new();
    for package in &metadata.packages {
        let name = format!("{} {}", package.name, package.version);
        let expression = package.license.as_deref().unwrap_or_default();
        if !licence::satisfied(expression, ALLOWED) {
            wrong.push(format!("{name}: licence {expression:?}"));
        }
        let ours = package.manifest_path.starts_with(&metadata.workspace_root);
        let source = package.source.as_ref().map_or("", |source| source.repr.as_str());
        if source != CRATES_IO && !(source.is_empty() && ours) {
            wrong.push(format!("{name}: source {source:?}"));
        }
    }
    assert!(metadata.packages.len() > 50, "the packages were not found");
    assert_none(&wrong);
}

#[test]
fn every_crate_that_we_name_says_what_it_is_for() {
    let mut wrong = Vec::new();
    for file in ["Cargo.toml", "migrations/Cargo.toml"] {
        wrong.extend(without_a_reason(&read(file)).into_iter().map(|name| format!("{file}: {name}")));
    }
    assert_none(&wrong);
}

/// The dependencies in a Cargo.toml on whose line no comment says what they are for.
fn without_a_reason(manifest: &str) -> Vec<&str> {
    let mut inside = false;
    let mut wrong = Vec::new();
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            inside = line.trim_end_matches(']').ends_with("dependencies");
        } else if inside && !line.is_empty() && !line.starts_with('#') {
            let (dependency, reason) = line.split_once('#').unwrap_or((line, ""));
            if reason.trim().len() < 4 {
                wrong.push(dependency.split(['=', ' ']).next().unwrap_or(dependency));
            }
        }
    }
    wrong
}

#[test]
fn a_dependency_without_a_reason_is_found() {
    let manifest = "[package]\nname = \"a\"\n[dev-dependencies]\nb = \"1\" # for b\nc = \"1\"\nd = { version = \"1\" } #\n";
    assert_eq!(without_a_reason(manifest), ["c", "d"]);
}

/// The folders with packages of npm, once they are there.
fn npm_folders() -> Vec<&'static str> {
    ["frontend", "tests/browser"]
        .into_iter()
        .filter(|f| root().join(f).join("package.json").exists())
        .collect()
}

#[test]
fn every_npm_package_has_an_allowed_licence_and_source() {
    let mut wrong = Vec::new();
    for folder in npm_folders() {
        let lock: BTreeMap<String, Value> = json(&format!("{folder}/package-lock.json"));
        let packages = lock["packages"].as_object().unwrap_or_else(|| panic!("{folder}: an old lock file"));
        for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            wrong.extend(npm_complaint(package).map(|what| format!("{folder}: {name}: {what}")));
        }
    }
    assert_none(&wrong);
}

fn json(file: &str) -> BTreeMap<String, Value> {
    serde_json::from_str(&read(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn npm_complaint(package: &Value) -> Option<String> {
    let text = |key: &str| package[key].as_str().unwrap_or_default();
    let is = |key: &str| package[key].as_bool().unwrap_or(false);
    let tool = is("dev") || is("devOptional");
    let allowed = [ALLOWED, if tool { ALLOWED_FOR_TOOLS } else { &[] }].concat();
    if !licence::satisfied(text("license"), &allowed) {
        return Some(format!("licence {:?}", text("license")));
    }
    // A lock file may leave out the address, which then is the registry's.
    if package.get("resolved").is_some() && !text("resolved").starts_with(NPM) {
        return Some(format!("source {:?}", text("resolved")));
    }
    // What another package carries inside itself is covered by that one's hash; what is for other machines than ours
    // is never fetched.
    (text("integrity").is_empty() && !is("inBundle") && for_our_machines(package))
        .then(|| "no hash".to_owned())
}

fn for_our_machines(package: &Value) -> bool {
    let names = |key: &str, ours: &[&str]| {
        package[key]
            .as_array()
            .is_none_or(|all| all.iter().any(|one| ours.contains(&one.as_str().unwrap_or_default())))
    };
    names("os", &["linux"]) && names("cpu", &["x64", "arm64"]) && names("libc", &["glibc"])
}

#[test]
fn an_npm_package_that_is_not_in_order_is_found() {
    let complaint = |text: &str| npm_complaint(&serde_json::from_str(text).unwrap());
    assert_eq!(complaint(r#"{"license": "MIT", "integrity": "sha512-x"}"#), None);
    assert_eq!(complaint(r#"{"license": "MPL-2.0", "integrity": "sha512-x", "dev": true}"#), None);
    assert!(complaint(r#"{"license": "MPL-2.0", "integrity": "sha512-x"}"#).unwrap().contains("licence"));
    assert!(
        complaint(r#"{"license": "MIT", "integrity": "x", "resolved": "git+ssh://a"}"#)
            .unwrap()
            .contains("source")
    );
    assert_eq!(complaint(r#"{"license": "MIT"}"#).unwrap(), "no hash");
    assert_eq!(complaint(r#"{"license": "MIT", "os": ["darwin"]}"#), None);
    assert_eq!(complaint(r#"{"license": "MIT", "os": ["linux"], "cpu": ["x64"]}"#).unwrap(), "no hash");
}

#[test]
fn every_npm_package_that_we_name_says_what_it_is_for() {
    let mut wrong = Vec::new();
    for folder in npm_folders() {
        let manifest = json(&format!("{folder}/package.json"));
        let reasons = manifest.get("//").and_then(Value::as_object).cloned().unwrap_or_default();
        let explained: Vec<&str> = reasons.keys().flat_map(|names| names.split(", ")).collect();
        let named =
            ["dependencies", "devDependencies"].into_iter().filter_map(|key| manifest.get(key)?.as_object());
        for name in named.flat_map(|packages| packages.keys()) {
            // `@graphql-codegen/*` speaks for its family; types belong to what they describe.
            let family = format!("{}/*", name.split('/').next().unwrap_or_default());
            if !name.starts_with("@types/") && !explained.iter().any(|e| *e == name || *e == family) {
                wrong.push(format!("{folder}: {name}"));
            }
        }
    }
    assert_none(&wrong);
}
