//! Sealed columns: a value that the database holds only enciphered, bound to its kind and its row.
//!
//! A type says its purpose once (`Sealable`); a column of it is `Sealed<T>`. Moved to another row or column it does not open.

use std::marker::PhantomData;

use sea_orm::{
    ColIdx, ColumnType, QueryResult, TryGetError, TryGetable, Value,
    sea_query::{ArrayType, Nullable, ValueType, ValueTypeErr},
};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use super::{
    error::{Error, Result},
    keys::Keys,
};

/// What may be sealed in a column.
pub trait Sealable: Serialize + DeserializeOwned {
    /// Names the key, and so the column: `referral.account`.
    const PURPOSE: &'static str;
}

/// A sealed value of a row.
pub struct Sealed<T>(Vec<u8>, PhantomData<fn() -> T>);

impl<T: Sealable> Sealed<T> {
    /// Seals a value for the row with this id.
    pub fn new(keys: &Keys, row: Uuid, value: &T) -> Result<Self> {
        let plain = serde_json::to_vec(value).map_err(Error::internal)?;
        Ok(Self(keys.seal(T::PURPOSE, row.as_bytes(), &plain), PhantomData))
    }

    /// Opens the value of the row with this id.
    pub fn open(&self, keys: &Keys, row: Uuid) -> Result<T> {
        let plain = keys.open(T::PURPOSE, row.as_bytes(), &self.0)?;
        serde_json::from_slice(&plain)
            .map_err(|_| Error::Internal(format!("{} has another shape", T::PURPOSE)))
    }
}

impl<T> Clone for Sealed<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}
impl<T> PartialEq for Sealed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Sealed<T> {}
impl<T> std::fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed")
    }
}

// What sea-orm asks of a column's type.
impl<T> From<Sealed<T>> for Value {
    fn from(sealed: Sealed<T>) -> Self {
        Self::Bytes(Some(sealed.0))
    }
}
impl<T> TryGetable for Sealed<T> {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        Vec::<u8>::try_get_by(row, index).map(|bytes| Self(bytes, PhantomData))
    }
}
impl<T> ValueType for Sealed<T> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <Vec<u8> as ValueType>::try_from(value).map(|bytes| Self(bytes, PhantomData))
    }
    fn type_name() -> String {
        "Sealed".to_owned()
    }
    fn array_type() -> ArrayType {
        ArrayType::Bytes
    }
    fn column_type() -> ColumnType {
        ColumnType::VarBinary(sea_orm::sea_query::StringLen::None)
    }
}
impl<T> Nullable for Sealed<T> {
    fn null() -> Value {
        Value::Bytes(None)
    }
}
