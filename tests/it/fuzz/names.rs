//! Ids, references and cursors that were never given out, were given out for something else, or were changed on their way:
//! refused alike, and never another row.

use serde_json::{Value, json};

use super::{dice::Dice, seed, watch::Watched};
use crate::support::TestApp;

/// Changes a text that was given out: a bit, a letter, its length, its prefix, its case.
fn changed(dice: &mut Dice<'_>, text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let at = dice.below(bytes.len());
    match dice.below(9) {
        0 => bytes[at] ^= 1 << dice.below(7),
        1 => bytes[at] = *dice.pick(b"ABCxyz019-_=+/ "),
        2 => bytes.truncate(at),
        3 => bytes.insert(at, *dice.pick(b"Aa0_=")),
        4 => bytes.extend(dice.pick(&["=", "==", " ", "A", "\0", "\n"]).bytes()),
        5 => bytes.reverse(),
        6 => bytes.rotate_left(at),
        7 => return text.to_uppercase(),
        _ => return dice.text(),
    }
    // The last letter of a block carries bits that say nothing: they are not free.
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What is asked of an id, and the answer to one that was never given out.
const BY_ID: &[(&str, &str)] = &[
    ("query($id: ID!) { node(id: $id) { id } }", ""),
    ("mutation($id: ID!) { completeTask(input: { taskId: $id, version: 1 }) { task { id } } }", "task"),
    ("mutation($id: ID!) { takeReferral(input: { referralId: $id, version: 1 }) { referral { id } } }", "referral"),
    ("mutation($id: ID!) { allocateCase(input: { caseId: $id, version: 1, caseworkerId: \"user_AAAAAAAAAAAAAAAAAAAAAA\",
        conflictDeclared: false }) { case { id } } }", "case"),
    ("mutation($id: ID!) { discardDraft(input: { draftId: $id }) { draft { id } } }", "draft"),
    ("mutation($id: ID!) { endUser(input: { userId: $id }) { user { id } } }", "user"),
];

#[test]
fn an_id_that_was_not_given_out_is_nothing() {
    let watched = Watched::new();
    let test = watched.run(TestApp::new());
    let manager = watched.run(test.manager());
    let ask = |query: &str, id: &str| watched.run(manager.ask(query, json!({ "id": id })));
    let lists = "{ viewer { user { id } } cases(first: 20) { nodes { id youngPerson { id } referral { id } } } tasks(first: 20) { nodes { id } } }";
    let mut given = Vec::new();
    strings(&watched.run(manager.get(lists, json!({}))), &mut given);
    assert!(given.len() > 40, "{}", given.len());
    watched.tries((seed(), 0), 250, 40, |dice| {
        let (query, noun) = *dice.pick(BY_ID);
        let real = dice.pick(&given).clone();
        // The block of one noun is no block of another.
        let other = *dice.pick(&["case", "task", "child", "referral", "user", "org", "audit", "draft"]);
        let block = real.split_once('_').map_or("", |(_, block)| block);
        let id = if dice.once_in(3) { format!("{other}_{block}") } else { changed(dice, &real) };
        if given.contains(&id) {
            return Ok(());
        }
        let nothing = ask(query, &format!("{noun}_AAAAAAAAAAAAAAAAAAAAAA")).0;
        let answer = ask(query, &id).0;
        // A wrong noun is refused before anything is looked up, and in other words; all of them in the same.
        let shaped = noun.is_empty() || id.strip_prefix(noun).is_some_and(|rest| rest.starts_with('_'));
        let foreign = ask(query, "nonsense").0;
        let expected = if shaped { &nothing } else { &foreign };
        if answer == *expected && data_is_null(&answer) {
            return Ok(());
        }
        Err(format!("{query}\nof {id:?} (once {real}): {answer}\nand not {expected}"))
    });
}

fn data_is_null(answer: &Value) -> bool {
    answer["data"].as_object().is_none_or(|data| data.values().all(Value::is_null))
}

/// Every id that an answer holds.
fn strings(answer: &Value, into: &mut Vec<String>) {
    match answer {
        Value::String(text) => into.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, into)),
        Value::Object(fields) => fields.values().for_each(|inside| strings(inside, into)),
        _ => {}
    }
}

#[test]
fn a_reference_is_read_only_as_what_it_is() {
    let watched = Watched::new();
    let test = watched.run(TestApp::new());
    let manager = watched.run(test.manager());
    let cases = watched.run(manager.get("{ cases(first: 50) { nodes { reference } } }", json!({})));
    let mut given = Vec::new();
    strings(&cases, &mut given);
    watched.tries((seed(), 0), 150, 30, |dice| {
        let real = dice.pick(&given).clone();
        let text = if dice.once_in(4) { dice.text() } else { changed(dice, &real) };
        let query = "query($r: String!) { case(reference: $r) { reference } }";
        let answer = watched.run(manager.ask(query, json!({ "r": text }))).0;
        let found = answer["data"]["case"]["reference"].as_str();
        // As people write it: without hyphen and spaces, in either case, with what looks alike.
        let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let plain = plain.to_ascii_uppercase().replace(['I', 'L'], "1").replace('O', "0");
        let right = match found {
            Some(found) => given.iter().any(|one| one == found) && plain == found.replace('-', ""),
            None => answer["data"]["case"].is_null() && refused(&answer),
        };
        if right { Ok(()) } else { Err(format!("{text:?} is read as {found:?}: {answer}")) }
    });
}

/// Nothing more is said than that there is none, or that a reference is not written like this.
fn refused(answer: &Value) -> bool {
    let errors = answer["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    errors.iter().all(|error| {
        error["extensions"]["code"] == "BAD_USER_INPUT"
            && error["message"] == "a case's reference is C- and seven symbols; check what was typed"
    })
}

/// Lists, each with its cursors, and how it is asked to go on from one.
const LISTS: &[&str] = &[
    "cases(first: 5, after: $c)",
    "cases(first: 5, orderBy: NEWEST, after: $c)",
    "cases(first: 5, filter: { mine: true }, before: $c)",
    "tasks(first: 5, after: $c)",
    "referrals(first: 5, after: $c)",
    "referrals(last: 5, orderBy: OLDEST, before: $c)",
    "youngPeople(first: 5, after: $c)",
    "users(first: 5, after: $c)",
    "organisations(first: 5, after: $c)",
];

#[test]
fn a_cursor_goes_on_only_in_its_own_list() {
    let watched = Watched::new();
    let test = watched.run(TestApp::new());
    let (manager, other) = (watched.run(test.manager()), watched.run(test.triage()));
    let asks = |list: &str| format!("query($c: String) {{ {list} {{ edges {{ cursor node {{ id }} }} }} }}");
    let mut given: Vec<(usize, bool, String)> = Vec::new();
    for (at, list) in LISTS.iter().enumerate() {
        for (own, actor) in [(true, &manager), (false, &other)] {
            let page = watched.run(actor.get(&asks(list), json!({})));
            let edges = page.as_object().unwrap().values().next().unwrap()["edges"].clone();
            for edge in edges.as_array().unwrap() {
                given.push((at, own, edge["cursor"].as_str().unwrap().to_owned()));
            }
        }
    }
    let refusal =
        watched.run(manager.ask(&asks(LISTS[0]), json!({ "c": "nonsense" }))).0["errors"][0].clone();
    assert_eq!(refusal["extensions"]["code"], "BAD_USER_INPUT");
    let same = |error: &Value| {
        error["message"] == refusal["message"] && error["extensions"] == refusal["extensions"]
    };
    assert!(given.iter().filter(|(_, own, _)| *own).count() > LISTS.len());
    for (at, own, real) in &given {
        if *own {
            let page = watched.run(manager.get(&asks(LISTS[*at]), json!({ "c": real })));
            let page = page.as_object().unwrap().values().next().unwrap();
            assert!(page["edges"].is_array(), "a cursor goes on in its own list: {page}");
        }
    }
    watched.tries((seed(), 0), 250, 40, |dice| {
        let (from, own, real) = dice.pick(&given).clone();
        let list = dice.below(LISTS.len());
        let text = if dice.once_in(2) { real.clone() } else { changed(dice, &real) };
        let answer = watched.run(manager.ask(&asks(LISTS[list]), json!({ "c": text }))).0;
        let data =
            answer["data"].as_object().and_then(|data| data.values().next()).cloned().unwrap_or_default();
        let right = if text == real && from == list && own {
            data["edges"].is_array()
        } else {
            data.is_null() && answer["errors"].as_array().is_some_and(|all| all.len() == 1 && same(&all[0]))
        };
        if right {
            return Ok(());
        }
        Err(format!("{} with {text:?}, of {} (own: {own}): {answer}", LISTS[list], LISTS[from]))
    });
}

#[test]
fn a_live_cursor_goes_on_only_for_its_own_viewer() {
    let watched = Watched::new();
    let test = watched.run(TestApp::new());
    let (manager, other) = (watched.run(test.manager()), watched.run(test.triage()));
    let follow = "subscription($c: String) { workChanged(after: $c) { cursor kind } }";
    let first = |actor: &crate::support::Actor<'_>, cursor: Option<&str>| -> Value {
        watched.run(async {
            let mut stream = actor.follow(follow, json!({ "c": cursor })).await;
            futures_util::StreamExt::next(&mut stream).await.unwrap().0
        })
    };
    let ready = first(&manager, None)["data"]["workChanged"]["cursor"].as_str().unwrap().to_owned();
    let theirs = first(&other, None)["data"]["workChanged"]["cursor"].as_str().unwrap().to_owned();
    let of_a_list = watched.run(manager.get("{ cases(first: 1) { edges { cursor } } }", json!({})));
    let of_a_list = of_a_list["cases"]["edges"][0]["cursor"].as_str().unwrap().to_owned();
    assert_eq!(first(&manager, Some(&ready))["data"]["workChanged"]["kind"], "READY");
    let refusal = first(&manager, Some("nonsense"));
    assert_eq!(refusal["errors"][0]["extensions"]["code"], "BAD_USER_INPUT");
    watched.tries((seed(), 0), 80, 30, |dice| {
        let text = match dice.below(4) {
            0 => theirs.clone(),
            1 => of_a_list.clone(),
            _ => changed(dice, &ready),
        };
        let answer = first(&manager, Some(&text));
        if text == ready || answer == refusal {
            return Ok(());
        }
        Err(format!("{text:?} (once {ready}): {answer}"))
    });
}
