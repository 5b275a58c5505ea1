//! The synthetic partnership: councils, police and health by their public names; children, staff, schools and telephone
//! numbers invented. The same seed and clock give the same partnership.
//!
//! Owns the recipe and writes rows as the operations would have left them; the rules of clocks, names and statuses are
//! the domain's own. Nobody in it is real, and every account has one password that is printed: never for real records.

#![expect(dead_code, reason = "children and their stories are not told yet")]

mod dice;
mod names;
mod organisations;
mod places;
mod rows;
mod staff;
mod world;

#[cfg(test)]
mod tests;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};

pub use staff::SignIn;

use self::{dice::Dice, names::Names, rows::Rows, world::World};
use crate::{
    entity::{people::organisation, record::instance},
    platform::{
        app::App,
        error::{Error, Result},
    },
    words::DatabaseKind,
};

/// Children for each step of scale.
pub const CHILDREN: u64 = 780;
/// The one password of every account.
const PASSWORD: &str = "ridgeway-demo-2026";

/// Who can sign in to a demo, and with what.
#[derive(Clone, Debug)]
pub struct SignIns {
    /// The one password.
    pub password: &'static str,
    /// One account for each role.
    pub people: Vec<SignIn>,
}

/// Fills an empty, migrated database with a partnership of 780 children for each step of scale. `progress` hears how many
/// children of how many there are. At scale 1 all of it is there or nothing.
pub async fn partnership(app: &App, scale: u32, seed: u64, progress: impl Fn(u64, u64)) -> Result<SignIns> {
    let scale = scale.max(1);
    let total = u64::from(scale) * CHILDREN;
    let hash = hash(app).await?;
    let mut rows = Rows::default();
    let (world, people) = found(app, &hash, scale, seed, &mut rows)?;
    let transaction = app.begin().await?;
    must_be_empty(app, &transaction.tx).await?;
    rows.write(&transaction.tx).await?;
    transaction.tx.commit().await?;
    progress(total, total);
    drop(world);
    Ok(SignIns { password: PASSWORD, people })
}

/// What is there before the first child.
fn found(app: &App, hash: &str, scale: u32, seed: u64, rows: &mut Rows) -> Result<(World, Vec<SignIn>)> {
    let (now, today) = (app.now(), app.today());
    let (mut dice, names) = (Dice::new(seed, 0), Names::default());
    let places = places::make(&mut dice, rows);
    let organisations = organisations::make(&mut dice, rows, &places, today)?;
    let staff = staff::make((&mut dice, rows, &names), places, &organisations, (hash, now, today, scale));
    let world = World {
        now,
        today,
        keys: app.keys().clone(),
        names,
        services: staff.services,
        senders: staff.senders,
        two_roles: staff.two_roles,
        provider: staff.provider,
    };
    Ok((world, staff.sign_ins))
}

/// Real records are never mixed with invented ones, and a partnership is made once.
async fn must_be_empty(app: &App, on: &sea_orm::DatabaseTransaction) -> Result<()> {
    match instance::Entity::find().one(on).await? {
        Some(row) if row.kind != DatabaseKind::Demo => {
            return Err(Error::BadInput(
                "this database holds real records: a demo needs one of its own".into(),
            ));
        }
        Some(_) => {}
        None => {
            let kind = Set(DatabaseKind::Demo);
            let (key_fingerprint, created_at) = (Set(app.keys().fingerprint()), Set(app.now()));
            instance::ActiveModel { id: Set(1), kind, key_fingerprint, created_at }.insert(on).await?;
        }
    }
    if organisation::Entity::find().count(on).await? > 0 {
        return Err(Error::BadInput("this database has a partnership already: seed an empty one".into()));
    }
    Ok(())
}

/// One hash for all accounts, by the parameters with which sign-in checks.
async fn hash(app: &App) -> Result<String> {
    let salt = app.chance().bytes::<16>();
    let compute = move || {
        let params = Params::new(19_456, 2, 1, None).map_err(Error::internal)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let hash = argon2.hash_password_with_salt(PASSWORD.as_bytes(), &salt).map_err(Error::internal)?;
        Ok(hash.to_string())
    };
    tokio::task::spawn_blocking(compute).await.map_err(Error::internal)?
}
