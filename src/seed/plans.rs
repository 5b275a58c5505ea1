//! What becomes of the referrals of 780 children, dealt like a deck of cards, so that the counts are always the recipe's.
//!
//! 900 referrals: 540 open a case, 72 are news on an open one, 112 are sent on, 109 declined, 27 are repeats, 16 withdrawn,
//! and 24 wait at this moment.

use super::{dice::Dice, world::Council};

/// What becomes of a child's first referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// A case is opened.
    Accepted,
    /// It is sent on.
    Redirected,
    /// It was sent on lately, and nobody has confirmed it.
    RedirectOpen,
    /// It is not taken on.
    Declined,
    /// It was not taken on lately, and those who referred are still worried.
    Challenged,
    /// It is not taken on because a second question was never answered.
    NoAnswer,
    /// Those who referred take it back.
    Withdrawn,
    /// It waits now.
    Waiting(Waiting),
}

/// What else comes for the same child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Nothing.
    Nothing,
    /// News while the case is open.
    News,
    /// The same event, told by somebody else.
    Repeat,
    /// A new referral after the case has closed.
    Return,
}

/// How a referral waits now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// It came in a moment ago, from the school that signs in.
    JustIn,
    /// It came in this morning.
    ThisMorning,
    /// A child was found with a knife yesterday.
    Knife,
    /// The officer who signs in has taken it.
    Taken,
    /// Somebody else has taken it.
    TakenByAnother,
    /// Nobody has decided it in time.
    Overdue,
    /// A question waits for the school that signs in.
    Asked,
    /// A question waits and its date has passed.
    AskedLong,
    /// Those who were asked have answered.
    Answered,
    /// A decision waits for the manager.
    Countersign,
    /// A child was in danger this hour, and the front door was called.
    Immediate,
    /// Nobody knows where the child lives: both services see it.
    BothServices,
}

/// What is out of the ordinary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quirk {
    TwinFirst,
    TwinSecond,
    OneName,
    OtherScript,
    Turning18,
    BirthDateCorrected,
    ConsentWithdrawn,
    ChildAlone,
    SecretAddress,
    StaffRelative,
    SchoolClosed,
    AboutAdult,
    ParentNotTold,
    SameDaySchoolAndPolice,
    OpenedInError,
    JustAgreed,
    JustOpened,
}

/// One child's story in outline.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub first: First,
    pub again: Again,
    pub quirk: Option<Quirk>,
    pub council: Council,
}

const WAITING: [Waiting; 12] = [
    Waiting::JustIn,
    Waiting::ThisMorning,
    Waiting::Knife,
    Waiting::Taken,
    Waiting::TakenByAnother,
    Waiting::Overdue,
    Waiting::Asked,
    Waiting::AskedLong,
    Waiting::Answered,
    Waiting::Countersign,
    Waiting::Immediate,
    Waiting::BothServices,
];
const QUIRKS: [Quirk; 14] = [
    Quirk::TwinFirst,
    Quirk::TwinSecond,
    Quirk::OneName,
    Quirk::OtherScript,
    Quirk::Turning18,
    Quirk::BirthDateCorrected,
    Quirk::ConsentWithdrawn,
    Quirk::ChildAlone,
    Quirk::SecretAddress,
    Quirk::StaffRelative,
    Quirk::SchoolClosed,
    Quirk::AboutAdult,
    Quirk::ParentNotTold,
    Quirk::OpenedInError,
];
/// First referrals: how many of each, with those who wait 780.
const FIRST: [(First, usize); 7] = [
    (First::Accepted, 519),
    (First::Redirected, 108),
    (First::RedirectOpen, 4),
    (First::Declined, 73),
    (First::Challenged, 2),
    (First::NoAnswer, 34),
    (First::Withdrawn, 16),
];
/// Of those whose case was opened: how many come again, and how.
const AGAIN: [(Again, usize); 3] = [(Again::Return, 21), (Again::News, 72), (Again::Repeat, 27)];
/// Cases that were opened just now and wait for their worker.
const JUST_NOW: usize = 12;
/// Of a hundred children so many live in Swindon.
const SWINDON: f64 = 48.0;

/// Deals 780 stories.
pub fn deal(dice: &mut Dice) -> Vec<Plan> {
    let council = |dice: &mut Dice| if dice.percent(SWINDON) { Council::Swindon } else { Council::Wiltshire };
    let mut plans = Vec::new();
    for (first, count) in FIRST {
        for n in 0..count {
            // Of the few that are open now each council has its own.
            let council = match first {
                First::RedirectOpen | First::Challenged => [Council::Swindon, Council::Wiltshire][n % 2],
                _ => council(dice),
            };
            plans.push(Plan { first, again: Again::Nothing, quirk: None, council });
        }
    }
    let again = AGAIN.into_iter().flat_map(|(again, count)| std::iter::repeat_n(again, count));
    for (plan, again) in plans.iter_mut().zip(again) {
        plan.again = again;
    }
    let ordinary = plans.iter_mut().filter(|plan| plan.again == Again::Nothing);
    for (plan, quirk) in ordinary.zip(QUIRKS) {
        plan.quirk = Some(quirk);
        plan.council = if quirk == Quirk::OtherScript { Council::Wiltshire } else { Council::Swindon };
    }
    let ordinary = plans.iter_mut().filter(|plan| plan.again == Again::Nothing && plan.quirk.is_none());
    for (n, plan) in ordinary.take(JUST_NOW).enumerate() {
        plan.quirk = Some([Quirk::JustAgreed, Quirk::JustOpened][n / 2 % 2]);
        plan.council = [Council::Swindon, Council::Wiltshire][n % 2];
    }
    // One of the repeats is the one of the same day from a school and the police.
    if let Some(plan) = plans.iter_mut().find(|plan| plan.again == Again::Repeat) {
        plan.quirk = Some(Quirk::SameDaySchoolAndPolice);
        plan.council = Council::Swindon;
    }
    for council in [Council::Swindon, Council::Wiltshire] {
        let waiting = WAITING.into_iter().map(First::Waiting);
        plans.extend(waiting.map(|first| Plan { first, again: Again::Nothing, quirk: None, council }));
    }
    plans
}
