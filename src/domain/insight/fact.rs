//! What figures count of a child: one fact for each referral that was decided or withdrawn, and one for each place that was
//! accepted. Rules alone; reading and writing is `release`'s.
//!
//! Counting rules of the partnership, domain sections 16.2 and 17.4: a repeat of another referral is counted nowhere, nor is
//! a case that was opened in error, nor a child whose record is restricted. What the child was on the day stays: age, area
//! and school are those of the decision or of the day on which the place was accepted.

use std::collections::HashMap;

use chrono::{DateTime, Months, NaiveDate, Utc};
use uuid::Uuid;

use crate::{
    domain::{
        casework::scoring::reliable_change,
        people::{census::ethnic_group, young_person_rules::age_on},
        record::calendar::{Calendar, local_date},
    },
    entity::{
        casework::{case, measure, referral},
        delivery::enrolment,
        insight::fact::{ChangeFact, Decided, Dimensions, Ended, EnrolmentFact, FactWords, ReferralFact},
    },
    platform::{error::Result, keys::Keys},
    read::insight::story::{Lie, Story},
    words::{
        AgeBand, AreaKind, ClosureReason, EnrolmentStatus, FactKind, Instrument, MeasureStage,
        ReferralStatus, SocialCareStatus, SpecialNeeds, TriageOutcome,
        id::{Id, noun},
    },
};

/// Somebody tries to reach child or family within so many working days of acceptance. Working rule of the partnership.
const CONTACT_DAYS: u32 = 5;
/// A plan is agreed within so many working days of allocation. Working rule of the partnership.
const PLAN_DAYS: u32 = 20;
/// A score after is missing once the end is so many working days ago. Working rule of the partnership.
const SCORE_DAYS: u32 = 10;
/// A child comes again who was decided on within so many months before.
const AGAIN_MONTHS: Months = Months::new(12);

/// A fact, before it is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Of what.
    pub kind: FactKind,
    /// The referral or enrolment.
    pub subject: Uuid,
    /// What it says.
    pub words: FactWords,
}

/// What is sealed in a child's records, as far as figures need it.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    needs: HashMap<Id<noun::Referral>, (Option<SpecialNeeds>, Option<SocialCareStatus>)>,
    scores: HashMap<Id<noun::Measure>, (Option<i32>, Option<i32>)>,
}

impl Opened {
    /// Opens what figures need.
    pub fn of(story: &Story, keys: &Keys) -> Result<Self> {
        let mut opened = Self::default();
        for row in &story.referrals {
            let account = row.account.open(keys, row.id.uuid())?;
            let needs = account.education.map(|education| education.special_needs);
            opened.needs.insert(row.id, (needs, account.social_care));
        }
        for row in &story.measures {
            let words = row.words.open(keys, row.id.uuid())?;
            opened.scores.insert(row.id, (words.total, words.hundredths));
        }
        Ok(opened)
    }
}

/// The facts of a child at an instant; what happened after it has not happened.
pub struct Teller<'a> {
    /// The child's story.
    pub story: &'a Story,
    /// What is sealed in it.
    pub opened: &'a Opened,
    /// How areas and programmes lie to each other.
    pub lie: &'a Lie,
    /// The child's number among those who are counted.
    pub child: u32,
    /// The instant.
    pub as_at: DateTime<Utc>,
}

impl Teller<'_> {
    /// The facts.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        if self.story.restricted {
            return Vec::new();
        }
        let referrals = self
            .story
            .referrals
            .iter()
            .filter_map(|row| Some((FactKind::Referral, row.id.uuid(), self.referral_words(row)?)));
        let enrolments = self
            .story
            .enrolments
            .iter()
            .filter_map(|row| Some((FactKind::Enrolment, row.id.uuid(), self.enrolment_words(row)?)));
        referrals.chain(enrolments).map(|(kind, subject, words)| Fact { kind, subject, words }).collect()
    }

    fn today(&self) -> NaiveDate {
        local_date(self.as_at)
    }

    fn case(&self, id: Option<Id<noun::Case>>) -> Option<&case::Model> {
        self.story.cases.iter().find(|row| Some(row.id) == id && row.opened_at <= self.as_at)
    }

    fn referral_words(&self, row: &referral::Model) -> Option<FactWords> {
        let fact = self.referral_fact(row)?;
        let case = self.case(row.case_id).filter(|case| case.referral_id == row.id);
        let mut dimensions = self.dimensions(row, case, fact.on);
        dimensions.decision_reason = self.reason(row);
        let changes = case.map(|case| self.changes(case.id, self.ended(case))).unwrap_or_default();
        Some(FactWords { child: self.child, dimensions, referral: Some(fact), enrolment: None, changes })
    }

    fn referral_fact(&self, row: &referral::Model) -> Option<ReferralFact> {
        let (decided, at) = self.decided(row)?;
        let case = self.case(row.case_id);
        if case.is_some_and(|case| case.closure_reason == Some(ClosureReason::OpenedInError)) {
            return None;
        }
        let on = local_date(at);
        let opened = case.filter(|case| decided == Decided::Accepted && case.referral_id == row.id);
        Some(ReferralFact {
            on,
            decided,
            triaged_in_time: (decided != Decided::Withdrawn).then_some(at <= row.triage_due_at),
            contacted_in_time: opened.and_then(|case| self.contacted_in_time(case)),
            planned_in_time: opened.and_then(|case| self.planned_in_time(case)),
            re_referred: self.came_again(row),
        })
    }

    /// What was decided, and when. None while it waits, and for a repeat of another.
    fn decided(&self, row: &referral::Model) -> Option<(Decided, DateTime<Utc>)> {
        let decided = match row.status {
            ReferralStatus::Accepted => Decided::Accepted,
            ReferralStatus::AddedToCase => Decided::Added,
            ReferralStatus::Declined => Decided::Declined,
            ReferralStatus::Redirected => Decided::Redirected,
            ReferralStatus::Withdrawn => {
                let at = self.story.withdrawn.iter().find(|(of, _)| *of == row.id)?.1;
                return (at <= self.as_at).then_some((Decided::Withdrawn, at));
            }
            ReferralStatus::Submitted | ReferralStatus::InfoRequested | ReferralStatus::Duplicate => {
                return None;
            }
        };
        let at = row.decided_at.filter(|at| *at <= self.as_at && !row.awaiting_countersign)?;
        Some((decided, at))
    }

    fn reason(&self, row: &referral::Model) -> Option<crate::words::DecisionReason> {
        let of = |decision: &&crate::entity::casework::triage_decision::Model| {
            decision.referral_id == row.id && decision.outcome != TriageOutcome::RequestInfo
        };
        self.story.decisions.iter().rev().find(of)?.reason
    }

    fn came_again(&self, row: &referral::Model) -> bool {
        let since = row.submitted_at.checked_sub_months(AGAIN_MONTHS);
        self.story.referrals.iter().filter(|other| other.id != row.id).any(|other| {
            let earlier = self.decided(other).filter(|(what, at)| {
                *what != Decided::Withdrawn
                    && *at < row.submitted_at
                    && since.is_some_and(|since| *at >= since)
            });
            earlier.is_some()
        })
    }

    fn contacted_in_time(&self, case: &case::Model) -> Option<bool> {
        let due = Calendar::england().add_working_days(local_date(case.opened_at), CONTACT_DAYS);
        let first = self.story.contacts.iter().find(|(of, at)| *of == case.id && *at <= self.as_at);
        self.in_time(first.map(|(_, at)| local_date(*at)), due)
    }

    fn planned_in_time(&self, case: &case::Model) -> Option<bool> {
        let allocated = case.allocated_at.filter(|at| *at <= self.as_at)?;
        let due = Calendar::england().add_working_days(local_date(allocated), PLAN_DAYS);
        let agreed = self.story.planned.iter().filter(|(of, at)| *of == case.id && *at <= self.as_at);
        self.in_time(agreed.map(|(_, at)| local_date(*at)).min(), due)
    }

    /// Whether something was done by a day. Nobody knows while it is not done and the day has not passed.
    fn in_time(&self, done: Option<NaiveDate>, due: NaiveDate) -> Option<bool> {
        match done {
            Some(done) => Some(done <= due),
            None => (self.today() > due).then_some(false),
        }
    }

    fn enrolment_words(&self, row: &enrolment::Model) -> Option<FactWords> {
        let case = self.case(Some(row.case_id))?;
        let referral = self.story.referrals.iter().find(|referral| referral.id == case.referral_id)?;
        let referral_fact = self.referral_fact(referral)?;
        let day = |on: &NaiveDate| *on <= self.today();
        let accepted = self.story.accepted.iter().find(|(of, at)| *of == row.id && *at <= self.as_at);
        let accepted_on = accepted.map(|(_, at)| local_date(*at));
        let started_on = row.started_on.filter(day);
        let on = accepted_on.or(started_on)?;
        let ended_on = row.ended_on.filter(day);
        let ended = match row.status {
            _ if ended_on.is_none() => None,
            EnrolmentStatus::Completed => Some(Ended::Completed),
            EnrolmentStatus::Withdrew => Some(Ended::Withdrew),
            EnrolmentStatus::Removed => Some(Ended::Removed),
            _ => None,
        };
        let (attended, expected) = self.dosage(row.id);
        let enrolment = EnrolmentFact {
            accepted_on,
            started_on,
            ended: ended.filter(|_| started_on.is_some()),
            waited: self.waited(case, row),
            attended,
            expected,
        };
        let mut dimensions = self.dimensions(referral, Some(case), on);
        if let Some(run) = self.lie.runs.get(&row.offering_id) {
            dimensions.strand = Some(run.strand);
            if !run.sensitive {
                dimensions.programme = Some(run.programme);
                dimensions.provider = Some(run.provider);
                dimensions.approach = Some(run.approach.clone());
            }
        }
        let changes = if started_on.is_some() { self.changes(case.id, ended_on) } else { Vec::new() };
        Some(FactWords {
            child: self.child,
            dimensions,
            referral: Some(referral_fact),
            enrolment: Some(enrolment),
            changes,
        })
    }

    /// The marks of a place that stand: the last of each session.
    fn marks(&self, of: Id<noun::Enrolment>) -> impl Iterator<Item = &crate::read::insight::story::Marked> {
        let marks = self.story.marks.iter().filter(move |mark| mark.enrolment_id == of);
        let last: HashMap<_, _> =
            marks.filter(|mark| mark.starts_at <= self.as_at).map(|mark| (mark.session_id, mark)).collect();
        last.into_values()
    }

    fn dosage(&self, of: Id<noun::Enrolment>) -> (u32, u32) {
        self.marks(of).filter(|mark| mark.mark.counts()).fold((0, 0), |(attended, expected), mark| {
            (attended + u32::from(mark.mark.attended()), expected + 1)
        })
    }

    /// Working days from acceptance to the first session that was offered, for the place of the case that had it.
    fn waited(&self, case: &case::Model, row: &enrolment::Model) -> Option<u32> {
        let of_case = self.story.enrolments.iter().filter(|other| other.case_id == case.id);
        let (first, at) = of_case
            .filter_map(|other| {
                let offered = self.marks(other.id).filter(|mark| mark.mark.counts());
                Some((other.id, offered.map(|mark| mark.starts_at).min()?))
            })
            .min_by_key(|(id, at)| (*at, *id))?;
        (first == row.id)
            .then(|| Calendar::england().working_days_between(local_date(case.opened_at), local_date(at)))
    }

    fn ended(&self, case: &case::Model) -> Option<NaiveDate> {
        case.closed_at.filter(|at| *at <= self.as_at).map(local_date)
    }

    /// Pairs of scores on a case, each by one instrument, informant and version.
    fn changes(&self, case: Id<noun::Case>, ended: Option<NaiveDate>) -> Vec<ChangeFact> {
        let known = |row: &&measure::Model| row.case_id == case && row.recorded_at <= self.as_at;
        let rows: Vec<_> = self.story.measures.iter().filter(known).collect();
        let due = ended.map(|ended| Calendar::england().add_working_days(ended, SCORE_DAYS));
        let ended = due.is_some_and(|due| due < self.today());
        let before = rows.iter().filter(|row| row.stage == MeasureStage::Baseline);
        before
            .filter_map(|first| {
                let (before, points) = self.score(first)?;
                let same = |row: &&&measure::Model| {
                    row.stage == MeasureStage::End
                        && (row.instrument, row.informant) == (first.instrument, first.informant)
                        && row.scored_by == first.scored_by
                        && row.taken_on >= first.taken_on
                };
                let last = rows.iter().filter(same).filter_map(|row| self.score(row)).next_back();
                let norms = reliable_change::parameters(first.instrument, &first.scored_by, first.informant);
                let change = norms.zip(points).zip(last.and_then(|(_, points)| points));
                Some(ChangeFact {
                    instrument: first.instrument,
                    informant: first.informant,
                    version: first.scored_by.clone(),
                    on: first.taken_on,
                    before,
                    after: last.map(|(after, _)| after),
                    ended,
                    change: change.map(|((norms, before), after)| norms.change(before, after)),
                })
            })
            .collect()
    }

    /// A score in hundredths, and in points where it is whole points; none where the instrument has no figure of change.
    fn score(&self, row: &measure::Model) -> Option<(i32, Option<i32>)> {
        let (total, hundredths) = *self.opened.scores.get(&row.id)?;
        match row.instrument {
            Instrument::Sdq | Instrument::Suspensions => total.map(|total| (total * 100, Some(total))),
            Instrument::Swemwbs | Instrument::SchoolAttendance | Instrument::EducationTrainingEmployment => {
                hundredths.map(|value| (value, None))
            }
            Instrument::OffenceCheck => None,
        }
    }

    fn dimensions(
        &self,
        referral: &referral::Model,
        case: Option<&case::Model>,
        on: NaiveDate,
    ) -> Dimensions {
        let child = &self.story.child;
        let (needs, care) = self.opened.needs.get(&referral.id).copied().unwrap_or_default();
        let service = case.map(|case| case.controller_id);
        let fallback = || {
            let by = service.unwrap_or(referral.source_organisation_id);
            self.lie.organisations.get(&by).and_then(|(_, area)| *area)
        };
        Dimensions {
            local_authority: self.lie.within(child.area_id.or_else(fallback), AreaKind::LocalAuthority),
            area: self.lie.within(child.area_id, AreaKind::CommunityArea),
            age_band: Some(AgeBand::of(age_on(child.date_of_birth, on))),
            sex: Some(child.sex),
            ethnicity_group: Some(ethnic_group(child.ethnicity.as_deref()).to_owned()),
            special_needs: needs,
            social_care: care,
            school: referral.child_school_id,
            source: Some(referral.source),
            pathway: case.map(|case| case.pathway),
            ..Dimensions::default()
        }
    }
}
