//! What somebody may be invited to: which role is held where, who gives it, and who has to agree.

use chrono::NaiveDate;

use crate::{
    access::opens_children,
    domain::checks::when,
    platform::{
        error::{Problem, ProblemCode},
        mail,
    },
    words::{InvitationStatus, OrganisationKind, Role, text::TextKind},
};

/// What is invited to, as the rules look at it.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// The address.
    pub email: &'a str,
    /// The name.
    pub name: &'a str,
    /// The group.
    pub group: &'a str,
    /// As what.
    pub role: Role,
    /// In what kind of organisation.
    pub kind: OrganisationKind,
    /// The role of whoever invites.
    pub giver: Role,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
    /// The day of the invitation.
    pub today: NaiveDate,
}

/// Everything that is wrong with an invitation.
#[must_use]
pub fn problems(wanted: &Wanted<'_>) -> Vec<Problem> {
    let Wanted { email, name, role, kind, giver, from, to, today, group } = *wanted;
    let words = "Enter an email address, such as name@example.org.";
    [
        when(!mail::is_address(email), "email", ProblemCode::Invalid, words),
        TextKind::Name.needed("name", name),
        TextKind::Name.optional("group", Some(group)),
        when(
            !held_in(role, kind),
            "role",
            ProblemCode::Invalid,
            "This role is not held in this kind of organisation.",
        ),
        when(
            !gives(giver, role),
            "role",
            ProblemCode::Invalid,
            "Your role cannot give this one. Ask an administrator.",
        ),
        when(from < today, "from", ProblemCode::OutOfRange, "The first day must be today or later."),
        when(
            to.is_some_and(|to| to < from),
            "to",
            ProblemCode::OutOfRange,
            "The last day must not be before the first.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether a role is held in such an organisation.
#[must_use]
pub const fn held_in(role: Role, kind: OrganisationKind) -> bool {
    use OrganisationKind as Kind;
    match role {
        Role::Referrer => true,
        Role::Caseworker | Role::TriageOfficer | Role::TeamManager => {
            matches!(kind, Kind::YouthJusticeService)
        }
        Role::ProviderWorker | Role::ProviderManager => matches!(kind, Kind::Provider | Kind::Voluntary),
        Role::PartnershipManager
        | Role::Analyst
        | Role::FinanceOfficer
        | Role::DataProtectionOfficer
        | Role::Administrator => {
            !matches!(kind, Kind::School | Kind::College | Kind::Provider | Kind::Voluntary)
        }
    }
}

/// Whether somebody in a role may give another: an administrator any, others those of their own kind of work. Who watches
/// over the records, and who keeps the people, is named by an administrator alone.
#[must_use]
pub const fn gives(giver: Role, role: Role) -> bool {
    match giver {
        Role::Administrator => true,
        Role::Referrer => matches!(role, Role::Referrer),
        Role::Caseworker | Role::TriageOfficer | Role::TeamManager => {
            matches!(role, Role::Referrer | Role::Caseworker | Role::TriageOfficer | Role::TeamManager)
        }
        Role::ProviderWorker | Role::ProviderManager => {
            matches!(role, Role::Referrer | Role::ProviderWorker | Role::ProviderManager)
        }
        Role::PartnershipManager | Role::Analyst | Role::FinanceOfficer | Role::DataProtectionOfficer => {
            matches!(role, Role::Referrer | Role::PartnershipManager | Role::Analyst | Role::FinanceOfficer)
        }
    }
}

/// Where an invitation to a role begins: one that opens children's records waits for a second person.
#[must_use]
pub fn begins(role: Role) -> InvitationStatus {
    if opens_children(role) { InvitationStatus::WaitingForApproval } else { InvitationStatus::Ready }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Act, does};

    #[test]
    fn a_role_is_held_and_agreed_to_where_its_work_is() {
        use OrganisationKind::{PoliceAndCrimeCommissioner, Provider, School, YouthJusticeService};
        assert!(held_in(Role::Caseworker, YouthJusticeService) && !held_in(Role::Caseworker, School));
        assert!(
            held_in(Role::ProviderWorker, Provider) && !held_in(Role::ProviderWorker, YouthJusticeService)
        );
        assert!(held_in(Role::Analyst, PoliceAndCrimeCommissioner) && !held_in(Role::Analyst, School));
        assert!(held_in(Role::Referrer, School));
        assert_eq!(begins(Role::Caseworker), InvitationStatus::WaitingForApproval);
        assert_eq!(begins(Role::Referrer), InvitationStatus::Ready);
    }

    #[test]
    fn nobody_but_an_administrator_gives_what_watches_over_others() {
        for giver in crate::access::ROLES {
            for role in [Role::Administrator, Role::DataProtectionOfficer] {
                assert_eq!(gives(giver, role), giver == Role::Administrator, "{giver} {role}");
            }
            assert!(!does(giver, Act::KeepPeople).is_empty());
        }
        assert!(!gives(Role::Referrer, Role::Caseworker) && !gives(Role::Analyst, Role::TeamManager));
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        let today = "2026-11-24".parse().unwrap();
        let wanted = Wanted {
            email: "new.person@example.org",
            name: "Sorrel Vantongeren",
            group: "Safeguarding leads",
            role: Role::Referrer,
            kind: OrganisationKind::School,
            giver: Role::Referrer,
            from: today,
            to: None,
            today,
        };
        assert_eq!(problems(&wanted), []);
        let wrong = Wanted {
            email: "nobody",
            name: " ",
            role: Role::Caseworker,
            from: "2026-11-23".parse().unwrap(),
            to: "2026-11-22".parse().ok(),
            ..wanted
        };
        let fields: Vec<_> = problems(&wrong).into_iter().map(|problem| problem.field.join(".")).collect();
        assert_eq!(fields, ["email", "name", "role", "role", "from", "to"]);
    }
}
