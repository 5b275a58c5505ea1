//! What the parser would have to bear, by the document's text alone: how much of it, and brackets within brackets.

use super::fault::Fault;

/// A document has at most so many bytes.
const LONGEST: usize = 100_000;
/// And so many names, numbers, strings and marks.
const TOKENS: usize = 10_000;
/// Brackets within brackets; the parser would go as deep as they do.
const DEEPEST: usize = 200;

/// Refuses a text that is too much for the parser.
pub fn check(text: &str) -> Result<(), Fault> {
    let refuse = |why: &'static str| Err(Fault::of_document("TOO_COMPLEX", why));
    if text.len() > LONGEST {
        return refuse("the document is too long: at most 100,000 bytes; put long texts into variables");
    }
    let Measure { tokens, deepest } = measure(text);
    if deepest > DEEPEST {
        return refuse("the document is nested too deeply");
    }
    if tokens > TOKENS { refuse("the document has too many parts") } else { Ok(()) }
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Measure {
    tokens: usize,
    deepest: usize,
}

/// Counts outside strings and comments.
fn measure(text: &str) -> Measure {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut measure) = (0, 0_usize, Measure::default());
    let mut within = false;
    while at < bytes.len() {
        let word = matches!(bytes[at], b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'-' | b'.' | 0x80..);
        let empty = matches!(bytes[at], b' ' | b'\t' | b'\n' | b'\r' | b',' | b'#');
        measure.tokens += usize::from(!(empty || word && within));
        within = word;
        match bytes[at] {
            b'{' | b'[' | b'(' => {
                depth += 1;
                measure.deepest = measure.deepest.max(depth);
            }
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            b'#' => {
                at +=
                    bytes[at..].iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len());
            }
            b'"' => at = end_of_string(text, at),
            _ => {}
        }
        at += 1;
    }
    measure
}

/// Where the string that begins at `at` ends: the place of its last quote.
fn end_of_string(text: &str, at: usize) -> usize {
    let (bytes, block) = (text.as_bytes(), text[at..].starts_with("\"\"\""));
    let mut i = at + if block { 3 } else { 1 };
    while i < bytes.len() {
        match bytes[i] {
            b'\\' if block && bytes[i..].starts_with(br#"\""""#) => i += 4,
            b'\\' if !block => i += 2,
            b'"' | b'\n' if !block => return i,
            b'"' if bytes[i..].starts_with(b"\"\"\"") => return i + 2,
            _ => i += 1,
        }
    }
    i
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_and_tokens_are_counted_outside_strings_and_comments() {
        let measured = |text: &str| (measure(text).tokens, measure(text).deepest);
        assert_eq!(measured("{ a(b: [1]) { c } }"), (13, 3));
        assert_eq!(measured(r#"{ a(b: "{{{{") }"#), (8, 2));
        assert_eq!(measured(r#"{ a(b: "\"{{{{") }"#), (8, 2));
        assert_eq!(measured("{ a(b: \"\"\" {{{ \\\"\"\" {{{ \"\"\") }"), (8, 2));
        assert_eq!(measured("{ # {{{{\n a }"), (3, 1));
        assert_eq!(measured("\"unclosed {{{"), (1, 0));
        assert_eq!(measured("{ name-1.5 ...Name }"), (4, 1));
        assert_eq!(measured("é é"), (2, 0));
    }

    #[test]
    fn what_is_too_much_is_refused_before_it_is_parsed() {
        let refused = |text: String| check(&text).is_err_and(|fault| fault.code == "TOO_COMPLEX");
        assert!(refused("{a".repeat(201)));
        assert!(!refused("{a".repeat(200)));
        assert!(refused("a ".repeat(10_001)));
        assert!(!refused("a ".repeat(10_000)));
        assert!(refused(format!("{{ a(b: \"{}\") }}", "x".repeat(100_000))));
        assert!(refused(" ".repeat(900_000)));
    }
}
