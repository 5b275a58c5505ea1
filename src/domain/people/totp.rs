//! One-time codes as every authenticator app computes them: RFC 6238 over RFC 4226, SHA-1, 30 seconds, six digits.
//!
//! Twenty lines over `hmac` and `sha1`, which the program has anyway, and the RFC's own test vectors below: a crate for it
//! would bring second versions of both. SHA-1 is what the apps know; its collisions do not touch HMAC.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use qrcode::{Color, EcLevel, QrCode};
use sha1::Sha1;

use crate::platform::error::{Error, Result};

/// How long a code is shown, in seconds.
const STEP: i64 = 30;
/// Codes of so many steps before and after are taken: clocks differ.
const WINDOW: i64 = 1;
/// White around the code, in squares, as readers need it.
const QUIET: usize = 4;

/// The code of a time step.
#[must_use]
pub fn code(key: &[u8; 20], step: i64) -> String {
    // A key of any length is taken, so this cannot fail.
    let Ok(mut mac) = <Hmac<Sha1> as KeyInit>::new_from_slice(key) else { return String::new() };
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] & 0x0f);
    let word = u32::from_be_bytes([hash[at], hash[at + 1], hash[at + 2], hash[at + 3]]) & 0x7fff_ffff;
    format!("{:06}", word % 1_000_000)
}

/// The time step of an instant.
#[must_use]
pub fn step_at(now: DateTime<Utc>) -> i64 {
    now.timestamp().div_euclid(STEP)
}

/// The step whose code this is, among those taken now and not before `after`.
#[must_use]
pub fn step_of(key: &[u8; 20], typed: &str, now: DateTime<Utc>, after: Option<i64>) -> Option<i64> {
    let present = step_at(now);
    (present - WINDOW..=present + WINDOW)
        .filter(|step| after.is_none_or(|after| *step > after))
        .find(|step| code(key, *step) == typed)
}

/// What was typed, without the spaces and hyphens that people put in.
#[must_use]
pub fn plain(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).take(64).collect::<String>().to_ascii_lowercase()
}

/// A key as text to type.
#[must_use]
pub fn key_text(key: &[u8; 20]) -> String {
    BASE32_NOPAD.encode(key)
}

/// A key as the address that authenticator apps read.
#[must_use]
pub fn address(key: &[u8; 20], email: &str) -> String {
    let account: String = email
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("otpauth://totp/Ridgeway:{account}?secret={}&issuer=Ridgeway", key_text(key))
}

/// A picture of squares: how many there are a side, and an SVG path over the dark ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squares {
    /// Squares a side, with the white around.
    pub size: usize,
    /// The `d` of an SVG path, a square being one unit.
    pub path: String,
}

/// Text as a QR code.
pub fn squares(text: &str) -> Result<Squares> {
    let made = QrCode::with_error_correction_level(text, EcLevel::M).map_err(Error::internal)?;
    let width = made.width();
    let mut path = String::new();
    for (at, color) in made.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            // A text takes whatever is written to it.
            let _ = write!(path, "M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET);
        }
    }
    Ok(Squares { size: width + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, for SHA-1, and RFC 4226, appendix D; the last six of the eight digits.
    #[test]
    fn codes_are_those_of_the_rfcs() {
        let key = b"12345678901234567890";
        for (seconds, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            let at = DateTime::from_timestamp(seconds, 0).unwrap();
            assert_eq!(code(key, step_at(at)), expected);
        }
        assert_eq!([0, 1, 2].map(|step| code(key, step)), ["755224", "287082", "359152"]);
    }

    #[test]
    fn a_code_is_taken_one_step_early_or_late_and_never_again() {
        let (key, now) = (b"12345678901234567890", DateTime::from_timestamp(59, 0).unwrap());
        assert_eq!(step_of(key, "287082", now, None), Some(1));
        let later = |seconds: i64| DateTime::from_timestamp(59 + seconds, 0).unwrap();
        assert_eq!(step_of(key, "287082", later(30), None), Some(1));
        assert_eq!(step_of(key, "287082", later(-30), None), Some(1));
        assert_eq!(step_of(key, "287082", later(60), None), None);
        assert_eq!(step_of(key, "287082", now, Some(1)), None);
        assert_eq!(step_of(key, "", now, None), None);
    }

    #[test]
    fn the_key_is_shown_as_apps_read_it() {
        let key = b"12345678901234567890";
        assert_eq!(
            address(key, "o'neil@ridgeway.example"),
            "otpauth://totp/Ridgeway:o%27neil@ridgeway.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ridgeway"
        );
        let squares = squares(&address(key, "a@ridgeway.example")).unwrap();
        assert!(squares.size > 30 && squares.path.starts_with("M4 4h1v1h-1z"), "the first corner");
        assert_eq!(plain(" 287 082 "), "287082");
        assert_eq!(plain("ABCDE-fghij"), "abcdefghij");
    }
}
