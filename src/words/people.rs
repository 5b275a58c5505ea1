//! Words of the wing `people`: who works in the partnership, where, and who the child is.

word! {
    /// Who someone is to the partnership. What each may see and do is one table, printed by `ridgeway policy`.
    pub enum Role {
        /// Refers children and hears back: a school's safeguarding lead, a police officer, a nurse.
        Referrer = "REFERRER",
        /// Works with children in a youth justice service.
        Caseworker = "CASEWORKER",
        /// Reads what comes in and decides on it.
        TriageOfficer = "TRIAGE_OFFICER",
        /// Leads a service's team: allocates cases, countersigns, answers challenges.
        TeamManager = "TEAM_MANAGER",
        /// Runs sessions for a provider of programmes.
        ProviderWorker = "PROVIDER_WORKER",
        /// Runs a provider's offerings and waiting lists.
        ProviderManager = "PROVIDER_MANAGER",
        /// Steers the partnership by protected figures; sees no child.
        PartnershipManager = "PARTNERSHIP_MANAGER",
        /// Studies need and outcomes by protected figures; sees no child.
        Analyst = "ANALYST",
        /// Keeps grants, awards and claims; sees no child.
        FinanceOfficer = "FINANCE_OFFICER",
        /// Watches over records, access and subject requests.
        DataProtectionOfficer = "DATA_PROTECTION_OFFICER",
        /// Keeps people, memberships and settings; sees no child.
        Administrator = "ADMINISTRATOR",
    }
}

word! {
    /// What a program's token opens.
    pub enum TokenScope {
        /// All that its person may see and do.
        Everything = "EVERYTHING",
        /// What could take a child now, and the areas to ask for: no child, no referral, nothing else.
        Availability = "AVAILABILITY",
    }
}

word! {
    /// Where an invitation stands.
    pub enum InvitationStatus {
        /// A second person has to agree, because the role opens children's records. Until then no link works.
        WaitingForApproval = "WAITING_FOR_APPROVAL",
        /// The invited person may use their link, or is to be sent one.
        Ready = "READY",
        /// The invited person has used their link and holds the role.
        Accepted = "ACCEPTED",
        /// Somebody who had to agree did not, or it was taken back.
        Declined = "DECLINED",
    }
}

word! {
    /// What kind of body an organisation is.
    pub enum OrganisationKind {
        /// The office of the Police and Crime Commissioner, which convenes the partnership and holds its grants.
        PoliceAndCrimeCommissioner = "POLICE_AND_CRIME_COMMISSIONER",
        /// A police force.
        Police = "POLICE",
        /// A council, with its social care, education and early help.
        LocalAuthority = "LOCAL_AUTHORITY",
        /// A council's youth justice service, which receives referrals and holds cases.
        YouthJusticeService = "YOUTH_JUSTICE_SERVICE",
        /// The Probation Service.
        Probation = "PROBATION",
        /// A body of the health service: an integrated care board, a hospital, a practice.
        Health = "HEALTH",
        /// A fire and rescue service.
        FireAndRescue = "FIRE_AND_RESCUE",
        /// A school, or alternative provision.
        School = "SCHOOL",
        /// A college.
        College = "COLLEGE",
        /// An organisation paid to run programmes.
        Provider = "PROVIDER",
        /// A voluntary organisation.
        Voluntary = "VOLUNTARY",
    }
}

word! {
    /// What kind of area, from the widest to the smallest.
    #[derive(PartialOrd, Ord)]
    pub enum AreaKind {
        /// A police force's area.
        Force = "FORCE",
        /// A council's area.
        LocalAuthority = "LOCAL_AUTHORITY",
        /// A town with the villages around it, or a locality of a town.
        CommunityArea = "COMMUNITY_AREA",
        /// An electoral ward, of the boundaries in force between its dates.
        Ward = "WARD",
    }
}

word! {
    /// The child's sex, as youth justice statistics count it. How a child describes themselves is a text of its own.
    pub enum Sex {
        /// Male.
        Male = "MALE",
        /// Female.
        Female = "FEMALE",
        /// Not known, or not said.
        Unknown = "UNKNOWN",
    }
}

word! {
    /// Whether somebody in the child's life may be contacted.
    pub enum ContactPermission {
        /// They may be contacted in the ways marked safe.
        Yes = "YES",
        /// Ask the child, or who referred, first. This is how every contact begins.
        AskFirst = "ASK_FIRST",
        /// Do not contact them.
        Never = "NEVER",
    }
}

word! {
    /// How two children are related.
    pub enum RelationKind {
        /// Brothers or sisters, half and step ones too.
        Sibling = "SIBLING",
        /// They live in one household.
        SameHousehold = "SAME_HOUSEHOLD",
        /// Friends.
        Friend = "FRIEND",
        /// They must be kept apart, by an order or for their safety.
        NoContact = "NO_CONTACT",
        /// There is a conflict between them, or between their groups.
        Conflict = "CONFLICT",
    }
}

impl RelationKind {
    /// Those that keep two children out of one group.
    pub const APART: [Self; 2] = [Self::NoContact, Self::Conflict];
}

word! {
    /// What to know before meeting the child. It is about safety and says nothing about who the child is.
    pub enum AlertKind {
        /// A weapon may be near.
        Weapon = "WEAPON",
        /// Staff have been hurt or threatened.
        ViolenceToStaff = "VIOLENCE_TO_STAFF",
        /// Visit in pairs.
        TwoPersonVisit = "TWO_PERSON_VISIT",
        /// Do not visit the home.
        DoNotVisitHome = "DO_NOT_VISIT_HOME",
        /// A dog is in the home.
        Dog = "DOG",
        /// The child is being exploited, or may be.
        Exploitation = "EXPLOITATION",
        /// The child may hurt themselves.
        SelfHarm = "SELF_HARM",
        /// The child and another one must be kept apart.
        NoContactPair = "NO_CONTACT_PAIR",
        /// Groups that must not meet.
        RivalGroup = "RIVAL_GROUP",
        /// A court order is in force, such as a non-molestation order.
        CourtOrder = "COURT_ORDER",
        /// What to do in a medical emergency.
        MedicalEmergency = "MEDICAL_EMERGENCY",
        /// An allergy.
        Allergy = "ALLERGY",
        /// The child has been the target of a hate crime.
        HateCrimeTarget = "HATE_CRIME_TARGET",
    }
}

impl AlertKind {
    /// Whether who runs a session has to know of it. What is about visits to the home is not for them, nor what is a factor
    /// of the case.
    #[must_use]
    pub const fn for_sessions(self) -> bool {
        !matches!(self, Self::TwoPersonVisit | Self::DoNotVisitHome | Self::Dog | Self::Exploitation)
    }
}

word! {
    /// What somebody agrees to. None of these is the legal basis for keeping the record; that is the public task.
    pub enum ConsentKind {
        /// The child agrees to take part.
        ParticipateChild = "PARTICIPATE_CHILD",
        /// A parent or carer agrees that the child takes part.
        ParticipateParent = "PARTICIPATE_PARENT",
        /// Something named may be shared with a named organisation.
        ShareWithOrganisation = "SHARE_WITH_ORGANISATION",
        /// What happened may be used to learn whether the programme works.
        Evaluation = "EVALUATION",
        /// A way in which they may be contacted.
        Contact = "CONTACT",
    }
}

word! {
    /// Where a consent stands.
    pub enum ConsentStatus {
        /// Nobody has asked yet.
        NotAsked = "NOT_ASKED",
        /// Given, and not withdrawn since.
        Given = "GIVEN",
        /// Refused.
        Refused = "REFUSED",
        /// Given once, and taken back.
        Withdrawn = "WITHDRAWN",
        /// Not needed, for a reason that is recorded.
        NotRequired = "NOT_REQUIRED",
    }
}

word! {
    /// Whether a correction or a change is being made to a record; the old value is kept either way.
    pub enum RecordChangeKind {
        /// It was never so: the record was wrong.
        Correction = "CORRECTION",
        /// It was so until a day, and is otherwise since.
        Change = "CHANGE",
    }
}

word! {
    /// Why a child's record is open only to the people on its list.
    pub enum RestrictionReason {
        /// The child is a witness.
        Witness = "WITNESS",
        /// The child is the victim of a serious offence.
        VictimOfSeriousOffence = "VICTIM_OF_SERIOUS_OFFENCE",
        /// The child is a relative of somebody who works here.
        StaffRelative = "STAFF_RELATIVE",
        /// Many people know of the child or the events.
        HighProfile = "HIGH_PROFILE",
        /// The child was adopted; the earlier identity stays closed.
        Adoption = "ADOPTION",
        /// Where the child lives must not become known.
        SecretAddress = "SECRET_ADDRESS",
        /// The child is in the National Referral Mechanism for victims of modern slavery.
        NationalReferralMechanism = "NRM",
        /// A police operation is running.
        LivePoliceOperation = "LIVE_POLICE_OP",
    }
}
