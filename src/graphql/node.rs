//! The types that stand for a row, declared in one place so that they can name each other while their files do not.
//!
//! Each gets its fields in its own noun's file.

use std::sync::Arc;

use crate::{
    entity::{
        casework::draft,
        insight::export,
        people::{alert, area, consent, contact, invitation, link_request, membership, organisation, user},
    },
    read::{
        casework::{
            case::SeenCase, case_note::SeenNote, concern::SeenConcern, goal::SeenGoal, measure::SeenMeasure,
            referral::SeenReferral, task::SeenTask,
        },
        delivery::{
            enrolment::SeenEnrolment, offering::SeenOffering, programme::SeenProgramme, session::SeenSession,
        },
        insight::report::SeenReport,
        people::young_person::SeenChild,
        record::audit::SeenEntry,
    },
};

/// Declares thin newtypes over a row.
macro_rules! nodes {
    ($($(#[$doc:meta])* $name:ident($row:ty);)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone)]
            pub struct $name(pub Arc<$row>);

            impl From<$row> for $name {
                fn from(row: $row) -> Self {
                    Self(Arc::new(row))
                }
            }
        )*
    };
}

nodes! {
    /// A force, council, community area or ward.
    Area(area::Model);
    /// A member of the partnership.
    Organisation(organisation::Model);
    /// A person who works in the partnership.
    User(user::Model);
    /// A role in an organisation.
    Membership(membership::Model);
    /// That somebody is invited.
    Invitation(invitation::Model);
    /// That somebody asked for a new link.
    LinkRequest(link_request::Model);
    /// A child's record.
    YoungPerson(SeenChild);
    /// A person around a child.
    Contact(contact::Model);
    /// A warning.
    Alert(alert::Model);
    /// A consent.
    Consent(consent::Model);
    /// A referral.
    Referral(SeenReferral);
    /// A case.
    Case(SeenCase);
    /// A note.
    CaseNote(SeenNote);
    /// What was measured of a child.
    Measure(SeenMeasure);
    /// What a child or parent wants to reach.
    Goal(SeenGoal);
    /// A task.
    Task(SeenTask);
    /// A safeguarding concern.
    SafeguardingConcern(SeenConcern);
    /// A draft.
    Draft(draft::Model);
    /// What a provider does.
    Programme(SeenProgramme);
    /// One run of a programme.
    Offering(SeenOffering);
    /// A child's place in an offering, or on its waiting list.
    Enrolment(SeenEnrolment);
    /// One meeting of an offering.
    Session(SeenSession);
    /// Figures that were published under a title.
    Report(SeenReport);
    /// Figures on their way out as a file.
    Export(export::Model);
    /// A line of the audit.
    AuditEntry(SeenEntry);
}
