//! How names are made alike for search: one key, in lower case and without accents, in whatever script.
//!
//! Owns no judgement on names. Every name is a real name; the key is only for finding, the name is shown as it was given.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// The key of a name: lower case, accents off, letters and digits of any script, words with one space between. Hyphens
/// part words and apostrophes do not, so that `O'Brien-Łuć` is found as `obrien luc`.
#[must_use]
pub fn search_key(name: &str) -> String {
    // Apostrophes go before anything is put together: the marks beside one come to stand together, and have an order among
    // themselves. One is a space and an accent when it is taken apart, and others come out of what is.
    let apart = name.chars().filter(|c| !is_apostrophe(*c)).nfkd();
    let bare = apart.filter(|c| !is_accent(*c) && !is_apostrophe(*c));
    let spelt: String = bare.flat_map(char::to_lowercase).collect();
    let mut key = String::with_capacity(spelt.len());
    for c in spelt.nfc() {
        match plain(c) {
            Some(letters) => key.push_str(letters),
            None if is_part_of_a_name(c) => key.push(c),
            None if !key.ends_with(' ') && !key.is_empty() => key.push(' '),
            None => {}
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// The key of a person with several names: each distinct word once, in the order given.
#[must_use]
pub fn search_key_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let keys: Vec<String> = names.into_iter().map(search_key).collect();
    let mut words: Vec<&str> = Vec::new();
    for word in keys.iter().flat_map(|key| key.split(' ')).filter(|word| !word.is_empty()) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(" ")
}

/// The trigrams of a key, each word with two spaces before and one after it, as `pg_trgm` cuts them. Two names
/// that share many of them are alike even where one is misspelt.
#[must_use]
pub fn trigrams(key: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for word in key.split(' ').filter(|word| !word.is_empty()) {
        let padded: Vec<char> = "  ".chars().chain(word.chars()).chain([' ']).collect();
        found.extend(padded.windows(3).map(|three| three.iter().collect::<String>()));
    }
    found
}

/// Marks that may be left out without making another name: accents of Latin, Greek and Cyrillic letters, and the points of
/// Hebrew and Arabic. The vowel signs of other scripts are letters to those who read them.
const fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{FE20}'..='\u{FE2F}'
        | '\u{0591}'..='\u{05BD}' | '\u{05BF}'..='\u{05C7}'
        | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '´' | '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{02BB}' | '\u{02B9}' | '\u{FF07}' | '.'
    )
}

fn is_part_of_a_name(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// Letters that do not come apart into a letter and an accent.
const fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_of_every_kind_have_a_key() {
        let cases = [
            ("  Zoë   O’Brien-Łuć ", "zoe obrien luc"),
            ("Anne-Marie d'Arcy", "anne marie darcy"),
            ("Đặng Thị Hương", "dang thi huong"),
            ("İbrahim Yıldız", "ibrahim yildiz"),
            ("O´Brien", "obrien"),
            ("Straße", "strasse"),
            ("J. R. Núñez Jr.", "j r nunez jr"),
            ("Ахмед Ёлкин", "ахмед елкин"),
            ("مُحَمَّد", "محمد"),
            ("プリヤ", "プリヤ"),
            ("김민준", "김민준"),
            ("प्रिया", "प्रिया"),
            ("李", "李"),
            ("X Æ A-12", "x ae a 12"),
            ("’", ""),
            ("\u{1E5EE}'\u{16AF0}", "\u{16AF0}\u{1E5EE}"),
        ];
        for (name, key) in cases {
            assert_eq!(search_key(name), key, "{name}");
        }
    }

    #[test]
    fn several_names_make_one_key() {
        assert_eq!(search_key_of(["Zoë", "O'Brien", "Zoe", "ZoZo"]), "zoe obrien zozo");
        assert_eq!(search_key_of([]), "");
    }

    #[test]
    fn misspelt_names_share_trigrams() {
        let (right, wrong) = (trigrams("mohammed"), trigrams("mohamed"));
        assert!(right.contains("  m") && right.contains("ed "));
        assert!(right.intersection(&wrong).count() * 2 > right.len());
        assert!(trigrams("").is_empty());
        assert_eq!(trigrams("李").len(), 2);
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(name in "\\PC{0,40}") {
            let key = search_key(&name);
            prop_assert_eq!(search_key(&key), key.clone());
            prop_assert!(!key.contains("  ") && key.trim() == key);
        }
    }
}
