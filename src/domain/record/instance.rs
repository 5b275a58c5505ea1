//! What kind of database this is, and under which secret it was made. Said once, when it is made.

use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::{
    entity::record::instance,
    platform::{
        app::App,
        error::{Error, Result},
    },
    read,
    words::DatabaseKind,
};

/// Makes a fresh database one of this kind; otherwise as `check`.
pub async fn claim(app: &App, kind: DatabaseKind) -> Result<()> {
    if kind_of(app).await?.is_some() {
        return check(app, kind).await;
    }
    let transaction = app.begin().await?;
    instance::ActiveModel {
        id: Set(1),
        kind: Set(kind),
        key_fingerprint: Set(app.keys().fingerprint()),
        created_at: Set(app.now()),
    }
    .insert(&transaction.tx)
    .await?;
    transaction.commit().await
}

/// What kind of database this is; none where nobody has said so.
pub async fn kind_of(app: &App) -> Result<Option<DatabaseKind>> {
    Ok(read::record::instance::get(app.database()).await?.map(|instance| instance.kind))
}

/// An error unless the database is of this kind and was made under the secret of this node.
pub async fn check(app: &App, kind: DatabaseKind) -> Result<()> {
    let instance = read::record::instance::get(app.database()).await?;
    let instance = instance
        .ok_or(Error::BadInput("this database is not made yet: run `ridgeway migrate up` first".into()))?;
    if instance.kind != kind {
        return Err(Error::BadInput(match instance.kind {
            DatabaseKind::Demo => {
                "this database is a demo, with sign-ins that everyone knows: it is not served as real".into()
            }
            DatabaseKind::Production => "this database holds real records: no demo runs on it".into(),
        }));
    }
    secret(app, &instance)
}

/// An error unless the database was made under the secret of this node, whatever its kind.
pub async fn check_secret(app: &App) -> Result<DatabaseKind> {
    let instance = read::record::instance::get(app.database()).await?;
    let instance = instance
        .ok_or(Error::BadInput("this database is not made yet: run `ridgeway migrate up` first".into()))?;
    secret(app, &instance).map(|()| instance.kind)
}

fn secret(app: &App, instance: &instance::Model) -> Result<()> {
    if instance.key_fingerprint == app.keys().fingerprint() {
        return Ok(());
    }
    Err(Error::BadInput(
        "RIDGEWAY_SECRET is not the secret under which this database was made: nothing sealed in it would open".into(),
    ))
}
