//! Human references: `R-`, `C-` and `Y-` with seven symbols, short enough to say on the telephone.
//!
//! Six symbols are random and tell nothing: no date, no number, no area. The seventh checks the six, so that one wrong
//! symbol or two neighbours exchanged are never another child's reference. Uniqueness is the database's to hold.

use std::{fmt, hash::Hash, marker::PhantomData, str::FromStr};

use sea_orm::{
    ColIdx, ColumnType, DbErr, QueryResult, TryGetError, TryGetable, Value,
    sea_query::{ArrayType, Nullable, ValueType, ValueTypeErr},
};

use super::id::noun;

/// Crockford's base32 without Z: a prime number of symbols, none that is easily taken for another.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKMNPQRSTVWXY";
/// Random symbols of a reference.
const RANDOM: usize = 6;
/// Random symbols and the check.
const SYMBOLS: usize = RANDOM + 1;

/// A noun that people refer to on paper and on the telephone.
pub trait Referable: 'static {
    /// What its references begin with.
    const LETTER: char;
}

impl Referable for noun::Referral {
    const LETTER: char = 'R';
}
impl Referable for noun::Case {
    const LETTER: char = 'C';
}
impl Referable for noun::YoungPerson {
    const LETTER: char = 'Y';
}

/// The reference of one thing of the noun `N`, such as `R-0DW7Q2K`. Inside are the symbols' places in the alphabet.
pub struct Reference<N>([u8; SYMBOLS], PhantomData<fn() -> N>);

/// What was typed is no reference of this kind, or one with a slip in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a reference: check each letter and number")]
pub struct NotAReference;

impl<N: Referable> Reference<N> {
    /// Makes a reference of eight random bytes. The bias is below one in ten thousand million.
    #[must_use]
    pub fn from_random(bytes: [u8; 8]) -> Self {
        let mut rest = u64::from_be_bytes(bytes);
        let mut random = [0; RANDOM];
        for symbol in &mut random {
            *symbol = (rest % 31) as u8;
            rest /= 31;
        }
        Self::with_check(random)
    }

    fn with_check(random: [u8; RANDOM]) -> Self {
        let mut symbols = [0; SYMBOLS];
        symbols[..RANDOM].copy_from_slice(&random);
        symbols[RANDOM] = check_of(symbols);
        Self(symbols, PhantomData)
    }

    /// Reads what a person typed: upper or lower case, with or without the hyphen; I and L are 1, O is 0.
    pub fn parse(text: &str) -> Result<Self, NotAReference> {
        let mut typed =
            text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_ascii_uppercase());
        if typed.next() != Some(N::LETTER) {
            return Err(NotAReference);
        }
        let mut symbols = [0; SYMBOLS];
        for symbol in &mut symbols {
            *symbol = typed.next().and_then(value_of).ok_or(NotAReference)?;
        }
        let whole = typed.next().is_none() && symbols[RANDOM] == check_of(symbols);
        if whole { Ok(Self(symbols, PhantomData)) } else { Err(NotAReference) }
    }
}

/// The check: the sum of the six symbols' values, weighted 1 to 6, modulo 31.
fn check_of(symbols: [u8; SYMBOLS]) -> u8 {
    let weighted = (1_u16..).zip(&symbols[..RANDOM]).map(|(weight, symbol)| weight * u16::from(*symbol));
    (weighted.sum::<u16>() % 31) as u8
}

fn value_of(typed: char) -> Option<u8> {
    let symbol = match typed {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    (0_u8..).zip(ALPHABET).find(|(_, known)| char::from(**known) == symbol).map(|(value, _)| value)
}

impl<N: Referable> fmt::Display for Reference<N> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-", N::LETTER)?;
        self.0.iter().try_for_each(|symbol| write!(out, "{}", char::from(ALPHABET[usize::from(*symbol)])))
    }
}
impl<N: Referable> fmt::Debug for Reference<N> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}
impl<N: Referable> FromStr for Reference<N> {
    type Err = NotAReference;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl<N> Clone for Reference<N> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<N> Copy for Reference<N> {}
impl<N> PartialEq for Reference<N> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<N> Eq for Reference<N> {}
impl<N> Hash for Reference<N> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

// What sea-orm asks of a column's type.
impl<N: Referable> From<Reference<N>> for Value {
    fn from(reference: Reference<N>) -> Self {
        reference.to_string().into()
    }
}
impl<N: Referable> TryGetable for Reference<N> {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        let text = String::try_get_by(row, index)?;
        Self::parse(&text).map_err(|error| TryGetError::DbErr(DbErr::Type(error.to_string())))
    }
}
impl<N: Referable> ValueType for Reference<N> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        let text = <String as ValueType>::try_from(value)?;
        Self::parse(&text).map_err(|_| ValueTypeErr)
    }
    fn type_name() -> String {
        "Reference".to_owned()
    }
    fn array_type() -> ArrayType {
        ArrayType::String
    }
    fn column_type() -> ColumnType {
        ColumnType::Text
    }
}
impl<N: Referable> Nullable for Reference<N> {
    fn null() -> Value {
        Value::String(None)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Ref = Reference<noun::Referral>;

    /// Any text at all, or a reference with one character put in, taken out or exchanged.
    fn near_a_reference() -> impl Strategy<Value = String> {
        let changed =
            (any::<[u8; 8]>(), 0..9_usize, any::<char>(), 0..4_u8).prop_map(|(bytes, at, with, how)| {
                let mut letters: Vec<char> = Ref::from_random(bytes).to_string().chars().collect();
                match how {
                    0 => letters.insert(at, with),
                    1 => drop(letters.remove(at)),
                    2 => letters[at] = with,
                    _ => letters[at] = letters[at].to_ascii_lowercase(),
                }
                letters.into_iter().collect()
            });
        prop_oneof![any::<String>(), "[RrCcYy][- ]{0,2}[0-9A-Za-z]{6,8}", changed]
    }

    fn text_of(symbols: [u8; SYMBOLS]) -> String {
        Reference::<noun::Referral>(symbols, PhantomData).to_string()
    }

    #[test]
    fn the_check_is_the_weighted_sum() {
        let reference = Ref::with_check([1, 2, 3, 4, 5, 6]);
        assert_eq!(reference.to_string(), "R-123456X", "1 + 4 + 9 + 16 + 25 + 36 = 91 = 29 modulo 31");
    }

    #[test]
    fn what_people_type_is_read_kindly() {
        let reference = Ref::with_check([1, 0, 3, 4, 5, 6]);
        let shown = reference.to_string();
        for typed in
            [shown.to_lowercase(), shown.replace('-', " "), shown.replace('-', ""), format!(" {shown} ")]
        {
            assert_eq!(Ref::parse(&typed), Ok(reference), "{typed}");
        }
        for look_alike in ["I", "i", "L", "l"] {
            assert_eq!(Ref::parse(&shown.replacen('1', look_alike, 1)), Ok(reference));
        }
        assert_eq!(Ref::parse(&shown.replacen('0', "o", 1)), Ok(reference));
    }

    #[test]
    fn other_nouns_and_other_texts_are_refused() {
        let shown = Ref::with_check([9; RANDOM]).to_string();
        assert!(Reference::<noun::Case>::parse(&shown).is_err());
        for bad in ["", "R-", "R", "R-12345", "R-123456Z", "R-123456XX", "R-12345UX", "É-123456X"] {
            assert_eq!(Ref::parse(bad), Err(NotAReference), "{bad}");
        }
        assert!(Ref::parse(&format!("{shown}0")).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn comes_back_from_text_and_from_the_database(bytes: [u8; 8]) {
            let reference = Ref::from_random(bytes);
            prop_assert_eq!(Ref::parse(&reference.to_string()), Ok(reference));
            prop_assert_eq!(<Ref as ValueType>::try_from(reference.into()).ok(), Some(reference));
        }

        #[test]
        fn any_text_is_refused_or_is_a_reference_as_people_write_it(text in near_a_reference()) {
            if let Ok(read) = Ref::parse(&text) {
                let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
                let plain = plain.to_ascii_uppercase().replace(['I', 'L'], "1").replace('O', "0");
                prop_assert_eq!(plain, read.to_string().replace('-', ""));
                prop_assert_eq!(Ref::parse(&read.to_string()), Ok(read));
            }
        }

        #[test]
        fn no_single_slip_is_another_reference(bytes: [u8; 8]) {
            let right = Ref::from_random(bytes).0;
            for place in 0..SYMBOLS {
                for wrong in (0..31).filter(|symbol| *symbol != right[place]) {
                    let mut typed = right;
                    typed[place] = wrong;
                    prop_assert!(Ref::parse(&text_of(typed)).is_err(), "{} for {}", text_of(typed), text_of(right));
                }
            }
        }

        #[test]
        fn no_exchange_of_neighbours_is_another_reference(bytes: [u8; 8]) {
            let right = Ref::from_random(bytes).0;
            for place in (0..RANDOM).filter(|place| right[*place] != right[place + 1]) {
                let mut typed = right;
                typed.swap(place, place + 1);
                prop_assert!(Ref::parse(&text_of(typed)).is_err(), "{} for {}", text_of(typed), text_of(right));
            }
        }
    }

    #[test]
    fn every_symbol_is_about_as_likely() {
        let mut counts = [0_u32; 31];
        for seed in 0..31_000_u64 {
            let spread = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
            for symbol in &Ref::from_random(spread.to_be_bytes()).0[..RANDOM] {
                counts[usize::from(*symbol)] += 1;
            }
        }
        assert!(counts.iter().all(|count| (5_400..6_600).contains(count)), "{counts:?}");
    }
}
