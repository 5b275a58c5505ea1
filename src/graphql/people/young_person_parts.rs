//! What belongs to a child's record: contacts, alerts, addresses, schools, numbers elsewhere.

use async_graphql::{Context, ID, Object, SimpleObject};

use crate::{
    access::Relations,
    entity::people::{
        alert::AlertWords,
        contact::{self, ContactWords},
        person_relation::RelationWords,
    },
    graphql::{
        error::Answer,
        node::{Alert, Contact, Organisation, YoungPerson},
        scalar::Date,
        visit::Ask,
    },
    read::people::relation::SeenRelation,
    words::{AlertKind, ContactPermission, ParentNotToldReason, RelationKind},
};

/// A home address.
#[derive(SimpleObject)]
pub struct Address {
    /// The lines above the postcode.
    pub lines: Vec<String>,
    /// The postcode.
    pub postcode: String,
}

/// A home address, from a day to a day.
#[derive(SimpleObject)]
pub struct AddressPeriod {
    /// The address.
    pub address: Option<Address>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Option<Date>,
}

/// A school, from a day to a day.
#[derive(SimpleObject)]
pub struct SchoolPeriod {
    /// The school.
    pub school: Organisation,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Option<Date>,
}

/// What another system calls the child.
#[derive(SimpleObject)]
pub struct ExternalReference {
    /// The system.
    pub system: String,
    /// Its number there.
    pub reference: String,
}

/// Between two children; shown only to those who may open both.
pub struct PersonRelation(pub SeenRelation);

/// Between two children; shown only to those who may open both.
#[Object]
impl PersonRelation {
    /// The other child.
    async fn young_person(&self, ctx: &Context<'_>) -> Answer<YoungPerson> {
        ctx.sight()?.the(self.0.to).await
    }

    /// What they are to one another.
    async fn kind(&self) -> RelationKind {
        self.0.row.kind
    }

    /// From where that is known.
    async fn source(&self, ctx: &Context<'_>) -> Answer<String> {
        let RelationWords(source) = self.0.row.words.open(ctx.app().keys(), self.0.row.id.uuid())?;
        Ok(source)
    }

    /// From which day it is known.
    async fn from(&self) -> Date {
        self.0.row.from_date.into()
    }

    /// When to look at it again.
    async fn review_on(&self) -> Option<Date> {
        self.0.row.review_on.map(Date)
    }
}

impl Contact {
    /// The row; the child's record counts as opened.
    fn opened(&self, ctx: &Context<'_>) -> &contact::Model {
        ctx.visit().open_record(self.0.young_person_id, Relations::NONE);
        &self.0
    }

    fn words(&self, ctx: &Context<'_>) -> Answer<ContactWords> {
        let _ = self.opened(ctx);
        Ok(self.0.words.open(ctx.app().keys(), self.0.id.uuid())?)
    }
}

/// A parent, carer or other person around a child, and whether they may be contacted.
#[Object]
impl Contact {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.id.seal(ctx.app().keys()).into()
    }

    /// Counts the changes.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Their name.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        &self.opened(ctx).name
    }

    /// What they are to the child.
    async fn relationship(&self, ctx: &Context<'_>) -> &str {
        &self.opened(ctx).relationship
    }

    /// Whether they have parental responsibility (Children Act 1989, section 3); null where that is not known.
    async fn has_parental_responsibility(&self, ctx: &Context<'_>) -> Option<bool> {
        self.opened(ctx).has_parental_responsibility
    }

    /// Whether the child lives with them; null where that is not known.
    async fn lives_with(&self, ctx: &Context<'_>) -> Option<bool> {
        self.opened(ctx).lives_with
    }

    /// The number.
    async fn phone(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).map(|words| words.phone).transpose()
    }

    /// Whether they may be contacted. NEVER also where the parent was not told of the referral.
    async fn may_contact(&self, ctx: &Context<'_>) -> ContactPermission {
        let row = self.opened(ctx);
        if row.not_told.is_some() { ContactPermission::Never } else { row.may_contact }
    }

    /// Whether they may be told.
    async fn may_be_told(&self, ctx: &Context<'_>) -> bool {
        let row = self.opened(ctx);
        row.may_be_told && row.not_told.is_none()
    }

    /// Why the parent was not told of the referral: "Do not contact" until a named worker lifts it.
    async fn not_told_reason(&self, ctx: &Context<'_>) -> Option<ParentNotToldReason> {
        self.opened(ctx).not_told
    }

    /// What a court ordered.
    async fn order_in_force(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).map(|words| words.order_in_force).transpose()
    }

    /// Whether ringing is safe.
    async fn safe_to_call(&self, ctx: &Context<'_>) -> bool {
        self.opened(ctx).safe_to_call
    }

    /// Whether a text is safe.
    async fn safe_to_text(&self, ctx: &Context<'_>) -> bool {
        self.opened(ctx).safe_to_text
    }

    /// Whether a voicemail is safe.
    async fn safe_to_leave_voicemail(&self, ctx: &Context<'_>) -> bool {
        self.opened(ctx).safe_to_leave_voicemail
    }
}

/// A warning that protects the child or those who visit.
#[Object]
impl Alert {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.id.seal(ctx.app().keys()).into()
    }

    /// What kind.
    async fn kind(&self, ctx: &Context<'_>) -> AlertKind {
        ctx.visit().open_record(self.0.young_person_id, Relations::NONE);
        self.0.kind
    }

    /// What to know.
    async fn text(&self, ctx: &Context<'_>) -> Answer<String> {
        ctx.visit().open_record(self.0.young_person_id, Relations::NONE);
        let AlertWords(text) = self.0.words.open(ctx.app().keys(), self.0.id.uuid())?;
        Ok(text)
    }

    /// From which day.
    async fn from(&self) -> Date {
        self.0.from_date.into()
    }

    /// When to look at it again.
    async fn review_on(&self) -> Option<Date> {
        self.0.review_on.map(Date)
    }
}
