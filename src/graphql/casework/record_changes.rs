//! What is done with a child's record: corrections and changes, contacts and consents.

use async_graphql::{Context, InputObject, MaybeUndefined, Object, SimpleObject};

use crate::{
    domain::{
        casework::consent,
        people::{contact, young_person},
    },
    graphql::{
        error::{Answer, settled},
        node::{Consent, YoungPerson},
        people::inputs::{AddressInput, ContactInput, patch},
        scalar::Date,
        visit::{Ask, again, caller, named},
    },
    platform::{
        error::{Problem, Result},
        keys::Keys,
    },
    read,
    words::{
        ConsentKind, ConsentStatus, RecordChangeKind, Sex,
        id::{Id, OpaqueId, noun},
    },
};

/// What came of a change to a child's record.
#[derive(SimpleObject)]
pub struct YoungPersonPayload {
    /// The record as it is now.
    pub young_person: Option<YoungPerson>,
    /// What a person can put right.
    pub problems: Vec<Problem>,
}

/// What came of a change to a consent.
#[derive(SimpleObject)]
pub struct ConsentPayload {
    /// The consent as it is now.
    consent: Option<Consent>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// A correction or a change of a child's record: an absent field stays, null removes.
#[derive(InputObject)]
struct ChangeYoungPersonInput {
    /// The child.
    young_person_id: OpaqueId<noun::YoungPerson>,
    /// The version that the caller saw.
    version: i32,
    /// It was never so, or it is no longer so.
    kind: RecordChangeKind,
    /// From which day the new values hold.
    from: Option<Date>,
    /// Why.
    reason: String,
    /// The given name, or the only name.
    given_name: MaybeUndefined<String>,
    /// The family name.
    family_name: MaybeUndefined<String>,
    /// What they like to be called.
    known_as: MaybeUndefined<String>,
    /// The date of birth.
    date_of_birth: MaybeUndefined<Date>,
    /// Sex as registered.
    sex: MaybeUndefined<Sex>,
    /// Code of the 2021 census.
    ethnicity: MaybeUndefined<String>,
    /// ISO 639-3.
    first_language: MaybeUndefined<String>,
    /// Unique pupil number.
    upn: MaybeUndefined<String>,
    /// NHS number.
    nhs_number: MaybeUndefined<String>,
    /// The school.
    school_id: MaybeUndefined<OpaqueId<noun::Organisation>>,
    /// Where they live.
    address: MaybeUndefined<AddressInput>,
}

impl ChangeYoungPersonInput {
    fn decode(self, keys: &Keys, young_person_id: Id<noun::YoungPerson>) -> young_person::Change {
        let text = |given| patch(given, |text: String| text);
        young_person::Change {
            young_person_id,
            version: self.version,
            kind: self.kind,
            from: self.from.map(|from| from.0),
            reason: self.reason,
            given_name: text(self.given_name),
            family_name: text(self.family_name),
            known_as: text(self.known_as),
            date_of_birth: patch(self.date_of_birth, |on| on.0),
            sex: patch(self.sex, |sex| sex),
            ethnicity: text(self.ethnicity),
            first_language: text(self.first_language),
            upn: text(self.upn),
            nhs_number: text(self.nhs_number),
            school_id: patch(self.school_id, |id| named(keys, &id)),
            address: patch(self.address, Into::into),
        }
    }
}

/// A new contact, what is known of one, or that one has ended.
#[derive(InputObject)]
struct ChangeContactInput {
    /// The child.
    young_person_id: OpaqueId<noun::YoungPerson>,
    /// The contact; none to add one.
    contact_id: Option<OpaqueId<noun::Contact>>,
    /// The contact's version that the caller saw; needed where there is one.
    version: Option<i32>,
    /// What is known of them, as a whole.
    contact: Option<ContactInput>,
    /// Whether they are no longer a contact.
    #[graphql(default)]
    ended: bool,
    /// Why.
    reason: String,
}

/// An answer to one question of consent.
#[derive(InputObject)]
struct RecordConsentInput {
    /// The child.
    young_person_id: OpaqueId<noun::YoungPerson>,
    /// The question.
    kind: ConsentKind,
    /// The answer.
    status: ConsentStatus,
    /// Who gave it.
    given_by: String,
    /// The contact who gave it.
    contact_id: Option<OpaqueId<noun::Contact>>,
    /// Why it was refused or is not required.
    reason: Option<String>,
    /// What it covers.
    #[graphql(default)]
    scope: Vec<String>,
    /// When it was given.
    decided_on: Date,
    /// With whom may be shared.
    organisation_id: Option<OpaqueId<noun::Organisation>>,
    /// The last day on which it holds.
    expires_on: Option<Date>,
    /// Why the child was found able to decide alone.
    gillick_reasons: Option<String>,
}

impl RecordConsentInput {
    fn decode(self, keys: &Keys, young_person_id: Id<noun::YoungPerson>) -> consent::Record {
        consent::Record {
            young_person_id,
            kind: self.kind,
            status: self.status,
            given_by: self.given_by,
            contact_id: self.contact_id.map(|id| named(keys, &id)),
            reason: self.reason,
            scope: self.scope,
            decided_on: self.decided_on.0,
            organisation_id: self.organisation_id.map(|id| named(keys, &id)),
            expires_on: self.expires_on.map(|on| on.0),
            gillick_reasons: self.gillick_reasons,
        }
    }
}

/// That a consent no longer holds.
#[derive(InputObject)]
struct WithdrawConsentInput {
    /// The consent.
    consent_id: OpaqueId<noun::Consent>,
    /// The version that the caller saw.
    version: i32,
    /// From which day.
    on: Date,
    /// Why, if they said.
    reason: Option<String>,
}

async fn child_payload(
    ctx: &Context<'_>,
    done: Result<Id<noun::YoungPerson>>,
    subject: Id<noun::YoungPerson>,
) -> Answer<YoungPersonPayload> {
    let (id, problems) = settled(done, Some(subject))?;
    Ok(YoungPersonPayload { young_person: again(ctx, id).await?, problems })
}

async fn consent_payload(
    ctx: &Context<'_>,
    done: Result<Id<noun::Consent>>,
    subject: Option<Id<noun::Consent>>,
) -> Answer<ConsentPayload> {
    let (id, problems) = settled(done, subject)?;
    let Some(id) = id else { return Ok(ConsentPayload { consent: None, problems }) };
    let viewer = ctx.sight()?.viewer.clone();
    let consent = read::people::young_person::consent(ctx.app().reads(), &viewer, id).await?;
    Ok(ConsentPayload { consent: consent.map(Consent::from), problems })
}

/// A child's record, contacts and consents.
#[derive(Default)]
pub struct RecordChanges;

/// A child's record, contacts and consents.
#[Object]
impl RecordChanges {
    /// A correction (it was never so) or a change (from a day); the old value, who and why are kept.
    async fn change_young_person(
        &self,
        ctx: &Context<'_>,
        input: ChangeYoungPersonInput,
    ) -> Option<Answer<YoungPersonPayload>> {
        let answer = async {
            let (id, caller) = (ctx.open_id(&input.young_person_id), caller(ctx)?);
            let change = input.decode(ctx.app().keys(), id);
            let done = young_person::change(ctx.app(), &caller, change).await;
            child_payload(ctx, done, id).await
        };
        Some(answer.await)
    }

    /// Adds, changes or ends a contact. Changing one whose parent was not told is how a named worker lifts "Do not contact".
    async fn change_contact(
        &self,
        ctx: &Context<'_>,
        input: ChangeContactInput,
    ) -> Option<Answer<YoungPersonPayload>> {
        let answer = async {
            let (id, caller, keys) = (ctx.open_id(&input.young_person_id), caller(ctx)?, ctx.app().keys());
            let change = contact::Change {
                young_person_id: id,
                contact_id: input.contact_id.as_ref().map(|id| named(keys, id)),
                version: input.version,
                contact: input.contact.map(Into::into),
                ended: input.ended,
                reason: input.reason,
            };
            let done = contact::change(ctx.app(), &caller, change).await;
            child_payload(ctx, done, id).await
        };
        Some(answer.await)
    }

    /// Writes down an answer to a question of consent. A newer answer takes the place of the older; none is overwritten.
    async fn record_consent(
        &self,
        ctx: &Context<'_>,
        input: RecordConsentInput,
    ) -> Option<Answer<ConsentPayload>> {
        let answer = async {
            let (id, caller) = (ctx.open_id(&input.young_person_id), caller(ctx)?);
            let record = input.decode(ctx.app().keys(), id);
            let done = consent::record(ctx.app(), &caller, record).await;
            consent_payload(ctx, done, None).await
        };
        Some(answer.await)
    }

    /// Ends a consent.
    async fn withdraw_consent(
        &self,
        ctx: &Context<'_>,
        input: WithdrawConsentInput,
    ) -> Option<Answer<ConsentPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.consent_id);
            let withdraw = consent::Withdraw {
                consent_id: id,
                version: input.version,
                on: input.on.0,
                reason: input.reason,
            };
            consent_payload(ctx, consent::withdraw(ctx.app(), &caller(ctx)?, withdraw).await, Some(id)).await
        };
        Some(answer.await)
    }
}
