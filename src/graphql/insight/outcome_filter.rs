//! Of which children figures are asked.

use async_graphql::{Context, InputObject};

use crate::{
    domain::{
        delivery::approaches::Approaches,
        insight::{outcome::Ask as Question, period::Period as Time, values::ETHNIC_GROUPS},
    },
    graphql::{
        error::Answer,
        node::{Area, Organisation, Programme},
        visit::Ask,
    },
    platform::error::Error,
    words::{
        AgeBand, OutcomeDimension as D, Pathway, ReferralSource, Sex, Strand,
        id::{OpaqueId, noun},
    },
};

/// At most three of filters and groupings together, one value each; only tables that `ridgeway policy --figures` lists, else
/// TOO_DETAILED.
#[derive(Debug, Default, InputObject)]
pub struct OutcomeFilter {
    /// In this time; left out: in the 12 months up to the release.
    period: Option<Period>,
    /// With a place in this programme.
    programme_id: Option<OpaqueId<noun::Programme>>,
    /// With a place in a programme of this provider.
    provider_id: Option<OpaqueId<noun::Organisation>>,
    /// Living in this area: a council's or a community area.
    area_id: Option<OpaqueId<noun::Area>>,
    /// With a place in a programme of this strand.
    strand: Option<Strand>,
    /// With a place in a programme of this approach, by its code.
    approach: Option<String>,
    /// Of this age on the day.
    age_band: Option<AgeBand>,
    /// Of this sex as registered.
    sex: Option<Sex>,
    /// Of this group of the census: White, Mixed, Asian, Black, Other or Not known.
    ethnicity_group: Option<String>,
    /// Referred by this source.
    source: Option<ReferralSource>,
    /// At this school on the day.
    school_id: Option<OpaqueId<noun::Organisation>>,
    /// On this pathway.
    pathway: Option<Pathway>,
}

/// A financial year (quarter null) or one of its quarters; 2026 is April 2026 to March 2027.
#[derive(Debug, InputObject)]
pub struct Period {
    /// The year in whose April it begins.
    year: i32,
    /// From 1, April to June, to 4, January to March.
    quarter: Option<i32>,
}

impl Period {
    fn time(&self) -> Answer<Time> {
        let year = (2000..=2200).contains(&self.year).then_some(self.year);
        let quarter =
            self.quarter.map(|quarter| u32::try_from(quarter).ok().filter(|one| (1..=4).contains(one)));
        match (year, quarter) {
            (Some(year), None) => Ok(Time::Year(year)),
            (Some(year), Some(Some(quarter))) => Ok(Time::Quarter(year, quarter)),
            _ => Err(wrong(
                "A period is a financial year, such as 2026 for April 2026 to March 2027, and at most a quarter of it, from 1 to 4.",
            )),
        }
    }
}

fn wrong(message: &'static str) -> crate::graphql::error::Fault {
    Error::BadInput(message.into()).into()
}

impl OutcomeFilter {
    /// The question that this is, with its values as they are stored.
    pub async fn ask(self, ctx: &Context<'_>) -> Answer<Question> {
        let mut filters = Vec::new();
        if let Some(id) = &self.programme_id {
            let row: Option<Programme> = ctx.sight()?.one(ctx.open_id(id)).await?;
            let row = row.ok_or_else(|| {
                wrong("There is no such programme, or not for you: take an id from `programmes`.")
            })?;
            filters.push((D::Programme, row.0.row.id.uuid().to_string()));
        }
        for (dimension, id) in [(D::Provider, &self.provider_id), (D::School, &self.school_id)] {
            let Some(id) = id else { continue };
            let row: Option<Organisation> = ctx.sight()?.one(ctx.open_id(id)).await?;
            let row =
                row.ok_or_else(|| wrong("There is no such organisation: take an id from `organisations`."))?;
            filters.push((dimension, row.0.id.uuid().to_string()));
        }
        if let Some(id) = &self.area_id {
            filters.push(area(ctx, id).await?);
        }
        if let Some(code) = self.approach {
            if Approaches::in_use().get(&code).is_none() {
                return Err(wrong("There is no such approach: `approaches` lists the codes."));
            }
            filters.push((D::Approach, code));
        }
        if let Some(group) = self.ethnicity_group {
            if !ETHNIC_GROUPS.contains(&group.as_str()) {
                return Err(wrong(
                    "There is no such group: White, Mixed, Asian, Black, Other, or Not known.",
                ));
            }
            filters.push((D::EthnicityGroup, group));
        }
        let words = [
            (D::Strand, self.strand.map(Strand::as_str)),
            (D::AgeBand, self.age_band.map(AgeBand::as_str)),
            (D::Sex, self.sex.map(Sex::as_str)),
            (D::Source, self.source.map(ReferralSource::as_str)),
            (D::Pathway, self.pathway.map(Pathway::as_str)),
        ];
        filters.extend(words.into_iter().filter_map(|(of, word)| Some((of, word?.to_owned()))));
        let period = self.period.map(|period| period.time()).transpose()?;
        Ok(Question { filters, period, ..Question::default() })
    }
}

/// A council's area or a community area. Wards have no figures.
async fn area(ctx: &Context<'_>, id: &OpaqueId<noun::Area>) -> Answer<(D, String)> {
    use crate::words::AreaKind;
    let row: Option<Area> = ctx.sight()?.one(ctx.open_id(id)).await?;
    let row = row.ok_or_else(|| wrong("There is no such area: take an id from `areas`."))?;
    let dimension = match row.0.kind {
        AreaKind::LocalAuthority => D::LocalAuthority,
        AreaKind::CommunityArea => D::Area,
        AreaKind::Force | AreaKind::Ward => return Err(Error::TooDetailed.into()),
    };
    Ok((dimension, row.0.id.uuid().to_string()))
}
