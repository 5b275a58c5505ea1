//! Children's records. Each field that is not for this viewer is null; opening one is written to the audit.

use async_graphql::{Context, ID, Object};

use super::young_person_parts::{Address, AddressPeriod, ExternalReference, PersonRelation, SchoolPeriod};
use crate::{
    access::See,
    domain::people::young_person_rules::{age_on, year_group_on},
    graphql::{
        connection::{Connection, Paging, Question, connect},
        enrolments::enrolments,
        error::Answer,
        loader::{
            AddressesOf, AlertsOf, ConsentsOf, ContactsOf, ExternalReferencesOf, RelationsOf, RestrictionOf,
            SchoolsOf,
        },
        node::{Alert, Area, Case, Consent, Contact, Enrolment, Organisation, Referral, YoungPerson},
        scalar::Date,
        visit::{Ask, Sight},
    },
    platform::error::Result,
    read::{self, delivery::enrolment::Of},
    words::{CaseOrder, ReferralOrder, Sex},
};

impl YoungPerson {
    /// The sight, where such a thing is for this viewer; noting that the record was opened.
    fn opened(&self, ctx: &Context<'_>, what: See) -> Answer<Option<std::sync::Arc<Sight>>> {
        let sight = ctx.sight()?;
        if !sight.sees(what, self.0.holds) {
            return Ok(None);
        }
        ctx.visit().open_record(self.0.row.id, self.0.holds);
        Ok(Some(sight))
    }

    /// What the child is called: what they like, with the family name.
    #[must_use]
    pub fn called(&self) -> String {
        let child = &self.0.row;
        let given = child.known_as.as_deref().unwrap_or(&child.given_name);
        child.family_name.as_ref().map_or_else(|| given.to_owned(), |family| format!("{given} {family}"))
    }

    /// A plain value, where such a thing is for this viewer.
    fn value<T>(&self, ctx: &Context<'_>, what: See, value: impl FnOnce() -> Option<T>) -> Option<Answer<T>> {
        match self.opened(ctx, what) {
            Ok(Some(_)) => value().map(Ok),
            Ok(None) => None,
            Err(fault) => Some(Err(fault)),
        }
    }
}

/// A child's or young adult's record, shared by those who work with them.
#[Object]
impl YoungPerson {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// For people: Y- and seven symbols.
    async fn reference(&self) -> &str {
        &self.0.row.reference
    }

    /// Counts the changes.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// What this viewer may call the child; the fields below are null where they are not for this viewer.
    async fn display_name(&self) -> String {
        self.called()
    }

    /// The given name, or the only name.
    async fn given_name(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.value(ctx, See::ChildIdentity, || Some(self.0.row.given_name.clone()))
    }

    /// The family name.
    async fn family_name(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.value(ctx, See::ChildIdentity, || self.0.row.family_name.clone())
    }

    /// What they like to be called.
    async fn known_as(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.value(ctx, See::ChildIdentity, || self.0.row.known_as.clone())
    }

    /// The date of birth.
    async fn date_of_birth(&self, ctx: &Context<'_>) -> Option<Answer<Date>> {
        self.value(ctx, See::ChildIdentity, || Some(self.0.row.date_of_birth.into()))
    }

    /// Whole years today.
    async fn age(&self, ctx: &Context<'_>) -> Option<Answer<i32>> {
        self.value(ctx, See::ChildDisplay, || Some(age_on(self.0.row.date_of_birth, ctx.app().today())))
    }

    /// The year group of that age: 0 is Reception, 11 the last year of secondary school.
    async fn year_group(&self, ctx: &Context<'_>) -> Option<Answer<i32>> {
        self.value(ctx, See::ChildIdentity, || {
            Some(year_group_on(self.0.row.date_of_birth, ctx.app().today()))
        })
    }

    /// Sex as registered.
    async fn sex(&self, ctx: &Context<'_>) -> Option<Answer<Sex>> {
        self.value(ctx, See::ChildIdentity, || Some(self.0.row.sex))
    }

    /// Ethnic group, by the code of the 2021 census.
    async fn ethnicity(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.value(ctx, See::ChildIdentity, || self.0.row.ethnicity.clone())
    }

    /// First language, ISO 639-3.
    async fn first_language(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.value(ctx, See::ChildIdentity, || self.0.row.first_language.clone())
    }

    /// Unique pupil number.
    async fn upn(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        let child = &self.0.row;
        match (self.opened(ctx, See::ChildIdentifiers), &child.upn) {
            (Err(fault), _) => Some(Err(fault)),
            (Ok(Some(_)), Some(upn)) => {
                Some(upn.open(ctx.app().keys(), child.id.uuid()).map(|upn| upn.0).map_err(Into::into))
            }
            _ => None,
        }
    }

    /// NHS number.
    async fn nhs_number(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        let child = &self.0.row;
        match (self.opened(ctx, See::ChildIdentifiers), &child.nhs_number) {
            (Err(fault), _) => Some(Err(fault)),
            (Ok(Some(_)), Some(number)) => Some(
                number.open(ctx.app().keys(), child.id.uuid()).map(|number| number.0).map_err(Into::into),
            ),
            _ => None,
        }
    }

    /// The present school.
    async fn school(&self, ctx: &Context<'_>) -> Option<Answer<Organisation>> {
        async {
            let Some(sight) = self.opened(ctx, See::ChildIdentity)? else { return Ok(None) };
            match self.0.row.school_id {
                Some(school) => sight.one(school).await,
                None => Ok(None),
            }
        }
        .await
        .transpose()
    }

    /// Where they live: the smallest area that we know.
    async fn area(&self, ctx: &Context<'_>) -> Option<Answer<Area>> {
        async {
            let Some(sight) = self.opened(ctx, See::ChildIdentity)? else { return Ok(None) };
            match self.0.row.area_id {
                Some(area) => sight.one(area).await,
                None => Ok(None),
            }
        }
        .await
        .transpose()
    }

    /// The present home address.
    async fn address(&self, ctx: &Context<'_>) -> Option<Answer<Address>> {
        async {
            let today = ctx.app().today();
            let addresses = self.address_periods(ctx).await?.unwrap_or_default();
            let present = addresses.into_iter().rev().find(|period| period.to.is_none_or(|to| to.0 >= today));
            Ok(present.and_then(|period| period.address))
        }
        .await
        .transpose()
    }

    /// Parents, carers and others around the child.
    async fn contacts(&self, ctx: &Context<'_>) -> Option<Answer<Vec<Contact>>> {
        async {
            let Some(sight) = self.opened(ctx, See::ChildContacts)? else { return Ok(None) };
            let contacts = sight.all(ContactsOf(self.0.row.id)).await?;
            Ok(Some(contacts.into_iter().map(Contact::from).collect()))
        }
        .await
        .transpose()
    }

    /// Schools, oldest first.
    async fn schools(&self, ctx: &Context<'_>) -> Option<Answer<Vec<SchoolPeriod>>> {
        async {
            let Some(sight) = self.opened(ctx, See::ChildIdentity)? else { return Ok(None) };
            let mut schools = Vec::new();
            for period in sight.all(SchoolsOf(self.0.row.id)).await? {
                let school = sight.the(period.school_id).await?;
                schools.push(SchoolPeriod {
                    school,
                    from: period.from_date.into(),
                    to: period.to_date.map(Date),
                });
            }
            Ok(Some(schools))
        }
        .await
        .transpose()
    }

    /// Home addresses, oldest first.
    async fn addresses(&self, ctx: &Context<'_>) -> Option<Answer<Vec<AddressPeriod>>> {
        self.address_periods(ctx).await.transpose()
    }

    /// What other systems call the child.
    async fn external_references(&self, ctx: &Context<'_>) -> Option<Answer<Vec<ExternalReference>>> {
        async {
            let Some(sight) = self.opened(ctx, See::ChildIdentifiers)? else { return Ok(None) };
            let references = sight.all(ExternalReferencesOf(self.0.row.id)).await?;
            let shown = |row: crate::entity::people::external_reference::Model| ExternalReference {
                system: row.system,
                reference: row.reference,
            };
            Ok(Some(references.into_iter().map(shown).collect()))
        }
        .await
        .transpose()
    }

    /// Warnings that hold now; for who only runs a session, those that matter there.
    async fn alerts(&self, ctx: &Context<'_>) -> Option<Answer<Vec<Alert>>> {
        async {
            let Some(sight) = self.opened(ctx, See::ChildAlerts)? else { return Ok(None) };
            let alerts = sight.all(AlertsOf(self.0.row.id)).await?;
            let all = sight.sees(See::ChildIdentity, self.0.holds);
            let shown = alerts.into_iter().filter(|alert| all || alert.kind.for_sessions());
            Ok(Some(shown.map(Alert::from).collect()))
        }
        .await
        .transpose()
    }

    /// What the child is to others whom this viewer may open too, oldest first.
    async fn relations(&self, ctx: &Context<'_>) -> Option<Answer<Vec<PersonRelation>>> {
        async {
            let Some(sight) = self.opened(ctx, See::ChildIdentity)? else { return Ok(None) };
            let relations = sight.all(RelationsOf(self.0.row.id)).await?;
            Ok(Some(relations.into_iter().map(PersonRelation).collect()))
        }
        .await
        .transpose()
    }

    /// Whether only the people on a list open this record. Whoever is not on it never gets here.
    async fn restricted(&self, ctx: &Context<'_>) -> Answer<bool> {
        Ok(!ctx.sight()?.all(RestrictionOf(self.0.row.id)).await?.is_empty())
    }

    /// The consents that stand.
    async fn consents(&self, ctx: &Context<'_>) -> Option<Answer<Vec<Consent>>> {
        async {
            let Some(sight) = self.opened(ctx, See::ChildConsents)? else { return Ok(None) };
            let consents = sight.all(ConsentsOf(self.0.row.id)).await?;
            Ok(Some(consents.into_iter().map(Consent::from).collect()))
        }
        .await
        .transpose()
    }

    /// The referrals of this child that the viewer may see whole, newest first.
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Referral>>> {
        use read::casework::referral::{Filter, page, select};
        async {
            let Some(sight) = self.opened(ctx, See::ChildIdentity)? else { return Ok(None) };
            let (app, viewer) = (ctx.app(), sight.viewer.clone());
            let filter = Filter { young_person: Some(self.0.row.id), ..Filter::default() };
            let question = Question::of(&viewer, "youngPerson.referrals", &filter);
            let window = Paging { first, after, last, before }.window(app, &question)?;
            let page = page(app.reads(), &viewer, &filter, ReferralOrder::Newest, &window).await?;
            let connection = connect(app, &question, page, Referral::from, move |app| {
                let select = select(&viewer, &filter);
                async move { read::page::count(app.reads(), select).await }
            })?;
            Ok(Some(connection))
        }
        .await
        .transpose()
    }

    /// Places that the child has or waits for, as far as this viewer may see them, newest first.
    async fn enrolments(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Enrolment>>> {
        let paging = Paging { first, after, last, before };
        enrolments(ctx, Of::Child(self.0.row.id), paging).await.transpose()
    }

    /// The cases of this child that the viewer may know of, newest first.
    async fn cases(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Option<Answer<Connection<Case>>> {
        use read::casework::case::{Filter, page, select};
        async {
            let Some(sight) = self.opened(ctx, See::ChildIdentity)? else { return Ok(None) };
            let (app, viewer) = (ctx.app(), sight.viewer.clone());
            let filter = Filter { young_person: Some(self.0.row.id), ..Filter::default() };
            let question = Question::of(&viewer, "youngPerson.cases", &filter);
            let window = Paging { first, after, last, before }.window(app, &question)?;
            let page = page(app.reads(), &viewer, &filter, CaseOrder::Newest, &window).await?;
            let connection = connect(app, &question, page, Case::from, move |app| {
                let select = select(&viewer, &filter);
                async move { read::page::count(app.reads(), select).await }
            })?;
            Ok(Some(connection))
        }
        .await
        .transpose()
    }
}

impl YoungPerson {
    async fn address_periods(&self, ctx: &Context<'_>) -> Answer<Option<Vec<AddressPeriod>>> {
        let Some(sight) = self.opened(ctx, See::ChildContacts)? else { return Ok(None) };
        let periods = sight.all(AddressesOf(self.0.row.id)).await?;
        let shown = periods.into_iter().map(|period| {
            let address = period.address.open(ctx.app().keys(), period.id.uuid())?;
            Ok(AddressPeriod {
                address: Some(Address { lines: address.lines, postcode: address.postcode }),
                from: period.from_date.into(),
                to: period.to_date.map(Date),
            })
        });
        Ok(Some(shown.collect::<Result<_>>()?))
    }
}
