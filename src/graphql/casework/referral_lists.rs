//! Lists of referrals, and one by its reference.

use async_graphql::{Context, InputObject};

use crate::{
    access::Act,
    domain::{casework::triage::acknowledge, record::calendar::instant_of},
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        node::Referral,
        scalar::Date,
        search::sought,
        visit::{Ask, again, caller},
    },
    platform::error::{Error, Result},
    read::{self, casework::referral as referrals},
    words::{
        ReferralOrder, ReferralSource, ReferralStage, ReferralStatus, SubjectKind, Urgency, id::noun,
        reference::Reference,
    },
};

/// Which referrals.
#[derive(Debug, InputObject)]
pub struct ReferralFilter {
    /// At one of these stages.
    stages: Option<Vec<ReferralStage>>,
    /// In one of these statuses; matches nothing for those who sent them.
    statuses: Option<Vec<ReferralStatus>>,
    /// Not decided and taken by nobody.
    unowned: Option<bool>,
    /// Decided and waiting for a manager's countersign, or not; matches nothing for those who sent them.
    awaiting_countersign: Option<bool>,
    /// Of these urgencies.
    urgencies: Option<Vec<Urgency>>,
    /// From these sources.
    sources: Option<Vec<ReferralSource>>,
    /// Submitted on this day or later.
    submitted_from: Option<Date>,
    /// Submitted on this day or earlier.
    submitted_to: Option<Date>,
    /// Late.
    overdue: Option<bool>,
    /// Taken by the viewer, or sent by them.
    mine: Option<bool>,
    /// Whose child's name holds this.
    text: Option<String>,
}

/// A page of the referrals that the viewer may see.
pub async fn referrals(
    ctx: &Context<'_>,
    filter: Option<ReferralFilter>,
    order: ReferralOrder,
    paging: Paging,
) -> Answer<Connection<Referral>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    let filter = filter.map(|filter| decode(ctx, filter)).transpose()?.unwrap_or_default();
    let question = Question::of(&viewer, "referrals", &(order, &filter));
    ctx.visit().searched(SubjectKind::Referral, &format!("{filter:?}"));
    let page = referrals::page(app.reads(), &viewer, &filter, order, &paging.window(app, &question)?).await?;
    connect(app, &question, page, Referral::from, move |app| {
        let select = referrals::select(&viewer, &filter);
        async move { read::page::count(app.reads(), select).await }
    })
}

fn decode(ctx: &Context<'_>, filter: ReferralFilter) -> Result<referrals::Filter> {
    let midnight = |day: chrono::NaiveDate| instant_of(day, chrono::NaiveTime::MIN);
    let after = |day: Date| day.0.succ_opt().ok_or(Error::BadInput("this day is too far away".into()));
    Ok(referrals::Filter {
        stages: filter.stages,
        statuses: filter.statuses,
        unowned: filter.unowned.unwrap_or_default(),
        awaiting_countersign: filter.awaiting_countersign,
        urgencies: filter.urgencies,
        sources: filter.sources,
        from: filter.submitted_from.map(|day| midnight(day.0)),
        to: filter.submitted_to.map(after).transpose()?.map(midnight),
        overdue_at: filter.overdue.unwrap_or_default().then(|| ctx.app().now()),
        mine: filter.mine.unwrap_or_default(),
        name: sought(filter.text.as_deref())?,
        ..referrals::Filter::default()
    })
}

/// The referral with a reference. Opened by triage or manager for the first time, it is acknowledged.
pub async fn referral(ctx: &Context<'_>, reference: &str) -> Answer<Option<Referral>> {
    let sight = ctx.sight()?;
    let Ok(reference) = Reference::<noun::Referral>::parse(reference) else {
        return Err(Error::BadInput(
            "a referral's reference is R- and seven symbols; check what was typed".into(),
        )
        .into());
    };
    let seen = referrals::by_reference(ctx.app().reads(), &sight.viewer, &reference.to_string()).await?;
    let Some(seen) = seen else { return Ok(None) };
    Ok(Some(opened(ctx, seen).await?))
}

/// A single referral is being opened: acknowledges it where that is new.
pub async fn opened(ctx: &Context<'_>, seen: impl Into<Referral>) -> Answer<Referral> {
    let (sight, referral) = (ctx.sight()?, seen.into());
    if referral.0.row.acknowledged_at.is_some() || !sight.viewer.may(Act::Triage, referral.0.holds) {
        return Ok(referral);
    }
    let id = acknowledge(ctx.app(), &caller(ctx)?, referral.0.row.id).await?;
    again(ctx, Some(id)).await.map(|read_again| read_again.unwrap_or(referral))
}
