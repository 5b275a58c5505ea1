//! Finding what was planted in bytes of any kind: as it was written, in wide letters, as hexadecimal digits and as base64.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
};

use data_encoding::{BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER};

use super::plant::{BEGINS, Plant, TELLS};

/// One form of one thing that is looked for.
struct Form {
    bytes: Vec<u8>,
    /// Where it was planted; none for the beginning that all words share.
    place: Option<String>,
    how: &'static str,
}

/// What is looked for. It fails when it is over where something was found that should not be.
pub struct Search {
    /// In lower case.
    any_case: Forms,
    exact: Forms,
    words: Vec<(String, String)>,
    left: Option<&'static str>,
    complaints: Mutex<Vec<String>>,
}

/// All that was found where nothing should be is told at once.
impl Drop for Search {
    fn drop(&mut self) {
        let complaints = self.complaints.lock().unwrap();
        if std::thread::panicking() {
            println!("{}", complaints.join("\n"));
        } else {
            assert!(complaints.is_empty(), "{}", complaints.join("\n"));
        }
    }
}

struct Forms {
    forms: Vec<Form>,
    by_start: Vec<Vec<usize>>,
}

impl Forms {
    fn new(forms: Vec<Form>) -> Self {
        let mut by_start = vec![Vec::new(); 1 << 16];
        for (number, form) in forms.iter().enumerate() {
            by_start[start(form.bytes[0], form.bytes[1])].push(number);
        }
        Self { forms, by_start }
    }

    /// Each form that is there, and where. So plain because there are hundreds of megabytes to go through, unoptimised.
    fn in_bytes(&self, bytes: &[u8]) -> Vec<(usize, &Form)> {
        let (mut found, mut at) = (Vec::new(), 0);
        while at + 1 < bytes.len() {
            let those = &self.by_start[start(bytes[at], bytes[at + 1])];
            if !those.is_empty() {
                let here = those.iter().map(|number| &self.forms[*number]);
                found.extend(here.filter(|form| bytes[at..].starts_with(&form.bytes)).map(|form| (at, form)));
            }
            at += 1;
        }
        found
    }
}

const fn start(first: u8, second: u8) -> usize {
    ((first as usize) << 8) | second as usize
}

/// The letters of a base64 that do not depend on what stands before and behind.
fn base64(text: &[u8], behind: usize, encode: impl Fn(&[u8]) -> String) -> Vec<u8> {
    let padded = [vec![0; behind], text.to_vec()].concat();
    let (first, last) = ((behind * 8).div_ceil(6), padded.len() * 8 / 6);
    encode(&padded).into_bytes()[first..last].to_vec()
}

impl Search {
    /// A search for everything that was planted.
    pub fn new(plant: &Plant) -> Self {
        let words = plant.words().iter().map(|(place, word)| (place.clone(), word.clone()));
        let (common, special): (Vec<_>, Vec<_>) = words.partition(|(_, word)| word.contains(BEGINS));
        let mut sought = vec![(None, BEGINS.to_owned())];
        for (place, word) in special {
            let squeezed = word.replace(' ', "");
            if squeezed != word {
                sought.push((Some(place.clone()), squeezed));
            }
            sought.push((Some(place), word));
        }
        let (mut any_case, mut exact) = (Vec::new(), Vec::new());
        for (place, text) in sought {
            let low = text.to_lowercase().into_bytes();
            let wide =
                |units: fn(u8) -> [u8; 2]| low.iter().flat_map(|byte| units(*byte)).collect::<Vec<_>>();
            let mut add = |bytes, how| any_case.push(Form { bytes, place: place.clone(), how });
            add(low.clone(), "plain");
            add(wide(|byte| [byte, 0]), "UTF-16");
            add(wide(|byte| [0, byte]), "UTF-16, big end first");
            add(HEXLOWER.encode(&low).into_bytes(), "hexadecimal");
            add(HEXLOWER.encode(text.as_bytes()).into_bytes(), "hexadecimal");
            for behind in 0..3 {
                for text in [text.as_bytes(), &low, &text.to_uppercase().into_bytes()] {
                    let mut add = |bytes| exact.push(Form { bytes, place: place.clone(), how: "base64" });
                    add(base64(text, behind, |bytes| BASE64_NOPAD.encode(bytes)));
                    add(base64(text, behind, |bytes| BASE64URL_NOPAD.encode(bytes)));
                }
            }
        }
        let (any_case, exact) = (Forms::new(any_case), Forms::new(exact));
        Self { any_case, exact, words: common, left: None, complaints: Mutex::default() }
    }

    /// From now on what was planted at places that begin so may be anywhere.
    pub fn leaves(&mut self, places: &'static str) {
        self.left = Some(places);
    }

    /// What is found in bytes: where it was planted, and in which form where it is not as it was written.
    pub fn found(&self, bytes: &[u8]) -> BTreeSet<String> {
        let low = bytes.to_ascii_lowercase();
        let mut found = BTreeSet::new();
        for (at, form) in self.any_case.in_bytes(&low) {
            let place = match &form.place {
                Some(place) => place.clone(),
                None if form.how == "plain" => self.whose(&low[at..]),
                None => String::new(),
            };
            found.insert(if form.how == "plain" { place } else { format!("{place} ({})", form.how) });
        }
        for (_, form) in self.exact.in_bytes(bytes) {
            found.insert(format!("{} ({})", form.place.as_deref().unwrap_or_default(), form.how));
        }
        found
    }

    fn whose(&self, text: &[u8]) -> String {
        let text = text.get(..BEGINS.len() + TELLS).map(String::from_utf8_lossy).unwrap_or_default();
        let known = self.words.iter().find(|(_, word)| word.contains(&*text));
        known.map_or_else(|| format!("a word cut off: {text}"), |(place, _)| place.clone())
    }

    /// Fails where anything is found.
    pub fn nothing_in(&self, what: &str, bytes: &[u8]) {
        let mut found = self.found(bytes);
        found.retain(|place| self.left.is_none_or(|left| !place.starts_with(left)));
        if found.is_empty() {
            return;
        }
        let text = String::from_utf8_lossy(bytes);
        let line =
            text.lines().find(|line| self.found(line.as_bytes()).iter().any(|place| found.contains(place)));
        let complaint = format!("{what} holds {found:?}: {:.1000}", line.unwrap_or_default());
        self.complaints.lock().unwrap().push(complaint);
    }
}

/// Every file under a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            all.extend(files(&entry.path()));
        } else {
            all.push(entry.path());
        }
    }
    all
}

#[tokio::test]
async fn what_was_planted_is_found_in_every_form() {
    let mut plant = Plant::new().await;
    let word = plant.word("a.place");
    plant.keep("token", "ridgeway_Zm9vYmFyLWJhei1xdXV4");
    let search = Search::new(&plant);
    let finds = |bytes: &[u8]| search.found(bytes).into_iter().collect::<Vec<_>>().join(", ");
    assert_eq!(finds(format!("see {}!", word.to_uppercase()).as_bytes()), "a.place");
    assert_eq!(finds(b"see zqjxvkw and ridgeway_Zm9vYmFyLWJhei1xdXV"), "");
    assert_eq!(finds(b"RIDGEWAY_zm9vymfylwjhei1xdxv4"), "token 1");
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(finds(&wide).contains("UTF-16"));
    assert!(finds(HEXLOWER.encode(word.as_bytes()).to_uppercase().as_bytes()).contains("hexadecimal"));
    for before in ["", "a", "ab"] {
        let text = BASE64_NOPAD.encode(format!("{before}{word} and on").as_bytes());
        assert!(finds(text.as_bytes()).contains("base64"), "{text}");
    }
}
