//! `export programmes` and `import programmes`: the catalogue as other directories read and write it.

use std::{io::Write as _, path::Path};

use clap::Args;

use super::setup;
use crate::{
    domain::delivery::open_referral::{
        import::{self, Line, Options, Outcome},
        publish, source,
    },
    platform::{
        config::Config,
        error::{Error, Result},
        fetch::Internet,
    },
    words::{DeliveryMode, Strand},
};

/// What is read in, and what is taken where a service does not say it.
#[derive(Debug, Args)]
pub struct Feed {
    /// A file, or an address that begins with https://.
    #[arg(value_name = "FILE|URL")]
    from: String,
    /// The name of the feed, under which its ids are looked for the next time: the server of an address or the name of a
    /// file where it is left out.
    #[arg(long)]
    source: Option<String>,
    /// The partner who answers for services of organisations that are none.
    #[arg(long = "as", value_name = "ORGANISATION")]
    provider: Option<String>,
    /// What services are funded as that do not say it: EDUCATION, EARLY_INTERVENTION or PROFESSIONAL_TRAINING.
    #[arg(long)]
    strand: Option<Strand>,
    /// The approach of those that do not say it, by its code, such as MENT.
    #[arg(long, value_name = "CODE")]
    approach: Option<String>,
    /// How those are run that do not say it, such as GROUP or ONE_TO_ONE.
    #[arg(long)]
    mode: Option<DeliveryMode>,
    /// Where those take children from whose areas are not known here, by name or code.
    #[arg(long)]
    area: Option<String>,
    /// Why approaches are run all the same for which tests found more violence.
    #[arg(long, value_name = "REASON")]
    override_reason: Option<String>,
}

/// Reads a feed in and says what became of each service.
pub async fn import(feed: Feed, config: Config) -> Result<()> {
    let app = setup::open_data(config).await?;
    let read = if source::is_address(&feed.from) {
        source::address(&Internet::new()?, &feed.from).await?
    } else {
        source::file(Path::new(&feed.from))?
    };
    let options = Options {
        source: feed.source.unwrap_or(read.name),
        provider: feed.provider,
        strand: feed.strand,
        approach: feed.approach,
        mode: feed.mode,
        area: feed.area,
        override_reason: feed.override_reason,
    };
    report(&import::import(&app, &read.services, &options).await?)
}

fn report(lines: &[Line]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let word = |outcome| match outcome {
        Outcome::Created => "created",
        Outcome::Updated => "updated",
        Outcome::Skipped => "skipped",
    };
    for line in lines {
        // A feed's text goes to a terminal, which would do what it says.
        let name: String = line.name.chars().filter(|c| !c.is_control()).take(100).collect();
        let why = if line.why.is_empty() { String::new() } else { format!(": {}", line.why.join("; ")) };
        writeln!(out, "{} {} {name}{why}", word(line.outcome), line.id).map_err(Error::internal)?;
    }
    let count = |outcome| lines.iter().filter(|line| line.outcome == outcome).count();
    let [created, updated, skipped] = [Outcome::Created, Outcome::Updated, Outcome::Skipped].map(count);
    writeln!(out, "{created} created, {updated} updated, {skipped} skipped").map_err(Error::internal)
}

/// Prints the catalogue.
pub async fn export(config: Config) -> Result<()> {
    let app = setup::open_data(config).await?;
    let whole = publish::whole(&app).await?;
    let text = serde_json::to_string_pretty(&whole).map_err(Error::internal)?;
    writeln!(std::io::stdout().lock(), "{text}").map_err(Error::internal)
}
