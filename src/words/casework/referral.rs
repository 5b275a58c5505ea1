//! Words of a referral: what was sent, by whom, and what those who sent it see of it.

word! {
    /// Where a referral stands, in the words of those who sent it.
    pub enum ReferralStage {
        /// It is in, and nobody has taken it yet.
        Received = "RECEIVED",
        /// The service has asked something and waits for the answer.
        QuestionForYou = "QUESTION_FOR_YOU",
        /// Somebody is reading it.
        BeingLookedAt = "BEING_LOOKED_AT",
        /// Somebody is working with the child.
        SomeoneIsWorkingOnIt = "SOMEONE_IS_WORKING_ON_IT",
        /// The service has not taken it on; the decision says why and where help is.
        NotTakenOn = "NOT_TAKEN_ON",
        /// The work has ended.
        Ended = "ENDED",
        /// It was withdrawn.
        Withdrawn = "WITHDRAWN",
    }
}

word! {
    /// Where a referral stands, in the words of the service that decides.
    pub enum ReferralStatus {
        /// Sent, and waiting for a decision.
        Submitted = "SUBMITTED",
        /// Waiting for an answer of those who referred; the clock rests until it is due.
        InfoRequested = "INFO_REQUESTED",
        /// Accepted: a case was opened.
        Accepted = "ACCEPTED",
        /// News on a child who has an open case, added to that case.
        AddedToCase = "ADDED_TO_CASE",
        /// Sent on to another service; open until that service has confirmed.
        Redirected = "REDIRECTED",
        /// Not taken on.
        Declined = "DECLINED",
        /// The same child and the same event as another referral.
        Duplicate = "DUPLICATE",
        /// Withdrawn by those who referred, or by triage.
        Withdrawn = "WITHDRAWN",
    }
}

word! {
    /// How soon the child needs somebody, from the least to the most urgent.
    #[derive(PartialOrd, Ord)]
    pub enum Urgency {
        /// Decided by the end of the second working day.
        Routine = "ROUTINE",
        /// Decided by the end of the next working day.
        Priority = "PRIORITY",
        /// Decided on the same day in service hours, else by 10:00 of the next service day.
        Immediate = "IMMEDIATE",
    }
}

word! {
    /// Who noticed and referred. The list extends the referral sources of the Department for Education's children in need
    /// census.
    pub enum ReferralSource {
        /// A parent, carer or other relative.
        Family = "FAMILY",
        /// The child.
        SelfReferral = "SELF",
        /// A neighbour, friend or other person.
        OtherIndividual = "OTHER_INDIVIDUAL",
        /// A school or college.
        School = "SCHOOL",
        /// A pupil referral unit or other alternative provision.
        AlternativeProvision = "ALTERNATIVE_PROVISION",
        /// A service of education other than a school, such as welfare or attendance.
        EducationService = "EDUCATION_SERVICE",
        /// A general practice.
        GeneralPractice = "GENERAL_PRACTICE",
        /// A school nurse.
        SchoolNurse = "SCHOOL_NURSE",
        /// A hospital's emergency department, its navigators among them.
        EmergencyDepartment = "EMERGENCY_DEPARTMENT",
        /// Another health service.
        OtherHealth = "OTHER_HEALTH",
        /// A housing service or landlord.
        Housing = "HOUSING",
        /// Social care of the child's council.
        SocialCare = "SOCIAL_CARE",
        /// Early help.
        EarlyHelp = "EARLY_HELP",
        /// Another service of the council, or another council.
        OtherLocalAuthority = "OTHER_LOCAL_AUTHORITY",
        /// The police.
        Police = "POLICE",
        /// The police, from custody.
        PoliceCustody = "POLICE_CUSTODY",
        /// Probation or a court.
        Probation = "PROBATION",
        /// A fire and rescue service.
        FireAndRescue = "FIRE_AND_RESCUE",
        /// A panel of several agencies.
        Panel = "PANEL",
        /// A voluntary organisation.
        Voluntary = "VOLUNTARY",
        /// Somebody who did not say who they are.
        Anonymous = "ANONYMOUS",
        /// Not known.
        Unknown = "UNKNOWN",
    }
}

word! {
    /// The event that led to the referral, if there was one.
    pub enum Trigger {
        /// No single event: worry about the child.
        None = "NONE",
        /// Antisocial behaviour that was noticed, a contract, warning or notice about it.
        AntisocialBehaviour = "ANTISOCIAL_BEHAVIOUR",
        /// Arrested, and no further action.
        ArrestNoFurtherAction = "ARREST_NO_FURTHER_ACTION",
        /// Interviewed under caution without an arrest.
        VoluntaryInterview = "VOLUNTARY_INTERVIEW",
        /// Released under investigation, or on bail before charge.
        ReleasedUnderInvestigation = "RELEASED_UNDER_INVESTIGATION",
        /// A community resolution.
        CommunityResolution = "COMMUNITY_RESOLUTION",
        /// A youth caution.
        YouthCaution = "YOUTH_CAUTION",
        /// Deferred prosecution or no further action after help was arranged, recorded by the police as outcome 22.
        Outcome22 = "OUTCOME_22",
        /// Found with a knife. The police refer every such child within one working day, and it cannot be declined.
        KnifePossession = "KNIFE_POSSESSION",
        /// Came to hospital after violence.
        HospitalAttendance = "HOSPITAL_ATTENDANCE",
        /// Suspended from school.
        Suspension = "SUSPENSION",
        /// Permanently excluded from school.
        PermanentExclusion = "PERMANENT_EXCLUSION",
        /// Went missing.
        MissingEpisode = "MISSING_EPISODE",
    }
}

word! {
    /// What is known of a weapon.
    pub enum WeaponInvolvement {
        /// No weapon.
        None = "NONE",
        /// One is suspected.
        Suspected = "SUSPECTED",
        /// One was carried.
        Carried = "CARRIED",
        /// One was used.
        Used = "USED",
        /// Not known.
        NotKnown = "NOT_KNOWN",
    }
}

word! {
    /// Whether the child was harmed or caused harm; many children were both.
    pub enum HarmPosition {
        /// The child was harmed.
        Harmed = "HARMED",
        /// The child caused harm.
        CausedHarm = "CAUSED_HARM",
        /// Both.
        Both = "BOTH",
        /// Neither.
        Neither = "NEITHER",
        /// Not known.
        NotKnown = "NOT_KNOWN",
    }
}

word! {
    /// What children's services are doing with the family, as far as those who referred know.
    pub enum SocialCareStatus {
        /// Nothing.
        None = "NONE",
        /// Early help, which the family agreed to.
        EarlyHelp = "EARLY_HELP",
        /// A child in need, Children Act 1989 section 17.
        ChildInNeed = "CHILD_IN_NEED",
        /// A child protection plan, Children Act 1989 section 47.
        ChildProtectionPlan = "CHILD_PROTECTION_PLAN",
        /// Looked after by the council.
        LookedAfter = "LOOKED_AFTER",
        /// Was looked after, and is entitled to support.
        CareLeaver = "CARE_LEAVER",
        /// Not known.
        NotKnown = "NOT_KNOWN",
    }
}

word! {
    /// Special educational needs and disability, as the school census records them.
    pub enum SpecialNeeds {
        /// None identified.
        None = "NONE",
        /// Special educational needs support (K in the census).
        Support = "SUPPORT",
        /// An education, health and care plan (E in the census).
        EhcPlan = "EHC_PLAN",
        /// Not known.
        NotKnown = "NOT_KNOWN",
    }
}

word! {
    /// Why no parent or carer was told of the referral. Until a named worker lifts it, their numbers show "Do not contact".
    pub enum ParentNotToldReason {
        /// Telling them could put the child at more risk.
        CouldIncreaseRisk = "COULD_INCREASE_RISK",
        /// The child asked not to tell them.
        ChildAsked = "CHILD_ASKED",
        /// They could not be reached.
        CouldNotReach = "COULD_NOT_REACH",
        /// Nobody has told them yet.
        NotYet = "NOT_YET",
    }
}

word! {
    /// What kind of words passed between the service and those who referred.
    pub enum MessageKind {
        /// Those who referred add something.
        Information = "INFORMATION",
        /// The service asks.
        Question = "QUESTION",
        /// Those who referred answer.
        Answer = "ANSWER",
        /// The decision, in words for those who referred.
        Decision = "DECISION",
        /// The service tells how it goes on, or answers a challenge.
        Update = "UPDATE",
        /// "I am still worried": those who referred ask the team manager to look at the decision again.
        Challenge = "CHALLENGE",
    }
}

word! {
    /// What a draft will become.
    pub enum DraftKind {
        /// A referral.
        Referral = "REFERRAL",
        /// A note on a case.
        Note = "NOTE",
        /// A message to or from those who referred.
        Message = "MESSAGE",
        /// A plan.
        Plan = "PLAN",
        /// A measure.
        Measure = "MEASURE",
    }
}

word! {
    /// In which order referrals come.
    pub enum ReferralOrder {
        /// The newest first.
        Newest = "NEWEST",
        /// The oldest first.
        Oldest = "OLDEST",
        /// What has to be decided soonest first.
        TriageDue = "TRIAGE_DUE",
    }
}
