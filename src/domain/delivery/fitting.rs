//! Whether a child fits an offering, with all that is known of both: what is read for `eligibility_rules`, and what rests on
//! other children.

use super::{
    approaches::Approaches,
    eligibility_rules::{Asks, Child, begins_on, refusals},
    places,
    venue::{self, NOT_SUITABLE},
};
use crate::{
    access::Viewer,
    domain::{
        casework::case_rules,
        checks::when,
        people::{participation, young_person_rules::year_group_on},
        record::{calendar::local_date, operation::Operation},
    },
    entity::{
        casework::{case, referral},
        delivery::{offering, programme},
        people::young_person,
    },
    platform::error::{Error, Problem, ProblemCode, Result},
    read::{
        self,
        delivery::{self as reads, apart},
    },
    words::{
        FactorCode, OfferingStatus, Reach, Trigger,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A child who is to be placed, and in what.
pub(super) struct Placing<'a> {
    /// The case that places the child.
    pub case: &'a case::Model,
    /// The child.
    pub child: &'a young_person::Model,
    /// Where.
    pub offering: &'a offering::Model,
    /// What is run there.
    pub programme: &'a programme::Model,
}

/// NOT_ALLOWED_IN_STATUS unless a child of this case can be placed: while it has its worker and before it ends.
pub(super) fn placing(case: &case::Model) -> Result<()> {
    if case_rules::places(case.status) {
        return Ok(());
    }
    let message = "A child is placed from the day on which the case has its worker until it ends or rests. Look at where the \
                   case stands.";
    Err(Problem::new("caseId", ProblemCode::NotAllowedInStatus, message).into())
}

/// That consent to take part is missing or has ended.
pub(super) async fn consent_problem(
    op: &Operation<'_>,
    case: &case::Model,
    child: &young_person::Model,
    field: &str,
) -> Result<Option<Problem>> {
    let holds = participation::answers(op, child).await?.hold(op, child, case.pathway);
    let message =
        "Consent to take part is missing or has ended. Record the child's and the parent's answers first.";
    Ok(when(!holds, field, ProblemCode::NoConsent, message))
}

/// What is known of a child and an offering while the child is locked and the offering is not yet: nothing of it depends on who
/// else is placed.
pub(super) struct Known {
    /// That the child is there already.
    again: Option<Problem>,
    /// From whom the child is to be kept apart.
    pub others: Vec<Id<noun::YoungPerson>>,
    /// What else speaks against it.
    rest: Vec<Problem>,
}

/// Looks at a child who is to be placed. All of it comes before the offering is locked, for which others wait.
pub(super) async fn look(
    op: &Operation<'_>,
    viewer: &Viewer,
    placing: &Placing<'_>,
    override_reason: Option<&str>,
) -> Result<Known> {
    let Placing { case, child, offering, programme } = *placing;
    let again = already_there(op, viewer, case, offering).await?;
    let others = apart::from_whom(op.tx, child.id).await?;
    let mut rest: Vec<Problem> =
        TextKind::Reason.optional("overrideReason", override_reason).into_iter().collect();
    rest.extend(consent_problem(op, case, child, "caseId").await?);
    let overridden = override_reason.is_some_and(|reason| !reason.trim().is_empty());
    rest.extend(does_not_fit(op, placing, overridden).await?);
    if let (Some(most), false) = (programme.asks.as_ref().and_then(|asks| asks.most_at_once), overridden) {
        rest.extend(too_many(op, viewer, child.id, most).await?);
    }
    Ok(Known { again, others, rest })
}

/// What speaks against placing a child in an offering that is locked, each with its reason; one that rests on somebody else
/// says nothing more.
pub(super) async fn problems(
    op: &Operation<'_>,
    (offering, programme): (&offering::Model, &programme::Model),
    known: &Known,
) -> Result<Vec<Problem>> {
    if places::status(offering, op.today) != OfferingStatus::Open {
        let message = "This does not take children now. Choose another one.";
        return Ok(vec![Problem::new("offeringId", ProblemCode::NotAllowedInStatus, message)]);
    }
    if programme.reach != Reach::Named {
        let message = "Here children are counted and not enrolled. Choose another one.";
        return Ok(vec![Problem::new("offeringId", ProblemCode::NotEligible, message)]);
    }
    if let Some(again) = &known.again {
        return Ok(vec![again.clone()]);
    }
    if !known.others.is_empty()
        && (apart::is_there(op.tx, offering.id, &known.others).await?
            || !venue::meeting(op, offering, &known.others).await?.is_empty())
    {
        return Ok(vec![not_suitable()]);
    }
    Ok(known.rest.clone())
}

/// The child has a place here already, or waits for one. Where the viewer may not know who placed them, nothing is told.
async fn already_there(
    op: &Operation<'_>,
    viewer: &Viewer,
    case: &case::Model,
    offering: &offering::Model,
) -> Result<Option<Problem>> {
    let Some(there) = reads::enrolment::open_of(op.tx, offering.id, case.young_person_id).await? else {
        return Ok(None);
    };
    let known = !reads::enrolment::by_ids(op.tx, viewer, &[there.id]).await?.is_empty();
    Ok(Some(if known {
        let message = "The child has a place here or waits for one already.";
        Problem::new("offeringId", ProblemCode::Duplicate, message)
    } else {
        not_suitable()
    }))
}

/// What is said where a refusal would tell of somebody else.
fn not_suitable() -> Problem {
    Problem::new("offeringId", ProblemCode::NotEligible, NOT_SUITABLE)
}

/// The child has as many places at once as the programme allows. Where the viewer may not know of all of them, nothing is told.
async fn too_many(
    op: &Operation<'_>,
    viewer: &Viewer,
    child: Id<noun::YoungPerson>,
    most: i32,
) -> Result<Option<Problem>> {
    let places = reads::enrolment::places_of(op.tx, child).await?;
    let most = usize::try_from(most).unwrap_or_default();
    if places.len() < most {
        return Ok(None);
    }
    let known = reads::enrolment::by_ids(op.tx, viewer, &places).await?.len();
    if known < most {
        return Ok(Some(not_suitable()));
    }
    let message = format!(
        "It takes children who have fewer than {most} other places at once. End one first, choose another one, or say why it is \
         right all the same."
    );
    Ok(Some(Problem::new("offeringId", ProblemCode::NotEligible, message)))
}

async fn does_not_fit(op: &Operation<'_>, placing: &Placing<'_>, overridden: bool) -> Result<Vec<Problem>> {
    let Placing { case, child, offering, programme } = *placing;
    let referral = read::casework::referral::for_rules(op.tx, case.referral_id).await?;
    let approach = Approaches::in_use().get(&programme.approach);
    let approach = approach.ok_or_else(|| Error::internal("a programme's approach is not in the list"))?;
    let areas = reads::programme::areas(op.tx, &[programme.id]).await?;
    let areas: Vec<_> = areas.into_iter().map(|row| row.area_id).collect();
    // Where it takes children from everywhere, nobody needs to know where this one lives.
    let lives_in = match child.area_id.filter(|_| !areas.is_empty()) {
        Some(area) => read::people::area::with_what_it_lies_in(op.tx, area).await?,
        None => Vec::new(),
    };
    let besides = programme.asks.clone().unwrap_or_default();
    let (min_age, max_age) = (programme.min_age, programme.max_age);
    let asks = Asks { min_age, max_age, areas: &areas, besides: &besides, approach };
    let on = begins_on(offering.starts_on, op.today);
    let (trigger, factors, moved_by) = match &referral {
        Some(referral) => (referral.trigger, said_of(referral), moved_by(op, referral)?),
        None => (Trigger::None, Vec::new(), 0),
    };
    let born = child.date_of_birth;
    let about =
        Child { born, moved_by, lives_in: &lives_in, pathway: case.pathway, trigger, factors: &factors };
    Ok(refusals(&asks, &about, on, overridden))
}

/// The factors that a referral names.
fn said_of(referral: &referral::Model) -> Vec<FactorCode> {
    referral.factors.0.iter().copied().chain([referral.main_factor]).collect()
}

/// By how many years the child was held back (below 0) or moved up at school, as the referral said that day.
fn moved_by(op: &Operation<'_>, referral: &referral::Model) -> Result<i32> {
    let account = referral.account.open(op.app.keys(), referral.id.uuid())?;
    let actual = account.education.and_then(|education| education.actual_year_group);
    let by_age = year_group_on(referral.child_date_of_birth, local_date(referral.submitted_at));
    Ok(actual.map_or(0, |actual| actual - by_age))
}
