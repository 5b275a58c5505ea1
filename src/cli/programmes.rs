//! `export programmes`: the catalogue as other directories read it.

use std::io::Write as _;

use super::setup;
use crate::{
    domain::delivery::open_referral::publish,
    platform::{
        config::Config,
        error::{Error, Result},
    },
};

/// Prints the catalogue.
pub async fn export(config: Config) -> Result<()> {
    let app = setup::open_data(config).await?;
    let whole = publish::whole(&app).await?;
    let text = serde_json::to_string_pretty(&whole).map_err(Error::internal)?;
    writeln!(std::io::stdout().lock(), "{text}").map_err(Error::internal)
}
