//! Reads of safeguarding concerns. One about an adult who works with children has a scope of its own.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, QueryFilter, QueryOrder, Select,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    access::{See, Viewer},
    entity::casework::{emergency_call, referral, safeguarding_concern},
    platform::error::Result,
    read::{
        self, Seen,
        page::{self, Key, Ordering, Page, Window},
        scope, unscoped,
    },
    words::{
        SafeguardingKind,
        id::{Id, noun},
    },
};

/// A concern as a viewer may see it.
pub type SeenConcern = Seen<safeguarding_concern::Model>;

/// Which concerns of a list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Open, or resolved.
    pub open: Option<bool>,
    /// Of these kinds.
    pub kinds: Option<Vec<SafeguardingKind>>,
    /// About these children.
    pub children: Option<Vec<Id<noun::YoungPerson>>>,
}

/// The concerns that a filter leaves. Nobody sees one about themselves.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<safeguarding_concern::Entity> {
    use safeguarding_concern::Column;
    const ADULT: SafeguardingKind = SafeguardingKind::AboutAdultWorkingWithChildren;
    let holding = |what: See| scope::holding::<safeguarding_concern::Entity>(viewer, viewer.sees(what));
    let about_child = Condition::all().add(Column::Kind.ne(ADULT)).add(holding(See::ConcernAboutChild));
    let about_adult = Condition::all()
        .add(Column::Kind.eq(ADULT))
        .add(Column::AboutUserId.is_null().or(Column::AboutUserId.ne(viewer.user)))
        .add(holding(See::ConcernAboutAdult));
    let enough = viewer.sees(See::ConcernAboutChild).or(viewer.sees(See::ConcernAboutAdult));
    let mut concerns = scope::visible_to::<safeguarding_concern::Entity>(viewer, enough)
        .filter(Condition::any().add(about_child).add(about_adult));
    match filter.open {
        Some(true) => concerns = concerns.filter(Column::ResolvedAt.is_null()),
        Some(false) => concerns = concerns.filter(Column::ResolvedAt.is_not_null()),
        None => {}
    }
    if let Some(kinds) = &filter.kinds {
        concerns = concerns.filter(Column::Kind.is_in(kinds.iter().copied()));
    }
    if let Some(children) = &filter.children {
        concerns = concerns.filter(Column::YoungPersonId.is_in(children.iter().copied()));
    }
    concerns
}

/// Newest first.
#[must_use]
pub fn newest_first() -> Ordering<SeenConcern> {
    Ordering {
        columns: vec![
            Expr::col((safeguarding_concern::Entity, safeguarding_concern::Column::RaisedAt)),
            Expr::col((safeguarding_concern::Entity, safeguarding_concern::Column::Id)),
        ],
        descending: true,
        keys: |concern: &SeenConcern| {
            vec![Key::Instant(concern.row.raised_at), Key::Id(concern.row.id.uuid())]
        },
    }
}

/// One page, newest first.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    window: &Window,
) -> Result<Page<SeenConcern>> {
    page::page(on, select(viewer, filter), &newest_first(), window).await
}

/// Concerns about some children that the viewer may see, newest first.
pub async fn of_children(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    children: &[Id<noun::YoungPerson>],
) -> Result<Vec<SeenConcern>> {
    let filter = Filter { children: Some(children.to_vec()), ..Filter::default() };
    let concerns = select(viewer, &filter).order_by_desc(safeguarding_concern::Column::RaisedAt);
    Ok(concerns.into_model::<SeenConcern>().all(on).await?)
}

/// Concerns by id, those that the viewer may see.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::SafeguardingConcern>],
) -> Result<Vec<SeenConcern>> {
    let concerns = select(viewer, &Filter::default())
        .filter(safeguarding_concern::Column::Id.is_in(ids.iter().copied()));
    Ok(concerns.into_model::<SeenConcern>().all(on).await?)
}

/// A concern to be resolved: locked, or NOT_FOUND.
pub async fn for_change(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::SafeguardingConcern>,
) -> Result<SeenConcern> {
    let concern = select(viewer, &Filter::default()).filter(safeguarding_concern::Column::Id.eq(id));
    read::for_change(on, concern).await
}

/// Whether a concern about a child is open, whoever may see it: while one is, a referral cannot be declined.
pub async fn any_open_about_child(on: &impl ConnectionTrait, child: Id<noun::YoungPerson>) -> Result<bool> {
    Ok(unscoped::<safeguarding_concern::Entity>(
        "a rule that protects the child; only whether one is open is used",
    )
    .filter(safeguarding_concern::Column::YoungPersonId.eq(child))
    .filter(safeguarding_concern::Column::Kind.ne(SafeguardingKind::AboutAdultWorkingWithChildren))
    .filter(safeguarding_concern::Column::ResolvedAt.is_null())
    .one(on)
    .await?
    .is_some())
}

/// Whether a concern is open that came with a referral, or that the viewer raised on it: then it cannot be withdrawn.
pub async fn open_of_sender(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    referral: &referral::Model,
) -> Result<bool> {
    use safeguarding_concern::Column;
    let came_with_it =
        Column::RaisedAt.eq(referral.submitted_at).and(Column::RaisedById.eq(referral.referrer_id));
    Ok(unscoped::<safeguarding_concern::Entity>(
        "a rule that protects the child; only whether one is open is used, of those that the viewer knows of",
    )
    .filter(Column::ReferralId.eq(referral.id))
    .filter(Column::ResolvedAt.is_null())
    .filter(Column::RaisedById.eq(viewer.user).or(came_with_it))
    .one(on)
    .await?
    .is_some())
}

/// The calls made about some concerns, in order.
pub async fn calls(
    on: &impl ConnectionTrait,
    concerns: &[Id<noun::SafeguardingConcern>],
) -> Result<Vec<emergency_call::Model>> {
    Ok(unscoped::<emergency_call::Entity>("of concerns that were read under the viewer's scope")
        .filter(emergency_call::Column::ConcernId.is_in(concerns.iter().copied()))
        .order_by_asc(emergency_call::Column::CalledAt)
        .all(on)
        .await?)
}
