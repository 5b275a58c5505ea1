//! Words of the wing `record`: what every operation leaves behind, and what falls due by itself.

word! {
    /// What somebody did, or tried to do, as the audit writes it down.
    pub enum AuditAction {
        /// Somebody signed in.
        SignIn = "SIGN_IN",
        /// A sign-in was refused.
        SignInFailed = "SIGN_IN_FAILED",
        /// More of a child's record was opened than name, reference, status and dates.
        Read = "READ",
        /// A list was searched or filtered.
        Search = "SEARCH",
        /// Something was made.
        Create = "CREATE",
        /// Something was changed.
        Change = "CHANGE",
        /// Two records were said to be of the same child.
        Link = "LINK",
        /// Two records were said to be of different children after all.
        Unlink = "UNLINK",
        /// A record was printed.
        Print = "PRINT",
        /// Records left as a file.
        Export = "EXPORT",
        /// Something was given to another organisation, by a named legal gateway.
        Disclose = "DISCLOSE",
        /// A closed record was opened in an emergency, with a reason that a manager reviews.
        BreakGlass = "BREAK_GLASS",
        /// Somebody was given a right, or lost one.
        Grant = "GRANT",
        /// Somebody asked for what they may not see or do.
        Refused = "REFUSED",
        /// A record was erased or made anonymous by the retention schedule.
        Erase = "ERASE",
    }
}

word! {
    /// What happened, as live updates tell it.
    pub enum ChangeKind {
        /// The stream has begun: what changes from now on will be delivered, so load the list now.
        Ready = "READY",
        /// A referral came in.
        ReferralSubmitted = "REFERRAL_SUBMITTED",
        /// Those who referred added something, or answered a question.
        ReferralInformationAdded = "REFERRAL_INFORMATION_ADDED",
        /// Somebody took a referral, or gave it back to the queue.
        ReferralTaken = "REFERRAL_TAKEN",
        /// A referral was passed to another service.
        ReferralPassed = "REFERRAL_PASSED",
        /// Those who referred were asked a question.
        ReferralQuestion = "REFERRAL_QUESTION",
        /// A referral was decided, or its decision was countersigned or confirmed.
        ReferralDecided = "REFERRAL_DECIDED",
        /// Those who referred are still worried about the child after the decision.
        ReferralChallenged = "REFERRAL_CHALLENGED",
        /// A referral was withdrawn.
        ReferralWithdrawn = "REFERRAL_WITHDRAWN",
        /// The child's details, school, address or contacts changed.
        ChildChanged = "CHILD_CHANGED",
        /// A case was opened.
        CaseOpened = "CASE_OPENED",
        /// A case has a new worker.
        CaseAllocated = "CASE_ALLOCATED",
        /// A case moved to another status.
        CaseStatusChanged = "CASE_STATUS_CHANGED",
        /// A consent was recorded or withdrawn.
        ConsentChanged = "CONSENT_CHANGED",
        /// A note was added to a case.
        NoteAdded = "NOTE_ADDED",
        /// A note was amended; the earlier text is kept.
        NoteAmended = "NOTE_AMENDED",
        /// A task was made, changed or done.
        TaskChanged = "TASK_CHANGED",
        /// A goal was set or rated.
        GoalChanged = "GOAL_CHANGED",
        /// A measure was recorded.
        MeasureRecorded = "MEASURE_RECORDED",
        /// Somebody raised a safeguarding concern.
        SafeguardingConcernRaised = "SAFEGUARDING_CONCERN_RAISED",
        /// A safeguarding concern has an outcome.
        SafeguardingConcernResolved = "SAFEGUARDING_CONCERN_RESOLVED",
        /// The places of an offering changed.
        PlacesChanged = "PLACES_CHANGED",
        /// A child was offered a place.
        PlaceOffered = "PLACE_OFFERED",
        /// An enrolment changed.
        EnrolmentChanged = "ENROLMENT_CHANGED",
        /// A session's register was taken, or a mark in it corrected.
        AttendanceTaken = "ATTENDANCE_TAKEN",
        /// A note was written about a child in a session.
        SessionNoteAdded = "SESSION_NOTE_ADDED",
        /// A session will not take place.
        SessionCancelled = "SESSION_CANCELLED",
        /// Sessions of an offering were written down.
        SessionsScheduled = "SESSIONS_SCHEDULED",
    }
}

word! {
    /// The kind of thing that an audit entry, an event or a job is about.
    pub enum SubjectKind {
        /// An organisation of the partnership.
        Organisation = "ORGANISATION",
        /// A person who works with Ridgeway.
        User = "USER",
        /// A role that a person holds in an organisation.
        Membership = "MEMBERSHIP",
        /// That somebody is invited to a role.
        Invitation = "INVITATION",
        /// A link with which somebody chooses a password.
        Link = "LINK",
        /// A sign-in in a browser.
        SignIn = "SIGN_IN",
        /// A bearer token of the API.
        Token = "TOKEN",
        /// A force, council, community area or ward.
        Area = "AREA",
        /// The shared record of a child or young adult.
        YoungPerson = "YOUNG_PERSON",
        /// Somebody in the child's life who may be contacted, or may not.
        Contact = "CONTACT",
        /// A warning on a child's record.
        Alert = "ALERT",
        /// A consent, given or not.
        Consent = "CONSENT",
        /// A restriction on a child's record.
        Restriction = "RESTRICTION",
        /// A referral.
        Referral = "REFERRAL",
        /// Something half written.
        Draft = "DRAFT",
        /// A case.
        Case = "CASE",
        /// A note on a case.
        CaseNote = "CASE_NOTE",
        /// What was measured of a child.
        Measure = "MEASURE",
        /// A goal of a child or parent.
        Goal = "GOAL",
        /// A task.
        Task = "TASK",
        /// A safeguarding concern.
        SafeguardingConcern = "SAFEGUARDING_CONCERN",
        /// A colleague's cases held for a while.
        Cover = "COVER",
        /// A programme.
        Programme = "PROGRAMME",
        /// One run of a programme.
        Offering = "OFFERING",
        /// A child's place in an offering, or on its waiting list.
        Enrolment = "ENROLMENT",
        /// One meeting of an offering.
        Session = "SESSION",
        /// What was done with a child in a session.
        SessionNote = "SESSION_NOTE",
        /// A report of figures.
        Report = "REPORT",
        /// Figures as a file.
        Export = "EXPORT",
        /// The audit itself.
        AuditEntry = "AUDIT_ENTRY",
    }
}

word! {
    /// The nouns whose changes are told live: each is the row of a list.
    pub enum EventNoun {
        /// A referral.
        Referral = "REFERRAL",
        /// A case.
        Case = "CASE",
        /// One run of a programme.
        Offering = "OFFERING",
    }
}

word! {
    /// What falls due by itself.
    pub enum JobKind {
        /// A node makes the figures of a release; while it does, no other begins.
        ReleaseMade = "RELEASE_MADE",
        /// Nobody has taken a referral by noon of the next working day: the team manager's task, each working day.
        ReferralNotTaken = "REFERRAL_NOT_TAKEN",
        /// A referral's decision is overdue: the team manager's task, each working day.
        ReferralOverdue = "REFERRAL_OVERDUE",
        /// Nobody has opened an immediate referral within 60 minutes of service hours.
        ReferralNotOpened = "REFERRAL_NOT_OPENED",
        /// Who took a referral has not decided it for a working day: it goes back to the queue.
        OwnerLapses = "OWNER_LAPSES",
        /// A question to those who referred has passed its date: a reminder, then a task for triage.
        QuestionDue = "QUESTION_DUE",
        /// Nobody has confirmed a redirection within 5 working days.
        RedirectUnconfirmed = "REDIRECT_UNCONFIRMED",
        /// "I am still worried" has waited 2 working days for the team manager's answer.
        ChallengeUnanswered = "CHALLENGE_UNANSWERED",
        /// A draft says that a child is in danger and nobody has called within 5 minutes.
        DraftDanger = "DRAFT_DANGER",
        /// A draft has been left for 7 days and is deleted.
        DraftExpires = "DRAFT_EXPIRES",
        /// A case has waited 15 working days for consent: the team manager decides how to go on.
        ConsentChase = "CONSENT_CHASE",
        /// A safeguarding concern says that a child is in danger now, and names no call: the team manager's task at once.
        ConcernDanger = "CONCERN_DANGER",
        /// A safeguarding concern is not decided on by its day: the team manager's task, each working day.
        ConcernUndecided = "CONCERN_UNDECIDED",
        /// Cover for a colleague has ended.
        CoverEnds = "COVER_ENDS",
        /// Nobody has answered the offer of a place within 5 working days: the child waits again, and the caseworker's task.
        OfferLapses = "OFFER_LAPSES",
        /// A child shares a group with another from whom they are to be kept apart: the caseworker's task.
        GroupUnsuitable = "GROUP_UNSUITABLE",
        /// Who runs an offering wants a place to end: the caseworker agrees or not.
        RemovalAsked = "REMOVAL_ASKED",
        /// A child missed sessions, or came again: looked at in the evening, and the caseworker's task while it is so.
        SessionsMissed = "SESSIONS_MISSED",
        /// A session was cancelled: a task for the caseworkers of the children in it.
        SessionCancelled = "SESSION_CANCELLED",
        /// Who stood in the way of a child who waits may be gone: the places of an offering are looked at again.
        PlacesLookedAt = "PLACES_LOOKED_AT",
        /// Somebody asked for figures as a file: it is made.
        ExportMade = "EXPORT_MADE",
        /// A file of figures has waited for a day and is thrown away.
        ExportExpires = "EXPORT_EXPIRES",
    }
}

word! {
    /// What a database is for. Written by the first migration, so that neither is ever opened as the other.
    pub enum DatabaseKind {
        /// Invented children and one known password for every sign-in.
        Demo = "DEMO",
        /// Real records.
        Production = "PRODUCTION",
    }
}
