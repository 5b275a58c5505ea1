//! Words of measures and goals: by which instrument, who answered, when on the way, and what changed.

word! {
    /// By what something is measured.
    pub enum Instrument {
        /// The Strengths and Difficulties Questionnaire, by numbers of items or totals of a licensed sheet: total 0 to 40.
        Sdq = "SDQ",
        /// The Short Warwick-Edinburgh Mental Wellbeing Scale: total 7 to 35, value the metric score.
        Swemwbs = "SWEMWBS",
        /// School attendance: value in per cent of possible sessions.
        SchoolAttendance = "SCHOOL_ATTENDANCE",
        /// Suspensions: total how many, value how many days.
        Suspensions = "SUSPENSIONS",
        /// Education, training and employment: value the hours offered a week.
        EducationTrainingEmployment = "EDUCATION_TRAINING_EMPLOYMENT",
        /// What a check for offences since the start told.
        OffenceCheck = "OFFENCE_CHECK",
    }
}

word! {
    /// Who answered, or where it was looked up.
    pub enum Informant {
        /// The child.
        SelfReport = "SELF",
        /// A parent or carer.
        Parent = "PARENT",
        /// A teacher.
        Teacher = "TEACHER",
        /// Who works with the child.
        Worker = "WORKER",
        /// A record: of a school, of the police.
        Record = "RECORD",
    }
}

word! {
    /// When on the way something was measured.
    pub enum MeasureStage {
        /// At the start.
        Baseline = "BASELINE",
        /// On the way.
        Review = "REVIEW",
        /// At the end.
        End = "END",
        /// Six months after the end.
        FollowUp6Months = "FOLLOW_UP_6_MONTHS",
        /// Twelve months after the end.
        FollowUp12Months = "FOLLOW_UP_12_MONTHS",
    }
}

word! {
    /// Whether a score changed by more than errors of measurement explain. It says nothing about why.
    pub enum ReliableChange {
        /// It is reliably better.
        Improved = "IMPROVED",
        /// It may have changed, by no more than chance explains.
        NoReliableChange = "NO_RELIABLE_CHANGE",
        /// It is reliably worse.
        Deteriorated = "DETERIORATED",
    }
}

word! {
    /// What a check for offences told. Never what the offence was.
    pub enum OffenceCheckResult {
        /// No outcome.
        None = "NONE",
        /// A community resolution or outcome 22: informal, and no finding of guilt.
        CommunityResolutionOrOutcome22 = "COMMUNITY_RESOLUTION_OR_OUTCOME_22",
        /// A youth caution or youth conditional caution.
        Caution = "CAUTION",
        /// A conviction.
        Conviction = "CONVICTION",
        /// It could not be found out.
        NotKnown = "NOT_KNOWN",
    }
}

word! {
    /// Whether a place of education, training or work suits the child, by professional judgement.
    pub enum Suitability {
        /// It does.
        Suitable = "SUITABLE",
        /// It does not.
        Unsuitable = "UNSUITABLE",
        /// Nobody has judged.
        Unknown = "UNKNOWN",
    }
}

word! {
    /// Whose goal it is.
    pub enum GoalOwner {
        /// The child's.
        Child = "CHILD",
        /// A parent's.
        Parent = "PARENT",
        /// Both have it.
        Both = "BOTH",
    }
}
