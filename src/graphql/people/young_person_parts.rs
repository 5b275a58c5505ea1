//! What belongs to a child's record: contacts, alerts, addresses, schools, numbers elsewhere.

use async_graphql::{Context, ID, Object, SimpleObject};

use crate::{
    entity::people::{alert::AlertWords, contact::ContactWords},
    graphql::{
        error::Answer,
        node::{Alert, Contact, Organisation},
        scalar::Date,
        visit::Ask,
    },
    words::{AlertKind, ContactPermission, ParentNotToldReason},
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

impl Contact {
    fn words(&self, ctx: &Context<'_>) -> Answer<ContactWords> {
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
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What they are to the child.
    async fn relationship(&self) -> &str {
        &self.0.relationship
    }

    /// Whether they have parental responsibility (Children Act 1989, section 3); null where that is not known.
    async fn has_parental_responsibility(&self) -> Option<bool> {
        self.0.has_parental_responsibility
    }

    /// Whether the child lives with them; null where that is not known.
    async fn lives_with(&self) -> Option<bool> {
        self.0.lives_with
    }

    /// The number.
    async fn phone(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).map(|words| words.phone).transpose()
    }

    /// Whether they may be contacted. NEVER also where the parent was not told of the referral.
    async fn may_contact(&self) -> ContactPermission {
        if self.0.not_told.is_some() { ContactPermission::Never } else { self.0.may_contact }
    }

    /// Whether they may be told.
    async fn may_be_told(&self) -> bool {
        self.0.may_be_told && self.0.not_told.is_none()
    }

    /// Why the parent was not told of the referral: "Do not contact" until a named worker lifts it.
    async fn not_told_reason(&self) -> Option<ParentNotToldReason> {
        self.0.not_told
    }

    /// What a court ordered.
    async fn order_in_force(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).map(|words| words.order_in_force).transpose()
    }

    /// Whether ringing is safe.
    async fn safe_to_call(&self) -> bool {
        self.0.safe_to_call
    }

    /// Whether a text is safe.
    async fn safe_to_text(&self) -> bool {
        self.0.safe_to_text
    }

    /// Whether a voicemail is safe.
    async fn safe_to_leave_voicemail(&self) -> bool {
        self.0.safe_to_leave_voicemail
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
    async fn kind(&self) -> AlertKind {
        self.0.kind
    }

    /// What to know.
    async fn text(&self, ctx: &Context<'_>) -> Answer<String> {
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
