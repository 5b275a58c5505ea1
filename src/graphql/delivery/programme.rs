//! Programmes: what providers do, with the evidence behind it.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::{
    domain::delivery::approaches::Approaches,
    entity::delivery::programme,
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        loader::{AreasOf, FactorsOf},
        node::{Area, Offering, Organisation, Programme},
        scalar::Date,
        search::sought,
        visit::Ask,
    },
    platform::error::Error,
    read::{self, delivery::offering, delivery::programme as programmes},
    words::{
        DeliveryMode, EvidenceBand, FactorCode, Pathway, Reach, Strand, SubjectKind,
        id::{OpaqueId, noun},
    },
};

/// A kind of intervention.
#[derive(SimpleObject)]
pub struct Approach {
    /// What programmes name it by.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// What tests found.
    pub evidence: Evidence,
}

/// What tests found of an approach.
#[derive(SimpleObject)]
pub struct Evidence {
    /// How much less violence there was.
    pub band: EvidenceBand,
    /// Where that is written.
    pub source: String,
    /// On which day it was read there.
    pub as_of: Date,
}

/// What a programme asks for besides an age and an area.
#[derive(SimpleObject)]
pub struct Asks {
    /// From this year group on; 0 is Reception.
    pub min_year_group: Option<i32>,
    /// Up to this year group.
    pub max_year_group: Option<i32>,
    /// Children who came to help in one of these ways; empty means in any.
    pub pathways: Vec<Pathway>,
    /// Children whose referral names none of these factors.
    pub exclusions: Vec<FactorCode>,
    /// Children who have fewer than so many other places at once.
    pub most_at_once: Option<i32>,
}

impl From<programme::Asks> for Asks {
    fn from(asks: programme::Asks) -> Self {
        Self {
            min_year_group: asks.min_year_group,
            max_year_group: asks.max_year_group,
            pathways: asks.pathways,
            exclusions: asks.exclusions,
            most_at_once: asks.most_at_once,
        }
    }
}

/// The approaches that a programme may take, in the order of the list.
#[must_use]
pub fn approaches() -> Vec<Approach> {
    let list = Approaches::in_use();
    let shown = |approach: &crate::domain::delivery::approaches::Approach| Approach {
        code: approach.code.clone(),
        name: approach.name.clone(),
        evidence: Evidence { band: approach.band, source: list.source.clone(), as_of: Date(list.as_of) },
    };
    list.iter().map(shown).collect()
}

impl Programme {
    fn approach_of(&self) -> Answer<Approach> {
        let code = &self.0.row.approach;
        let found = approaches().into_iter().find(|approach| approach.code == *code);
        Ok(found.ok_or_else(|| Error::internal("a programme's approach is not in the list"))?)
    }
}

/// What a provider does for children, a school or staff.
#[Object]
impl Programme {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// Counts the changes.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.row.title
    }

    /// What happens in it, in plain words.
    async fn summary(&self) -> &str {
        &self.0.row.summary
    }

    /// Who runs it.
    async fn provider(&self, ctx: &Context<'_>) -> Answer<Organisation> {
        ctx.sight()?.the(self.0.row.provider_id).await
    }

    /// What it is funded as.
    async fn strand(&self) -> Strand {
        self.0.row.strand
    }

    /// The kind of intervention by the Toolkit.
    async fn approach(&self) -> Answer<Approach> {
        self.approach_of()
    }

    /// The evidence behind that kind of intervention.
    async fn evidence(&self) -> Answer<Evidence> {
        self.approach_of().map(|approach| approach.evidence)
    }

    /// How it is run.
    async fn mode(&self) -> DeliveryMode {
        self.0.row.mode
    }

    /// What is counted.
    async fn reach(&self) -> Reach {
        self.0.row.reach
    }

    /// From this age on.
    async fn min_age(&self) -> i32 {
        self.0.row.min_age
    }

    /// Up to this age.
    async fn max_age(&self) -> i32 {
        self.0.row.max_age
    }

    /// Where it takes children from; none means from everywhere.
    async fn areas(&self, ctx: &Context<'_>) -> Answer<Vec<Area>> {
        let sight = ctx.sight()?;
        let mut areas = Vec::new();
        for row in sight.all(AreasOf(self.0.row.id)).await? {
            areas.push(sight.the(row.area_id).await?);
        }
        Ok(areas)
    }

    /// What it is for; none means for any child.
    async fn factors(&self, ctx: &Context<'_>) -> Answer<Vec<FactorCode>> {
        let factors = ctx.sight()?.all(FactorsOf(self.0.row.id)).await?;
        Ok(factors.into_iter().map(|row| row.factor).collect())
    }

    /// Whether it is still run.
    async fn active(&self) -> bool {
        self.0.row.active
    }

    /// Whether that it runs, where and when, is told only to those who may place a child in it.
    async fn sensitive(&self) -> bool {
        self.0.row.sensitive
    }

    /// What it asks for besides an age and an area; null where that is nothing.
    async fn asks(&self) -> Option<Asks> {
        self.0.row.asks.clone().map(Into::into)
    }

    /// Its runs, what began last first.
    async fn offerings(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Answer<Connection<Offering>> {
        let sight = ctx.sight()?;
        let (app, viewer, id) = (ctx.app(), sight.viewer.clone(), self.0.row.id);
        let question = Question::of(&viewer, "offerings", &id);
        let window = Paging { first, after, last, before }.window(app, &question)?;
        let page = offering::page_of(app.reads(), &viewer, id, &window).await?;
        connect(app, &question, page, Offering::from, move |app| {
            let select = offering::of(&viewer, id);
            async move { read::page::count(app.reads(), select).await }
        })
    }
}

/// Which programmes.
#[derive(Debug, InputObject)]
pub struct ProgrammeFilter {
    /// Funded as one of these.
    strands: Option<Vec<Strand>>,
    /// With one of these approaches, by their codes.
    approaches: Option<Vec<String>>,
    /// Of these providers.
    provider_ids: Option<Vec<OpaqueId<noun::Organisation>>>,
    /// Still run, or not.
    active: Option<bool>,
    /// Whose title, summary or provider's name holds this.
    text: Option<String>,
}

/// Those of some codes that are in the list.
fn known(codes: Vec<String>) -> Vec<String> {
    codes.into_iter().filter(|code| Approaches::in_use().get(code).is_some()).collect()
}

/// A page of the programmes that the viewer may know of, by title.
pub async fn programmes(
    ctx: &Context<'_>,
    filter: Option<ProgrammeFilter>,
    paging: Paging,
) -> Answer<Connection<Programme>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    let filter = match filter {
        None => programmes::Filter::default(),
        Some(filter) => programmes::Filter {
            strands: filter.strands,
            // A code that is not in the list is of no programme.
            approaches: filter.approaches.map(known),
            providers: filter.provider_ids.map(|ids| ids.iter().map(|id| ctx.open_id(id)).collect()),
            active: filter.active,
            text: sought(filter.text.as_deref())?,
        },
    };
    ctx.visit().searched(SubjectKind::Programme, &format!("{filter:?}"));
    let question = Question::of(&viewer, "programmes", &filter);
    let page = programmes::page(app.reads(), &viewer, &filter, &paging.window(app, &question)?).await?;
    connect(app, &question, page, Programme::from, move |app| {
        let select = programmes::select(&viewer, &filter);
        async move { read::page::count(app.reads(), select).await }
    })
}
