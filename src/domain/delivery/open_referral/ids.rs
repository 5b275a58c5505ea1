//! The ids of what is published: UUIDs, as HSDS wants them, that stay the same and reveal nothing.
//!
//! An id of ours is one enciphered block, as everywhere outside; a UUIDv7 itself would tell when something was written
//! down. What has no id of its own (an attribute, an area of a programme) has a digest of whose it is.

use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use crate::{
    platform::keys::Keys,
    words::id::{Id, Noun},
};

/// Under another key than the ids of the API: one does not tell the other.
fn key<N: Noun>() -> String {
    format!("openreferral/{}", N::PREFIX)
}

/// The published id of a row.
#[must_use]
pub fn of<N: Noun>(keys: &Keys, id: Id<N>) -> Uuid {
    keys.encipher_uuid(&key::<N>(), id.uuid())
}

/// The row of a published id; none for what was never published here.
#[must_use]
pub fn open<N: Noun>(keys: &Keys, id: Uuid) -> Option<Id<N>> {
    keys.decipher_uuid(&key::<N>(), id).map(Id::from)
}

fn custom(bytes: &[u8]) -> Uuid {
    let mut block = [0; 16];
    block.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    Builder::from_custom_bytes(block).into_uuid()
}

/// The id of a part of a row, by what it is.
#[must_use]
pub fn of_part(keys: &Keys, row: Uuid, part: &str) -> Uuid {
    custom(&keys.digest("openreferral/part", &[row.as_bytes(), part.as_bytes()]))
}

/// The id of a term: the same in every partnership, so that who reads several feeds knows it again.
#[must_use]
pub fn of_term(code: &str) -> Uuid {
    custom(&Sha256::digest(format!("ridgeway/openreferral/{code}").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        platform::chance::Chance,
        words::id::noun::{Offering, Programme},
    };

    #[test]
    fn ids_stay_the_same_open_again_and_hide_when_something_was_written_down() {
        let keys = Keys::new([7; 32], Chance::seeded(1));
        let inside = Builder::from_unix_timestamp_millis(1_760_000_000_000, &[5; 10]).into_uuid();
        let id = Id::<Programme>::from(inside);
        let outside = of(&keys, id);
        assert_eq!(outside, of(&keys, id));
        assert_eq!(open::<Programme>(&keys, outside), Some(id));
        let of_another = open::<Offering>(&keys, outside).map(Id::uuid);
        assert_ne!(of_another, Some(inside), "each noun has its own key");
        assert_ne!(open::<Programme>(&keys, inside), Some(id), "the inner id does not open itself");
        assert_ne!(outside.as_bytes()[..6], inside.as_bytes()[..6], "the time does not show");
        let in_the_api = id.seal(&keys);
        assert!(!in_the_api.ends_with(&data_encoding::BASE64URL_NOPAD.encode(outside.as_bytes())));
        let other = Keys::new([8; 32], Chance::seeded(1));
        assert_ne!(of(&other, id), outside);
    }

    #[test]
    fn parts_and_terms_have_ids_of_their_own() {
        let keys = Keys::new([7; 32], Chance::seeded(1));
        let row = Uuid::from_bytes([1; 16]);
        assert_eq!(of_part(&keys, row, "a"), of_part(&keys, row, "a"));
        assert_ne!(of_part(&keys, row, "a"), of_part(&keys, row, "b"));
        assert_ne!(of_part(&keys, row, "a"), of_part(&keys, Uuid::from_bytes([2; 16]), "a"));
        assert_ne!(of_term("answer"), of_term("places_band"));
    }
}
