//! The coded risk and protective factors, and which of them need a line of evidence.
//!
//! Owns the code list only. Factors are counted and shown by group and never added up to one score.

word! {
    /// A coded risk or protective factor: what was seen around this child, never what the child is. First the
    /// risk factors of the child, the family, peers, education and community, then the protective ones. The list draws
    /// on the Serious Violence Strategy, the Youth Endowment Fund's surveys of children, the youth justice assessment and
    /// the assessment factors of the Department for Education.
    pub enum FactorCode {
        /// Was a victim of violence in the last 12 months.
        VictimOfViolence = "VICTIM_OF_VIOLENCE",
        /// Has hurt or threatened others. Needs a line of evidence.
        PreviousViolence = "PREVIOUS_VIOLENCE",
        /// Has carried a weapon. Needs a line of evidence.
        CarriedWeapon = "CARRIED_WEAPON",
        /// Alcohol or drugs are a problem for the child.
        SubstanceMisuse = "SUBSTANCE_MISUSE",
        /// Mental health or emotional wellbeing.
        MentalHealth = "MENTAL_HEALTH",
        /// Hurts themselves, or has done.
        SelfHarm = "SELF_HARM",
        /// A speech, language or communication need.
        SpeechLanguageCommunication = "SPEECH_LANGUAGE_COMMUNICATION",
        /// Acts before thinking, or thinks that violence is an answer.
        Impulsivity = "IMPULSIVITY",
        /// Neurodiversity or a learning disability.
        NeurodiversityOrLearningDisability = "NEURODIVERSITY_OR_LEARNING_DISABILITY",
        /// Abuse, neglect or other trauma, now or earlier.
        AbuseNeglectOrTrauma = "ABUSE_NEGLECT_OR_TRAUMA",
        /// Was arrested or known to the police for antisocial behaviour, above all before 14.
        EarlyPoliceContact = "EARLY_POLICE_CONTACT",
        /// Domestic abuse in the household.
        DomesticAbuseAtHome = "DOMESTIC_ABUSE_AT_HOME",
        /// A parent's alcohol or drugs.
        ParentalSubstanceMisuse = "PARENTAL_SUBSTANCE_MISUSE",
        /// A parent's mental ill health.
        ParentalMentalIllHealth = "PARENTAL_MENTAL_ILL_HEALTH",
        /// A parent, brother or sister has offended or been in prison.
        FamilyOffendingOrPrison = "FAMILY_OFFENDING_OR_PRISON",
        /// Conflict at home, a family breaking apart, or too little care about where the child is.
        FamilyConflictOrPoorSupervision = "FAMILY_CONFLICT_OR_POOR_SUPERVISION",
        /// Is or was in care, moves between homes, or has a social worker.
        InCareOrSocialWorker = "IN_CARE_OR_SOCIAL_WORKER",
        /// Looks after somebody at home.
        YoungCarer = "YOUNG_CARER",
        /// Poverty, or a home that is not secure.
        PovertyOrHousing = "POVERTY_OR_HOUSING",
        /// Friends are involved in violence or offending.
        PeersInvolvedInViolence = "PEERS_INVOLVED_IN_VIOLENCE",
        /// Concern about links with a gang. Needs a line of evidence.
        GangAssociation = "GANG_ASSOCIATION",
        /// Concern that the child is being used for crime, county lines among them. Needs a line of evidence.
        CriminalExploitation = "CRIMINAL_EXPLOITATION",
        /// Concern that the child is being sexually exploited. Needs a line of evidence.
        SexualExploitation = "SEXUAL_EXPLOITATION",
        /// Has gone missing.
        MissingEpisodes = "MISSING_EPISODES",
        /// Conflict online, or much violent content.
        OnlineConflictOrViolence = "ONLINE_CONFLICT_OR_VIOLENCE",
        /// Misses 10% or more of school.
        PersistentAbsence = "PERSISTENT_ABSENCE",
        /// Misses half of school or more.
        SevereAbsence = "SEVERE_ABSENCE",
        /// Has been suspended from school.
        Suspensions = "SUSPENSIONS",
        /// Was permanently excluded, or is in alternative provision.
        ExclusionOrAlternativeProvision = "EXCLUSION_OR_ALTERNATIVE_PROVISION",
        /// Special educational needs that are not met.
        UnmetSpecialNeeds = "UNMET_SPECIAL_NEEDS",
        /// A part-time timetable, no school, or no education, training or job.
        PartTimeOrMissingEducation = "PART_TIME_OR_MISSING_EDUCATION",
        /// Lives or spends time where there is much violence.
        HighViolenceArea = "HIGH_VIOLENCE_AREA",
        /// Lives in a deprived area.
        Deprivation = "DEPRIVATION",
        /// Drugs are sold around the child.
        DrugMarket = "DRUG_MARKET",
        /// Weapons are easy to come by around the child.
        WeaponsAvailable = "WEAPONS_AVAILABLE",
        /// Ways to school or friends are not safe, or fear changes them.
        UnsafeJourneys = "UNSAFE_JOURNEYS",
        /// Discrimination, hate, or little trust in services.
        DiscriminationOrWeakTies = "DISCRIMINATION_OR_WEAK_TIES",
        /// Protective: an adult outside the home whom the child trusts.
        TrustedAdult = "TRUSTED_ADULT",
        /// Protective: warm parents who keep to what they say.
        WarmConsistentParenting = "WARM_CONSISTENT_PARENTING",
        /// Protective: likes school, and is there 95% of the time or more.
        SchoolBond = "SCHOOL_BOND",
        /// Protective: something good to do each week.
        PositiveActivity = "POSITIVE_ACTIVITY",
        /// Protective: friends who keep out of trouble.
        ProsocialPeers = "PROSOCIAL_PEERS",
        /// Protective: copes, and can solve problems.
        CopingSkills = "COPING_SKILLS",
        /// Protective: works with the services that help.
        EngagedWithServices = "ENGAGED_WITH_SERVICES",
        /// Protective: hope, or a goal for the future.
        HopeOrFutureGoal = "HOPE_OR_FUTURE_GOAL",
        /// Protective: a home that is stable.
        StableHome = "STABLE_HOME",
        /// Protective: belongs to a community or faith.
        CommunityOrFaithBelonging = "COMMUNITY_OR_FAITH_BELONGING",
        /// Protective: knows how to step in safely for others.
        BystanderSkills = "BYSTANDER_SKILLS",
    }
}

impl FactorCode {
    /// Whether the code may stand on a referral only with a line of evidence: these follow a child for years.
    #[must_use]
    pub const fn needs_evidence(self) -> bool {
        matches!(
            self,
            Self::GangAssociation
                | Self::CriminalExploitation
                | Self::SexualExploitation
                | Self::PreviousViolence
                | Self::CarriedWeapon
        )
    }

    /// Whether it is a strength, something that protects the child.
    #[must_use]
    pub const fn is_protective(self) -> bool {
        matches!(
            self,
            Self::TrustedAdult
                | Self::WarmConsistentParenting
                | Self::SchoolBond
                | Self::PositiveActivity
                | Self::ProsocialPeers
                | Self::CopingSkills
                | Self::EngagedWithServices
                | Self::HopeOrFutureGoal
                | Self::StableHome
                | Self::CommunityOrFaithBelonging
                | Self::BystanderSkills
        )
    }
}
