//! Reads of referrals: those that a group sent, and those that a service has to act on.

use std::fmt::Write as _;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, QueryFilter, QueryOrder, Select,
    sea_query::{Expr, Query},
};

use crate::{
    access::{Relations, See, Viewer},
    entity::{
        casework::{referral, referral_message, referral_service, triage_decision},
        people::young_person,
    },
    platform::error::Result,
    read::{
        self, Seen, locked,
        page::{self, Key, Ordering, Page, Window},
        scope, unscoped,
    },
    words::{
        ReferralOrder, ReferralSource, ReferralStage, ReferralStatus, Urgency,
        id::{Id, noun},
    },
};

/// A referral as a viewer may see it.
pub type SeenReferral = Seen<referral::Model>;

const OF_A_REFERRAL_SEEN: &str = "belongs to a referral that was read under the viewer's scope";

/// Statuses in which triage has not decided yet.
pub const UNDECIDED: [ReferralStatus; 2] = [ReferralStatus::Submitted, ReferralStatus::InfoRequested];

/// Which referrals of a list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// At one of these stages.
    pub stages: Option<Vec<ReferralStage>>,
    /// In one of these statuses, for those who see it.
    pub statuses: Option<Vec<ReferralStatus>>,
    /// Not taken by anyone and not decided.
    pub unowned: bool,
    /// Decided and waiting for a countersign, or not, for those who see it.
    pub awaiting_countersign: Option<bool>,
    /// Of these urgencies.
    pub urgencies: Option<Vec<Urgency>>,
    /// From these sources.
    pub sources: Option<Vec<ReferralSource>>,
    /// Submitted from this instant on.
    pub from: Option<chrono::DateTime<chrono::Utc>>,
    /// Submitted before this instant.
    pub to: Option<chrono::DateTime<chrono::Utc>>,
    /// Due before this instant and not decided.
    pub overdue_at: Option<chrono::DateTime<chrono::Utc>>,
    /// Taken by the viewer, or sent by them.
    pub mine: bool,
    /// The child's name holds this.
    pub name: Option<String>,
    /// With this reference.
    pub reference: Option<String>,
    /// Of this child's record.
    pub young_person: Option<Id<noun::YoungPerson>>,
}

/// The relations in which a viewer sees anything of a referral.
#[must_use]
pub fn enough(viewer: &Viewer) -> Relations {
    viewer.sees(See::ReferralAsSent).or(viewer.sees(See::ReferralWhole))
}

fn scoped(viewer: &Viewer) -> Select<referral::Entity> {
    scope::visible_to(viewer, enough(viewer))
}

/// When a referral, called `r` in the statement, is at a stage by its own status.
fn at_stage(r: &str, stage: ReferralStage) -> String {
    let closed =
        format!("EXISTS (SELECT 1 FROM \"case\" k WHERE k.id = {r}.case_id AND k.status = 'CLOSED')");
    match stage {
        ReferralStage::Received => format!("({r}.status = 'SUBMITTED' AND {r}.owner_id IS NULL)"),
        ReferralStage::BeingLookedAt => {
            format!("({r}.awaiting_countersign OR ({r}.status = 'SUBMITTED' AND {r}.owner_id IS NOT NULL))")
        }
        ReferralStage::QuestionForYou => format!("{r}.status = 'INFO_REQUESTED'"),
        ReferralStage::SomeoneIsWorkingOnIt => {
            format!(
                "({r}.status IN ('ACCEPTED', 'ADDED_TO_CASE') AND NOT {r}.awaiting_countersign AND NOT {closed})"
            )
        }
        ReferralStage::NotTakenOn => {
            format!("({r}.status IN ('DECLINED', 'REDIRECTED') AND NOT {r}.awaiting_countersign)")
        }
        ReferralStage::Ended => format!("({r}.status IN ('ACCEPTED', 'ADDED_TO_CASE') AND {closed})"),
        ReferralStage::Withdrawn => format!("{r}.status = 'WITHDRAWN'"),
    }
}

/// When a referral is at a stage: a repeat of one's own takes the stage of that one, another repeat is being worked on.
fn at_stage_or_its_original(stage: ReferralStage) -> Expr {
    let own = "SELECT 1 FROM referral d WHERE d.id = referral.duplicate_of_id AND d.source_organisation_id = \
               referral.source_organisation_id AND d.sent_by_group = referral.sent_by_group";
    let mut sql = format!(
        "({} OR (referral.status = 'DUPLICATE' AND EXISTS ({own} AND {}))",
        at_stage("referral", stage),
        at_stage("d", stage)
    );
    if stage == ReferralStage::SomeoneIsWorkingOnIt {
        let _ = write!(sql, " OR (referral.status = 'DUPLICATE' AND NOT EXISTS ({own}))");
    }
    sql.push(')');
    Expr::cust(sql)
}

/// The referrals that a filter leaves. A filter on what the viewer may not read on a row leaves that row out.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<referral::Entity> {
    use referral::Column;
    let mut referrals = scoped(viewer);
    let whole = || scope::holding::<referral::Entity>(viewer, viewer.sees(See::ReferralWhole));
    if let Some(stages) = &filter.stages {
        let any =
            stages.iter().fold(Condition::any(), |any, stage| any.add(at_stage_or_its_original(*stage)));
        referrals = referrals.filter(any);
    }
    if let Some(statuses) = &filter.statuses {
        referrals = referrals.filter(whole()).filter(Column::Status.is_in(statuses.iter().copied()));
    }
    if filter.unowned {
        referrals = referrals
            .filter(whole())
            .filter(Column::OwnerId.is_null())
            .filter(Column::Status.is_in(UNDECIDED));
    }
    if let Some(awaiting) = filter.awaiting_countersign {
        referrals = referrals.filter(whole()).filter(Column::AwaitingCountersign.eq(awaiting));
    }
    if let Some(urgencies) = &filter.urgencies {
        referrals = referrals.filter(Column::Urgency.is_in(urgencies.iter().copied()));
    }
    if let Some(sources) = &filter.sources {
        referrals = referrals.filter(Column::Source.is_in(sources.iter().copied()));
    }
    if let Some(from) = filter.from {
        referrals = referrals.filter(Column::SubmittedAt.gte(from));
    }
    if let Some(to) = filter.to {
        referrals = referrals.filter(Column::SubmittedAt.lt(to));
    }
    if let Some(now) = filter.overdue_at {
        let undecided = Condition::all()
            .add(Column::Status.eq(ReferralStatus::Submitted))
            .add(Column::AwaitingCountersign.eq(false));
        // To those who sent it, a decision that waits for the manager is none.
        let waits = Condition::all().add(Column::AwaitingCountersign.eq(true)).add(whole().not());
        referrals =
            referrals.filter(Condition::any().add(undecided).add(waits)).filter(Column::TriageDueAt.lt(now));
    }
    if filter.mine {
        let owned = whole().add(Column::OwnerId.eq(viewer.user));
        let sent = scope::holding::<referral::Entity>(viewer, viewer.sees(See::ReferralAsSent))
            .add(Column::ReferrerId.eq(viewer.user));
        referrals = referrals.filter(Condition::any().add(owned).add(Condition::all().add(sent)));
    }
    if let Some(name) = &filter.name {
        let mut children = Query::select();
        children
            .column(young_person::Column::Id)
            .from(young_person::Entity)
            .and_where(young_person::Column::SearchName.contains(name));
        let shared = Condition::all().add(whole()).add(Column::YoungPersonId.in_subquery(children));
        let as_sent = Column::ChildSearchName.contains(name);
        referrals = referrals.filter(Condition::any().add(as_sent).add(shared));
    }
    if let Some(reference) = &filter.reference {
        referrals = referrals.filter(Column::Reference.eq(reference.clone()));
    }
    if let Some(child) = filter.young_person {
        referrals = referrals.filter(whole()).filter(Column::YoungPersonId.eq(child));
    }
    referrals
}

/// An order of a list of referrals.
#[must_use]
pub fn ordering(order: ReferralOrder) -> Ordering<SeenReferral> {
    let column = |column| Expr::col((referral::Entity, column));
    let by_submission = |descending| Ordering {
        columns: vec![column(referral::Column::SubmittedAt), column(referral::Column::Id)],
        descending,
        keys: |seen: &SeenReferral| vec![Key::Instant(seen.row.submitted_at), Key::Id(seen.row.id.uuid())],
    };
    match order {
        ReferralOrder::Newest => by_submission(true),
        ReferralOrder::Oldest => by_submission(false),
        ReferralOrder::TriageDue => Ordering {
            columns: vec![column(referral::Column::TriageDueAt), column(referral::Column::Id)],
            descending: false,
            keys: |seen: &SeenReferral| {
                vec![Key::Instant(seen.row.triage_due_at), Key::Id(seen.row.id.uuid())]
            },
        },
    }
}

/// One page.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    order: ReferralOrder,
    window: &Window,
) -> Result<Page<SeenReferral>> {
    page::page(on, select(viewer, filter), &ordering(order), window).await
}

/// Referrals by id, those that the viewer may see something of.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Referral>],
) -> Result<Vec<SeenReferral>> {
    Ok(scoped(viewer)
        .filter(referral::Column::Id.is_in(ids.iter().copied()))
        .into_model::<SeenReferral>()
        .all(on)
        .await?)
}

/// The referral with a reference.
pub async fn by_reference(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    reference: &str,
) -> Result<Option<SeenReferral>> {
    let filter = Filter { reference: Some(reference.to_owned()), ..Filter::default() };
    Ok(select(viewer, &filter).into_model::<SeenReferral>().one(on).await?)
}

/// A referral to be changed: locked, or NOT_FOUND.
pub async fn for_change(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::Referral>,
) -> Result<SeenReferral> {
    read::for_change(on, scoped(viewer).filter(referral::Column::Id.eq(id))).await
}

/// A referral for what happens by itself: locked.
pub async fn for_itself(
    on: &impl ConnectionTrait,
    id: Id<noun::Referral>,
) -> Result<Option<referral::Model>> {
    let referral = unscoped::<referral::Entity>("what falls due by itself has no viewer")
        .filter(referral::Column::Id.eq(id));
    Ok(locked(referral, on).one(on).await?)
}

/// Whether a reference is taken.
pub async fn reference_taken(on: &impl ConnectionTrait, reference: &str) -> Result<bool> {
    Ok(unscoped::<referral::Entity>("whether a reference is free, and nothing else")
        .filter(referral::Column::Reference.eq(reference))
        .one(on)
        .await?
        .is_some())
}

/// What a case was opened for, not locked: who triages holds a referral before its case.
pub async fn for_rules(on: &impl ConnectionTrait, id: Id<noun::Referral>) -> Result<Option<referral::Model>> {
    let one = unscoped::<referral::Entity>("the rules of a place ask for what the child was referred");
    Ok(one.filter(referral::Column::Id.eq(id)).one(on).await?)
}

/// The originals of repeats, each only where the same group sent it too.
pub async fn originals(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Referral>],
) -> Result<Vec<referral::Model>> {
    Ok(unscoped::<referral::Entity>(
        "a repeat of one's own takes the stage of that one; only the stage is used",
    )
    .filter(referral::Column::Id.is_in(ids.iter().copied()))
    .all(on)
    .await?)
}

/// Declares a read of one kind of part for some referrals.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident: $entity:ident, $order:ident;)*) => {
        $(
            $(#[$doc])*
            pub async fn $name(
                on: &impl ConnectionTrait,
                referrals: &[Id<noun::Referral>],
            ) -> Result<Vec<$entity::Model>> {
                Ok(unscoped::<$entity::Entity>(OF_A_REFERRAL_SEEN)
                    .filter($entity::Column::ReferralId.is_in(referrals.iter().copied()))
                    .order_by_asc($entity::Column::$order)
                    .all(on)
                    .await?)
            }
        )*
    };
}

parts! {
    /// The services that have to act.
    services: referral_service, ServiceId;
    /// The messages, oldest first.
    messages: referral_message, At;
    /// The decisions, oldest first; the last one is the one that stands.
    decisions: triage_decision, DecidedAt;
}
