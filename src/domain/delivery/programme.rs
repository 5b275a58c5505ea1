//! Writing down what a provider does.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::programme_rules::{self, programme_problems};
use crate::{
    access::Act,
    domain::{
        checks::when,
        record::operation::{Caller, Operation, operate},
    },
    entity::delivery::{
        programme::{self, Asks},
        programme_area, programme_factor,
    },
    platform::{
        app::App,
        error::{Problem, ProblemCode, Result, none_of},
    },
    read,
    words::{
        AuditAction, DeliveryMode, FactorCode, OrganisationKind, Reach, Strand, SubjectKind,
        id::{Id, noun},
        names::search_key_of,
    },
};

/// A programme to be written down.
#[derive(Clone, Debug)]
pub struct Create {
    /// What it is called.
    pub title: String,
    /// What happens in it, in plain words.
    pub summary: String,
    /// Who runs it.
    pub provider_id: Id<noun::Organisation>,
    /// What it is funded as.
    pub strand: Strand,
    /// The code of its approach.
    pub approach: String,
    /// How it is run.
    pub mode: DeliveryMode,
    /// What is counted.
    pub reach: Reach,
    /// From this age on.
    pub min_age: i32,
    /// Up to this age.
    pub max_age: i32,
    /// Where it takes children from; none: from everywhere.
    pub area_ids: Vec<Id<noun::Area>>,
    /// What it is for.
    pub factors: Vec<FactorCode>,
    /// Whether that it runs is told only to those who may place a child in it.
    pub sensitive: bool,
    /// Why it is run although tests found more violence.
    pub override_reason: Option<String>,
    /// What it asks for besides an age and an area.
    pub asks: Asks,
}

/// Writes down a programme.
pub async fn create(app: &App, caller: &Caller, input: Create) -> Result<Id<noun::Programme>> {
    operate(app, caller, "programme.create", async |op, viewer| {
        viewer.must_ever(Act::CreateProgramme)?;
        let provider = read::people::organisation::by_id(op.tx, input.provider_id).await?;
        let problems = problems(op, &input, provider.as_ref().map(|row| row.kind)).await?;
        none_of(problems)?;
        let named = provider.map(|row| row.name).unwrap_or_default();
        let programme = programme::ActiveModel {
            id: Set(op.new_id()),
            version: Set(1),
            search_text: Set(search_key_of([input.title.as_str(), &input.summary, &named])),
            title: Set(input.title.trim().to_owned()),
            summary: Set(input.summary),
            provider_id: Set(input.provider_id),
            strand: Set(input.strand),
            approach: Set(input.approach),
            mode: Set(input.mode),
            reach: Set(input.reach),
            min_age: Set(input.min_age),
            max_age: Set(input.max_age),
            active: Set(true),
            sensitive: Set(input.sensitive),
            override_reason: Set(input.override_reason.filter(|reason| !reason.trim().is_empty())),
            created_at: Set(op.now),
            asks: Set((input.asks != Asks::default()).then_some(input.asks)),
        }
        .insert(op.tx)
        .await?;
        parts(op, programme.id, &input.area_ids, &input.factors).await?;
        op.audit(AuditAction::Create, SubjectKind::Programme, programme.id.uuid(), None).await?;
        Ok(programme.id)
    })
    .await
}

async fn parts(
    op: &Operation<'_>,
    programme: Id<noun::Programme>,
    areas: &[Id<noun::Area>],
    factors: &[FactorCode],
) -> Result<()> {
    if !areas.is_empty() {
        let rows = areas
            .iter()
            .map(|area| programme_area::ActiveModel { programme_id: Set(programme), area_id: Set(*area) });
        programme_area::Entity::insert_many(rows).exec_without_returning(op.tx).await?;
    }
    if !factors.is_empty() {
        let rows = factors.iter().map(|factor| programme_factor::ActiveModel {
            programme_id: Set(programme),
            factor: Set(*factor),
        });
        programme_factor::Entity::insert_many(rows).exec_without_returning(op.tx).await?;
    }
    Ok(())
}

async fn problems(
    op: &Operation<'_>,
    input: &Create,
    provider: Option<OrganisationKind>,
) -> Result<Vec<Problem>> {
    let mut problems = programme_problems(&programme_rules::Programme {
        title: &input.title,
        summary: &input.summary,
        approach: &input.approach,
        min_age: input.min_age,
        max_age: input.max_age,
        override_reason: input.override_reason.as_deref(),
    });
    problems.extend(programme_rules::asks_problems(&input.asks));
    problems.extend(when(
        provider.is_none(),
        "providerId",
        ProblemCode::NotFound,
        "Choose the organisation that runs it.",
    ));
    let known = read::people::area::by_ids(op.tx, &input.area_ids).await?;
    for (place, id) in input.area_ids.iter().enumerate() {
        let field = format!("areaIds.{place}");
        let unknown = !known.iter().any(|area| area.id == *id);
        problems.extend(when(unknown, &field, ProblemCode::NotFound, "Choose an area from the list."));
        let again = input.area_ids[..place].contains(id);
        problems.extend(when(again, &field, ProblemCode::Duplicate, "This area is named already."));
    }
    for (place, factor) in input.factors.iter().enumerate() {
        let again = input.factors[..place].contains(factor);
        let field = format!("factors.{place}");
        problems.extend(when(again, &field, ProblemCode::Duplicate, "This factor is named already."));
    }
    Ok(problems)
}
