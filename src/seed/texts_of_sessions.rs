//! What stands in registers and session notes. Invented, and written so that a child may read it one day.

/// Why an absence was agreed.
pub const ABSENCES: [&str; 6] = [
    "At the dentist.",
    "Mock exam that afternoon.",
    "Ill, the school rang before.",
    "Family visit, told us last week.",
    "Meeting at school at the same time.",
    "Hospital appointment.",
];

/// Why a session was cancelled.
pub const CANCELLATIONS: [&str; 4] =
    ["Worker ill.", "The heating is broken.", "The hall is needed for the election.", "Snow on the roads."];

/// What was done, how they were, what is next.
pub const NOTES: [&str; 12] = [
    "We walked by the canal and talked about the week. Calm, laughed twice. Next: the college open day.",
    "Practised stopping before answering back. Tried it three times. Next: at home with the older brother.",
    "Came tired, slept little. We kept it short and had toast. Next: a call on Thursday.",
    "Boxing pads and a talk about winning and losing. Helped a younger one with the gloves.",
    "Filled in the form for the barber course together. Proud of it. Next: post it.",
    "Quiet at first. Said that school is going better in the mornings. Next: tell the form tutor.",
    "Cooked pasta for everyone. Showed the others how. Next: choose a recipe.",
    "Talked about the way home and which streets feel safe. We made a map. Next: walk it together.",
    "Played chess and lost without a word. That is new. Next: a tournament in the group.",
    "Brought a drawing. We hung it up. Wants to come twice a week.",
    "Worried about a friend. We looked at whom to tell and told them together.",
    "Planned the summer: swimming, and a week with the uncle. Next: the swimming pass.",
];
