//! Who hears that something about a child changed: those who manage and work the open cases, and those who have to act on
//! referrals that are not decided. Those who sent a referral do not: the shared record is not theirs.

use crate::{
    domain::record::operation::Operation,
    platform::error::Result,
    read::{self, casework::concerned, record::audience},
    words::{
        ChangeKind, SubjectKind,
        id::{Id, noun},
    },
};

/// Tells all whom a change of a child's record concerns.
pub async fn concerned(op: &Operation<'_>, child: Id<noun::YoungPerson>, kind: ChangeKind) -> Result<()> {
    let cases = concerned::open_cases(op.tx, child).await?;
    let ids: Vec<_> = cases.iter().map(|case| case.id).collect();
    let co_workers = read::casework::case::co_workers(op.tx, &ids).await?;
    for case in cases {
        let mut audiences = vec![audience::cases(case.controller_id)];
        audiences.extend(case.caseworker_id.map(audience::worker));
        let beside = co_workers.iter().filter(|row| row.case_id == case.id);
        audiences.extend(beside.map(|row| audience::worker(row.user_id)));
        op.event(kind, (SubjectKind::Case, case.id.uuid()), Some(case.id), audiences).await?;
    }
    let referrals = concerned::undecided_referrals(op.tx, child).await?;
    let ids: Vec<_> = referrals.iter().map(|referral| referral.id).collect();
    let services = read::casework::referral::services(op.tx, &ids).await?;
    for referral in ids {
        let queues = services.iter().filter(|row| row.referral_id == referral);
        let audiences = queues.map(|row| audience::queue(row.service_id)).collect();
        op.event(kind, (SubjectKind::Referral, referral.uuid()), None, audiences).await?;
    }
    Ok(())
}
