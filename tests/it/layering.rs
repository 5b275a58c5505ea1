//! The house keeps its shape: arrows between floors and wings run one way, nothing goes in a circle, rows are read
//! in `read/` alone, and files stay small and say what they are for. `docs/architecture.md` draws what this holds.
//!
//! Owns the rules but that of counting, which is in `counting`; how Rust is read is in `source`, and that each rule finds what it forbids in `examples`.

mod counting;
mod examples;
mod source;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path as FilePath,
};

use source::{Path, Token};

/// From the ground up. Those of one line stand beside each other.
const FLOORS: &[&[&str]] = &[
    &["platform"],
    &["words"],
    &["access"],
    &["entity"],
    &["read"],
    &["domain"],
    &["graphql"],
    &["http", "worker", "seed"],
    // The command line puts everything together; nothing uses it.
    &["cli", "main", "lib"],
];

/// In the order in which each may use those before it.
const WINGS: [&str; 6] = ["record", "people", "casework", "delivery", "insight", "stewardship"];

/// A crate, and the floors that may not name it.
const FORBIDDEN_CRATES: &[(&str, &[&str], &str)] = &[
    ("sea_orm", &["graphql", "http"], "tables and SQL belong below domain/"),
    ("sqlx", &["graphql", "http"], "tables and SQL belong below domain/"),
    ("async_graphql", &["entity", "read", "domain", "worker"], "GraphQL belongs in graphql/"),
    ("axum", &["words", "access", "entity", "read", "domain"], "HTTP belongs in http/"),
];

/// What sea-orm calls a SELECT.
const SELECTS: &[&str] = &["find", "find_by_id", "find_by_statement"];
const SELECTS_OF_A_ROW: &[&str] = &["find_related", "find_linked", "find_also_related", "find_with_related"];

/// Who may read rows besides `read/`, and why.
const MAY_SELECT: &[(&str, &str)] =
    &[("read", "this is what it is for"), ("seed", "it writes an invented partnership; nobody is looking")];

const MOST_LINES: usize = 400;

/// One Rust file, by its path from the root of the repository.
struct File {
    path: String,
    text: String,
    tokens: Vec<Token>,
    paths: Vec<Path>,
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        let tokens = source::tokens(text);
        let paths = source::paths(&tokens);
        Self { path: path.to_owned(), text: text.to_owned(), tokens, paths }
    }

    /// Its module below the crate: `src/read/people/user.rs` is read, people, user. None outside `src/`.
    fn module(&self) -> Option<Vec<&str>> {
        let inside = self.path.strip_prefix("src/")?.strip_suffix(".rs")?;
        let inside = inside.strip_suffix("/mod").unwrap_or(inside);
        Some(inside.split('/').collect())
    }

    fn floor(&self) -> Option<&str> {
        self.module().map(|module| module[0])
    }

    fn is_mod_file(&self) -> bool {
        self.path.ends_with("/mod.rs")
    }

    /// A path of this file from the crate on; none where it leads to another crate.
    fn absolute(&self, path: &Path, modules: &BTreeMap<String, &File>) -> Option<Vec<String>> {
        let module = self.module()?;
        let root = matches!(module[..], ["lib" | "main"]);
        let here = if root { Vec::new() } else { module };
        let mut here: Vec<String> = here.into_iter().map(str::to_owned).collect();
        here.extend(path.inside.iter().cloned());
        let first = path.segments[0].as_str();
        let ups = path.segments.iter().take_while(|s| *s == "super").count();
        let skip = match first {
            "crate" | "ridgeway" => {
                here.clear();
                1
            }
            "super" => {
                here.truncate(here.len().saturating_sub(ups));
                ups
            }
            "self" => 1,
            _ => {
                // A module that this file declares, or one of another crate.
                let child = here.iter().map(String::as_str).chain([first]).collect::<Vec<_>>().join("::");
                if !modules.contains_key(&child) {
                    return None;
                }
                0
            }
        };
        here.extend(path.segments[skip..].iter().filter(|s| *s != "self").cloned());
        Some(here)
    }
}

fn rank(floor: &str) -> Option<usize> {
    FLOORS.iter().position(|floors| floors.contains(&floor))
}

fn wing(name: &str) -> Option<usize> {
    WINGS.iter().position(|wing| *wing == name)
}

/// Everything that is wrong with these files.
fn complaints(files: &[File]) -> Vec<String> {
    let modules: BTreeMap<String, &File> =
        files.iter().filter_map(|file| Some((file.module()?.join("::"), file))).collect();
    let mut wrong = Vec::new();
    for file in files {
        wrong.extend(size(file));
        wrong.extend(header(file));
        wrong.extend(forbidden_crates(file));
        wrong.extend(selects(file));
        wrong.extend(uncounted(file));
        wrong.extend(arrows(file, &modules));
    }
    wrong.extend(circles(files, &modules));
    wrong
}

fn size(file: &File) -> Option<String> {
    let lines = file.text.lines().count();
    (lines > MOST_LINES).then(|| format!("{}: {lines} lines, where {MOST_LINES} are the most", file.path))
}

fn header(file: &File) -> Option<String> {
    let opens = file.text.starts_with("//!");
    (!opens).then(|| format!("{}: does not open with `//!`, what it owns and what it does not", file.path))
}

fn forbidden_crates(file: &File) -> Vec<String> {
    let named: BTreeSet<&str> = file.paths.iter().map(|path| path.segments[0].as_str()).collect();
    FORBIDDEN_CRATES
        .iter()
        .filter(|(name, floors, _)| named.contains(name) && file.floor().is_some_and(|f| floors.contains(&f)))
        .map(|(name, _, why)| format!("{}: names {name}; {why}", file.path))
        .collect()
}

fn selects(file: &File) -> Vec<String> {
    let Some(floor) = file.floor() else { return Vec::new() };
    if MAY_SELECT.iter().any(|(name, _)| *name == floor) {
        return Vec::new();
    }
    file.tokens
        .windows(3)
        .filter_map(|three| match three {
            [before, Token::Word(name), Token::Mark('(')] => {
                let of_a_table = *before == Token::Colons && SELECTS.contains(&name.as_str());
                let of_a_row = SELECTS_OF_A_ROW.contains(&name.as_str());
                (of_a_table || of_a_row).then_some(name)
            }
            _ => None,
        })
        .map(|name| format!("{}: reads rows with {name}(), which belongs in read/", file.path))
        .collect()
}

/// Whoever runs an answer knows that it waits for a statement only where it is sent by `reads()`.
fn uncounted(file: &File) -> Option<String> {
    let answers = file.floor().is_some_and(|floor| ["graphql", "read"].contains(&floor));
    let direct = |two: &[Token]| matches!(two, [Token::Word(name), Token::Mark('(')] if name == "database");
    (answers && file.tokens.windows(2).any(direct))
        .then(|| format!("{}: asks the database() by itself; an answer waits for reads()", file.path))
}

fn arrows(file: &File, modules: &BTreeMap<String, &File>) -> BTreeSet<String> {
    let mut wrong = BTreeSet::new();
    let Some(module) = file.module() else { return wrong };
    let Some(from) = rank(module[0]) else {
        wrong.insert(format!("{}: the house has no room called {}", file.path, module[0]));
        return wrong;
    };
    for path in file.paths.iter().filter_map(|path| file.absolute(path, modules)) {
        let Some(to) = path.first().and_then(|first| rank(first)) else { continue };
        if to > from {
            wrong.insert(format!(
                "{}: {} uses {}, which stands above it",
                file.path,
                module[0],
                path.join("::")
            ));
        }
        let wings = (module.get(1).and_then(|name| wing(name)), path.get(1).and_then(|name| wing(name)));
        if let (true, (Some(own), Some(other))) = (module[0] == path[0], wings)
            && other > own
        {
            wrong.insert(format!("{}: {} uses {}, a later wing", file.path, WINGS[own], path.join("::")));
        }
    }
    wrong
}

/// Which files each file uses. A `mod.rs` may name what lies in its folder, and whoever names something that it hands
/// on uses the file where that lies.
fn uses<'a>(file: &'a File, modules: &BTreeMap<String, &'a File>) -> BTreeSet<&'a str> {
    let Some(module) = file.module() else { return BTreeSet::new() };
    let folder = format!("src/{}/", module.join("/"));
    file.paths
        .iter()
        .filter_map(|path| owner(&file.absolute(path, modules)?, modules))
        .map(|used| used.path.as_str())
        .filter(|used| *used != file.path && !(file.is_mod_file() && used.starts_with(&folder)))
        .collect()
}

fn owner<'a>(path: &[String], modules: &BTreeMap<String, &'a File>) -> Option<&'a File> {
    let (length, file) =
        (1..=path.len()).rev().find_map(|n| Some((n, *modules.get(&path[..n].join("::"))?)))?;
    let handed_on = path.get(length).filter(|_| file.is_mod_file()).and_then(|name| {
        let from = file.paths.iter().find(|p| p.used && p.segments.last() == Some(name))?;
        let target = file.absolute(from, modules)?;
        (1..target.len()).rev().find_map(|n| modules.get(&target[..n].join("::"))).copied()
    });
    Some(handed_on.unwrap_or(file))
}

fn circles(files: &[File], modules: &BTreeMap<String, &File>) -> Vec<String> {
    let mut left: BTreeMap<&str, BTreeSet<&str>> = files
        .iter()
        .filter(|file| file.module().is_some_and(|module| !matches!(module[..], ["lib" | "main"])))
        .map(|file| (file.path.as_str(), uses(file, modules)))
        .collect();
    // A file that uses none of those left is in no circle, nor is one that none of those left uses.
    loop {
        let names: BTreeSet<&str> = left.keys().copied().collect();
        let used: BTreeSet<&str> = left.values().flatten().copied().collect();
        let before = left.len();
        left.retain(|name, uses| used.contains(name) && uses.iter().any(|used| names.contains(used)));
        if left.len() == before {
            break;
        }
    }
    let Some((&first, _)) = left.first_key_value() else { return Vec::new() };
    let mut walk = vec![first];
    loop {
        let here = walk[walk.len() - 1];
        let Some(next) = left[here].iter().copied().find(|used| left.contains_key(used)) else {
            return Vec::new();
        };
        if let Some(begin) = walk.iter().position(|seen| *seen == next) {
            return vec![format!("a circle: {} -> {next}", walk[begin..].join(" -> "))];
        }
        walk.push(next);
    }
}

/// Every file below a folder whose name ends in one of these, but for what is generated or installed.
fn read_folder(root: &FilePath, folder: &str, endings: &[&str], files: &mut Vec<File>) {
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        if entry.path().is_dir() {
            if !["gql", "node_modules", "results"].contains(&name.as_str()) {
                read_folder(root, &path, endings, files);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(entry.path()).unwrap_or_default();
            files.push(File::new(&path, &text));
        }
    }
}

#[test]
fn the_house_keeps_its_shape() {
    let root = FilePath::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "migrations/src", "tests/it"] {
        read_folder(root, folder, &[".rs"], &mut files);
    }
    assert!(files.len() > 20, "the files were not found");
    let mut wrong = complaints(&files);
    let mut pages = Vec::new();
    for folder in ["frontend/src", "frontend/scripts", "tests/browser"] {
        read_folder(root, folder, &[".ts", ".tsx", ".mjs", ".scss"], &mut pages);
    }
    wrong.extend(pages.iter().filter_map(size));
    assert!(wrong.is_empty(), "{} things are out of place:\n{}", wrong.len(), wrong.join("\n"));
}
