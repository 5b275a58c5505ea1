//! What the synthetic partnership promises: the same again, as large as the recipe says, and true to its own rows.

use std::path::Path;

use clap::Parser;
use sea_orm::{DatabaseConnection, EntityTrait, PaginatorTrait};
use sea_orm_migration::MigratorTrait;

use super::*;
use crate::{
    entity::people::{area, membership, user},
    platform::{chance::Chance, clock::Clock, config::Config, database, keys::Keys},
    words::Role,
};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

async fn app_on(database: DatabaseConnection) -> App {
    migrations::Migrator::up(&database, None).await.unwrap();
    let chance = Chance::seeded(7);
    let now = "2026-11-23T10:20:00Z".parse().unwrap();
    let config = Line::parse_from(["ridgeway"]).config;
    App::new(config, database, Keys::new([9; 32], chance.clone()), Clock::standing(now), chance)
}

async fn sqlite(folder: &Path) -> App {
    let url = format!("sqlite:{}", folder.join("seed.db").display()).into();
    app_on(database::connect(&url, 4).await.unwrap()).await
}

#[tokio::test]
async fn everyone_can_sign_in() {
    let folder = tempfile::tempdir().unwrap();
    let app = sqlite(folder.path()).await;
    let began = std::time::Instant::now();
    let sign_ins = partnership(&app, 1, 1, |_, _| {}).await.unwrap();
    println!("seeded in {:?}", began.elapsed());
    assert_eq!(sign_ins.people.len(), 19, "{sign_ins:?}");
    let users = user::Entity::find().all(app.database()).await.unwrap();
    for person in &sign_ins.people {
        assert!(users.iter().any(|user| user.email == person.email && user.password_hash.is_some()));
    }
    let roles = membership::Entity::find().all(app.database()).await.unwrap();
    for role in <Role as sea_orm::Iterable>::iter() {
        assert!(roles.iter().any(|membership| membership.role == role), "{role}");
    }
    assert_eq!(area::Entity::find().count(app.database()).await.unwrap(), 63);
}
