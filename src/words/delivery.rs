//! Words of the wing `delivery`: what programmes there are, who has a place, and who was there.

word! {
    /// What the partnership funds: teaching in schools, help for a child, skills for staff.
    pub enum Strand {
        /// Teaching in schools: about knives, violence, relationships.
        Education = "EDUCATION",
        /// Help for a child, before anything worse happens.
        EarlyIntervention = "EARLY_INTERVENTION",
        /// Skills for those who work with children.
        ProfessionalTraining = "PROFESSIONAL_TRAINING",
    }
}

word! {
    /// How a programme is run.
    pub enum DeliveryMode {
        /// One worker with one child.
        OneToOne = "ONE_TO_ONE",
        /// A group of children.
        Group = "GROUP",
        /// A child with those at home.
        Family = "FAMILY",
        /// A class of a school.
        SchoolClass = "SCHOOL_CLASS",
        /// In the streets and parks where young people are.
        Detached = "DETACHED",
        /// By video or messages.
        Online = "ONLINE",
        /// A course for staff.
        Training = "TRAINING",
        /// A campaign for everyone in a place.
        Campaign = "CAMPAIGN",
    }
}

word! {
    /// What is counted. NAMED children are enrolled; COUNTED contacts and PLACES are never added to them.
    pub enum Reach {
        /// Children who are enrolled.
        Named = "NAMED",
        /// Contacts that are counted and not named.
        Counted = "COUNTED",
        /// Places: sites, hours of patrol.
        Place = "PLACE",
    }
}

word! {
    /// How much less violence there was where an approach was tested, by the Toolkit of the Youth Endowment Fund: HIGH 30 % or
    /// more, MODERATE 10 to 30 %, LOW 2 to 9 %.
    pub enum EvidenceBand {
        /// 30 % or more.
        High = "HIGH",
        /// 10 to 30 %.
        Moderate = "MODERATE",
        /// 2 to 9 %.
        Low = "LOW",
        /// Tests do not show that it lessens violence.
        NoClearEvidence = "NO_CLEAR_EVIDENCE",
        /// There was more violence.
        Harmful = "HARMFUL",
        /// The Toolkit has no figure for it, or it has not been loaded here.
        NotRated = "NOT_RATED",
    }
}

word! {
    /// Where one run of a programme stands.
    pub enum OfferingStatus {
        /// Being written; only those who run or fund it see it.
        Draft = "DRAFT",
        /// Takes children, also after it has begun.
        Open = "OPEN",
        /// Takes nobody any more and has not begun.
        Closed = "CLOSED",
        /// Takes nobody any more and is going on.
        Running = "RUNNING",
        /// Its last day has passed.
        Finished = "FINISHED",
        /// Will not take place.
        Cancelled = "CANCELLED",
    }
}

word! {
    /// What those who run an offering say of it. With the days this becomes its status.
    pub enum OfferingSetting {
        /// Being written.
        Draft = "DRAFT",
        /// Takes children.
        Open = "OPEN",
        /// Takes nobody any more.
        Closed = "CLOSED",
        /// Will not take place.
        Cancelled = "CANCELLED",
    }
}

word! {
    /// Whether it could take a child now.
    pub enum AvailabilityAnswer {
        /// A place is free and nobody waits for it.
        Yes = "YES",
        /// There is a waiting list.
        Wait = "WAIT",
        /// It takes nobody.
        No = "NO",
    }
}

word! {
    /// How many places are left, as those hear who neither run nor allocate. FEW is 1 to 4, SOME 5 or more.
    pub enum PlacesBand {
        /// None.
        None = "NONE",
        /// 1 to 4.
        Few = "FEW",
        /// 5 or more.
        Some = "SOME",
    }
}

impl PlacesBand {
    /// From so many places on the band is SOME; api.graphql.
    pub const SOME_FROM: i32 = 5;
}

word! {
    /// The order of what is available.
    pub enum AvailabilityOrder {
        /// What begins first, first; what goes on already counts as beginning today.
        Soonest = "SOONEST",
        /// Those with places left first, by the band; then what begins first.
        MostPlaces = "MOST_PLACES",
        /// The strongest evidence first; then what begins first.
        StrongestEvidence = "STRONGEST_EVIDENCE",
    }
}

word! {
    /// Where a child's place, or wish for one, stands.
    pub enum EnrolmentStatus {
        /// On the waiting list.
        Waitlisted = "WAITLISTED",
        /// A place is held until the offer expires.
        Offered = "OFFERED",
        /// The child has said yes; nothing has been attended yet.
        Accepted = "ACCEPTED",
        /// The child has been to a session.
        Started = "STARTED",
        /// Enough was attended and the end was reached.
        Completed = "COMPLETED",
        /// The child has said no.
        Declined = "DECLINED",
        /// Nobody answered in time; the child is on the waiting list again, with the old date.
        Lapsed = "LAPSED",
        /// It was accepted and never begun.
        NotStarted = "NOT_STARTED",
        /// The child stopped coming.
        Withdrew = "WITHDREW",
        /// The place was ended by us.
        Removed = "REMOVED",
    }
}

impl EnrolmentStatus {
    /// Those in which a child waits for a place or has one: one at a time for each child and offering.
    pub const OPEN: [Self; 4] = [Self::Waitlisted, Self::Offered, Self::Accepted, Self::Started];

    /// Those in which a place is held for a child or taken.
    pub const HAS_A_PLACE: [Self; 3] = [Self::Offered, Self::Accepted, Self::Started];

    /// Whether a place is taken for good.
    #[must_use]
    pub const fn takes_a_place(self) -> bool {
        matches!(self, Self::Accepted | Self::Started)
    }
}

word! {
    /// What a session's register says of a child.
    pub enum AttendanceMark {
        /// Was there.
        Present = "PRESENT",
        /// Was there, more than 10 minutes late; counts as present.
        Late = "LATE",
        /// Stayed away for a reason that was agreed.
        AuthorisedAbsence = "AUTHORISED_ABSENCE",
        /// Did not come.
        Missed = "MISSED",
        /// Depends on somebody to bring them, and nobody did.
        WasNotBrought = "WAS_NOT_BROUGHT",
        /// The child or the family cancelled, 24 hours or more before. Who marks says so: when they rang is not known here, since
        /// `at` tells when the mark was made. It counts as expected, and not as a miss.
        CancelledByChild = "CANCELLED_BY_CHILD",
        /// We cancelled; it does not count.
        CancelledByProvider = "CANCELLED_BY_PROVIDER",
        /// Sent home for safety; it does not count.
        StoodDown = "STOOD_DOWN",
        /// Not expected that day; it does not count.
        NotExpected = "NOT_EXPECTED",
    }
}

impl AttendanceMark {
    /// Whether the child was there.
    #[must_use]
    pub const fn attended(self) -> bool {
        matches!(self, Self::Present | Self::Late)
    }

    /// Whether the child was expected and stayed away with no word before.
    #[must_use]
    pub const fn missed(self) -> bool {
        matches!(self, Self::Missed | Self::WasNotBrought)
    }

    /// Whether it counts: domain.md section 7, (P + L) / (P + L + A + D + C).
    #[must_use]
    pub const fn counts(self) -> bool {
        !matches!(self, Self::CancelledByProvider | Self::StoodDown | Self::NotExpected)
    }
}
