//! What is plain in the database by design (docs/security.md, "What lies on the disk"). Everything else that somebody can
//! write is sealed, or is not kept.

/// Where words are typed that stand plain in the database: names and what tells one record from another, and how people
/// sign in; and the catalogue of programmes, which the partnership publishes.
pub const PLAIN: [&str; 26] = [
    "changeContact.contact.name",
    "changeContact.contact.relationship",
    "changeYoungPerson.ethnicity",
    "changeYoungPerson.familyName",
    "changeYoungPerson.firstLanguage",
    "changeYoungPerson.givenName",
    "changeYoungPerson.knownAs",
    "changeOffering.schedule",
    "changeOffering.venue",
    "createOffering.schedule",
    "createOffering.venue",
    "createProgramme.overrideReason",
    "createProgramme.summary",
    "createProgramme.title",
    "inviteUser.email",
    "inviteUser.group",
    "inviteUser.name",
    "recordConsent.scope.0",
    "submitReferral.externalReference",
    "submitReferral.youngPerson.contacts.0.name",
    "submitReferral.youngPerson.contacts.0.relationship",
    "submitReferral.youngPerson.ethnicity",
    "submitReferral.youngPerson.familyName",
    "submitReferral.youngPerson.firstLanguage",
    "submitReferral.youngPerson.givenName",
    "submitReferral.youngPerson.knownAs",
];
