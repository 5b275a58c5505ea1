//! Writing the runs of a feed down, each with what it says of its places.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    DatabaseTransaction,
};
use uuid::Uuid;

use super::{feed, intake::Taken, intake_runs::Run};
use crate::{
    entity::delivery::{offering, offering_source},
    platform::{app::App, error::Result},
    read::delivery::source,
    words::{
        OfferingSetting,
        id::{Id, noun},
    },
};

/// Where runs are written, and from which feed.
pub(super) struct Writer<'a> {
    pub(super) app: &'a App,
    pub(super) tx: &'a DatabaseTransaction,
    pub(super) source: &'a str,
}

impl Writer<'_> {
    /// The runs of a programme as the feed says them; one that it names no more takes nobody. Whether anything changed.
    pub(super) async fn runs(
        &self,
        place: usize,
        programme: Id<noun::Programme>,
        taken: &Taken,
    ) -> Result<bool> {
        let before = source::runs(self.tx, programme).await?;
        let mut before: HashMap<Uuid, _> =
            before.into_iter().map(|(run, said)| (said.source_id, (run, said))).collect();
        let mut changed = false;
        for run in &taken.runs {
            if let Some((row, said)) = before.remove(&run.source_id) {
                changed |= self.change_run(row, said, run).await?;
                continue;
            }
            if source::run(self.tx, self.source, run.source_id).await?.is_some() {
                let why = format!("the place {} was another service's before", run.source_id);
                return Err(feed::refused(place, &why));
            }
            self.new_run(programme, run).await?;
            changed = true;
        }
        for (row, said) in before.into_values() {
            changed |= self.end_run(row, said).await?;
        }
        Ok(changed)
    }

    async fn new_run(&self, programme: Id<noun::Programme>, run: &Run) -> Result<()> {
        let (id, now) = (self.app.new_id::<Id<noun::Offering>>(), self.app.now());
        offering::ActiveModel {
            id: Set(id),
            version: Set(1),
            programme_id: Set(programme),
            venue: Set(run.venue.clone()),
            area_id: Set(run.area),
            starts_on: Set(run.starts_on),
            ends_on: Set(run.ends_on),
            schedule: Set(run.schedule.clone()),
            setting: Set(run.setting),
            capacity: Set(0),
            taken: Set(0),
            held: Set(0),
            waiting: Set(0),
            resting: Set(0),
            usual_wait: Set(None),
            created_at: Set(now),
            places_changed_at: Set(now),
        }
        .insert(self.tx)
        .await?;
        offering_source::ActiveModel {
            offering_id: Set(id),
            source: Set(self.source.to_owned()),
            source_id: Set(run.source_id),
            answer: Set(run.said.map(|said| said.answer)),
            places_band: Set(run.said.map(|said| said.band)),
            expected_wait: Set(run.said.and_then(|said| said.wait)),
            as_at: Set(run.said.map(|said| said.as_at)),
        }
        .insert(self.tx)
        .await?;
        Ok(())
    }

    async fn change_run(
        &self,
        row: offering::Model,
        before: offering_source::Model,
        run: &Run,
    ) -> Result<bool> {
        let moved = (&row.venue, row.area_id, row.starts_on, row.ends_on, &row.schedule, row.setting)
            != (&run.venue, run.area, run.starts_on, run.ends_on, &run.schedule, run.setting);
        if moved {
            offering::ActiveModel {
                id: Unchanged(row.id),
                version: Set(row.version + 1),
                venue: Set(run.venue.clone()),
                area_id: Set(run.area),
                starts_on: Set(run.starts_on),
                ends_on: Set(run.ends_on),
                schedule: Set(run.schedule.clone()),
                setting: Set(run.setting),
                ..Default::default()
            }
            .update(self.tx)
            .await?;
        }
        let said = offering_source::Model {
            answer: run.said.map(|said| said.answer),
            places_band: run.said.map(|said| said.band),
            expected_wait: run.said.and_then(|said| said.wait),
            as_at: run.said.map(|said| said.as_at),
            ..before.clone()
        };
        // That it is still so is noted, and is no change.
        let told = offering_source::Model { as_at: before.as_at, ..said.clone() } != before;
        if said != before {
            self.says(said).await?;
        }
        Ok(moved || told)
    }

    async fn end_run(&self, row: offering::Model, said: offering_source::Model) -> Result<bool> {
        if row.setting != OfferingSetting::Open {
            return Ok(false);
        }
        offering::ActiveModel {
            id: Unchanged(row.id),
            version: Set(row.version + 1),
            setting: Set(OfferingSetting::Closed),
            ..Default::default()
        }
        .update(self.tx)
        .await?;
        let nothing = offering_source::Model {
            answer: None,
            places_band: None,
            expected_wait: None,
            as_at: None,
            ..said
        };
        self.says(nothing).await?;
        Ok(true)
    }

    async fn says(&self, said: offering_source::Model) -> Result<()> {
        offering_source::ActiveModel {
            offering_id: Unchanged(said.offering_id),
            answer: Set(said.answer),
            places_band: Set(said.places_band),
            expected_wait: Set(said.expected_wait),
            as_at: Set(said.as_at),
            ..Default::default()
        }
        .update(self.tx)
        .await?;
        Ok(())
    }
}
