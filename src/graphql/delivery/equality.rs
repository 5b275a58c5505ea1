//! The equality check of a service's waiting lists.

use async_graphql::{Context, SimpleObject};

use crate::{
    access::{Relation, See},
    domain::delivery::equality::{self, Group},
    graphql::{error::Answer, visit::Ask},
    platform::error::Error,
    read::delivery::passed_over,
};

/// Who was passed over on waiting lists: placed after others who came later. The same children twice, in groups in which 5 or
/// more were and not from 1 to 4 were not; the others are told as one. Empty where not even all of them are such a group.
#[derive(SimpleObject)]
pub struct PassedOverCheck {
    /// By sex.
    sex: Vec<PassedOverGroup>,
    /// By ethnic group.
    ethnicity: Vec<PassedOverGroup>,
}

/// A group of children, or several that are told as one.
#[derive(SimpleObject)]
pub struct PassedOverGroup {
    /// Of whom, in words.
    of: Vec<&'static str>,
    /// How many joined a waiting list.
    waited: i32,
    /// How many of them were passed over.
    passed_over: i32,
}

impl From<Group> for PassedOverGroup {
    fn from(Group { of, waited, passed_over }: Group) -> Self {
        let number = |number| i32::try_from(number).unwrap_or(i32::MAX);
        Self { of, waited: number(waited), passed_over: number(passed_over) }
    }
}

/// The check over a quarter that is over; for the managers of a service, of its own children. Null for everyone else.
pub async fn check(ctx: &Context<'_>, year: i32, quarter: i32) -> Answer<Option<PassedOverCheck>> {
    let sight = ctx.sight()?;
    if !sight.viewer.sees(See::WaitingList).has(Relation::OwnService) {
        return Ok(None);
    }
    let Some(between) = equality::quarter(year, quarter, ctx.app().today()) else {
        let message = "Ask for a quarter, from 1 to 4, of a year, that is over.";
        return Err(Error::BadInput(message.into()).into());
    };
    let rows = passed_over::waited_between(ctx.app().reads(), &sight.viewer, between).await?;
    let equality::Check { sex, ethnicity } = equality::check(rows);
    let all = |groups: Vec<Group>| groups.into_iter().map(Into::into).collect();
    Ok(Some(PassedOverCheck { sex: all(sex), ethnicity: all(ethnicity) }))
}
