//! Organisations, whom to ring there, and the front doors of a council.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::{
    domain::record::{calendar::Calendar, service_hours::ServiceHours},
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        loader::FrontDoorsOf,
        node::{Area, Organisation},
        search::sought,
        visit::Ask,
    },
    platform::error::Error,
    read::people::organisation as read,
    words::{
        OrganisationKind, SubjectKind,
        id::{OpaqueId, noun},
    },
};

/// Whom to ask for at an organisation.
#[derive(SimpleObject)]
pub struct ContactPoint {
    /// Whom to ask for.
    name: String,
    /// The number.
    phone: String,
    /// When someone answers, in words.
    hours: String,
    /// Whether someone answers now.
    open_now: bool,
}

/// Whom to ring about a child at risk, for this council and this hour.
#[derive(SimpleObject)]
pub struct FrontDoor {
    /// Its name.
    name: String,
    /// The number.
    phone: String,
    /// When it answers, in words.
    hours: String,
    /// Whether it answers now.
    open_now: bool,
}

/// Service hours of a row in words, and whether they run now.
fn hours(ctx: &Context<'_>, json: &serde_json::Value) -> Answer<(String, bool)> {
    let hours = ServiceHours::from_json(json).map_err(Error::internal)?;
    Ok((hours.to_string(), hours.open_at(ctx.app().now(), Calendar::england())))
}

impl Organisation {
    /// Whom to ask for, where the organisation says so.
    pub fn contact(&self, ctx: &Context<'_>) -> Answer<Option<ContactPoint>> {
        let (Some(name), Some(phone)) = (self.0.contact_name.clone(), self.0.contact_phone.clone()) else {
            return Ok(None);
        };
        let (hours, open_now) = hours(ctx, &self.0.service_hours)?;
        Ok(Some(ContactPoint { name, phone, hours, open_now }))
    }
}

/// A member of the partnership.
#[Object]
impl Organisation {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.id.seal(ctx.app().keys()).into()
    }

    /// Its public name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What kind of organisation.
    async fn kind(&self) -> OrganisationKind {
        self.0.kind
    }

    /// Whether the Serious Violence Duty binds it: Police, Crime, Sentencing and Courts Act 2022, part 2 chapter 1.
    async fn specified_authority(&self) -> bool {
        self.0.specified_authority
    }

    /// A school's number in the register of schools.
    async fn urn(&self) -> Option<&str> {
        self.0.urn.as_deref()
    }

    /// The council in whose area it works; null where it works in all.
    async fn area(&self, ctx: &Context<'_>) -> Option<Answer<Area>> {
        let area = self.0.area_id?;
        async { ctx.sight()?.one(area).await }.await.transpose()
    }

    /// Whom to ask for.
    async fn contact_point(&self, ctx: &Context<'_>) -> Option<Answer<ContactPoint>> {
        self.contact(ctx).transpose()
    }

    /// The front doors of its council, in order.
    async fn front_doors(&self, ctx: &Context<'_>) -> Answer<Vec<FrontDoor>> {
        let Some(area) = self.0.area_id else { return Ok(Vec::new()) };
        let doors = ctx.sight()?.all(FrontDoorsOf(area)).await?;
        doors
            .into_iter()
            .map(|door| {
                let (hours, open_now) = hours(ctx, &door.service_hours)?;
                Ok(FrontDoor { name: door.name, phone: door.phone, hours, open_now })
            })
            .collect()
    }
}

/// Which organisations.
#[derive(Debug, InputObject)]
pub struct OrganisationFilter {
    /// Of these kinds.
    kinds: Option<Vec<OrganisationKind>>,
    /// In this council's area.
    area_id: Option<OpaqueId<noun::Area>>,
    /// Whose name holds this.
    text: Option<String>,
}

/// A page of organisations, by name.
pub async fn organisations(
    ctx: &Context<'_>,
    filter: Option<OrganisationFilter>,
    paging: Paging,
) -> Answer<Connection<Organisation>> {
    let sight = ctx.sight()?;
    let app = ctx.app();
    let filter = match filter {
        None => read::Filter::default(),
        Some(filter) => read::Filter {
            kinds: filter.kinds,
            area: filter.area_id.map(|id| ctx.open_id(&id)),
            text: sought(filter.text.as_deref())?,
        },
    };
    let question = Question::of(&sight.viewer, "organisations", &filter);
    ctx.visit().searched(SubjectKind::Organisation, &format!("{filter:?}"));
    let page = read::page(app.reads(), &filter, &paging.window(app, &question)?).await?;
    connect(app, &question, page, Organisation::from, move |app| {
        let select = read::select(&filter);
        async move { crate::read::page::count(app.reads(), select).await }
    })
}
