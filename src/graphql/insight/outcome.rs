//! Protected figures of what became of children, of a release.

use std::sync::Arc;

use async_graphql::{Context, SimpleObject};
use futures_util::future::{OptionFuture, try_join_all};

use super::outcome_filter::OutcomeFilter;
use crate::{
    access::{Relation, See},
    domain::insight::{
        contact::Contacts,
        disclosure::{BASE, METHOD, THRESHOLD},
        frozen::{Frozen, Named},
        labels,
        notes::NOTE,
        outcome::{self, Releases},
        published::{Published, Rate as ProtectedRate},
        row::{ProtectedChange, ProtectedRow},
    },
    graphql::{
        error::Answer,
        loader::NewestReleases,
        record::node::{Node, fetch},
        scalar::DateTime,
        visit::Ask,
    },
    words::{
        Informant, Instrument, OutcomeDimension,
        id::{Id, noun},
    },
};

/// Frozen figures: within a release nothing moves.
#[derive(SimpleObject)]
pub struct OutcomeSummary {
    /// The release.
    release: i32,
    /// The instant whose state was counted.
    as_at: DateTime,
    /// A row for each value of what it is broken down by. Each is rounded by itself, so that they do not add up to the total.
    rows: Vec<OutcomeRow>,
    /// All of them together.
    total: OutcomeRow,
    /// People whom sessions counted and did not name, in the time asked for, by programme: beside the rows, and in none of
    /// them. Null where the question is limited by anything but a programme and a time.
    contacts: Option<Vec<OutcomeContacts>>,
    /// How it was protected.
    disclosure: Disclosure,
}

/// What became of the children of one row.
#[derive(SimpleObject)]
pub struct OutcomeRow {
    /// Of which children; empty for the total.
    key: Vec<OutcomeKey>,
    /// Children of whom a referral was decided; in rows of programmes, those with a place in it.
    referred: Count,
    /// Of whom one was accepted, or added to an open case.
    accepted: Count,
    /// Of whom one was not taken on.
    declined: Count,
    /// Of whom one was sent on.
    redirected: Count,
    /// Of whom one was withdrawn.
    withdrawn: Count,
    /// Who came again within 12 months after a decision.
    re_referred: Count,
    /// Decided within the time for triage, of those decided.
    triaged_in_time: Rate,
    /// Somebody tried to reach them within 5 working days of acceptance, of those for whom that time has passed.
    contacted_in_time: Rate,
    /// A plan was agreed within 20 working days of allocation, of those for whom that time has passed.
    planned_in_time: Rate,
    /// Whose place in a programme was accepted.
    enrolled: Count,
    /// Who came to a first session.
    started: Count,
    /// Of those who started: who completed.
    completed: Count,
    /// Of those who started: who left early, or whose place was ended.
    ended_early: Count,
    /// Those of them who stopped coming; told where they and the others are each large enough.
    ended_early_by_child: Count,
    /// Those of them whose place was ended by us; likewise.
    ended_early_by_us: Count,
    /// Sessions attended, of those to which they were expected.
    attendance_rate: Rate,
    /// Working days from acceptance to the first session offered, at the median.
    median_wait_working_days: Rate,
    /// What was measured before and after.
    changes: Vec<MeasureChange>,
}

/// One value of what figures are broken down by.
#[derive(SimpleObject)]
pub struct OutcomeKey {
    /// Of what.
    dimension: OutcomeDimension,
    /// It in words.
    label: String,
    /// The programme, organisation or area, where it is one and for this viewer.
    node: Option<Node>,
}

/// Children, after keyed rounding to base 5; 0 to 4 is one answer ('0 to 4', value null); 'not run here' is another word.
#[derive(SimpleObject)]
pub struct Count {
    /// The number, where one is told.
    value: Option<i32>,
    /// It in words.
    display: String,
    /// Whether a number is kept back.
    suppressed: bool,
}

/// What is computed from published counts.
#[derive(SimpleObject)]
pub struct Rate {
    /// The number: per cent, working days, points or standard deviations.
    value: Option<f64>,
    /// It in words.
    display: String,
    /// Whether a number is kept back.
    suppressed: bool,
}

/// Paired measures only: same child, informant and version, before and after. Descriptive, not causal: children who are measured
/// when things are worst are usually nearer to the average later, whatever is done.
#[derive(SimpleObject)]
pub struct MeasureChange {
    /// By what.
    instrument: Instrument,
    /// Who answered.
    informant: Informant,
    /// Children measured before and after.
    pairs: Count,
    /// Children who were measured before, whose measure after is missing though the end was reached.
    missing_at_end: Count,
    /// The mean before, in points.
    mean_before: Rate,
    /// The mean after, in points.
    mean_after: Rate,
    /// Hedges' g of after less before, in standard deviations: below 0 is a fall.
    effect_size: Rate,
    /// The lower end of its 95 % interval.
    effect_size_low: Rate,
    /// The upper end.
    effect_size_high: Rate,
    /// Reliably better (Jacobson and Truax 1991).
    improved: Count,
    /// No reliable change.
    no_reliable_change: Count,
    /// Reliably worse.
    deteriorated: Count,
}

/// Contacts of a programme that counts who comes and names nobody: each person as often as they came.
#[derive(SimpleObject)]
pub struct OutcomeContacts {
    /// The programme.
    key: OutcomeKey,
    /// How many, to the nearest 5.
    contacts: Count,
    /// Those of them under 18, likewise.
    of_children: Count,
    /// Hours of the sessions at which they were.
    hours: i32,
}

/// How figures were protected.
#[derive(SimpleObject)]
pub struct Disclosure {
    /// By which method and version.
    method: String,
    /// Below so many children there is one answer.
    threshold: i32,
    /// Counts are multiples of this.
    base: i32,
    /// What it promises, and what it does not.
    note: String,
}

impl From<Published> for Count {
    fn from(count: Published) -> Self {
        let value = count.value().map(|value| i32::try_from(value).unwrap_or(i32::MAX));
        Self { value, display: count.display(), suppressed: count.suppressed() }
    }
}

impl From<ProtectedRate> for Rate {
    fn from(rate: ProtectedRate) -> Self {
        Self { value: rate.value(), display: rate.display(), suppressed: rate.suppressed() }
    }
}

impl From<ProtectedChange> for MeasureChange {
    fn from(change: ProtectedChange) -> Self {
        Self {
            instrument: change.instrument,
            informant: change.informant,
            pairs: change.pairs.into(),
            missing_at_end: change.missing_at_end.into(),
            mean_before: change.mean_before.into(),
            mean_after: change.mean_after.into(),
            effect_size: change.effect_size.into(),
            effect_size_low: change.effect_size_low.into(),
            effect_size_high: change.effect_size_high.into(),
            improved: change.improved.into(),
            no_reliable_change: change.no_reliable_change.into(),
            deteriorated: change.deteriorated.into(),
        }
    }
}

impl OutcomeContacts {
    fn new(key: OutcomeKey, told: &Contacts) -> Self {
        let hours = i32::try_from(told.hours).unwrap_or(i32::MAX);
        Self { key, contacts: told.contacts.into(), of_children: told.of_children.into(), hours }
    }
}

impl OutcomeRow {
    fn new(key: Vec<OutcomeKey>, row: ProtectedRow) -> Self {
        Self {
            key,
            referred: row.referred.into(),
            accepted: row.accepted.into(),
            declined: row.declined.into(),
            redirected: row.redirected.into(),
            withdrawn: row.withdrawn.into(),
            re_referred: row.re_referred.into(),
            triaged_in_time: row.triaged_in_time.into(),
            contacted_in_time: row.contacted_in_time.into(),
            planned_in_time: row.planned_in_time.into(),
            enrolled: row.enrolled.into(),
            started: row.started.into(),
            completed: row.completed.into(),
            ended_early: row.ended_early.into(),
            ended_early_by_child: row.ended_early_by_child.into(),
            ended_early_by_us: row.ended_early_by_us.into(),
            attendance_rate: row.attendance_rate.into(),
            median_wait_working_days: row.median_wait_working_days.into(),
            changes: row.changes.into_iter().map(Into::into).collect(),
        }
    }
}

/// The figures that answer a question; null while there is no release, and for whom they are not.
pub async fn summary(
    ctx: &Context<'_>,
    filter: Option<OutcomeFilter>,
    groups: Vec<OutcomeDimension>,
    release: Option<i32>,
) -> Answer<Option<OutcomeSummary>> {
    let sight = ctx.sight()?;
    let mut ask = filter.unwrap_or_default().ask(ctx).await?;
    (ask.groups, ask.release) = (groups, release);
    let may = sight.viewer.sees(See::Outcomes);
    let theirs = may.has(Relation::Always) || may.has(Relation::Own) && of_own_school(ctx, &ask)?;
    if !theirs {
        return Ok(None);
    }
    let releases: Arc<Releases> = sight.the(NewestReleases).await?;
    let Some(found) = releases.answer(ctx.app(), &ask).await? else { return Ok(None) };
    // All at once, so that what they stand for is read by one statement a noun.
    let rows = found.rows.into_iter().map(async |(key, row)| {
        let keys = key.iter().map(|(dimension, value)| labelled(ctx, *dimension, value));
        try_join_all(keys).await.map(|keys| OutcomeRow::new(keys, row))
    });
    let mut rows = try_join_all(rows).await?;
    if ask.groups.iter().any(|group| labels::is_named(*group)) {
        rows.sort_by_cached_key(|row| row.key.iter().map(|key| key.label.clone()).collect::<Vec<_>>());
    }
    let contacts = found.contacts.map(|all| {
        try_join_all(all.into_iter().map(async |(programme, told)| {
            let key = labelled(ctx, OutcomeDimension::Programme, &programme).await;
            key.map(|key| OutcomeContacts::new(key, &told))
        }))
    });
    let contacts = OptionFuture::from(contacts).await.transpose()?;
    let number = |number: u32| i32::try_from(number).unwrap_or_default();
    Ok(Some(OutcomeSummary {
        release: found.release.number,
        as_at: found.release.as_at.into(),
        rows,
        total: OutcomeRow::new(Vec::new(), found.total),
        contacts,
        disclosure: Disclosure {
            method: METHOD.to_owned(),
            threshold: number(THRESHOLD),
            base: number(BASE),
            note: NOTE.to_owned(),
        },
    }))
}

impl OutcomeSummary {
    /// What a report keeps, with the things that its rows are about as this viewer may see them now.
    pub async fn frozen(ctx: &Context<'_>, kept: Frozen) -> Answer<Self> {
        let rows = kept.rows.into_iter().map(async |line| {
            let keys = line.key.iter().map(|named| OutcomeKey::frozen(ctx, named));
            try_join_all(keys).await.map(|keys| OutcomeRow::new(keys, line.row))
        });
        let contacts = kept.contacts.map(|all| {
            try_join_all(all.into_iter().map(async |one| {
                let key = OutcomeKey::frozen(ctx, &one.programme).await;
                key.map(|key| OutcomeContacts::new(key, &one.told))
            }))
        });
        let contacts = OptionFuture::from(contacts).await.transpose()?;
        let number = |number: u32| i32::try_from(number).unwrap_or_default();
        Ok(Self {
            release: kept.release,
            as_at: kept.as_at.into(),
            rows: try_join_all(rows).await?,
            total: OutcomeRow::new(Vec::new(), kept.total),
            contacts,
            disclosure: Disclosure {
                method: kept.method,
                threshold: number(kept.threshold),
                base: number(kept.base),
                note: kept.note,
            },
        })
    }
}

impl OutcomeKey {
    /// A value under the name that it had.
    pub async fn frozen(ctx: &Context<'_>, named: &Named) -> Answer<Self> {
        let now = labelled(ctx, named.dimension, &named.value).await?;
        Ok(Self { label: named.label.clone(), ..now })
    }
}

/// Whether it is asked of the school from which the viewer refers, by year, and of no other.
fn of_own_school(ctx: &Context<'_>, ask: &outcome::Ask) -> Answer<bool> {
    let own = ctx.sight()?.viewer.organisation.uuid().to_string();
    let of_own = ask.filters == [(OutcomeDimension::School, own)];
    let by = |group: &OutcomeDimension| matches!(group, OutcomeDimension::School | OutcomeDimension::Year);
    Ok(of_own && ask.groups.iter().all(by))
}

/// A value in words, and the thing that it stands for.
async fn labelled(ctx: &Context<'_>, dimension: OutcomeDimension, value: &str) -> Answer<OutcomeKey> {
    use OutcomeDimension as D;
    let key = |label: String, node| OutcomeKey { dimension, label, node };
    let Ok(uuid) = uuid::Uuid::parse_str(value) else {
        return Ok(key(labels::label(dimension, value), None));
    };
    let keys = ctx.app().keys();
    let id = match dimension {
        D::Programme => Id::<noun::Programme>::from(uuid).seal(keys),
        D::Provider | D::School => Id::<noun::Organisation>::from(uuid).seal(keys),
        _ => Id::<noun::Area>::from(uuid).seal(keys),
    };
    let node = fetch(ctx, &id).await?;
    let label = match &node {
        Some(Node::Programme(row)) => row.0.row.title.clone(),
        Some(Node::Organisation(row)) => row.0.name.clone(),
        Some(Node::Area(row)) => row.0.name.clone(),
        _ => "Not named to you".to_owned(),
    };
    Ok(key(label, node))
}
