//! Tasks on cases: done, due and overdue.

use chrono::{DateTime, Days, NaiveTime, Utc};

use super::{
    texts_of_cases as texts,
    triage::Desk,
    world::{Member, Service},
};
use crate::{
    domain::{
        casework::case_rules,
        record::calendar::{Calendar, instant_of, local_date},
    },
    entity::casework::{
        case,
        task::{self, TaskWords},
    },
    platform::{error::Result, sealed::Sealed},
    words::id::{Id, noun},
};

/// Writes a case's tasks, and the day on which the next one is due.
pub fn write(
    (world, dice, rows): Desk<'_>,
    case: &mut case::Model,
    (service, worker): (&Service, &Member),
) -> Result<()> {
    let Some(allocated) = case.allocated_at else { return Ok(()) };
    let until = case.closed_at.unwrap_or(world.now);
    for _ in 0..*dice.weighted(&[(0, 30), (1, 40), (2, 30)]) {
        let due = local_date(allocated) + Days::new(u64::try_from(dice.between(3, 40)).unwrap_or_default());
        let done = dice.time_on(due, 9, 17);
        if done < until {
            add((world, dice, rows), case, (service, worker), (allocated, due, Some(done)))?;
        }
    }
    if !case_rules::is_open(case.status) {
        return Ok(());
    }
    for _ in 0..*dice.weighted(&[(0, 14), (1, 44), (2, 30), (3, 12)]) {
        let days = dice.between(-5, 16);
        let due = if days < 0 {
            world.today - Days::new(u64::from(days.unsigned_abs()))
        } else {
            world.today + Days::new(u64::from(days.unsigned_abs()))
        };
        let due = if Calendar::england().is_working_day(due) {
            due
        } else {
            Calendar::england().working_day_after(due)
        };
        let set = (world.now - chrono::TimeDelta::days(i64::from(dice.between(1, 12)))).max(allocated);
        add((world, dice, rows), case, (service, worker), (set, due, None))?;
        case.next_due_on = Some(case.next_due_on.map_or(due, |next| next.min(due)));
    }
    Ok(())
}

fn add(
    (world, dice, rows): Desk<'_>,
    case: &case::Model,
    (service, worker): (&Service, &Member),
    (set, due, done): (DateTime<Utc>, chrono::NaiveDate, Option<DateTime<Utc>>),
) -> Result<()> {
    let id: Id<noun::Task> = dice.id(set);
    let by_manager = dice.percent(20.0);
    let hour = u32::try_from(dice.between(9, 16)).unwrap_or(9);
    let at =
        dice.percent(15.0).then(|| instant_of(due, NaiveTime::from_hms_opt(hour, 30, 0).unwrap_or_default()));
    let words = TaskWords {
        title: (*dice.pick(&texts::TASKS)).to_owned(),
        place: at.map(|_| "At school".to_owned()),
    };
    rows.tasks.push(task::Model {
        id,
        version: 1 + i32::from(done.is_some()),
        words: Sealed::new(&world.keys, id.uuid(), &words)?,
        due_on: Some(due),
        at,
        assignee_id: worker.user,
        created_by_id: Some(if by_manager { service.manager.user } else { worker.user }),
        case_id: Some(case.id),
        referral_id: None,
        service_id: service.id,
        cause: None,
        created_at: set,
        done_at: done,
        done_by_id: done.map(|_| worker.user),
    });
    Ok(())
}
