//! What people wrote: invented sentences, plain and kind to the child who may read them one day. `{child}` is replaced.

use crate::words::{FactorCode, FactorCode as F, Trigger};

/// How an account begins, by what set it off.
pub const fn opening(trigger: Trigger) -> &'static [&'static str] {
    match trigger {
        Trigger::KnifePossession => &[
            "{child} was stopped near the bus station on the way home and a kitchen knife was found in the school bag. \
             {child} said it was there because of threats and was upset to have been found with it.",
            "A member of the public told us of a child with a knife by the play area. {child} was found with a small folding \
             knife, gave it up at once and was taken home to a parent.",
        ],
        Trigger::ArrestNoFurtherAction => &[
            "{child} was arrested after an argument at the shopping centre in which a window was broken. No further action \
             was taken, but the family asked for help.",
        ],
        Trigger::VoluntaryInterview | Trigger::ReleasedUnderInvestigation => &[
            "{child} came in for a voluntary interview with a parent about a fight outside the leisure centre and spoke openly \
             about being pulled into it.",
        ],
        Trigger::CommunityResolution | Trigger::YouthCaution | Trigger::Outcome22 => &[
            "After a fight at the park {child} agreed to put things right with the other family. Everyone thinks that somebody \
             to talk to would help more than anything else.",
        ],
        Trigger::AntisocialBehaviour => &[
            "{child} has been with a group that gathers by the precinct most evenings. Neighbours have complained about noise \
             and things thrown at buses. {child} has not been the one to start it.",
        ],
        Trigger::HospitalAttendance => &[
            "{child} came to the emergency department with a cut hand and bruises after a fight. The story changed twice and \
             {child} was frightened that others would find out.",
            "{child} was brought in by a friend after being punched. The injuries were minor. {child} agreed to speak with the \
             navigator and would like somebody to call.",
        ],
        Trigger::Suspension => &[
            "{child} was suspended for two days after a fight at lunch time. It followed weeks of name-calling online, and \
             {child} says that there was no other way out.",
            "{child} has been suspended for the third time this year, each time for losing control when others crowd around.",
        ],
        Trigger::PermanentExclusion => &[
            "{child} was permanently excluded after bringing something to school that could have hurt others. {child} is at home \
             without lessons and bored, and older young people have begun to call.",
        ],
        Trigger::MissingEpisode => &[
            "{child} was away from home for a night and came back with a new telephone and no explanation. It is the second \
             time since the summer.",
        ],
        Trigger::None => &[
            "We are worried about {child}, who has changed a good deal in the last months: tired, quick to anger, and with new \
             friends whom nobody at home has met.",
            "Staff have noticed that {child} leaves by the back gate to avoid a group of older young people who wait at the \
             front, and has asked twice to be walked to the bus.",
            "{child} told a teaching assistant about being asked to look after a package for somebody and saying no. {child} is \
             scared of what comes next.",
            "{child} has been in three arguments this half term that nearly became fights. {child} is sorry afterwards and \
             would like help with it.",
        ],
    }
}

/// One sentence for a factor, as somebody would write it.
pub const fn about(factor: FactorCode) -> &'static str {
    match factor {
        F::VictimOfViolence => "{child} was hurt by others in the spring and has been wary since.",
        F::PreviousViolence => "{child} has pushed and threatened others when cornered.",
        F::CarriedWeapon => "{child} told us of carrying something for protection, once.",
        F::SubstanceMisuse => "There is a smell of cannabis some mornings, and {child} does not hide it.",
        F::MentalHealth => "{child} sleeps badly and worries a great deal.",
        F::GangAssociation => "{child} is seen with young people whom others are afraid of.",
        F::CriminalExploitation => "{child} has money and a second telephone that the family cannot explain.",
        F::SexualExploitation => "An older person has been sending {child} gifts and messages.",
        F::MissingEpisodes => "{child} has been away from home without anyone knowing where.",
        F::DomesticAbuseAtHome => {
            "There has been shouting and fear at home, and {child} has heard and seen it."
        }
        F::FamilyConflictOrPoorSupervision => "Home is tense at the moment and {child} stays out late.",
        F::PeersInvolvedInViolence => "Several of {child}'s friends have been in fights.",
        F::OnlineConflictOrViolence => "Much of it begins in group chats that go on into the night.",
        F::PersistentAbsence | F::SevereAbsence => "{child} has missed a lot of school since September.",
        F::Suspensions => "{child} has been suspended this year.",
        F::UnmetSpecialNeeds => "{child} needs more help with learning than there is now.",
        F::UnsafeJourneys => "{child} takes a long way home so as not to meet a group at the underpass.",
        F::YoungCarer => "{child} looks after a younger brother most evenings.",
        F::PovertyOrHousing => "The family is in temporary housing and may have to move again.",
        _ => "There is more in the background that {child} may want to tell in person.",
    }
}

/// What was seen or known, for a factor that follows a child for years.
pub const fn evidence(factor: FactorCode) -> &'static str {
    match factor {
        F::GangAssociation => {
            "Seen on two Fridays with the same older group; named by another family. Not known to belong to it."
        }
        F::CriminalExploitation => {
            "Two telephones, new trainers and a train ticket to another town, seen by staff this month."
        }
        F::SexualExploitation => "Messages from an unknown adult were shown to a teacher by {child}.",
        F::PreviousViolence => "Two incidents recorded this year; nobody was badly hurt in either.",
        _ => "Told by {child} to a member of staff; nothing was found.",
    }
}

pub const TRIED: [&str; 6] = [
    "Weekly time with the pastoral lead, a card to leave lessons, and two meetings with the family.",
    "A report card, a change of form group and sessions with the school counsellor.",
    "We spoke with {child} and a parent twice and offered a place at the youth club.",
    "An early help meeting in the spring; the family preferred to wait and see.",
    "Detention and a behaviour contract, which did not help.",
    "Nothing yet beyond talking with {child}.",
];
pub const CHILD_SAYS: [&str; 6] = [
    "{child} says: \"I want it to stop. I do not want to look over my shoulder.\"",
    "{child} would like to play football again and does not want to be seen going to an office.",
    "{child} says that nobody listens until something happens.",
    "{child} says: \"I am fine\", and then talked for an hour.",
    "{child} wants help to stay calm and would meet somebody at school.",
    "{child} did not want to say much today and would rather be asked again.",
];
pub const PARENT_SAYS: [&str; 5] = [
    "Mum is worried and says that she has been asking for help since last year.",
    "Dad thinks that it will pass but would not stand in the way.",
    "The family would like somebody to come to the house in the evening.",
    "Nan, who {child} lives with, is glad that somebody is asking.",
    "The parents agree that help is needed and do not agree on what kind.",
];
pub const COMMUNICATION: [&str; 4] = [
    "Short sentences, one thing at a time, and time to answer.",
    "{child} finds telephone calls hard; messages are better.",
    "Please write down what was agreed; {child} likes to read it again.",
    "Visual timetables help.",
];
pub const ASK: [&str; 4] = [
    "Thank you. Could you tell us how much of school {child} has missed since September, and whether a parent knows that you have \
     written to us?",
    "Before we decide: has anyone spoken with {child} about this, and what did {child} say?",
    "Could you tell us who else works with the family, and whether there is a plan already?",
    "Which evenings are hardest, and is there an adult whom {child} trusts at school?",
];
pub const ANSWER: [&str; 4] = [
    "A parent knows and agrees. Attendance is 81 per cent since September, mostly Mondays and Fridays.",
    "We spoke with {child} on Tuesday. {child} would like to meet somebody, at school rather than at home.",
    "A family support worker visits every other week; she is happy to be called.",
    "The head of year is the person to ask for; {child} goes to see her most days.",
];
pub const FEEDBACK_ACCEPT: [&str; 3] = [
    "Thank you for telling us. We are taking this on; a worker will be named within three working days. Please keep doing what you \
     do with {child}, and ring us if anything changes.",
    "We will work with {child} and the family. Please let {child} know that somebody will be in touch, and tell us of the best time.",
    "This is for us. We will call the family this week. Nothing more is needed from you now.",
];
pub const FEEDBACK_REDIRECT: &str = "Thank you. What {child} needs is better met by {service}, and we have spoken with them: they will \
     call the family. If you hear nothing within five working days, please tell us.";
pub const FEEDBACK_DECLINE: &str = "Thank you for telling us. We are not taking this on now, because {why}. Please go on with the \
     support at school, and write again if anything changes; you will not have to type it all once more.";
pub const FEEDBACK_REPEAT: &str =
    "Thank you. We had heard of the same event and have put your account with it, so that nothing is lost.";
pub const FEEDBACK_NEWS: &str = "Thank you, this matters. It is with the person who works with {child}.";
pub const RATIONALE: [&str; 4] = [
    "Read with the duty worker. Needs and strengths as told; no statutory plan is known.",
    "Spoke with those who referred. The event and what is around it call for this decision.",
    "Looked at earlier contacts: none in the last year. Decided on what is known today.",
    "Discussed at the morning meeting; the manager agrees.",
];
pub const UPDATE: [&str; 3] = [
    "A worker has been named and will introduce herself to {child} next week.",
    "We have met {child} and will go on meeting every week.",
    "The work goes well. Thank you for making a room free on Wednesdays.",
];
pub const MORE: [&str; 3] = [
    "{child} came to us again today and was more settled. We wanted you to know.",
    "There was another argument online at the weekend. We have the screenshots.",
    "{child} has joined the breakfast club since we wrote.",
];
pub const WORRIED: &str = "I am still worried. Since your decision there has been another fight, and {child} did not come to school on \
     two days. Please look at it again.";
pub const WITHDRAW: [&str; 2] = [
    "The family has moved away and the new school has been told.",
    "{child} and the family asked us to wait, and we agreed to look again after half term.",
];
