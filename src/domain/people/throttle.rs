//! How fast passwords and codes may be guessed, so that guessing takes years and nobody is locked out by it.
//!
//! Every try is counted in the database, before its password is looked at, so that tries made at once are counted at once:
//!
//! - from a browser that carries the mark of an earlier sign-in to this account: under account and mark alone. Nobody else
//!   has that mark, so whatever others do, its owner is not slowed down ("device cookies", OWASP, Slow Down Online Guessing
//!   Attacks with Device Cookies);
//! - from anywhere else: under account and address together, under the address, and, unless the account was signed in to
//!   from this address before, under the account as a whole, wherever tries come from.
//!
//! After some free tries each one has to wait, twice as long every time, up to a bound: never for good, and never until
//! somebody helps (OWASP Authentication Cheat Sheet, "Account Lockout"; NIST SP 800-63B-4, section 3.2.2, which asks for at
//! most 100 failures in a row and names growing delays and known addresses as ways there). A try that comes too early is
//! counted and changes no waiting time: hammering keeps nobody out for longer. Right tries set the account's counts back;
//! a quiet day does too.
//!
//! The address is the peer's, or what a trusted proxy says; never a header that a client can write. Accounts are counted by
//! what was typed, so that those that are not there behave alike. Only keyed digests are stored.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use crate::{
    entity::people::sign_in_tries::{ActiveModel, Column, Entity, Model},
    platform::{
        app::App,
        error::{Error, Result},
    },
    read::people::entrance::Known,
};

/// After so long without a try counting begins anew.
pub const FORGOTTEN_AFTER: TimeDelta = TimeDelta::hours(24);
/// No count grows beyond, so that none overflows.
const MOST: i32 = 1_000_000;

/// Who tries, and from where.
#[derive(Clone, Copy)]
pub struct Tried<'a> {
    /// The e-mail address that was typed, in lower case.
    pub email: &'a str,
    /// The address that the request comes from.
    pub address: &'a str,
    /// The mark of the browser, where it brought one.
    pub device: &'a str,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    /// Tries on an account from a known browser.
    Device,
    /// Tries from an address, on whatever account.
    Address,
    /// Tries on an account from places that are not known.
    Account,
    /// Tries on an account from an address.
    Pair,
}

impl Count {
    /// What is counted of a try from a place that is known so well. Always in the same order, so that no two wait for each
    /// other.
    const fn of(known: Known) -> &'static [Self] {
        match known {
            Known { device: true, .. } => &[Self::Device],
            Known { address: true, .. } => &[Self::Address, Self::Pair],
            _ => &[Self::Address, Self::Account, Self::Pair],
        }
    }

    /// How many tries are free, and how long the longest wait is. Many people share a school's address.
    const fn bounds(self) -> (i32, TimeDelta) {
        match self {
            Self::Device => (5, TimeDelta::minutes(5)),
            Self::Pair => (5, TimeDelta::minutes(15)),
            Self::Account => (20, TimeDelta::minutes(15)),
            Self::Address => (100, TimeDelta::minutes(1)),
        }
    }

    /// How long the next try waits after so many.
    fn delay(self, tries: i32) -> TimeDelta {
        let (free, longest) = self.bounds();
        let beyond = tries - free;
        if beyond < 0 {
            return TimeDelta::zero();
        }
        TimeDelta::seconds(1 << Ord::min(beyond, 20)).min(longest)
    }

    fn digest(self, app: &App, tried: Tried<'_>) -> Vec<u8> {
        let (email, address, device) =
            (tried.email.as_bytes(), tried.address.as_bytes(), tried.device.as_bytes());
        let parts: &[&[u8]] = match self {
            Self::Device => &[b"device", email, device],
            Self::Address => &[b"address", address],
            Self::Account => &[b"account", email],
            Self::Pair => &[b"pair", email, address],
        };
        app.keys().digest("sign_in/tries", parts)
    }
}

/// Counts a try, and lets it through or says how long to wait. The answer does not depend on whether the account exists.
pub async fn count(app: &App, tried: Tried<'_>, known: Known) -> Result<()> {
    let transaction = app.begin().await?;
    let (tx, now) = (&transaction.tx, app.now());
    let mut rows = Vec::new();
    for count in Count::of(known) {
        rows.push((count, one_more(tx, count.digest(app, tried), now).await?));
    }
    let wait = rows.iter().map(|(_, row)| row.free_at - now).max().unwrap_or_default();
    if wait <= TimeDelta::zero() {
        for (count, row) in rows {
            let delay = count.delay(row.tries);
            if delay > TimeDelta::zero() {
                wait_until(tx, &row.digest, now + delay).await?;
            }
        }
    }
    transaction.commit().await?;
    if wait > TimeDelta::zero() { Err(Error::RateLimited(seconds(wait))) } else { Ok(()) }
}

/// A try was right: what was counted against the account is forgotten, and half of what was against the address, where
/// others mistype too.
pub async fn forgive(tx: &DatabaseTransaction, app: &App, tried: Tried<'_>) -> Result<()> {
    let of_account = [Count::Device, Count::Account, Count::Pair].map(|count| count.digest(app, tried));
    Entity::delete_many().filter(Column::Digest.is_in(of_account)).exec(tx).await?;
    Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).div(2))
        .filter(Column::Digest.eq(Count::Address.digest(app, tried)))
        .filter(Column::Tries.gt(0))
        .exec(tx)
        .await?;
    Ok(())
}

/// One more try; the row stays locked until the transaction ends.
async fn one_more(tx: &DatabaseTransaction, digest: Vec<u8>, now: DateTime<Utc>) -> Result<Model> {
    // Free from ever: another node's clock may be behind this one's, and would take this instant for one to come.
    let free_at = Set(DateTime::UNIX_EPOCH);
    let first = ActiveModel { digest: Set(digest), tries: Set(1), last_at: Set(now), free_at };
    let before = |column| Expr::col((Entity, column));
    let tries = Expr::case(before(Column::LastAt).lt(now - FORGOTTEN_AFTER), 1)
        .case(before(Column::Tries).gte(MOST), MOST)
        .finally(before(Column::Tries).add(1));
    let again =
        OnConflict::column(Column::Digest).value(Column::Tries, tries).value(Column::LastAt, now).to_owned();
    Ok(Entity::insert(first).on_conflict(again).exec_with_returning(tx).await?)
}

async fn wait_until(tx: &DatabaseTransaction, digest: &[u8], until: DateTime<Utc>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::FreeAt, Expr::value(until))
        .filter(Column::Digest.eq(digest))
        .exec(tx)
        .await?;
    Ok(())
}

/// Whole seconds, the begun one counted.
fn seconds(wait: TimeDelta) -> u32 {
    u32::try_from(wait.num_milliseconds().div_euclid(1000) + 1).unwrap_or(u32::MAX)
}

/// Under which digest the tries on an account from an address are counted; for tests.
#[must_use]
pub fn pair_digest(app: &App, tried: Tried<'_>) -> Vec<u8> {
    Count::Pair.digest(app, tried)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_a_bound_and_never_last() {
        assert_eq!(Count::Pair.delay(4), TimeDelta::zero());
        assert_eq!(Count::Pair.delay(5), TimeDelta::seconds(1));
        assert_eq!(Count::Pair.delay(8), TimeDelta::seconds(8));
        for count in [Count::Device, Count::Pair, Count::Account, Count::Address] {
            assert!(count.delay(MOST) <= TimeDelta::minutes(15), "{count:?}");
        }
    }

    #[test]
    fn guesses_from_everywhere_stay_below_a_hundred_a_day() {
        // NIST: at most 100 failures in a row. The free ones, then one in each of the longest waits.
        let (free, longest) = Count::Account.bounds();
        let doubling = longest.num_seconds().ilog2() + 1;
        let day = i64::from(free)
            + i64::from(doubling)
            + TimeDelta::hours(24).num_seconds() / longest.num_seconds();
        assert!(day < 130, "{day}");
    }

    #[test]
    fn a_known_browser_is_counted_by_itself_alone() {
        assert_eq!(Count::of(Known { device: true, ..Known::default() }), [Count::Device]);
        let address = Known { address: true, ..Known::default() };
        assert!(!Count::of(address).contains(&Count::Account));
    }
}
