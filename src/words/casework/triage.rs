//! Words of a decision on a referral.

word! {
    /// What triage does with a referral.
    pub enum TriageOutcome {
        /// Takes it on: a case is opened.
        Accept = "ACCEPT",
        /// Adds it to the case that the child already has.
        AddToOpenCase = "ADD_TO_OPEN_CASE",
        /// Asks those who referred a question.
        RequestInfo = "REQUEST_INFO",
        /// Sends it on to another service.
        Redirect = "REDIRECT",
        /// Does not take it on. Never where a knife was found or a safeguarding concern is open.
        Decline = "DECLINE",
        /// Says that it is the same child and event as another referral.
        Duplicate = "DUPLICATE",
    }
}

word! {
    /// Why a referral was not taken on here.
    pub enum DecisionReason {
        /// The child is younger or older than the service may help.
        AgeOutOfRange = "AGE_OUT_OF_RANGE",
        /// The child lives in another area.
        OutOfArea = "OUT_OF_AREA",
        /// What the child needs has nothing to do with violence.
        NeedNotForThisService = "NEED_NOT_FOR_THIS_SERVICE",
        /// A statutory service works with the child already and its lead has a plan.
        OpenToStatutoryService = "OPEN_TO_STATUTORY_SERVICE",
        /// The child or a parent does not want it.
        ConsentRefused = "CONSENT_REFUSED",
        /// Too little is known after two requests.
        InsufficientInformation = "INSUFFICIENT_INFORMATION",
        /// Another service can meet the need better.
        BetterMetElsewhere = "BETTER_MET_ELSEWHERE",
        /// There is no room now; an alternative is offered, and a manager countersigns.
        NoCapacity = "NO_CAPACITY",
        /// The same child and event as another referral.
        SamePersonAndTrigger = "SAME_PERSON_AND_TRIGGER",
    }
}
