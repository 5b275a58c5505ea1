//! What has to be known at the next release: of which children each shown value was made, and with which draw.
//!
//! Owns its compact JSON. It names children by number and holds what was true on the day: it is stored sealed, and dropped
//! when the next release has been made.

use std::collections::BTreeMap;

use data_encoding::BASE64_NOPAD;
use serde::{Deserialize, Serialize};

use super::{child::Members, published::Published};

/// One shown value, and what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldCount {
    /// What is shown.
    #[serde(rename = "s")]
    pub(super) shown: Published,
    /// The draw by which it was rounded: the cell key of the set for which the draw was made.
    #[serde(rename = "d")]
    pub(super) draw: u16,
    /// The children when the value was made.
    #[serde(rename = "c", with = "packed")]
    pub(super) children: Vec<u32>,
    /// Those of them for whom the draw was made. While one is left, the draw stays.
    #[serde(rename = "a", with = "packed")]
    pub(super) anchors: Vec<u32>,
}

impl HeldCount {
    /// What is shown.
    #[must_use]
    pub const fn shown(&self) -> Published {
        self.shown
    }

    /// How many distinct children entered or left since the value was made.
    pub(super) fn moved(&self, members: &Members) -> usize {
        let mut before = self.children.iter().copied().peekable();
        let mut moved = 0;
        for number in members.numbers() {
            while before.next_if(|one| *one < number).is_some() {
                moved += 1;
            }
            if before.next_if_eq(&number).is_none() {
                moved += 1;
            }
        }
        moved + before.count()
    }

    /// Those for whom the draw was made and who are in the set still.
    pub(super) fn anchors_in(&self, members: &Members) -> Vec<u32> {
        let mut anchors = self.anchors.iter().copied().peekable();
        members
            .numbers()
            .filter(|number| {
                while anchors.next_if(|one| one < number).is_some() {}
                anchors.next_if_eq(number).is_some()
            })
            .collect()
    }
}

/// What stands behind one row: by the name of each count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Held(pub(super) BTreeMap<String, HeldCount>);

/// Rising numbers as differences of seven bits a byte, in base64: about a byte and a half a child.
mod packed {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::BASE64_NOPAD;

    pub(super) fn serialize<S: Serializer>(numbers: &[u32], to: S) -> Result<S::Ok, S::Error> {
        let mut bytes = Vec::with_capacity(numbers.len());
        let mut last = 0;
        for number in numbers {
            let mut rest = number - last;
            last = *number;
            while rest >= 0x80 {
                bytes.push(seven(rest) | 0x80);
                rest >>= 7;
            }
            bytes.push(seven(rest));
        }
        to.serialize_str(&BASE64_NOPAD.encode(&bytes))
    }

    /// The lowest seven bits.
    fn seven(number: u32) -> u8 {
        u8::try_from(number & 0x7F).unwrap_or_default()
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u32>, D::Error> {
        let text = String::deserialize(from)?;
        let bytes = BASE64_NOPAD.decode(text.as_bytes()).map_err(D::Error::custom)?;
        let mut numbers = Vec::with_capacity(bytes.len());
        let (mut last, mut rest, mut shift) = (0_u32, 0_u32, 0);
        for byte in bytes {
            let low = u32::from(byte & 0x7F);
            rest |= low.checked_shl(shift).ok_or_else(|| D::Error::custom("a number too long"))?;
            shift += 7;
            if byte & 0x80 == 0 {
                last = last.checked_add(rest).ok_or_else(|| D::Error::custom("a number too great"))?;
                numbers.push(last);
                (rest, shift) = (0, 0);
            }
        }
        Ok(numbers)
    }
}
