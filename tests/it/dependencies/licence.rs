//! Reads SPDX licence expressions: names, WITH, AND, OR and brackets; `/` is an older way to write OR.

/// Whether someone who accepts only the licences on the list may use what is under this expression.
pub fn satisfied(expression: &str, allowed: &[&str]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, allowed };
    reader.any() == Some(true) && reader.words.is_empty()
}

/// Each step answers none where the text is no expression.
struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a [&'a str],
}

impl Reader<'_> {
    /// Goes past a word where it is the next.
    fn goes_past(&mut self, word: &str) -> bool {
        let found = self.words.first() == Some(&word);
        self.words = &self.words[usize::from(found)..];
        found
    }

    fn next(&mut self) -> Option<&str> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }

    fn any(&mut self) -> Option<bool> {
        let mut satisfied = self.all()?;
        while self.goes_past("OR") {
            satisfied |= self.all()?;
        }
        Some(satisfied)
    }

    fn all(&mut self) -> Option<bool> {
        let mut satisfied = self.one()?;
        while self.goes_past("AND") {
            satisfied &= self.one()?;
        }
        Some(satisfied)
    }

    fn one(&mut self) -> Option<bool> {
        if self.goes_past("(") {
            let satisfied = self.any()?;
            return self.goes_past(")").then_some(satisfied);
        }
        let mut name = self.next()?.to_owned();
        if self.goes_past("WITH") {
            name = format!("{name} WITH {}", self.next()?);
        }
        Some(self.allowed.contains(&name.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::satisfied;

    const LIST: &[&str] = &["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-3-Clause"];

    #[test]
    fn what_the_list_covers_is_satisfied() {
        for expression in [
            "MIT",
            "GPL-3.0 OR MIT",
            "GPL-3.0/MIT",
            "Apache-2.0 WITH LLVM-exception",
            "(GPL-3.0 OR Apache-2.0) AND BSD-3-Clause",
            "MIT OR GPL-3.0 AND GPL-2.0",
        ] {
            assert!(satisfied(expression, LIST), "{expression}");
        }
    }

    #[test]
    fn what_it_does_not_cover_is_not() {
        for expression in [
            "",
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(MIT OR Apache-2.0) AND GPL-3.0",
            "MIT WITH Some-exception",
            "MIT OR",
            "(MIT",
            "MIT)",
            "MIT MIT",
            "AND",
        ] {
            assert!(!satisfied(expression, LIST), "{expression}");
        }
    }
}
