//! Who waited and who was passed over, for the equality check of a service.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, JoinType, QueryFilter, QuerySelect, QueryTrait, RelationTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use crate::{
    access::{See, Viewer},
    entity::{
        delivery::enrolment::{self, Column},
        people::young_person,
    },
    platform::error::Result,
    read::{scope, unscoped},
    words::{
        EnrolmentStatus, Sex,
        id::{Id, noun},
    },
};

/// A child who joined a list: sex, ethnicity, and whether somebody was placed before them.
pub type Waited = (Id<noun::YoungPerson>, Sex, Option<String>, bool);

const JOINED_A_LIST: &str = "EXISTS (SELECT 1 FROM enrolment_step AS s WHERE s.enrolment_id = enrolment.id AND s.from_status \
                             IS NULL AND s.to_status = 'WAITLISTED')";
const PASSED: &str = "EXISTS (SELECT 1 FROM passed_over AS p WHERE p.passed_id = enrolment.id)";

/// The children of the viewer's service who joined a waiting list between two instants, a row for each time.
pub async fn waited_between(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Waited>> {
    Ok(scope::visible_to::<enrolment::Entity>(viewer, viewer.sees(See::WaitingList))
        .join(JoinType::InnerJoin, enrolment::Relation::YoungPerson.def())
        .filter(Column::JoinedAt.gte(from).and(Column::JoinedAt.lt(to)))
        .filter(Expr::cust(JOINED_A_LIST))
        .select_only()
        .column(Column::YoungPersonId)
        .column(young_person::Column::Sex)
        .column(young_person::Column::Ethnicity)
        .column_as(Expr::cust(PASSED), "passed")
        .into_tuple()
        .all(on)
        .await?)
}

/// The rows of `passed_over` that an enrolment leaves when it joins a list: those before whom it stands though they joined
/// earlier. Columns: who stands before, who was passed over, when.
#[must_use]
pub fn rows_by(first: &enrolment::Model, at: DateTime<Utc>) -> SelectStatement {
    unscoped::<enrolment::Entity>("who is passed over is written down over the whole list")
        .filter(Column::OfferingId.eq(first.offering_id))
        .filter(Column::Status.eq(EnrolmentStatus::Waitlisted))
        .filter(Column::Resting.eq(false))
        .filter(Column::Band.gt(first.band))
        .select_only()
        .column_as(Expr::value(first.id), "first_id")
        .column_as(Column::Id, "passed_id")
        .column_as(Expr::value(at), "at")
        .into_query()
}
