//! How a table is stored: its rows, of which equal ones stand once, and what is kept of them, as JSON that is deflated. Pure.
//!
//! Most cells of a table tell the same ("0 to 4" of everything), so it takes a fortieth of its JSON; what is kept a fifth.

use std::{
    collections::{BTreeMap, HashMap},
    io::{Read, Write},
};

use data_encoding::BASE64;
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{held::Held, row::ProtectedRow};
use crate::platform::error::{Error, Result};

/// The rows of a table by the values of their cells, joined by `|`.
pub type Rows = BTreeMap<String, ProtectedRow>;
/// What is kept of each cell that somebody is in, likewise.
pub type Kept = BTreeMap<String, Held>;

/// Longer than any table is.
const MOST: u64 = 256 << 20;

/// Rows with each different one once.
#[derive(Default, Serialize, Deserialize)]
struct Once {
    rows: Vec<ProtectedRow>,
    /// For each cell the place of its row.
    cells: BTreeMap<String, usize>,
}

/// The bytes in which rows are stored. The same rows give the same bytes.
pub fn pack(rows: &Rows) -> Result<Vec<u8>> {
    let (mut once, mut places) = (Once::default(), HashMap::new());
    for (key, row) in rows {
        let place = *places.entry(row).or_insert_with(|| {
            once.rows.push(row.clone());
            once.rows.len() - 1
        });
        once.cells.insert(key.clone(), place);
    }
    deflate(&once)
}

/// The rows that were stored.
pub fn unpack(bytes: &[u8]) -> Result<Rows> {
    let once: Once = inflate(bytes)?;
    let row = |(key, place): (String, usize)| Some((key, once.rows.get(place)?.clone()));
    let rows = once.cells.into_iter().map(row).collect::<Option<Rows>>();
    rows.ok_or_else(|| Error::Internal("a stored table names a row that it has not".to_owned()))
}

/// The text that is sealed of what is kept.
pub fn pack_kept(kept: &impl Serialize) -> Result<String> {
    deflate(kept).map(|bytes| BASE64.encode(&bytes))
}

/// What was kept.
pub fn unpack_kept<T: DeserializeOwned>(text: &str) -> Result<T> {
    inflate(&BASE64.decode(text.as_bytes()).map_err(Error::internal)?)
}

/// The bytes of whatever is stored so.
pub(super) fn deflate(value: &impl Serialize) -> Result<Vec<u8>> {
    let json = serde_json::to_vec(value).map_err(Error::internal)?;
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&json).map_err(Error::internal)?;
    packed.finish().map_err(Error::internal)
}

/// What they were of.
pub(super) fn inflate<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let mut json = Vec::new();
    DeflateDecoder::new(bytes).take(MOST).read_to_end(&mut json).map_err(Error::internal)?;
    serde_json::from_slice(&json).map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::insight::published::Published;

    #[test]
    fn what_is_stored_comes_back_and_equal_rows_stand_once() {
        let row = |children| ProtectedRow { referred: Published::Count(children), ..ProtectedRow::default() };
        let rows: Rows = (0..2_000).map(|nth| (format!("{nth}"), row(5 * (nth % 3)))).collect();
        let packed = pack(&rows).unwrap();
        assert_eq!(unpack(&packed).unwrap(), rows);
        assert_eq!(pack(&rows).unwrap(), packed);
        assert!(packed.len() < 20_000, "{}", packed.len());
        assert!(unpack(&packed[..packed.len() / 2]).is_err() && unpack(b"{}").is_err());
        let kept: Kept = [("MALE".to_owned(), Held::default())].into();
        assert_eq!(unpack_kept::<Kept>(&pack_kept(&kept).unwrap()).unwrap(), kept);
        assert!(unpack_kept::<Kept>("no base64").is_err());
    }
}
