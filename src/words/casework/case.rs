//! Words of a case: where it stands, why, and what is written down about it.

word! {
    /// Where a case stands.
    pub enum CaseStatus {
        /// Waiting for the child and a parent to agree. It may have its worker already.
        AwaitingConsent = "AWAITING_CONSENT",
        /// Agreed, and waiting for a worker.
        Open = "OPEN",
        /// A worker has it.
        Allocated = "ALLOCATED",
        /// The worker and the child find out what is needed.
        Assessment = "ASSESSMENT",
        /// A plan is agreed and countersigned.
        PlanAgreed = "PLAN_AGREED",
        /// The plan is being carried out.
        Active = "ACTIVE",
        /// Paused for a reason, until a date at which somebody looks again.
        OnHold = "ON_HOLD",
        /// The worker has proposed to close it; a manager countersigns.
        Closing = "CLOSING",
        /// Closed. A child who comes back has a new case, linked to this one.
        Closed = "CLOSED",
        /// Another council's service has taken it over; only to be read here.
        Transferred = "TRANSFERRED",
    }
}

word! {
    /// By which way the child comes to help.
    pub enum Pathway {
        /// No offence is alleged; needs are unmet.
        EarlyPrevention = "EARLY_PREVENTION",
        /// In contact with the justice system, with no disposal.
        TargetedPrevention = "TARGETED_PREVENTION",
        /// An offence is alleged and the child is steered away from a formal outcome.
        Diversion = "DIVERSION",
        /// The Ministry of Justice's programme of that name for children on the edge of the justice system.
        Turnaround = "TURNAROUND",
        /// Found with a knife: a plan that the guidance of February 2026 makes mandatory.
        KnifePlan = "KNIFE_PLAN",
        /// Met in an emergency department.
        EmergencyDepartment = "EMERGENCY_DEPARTMENT",
    }
}

word! {
    /// A professional's judgement, with reasons; never computed from factors.
    #[derive(PartialOrd, Ord)]
    pub enum RiskLevel {
        /// Low.
        Low = "LOW",
        /// Medium.
        Medium = "MEDIUM",
        /// High: a manager countersigns, and it is looked at again within 4 weeks.
        High = "HIGH",
        /// Very high: a manager countersigns, and it is looked at again within 4 weeks.
        VeryHigh = "VERY_HIGH",
    }
}

word! {
    /// Why a case ended.
    pub enum ClosureReason {
        /// The goals were met.
        CompletedGoalsMet = "COMPLETED_GOALS_MET",
        /// The plan was carried out in part.
        CompletedPartly = "COMPLETED_PARTLY",
        /// We could not keep in touch.
        Disengaged = "DISENGAGED",
        /// The child or a parent took their agreement back.
        ConsentWithdrawn = "CONSENT_WITHDRAWN",
        /// Social care or a statutory youth justice order goes on from here.
        SteppedUp = "STEPPED_UP",
        /// Early help or a service for everyone goes on from here.
        SteppedDown = "STEPPED_DOWN",
        /// The child moved away.
        MovedArea = "MOVED_AREA",
        /// The child is in custody.
        Custody = "CUSTODY",
        /// The young person turned 18.
        Turned18 = "TURNED_18",
        /// The child died. Every reminder, message and offer has stopped.
        Died = "DIED",
        /// It should never have been opened; it is in no figure.
        OpenedInError = "OPENED_IN_ERROR",
    }
}

word! {
    /// What a note on a case is about.
    pub enum NoteKind {
        /// A visit.
        Visit = "VISIT",
        /// A telephone call.
        PhoneCall = "PHONE_CALL",
        /// A message sent or received.
        Message = "MESSAGE",
        /// A meeting.
        Meeting = "MEETING",
        /// A session with the child.
        Session = "SESSION",
        /// The worker's supervision.
        Supervision = "SUPERVISION",
        /// What the child says.
        ChildView = "CHILD_VIEW",
        /// What a parent or carer says.
        ParentView = "PARENT_VIEW",
        /// Something else.
        Other = "OTHER",
    }
}

word! {
    /// Who can read a note. Sharing it with another organisation is an act of its own.
    pub enum NoteAudience {
        /// The caseworker, co-workers, whoever covers for them, and the manager.
        CaseTeam = "CASE_TEAM",
        /// Those, and duty and triage of the same service.
        Service = "SERVICE",
    }
}

word! {
    /// What came of trying to reach somebody.
    pub enum ContactOutcome {
        /// They spoke.
        Spoke = "SPOKE",
        /// Nobody answered.
        NoAnswer = "NO_ANSWER",
        /// A message was left, where that is safe.
        MessageLeft = "MESSAGE_LEFT",
        /// Nobody was at home.
        NotIn = "NOT_IN",
        /// The family cancelled.
        CancelledByFamily = "CANCELLED_BY_FAMILY",
        /// We cancelled.
        CancelledByUs = "CANCELLED_BY_US",
    }
}

word! {
    /// What an entry of a case's timeline is.
    pub enum TimelineKind {
        /// A note.
        Note = "NOTE",
        /// A decision on the referral.
        Decision = "DECISION",
        /// The case moved to another status.
        Transition = "TRANSITION",
        /// A consent was recorded or withdrawn.
        Consent = "CONSENT",
        /// A session.
        Session = "SESSION",
        /// A measure.
        Measure = "MEASURE",
        /// A safeguarding concern.
        SafeguardingConcern = "SAFEGUARDING_CONCERN",
        /// An enrolment changed.
        Enrolment = "ENROLMENT",
        /// The child's details changed.
        Change = "CHANGE",
    }
}

word! {
    /// Why a worker on duty opened a colleague's case.
    pub enum DutyReason {
        /// The family called.
        FamilyCalled = "FAMILY_CALLED",
        /// A visit is due today.
        VisitToday = "VISIT_TODAY",
        /// Another agency called.
        OtherAgencyCalled = "OTHER_AGENCY_CALLED",
        /// Somebody's safety.
        Safety = "SAFETY",
    }
}

word! {
    /// In which order cases come.
    pub enum CaseOrder {
        /// What is due soonest first.
        NextDue = "NEXT_DUE",
        /// The newest first.
        Newest = "NEWEST",
        /// Those with the latest note first.
        LastNote = "LAST_NOTE",
        /// Those whose child was seen longest ago first.
        LastSeen = "LAST_SEEN",
    }
}
