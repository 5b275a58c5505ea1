//! `release`: making, listing and checking protected figures.

use super::{Release, setup};
use crate::{
    domain::insight::{release, verify},
    platform::{
        config::Config,
        error::{Error, Result},
    },
    read::insight::release as reads,
};

/// Does what is said.
pub async fn release(which: Release, config: Config) -> Result<()> {
    let app = setup::open_data(config).await?;
    match which {
        Release::Make => match release::make(&app, app.now()).await? {
            Some(made) => println!("Release {} as at {} is made.", made.number, made.as_at),
            None => println!("There is a release of this instant already."),
        },
        Release::List => {
            for one in reads::newest(app.database()).await? {
                println!("{:>6}  as at {}  made {}  {}", one.number, one.as_at, one.made_at, one.method);
            }
        }
        Release::Verify => {
            let done = verify::verify(&app).await?;
            let numbers: Vec<String> = done.sealed.iter().map(ToString::to_string).collect();
            println!("As they were published: releases {}.", numbers.join(", "));
            println!("As they were published: {} reports.", done.reports);
            println!("Of the newest, counted again: {} figures agree.", done.figures);
            for wrong in &done.wrong {
                println!("DIFFERS: {wrong}");
            }
            if !done.wrong.is_empty() {
                return Err(Error::BadInput(format!("{} tables or figures differ", done.wrong.len()).into()));
            }
        }
    }
    Ok(())
}
