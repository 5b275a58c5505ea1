//! When releases are made by themselves: at a set time of the week, by one node.

use chrono::{DateTime, Datelike, Days, NaiveTime, TimeDelta, Utc, Weekday};
use uuid::Uuid;

use super::release;
use crate::{
    domain::record::{
        calendar::{instant_of, local_date},
        operation::by_itself,
    },
    platform::{app::App, error::Result},
    read,
    words::JobKind,
};

/// Releases are of this day of the week, in local time. Working rule of the partnership.
const DAY: Weekday = Weekday::Mon;
/// At this time.
const HOUR: u32 = 3;
/// Whoever makes one has it for so long; then another node may try.
const LEASE: TimeDelta = TimeDelta::minutes(30);
/// Of the jobs, the one of the next release.
const RELEASE: Uuid = Uuid::nil();

/// The last time at which a release was due, at an instant.
#[must_use]
pub fn last_time(now: DateTime<Utc>) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or_default();
    let today = local_date(now);
    let back = u64::from(today.weekday().days_since(DAY));
    let this_week = instant_of(today - Days::new(back), time);
    if this_week <= now { this_week } else { instant_of(today - Days::new(back + 7), time) }
}

/// The last times at which one was due, the oldest first.
#[must_use]
pub fn last_times(now: DateTime<Utc>, count: u32) -> Vec<DateTime<Utc>> {
    let mut times: Vec<_> = (0..count)
        .scan(now, |before, _| {
            let time = last_time(*before);
            *before = time - TimeDelta::seconds(1);
            Some(time)
        })
        .collect();
    times.reverse();
    times
}

/// Makes the release that is due, if there is one and no other node is at it. Tells whether one was made.
pub async fn make(app: &App) -> Result<bool> {
    let due = last_time(app.now());
    let last = read::insight::release::last(app.database()).await?;
    if last.is_some_and(|last| last.as_at >= due) || !claimed(app).await? {
        return Ok(false);
    }
    let made = release::make(app, due).await?;
    by_itself(app, "release.made", async |op| op.unschedule(&[JobKind::ReleaseMade], RELEASE).await).await?;
    Ok(made.is_some())
}

/// Takes the turn. A node that dies at it has it until the lease is over.
async fn claimed(app: &App) -> Result<bool> {
    by_itself(app, "release.claim", async |op| {
        let held = read::record::job::of_subject(op.tx, RELEASE).await?;
        if held.iter().any(|job| job.due_at > op.now) {
            return Ok(false);
        }
        op.schedule(JobKind::ReleaseMade, RELEASE, op.now + LEASE).await?;
        Ok(true)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_times_are_a_week_apart_by_the_clock_on_the_wall() {
        let times = last_times("2026-11-02T12:00:00Z".parse().unwrap(), 3);
        let text: Vec<_> = times.iter().map(DateTime::to_rfc3339).collect();
        assert_eq!(
            text,
            ["2026-10-19T02:00:00+00:00", "2026-10-26T03:00:00+00:00", "2026-11-02T03:00:00+00:00"]
        );
    }

    #[test]
    fn releases_are_of_monday_at_three_in_local_time() {
        for (now, due) in [
            ("2026-11-29T12:00:00Z", "2026-11-23T03:00:00Z"),
            ("2026-11-30T02:59:59Z", "2026-11-23T03:00:00Z"),
            ("2026-11-30T03:00:00Z", "2026-11-30T03:00:00Z"),
            ("2026-07-06T02:00:00Z", "2026-07-06T02:00:00Z"),
            ("2026-07-06T01:59:59Z", "2026-06-29T02:00:00Z"),
        ] {
            let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
            assert_eq!(last_time(at(now)), at(due), "{now}");
        }
    }
}
