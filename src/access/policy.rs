//! The policy table: role x what is seen, and role x what is done, each with the relations of which one is enough.
//!
//! What is not granted here is refused. Rows whose nouns are not built yet are listed in `LATER` and printed as such.
//! Besides any relation here, a restricted record needs the viewer on its list (`read::people::restriction`).

use std::fmt::Write as _;

use super::relation::{
    Relation::{Always, Cover, Duty, Enrolled, Own, OwnCase, OwnQueue, OwnService, Published, SentByGroup},
    Relations,
};
use crate::words::Role::{
    self, Administrator as ADM, Analyst as ANA, Caseworker as CW, DataProtectionOfficer as DPO,
    FinanceOfficer as FIN, PartnershipManager as VRP, ProviderManager as PM, ProviderWorker as PW,
    Referrer as REF, TeamManager as TM, TriageOfficer as TRI,
};

/// The roles, in the order of the table.
pub const ROLES: [Role; 11] = [REF, CW, TRI, TM, PW, PM, VRP, ANA, FIN, DPO, ADM];

/// What each role needs: one of these relations.
pub type Grants = &'static [(&'static [Role], Relations)];

const fn any(relations: &'static [super::Relation]) -> Relations {
    Relations::of(relations)
}
const C: Relations = any(&[OwnCase, Cover]);
const C_DUTY: Relations = any(&[OwnCase, Cover, Duty]);
const C_OWN: Relations = any(&[OwnCase, Cover, Own]);
const QUEUE: Relations = any(&[OwnQueue]);
const QUEUE_OWN: Relations = any(&[OwnQueue, Own]);
const QUEUE_SERVICE: Relations = any(&[OwnQueue, OwnService]);
const SERVICE: Relations = any(&[OwnService]);
const OWN: Relations = any(&[Own]);
const SENT: Relations = any(&[SentByGroup]);
const ENROLLED: Relations = any(&[Enrolled]);
const ENROLLED_OWN: Relations = any(&[Enrolled, Own]);
const ALWAYS: Relations = any(&[Always]);
const PUBLISHED: Relations = any(&[Published]);

/// Declares an enum of grants and its table.
macro_rules! table {
    ($(#[$about:meta])* $name:ident; $($(#[$doc:meta])* $value:ident = $says:literal [$($roles:expr => $relations:expr),* $(,)?];)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$doc])* $value,)*
        }
        impl $name {
            /// Every row of the table, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            /// The row's name in words.
            #[must_use]
            pub const fn says(self) -> &'static str {
                match self { $(Self::$value => $says,)* }
            }

            const fn grants(self) -> Grants {
                match self { $(Self::$value => const { &[$((&$roles, $relations)),*] },)* }
            }
        }
    };
}

table! {
    /// What is seen.
    See;
    /// A referral as it was sent.
    ReferralAsSent = "Referral as sent: snapshot, stage, messages, dates, the decision's feedback" [
        [REF] => SENT, [CW, TRI, TM, PW, PM] => OWN];
    /// A referral whole.
    ReferralWhole = "Referral whole: status, decision, history, owner, match hints" [
        [CW] => C, [TRI] => QUEUE, [TM] => QUEUE_SERVICE];
    /// Who a child is.
    ChildIdentity = "Child: names, birth date, school, area" [
        [CW] => C_DUTY, [TRI] => QUEUE, [TM] => QUEUE_SERVICE];
    /// What a child may be called.
    ChildDisplay = "Child: display name, age, session card" [
        [CW] => C_DUTY, [TRI] => QUEUE, [TM] => QUEUE_SERVICE, [PW, PM] => ENROLLED];
    /// Where a child lives and who is around them.
    ChildContacts = "Address, contacts" [[CW] => C_DUTY, [TRI] => QUEUE, [TM] => QUEUE_SERVICE];
    /// Numbers of other services.
    ChildIdentifiers = "UPN, NHS number" [[CW] => C, [TRI] => QUEUE, [TM] => QUEUE_SERVICE];
    /// Warnings.
    ChildAlerts = "Alerts" [[CW] => C_DUTY, [TRI] => QUEUE, [TM] => QUEUE_SERVICE, [PW, PM] => ENROLLED];
    /// Consents.
    ChildConsents = "Consents" [[CW] => C, [TRI] => QUEUE, [TM] => QUEUE_SERVICE];
    /// That a case is open.
    CaseOpen = "Case: that one is open, its worker and status" [[CW] => C_DUTY, [TRI] => SERVICE, [TM] => SERVICE];
    /// Tasks.
    Tasks = "Tasks" [[CW] => C_OWN, [TRI] => QUEUE_OWN, [TM] => QUEUE_SERVICE];
    /// What the work is about.
    CaseContent = "Case: factors, judgements, goals, measures, plan, timeline" [[CW] => C_DUTY, [TM] => SERVICE];
    /// Notes for the case team.
    NotesForTeam = "Notes for the case team" [[CW] => C, [TM] => SERVICE];
    /// Notes for the service.
    NotesForService = "Notes for the service" [[CW] => C_DUTY, [TRI] => SERVICE, [TM] => SERVICE];
    /// Voided entries.
    Voided = "Voided entries" [[TM] => SERVICE];
    /// A concern about a child.
    ConcernAboutChild = "Safeguarding concern about a child" [
        [REF] => OWN, [CW] => C_DUTY, [TRI] => QUEUE, [TM] => QUEUE_SERVICE, [PW, PM] => OWN];
    /// A concern about an adult.
    ConcernAboutAdult = "Safeguarding concern about an adult (never one about the viewer)" [
        [TM] => QUEUE_SERVICE, [DPO] => ALWAYS];
    /// What programmes there are, and whether they could take a child.
    Programmes = "Programmes, offerings, answers and bands (not the sensitive ones)" [
        [REF, CW, TRI, TM, PW, PM, VRP, ANA] => PUBLISHED];
    /// How many places there are, and what is told to nobody else.
    ExactPlaces = "Sensitive offerings; exact places (PM: own; PW: assigned)" [
        [CW, TRI, TM] => ALWAYS, [PW, PM] => OWN];
    /// Who has a place, or waits for one, and who was there.
    Enrolments = "Enrolments and registers" [[CW] => C, [TM] => SERVICE, [PW] => ENROLLED, [PM] => OWN];
    /// When an offering meets, and who leads it.
    Sessions = "Sessions: when, and who leads them (TM schedules any)" [
        [CW] => C, [TM] => ALWAYS, [PW] => ENROLLED_OWN, [PM] => OWN];
    /// What was done with a child in a session.
    SessionNotes = "Session notes" [[CW] => C, [TM] => SERVICE, [PW] => OWN, [PM] => ENROLLED];
    /// Where somebody stands on a waiting list, and why.
    WaitingList = "Waiting list in order with reasons (CW: own rows; PM: display name, position)" [
        [CW] => C, [TM] => SERVICE, [PM] => OWN];
    /// Protected figures of what became of children.
    Outcomes = "Protected outcome summaries (REF: the SCHOOL table of the own school, by year)" [
        [TM, VRP, ANA] => ALWAYS, [REF] => OWN];
    /// Figures that were published under a title.
    Reports = "Reports of figures" [[TM, VRP, ANA] => ALWAYS];
    /// Lines of the audit.
    Audit = "Audit entries (TM: who opened or changed cases and children of the own service)" [
        [TM] => SERVICE, [DPO] => ALWAYS];
    /// Lines of the audit about accounts.
    AuditOfAccounts = "Audit entries of sign-ins and grants" [[DPO, ADM] => ALWAYS];
    /// Who works where.
    People = "People and memberships (of own group, service or organisation; names for VRP)" [
        [REF, CW, TRI, TM, PW, PM, VRP] => OWN, [DPO, ADM] => ALWAYS];
}

table! {
    /// What is done.
    Act;
    /// Send a referral.
    SubmitReferral = "submitReferral" [[REF, CW, TRI, TM, PW, PM] => ALWAYS];
    /// Keep or drop a draft.
    Draft = "saveDraft, discardDraft" [[REF, CW, TRI, TM, PW, PM, VRP, ANA, FIN, DPO, ADM] => OWN];
    /// Add to, withdraw or challenge what was sent.
    SpeakAsSender = "addReferralInformation, withdrawReferral, challengeDecision" [
        [REF] => SENT, [CW, TRI, TM, PW, PM] => OWN];
    /// Write to those who referred.
    MessageReferrer = "messageReferrer" [[TRI] => QUEUE, [TM] => QUEUE_SERVICE, [CW] => C];
    /// Work the queue.
    Triage = "takeReferral, releaseReferral, passReferral, triageReferral, confirmRedirect" [[TRI, TM] => QUEUE];
    /// Agree to a decision.
    CountersignDecision = "countersignDecision (never of one's own decision)" [[TM] => QUEUE];
    /// Correct or change a child's record.
    ChangeChild = "changeYoungPerson, changeContact, relateChildren" [[CW] => C, [TRI] => QUEUE, [TM] => QUEUE_SERVICE];
    /// Write down or end a consent.
    Consent = "recordConsent, withdrawConsent" [[CW] => C, [TRI] => QUEUE, [TM] => QUEUE_SERVICE];
    /// Give a case its worker.
    Allocate = "allocateCase" [[TM] => SERVICE];
    /// Add a note.
    AddNote = "addCaseNote" [[CW] => C_DUTY, [TM] => SERVICE];
    /// Amend a note.
    AmendNote = "amendCaseNote (CW: its author)" [[CW] => C, [TM] => SERVICE];
    /// Set and rate goals, and record what was measured.
    KeepMeasures = "setGoal, rateGoal, recordMeasure" [[CW] => C, [TM] => SERVICE];
    /// Set or change a task.
    SetTask = "createTask, changeTask" [[CW] => C, [TRI] => QUEUE, [TM] => QUEUE_SERVICE];
    /// Finish a task.
    CompleteTask = "completeTask" [[CW] => C_OWN, [TRI] => QUEUE_OWN, [TM] => any(&[OwnQueue, OwnService, Own])];
    /// Say that a child may be harmed.
    RaiseConcern = "raiseSafeguardingConcern (on what they may see or have sent)" [
        [REF] => SENT, [CW] => any(&[OwnCase, Cover, Duty, Own]), [TRI] => QUEUE_OWN,
        [TM] => any(&[OwnQueue, OwnService, Own]), [PW, PM] => any(&[Own, Enrolled])];
    /// Say what was decided about a concern.
    ResolveConcern = "resolveSafeguardingConcern about a child" [[CW] => C, [TRI] => QUEUE, [TM] => QUEUE_SERVICE];
    /// Say what was decided about an adult.
    ResolveConcernAboutAdult = "resolveSafeguardingConcern about an adult" [[TM] => QUEUE_SERVICE, [DPO] => ALWAYS];
    /// Write down what a provider does.
    CreateProgramme = "createProgramme" [[TM, VRP] => ALWAYS];
    /// Write down or change a run of a programme.
    KeepOffering = "createOffering, changeOffering (PM: own programmes')" [
        [TM, VRP] => any(&[Always, Published]), [PM] => OWN];
    /// Give a child a place, or a place on the list.
    Enrol = "enrol, answerOffer, answerRemoval" [[CW] => C, [TM] => SERVICE];
    /// End a place.
    EndEnrolment = "endEnrolment (PM: own offerings; REMOVED with the caseworker's agreement)" [[CW] => C, [PM] => OWN];
    /// Say when an offering meets, or that it does not.
    KeepSessions = "scheduleSessions, cancelSession (PM: own offerings)" [[TM] => any(&[Always, Published]), [PM] => OWN];
    /// Say who was there.
    TakeRegister = "takeAttendance, addSessionNote, recordHeadcount (PW: assigned; PM: own offerings)" [[PW, PM] => OWN];
    /// Freeze figures under a title.
    PublishReport = "publishReport" [[VRP] => ALWAYS];
    /// Take figures out as a file.
    ExportFigures = "exportReport, exportOutcomeSummary" [[TM, VRP, ANA] => ALWAYS];
    /// Let somebody in again who has not signed in for long.
    WakeUser = "wakeUser (who leads a group: the people of that group)" [
        [REF, CW, TRI, TM, PW, PM, VRP, ANA, FIN, DPO] => OWN, [ADM] => ALWAYS];
    /// Say who belongs to a group.
    KeepPeople = "inviteUser, sendInvitation, giveLink, endMembership, endUser, confirmMembers (Own: a group that they lead)" [
        [REF, CW, TRI, TM, PW, PM, VRP, ANA, FIN, DPO] => OWN, [ADM] => ALWAYS];
    /// Agree, as the second person, that somebody gets a role that opens children's records.
    ApproveInvitation = "approveInvitation, declineInvitation (PM: a lead; never of one's own invitation)" [
        [TM, PM] => SERVICE];
}

/// Rows of the agreed policy whose nouns are not built yet.
pub const LATER: &[&str] = &[
    "raise or end an alert",
    "startCover",
    "openOnDuty",
    "startAssessment, agreePlan, activateCase, holdCase, resumeCase, closeCase, countersignCase, reopenCase",
    "bulk reassign, offer or accept a transfer",
    "void or move an entry; share a note or a case",
    "factors",
    "restrict a record, keep its list; break-glass; request to open; link and unlink children",
    "needs assessment, grants, claims, training, plan and meetings",
    "subject access, retention, erasure",
    "configuration",
];

fn granted(grants: Grants, role: Role) -> Relations {
    grants
        .iter()
        .filter(|(roles, _)| roles.contains(&role))
        .fold(Relations::NONE, |all, (_, relations)| all.or(*relations))
}

/// The relations of which one lets a role see such a thing.
#[must_use]
pub fn sees(role: Role, what: See) -> Relations {
    granted(what.grants(), role)
}

/// The relations of which one lets a role do such a thing.
#[must_use]
pub fn does(role: Role, act: Act) -> Relations {
    granted(act.grants(), role)
}

/// Whether a role opens children's records: it sees who a child is, or what a child is called.
#[must_use]
pub fn opens_children(role: Role) -> bool {
    !sees(role, See::ChildIdentity).or(sees(role, See::ChildDisplay)).is_empty()
}

/// The table as `ridgeway policy` prints it.
#[must_use]
pub fn print() -> String {
    let mut text = String::from("SEE\n");
    for what in See::ALL {
        row(&mut text, what.says(), what.grants());
    }
    text.push_str("\nDO\n");
    for act in Act::ALL {
        row(&mut text, act.says(), act.grants());
    }
    text.push_str("\nNOT BUILT YET\n");
    for later in LATER {
        let _ = writeln!(text, "  {later}");
    }
    text
}

fn row(text: &mut String, says: &str, grants: Grants) {
    let _ = writeln!(text, "  {says}");
    for role in ROLES {
        let relations = granted(grants, role);
        if !relations.is_empty() {
            let _ = writeln!(text, "      {:<24} {relations}", role.as_str());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_without_children_see_none() {
        for role in [VRP, ANA, FIN, ADM] {
            for what in [
                See::ReferralAsSent,
                See::ReferralWhole,
                See::ChildIdentity,
                See::ChildDisplay,
                See::ChildContacts,
                See::ChildIdentifiers,
                See::ChildAlerts,
                See::ChildConsents,
                See::CaseOpen,
                See::Tasks,
                See::CaseContent,
                See::NotesForTeam,
                See::NotesForService,
                See::ConcernAboutChild,
                See::ConcernAboutAdult,
            ] {
                assert!(sees(role, what).is_empty(), "{role} sees {what:?}");
            }
        }
    }

    #[test]
    fn a_referrer_stands_only_where_their_group_sent_or_they_made() {
        for what in See::ALL {
            let may = sees(REF, *what);
            assert!(
                Relations::of(&[SentByGroup, Own]).or(may) == Relations::of(&[SentByGroup, Own])
                    || (*what, may) == (See::Programmes, PUBLISHED),
                "{what:?}: {may}"
            );
        }
    }

    #[test]
    fn five_roles_open_childrens_records() {
        let open: Vec<_> = ROLES.into_iter().filter(|role| opens_children(*role)).collect();
        assert_eq!(open, [CW, TRI, TM, PW, PM]);
    }

    #[test]
    fn only_managers_countersign_and_allocate() {
        for role in ROLES {
            assert_eq!(!does(role, Act::CountersignDecision).is_empty(), role == TM);
            assert_eq!(!does(role, Act::Allocate).is_empty(), role == TM);
        }
    }
}
