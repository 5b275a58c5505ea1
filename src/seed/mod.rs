//! The synthetic partnership: councils, police and health by their public names; children, staff, schools and telephone
//! numbers invented. The same seed and clock give the same partnership.
//!
//! Owns the recipe and writes rows as the operations would have left them; the rules of clocks, names and statuses are
//! the domain's own. Nobody in it is real, and every account has one password that is printed: never for real records.

mod accounts;
mod cases;
mod children;
mod concerns;
mod consents;
mod dice;
mod edges;
mod measures;
mod names;
mod needs;
mod notes;
mod organisations;
mod past;
mod places;
mod placing;
mod plans;
mod programmes;
mod queue;
mod rows;
mod sending;
mod sessions;
mod staff;
mod stories;
mod tasks;
mod teller;
mod texts;
mod texts_of_cases;
mod texts_of_sessions;
mod triage;
mod world;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait as _, DbBackend, EntityTrait, PaginatorTrait,
};

pub use staff::SignIn;

use self::{dice::Dice, names::Names, rows::Rows, teller::Teller, world::World};
use crate::{
    domain::{
        insight::{due as figures, release},
        people::{account::DEMO_PASSWORD, password},
    },
    entity::{people::organisation, record::instance},
    platform::{
        app::App,
        error::{Error, Result},
    },
    words::DatabaseKind,
};

/// Children for each step of scale.
pub const CHILDREN: u64 = 780;

/// Releases of figures that there are: as many as can be asked for.
const RELEASES: u32 = 8;

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
    let hash = password::hash(app, DEMO_PASSWORD).await?;
    let mut rows = Rows::default();
    let (world, people) = found(app, &hash, scale, seed, &mut rows)?;
    let world = Arc::new(world);
    let first = told(&world, seed, 0).await?;
    let transaction = app.begin().await?;
    must_be_empty(app, &transaction.tx).await?;
    defer_keys(&transaction.tx).await?;
    rows.write(&transaction.tx).await?;
    first.write(&transaction.tx).await?;
    transaction.commit().await?;
    progress(CHILDREN, total);
    let mut next = if scale > 1 { Some(told(&world, seed, 1).await?) } else { None };
    let mut part = 1;
    while let Some(rows) = next.take() {
        // While one part is written the next one is told.
        let following =
            async { if part + 1 < scale { told(&world, seed, part + 1).await.map(Some) } else { Ok(None) } };
        let ((), told) = tokio::try_join!(write(app, rows), following)?;
        next = told;
        part += 1;
        progress(u64::from(part) * CHILDREN, total);
    }
    know_the_tables(app).await?;
    Ok(SignIns { password: DEMO_PASSWORD, people })
}

/// Makes the releases of figures of the last 8 Mondays.
pub async fn releases(app: &App) -> Result<()> {
    for due in figures::last_times(app.now(), RELEASES) {
        release::make(app, due).await?;
    }
    Ok(())
}

/// What is there before the first child.
fn found(app: &App, hash: &str, scale: u32, seed: u64, rows: &mut Rows) -> Result<(World, Vec<SignIn>)> {
    let (now, today) = (app.now(), app.today());
    let (mut dice, names) = (Dice::new(seed, 0), Names::default());
    let places = places::make(&mut dice, rows);
    let councils = places.councils;
    let organisations = organisations::make(&mut dice, rows, &places, today)?;
    let staff = staff::make((&mut dice, rows, &names), places, &organisations, (hash, now, today, scale));
    let programmes = programmes::make(&mut dice, rows, councils, &organisations);
    let leaders = staff::leaders((&mut dice, rows, &names), &organisations, (hash, now, today));
    let world = World {
        now,
        today,
        keys: app.keys().clone(),
        names,
        services: staff.services,
        senders: staff.senders,
        provider_organisation: organisations.providers[0],
        programmes,
        leaders,
    };
    Ok((world, staff.sign_ins))
}

/// Writes a part in a transaction of its own.
async fn write(app: &App, rows: Rows) -> Result<()> {
    let transaction = app.begin().await?;
    defer_keys(&transaction.tx).await?;
    rows.write(&transaction.tx).await?;
    transaction.commit().await?;
    Ok(())
}

/// PostgreSQL plans by what it has counted. By itself it would count only about a minute later, and until then plan as for
/// tables that are nearly empty; SQLite plans by its indexes.
async fn know_the_tables(app: &App) -> Result<()> {
    if app.database().get_database_backend() == DbBackend::Postgres {
        app.database().execute_unprepared("ANALYZE").await?;
    }
    Ok(())
}

/// Foreign keys are looked at when the transaction commits: referrals name cases that are written after them.
async fn defer_keys(on: &sea_orm::DatabaseTransaction) -> Result<()> {
    let sql = match on.get_database_backend() {
        DbBackend::Postgres => "SET CONSTRAINTS ALL DEFERRED",
        _ => "PRAGMA defer_foreign_keys = ON",
    };
    on.execute_unprepared(sql).await?;
    Ok(())
}

/// The stories of 780 children, told on a thread of their own.
async fn told(world: &Arc<World>, seed: u64, part: u32) -> Result<Rows> {
    let world = Arc::clone(world);
    let tell = move || {
        let dice = Dice::new(seed, u64::from(part) + 1);
        let (team, twin) = (usize::try_from(part).unwrap_or_default(), children::Fixed::default());
        let mut teller = Teller { world: &world, dice, rows: Rows::default(), team, twin };
        for plan in plans::deal(&mut teller.dice) {
            teller.tell(plan)?;
        }
        if part == 0 {
            edges::colleagues(&mut teller)?;
        }
        edges::watch_concerns(&mut teller);
        placing::place(&mut teller)?;
        past::tell(&mut teller);
        measures::tell(&mut teller)?;
        Ok(teller.rows)
    };
    tokio::task::spawn_blocking(tell).await.map_err(Error::internal)?
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
