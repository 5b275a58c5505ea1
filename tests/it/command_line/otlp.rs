//! What is sent by OTLP, read as protobuf: which spans are of one trace, and which words figures hold.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The fields of a protobuf message that have a length, by number.
fn fields(mut message: &[u8]) -> Vec<(u64, &[u8])> {
    fn number(message: &mut &[u8]) -> u64 {
        let (mut value, mut shift) = (0, 0);
        while let Some((byte, rest)) = message.split_first() {
            *message = rest;
            value |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                break;
            }
        }
        value
    }
    let mut found = Vec::new();
    while !message.is_empty() {
        let tag = number(&mut message);
        let length = match tag & 7 {
            0 => {
                number(&mut message);
                continue;
            }
            1 => 8,
            2 => usize::try_from(number(&mut message)).unwrap(),
            _ => 4,
        };
        let (value, rest) = message.split_at(length);
        if tag & 7 == 2 {
            found.push((tag >> 3, value));
        }
        message = rest;
    }
    found
}

/// What lies in a message by a path of field numbers.
fn within<'a>(message: &'a [u8], path: &[u64]) -> Vec<&'a [u8]> {
    let Some((first, rest)) = path.split_first() else { return vec![message] };
    let inner = fields(message).into_iter().filter(|(number, _)| number == first);
    inner.flat_map(|(_, inner)| within(inner, rest)).collect()
}

fn source(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            source(&path, text);
        } else {
            text.push_str(&std::fs::read_to_string(path).unwrap_or_default());
        }
    }
}

/// By the OTLP: requests hold metrics at 1.2.2; name 1, gauge 5, sum 7, histogram 9, each with points at 1.
pub fn figures_hold_words_of_the_source(requests: &[&[u8]]) {
    let mut text = String::new();
    source(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    let mut names = BTreeSet::new();
    for metric in requests.iter().flat_map(|request| within(request, &[1, 2, 2])) {
        names.extend(within(metric, &[1]).into_iter().map(|name| String::from_utf8(name.to_vec()).unwrap()));
        let attributes = [[5, 1, 7], [7, 1, 7], [9, 1, 9]].into_iter().flat_map(|path| within(metric, &path));
        for attribute in attributes {
            for word in within(attribute, &[1]).into_iter().chain(within(attribute, &[2, 1])) {
                let word = std::str::from_utf8(word).unwrap();
                assert!(text.contains(&format!("\"{word}\"")), "{word} is not a word of the program");
            }
        }
    }
    let expected = [
        "db.client.operation.duration",
        "http.server.request.duration",
        "ridgeway.events.unplaced",
        "ridgeway.jobs.overdue",
    ];
    for name in expected {
        assert!(names.contains(name), "{name} is not among {names:?}");
    }
}

/// By the OTLP: requests hold spans at 1.2.2; the id of the trace 1, of the span 2, of the one around it 4, the name 5.
pub fn one_trace_goes_from_the_request_to_its_statements(requests: &[&[u8]]) {
    let mut spans = BTreeMap::new();
    for span in requests.iter().flat_map(|request| within(request, &[1, 2, 2])) {
        let of = |number| within(span, &[number]).first().copied().unwrap_or_default();
        spans.insert(of(2), (of(1), of(4), std::str::from_utf8(of(5)).unwrap()));
    }
    let mut ways = BTreeSet::new();
    for (trace, around, name) in spans.values().filter(|(_, _, name)| *name == "sql.statement") {
        let (mut way, mut next) = (vec![*name], *around);
        while let Some((of, around, name)) = spans.get(next) {
            assert_eq!(of, trace, "{name} is of another trace");
            way.push(*name);
            next = *around;
        }
        way.reverse();
        ways.insert(way);
    }
    let saved = vec!["http.request", "draft.save", "sql.statement"];
    assert!(ways.contains(&saved), "no request has an operation with its statements in it: {ways:?}");
}
