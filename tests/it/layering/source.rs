//! Reads Rust as far as the layering test needs: words and marks without comments, and the paths that they form.
//! Not a parser: macros are read like any other text, and types are not known.

/// A word, a mark, `::`, or the inside of a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Word(String),
    Mark(char),
    Colons,
    Text(String),
}

/// A path as it is written, with the inline modules (`mod tests { ... }`) around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub segments: Vec<String>,
    pub inside: Vec<String>,
    /// Whether it stands in a `use`.
    pub used: bool,
}

/// The tokens of a text, without comments and lifetimes.
pub fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let at = |i: usize| letters.get(i).copied().unwrap_or('\0');
    let mut found = Vec::new();
    let mut i = 0;
    while i < letters.len() {
        let letter = at(i);
        if letter == '/' && at(i + 1) == '/' {
            while i < letters.len() && at(i) != '\n' {
                i += 1;
            }
        } else if letter == '/' && at(i + 1) == '*' {
            i = after_block_comment(&letters, i);
        } else if letter == '"' {
            let (inside, next) = plain_string(&letters, i + 1);
            found.push(Token::Text(inside));
            i = next;
        } else if letter == 'r' && raw_string(&letters, i).is_some() {
            let (inside, next) = raw_string(&letters, i).unwrap_or_default();
            found.push(Token::Text(inside));
            i = next;
        } else if letter == '\'' {
            i = after_quote(&letters, i);
        } else if letter == ':' && at(i + 1) == ':' {
            found.push(Token::Colons);
            i += 2;
        } else if letter.is_alphanumeric() || letter == '_' {
            let from = i;
            while at(i).is_alphanumeric() || at(i) == '_' {
                i += 1;
            }
            let word: String = letters[from..i].iter().collect();
            match word.as_str() {
                // b"..." is a string, br"..." a raw one that begins at its r, and r#word a word.
                "b" | "c" if at(i) == '"' => {}
                "br" | "cr" if raw_string(&letters, i - 1).is_some() => i -= 1,
                "r" if at(i) == '#' => i += 1,
                _ => found.push(Token::Word(word)),
            }
        } else {
            if !letter.is_whitespace() {
                found.push(Token::Mark(letter));
            }
            i += 1;
        }
    }
    found
}

fn after_block_comment(letters: &[char], from: usize) -> usize {
    let (mut i, mut depth) = (from, 0_usize);
    while i + 1 < letters.len() {
        match (letters[i], letters[i + 1]) {
            ('/', '*') => (depth, i) = (depth + 1, i + 2),
            ('*', '/') => (depth, i) = (depth - 1, i + 2),
            _ => i += 1,
        }
        if depth == 0 {
            return i;
        }
    }
    letters.len()
}

fn plain_string(letters: &[char], from: usize) -> (String, usize) {
    let mut inside = String::new();
    let mut i = from;
    while i < letters.len() && letters[i] != '"' {
        i += usize::from(letters[i] == '\\');
        inside.extend(letters.get(i));
        i += 1;
    }
    (inside, i + 1)
}

/// `r"..."`, `r#"..."#` and so on; none where the `r` begins a word or `r#word`.
fn raw_string(letters: &[char], from: usize) -> Option<(String, usize)> {
    let hashes = letters[from + 1..].iter().take_while(|&&c| c == '#').count();
    let begin = from + 1 + hashes;
    if letters.get(begin) != Some(&'"') {
        return None;
    }
    let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let length = letters[begin + 1..].windows(end.len()).position(|window| window == end)?;
    Some((letters[begin + 1..begin + 1 + length].iter().collect(), begin + 1 + length + end.len()))
}

/// A letter in quotes, or the quote of a lifetime.
fn after_quote(letters: &[char], from: usize) -> usize {
    if letters.get(from + 1) == Some(&'\\') {
        let rest = letters[from + 3..].iter().position(|&c| c == '\'').unwrap_or(0);
        from + 3 + rest + 1
    } else if letters.get(from + 2) == Some(&'\'') {
        from + 3
    } else {
        from + 1
    }
}

/// Every path in the tokens: `use` trees taken apart, `a::b` elsewhere, and strings that are nothing but a path
/// from `super` or `crate` on (sea-orm names relations so).
pub fn paths(tokens: &[Token]) -> Vec<Path> {
    let mut found = Vec::new();
    let mut braces: Vec<Option<String>> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let inside: Vec<String> = braces.iter().flatten().cloned().collect();
        match &tokens[i] {
            Token::Word(word) if word == "use" => {
                let (mut trees, next) = use_tree(tokens, i + 1, &[]);
                trees.retain(|segments| !segments.is_empty()); // `impl Trait + use<'a>` names no path
                found.extend(trees.into_iter().map(|segments| Path {
                    segments,
                    inside: inside.clone(),
                    used: true,
                }));
                i = next;
            }
            Token::Word(word) if word == "mod" && tokens.get(i + 2) == Some(&Token::Mark('{')) => {
                if let Some(Token::Word(name)) = tokens.get(i + 1) {
                    braces.push(Some(name.clone()));
                }
                i += 3;
            }
            Token::Word(_) => {
                let (segments, next) = plain_path(tokens, i);
                if segments.len() > 1 {
                    found.push(Path { segments, inside, used: false });
                }
                i = next;
            }
            Token::Text(text) if text.starts_with("super::") || text.starts_with("crate::") => {
                let segments: Vec<String> = text.split("::").map(str::to_owned).collect();
                if segments.iter().all(|s| s.chars().all(|c| c.is_alphanumeric() || c == '_')) {
                    found.push(Path { segments, inside, used: false });
                }
                i += 1;
            }
            mark => {
                match mark {
                    Token::Mark('{') => braces.push(None),
                    Token::Mark('}') => drop(braces.pop()),
                    _ => {}
                }
                i += 1;
            }
        }
    }
    found
}

fn plain_path(tokens: &[Token], from: usize) -> (Vec<String>, usize) {
    let mut segments = Vec::new();
    let mut i = from;
    while let Some(Token::Word(word)) = tokens.get(i) {
        segments.push(word.clone());
        i += 1;
        match (tokens.get(i), tokens.get(i + 1)) {
            (Some(Token::Colons), Some(Token::Word(_))) => i += 1,
            _ => break,
        }
    }
    (segments, i)
}

/// The paths of one `use` tree, without new names after `as`, and the place after it.
fn use_tree(tokens: &[Token], from: usize, before: &[String]) -> (Vec<Vec<String>>, usize) {
    let mut path = before.to_vec();
    let mut i = from;
    loop {
        match tokens.get(i) {
            Some(Token::Word(word)) if word == "as" => i += 2,
            Some(Token::Word(word)) => {
                path.push(word.clone());
                i += 1;
            }
            Some(Token::Colons) => i += 1,
            Some(Token::Mark('*')) => {
                path.push("*".to_owned());
                i += 1;
            }
            Some(Token::Mark('{')) => {
                let mut all = Vec::new();
                i += 1;
                while i < tokens.len() && tokens[i] != Token::Mark('}') {
                    let (some, next) = use_tree(tokens, i, &path);
                    all.extend(some);
                    i = next + usize::from(tokens.get(next) == Some(&Token::Mark(',')));
                }
                return (all, i + 1);
            }
            _ => return (vec![path], i),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Vec<String> {
        paths(&tokens(text)).into_iter().map(|path| path.segments.join("::")).collect()
    }

    #[test]
    fn a_use_tree_is_taken_apart() {
        let text = "pub use crate::{read::people::{self, user as person}, words::*};";
        assert_eq!(
            written(text),
            ["crate::read::people::self", "crate::read::people::user", "crate::words::*"]
        );
    }

    #[test]
    fn comments_and_strings_are_not_code_but_relations_are() {
        let text = r##"
            // crate::http::a
            /* crate::http::b /* nested */ crate::http::c */
            const Z: &[u8] = br"see crate::http::z";
            const A: &str = "see crate::http::d"; const B: &str = r#"crate::http::e " "#; let c = '"';
            #[sea_orm(belongs_to = "super::user::Entity")]
            fn f<'a>(x: &'a str) { crate::words::g(x) }
        "##;
        assert_eq!(written(text), ["super::user::Entity", "crate::words::g"]);
    }

    #[test]
    fn what_a_type_captures_is_no_path() {
        assert_eq!(written("fn f<'a>() -> impl Send + use<'a> { crate::words::g() }"), ["crate::words::g"]);
    }

    #[test]
    fn a_path_knows_the_inline_module_around_it() {
        let found =
            paths(&tokens("fn f() { if x {} } mod tests { use super::*; fn g() { super::super::h() } }"));
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|path| path.inside == ["tests"]));
    }
}
