//! Words of the wing `insight`: by what figures are broken down, and how far a file of them is.

word! {
    /// What a fact is of.
    pub enum FactKind {
        /// A referral that was decided or withdrawn.
        Referral = "REFERRAL",
        /// A place in a programme, or the wish for one.
        Enrolment = "ENROLMENT",
    }
}

word! {
    /// How far a file of figures is.
    pub enum ExportState {
        /// Nobody has begun with it.
        Queued = "QUEUED",
        /// It is being made.
        Running = "RUNNING",
        /// It can be fetched, once.
        Ready = "READY",
        /// It could not be made: ask again.
        Failed = "FAILED",
    }
}

word! {
    /// By what figures are broken down.
    #[derive(PartialOrd, Ord)]
    pub enum OutcomeDimension {
        /// The programme in which the child was placed.
        Programme = "PROGRAMME",
        /// Who runs it.
        Provider = "PROVIDER",
        /// What it is funded as.
        Strand = "STRAND",
        /// Its approach.
        Approach = "APPROACH",
        /// The community area where the child lived on the day.
        Area = "AREA",
        /// The council in whose area that is.
        LocalAuthority = "LOCAL_AUTHORITY",
        /// The age on the day.
        AgeBand = "AGE_BAND",
        /// Sex as registered.
        Sex = "SEX",
        /// The group of the census: White, Mixed, Asian, Black, Other.
        EthnicityGroup = "ETHNICITY_GROUP",
        /// Special educational needs, as the referral said.
        SpecialNeeds = "SPECIAL_NEEDS",
        /// Social care's part, as the referral said.
        SocialCare = "SOCIAL_CARE",
        /// The school on the day; alone, and by year.
        School = "SCHOOL",
        /// The quarter of the financial year.
        Quarter = "QUARTER",
        /// The financial year.
        Year = "YEAR",
        /// Where the referral came from.
        Source = "SOURCE",
        /// The pathway of the case.
        Pathway = "PATHWAY",
        /// Why it was decided so.
        DecisionReason = "DECISION_REASON",
    }
}

word! {
    /// Of which set an indicator is.
    pub enum IndicatorFamily {
        /// The key performance indicators of youth justice services, and older headline measures.
        YouthJustice = "YOUTH_JUSTICE",
        /// What the Turnaround programme records and seeks.
        Turnaround = "TURNAROUND",
    }
}

word! {
    /// A child's age, in bands.
    #[derive(PartialOrd, Ord)]
    pub enum AgeBand {
        /// Under 10.
        Under10 = "UNDER_10",
        /// 10 to 13.
        Age10To13 = "AGE_10_TO_13",
        /// 14 and 15.
        Age14To15 = "AGE_14_TO_15",
        /// 16 and 17.
        Age16To17 = "AGE_16_TO_17",
        /// 18 to 25.
        Age18To25 = "AGE_18_TO_25",
    }
}

impl AgeBand {
    /// The band of an age in whole years.
    #[must_use]
    pub const fn of(age: i32) -> Self {
        match age {
            ..=9 => Self::Under10,
            10..=13 => Self::Age10To13,
            14..=15 => Self::Age14To15,
            16..=17 => Self::Age16To17,
            _ => Self::Age18To25,
        }
    }
}
