//! When the runs meet, who was there, and what was written: as the operations would have left it. Recipe 7 of domain.md section
//! 15: present 66, late 6, absence agreed 9, missed 13, cancelled by the child 4 and by the provider 2 of a hundred.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};

use super::{
    programmes::Run,
    teller::Teller,
    texts_of_sessions::{ABSENCES, CANCELLATIONS, NOTES},
    world::Programme,
};
use crate::{
    domain::{
        delivery::session_rules::one_at_a_time,
        record::{
            calendar::{Calendar, instant_of, local_date},
            school_days::{SchoolDay, SchoolDays},
        },
    },
    entity::delivery::{
        attendance::{self, MarkWords},
        enrolment, enrolment_step, headcount, offering,
        session::{self, CancelledWords},
        session_note::{self, SessionNoteWords},
        session_worker,
    },
    platform::{error::Result, sealed::Sealed},
    words::{
        AttendanceMark as Mark, EnrolmentStatus as Status,
        id::{Id, noun},
    },
};

const MARKS: [(Mark, u32); 7] = [
    (Mark::Present, 66),
    (Mark::Late, 6),
    (Mark::AuthorisedAbsence, 9),
    (Mark::Missed, 9),
    (Mark::WasNotBrought, 4),
    (Mark::CancelledByChild, 4),
    (Mark::CancelledByProvider, 2),
];
/// Of a hundred sessions so many do not take place.
const CANCELLED: f64 = 2.0;
/// Of a hundred children who came so many have a note.
const NOTED: f64 = 25.0;
/// Of a hundred marks so many were corrected.
const CORRECTED: f64 = 2.0;
/// So many days back and ahead are written down.
const BACK: u64 = 56;
const AHEAD: u64 = 28;

/// Writes the sessions of the runs of a part down, and the registers of those that are over.
pub fn hold(teller: &mut Teller<'_>, runs: &[Run]) -> Result<()> {
    let world = teller.world;
    for (nth, (programme, run)) in runs.iter().enumerate() {
        let programme = &world.programmes[*programme];
        let Some((_, leaders)) = world.leaders.iter().find(|(of, _)| *of == programme.provider) else {
            continue;
        };
        let mut of_run = Register::open(teller, programme, run);
        for slot in slots(programme, run, world.today) {
            let leader = leaders[if programme.group() { nth } else { slot.leader } % leaders.len()];
            meet(teller, &mut of_run, &slot, leader)?;
        }
        of_run.close(teller);
    }
    Ok(())
}

/// A time at which a run meets.
struct Slot {
    starts_at: DateTime<Utc>,
    minutes: i64,
    /// Which of the week's times it is: where children meet one by one, whose.
    of_week: usize,
    /// Which of the leaders has it there.
    leader: usize,
}

/// The times of a run, some weeks back and ahead; not on bank holidays, nor without school what is at school.
fn slots(programme: &Programme, run: &offering::Model, today: NaiveDate) -> Vec<Slot> {
    let first = run.starts_on.max(today - Days::new(BACK));
    let last = run.ends_on.min(today + Days::new(AHEAD));
    let meets = programme.meets;
    let days = first.iter_days().take_while(|day| *day <= last);
    let open = days.filter(|day| {
        let school = SchoolDays::in_use().of(&[], *day);
        let closed = matches!(school, SchoolDay::Holidays | SchoolDay::Closed(_));
        !(Calendar::england().is_bank_holiday(*day) || programme.at_school && closed)
    });
    open.flat_map(|day| {
        let on_day = meets.iter().enumerate().filter(move |(_, (weekday, ..))| *weekday == day.weekday());
        on_day.map(move |(of_week, (_, (hour, minute), minutes))| Slot {
            starts_at: instant_of(day, NaiveTime::from_hms_opt(*hour, *minute, 0).unwrap_or_default()),
            minutes: *minutes,
            of_week,
            leader: usize::from(*hour >= 16 && day.weekday() != Weekday::Sat),
        })
    })
    .collect()
}

/// The children of a run, while its sessions are told.
struct Register {
    offering: Id<noun::Offering>,
    group: bool,
    counted: Option<(i32, i32)>,
    times: usize,
    /// Who said yes, and when.
    children: Vec<(Id<noun::Enrolment>, DateTime<Utc>)>,
    /// What the last mark of each said.
    last: HashMap<Id<noun::Enrolment>, Mark>,
    /// The first session that each attended, when that was written down, and by whom.
    first: HashMap<Id<noun::Enrolment>, (NaiveDate, DateTime<Utc>, Id<noun::User>)>,
}

impl Register {
    fn open(teller: &Teller<'_>, programme: &Programme, run: &offering::Model) -> Self {
        let said_yes = |id| {
            let mut steps = teller.rows.enrolment_steps.iter().filter(move |step| step.enrolment_id == id);
            steps.find(|step| step.to_status == Status::Accepted).map(|step| step.at)
        };
        let here = teller.rows.enrolments.iter().filter(|row| row.offering_id == run.id);
        let children = here
            .filter(|row| row.status == Status::Accepted)
            .filter_map(|row| Some((row.id, said_yes(row.id)?)))
            .collect();
        Self {
            offering: run.id,
            group: programme.group(),
            counted: programme.counted,
            times: programme.meets.len(),
            children,
            last: HashMap::new(),
            first: HashMap::new(),
        }
    }

    /// Those whose session it is: in a group everyone's, else one by one in turn.
    fn expected(&self, slot: &Slot) -> Vec<Id<noun::Enrolment>> {
        let theirs = |nth: usize| self.group || nth % self.times == slot.of_week;
        let numbered = self.children.iter().enumerate();
        let there = numbered.filter(|(nth, (_, since))| theirs(*nth) && *since <= slot.starts_at);
        there.map(|(_, (id, _))| *id).collect()
    }

    /// Who came to a session has started.
    fn close(self, teller: &mut Teller<'_>) {
        for (id, (day, at, by)) in self.children.iter().filter_map(|(id, _)| Some((id, self.first.get(id)?)))
        {
            let Some(row) = teller.rows.enrolments.iter_mut().find(|row| row.id == *id) else { continue };
            started(row, *day);
            let step = enrolment_step::Model {
                id: teller.dice.id(*at),
                enrolment_id: *id,
                from_status: Some(Status::Accepted),
                to_status: Status::Started,
                operation: "session.take_attendance".to_owned(),
                at: *at,
                by_user_id: Some(*by),
                words: None,
            };
            teller.rows.enrolment_steps.push(step);
        }
    }
}

fn started(row: &mut enrolment::Model, day: NaiveDate) {
    row.version += 1;
    row.status = Status::Started;
    row.started_on = Some(day);
}

fn meet(teller: &mut Teller<'_>, register: &mut Register, slot: &Slot, leader: Id<noun::User>) -> Result<()> {
    let world = teller.world;
    let written = (slot.starts_at - TimeDelta::days(14)).min(world.now - TimeDelta::hours(1));
    let id: Id<noun::Session> = teller.dice.id(written);
    let ends_at = slot.starts_at + TimeDelta::minutes(slot.minutes);
    let off = teller.dice.percent(CANCELLED);
    let off_at = world.no_later(slot.starts_at - TimeDelta::hours(5)).max(written);
    let why = CancelledWords((*teller.dice.pick(&CANCELLATIONS)).to_owned());
    let words = off.then(|| Sealed::new(&world.keys, id.uuid(), &why)).transpose()?;
    teller.rows.sessions.push(session::Model {
        id,
        version: if off { 2 } else { 1 },
        offering_id: register.offering,
        starts_at: slot.starts_at,
        ends_at,
        created_at: written,
        cancelled_at: off.then_some(off_at),
        cancelled_by_id: off.then_some(leader),
        cancelled_words: words,
    });
    teller.rows.session_workers.push(session_worker::Model { session_id: id, user_id: leader });
    // Today's registers are still to be taken.
    if off || local_date(slot.starts_at) >= world.today {
        return Ok(());
    }
    if let Some((low, high)) = register.counted {
        let dice = &mut teller.dice;
        let at = ends_at + TimeDelta::minutes(5);
        let row = headcount::Model {
            id: dice.id(at),
            session_id: id,
            number: 1,
            children: dice.between(low, high),
            young_adults: dice.between(0, low),
            adults: dice.between(0, 3),
            at,
            by_user_id: leader,
        };
        teller.rows.headcounts.push(row);
    }
    for child in register.expected(slot) {
        let mark = mark(teller, register, (id, child), ends_at, leader)?;
        if mark.attended() {
            let day = local_date(slot.starts_at);
            register.first.entry(child).or_insert((day, ends_at - TimeDelta::minutes(5), leader));
        }
        if mark.attended() && teller.dice.percent(NOTED) {
            note(teller, (id, child), ends_at + TimeDelta::minutes(20), leader)?;
        }
    }
    Ok(())
}

fn mark(
    teller: &mut Teller<'_>,
    register: &mut Register,
    (session_id, enrolment_id): (Id<noun::Session>, Id<noun::Enrolment>),
    ends_at: DateTime<Utc>,
    by_user_id: Id<noun::User>,
) -> Result<Mark> {
    let (keys, dice) = (&teller.world.keys, &mut teller.dice);
    let mut mark = *dice.weighted(&MARKS);
    // After two misses in a row the caseworker would have rung: here the family said so before.
    if mark.missed() && register.last.get(&enrolment_id).is_some_and(|last| last.missed()) {
        mark = Mark::CancelledByChild;
    }
    if mark.counts() {
        register.last.insert(enrolment_id, mark);
    }
    let at = ends_at - TimeDelta::minutes(5);
    let mut said = vec![(at, mark)];
    if mark == Mark::Late && dice.percent(CORRECTED * 5.0) {
        // Marked missed first, and then the child came.
        said.insert(0, (at - TimeDelta::minutes(20), Mark::Missed));
    }
    for (nth, (at, mark)) in said.into_iter().enumerate() {
        let id: Id<noun::Attendance> = dice.id(at);
        let why = MarkWords((*dice.pick(&ABSENCES)).to_owned());
        let reason = mark == Mark::AuthorisedAbsence;
        let words = reason.then(|| Sealed::new(keys, id.uuid(), &why)).transpose()?;
        teller.rows.attendances.push(attendance::Model {
            id,
            session_id,
            enrolment_id,
            number: i32::try_from(nth + 1).unwrap_or(1),
            mark,
            at,
            recorded_at: at,
            by_user_id,
            words,
        });
    }
    Ok(mark)
}

fn note(
    teller: &mut Teller<'_>,
    (session_id, enrolment_id): (Id<noun::Session>, Id<noun::Enrolment>),
    at: DateTime<Utc>,
    author_id: Id<noun::User>,
) -> Result<()> {
    let id: Id<noun::SessionNote> = teller.dice.id(at);
    let text = SessionNoteWords((*teller.dice.pick(&NOTES)).to_owned());
    let words = Sealed::new(&teller.world.keys, id.uuid(), &text)?;
    teller.rows.session_notes.push(session_note::Model {
        id,
        session_id,
        enrolment_id,
        author_id,
        at,
        words,
    });
    Ok(())
}

impl Programme {
    /// Whether children meet together.
    fn group(&self) -> bool {
        one_at_a_time(self.mode)
    }
}
