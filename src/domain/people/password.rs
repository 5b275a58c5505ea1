//! Passwords: Argon2id with the parameters that OWASP gives (19 MiB, two passes, one lane), a few at once.

use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

use crate::platform::{
    app::App,
    error::{Error, Result},
};

/// A hash that no password has, for an account that is not there: it costs as much to check as a real one.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// How long a sign-in waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);
/// Longer ones are not looked at.
pub(super) const LONGEST: usize = 1024;
/// Shorter ones are not taken when one is set.
pub const SHORTEST: usize = 12;

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(19_456, 2, 1, None).map_err(Error::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash under which a new password is kept.
pub async fn hash(app: &App, password: &str) -> Result<String> {
    if password.chars().count() < SHORTEST || password.len() > LONGEST {
        return Err(Error::BadInput("a password has 12 characters or more, and not over 1,000".into()));
    }
    let (salt, password) = (app.chance().bytes::<16>(), password.to_owned());
    in_turn(app, move || {
        let hash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt).map_err(Error::internal)?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether a password is the one behind a hash. Without a hash it takes as long and is not.
pub async fn matches(app: &App, password: &str, hash: Option<String>) -> Result<bool> {
    if password.len() > LONGEST {
        return Ok(false);
    }
    let (known, password) = (hash.is_some(), password.to_owned());
    let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
    let same =
        in_turn(app, move || Ok(argon2()?.verify_password(password.as_bytes(), hash.as_str()).is_ok()));
    Ok(same.await? && known)
}

/// What a task that did not end says holds the message of its panic, and that may hold anything.
fn ended(_: tokio::task::JoinError) -> Error {
    Error::internal("a password's hash was not computed to its end")
}

/// Waits for a turn and computes outside the runtime's threads. Goes on to its end when the caller goes away, so that no
/// more than a few are ever computed at once.
async fn in_turn<T: Send + 'static>(
    app: &App,
    compute: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let place = app.password_place()?;
    let app = app.clone();
    let work = tokio::spawn(async move {
        let _place = place;
        let _turn = tokio::time::timeout(PATIENCE, app.password_turn())
            .await
            .map_err(|_| Error::Unavailable("too many sign-ins at once".to_owned()))??;
        tokio::task::spawn_blocking(compute).await.map_err(ended)?
    });
    work.await.map_err(ended)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_nobody_costs_as_much_as_a_real_one() {
        let real =
            argon2().unwrap().hash_password_with_salt(b"a long password", &[7; 16]).unwrap().to_string();
        let shape = |hash: &str| hash.rsplitn(3, '$').nth(2).map(str::to_owned);
        assert_eq!(shape(&real), shape(NOBODY));
        assert_eq!(real.len(), NOBODY.len());
        assert!(argon2().unwrap().verify_password(b"a long password", real.as_str()).is_ok());
        assert!(argon2().unwrap().verify_password(b"a long password", NOBODY).is_err());
    }
}
