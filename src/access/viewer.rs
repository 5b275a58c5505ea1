//! The viewer: a person under one of their memberships, on one day. Every SELECT starts from one.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DbBackend;

use super::{Act, Relations, See, does, sees};
use crate::{
    platform::error::{Error, Result},
    words::{
        OrganisationKind, Role, TokenScope,
        id::{Id, noun},
    },
};

/// A person signed in, under the membership that the request names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// Who.
    pub user: Id<noun::User>,
    /// Under which membership.
    pub membership: Id<noun::Membership>,
    /// In which organisation.
    pub organisation: Id<noun::Organisation>,
    /// What kind of organisation that is.
    pub organisation_kind: OrganisationKind,
    /// In which group of it; empty for none.
    pub group: String,
    /// As what.
    pub role: Role,
    /// What the credential opens of all that: a program's token may open less.
    pub scope: TokenScope,
    /// Whether they lead the group.
    pub lead: bool,
    /// Whether they hold other running memberships too.
    pub several: bool,
    /// Whether the request named the membership.
    pub named: bool,
    /// The instant at which all of this was looked at.
    pub at: DateTime<Utc>,
    /// That instant's day in Europe/London.
    pub today: NaiveDate,
    /// In which kind of database the rows are: their conditions name a value each in its own way.
    pub database: DbBackend,
}

impl Viewer {
    /// Whether they have the rights that they had, whenever they were looked at.
    #[must_use]
    pub fn stands_as(&self, before: &Self) -> bool {
        let Self { named, at, today, .. } = *self;
        *self == Self { named, at, today, ..before.clone() }
    }

    /// The relations of which one lets this viewer see such a thing.
    #[must_use]
    pub fn sees(&self, what: See) -> Relations {
        match self.scope {
            TokenScope::Everything => sees(self.role, what),
            TokenScope::Availability if what == See::Programmes => sees(self.role, what),
            TokenScope::Availability => Relations::NONE,
        }
    }

    fn does(&self, act: Act) -> Relations {
        match self.scope {
            TokenScope::Everything => does(self.role, act),
            TokenScope::Availability => Relations::NONE,
        }
    }

    /// Whether this viewer sees such a thing on a row to which they stand in these relations.
    #[must_use]
    pub fn may_see(&self, what: See, holds: Relations) -> bool {
        self.sees(what).meets(holds)
    }

    /// Whether this viewer may do such a thing to a row to which they stand in these relations.
    #[must_use]
    pub fn may(&self, act: Act, holds: Relations) -> bool {
        self.does(act).meets(holds)
    }

    /// FORBIDDEN unless this viewer may do such a thing to such a row.
    pub fn must(&self, act: Act, holds: Relations) -> Result<()> {
        if self.may(act, holds) { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// Whether the role alone lets this viewer do such a thing, to some row or other.
    #[must_use]
    pub fn ever(&self, act: Act) -> bool {
        !self.does(act).is_empty()
    }

    /// FORBIDDEN where the role never lets anyone do such a thing.
    pub fn must_ever(&self, act: Act) -> Result<()> {
        if self.ever(act) { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// The service that this viewer works for, if any.
    #[must_use]
    pub fn service(&self) -> Option<Id<noun::Organisation>> {
        service_of(self.role).then_some(self.organisation)
    }
}

/// Whether a role works within a service that receives referrals and controls cases.
#[must_use]
pub const fn service_of(role: Role) -> bool {
    matches!(role, Role::Caseworker | Role::TriageOfficer | Role::TeamManager)
}
