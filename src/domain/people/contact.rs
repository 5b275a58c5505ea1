//! Those around a child: adding one, changing what is known of one, ending one. "Do not contact" is lifted here, by name.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ActiveValue::Unchanged};

use super::{child_record, details::ContactDetails, tell, young_person};
use crate::{
    access::Act,
    domain::{
        checks::{self, when},
        record::operation::{Caller, Operation, operate},
    },
    entity::people::contact,
    platform::{
        app::App,
        error::{Problem, ProblemCode, Result, none_of},
    },
    read::{self, people::by_itself},
    words::{
        AuditAction, ChangeKind, ContactPermission, ParentNotToldReason, RecordChangeKind, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A contact to be added, changed or ended.
#[derive(Clone, Debug)]
pub struct Change {
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// The contact; none to add one.
    pub contact_id: Option<Id<noun::Contact>>,
    /// The contact's version, as the caller saw it; needed where there is one.
    pub version: Option<i32>,
    /// What is known of them, as a whole.
    pub contact: Option<ContactDetails>,
    /// Whether they are no longer a contact.
    pub ended: bool,
    /// Why.
    pub reason: String,
}

/// Adds, changes or ends a contact.
pub async fn change(app: &App, caller: &Caller, input: Change) -> Result<Id<noun::YoungPerson>> {
    operate(app, caller, "contact.change", async |op, viewer| {
        let seen = read::people::young_person::for_change(op.tx, viewer, input.young_person_id).await?;
        viewer.must(Act::ChangeChild, seen.holds)?;
        let child = seen.row.id;
        let old = existing(op, child, &input).await?;
        if let (Some(old), Some(version)) = (&old, input.version) {
            checks::unchanged(old.version, version)?;
        }
        none_of(problems(&input))?;
        let id = match old {
            None => match &input.contact {
                Some(details) => child_record::add_contact(op, child, details, None).await?.id,
                None => return Ok(child),
            },
            Some(old) => {
                keep(op, &old, &input.reason).await?;
                replace(op, old, &input).await?
            }
        };
        tell::concerned(op, child, ChangeKind::ChildChanged).await?;
        op.audit(AuditAction::Change, SubjectKind::Contact, id.uuid(), Some(child)).await?;
        Ok(child)
    })
    .await
}

async fn existing(
    op: &Operation<'_>,
    child: Id<noun::YoungPerson>,
    input: &Change,
) -> Result<Option<contact::Model>> {
    let Some(id) = input.contact_id else { return Ok(None) };
    let found = by_itself::contact(op.tx, child, id).await?;
    if found.is_some() {
        return Ok(found);
    }
    let message = "This person is no longer a contact of the child.";
    Err(Problem::new("contactId", ProblemCode::NotFound, message).into())
}

async fn replace(op: &Operation<'_>, old: contact::Model, input: &Change) -> Result<Id<noun::Contact>> {
    let mut row = match &input.contact {
        Some(details) => contact::ActiveModel {
            not_told: Set(not_told(old.not_told, details.may_contact)),
            ..child_record::contact_columns(op.app.keys(), old.id, details)?
        },
        None => <contact::ActiveModel as Default>::default(),
    };
    row.id = Unchanged(old.id);
    row.version = Set(old.version + 1);
    if input.ended {
        row.ended_on = Set(Some(op.today));
    }
    row.update(op.tx).await?;
    Ok(old.id)
}

/// Why somebody was not told, after a worker looked again. Only a plain YES lifts it: a form that was sent to mend a telephone
/// number, with the permission that every contact begins with, does not.
const fn not_told(
    before: Option<ParentNotToldReason>,
    may_contact: ContactPermission,
) -> Option<ParentNotToldReason> {
    match may_contact {
        ContactPermission::Yes => None,
        ContactPermission::AskFirst | ContactPermission::Never => before,
    }
}

async fn keep(op: &Operation<'_>, old: &contact::Model, reason: &str) -> Result<()> {
    let words = old.words.open(op.app.keys(), old.id.uuid())?;
    let yes = |value: Option<bool>| value.map(|value| value.to_string());
    let values = [
        ("name", Some(old.name.clone())),
        ("relationship", Some(old.relationship.clone())),
        ("hasParentalResponsibility", yes(old.has_parental_responsibility)),
        ("livesWith", yes(old.lives_with)),
        ("phone", words.phone),
        ("orderInForce", words.order_in_force),
        ("mayContact", Some(old.may_contact.to_string())),
        ("mayBeTold", yes(Some(old.may_be_told))),
        ("safeToCall", yes(Some(old.safe_to_call))),
        ("safeToText", yes(Some(old.safe_to_text))),
        ("safeToLeaveVoicemail", yes(Some(old.safe_to_leave_voicemail))),
        ("notTold", old.not_told.map(|reason| reason.to_string())),
    ];
    let contact = old.id.seal(op.app.keys());
    let old_values = values
        .into_iter()
        .map(|(field, value)| (format!("contact.{field}"), value))
        .chain([("contact.id".to_owned(), Some(contact))]);
    let kind = RecordChangeKind::Change;
    young_person::keep(op, old.young_person_id, kind, Some(op.today), reason, old_values.collect()).await
}

fn problems(input: &Change) -> Vec<Problem> {
    let (known, seen) = (input.contact_id.is_some(), input.version.is_some());
    let nothing = input.contact.is_none() && !(known && input.ended);
    let mut problems: Vec<Problem> = [
        TextKind::Reason.needed("reason", &input.reason),
        when(known && !seen, "version", ProblemCode::Required, "Say which version of the contact you saw."),
        when(!known && input.ended, "contactId", ProblemCode::Required, "Say whose contact ended."),
        when(
            nothing && !input.ended,
            "contact",
            ProblemCode::Required,
            "Enter what is known of the contact.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    problems.extend(input.contact.iter().flat_map(|contact| contact.problems("contact")));
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn do_not_contact_is_lifted_by_a_plain_yes_alone() {
        let reason = Some(ParentNotToldReason::CouldIncreaseRisk);
        assert_eq!(not_told(reason, ContactPermission::Yes), None);
        assert_eq!(not_told(reason, ContactPermission::AskFirst), reason);
        assert_eq!(not_told(reason, ContactPermission::Never), reason);
    }

    #[test]
    fn a_change_names_what_it_changes() {
        let input = Change {
            young_person_id: uuid::Uuid::nil().into(),
            contact_id: None,
            version: None,
            contact: None,
            ended: false,
            reason: "moved out".into(),
        };
        let fields =
            |input: &Change| problems(input).into_iter().map(|p| p.field.join(".")).collect::<Vec<_>>();
        assert_eq!(fields(&input), ["contact"]);
        assert_eq!(fields(&Change { ended: true, ..input.clone() }), ["contactId"]);
        let known = Change { contact_id: Some(uuid::Uuid::nil().into()), ended: true, ..input };
        assert_eq!(fields(&known), ["version"]);
        assert!(fields(&Change { version: Some(1), ..known }).is_empty());
    }
}
