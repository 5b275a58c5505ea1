//! What is said beside figures: what each counts, what is promised about them, and how to read them. After `docs/figures.md`.

/// What is promised, in the words of the partnership's rule.
pub const NOTE: &str = "Numbers are of children, rounded to a multiple of 5 by chance that stays the same; 0 to 4 is one answer, and rows do not \
                    add up to totals. No exact count of 1 to 4 can be computed from what we publish by bounds, sums or averaging over \
                    the questions allowed. A change between releases says that 5 or more children changed. Who already knows all \
                    children but one is not kept out.";

/// What contacts are.
pub const CONTACTS: &str = "People whom sessions count and do not name, each as often as they came. They are no children of the other figures and are \
     in none of them; told to the nearest 5.";

/// What each figure counts, by its heading.
pub const DEFINITIONS: [(&str, &str); 17] = [
    (
        "Referred",
        "Children of whom a referral was decided in the time; in rows of programmes, those with a place in it.",
    ),
    ("Accepted", "Children of whom a referral was accepted, or added to an open case."),
    ("Declined", "Children of whom a referral was not taken on."),
    ("Redirected", "Children of whom a referral was sent on to another service."),
    ("Withdrawn", "Children of whom a referral was withdrawn."),
    ("Referred again", "Children who came again within 12 months after a decision."),
    ("Decided in time", "Decided by the day on which it was due, pauses taken off, of those decided."),
    (
        "Contacted in time",
        "Somebody tried to reach the family within 5 working days of acceptance, of those for whom that time has passed.",
    ),
    (
        "Plan in time",
        "A plan was agreed within 20 working days of allocation, of those for whom that time has passed.",
    ),
    ("Enrolled", "Children whose place in a programme was accepted in the time."),
    ("Started", "Children who came to a first session in the time."),
    ("Completed", "Of those who started in the time: who completed."),
    (
        "Left early",
        "Of those who started in the time: who stopped coming, or whose place was ended by us; the two are told where both are large enough.",
    ),
    (
        "Sessions attended",
        "Sessions attended, of those to which the children who started were expected; in steps of 5 per cent.",
    ),
    ("Median wait", "Working days from acceptance to the first session offered, once a case."),
    (
        "Measured before and after",
        "The same child, informant and version before and after. Missing after: the end was 10 working days ago and there is \
         no score after.",
    ),
    (
        "Effect size (g)",
        "Hedges' g of the paired change, after less before, in standard deviations before, with its 95 % interval; the noise of \
         the protection is counted in. Reliably better or worse after Jacobson and Truax (1991).",
    ),
];

/// How to read figures, for managers.
pub const READING: [&str; 8] = [
    "A figure counts children, each once, whatever the number of referrals and enrolments. A child can be in several programmes, \
     quarters or areas; so rows need not add up to the total. Each figure is rounded by itself besides.",
    "A count is told in fives. \"25\" stands for some number from 21 to 29.",
    "\"0 to 4\" is one answer. It does not say whether anybody was there. \"not run here\" says that nobody could be.",
    "\"not shown\": a figure over both councils where one council's part is too small, or a part of a whole that is too small. \
     \"counted with no reliable change\": a part too small that was put together with that one.",
    "\"too few to say\": a percentage, mean, effect size or wait of fewer than 10 published children, or of a number that is not \
     told.",
    "A figure that did not change since last week need not mean that nobody came: it stays until 5 different children entered \
     or left.",
    "Percentages, means and waits are computed from rounded figures and sums with noise. Of ten children a mean is rough.",
    "What changed from start to end describes. Children are usually measured first when things are at their worst and are \
     nearer to the average later, whatever is done (regression to the mean). No figure here says that a programme caused a \
     change.",
];
