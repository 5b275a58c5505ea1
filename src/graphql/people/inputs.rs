//! The inputs about a child and who is around them.

use async_graphql::{InputObject, MaybeUndefined};

use crate::{
    domain::{
        checks::Patch,
        people::details::{AddressDetails, ChildDetails, ContactDetails},
    },
    graphql::{scalar::Date, visit::named},
    platform::keys::Keys,
    words::{
        ContactPermission, Sex,
        id::{OpaqueId, noun},
    },
};

/// The child's details.
#[derive(InputObject)]
pub struct YoungPersonInput {
    /// The given name, or the only name.
    given_name: String,
    /// The family name.
    family_name: Option<String>,
    /// What they like to be called.
    known_as: Option<String>,
    /// The date of birth.
    date_of_birth: Date,
    /// Whether that is an estimate.
    #[graphql(default)]
    date_of_birth_estimated: bool,
    /// Sex as registered.
    sex: Sex,
    /// Code of the 2021 census.
    ethnicity: Option<String>,
    /// ISO 639-3.
    first_language: Option<String>,
    /// Unique pupil number.
    upn: Option<String>,
    /// NHS number.
    nhs_number: Option<String>,
    /// The school.
    school_id: Option<OpaqueId<noun::Organisation>>,
    /// Where they live.
    address: Option<AddressInput>,
    /// Who is around them.
    contacts: Option<Vec<ContactInput>>,
}

impl YoungPersonInput {
    /// The details in the words of the operation.
    #[must_use]
    pub fn decode(self, keys: &Keys) -> ChildDetails {
        ChildDetails {
            given_name: self.given_name,
            family_name: self.family_name,
            known_as: self.known_as,
            date_of_birth: self.date_of_birth.0,
            date_of_birth_estimated: self.date_of_birth_estimated,
            sex: self.sex,
            ethnicity: self.ethnicity,
            first_language: self.first_language,
            upn: self.upn,
            nhs_number: self.nhs_number,
            school_id: self.school_id.map(|id| named(keys, &id)),
            address: self.address.map(Into::into),
            contacts: self.contacts.unwrap_or_default().into_iter().map(Into::into).collect(),
        }
    }
}

/// An address. "No fixed address" is one, without a postcode.
#[derive(InputObject)]
pub struct AddressInput {
    /// The lines above the postcode.
    lines: Vec<String>,
    /// The postcode.
    postcode: String,
    /// Whether it may be given to others.
    #[graphql(default = true)]
    may_disclose: bool,
}

impl From<AddressInput> for AddressDetails {
    fn from(input: AddressInput) -> Self {
        Self { lines: input.lines, postcode: input.postcode, may_disclose: input.may_disclose }
    }
}

/// A parent, carer or other person around the child.
#[derive(InputObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own on the form")]
pub struct ContactInput {
    /// Their name.
    name: String,
    /// What they are to the child.
    relationship: String,
    /// Null: not known.
    has_parental_responsibility: Option<bool>,
    /// Null: not known.
    lives_with: Option<bool>,
    /// The number.
    phone: Option<String>,
    /// Whether they may be contacted.
    #[graphql(default_with = "ContactPermission::AskFirst")]
    may_contact: ContactPermission,
    /// Whether they may be told.
    #[graphql(default = true)]
    may_be_told: bool,
    /// What a court ordered.
    order_in_force: Option<String>,
    /// Whether ringing is safe.
    #[graphql(default)]
    safe_to_call: bool,
    /// Whether a text is safe.
    #[graphql(default)]
    safe_to_text: bool,
    /// Whether a voicemail is safe.
    #[graphql(default)]
    safe_to_leave_voicemail: bool,
}

impl From<ContactInput> for ContactDetails {
    fn from(input: ContactInput) -> Self {
        Self {
            name: input.name,
            relationship: input.relationship,
            has_parental_responsibility: input.has_parental_responsibility,
            lives_with: input.lives_with,
            phone: input.phone,
            may_contact: input.may_contact,
            may_be_told: input.may_be_told,
            order_in_force: input.order_in_force,
            safe_to_call: input.safe_to_call,
            safe_to_text: input.safe_to_text,
            safe_to_leave_voicemail: input.safe_to_leave_voicemail,
        }
    }
}

/// A field of a change: absent stays, null removes.
pub fn patch<T, U>(given: MaybeUndefined<T>, to: impl FnOnce(T) -> U) -> Patch<U> {
    match given {
        MaybeUndefined::Undefined => Patch::Keep,
        MaybeUndefined::Null => Patch::Remove,
        MaybeUndefined::Value(value) => Patch::To(to(value)),
    }
}
