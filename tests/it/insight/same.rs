//! The same records give the same figures, on whichever database: a release by a chance that is given is compared with what was
//! told before, on the other one.

use ridgeway::{
    domain::insight::{contact, release, stored},
    entity::insight::{fact, record_key, release as releases, release_held, release_table},
};
use sea_orm::{EntityTrait, QueryOrder};
use sha2::{Digest, Sha256};

use crate::support::TestApp;

#[tokio::test]
async fn a_release_has_the_same_cells_on_both_databases() {
    let test = TestApp::twin(5).await;
    let on = test.app.database();
    release_table::Entity::delete_many().exec(on).await.unwrap();
    release_held::Entity::delete_many().exec(on).await.unwrap();
    fact::Entity::delete_many().exec(on).await.unwrap();
    record_key::Entity::delete_many().exec(on).await.unwrap();
    releases::Entity::delete_many().exec(on).await.unwrap();
    release::make(&test.app, test.app.now()).await.unwrap().unwrap();
    let tables =
        release_table::Entity::find().order_by_asc(release_table::Column::Name).all(on).await.unwrap();
    let lines = tables.into_iter().map(|row| {
        let (cells, count) = if row.name.starts_with("CONTACTS ") {
            let told = contact::unpack(&row.cells).unwrap();
            (serde_json::to_vec(&told).unwrap(), told.len())
        } else {
            let rows = stored::unpack(&row.cells).unwrap();
            (serde_json::to_vec(&rows).unwrap(), rows.len())
        };
        let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(&cells)[..8]);
        format!("{:<48} {count:>4} cells {digest}", row.name)
    });
    let mut lines: Vec<String> = lines.collect();
    // As each database sorts names.
    lines.sort_unstable();
    insta::assert_snapshot!(lines.join("\n"));
}
