//! Consents: who agreed to what.

use async_graphql::{Context, ID, Object};

use crate::{
    access::Relations,
    entity::people::consent::ConsentWords,
    graphql::{
        error::Answer,
        loader::ContactsOf,
        node::{Consent, Contact, Organisation},
        scalar::Date,
        visit::Ask,
    },
    words::{ConsentKind, ConsentStatus},
};

impl Consent {
    fn words(&self, ctx: &Context<'_>) -> Answer<ConsentWords> {
        ctx.visit().open_record(self.0.young_person_id, Relations::NONE);
        Ok(self.0.words.open(ctx.app().keys(), self.0.id.uuid())?)
    }
}

/// An answer to one question of consent. Consent to take part is not a lawful basis for keeping the record.
#[Object]
impl Consent {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.id.seal(ctx.app().keys()).into()
    }

    /// Counts the changes.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// The question.
    async fn kind(&self) -> ConsentKind {
        self.0.kind
    }

    /// The answer.
    async fn status(&self) -> ConsentStatus {
        self.0.status
    }

    /// Who gave it, in words.
    async fn given_by(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).map(|words| Some(words.given_by)).transpose()
    }

    /// The contact who gave it.
    async fn contact(&self, ctx: &Context<'_>) -> Option<Answer<Contact>> {
        let contact = self.0.contact_id?;
        async {
            let contacts = ctx.sight()?.all(ContactsOf(self.0.young_person_id)).await?;
            Ok(contacts.into_iter().find(|row| row.id == contact).map(Contact::from))
        }
        .await
        .transpose()
    }

    /// What it covers.
    async fn scope(&self) -> &[String] {
        &self.0.scope.0
    }

    /// Why it was refused, withdrawn or is not required.
    async fn reason(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).map(|words| words.reason).transpose()
    }

    /// When it was given.
    async fn decided_on(&self) -> Option<Date> {
        Some(self.0.decided_on.into())
    }

    /// When it was withdrawn.
    async fn withdrawn_on(&self) -> Option<Date> {
        self.0.withdrawn_on.map(Date)
    }

    /// When it ends by itself.
    async fn expires_on(&self) -> Option<Date> {
        self.0.expires_on.map(Date)
    }

    /// With whom may be shared.
    async fn organisation(&self, ctx: &Context<'_>) -> Option<Answer<Organisation>> {
        let organisation = self.0.organisation_id?;
        async { ctx.sight()?.one(organisation).await }.await.transpose()
    }

    /// Why the child was found able to decide alone.
    async fn gillick_reasons(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).map(|words| words.gillick_reasons).transpose()
    }
}
