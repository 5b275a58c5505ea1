//! Keys: one secret of 32 bytes, and from it a key for each purpose (HKDF-SHA-256, RFC 5869).
//!
//! Owns enciphered ids (AES-128, one block), sealed text (XChaCha20-Poly1305), blind indexes and digests (HMAC-SHA-256).
//! Knows nothing of what is sealed. Nothing here is ever printed.

use aes::{
    Aes128,
    cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit},
};
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER, HEXLOWER_PERMISSIVE};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    chance::Chance,
    error::{Error, Result},
};

const NONCE: usize = 24;

/// The partnership's secret; each use derives its own key from it.
#[derive(Clone)]
pub struct Keys {
    secret: [u8; 32],
    chance: Chance,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(hidden)")
    }
}

/// A digest of 32 bytes, for look-ups and comparison.
pub type Digest32 = Vec<u8>;

impl Keys {
    /// Keys from a secret of 32 bytes.
    #[must_use]
    pub const fn new(secret: [u8; 32], chance: Chance) -> Self {
        Self { secret, chance }
    }

    /// Keys from RIDGEWAY_SECRET: 64 hexadecimal digits.
    pub fn from_hex(text: &str, chance: Chance) -> Result<Self> {
        HEXLOWER_PERMISSIVE
            .decode(text.trim().as_bytes())
            .ok()
            .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
            .map(|secret| Self::new(secret, chance))
            .ok_or(Error::BadInput("RIDGEWAY_SECRET must be 64 hexadecimal digits (32 bytes)".into()))
    }

    fn derive<const N: usize>(&self, purpose: &str) -> [u8; N] {
        let mut key = [0_u8; N];
        // 32 bytes are far below HKDF's limit of 255 hashes, so expanding cannot fail.
        let expanded = Hkdf::<Sha256>::new(None, &self.secret).expand(purpose.as_bytes(), &mut key);
        debug_assert!(expanded.is_ok());
        key
    }

    /// What tells that two nodes hold the same secret, without telling the secret.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        HEXLOWER.encode(&self.derive::<8>("fingerprint"))
    }

    /// A UUID as one AES block under the key of its noun, as text.
    #[must_use]
    pub fn encipher_id(&self, noun: &str, id: Uuid) -> String {
        BASE64URL_NOPAD.encode(self.encipher_uuid(noun, id).as_bytes())
    }

    /// The UUID of an enciphered block; None for what this program never gave out.
    #[must_use]
    pub fn decipher_id(&self, noun: &str, text: &str) -> Option<Uuid> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        self.decipher_uuid(noun, Uuid::from_bytes(<[u8; 16]>::try_from(bytes).ok()?))
    }

    /// The same block where what comes out has to look like a UUID.
    #[must_use]
    pub fn encipher_uuid(&self, noun: &str, id: Uuid) -> Uuid {
        let mut block = (*id.as_bytes()).into();
        self.id_cipher(noun).encrypt_block(&mut block);
        Uuid::from_bytes(block.into())
    }

    /// The UUID of an enciphered one; None for what this program never gave out.
    #[must_use]
    pub fn decipher_uuid(&self, noun: &str, outside: Uuid) -> Option<Uuid> {
        let mut block = outside.into_bytes().into();
        self.id_cipher(noun).decrypt_block(&mut block);
        let id = Uuid::from_bytes(block.into());
        (id.get_version_num() == 7).then_some(id)
    }

    fn id_cipher(&self, noun: &str) -> Aes128 {
        Aes128::new(&self.derive::<16>(&format!("id/{noun}")).into())
    }

    /// Seals bytes for one place (a column and a row, a cursor and its viewer): moved elsewhere they do not open.
    #[must_use]
    pub fn seal(&self, purpose: &str, place: &[u8], plain: &[u8]) -> Vec<u8> {
        let nonce = self.chance.bytes::<NONCE>();
        let sealed = self
            .sealer(purpose)
            .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: place })
            // Encryption fails only beyond 256 GiB, and no body is that long.
            .unwrap_or_default();
        [nonce.as_slice(), &sealed].concat()
    }

    /// Opens what `seal` made for the same purpose and place.
    pub fn open(&self, purpose: &str, place: &[u8], sealed: &[u8]) -> Result<Vec<u8>> {
        let (nonce, body) = sealed.split_at_checked(NONCE).ok_or_else(|| broken(purpose))?;
        let nonce = <[u8; NONCE]>::try_from(nonce).map_err(|_| broken(purpose))?;
        self.sealer(purpose)
            .decrypt(&XNonce::from(nonce), Payload { msg: body, aad: place })
            .map_err(|_| broken(purpose))
    }

    fn sealer(&self, purpose: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.derive::<32>(&format!("seal/{purpose}")).into())
    }

    /// A keyed digest: finds an identifier without storing it, binds a key to its caller, seals the audit.
    #[must_use]
    pub fn digest(&self, purpose: &str, parts: &[&[u8]]) -> Digest32 {
        let mut mac = <Hmac<Sha256> as KeyInit>::new(&self.derive::<64>(&format!("digest/{purpose}")).into());
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().to_vec()
    }
}

/// The hash under which a random token is stored. Unkeyed: the token itself has 256 bits of chance.
#[must_use]
pub fn token_hash(token: &str) -> Digest32 {
    Sha256::digest(token.as_bytes()).to_vec()
}

fn broken(purpose: &str) -> Error {
    Error::Internal(format!("a sealed value of {purpose} does not open under this secret"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys::new([7; 32], Chance::seeded(1))
    }

    #[test]
    fn an_id_comes_back_only_under_its_own_noun() {
        let id = Uuid::parse_str("0199c0de-0000-7000-8000-000000000001").unwrap();
        let text = keys().encipher_id("case", id);
        assert_eq!(keys().decipher_id("case", &text), Some(id));
        assert_ne!(keys().decipher_id("child", &text), Some(id));
        assert_eq!(keys().decipher_id("case", "nonsense"), None);
        assert!(!text.contains("0199c0de"));
    }

    #[test]
    fn what_is_sealed_opens_only_where_it_was_put() {
        let sealed = keys().seal("note", b"row 1", b"words");
        assert_eq!(keys().open("note", b"row 1", &sealed).unwrap(), b"words");
        assert!(keys().open("note", b"row 2", &sealed).is_err());
        assert!(keys().open("task", b"row 1", &sealed).is_err());
        assert!(Keys::new([8; 32], Chance::System).open("note", b"row 1", &sealed).is_err());
        assert!(keys().open("note", b"row 1", &sealed[..10]).is_err());
    }

    #[test]
    fn digests_do_not_run_parts_together() {
        assert_ne!(keys().digest("x", &[b"ab", b"c"]), keys().digest("x", &[b"a", b"bc"]));
    }

    #[test]
    fn a_secret_of_another_length_is_refused() {
        assert!(Keys::from_hex("abcd", Chance::System).is_err());
        assert!(Keys::from_hex(&"0f".repeat(32), Chance::System).is_ok());
    }
}
