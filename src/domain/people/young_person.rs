//! Correcting and changing a child's record. The old value is kept, with who changed it, when and why.

use chrono::NaiveDate;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{child_record, details::AddressDetails, tell, young_person_rules as rules};
use crate::{
    access::Act,
    domain::{
        checks::{self, Patch, when},
        record::operation::{Caller, Operation, operate},
    },
    entity::people::{
        record_change::{self, ChangeWords},
        young_person,
    },
    platform::{
        app::App,
        error::{Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read,
    words::{
        AuditAction, ChangeKind, RecordChangeKind, Sex, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A correction or change of a child's record.
#[derive(Clone, Debug)]
pub struct Change {
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// As the caller saw it.
    pub version: i32,
    /// It was never so, or it is no longer so.
    pub kind: RecordChangeKind,
    /// From which day the new values hold; today where it is left out.
    pub from: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// The given name, or the only one.
    pub given_name: Patch<String>,
    /// The family name.
    pub family_name: Patch<String>,
    /// What they like to be called.
    pub known_as: Patch<String>,
    /// The date of birth.
    pub date_of_birth: Patch<NaiveDate>,
    /// Sex as registered.
    pub sex: Patch<Sex>,
    /// Code of the 2021 census.
    pub ethnicity: Patch<String>,
    /// ISO 639-3.
    pub first_language: Patch<String>,
    /// Unique pupil number.
    pub upn: Patch<String>,
    /// NHS number.
    pub nhs_number: Patch<String>,
    /// The school.
    pub school_id: Patch<Id<noun::Organisation>>,
    /// Where they live.
    pub address: Patch<AddressDetails>,
}

/// Corrects or changes a child's record.
pub async fn change(app: &App, caller: &Caller, input: Change) -> Result<Id<noun::YoungPerson>> {
    operate(app, caller, "young_person.change", async |op, viewer| {
        let seen = read::people::young_person::for_change(op.tx, viewer, input.young_person_id).await?;
        viewer.must(Act::ChangeChild, seen.holds)?;
        let child = seen.row;
        checks::unchanged(child.version, input.version)?;
        let mut problems = problems(&input, op.today);
        problems.extend(
            child_record::school_problem(op, "schoolId", input.school_id.new_value().copied()).await?,
        );
        none_of(problems)?;
        let from = input.from.unwrap_or(op.today);
        let old = old_values(op, &child, &input).await?;
        keep(op, child.id, input.kind, Some(from), &input.reason, old).await?;
        if !input.school_id.keeps() {
            let school = input.school_id.clone().or(None);
            child_record::set_school(op, child.id, input.kind, from, school).await?;
        }
        if !input.address.keeps() {
            let address = input.address.new_value();
            child_record::set_address(op, child.id, input.kind, from, address).await?;
        }
        let child = write(op, child, &input).await?;
        child_record::spell(op, &child).await?;
        tell::concerned(op, child.id, ChangeKind::ChildChanged).await?;
        op.audit(AuditAction::Change, SubjectKind::YoungPerson, child.id.uuid(), Some(child.id)).await?;
        Ok(child.id)
    })
    .await
}

/// Writes the columns of the record itself.
async fn write(
    op: &Operation<'_>,
    child: young_person::Model,
    input: &Change,
) -> Result<young_person::Model> {
    let keys = op.app.keys();
    let (id, old) = (child.id, child.clone());
    let mut row = child.into_active_model();
    row.version = Set(old.version + 1);
    row.given_name = Set(input.given_name.clone().or(Some(old.given_name.clone())).unwrap_or(old.given_name));
    row.family_name = Set(input.family_name.clone().or(old.family_name));
    row.known_as = Set(input.known_as.clone().or(old.known_as));
    if let Some(born) = input.date_of_birth.new_value() {
        row.date_of_birth = Set(*born);
        row.date_of_birth_estimated = Set(false);
    }
    if let Some(sex) = input.sex.new_value() {
        row.sex = Set(*sex);
    }
    row.ethnicity = Set(input.ethnicity.clone().or(old.ethnicity));
    row.first_language = Set(input.first_language.clone().or(old.first_language));
    row.school_id = Set(input.school_id.clone().or(old.school_id));
    if !input.address.keeps() {
        row.area_id = Set(child_record::area(op, input.address.new_value()).await?);
    }
    if !input.upn.keeps() {
        let upn = rules::upn("", input.upn.new_value().map(String::as_str)).ok().flatten();
        row.upn = Set(child_record::sealed_upn(keys, id, upn.as_ref())?);
        row.upn_index = Set(upn.as_ref().map(|upn| child_record::upn_index(keys, upn)));
    }
    if !input.nhs_number.keeps() {
        let number = rules::nhs_number("", input.nhs_number.new_value().map(String::as_str)).ok().flatten();
        row.nhs_number = Set(child_record::sealed_nhs_number(keys, id, number.as_ref())?);
        row.nhs_number_index =
            Set(number.as_ref().map(|number| child_record::nhs_number_index(keys, number)));
    }
    let names = (row.given_name.as_ref(), row.family_name.as_ref(), row.known_as.as_ref());
    let search_name = child_record::search_name(names.0, names.1.as_deref(), names.2.as_deref());
    row.search_name = Set(search_name);
    Ok(row.update(op.tx).await?)
}

/// The values that a change takes away, field by field.
async fn old_values(
    op: &Operation<'_>,
    child: &young_person::Model,
    input: &Change,
) -> Result<Vec<(String, Option<String>)>> {
    let (keys, row) = (op.app.keys(), child.id.uuid());
    let mut old = Vec::new();
    let mut note = |changes: bool, field: &str, value: Option<String>| {
        if changes {
            old.push((field.to_owned(), value));
        }
    };
    note(!input.given_name.keeps(), "givenName", Some(child.given_name.clone()));
    note(!input.family_name.keeps(), "familyName", child.family_name.clone());
    note(!input.known_as.keeps(), "knownAs", child.known_as.clone());
    note(!input.date_of_birth.keeps(), "dateOfBirth", Some(child.date_of_birth.to_string()));
    note(!input.sex.keeps(), "sex", Some(child.sex.to_string()));
    note(!input.ethnicity.keeps(), "ethnicity", child.ethnicity.clone());
    note(!input.first_language.keeps(), "firstLanguage", child.first_language.clone());
    if !input.upn.keeps() {
        let upn = child.upn.as_ref().map(|upn| upn.open(keys, row)).transpose()?;
        note(true, "upn", upn.map(|upn| upn.0));
    }
    if !input.nhs_number.keeps() {
        let number = child.nhs_number.as_ref().map(|number| number.open(keys, row)).transpose()?;
        note(true, "nhsNumber", number.map(|number| number.0));
    }
    if !input.school_id.keeps() {
        // By the id that clients see, which is stable.
        note(true, "schoolId", child.school_id.map(|school| school.seal(keys)));
    }
    if !input.address.keeps() {
        let periods = read::people::young_person::addresses(op.tx, &[child.id]).await?;
        let running = periods.iter().rev().find(|period| period.to_date.is_none());
        let address = running.map(|period| period.address.open(keys, period.id.uuid())).transpose()?;
        let text = address.map(|a| a.lines.into_iter().chain([a.postcode]).collect::<Vec<_>>().join("\n"));
        note(true, "address", text);
    }
    Ok(old)
}

/// Keeps what a record said before, with who changed it and why.
pub async fn keep(
    op: &Operation<'_>,
    child: Id<noun::YoungPerson>,
    kind: RecordChangeKind,
    from: Option<NaiveDate>,
    reason: &str,
    old: Vec<(String, Option<String>)>,
) -> Result<()> {
    let Some(by) = op.actor() else { return Ok(()) };
    let id: Id<noun::RecordChange> = op.new_id();
    let words = ChangeWords { reason: reason.to_owned(), old };
    record_change::ActiveModel {
        id: Set(id),
        young_person_id: Set(child),
        kind: Set(kind),
        words: Set(Sealed::new(op.app.keys(), id.uuid(), &words)?),
        from_date: Set(from.filter(|_| kind == RecordChangeKind::Change)),
        by_user_id: Set(by),
        at: Set(op.now),
    }
    .insert(op.tx)
    .await?;
    Ok(())
}

fn problems(input: &Change, today: NaiveDate) -> Vec<Problem> {
    let text = |patch: &Patch<String>| patch.new_value().cloned();
    let from = input.from;
    let correction = input.kind == RecordChangeKind::Correction;
    let mut problems: Vec<Problem> = [
        TextKind::Reason.needed("reason", &input.reason),
        when(
            correction && from.is_some(),
            "from",
            ProblemCode::Invalid,
            "A correction has no first day: it was never so.",
        ),
        when(
            from.is_some_and(|from| from > today),
            "from",
            ProblemCode::OutOfRange,
            "Enter today or an earlier day.",
        ),
        input.given_name.needed("givenName"),
        input.given_name.new_value().and_then(|name| rules::name("givenName", name)),
        rules::optional_name("familyName", text(&input.family_name).as_deref()),
        rules::optional_name("knownAs", text(&input.known_as).as_deref()),
        input.date_of_birth.needed("dateOfBirth"),
        input.date_of_birth.new_value().and_then(|born| rules::birth_date("dateOfBirth", *born, today)),
        input.sex.needed("sex"),
        TextKind::Line.optional("ethnicity", text(&input.ethnicity).as_deref()),
        TextKind::Line.optional("firstLanguage", text(&input.first_language).as_deref()),
        rules::upn("upn", text(&input.upn).as_deref()).err(),
        rules::nhs_number("nhsNumber", text(&input.nhs_number).as_deref()).err(),
        when(changes_nothing(input), "", ProblemCode::Required, "Say what is to be changed."),
    ]
    .into_iter()
    .flatten()
    .collect();
    problems.extend(input.address.new_value().into_iter().flat_map(|address| address.problems("address")));
    problems
}

const fn changes_nothing(input: &Change) -> bool {
    input.given_name.keeps()
        && input.family_name.keeps()
        && input.known_as.keeps()
        && input.date_of_birth.keeps()
        && input.sex.keeps()
        && input.ethnicity.keeps()
        && input.first_language.keeps()
        && input.upn.keeps()
        && input.nhs_number.keeps()
        && input.school_id.keeps()
        && input.address.keeps()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().unwrap()
    }

    fn change() -> Change {
        Change {
            young_person_id: uuid::Uuid::nil().into(),
            version: 1,
            kind: RecordChangeKind::Correction,
            from: None,
            reason: "Misspelt in the referral.".into(),
            given_name: Patch::To("Zoë".into()),
            family_name: Patch::Keep,
            known_as: Patch::Keep,
            date_of_birth: Patch::Keep,
            sex: Patch::Keep,
            ethnicity: Patch::Keep,
            first_language: Patch::Keep,
            upn: Patch::Keep,
            nhs_number: Patch::Keep,
            school_id: Patch::Keep,
            address: Patch::Keep,
        }
    }

    fn fields(change: &Change) -> Vec<String> {
        problems(change, today()).into_iter().map(|problem| problem.field.join(".")).collect()
    }

    #[test]
    fn what_is_needed_cannot_be_removed() {
        assert!(fields(&change()).is_empty());
        let removed = Change {
            given_name: Patch::Remove,
            date_of_birth: Patch::Remove,
            sex: Patch::Remove,
            family_name: Patch::Remove,
            ..change()
        };
        assert_eq!(fields(&removed), ["givenName", "dateOfBirth", "sex"]);
    }

    #[test]
    fn a_change_has_a_first_day_that_has_come() {
        let from = |kind, day: &str| fields(&Change { kind, from: Some(day.parse().unwrap()), ..change() });
        assert!(from(RecordChangeKind::Change, "2026-11-23").is_empty());
        assert_eq!(from(RecordChangeKind::Change, "2026-11-24"), ["from"]);
        assert_eq!(from(RecordChangeKind::Correction, "2026-11-01"), ["from"]);
    }

    #[test]
    fn a_change_changes_something_and_says_why() {
        let nothing = Change { given_name: Patch::Keep, reason: " ".into(), ..change() };
        assert_eq!(fields(&nothing), ["reason", ""]);
    }
}
