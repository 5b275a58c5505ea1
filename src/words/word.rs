//! How an enum becomes a word: declared once, and the same text in the database, in the schema and in JSON.
//!
//! Owns the macro and its one error. The libraries spell names with digits each in its own way (`Outcome22` is
//! `OUTCOME22` to serde and sea-orm), so the text stands beside each value instead of being derived.

/// A text that is none of a word's values: a row or message from another version of the program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not one of {word}")]
pub struct UnknownWord {
    /// The name of the enum.
    pub word: &'static str,
    /// What was read instead of one of its values.
    pub text: String,
}

/// Declares an enum whose values have one text each. What is documented here is what the schema says to outsiders.
///
/// Derive `PartialOrd, Ord` in front of those whose order means something.
macro_rules! word {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $( $(#[$says:meta])* $value:ident = $text:tt, )+
        }
    ) => {
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash,
            sea_orm::EnumIter, sea_orm::DeriveValueType,
            serde::Serialize, serde::Deserialize,
            async_graphql::Enum,
        )]
        #[sea_orm(value_type = "String", column_type = "Text")]
        pub enum $name {
            $(
                $(#[$says])*
                #[serde(rename = $text)]
                #[graphql(name = $text)]
                $value,
            )+
        }

        impl $name {
            /// The one text of this value: in the database, in the schema and in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$value => $text, )+ }
            }
        }

        // What sea-orm asks of a part of a key.
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $( $text => Ok(Self::$value), )+
                    _ => Err($crate::words::UnknownWord { word: stringify!($name), text: text.to_owned() }),
                }
            }
        }
    };
}
