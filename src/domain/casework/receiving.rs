//! Which service receives a referral, and how it tells where a child belongs.
//!
//! By the home address (postcode look-up), else the council of the child's school, else of the school that refers, else by
//! choice; where none is known, every service until one takes it. Never none.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::triage_rules::{Whereabouts, receiving_services};
use crate::{
    access::Viewer,
    domain::{people::details::ChildDetails, record::operation::Operation},
    entity::{
        casework::referral_service,
        people::{organisation, young_person},
    },
    platform::error::{Problem, ProblemCode, Result},
    read,
    words::{
        OrganisationKind,
        id::{Id, noun},
        postcode::Postcode,
    },
};

/// Where the child lives and learns, as far as it was told or is on record.
#[derive(Clone, Copy, Debug, Default)]
pub struct Where {
    council: Option<Id<noun::Area>>,
    school: Option<Id<noun::Organisation>>,
}

impl Where {
    /// Of a child as they were described.
    pub async fn described(op: &Operation<'_>, child: &ChildDetails) -> Result<Self> {
        let postcode = child.address.as_ref().and_then(|address| Postcode::parse(&address.postcode));
        let council = match postcode {
            Some(code) => {
                read::people::area::of_postcode(op.tx, code.as_str()).await?.map(|row| row.authority_id)
            }
            None => None,
        };
        Ok(Self { council, school: child.school_id })
    }

    /// Of a child on record: the council that their area lies in.
    pub async fn on_record(op: &Operation<'_>, child: &young_person::Model) -> Result<Self> {
        let mut council = child.area_id;
        if let Some(area) = child.area_id {
            let area = read::people::area::by_ids(op.tx, &[area]).await?.pop();
            council = area.map(|area| area.parent_id.filter(|_| !is_council(area.kind)).unwrap_or(area.id));
        }
        Ok(Self { council, school: child.school_id })
    }
}

const fn is_council(kind: crate::words::AreaKind) -> bool {
    matches!(kind, crate::words::AreaKind::LocalAuthority)
}

/// The services that receive a referral, the first of them the one whose hours count.
pub async fn services(
    op: &Operation<'_>,
    viewer: &Viewer,
    child: Where,
    choice: Option<Id<noun::Organisation>>,
) -> Result<Vec<organisation::Model>> {
    let all = read::people::organisation::services(op.tx).await?;
    let of_council = |council: Option<Id<noun::Area>>| {
        let council = council?;
        all.iter().find(|service| service.area_id == Some(council)).map(|service| service.id)
    };
    let of_school = async |school: Option<Id<noun::Organisation>>| -> Result<_> {
        let Some(school) = school else { return Ok(None) };
        let school = read::people::organisation::by_id(op.tx, school).await?;
        Ok(of_council(school.and_then(|school| school.area_id)))
    };
    if let Some(choice) = choice
        && !all.iter().any(|service| service.id == choice)
    {
        let message = "Choose one of the youth justice services, or leave it to the child's address.";
        return Err(Problem::new("serviceId", ProblemCode::NotFound, message).into());
    }
    let refers_as_school =
        matches!(viewer.organisation_kind, OrganisationKind::School | OrganisationKind::College);
    let whereabouts = Whereabouts {
        home: of_council(child.council),
        childs_school: of_school(child.school).await?,
        referring_school: if refers_as_school { of_school(Some(viewer.organisation)).await? } else { None },
        choice,
    };
    let ids: Vec<_> = all.iter().map(|service| service.id).collect();
    let chosen = receiving_services(whereabouts, &ids);
    Ok(all.into_iter().filter(|service| chosen.contains(&service.id)).collect())
}

/// The services that have to act on a referral now.
pub async fn of(op: &Operation<'_>, referral: Id<noun::Referral>) -> Result<Vec<Id<noun::Organisation>>> {
    let rows = read::casework::referral::services(op.tx, &[referral]).await?;
    Ok(rows.into_iter().map(|row| row.service_id).collect())
}

/// From now on these services have to act, and no other.
pub async fn set(
    op: &Operation<'_>,
    referral: Id<noun::Referral>,
    services: &[Id<noun::Organisation>],
) -> Result<()> {
    referral_service::Entity::delete_many()
        .filter(referral_service::Column::ReferralId.eq(referral))
        .exec(op.tx)
        .await?;
    let rows = services.iter().map(|service| referral_service::ActiveModel {
        referral_id: Set(referral),
        service_id: Set(*service),
    });
    referral_service::Entity::insert_many(rows).exec_without_returning(op.tx).await?;
    Ok(())
}
