//! Reads of children's records and what belongs to them, under the viewer's scope.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use crate::{
    access::{Relations, See, Viewer},
    entity::casework::case,
    entity::people::{
        address_period, alert, consent, contact, external_reference, name_trigram, restriction,
        school_period, young_person,
    },
    platform::error::Result,
    read::{
        self, Seen,
        page::{self, Key, Ordering, Page, Window},
        scope, unscoped,
    },
    words::id::{Id, noun},
};

/// The parts of a record are read only for a child whom the viewer has been shown.
const OF_A_CHILD_SEEN: &str =
    "belongs to a child that was read under the viewer's scope; the field asks the policy";

/// A child as a viewer may see them.
pub type SeenChild = Seen<young_person::Model>;

/// Which children of a list. Only for viewers who see names; others match nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// A name, also misspelt: as searches compare it.
    pub name: Option<String>,
    /// A reference, complete.
    pub reference: Option<String>,
    /// A date of birth.
    pub date_of_birth: Option<chrono::NaiveDate>,
    /// The blind index of a UPN.
    pub upn_index: Option<Vec<u8>>,
    /// Living in one of these areas.
    pub areas: Option<Vec<Id<noun::Area>>>,
    /// At one of these schools.
    pub schools: Option<Vec<Id<noun::Organisation>>>,
    /// Born between these days, the last one excluded: year groups.
    pub born: Option<Vec<(chrono::NaiveDate, chrono::NaiveDate)>>,
    /// With or without a case that this viewer may know of.
    pub with_open_case: Option<bool>,
}

/// The relations in which a viewer is shown a child at all.
fn shown(viewer: &Viewer) -> Relations {
    viewer.sees(See::ChildDisplay)
}

fn scoped(viewer: &Viewer) -> Select<young_person::Entity> {
    scope::visible_to(viewer, shown(viewer))
}

/// The children that a filter leaves.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<young_person::Entity> {
    use young_person::Column;
    let mut children = scoped(viewer);
    let identity =
        || scope::holding_of::<young_person::Entity>(viewer, shown(viewer), viewer.sees(See::ChildIdentity));
    let mut search = Condition::any();
    if let Some(name) = &filter.name {
        search = search.add(identity().add(Column::SearchName.contains(name)));
        let trigrams = crate::words::names::trigrams(name);
        if trigrams.len() > 2 {
            // Half of the letters in common is near enough to look at; the page ranks nothing.
            let mut near = Query::select();
            near.column(name_trigram::Column::YoungPersonId)
                .from(name_trigram::Entity)
                .and_where(name_trigram::Column::Trigram.is_in(trigrams.iter().cloned()))
                .group_by_col(name_trigram::Column::YoungPersonId)
                .and_having(
                    Expr::cust("COUNT(*)").gte(i64::try_from(trigrams.len().div_ceil(2)).unwrap_or(i64::MAX)),
                );
            search = search.add(identity().add(Column::Id.in_subquery(near)));
        }
    }
    if let Some(reference) = &filter.reference {
        search = search.add(Column::Reference.eq(reference.clone()));
    }
    if let Some(day) = filter.date_of_birth {
        search = search.add(identity().add(Column::DateOfBirth.eq(day)));
    }
    if let Some(index) = &filter.upn_index {
        let may = scope::holding::<young_person::Entity>(viewer, viewer.sees(See::ChildIdentifiers));
        search = search.add(may.add(Column::UpnIndex.eq(index.clone())));
    }
    if !search.is_empty() {
        children = children.filter(search);
    }
    if let Some(areas) = &filter.areas {
        children = children.filter(identity()).filter(Column::AreaId.is_in(areas.iter().copied()));
    }
    if let Some(schools) = &filter.schools {
        children = children.filter(identity()).filter(Column::SchoolId.is_in(schools.iter().copied()));
    }
    if let Some(born) = &filter.born {
        let any = born.iter().fold(Condition::any(), |any, (from, to)| {
            any.add(Condition::all().add(Column::DateOfBirth.gte(*from)).add(Column::DateOfBirth.lt(*to)))
        });
        children = children.filter(identity()).filter(any);
    }
    if let Some(with) = filter.with_open_case {
        let open = open_cases(viewer);
        let is = Column::Id.in_subquery(open);
        children = children.filter(if with { is } else { is.not() });
    }
    children
}

/// The children of open cases that this viewer may know of.
fn open_cases(viewer: &Viewer) -> SelectStatement {
    case::Entity::find()
        .select_only()
        .column(case::Column::YoungPersonId)
        .filter(scope::holding::<case::Entity>(viewer, viewer.sees(See::CaseOpen)))
        .filter(case::Column::ClosedAt.is_null())
        .into_query()
}

/// By name.
#[must_use]
pub fn by_name() -> Ordering<SeenChild> {
    Ordering {
        columns: vec![
            Expr::col((young_person::Entity, young_person::Column::SearchName)),
            Expr::col((young_person::Entity, young_person::Column::Id)),
        ],
        descending: false,
        keys: |child: &SeenChild| {
            vec![Key::Text(child.row.search_name.clone()), Key::Id(child.row.id.uuid())]
        },
    }
}

/// One page, by name.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    window: &Window,
) -> Result<Page<SeenChild>> {
    page::page(on, select(viewer, filter), &by_name(), window).await
}

/// Children by id, those that the viewer may see something of.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::YoungPerson>],
) -> Result<Vec<SeenChild>> {
    Ok(scoped(viewer)
        .filter(young_person::Column::Id.is_in(ids.iter().copied()))
        .into_model::<SeenChild>()
        .all(on)
        .await?)
}

/// A child to be changed: locked, or NOT_FOUND.
pub async fn for_change(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::YoungPerson>,
) -> Result<SeenChild> {
    read::for_change(on, scoped(viewer).filter(young_person::Column::Id.eq(id))).await
}

/// Whether a reference is taken.
pub async fn reference_taken(on: &impl ConnectionTrait, reference: &str) -> Result<bool> {
    Ok(unscoped::<young_person::Entity>("whether a reference is free, and nothing else")
        .filter(young_person::Column::Reference.eq(reference))
        .one(on)
        .await?
        .is_some())
}

/// Which of these children are restricted.
pub async fn restricted(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::YoungPerson>],
) -> Result<Vec<Id<noun::YoungPerson>>> {
    Ok(unscoped::<restriction::Entity>(OF_A_CHILD_SEEN)
        .filter(restriction::Column::YoungPersonId.is_in(ids.iter().copied()))
        .filter(restriction::Column::EndedAt.is_null())
        .select_only()
        .column(restriction::Column::YoungPersonId)
        .distinct()
        .into_tuple()
        .all(on)
        .await?)
}

/// Declares a read of one kind of part for some children.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident: $entity:ident, [$($order:ident),+] $(, $filter:expr)?;)*) => {
        $(
            $(#[$doc])*
            pub async fn $name(
                on: &impl ConnectionTrait,
                children: &[Id<noun::YoungPerson>],
            ) -> Result<Vec<$entity::Model>> {
                Ok(unscoped::<$entity::Entity>(OF_A_CHILD_SEEN)
                    .filter($entity::Column::YoungPersonId.is_in(children.iter().copied()))
                    $(.filter($filter))?
                    $(.order_by_asc($entity::Column::$order))+
                    .all(on)
                    .await?)
            }
        )*
    };
}

parts! {
    /// Contacts who have not ended.
    contacts: contact, [Id], contact::Column::EndedOn.is_null();
    /// Addresses, oldest first.
    addresses: address_period, [FromDate, Id];
    /// Schools, oldest first.
    schools: school_period, [FromDate, Id];
    /// Alerts that have not ended.
    alerts: alert, [FromDate, Id], alert::Column::EndedOn.is_null();
    /// The consents that stand, oldest first.
    consents: consent, [RecordedAt, Id], consent::Column::ReplacedAt.is_null();
    /// What other systems call them.
    external_references: external_reference, [System, Reference];
}

/// The children of whom the viewer sees such a thing.
pub(in crate::read) fn of_whom_is_seen(viewer: &Viewer, what: See) -> SelectStatement {
    young_person::Entity::find()
        .select_only()
        .column(young_person::Column::Id)
        .filter(scope::holding::<young_person::Entity>(viewer, viewer.sees(what)))
        .into_query()
}

/// Declares a read of one part by its id, for a viewer who sees such parts of that child: one statement, whether the part is
/// there or not.
macro_rules! part_by_id {
    ($($(#[$doc:meta])* $name:ident($noun:ident): $entity:ident, $what:ident;)*) => {
        $(
            $(#[$doc])*
            pub async fn $name(
                on: &impl ConnectionTrait,
                viewer: &Viewer,
                id: Id<noun::$noun>,
            ) -> Result<Option<$entity::Model>> {
                Ok(unscoped::<$entity::Entity>("shown only where its child is: the last filter")
                    .filter($entity::Column::Id.eq(id))
                    .filter($entity::Column::YoungPersonId.in_subquery(of_whom_is_seen(viewer, See::$what)))
                    .one(on)
                    .await?)
            }
        )*
    };
}

part_by_id! {
    /// A contact.
    contact(Contact): contact, ChildContacts;
    /// An alert.
    alert(Alert): alert, ChildAlerts;
    /// A consent.
    consent(Consent): consent, ChildConsents;
}
