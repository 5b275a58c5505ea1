//! What workers wrote on cases, tasks and concerns: invented sentences, plain and kind. `{child}` is replaced.

use crate::words::NoteKind;

/// What a note of a kind may say.
pub const fn note(kind: NoteKind) -> &'static [&'static str] {
    match kind {
        NoteKind::Visit => &[
            "Visited at home. {child} was in the kitchen with a parent and showed me the bicycle that they are repairing together. \
             We talked about the week and agreed two small things to try.",
            "Met {child} at home after school. Tired but friendly. Talked about sleep, and about who to sit with at lunch.",
            "Home visit with {child} and a parent. We went through the support plan, and {child} changed the order of the goals.",
        ],
        NoteKind::PhoneCall => &[
            "Rang to say who I am and what we offer. Agreed a first meeting.",
            "Call with a parent about the week. It has been calmer since the group chat was left.",
            "Rang twice. Will try again tomorrow at the time that they said is best.",
        ],
        NoteKind::Message => &[
            "Sent the time and place of our next meeting in the way that is safe.",
            "{child} wrote to say that all is well.",
        ],
        NoteKind::Meeting => &[
            "Meeting at school with the head of year. A quiet place at lunch time is agreed, and {child} knows about it.",
            "Met with school and family support. Everyone does one thing; we look again in four weeks.",
        ],
        NoteKind::Session => &[
            "Session about what happens in the body before anger. {child} drew it and explained it back to me.",
            "We practised ways to walk away and keep face. {child} had good ideas and made me laugh.",
            "Boxing club with the mentor. {child} stayed to help to put things away.",
            "Talked about friends, and about what a friend would not ask for.",
        ],
        NoteKind::Supervision => &[
            "Supervision: what works is the regular time on Wednesdays. Keep going; look at the plan again next month.",
        ],
        NoteKind::ChildView => {
            &["{child} says that it helps to talk while walking, and that the school gate feels safer now."]
        }
        NoteKind::ParentView => {
            &["A parent says that mornings are easier and that {child} talks more at home."]
        }
        NoteKind::Other => {
            &["Looked through what school sent: attendance is a little better this half term."]
        }
    }
}

pub const EARLIER: &str = "Visited at home. {child} was out; spoke with a parent about the week.";
pub const WHY_AMENDED: &str = "I had written this on the wrong day's page and have put in what was seen.";
pub const TASKS: [&str; 10] = [
    "Ring the family",
    "Visit at home",
    "Ask school for attendance since half term",
    "Write the support plan with the child",
    "Look at the plan again",
    "Meet the head of year",
    "Book the room for Wednesday",
    "Ask about a place with the mentor",
    "Send what was agreed to the family",
    "Supervision: bring this case",
];
pub const CONCERNS: [&str; 4] = [
    "{child} told me today of being hit by an adult at home on Sunday. There is a mark on the arm. I have not asked more.",
    "{child} says that somebody older waits outside and wants a debt paid. {child} is afraid to go home alone.",
    "{child} has not been seen since yesterday evening and does not answer. The family has told the police.",
    "{child} described things at home that sound as if a younger child is left alone in the evenings.",
];
pub const CONCERN_OUTCOME: [&str; 2] = [
    "The front door has opened an assessment; a social worker visited the same day. {child} was told what happens next.",
    "Talked through with the front door: early help goes on, and school keeps an eye on it. {child} feels safe at present.",
];
pub const CONCERN_ADULT: &str = "A member of staff is said to have given a child lifts home alone and to have asked the child not to \
     tell. I have not spoken with the person.";
pub const ALERT_TWO: &str = "Visit in pairs: an adult in the home was angry with a visitor in the spring.";
pub const ALERT_DOG: &str = "A large dog; ring before coming so that it can be put in the garden.";
pub const ALERT_EXPLOITED: &str = "Others may be watching the telephone. Do not send details by message.";
pub const ALERT_ORDER: &str =
    "A non-molestation order is in force. The address is not to be given to the other parent.";
pub const ALERT_ALLERGY: &str = "Nut allergy; carries an adrenaline pen.";
pub const ALERT_SELF_HARM: &str =
    "May hurt themselves when upset. The safety plan is with school and family.";
pub const EXIT: &str = "What worked: time with one person, every week. {child} goes on with the club on Thursdays and knows whom to \
     ring. School keeps the quiet place. We look again in six months.";
pub const CLOSED: [&str; 3] = [
    "The goals that {child} set are met.",
    "The plan was carried out as far as it could be; {child} knows the way back to us.",
    "We could not keep in touch in spite of several ways of trying.",
];
/// Goals as children and parents put them.
pub const GOALS: [&str; 10] = [
    "Be in every lesson for a whole week",
    "Find something to do on Friday evenings that is not the park",
    "Stop and count before I answer back",
    "Get a place on the motor vehicle course",
    "Sleep before midnight on school nights",
    "Talk with mum without it ending in shouting",
    "Go home another way, with a friend",
    "Say no when they ask me to hold things",
    "Come back to the football club",
    "Make it up with my teacher",
];
