//! The stories: each child from the first referral on, until now.

use chrono::{DateTime, Days, TimeDelta, Utc};

use super::{
    accounts, cases,
    children::{self, Child},
    concerns,
    consents::Answers,
    edges,
    plans::{Again, First, Plan, Quirk},
    queue,
    sending::{self, Sent, some_time},
    teller::Teller,
    texts,
    triage::{self, Decided},
    world::Member,
};
use crate::{
    domain::{
        casework::referral_clocks,
        record::calendar::{Calendar, local_date},
    },
    entity::casework::referral,
    platform::error::Result,
    words::{DecisionReason, JobKind, MessageKind, ReferralSource, TriageOutcome, Trigger, Urgency},
};

impl Teller<'_> {
    /// Tells one child's story.
    pub fn tell(&mut self, plan: Plan) -> Result<()> {
        match plan.first {
            First::Waiting(waiting) => queue::wait(self, waiting, plan.council),
            First::Accepted => self.accepted(plan),
            _ => self.not_accepted(plan),
        }
    }

    fn officer(&mut self, child: &Child) -> Member {
        let triage = &self.world.service(child.council).triage;
        self.dice.pick(triage).clone()
    }

    /// The last day for a first referral that is decided by now.
    fn latest(&self, working_days: u32) -> chrono::NaiveDate {
        Calendar::england().subtract_working_days(self.world.today, working_days)
    }

    fn accepted(&mut self, plan: Plan) -> Result<()> {
        let world = self.world;
        let (fixed, case) = edges::fixed(plan.quirk, world, &self.twin);
        let latest = match plan.again {
            Again::Return => world.today - Days::new(425),
            Again::Nothing if case.fresh.is_some() => self.latest(2),
            Again::Nothing if !case.active => self.latest(4),
            _ => world.today - Days::new(if case.active { 75 } else { 30 }),
        };
        let at = if case.fresh.is_some() {
            self.dice.time_on(latest, 9, 11)
        } else if case.active {
            let day = self.dice.days_before(latest, 1, 60);
            self.dice.time_on(Calendar::england().working_day_after(day), 8, 17)
        } else {
            some_time(&mut self.dice, world.now, latest)
        };
        let child = children::make(self.desk(), plan.council, at, &fixed, 1.0)?;
        if plan.quirk == Some(Quirk::TwinFirst) {
            self.twin.twin = Some((child.family.clone(), child.born, child.home, child.school));
        }
        let sent = self.send(&child, plan, at, &fixed);
        let mut referral = sending::write(self.desk(), &child, &sent)?;
        let officer = self.officer(&child);
        let case = self.accept(&child, &sent, &mut referral, (&officer, case))?;
        match plan.again {
            Again::Nothing => {}
            Again::News => self.news(&child, case)?,
            Again::Repeat => self.repeat(plan, &child, &sent, &referral)?,
            Again::Return => self.come_back(&child, case)?,
        }
        edges::plant(self, plan.quirk, &child, case)?;
        self.rows.referrals.push(referral);
        Ok(())
    }

    fn send(&mut self, child: &Child, plan: Plan, at: DateTime<Utc>, fixed: &children::Fixed) -> Sent {
        let world = self.world;
        let same_day = plan.quirk == Some(Quirk::SameDaySchoolAndPolice);
        let from = if same_day {
            sending::from_source(world, &mut self.dice, child, ReferralSource::School)
        } else {
            sending::from_somebody(world, &mut self.dice, child)
        };
        let mut sent = sending::draw(world, &mut self.dice, child, from, at);
        if plan.again == Again::Repeat && sent.triggered_on.is_none() {
            sent.trigger = Trigger::AntisocialBehaviour;
            sent.triggered_on = Some(local_date(at));
        }
        sent.not_told = fixed.not_told;
        sent
    }

    /// Taken, sometimes asked about, accepted; the case and what is said afterwards.
    fn accept(
        &mut self,
        child: &Child,
        sent: &Sent,
        referral: &mut referral::Model,
        (officer, fixed): (&Member, cases::Fixed),
    ) -> Result<usize> {
        let feedback = accounts::one_of(&mut self.dice, &texts::FEEDBACK_ACCEPT, child);
        let pathway = triage::pathway(&mut self.dice, sent.from.source, sent.trigger);
        let decided = Decided { pathway: Some(pathway), ..Decided::new(TriageOutcome::Accept, feedback) };
        self.decided(child, sent, referral, (officer, &decided))?;
        let team = self.team;
        let case = cases::live(self.desk(), (child, referral, pathway), (officer, team), fixed)?;
        if self.dice.percent(8.0) {
            let case = self.rows.cases[case].id;
            concerns::on_case(self.desk(), child, case)?;
        }
        if self.dice.percent(12.0) {
            edges::alert(self.desk(), child, referral.submitted_at, officer)?;
        }
        self.afterwards(child, sent, referral, officer)?;
        Ok(case)
    }

    /// From sending to decision.
    fn decided(
        &mut self,
        child: &Child,
        sent: &Sent,
        referral: &mut referral::Model,
        (officer, decided): (&Member, &Decided),
    ) -> Result<()> {
        let service = self.world.service(child.council);
        let (mut from, mut urgency) = (sent.at, sent.urgency);
        if self.dice.percent(13.0) && local_date(sent.at) < self.latest(11) {
            let asked = self.dice.after(sent.at, 0, 1);
            triage::ask(self.desk(), referral, child, (service.id, officer, asked))?;
            from = self.dice.after(asked, 1, 4);
            triage::answer(self.desk(), referral, child, (&sent.from.person, from))?;
            // What the answer did not take is left of the clock.
            urgency = Urgency::Immediate;
        }
        let due = triage::decision_time(&mut self.dice, from, urgency);
        let at = self.world.no_later(due).max(from + TimeDelta::minutes(2));
        let taken = triage::taken_before(&mut self.dice, from, at);
        triage::take(self.desk(), referral, officer, taken);
        triage::decide(self.desk(), referral, (service, officer, at), decided)
    }

    /// Words that pass once the work goes on.
    fn afterwards(
        &mut self,
        child: &Child,
        sent: &Sent,
        referral: &referral::Model,
        officer: &Member,
    ) -> Result<()> {
        let decided = referral.decided_at.unwrap_or(sent.at);
        let service = self.world.service(child.council).id;
        for (percent, kind, words) in
            [(34.0, MessageKind::Update, &texts::UPDATE), (14.0, MessageKind::Information, &texts::MORE)]
        {
            let at = self.dice.after(decided, 4, 15);
            if at > self.world.now || !self.dice.percent(percent) {
                continue;
            }
            let text = accounts::one_of(&mut self.dice, words, child);
            let (from, by) = match kind {
                MessageKind::Update => (service, officer),
                _ => (sent.from.organisation, &sent.from.person),
            };
            triage::message(self.desk(), referral, kind, (at, from, by), text)?;
        }
        Ok(())
    }

    fn not_accepted(&mut self, plan: Plan) -> Result<()> {
        let world = self.world;
        let latest = match plan.first {
            First::NoAnswer => self.latest(30),
            _ => self.latest(6),
        };
        let at = match plan.first {
            First::RedirectOpen | First::Challenged => {
                let days = u32::try_from(self.dice.between(4, 9)).unwrap_or(5);
                let day = Calendar::england().subtract_working_days(world.today, days);
                self.dice.time_on(day, 9, 16)
            }
            _ => some_time(&mut self.dice, world.now, latest),
        };
        let child = children::make(self.desk(), plan.council, at, &children::Fixed::default(), 0.7)?;
        let mut from = sending::from_somebody(world, &mut self.dice, &child);
        if plan.first == First::Challenged {
            from = sending::from_source(world, &mut self.dice, &child, ReferralSource::School);
        }
        let mut sent = sending::draw(world, &mut self.dice, &child, from, at);
        // A child found with a knife is never declined.
        while sent.trigger == Trigger::KnifePossession {
            sent = sending::draw(world, &mut self.dice, &child, sent.from, at);
        }
        let mut referral = sending::write(self.desk(), &child, &sent)?;
        let officer = self.officer(&child);
        match plan.first {
            First::Withdrawn => {
                let when = world.no_later(self.dice.after(at, 0, 2));
                triage::withdraw(self.desk(), &mut referral, &child, when, &sent.from.person)?;
            }
            First::NoAnswer => self.never_answered(&child, &sent, &mut referral, &officer)?,
            First::Redirected | First::RedirectOpen => {
                let left_open = plan.first == First::RedirectOpen;
                let decided = Decided { left_open, ..triage::redirect(&mut self.dice, &child) };
                self.decided(&child, &sent, &mut referral, (&officer, &decided))?;
                if let Some(at) = referral.decided_at.filter(|_| left_open) {
                    let due_at = referral_clocks::redirect_chase_at(at, Calendar::england());
                    self.job(JobKind::RedirectUnconfirmed, referral.id.uuid(), due_at);
                }
            }
            _ => {
                let because =
                    (plan.first == First::Challenged).then_some(DecisionReason::NeedNotForThisService);
                let decided = triage::decline(&mut self.dice, &child, because);
                self.decided(&child, &sent, &mut referral, (&officer, &decided))?;
                self.still_worried(plan, &child, &sent, &mut referral)?;
            }
        }
        self.rows.referrals.push(referral);
        Ok(())
    }

    /// Asked, answered in part, asked again, and no answer came.
    fn never_answered(
        &mut self,
        child: &Child,
        sent: &Sent,
        referral: &mut referral::Model,
        officer: &Member,
    ) -> Result<()> {
        let service = self.world.service(child.council);
        let asked = self.dice.after(sent.at, 0, 1);
        triage::ask(self.desk(), referral, child, (service.id, officer, asked))?;
        let answered = self.dice.after(asked, 1, 4);
        triage::answer(self.desk(), referral, child, (&sent.from.person, answered))?;
        let again = self.dice.after(answered, 0, 1);
        triage::ask(self.desk(), referral, child, (service.id, officer, again))?;
        let at = self.dice.after(again, 5, 6);
        let decided = triage::decline(&mut self.dice, child, Some(DecisionReason::InsufficientInformation));
        triage::decide(self.desk(), referral, (service, officer, at), &decided)
    }

    fn still_worried(
        &mut self,
        plan: Plan,
        child: &Child,
        sent: &Sent,
        referral: &mut referral::Model,
    ) -> Result<()> {
        let decided = referral.decided_at.unwrap_or(sent.at);
        if plan.first == First::Challenged {
            let yesterday = Calendar::england().subtract_working_days(self.world.today, 1);
            let at = self.dice.time_on(yesterday, 9, 16).max(decided + TimeDelta::hours(1));
            let at = self.world.no_later(at);
            triage::challenge(self.desk(), referral, child, (&sent.from.person, at))?;
            let due_at = referral_clocks::challenge_due_at(at, Calendar::england());
            self.job(JobKind::ChallengeUnanswered, referral.id.uuid(), due_at);
            return Ok(());
        }
        let (at, answered) = (self.dice.after(decided, 1, 3), self.dice.after(decided, 4, 5));
        if self.dice.percent(9.0) && answered < self.world.now {
            triage::challenge(self.desk(), referral, child, (&sent.from.person, at))?;
            referral.challenge_answered_at = Some(answered);
            let service = self.world.service(child.council);
            let text = "I have read it again and spoken with the head of year. Our decision stands, and here is why: others help \
                        already. Please ring me at any time."
                .to_owned();
            triage::message(
                self.desk(),
                referral,
                MessageKind::Update,
                (answered, service.id, &service.manager),
                text,
            )?;
        }
        Ok(())
    }

    /// Somebody else tells of the same child while a case is open.
    fn news(&mut self, child: &Child, case: usize) -> Result<()> {
        let case = self.rows.cases[case].clone();
        let until = case.closed_at.unwrap_or(self.world.now) - TimeDelta::days(4);
        let span = (until - case.opened_at).num_hours().max(48);
        let hours = i64::from(self.dice.between(24, i32::try_from(span).unwrap_or(48)));
        let day = Calendar::england()
            .working_day_after(local_date(case.opened_at + TimeDelta::hours(hours)) - Days::new(1));
        let at = self.dice.time_on(day, 8, 16).min(until).max(case.opened_at + TimeDelta::hours(1));
        let from = sending::from_somebody(self.world, &mut self.dice, child);
        let sent = sending::draw(self.world, &mut self.dice, child, from, at);
        let mut referral = sending::write(self.desk(), child, &sent)?;
        let officer = self.officer(child);
        let decided = Decided::new(TriageOutcome::AddToOpenCase, accounts::of(texts::FEEDBACK_NEWS, child));
        self.decided(child, &sent, &mut referral, (&officer, &decided))?;
        referral.case_id = Some(case.id);
        self.rows.referrals.push(referral);
        Ok(())
    }

    /// Somebody tells of the same event within a few days.
    fn repeat(&mut self, plan: Plan, child: &Child, first: &Sent, original: &referral::Model) -> Result<()> {
        let same_day = plan.quirk == Some(Quirk::SameDaySchoolAndPolice);
        let at = if same_day { first.at + TimeDelta::minutes(95) } else { self.dice.after(first.at, 1, 3) };
        let source = match first.from.source {
            ReferralSource::Police => ReferralSource::School,
            same if !same_day && self.dice.percent(25.0) => same,
            _ => ReferralSource::Police,
        };
        let from = sending::from_source(self.world, &mut self.dice, child, source);
        let sent = Sent { from, at, ..first.clone() };
        let mut referral = sending::write(self.desk(), child, &sent)?;
        let officer = self.officer(child);
        let decided = Decided {
            reason: Some(DecisionReason::SamePersonAndTrigger),
            ..Decided::new(TriageOutcome::Duplicate, texts::FEEDBACK_REPEAT.to_owned())
        };
        self.decided(child, &sent, &mut referral, (&officer, &decided))?;
        referral.duplicate_of_id = Some(original.id);
        referral.case_id = original.case_id;
        self.rows.repeats.push(referral);
        Ok(())
    }

    /// The child is referred again after the work had ended.
    fn come_back(&mut self, child: &Child, case: usize) -> Result<()> {
        let case = self.rows.cases[case].clone();
        let closed = case.closed_at.unwrap_or(case.opened_at);
        let day = local_date(closed) + Days::new(u64::try_from(self.dice.between(15, 90)).unwrap_or(30));
        let at = self.dice.time_on(Calendar::england().working_day_after(day), 8, 17);
        let from = sending::from_somebody(self.world, &mut self.dice, child);
        let sent = sending::draw(self.world, &mut self.dice, child, from, at);
        let mut referral = sending::write(self.desk(), child, &sent)?;
        let officer = self.officer(child);
        let fixed =
            cases::Fixed { previous: Some(case.id), answers: Answers::Agreed, ..cases::Fixed::default() };
        self.accept(child, &sent, &mut referral, (&officer, fixed))?;
        self.rows.referrals.push(referral);
        Ok(())
    }
}
