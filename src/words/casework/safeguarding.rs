//! Words of a safeguarding concern.

word! {
    /// What a safeguarding concern is about. None is ever deleted.
    pub enum SafeguardingKind {
        /// A child may be harmed.
        AboutChild = "ABOUT_CHILD",
        /// An adult who works with children may have harmed one. Seen by the team manager and the data protection officer alone.
        AboutAdultWorkingWithChildren = "ABOUT_ADULT_WORKING_WITH_CHILDREN",
        /// A child is being exploited, or may be.
        Exploitation = "EXPLOITATION",
        /// A child is missing.
        Missing = "MISSING",
    }
}
