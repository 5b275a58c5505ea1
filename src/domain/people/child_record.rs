//! A child's record and its parts as they are written: identifiers with their indexes, names as searches compare them, where
//! the child lives and learns. Made here when a referral comes for a child who has no record yet.

use chrono::{Days, NaiveDate};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    ColumnTrait, EntityTrait, QueryFilter,
};

use super::{
    details::{AddressDetails, ChildDetails, ContactDetails},
    young_person_rules as rules,
};
use crate::{
    domain::{checks::when, record::operation::Operation},
    entity::people::{
        address_period::{self, Address},
        contact::{self, ContactWords},
        name_trigram, school_period,
        young_person::{self, NhsNumber, Upn},
    },
    platform::{
        error::{Problem, ProblemCode, Result},
        keys::Keys,
        sealed::Sealed,
    },
    read,
    words::{
        AuditAction, OrganisationKind, ParentNotToldReason, RecordChangeKind, SubjectKind,
        id::{Id, noun},
        identifiers, names,
        reference::Reference,
    },
};

/// Finds a unique pupil number that is sealed.
#[must_use]
pub fn upn_index(keys: &Keys, upn: &identifiers::Upn) -> Vec<u8> {
    keys.digest("upn", &[upn.as_str().as_bytes()])
}

/// Finds an NHS number that is sealed.
#[must_use]
pub fn nhs_number_index(keys: &Keys, number: &identifiers::NhsNumber) -> Vec<u8> {
    keys.digest("nhs_number", &[number.as_str().as_bytes()])
}

/// Finds a Police National Computer id that is sealed.
#[must_use]
pub fn pnc_id_index(keys: &Keys, id: &identifiers::PncId) -> Vec<u8> {
    keys.digest("pnc_id", &[id.as_str().as_bytes()])
}

/// What is wrong with a school that a child is said to go to, if anything.
pub async fn school_problem(
    op: &Operation<'_>,
    field: &str,
    school: Option<Id<noun::Organisation>>,
) -> Result<Option<Problem>> {
    let Some(school) = school else { return Ok(None) };
    let found = read::people::organisation::by_id(op.tx, school).await?;
    let teaches =
        found.is_some_and(|found| matches!(found.kind, OrganisationKind::School | OrganisationKind::College));
    Ok(when(!teaches, field, ProblemCode::NotFound, "Choose a school or college from the list."))
}

/// Makes the record of a child as somebody described them, within the operation that sends the referral. The details were
/// found right before. Where a parent was not told, nobody around the child is contacted until a worker lifts that.
pub async fn create_from_snapshot(
    op: &Operation<'_>,
    details: &ChildDetails,
    not_told: Option<ParentNotToldReason>,
) -> Result<young_person::Model> {
    let id: Id<noun::YoungPerson> = op.new_id();
    let keys = op.app.keys();
    let upn = rules::upn("", details.upn.as_deref()).ok().flatten();
    let nhs_number = rules::nhs_number("", details.nhs_number.as_deref()).ok().flatten();
    let search_name =
        search_name(&details.given_name, details.family_name.as_deref(), details.known_as.as_deref());
    let child = young_person::ActiveModel {
        id: Set(id),
        reference: Set(free_reference(op).await?),
        version: Set(1),
        given_name: Set(details.given_name.clone()),
        family_name: Set(details.family_name.clone()),
        known_as: Set(details.known_as.clone()),
        search_name: Set(search_name),
        date_of_birth: Set(details.date_of_birth),
        date_of_birth_estimated: Set(details.date_of_birth_estimated),
        sex: Set(details.sex),
        ethnicity: Set(details.ethnicity.clone()),
        first_language: Set(details.first_language.clone()),
        school_id: Set(details.school_id),
        area_id: Set(area(op, details.address.as_ref()).await?),
        upn: Set(sealed_upn(keys, id, upn.as_ref())?),
        upn_index: Set(upn.as_ref().map(|upn| upn_index(keys, upn))),
        nhs_number: Set(sealed_nhs_number(keys, id, nhs_number.as_ref())?),
        nhs_number_index: Set(nhs_number.as_ref().map(|number| nhs_number_index(keys, number))),
        pnc_id: Set(None),
        pnc_id_index: Set(None),
        created_at: Set(op.now),
    }
    .insert(op.tx)
    .await?;
    spell(op, &child).await?;
    if let Some(school) = details.school_id {
        add_school(op, id, school, op.today).await?;
    }
    if let Some(address) = &details.address {
        add_address(op, id, address, op.today).await?;
    }
    for contact in &details.contacts {
        let parent = contact.has_parental_responsibility != Some(false);
        add_contact(op, id, contact, not_told.filter(|_| parent)).await?;
    }
    op.audit(AuditAction::Create, SubjectKind::YoungPerson, id.uuid(), Some(id)).await?;
    Ok(child)
}

async fn free_reference(op: &Operation<'_>) -> Result<String> {
    loop {
        let reference = Reference::<noun::YoungPerson>::from_random(op.app.chance().bytes()).to_string();
        if !read::people::young_person::reference_taken(op.tx, &reference).await? {
            return Ok(reference);
        }
    }
}

/// A child's names as searches compare them.
#[must_use]
pub fn search_name(given: &str, family: Option<&str>, known_as: Option<&str>) -> String {
    names::search_key_of([Some(given), family, known_as].into_iter().flatten())
}

/// A pupil number, sealed for its row.
pub fn sealed_upn(
    keys: &Keys,
    child: Id<noun::YoungPerson>,
    upn: Option<&identifiers::Upn>,
) -> Result<Option<Sealed<Upn>>> {
    upn.map(|upn| Sealed::new(keys, child.uuid(), &Upn(upn.to_string()))).transpose()
}

/// An NHS number, sealed for its row.
pub fn sealed_nhs_number(
    keys: &Keys,
    child: Id<noun::YoungPerson>,
    number: Option<&identifiers::NhsNumber>,
) -> Result<Option<Sealed<NhsNumber>>> {
    number.map(|number| Sealed::new(keys, child.uuid(), &NhsNumber(number.to_string()))).transpose()
}

/// Writes the trigrams of a child's names, so that misspelt ones are found.
pub async fn spell(op: &Operation<'_>, child: &young_person::Model) -> Result<()> {
    name_trigram::Entity::delete_many()
        .filter(name_trigram::Column::YoungPersonId.eq(child.id))
        .exec(op.tx)
        .await?;
    let rows: Vec<_> = names::trigrams(&child.search_name)
        .into_iter()
        .map(|trigram| name_trigram::ActiveModel { trigram: Set(trigram), young_person_id: Set(child.id) })
        .collect();
    if !rows.is_empty() {
        name_trigram::Entity::insert_many(rows).exec_without_returning(op.tx).await?;
    }
    Ok(())
}

/// The area in which an address lies, where the look-up knows its postcode.
pub async fn area(op: &Operation<'_>, address: Option<&AddressDetails>) -> Result<Option<Id<noun::Area>>> {
    let code = address.and_then(|address| rules::postcode("", Some(&address.postcode)).ok().flatten());
    let Some(code) = code else { return Ok(None) };
    Ok(read::people::area::of_postcode(op.tx, code.as_str()).await?.map(|found| found.area_id))
}

/// An address in the form in which it is kept.
fn as_kept(address: &AddressDetails) -> Address {
    let code = rules::postcode("", Some(&address.postcode)).ok().flatten();
    Address {
        lines: address
            .lines
            .iter()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect(),
        postcode: code.map(|code| code.to_string()).unwrap_or_default(),
        may_disclose: address.may_disclose,
    }
}

async fn add_school(
    op: &Operation<'_>,
    child: Id<noun::YoungPerson>,
    school: Id<noun::Organisation>,
    from: NaiveDate,
) -> Result<()> {
    school_period::ActiveModel {
        id: Set(op.new_id()),
        young_person_id: Set(child),
        school_id: Set(school),
        from_date: Set(from),
        to_date: Set(None),
    }
    .insert(op.tx)
    .await?;
    Ok(())
}

async fn add_address(
    op: &Operation<'_>,
    child: Id<noun::YoungPerson>,
    address: &AddressDetails,
    from: NaiveDate,
) -> Result<()> {
    let id: Id<noun::AddressPeriod> = op.new_id();
    address_period::ActiveModel {
        id: Set(id),
        young_person_id: Set(child),
        address: Set(Sealed::new(op.app.keys(), id.uuid(), &as_kept(address))?),
        from_date: Set(from),
        to_date: Set(None),
    }
    .insert(op.tx)
    .await?;
    Ok(())
}

/// Adds somebody around a child.
pub async fn add_contact(
    op: &Operation<'_>,
    child: Id<noun::YoungPerson>,
    details: &ContactDetails,
    not_told: Option<ParentNotToldReason>,
) -> Result<contact::Model> {
    let id: Id<noun::Contact> = op.new_id();
    let contact = contact::ActiveModel {
        id: Set(id),
        young_person_id: Set(child),
        version: Set(1),
        not_told: Set(not_told),
        ended_on: Set(None),
        ..contact_columns(op.app.keys(), id, details)?
    };
    Ok(contact.insert(op.tx).await?)
}

/// The columns of a contact that a form fills.
pub fn contact_columns(
    keys: &Keys,
    id: Id<noun::Contact>,
    details: &ContactDetails,
) -> Result<contact::ActiveModel> {
    let words = ContactWords { phone: details.phone.clone(), order_in_force: details.order_in_force.clone() };
    Ok(contact::ActiveModel {
        name: Set(details.name.clone()),
        relationship: Set(details.relationship.clone()),
        has_parental_responsibility: Set(details.has_parental_responsibility),
        lives_with: Set(details.lives_with),
        words: Set(Sealed::new(keys, id.uuid(), &words)?),
        may_contact: Set(details.may_contact),
        may_be_told: Set(details.may_be_told),
        safe_to_call: Set(details.safe_to_call),
        safe_to_text: Set(details.safe_to_text),
        safe_to_leave_voicemail: Set(details.safe_to_leave_voicemail),
        ..Default::default()
    })
}

/// What becomes of the period that runs, when another value holds from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// It ends on this day.
    EndsOn(NaiveDate),
    /// It was never so, or not for a day: the new value takes its place. The old one is kept with the change.
    Gone,
}

fn before(kind: RecordChangeKind, began: NaiveDate, from: NaiveDate) -> Before {
    if kind == RecordChangeKind::Change && from > began {
        Before::EndsOn(from - Days::new(1))
    } else {
        Before::Gone
    }
}

/// Sets the school from a day on; none where the child has none.
pub async fn set_school(
    op: &Operation<'_>,
    child: Id<noun::YoungPerson>,
    kind: RecordChangeKind,
    from: NaiveDate,
    school: Option<Id<noun::Organisation>>,
) -> Result<()> {
    let periods = read::people::young_person::schools(op.tx, &[child]).await?;
    let mut begins = from;
    if let Some(running) = periods.iter().rev().find(|period| period.to_date.is_none()) {
        match before(kind, running.from_date, from) {
            Before::EndsOn(day) => {
                let ended = school_period::ActiveModel {
                    id: Unchanged(running.id),
                    to_date: Set(Some(day)),
                    ..Default::default()
                };
                ended.update(op.tx).await?;
            }
            Before::Gone => {
                begins = running.from_date.min(from);
                school_period::Entity::delete_by_id(running.id).exec(op.tx).await?;
            }
        }
    }
    match school {
        Some(school) => add_school(op, child, school, begins).await,
        None => Ok(()),
    }
}

/// Sets the address from a day on; none where the child has none that is known.
pub async fn set_address(
    op: &Operation<'_>,
    child: Id<noun::YoungPerson>,
    kind: RecordChangeKind,
    from: NaiveDate,
    address: Option<&AddressDetails>,
) -> Result<()> {
    let periods = read::people::young_person::addresses(op.tx, &[child]).await?;
    let mut begins = from;
    if let Some(running) = periods.iter().rev().find(|period| period.to_date.is_none()) {
        match before(kind, running.from_date, from) {
            Before::EndsOn(day) => {
                let ended = address_period::ActiveModel {
                    id: Unchanged(running.id),
                    to_date: Set(Some(day)),
                    ..Default::default()
                };
                ended.update(op.tx).await?;
            }
            Before::Gone => {
                begins = running.from_date.min(from);
                address_period::Entity::delete_by_id(running.id).exec(op.tx).await?;
            }
        }
    }
    match address {
        Some(address) => add_address(op, child, address, begins).await,
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_ends_what_was_before_and_a_correction_replaces_it() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (began, from) = (day("2026-09-01"), day("2026-11-23"));
        assert_eq!(before(RecordChangeKind::Change, began, from), Before::EndsOn(day("2026-11-22")));
        assert_eq!(before(RecordChangeKind::Change, from, from), Before::Gone);
        assert_eq!(before(RecordChangeKind::Correction, began, from), Before::Gone);
    }

    #[test]
    fn an_address_is_kept_in_one_form() {
        let typed = AddressDetails {
            lines: vec![" 1 High Street ".into(), String::new()],
            postcode: "sn12jg".into(),
            may_disclose: false,
        };
        let kept = as_kept(&typed);
        assert_eq!((kept.lines, kept.postcode.as_str()), (vec!["1 High Street".to_owned()], "SN1 2JG"));
    }
}
