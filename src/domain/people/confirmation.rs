//! Leads confirm every 90 days who still belongs to their group. When that is due is computed, by the application's clock;
//! nothing ends by itself, and 14 days after the day an administrator sees the group too.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use sea_orm::{ActiveModelTrait, ColumnTrait, IntoActiveModel};

use super::membership as memberships;
use crate::{
    access::{Act, Relation::Always, Viewer, does},
    domain::record::operation::{Caller, operate},
    entity::people::{group_confirmation, membership::Column, membership::Model as Membership},
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
    },
    read::people::{link, membership, organisation},
    words::{
        AuditAction, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A confirmation holds so long.
pub const HOLDS: Days = Days::new(90);
/// So long after its day an administrator sees it too.
pub const THEN_TOLD: Days = Days::new(14);
/// So long before its day the lead is reminded.
pub const REMINDED: Days = Days::new(14);

/// When the people of a group are to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Where.
    pub organisation: Id<noun::Organisation>,
    /// The group.
    pub group: String,
    /// How many belong to it.
    pub members: usize,
    /// Whether anybody leads it.
    pub led: bool,
    /// When it was confirmed last.
    pub confirmed_on: Option<NaiveDate>,
    /// The day by which it is to be confirmed.
    pub due_on: NaiveDate,
}

/// When each group is due: 90 days after it was confirmed last, else after its first member came.
fn due(members: &[Membership], confirmed: &[(Id<noun::Organisation>, String, NaiveDate)]) -> Vec<Due> {
    let mut groups: BTreeMap<(Id<noun::Organisation>, &str), Vec<&Membership>> = BTreeMap::new();
    for member in members {
        groups.entry((member.organisation_id, &member.group_name)).or_default().push(member);
    }
    let dues = groups.into_iter().filter_map(|((organisation, group), members)| {
        let last = confirmed.iter().find(|(at, name, _)| (*at, name.as_str()) == (organisation, group));
        let confirmed_on = last.map(|(_, _, on)| *on);
        let since = confirmed_on.or_else(|| members.iter().map(|member| member.from_date).min())?;
        Some(Due {
            organisation,
            group: group.to_owned(),
            members: members.len(),
            led: members.iter().any(|member| member.lead),
            confirmed_on,
            due_on: since + HOLDS,
        })
    });
    dues.collect()
}

/// What a viewer is to confirm or to see to: a lead the own group, an administrator what is 14 days late.
pub async fn of(app: &App, viewer: &Viewer) -> Result<Vec<Due>> {
    let keeps = does(viewer.role, Act::KeepPeople);
    if !keeps.has(Always) && !viewer.lead {
        return Ok(Vec::new());
    }
    let on = app.reads();
    if !keeps.has(Always) {
        let members = membership::of_group(on, viewer.organisation, &viewer.group, viewer.today).await?;
        return Ok(due(&members, &link::confirmations(on, Some(viewer.organisation)).await?));
    }
    let members = membership::of_all_groups(on, viewer.today).await?;
    let own =
        |due: &Due| viewer.lead && (due.organisation, &due.group) == (viewer.organisation, &viewer.group);
    let late = |due: &Due| viewer.today >= due.due_on + THEN_TOLD;
    let mut dues = due(&members, &link::confirmations(on, None).await?);
    dues.retain(|due| own(due) || late(due));
    dues.sort_by_key(|due| due.due_on);
    Ok(dues)
}

/// Who stays and who does not: together everyone of the group.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// Where.
    pub organisation: Id<noun::Organisation>,
    /// The group.
    pub group: String,
    /// Who stays.
    pub staying: Vec<Id<noun::Membership>>,
    /// Who does not.
    pub ending: Vec<Id<noun::Membership>>,
}

/// Confirms the people of a group. Those who are said not to stay are ended; somebody who was not mentioned is not.
pub async fn confirm(app: &App, caller: &Caller, confirm: Confirm) -> Result<Id<noun::GroupConfirmation>> {
    operate(app, caller, "members.confirm", async |op, viewer| {
        if organisation::by_ids(op.tx, &[confirm.organisation]).await?.is_empty() {
            return Err(Error::NotFound);
        }
        viewer.must(Act::KeepPeople, membership::holds(viewer, confirm.organisation, &confirm.group))?;
        // PostgreSQL cannot even look for a text that holds U+0000.
        none_of(TextKind::Name.optional("group", Some(&confirm.group)).into_iter().collect())?;
        let members = membership::of_group(op.tx, confirm.organisation, &confirm.group, op.today).await?;
        everyone(&members, &confirm)?;
        let ending: Vec<_> = members.iter().filter(|member| confirm.ending.contains(&member.id)).collect();
        if ending.iter().any(|member| member.user_id == viewer.user) {
            let words = "Nobody ends their own access. Ask another lead or an administrator.";
            return Err(Problem::new("ending", ProblemCode::ConflictOfInterest, words).into());
        }
        for member in ending {
            memberships::end(op.tx, Column::Id.eq(member.id), op.now).await?;
            op.audit(AuditAction::Grant, SubjectKind::Membership, member.id.uuid(), None).await?;
        }
        let row = group_confirmation::Model {
            id: op.new_id(),
            organisation_id: confirm.organisation,
            group_name: confirm.group.clone(),
            by_user_id: viewer.user,
            confirmed_on: op.today,
        };
        let row = row.into_active_model().insert(op.tx).await?;
        op.audit(AuditAction::Grant, SubjectKind::Organisation, row.organisation_id.uuid(), None).await?;
        Ok(row.id)
    })
    .await
}

/// A problem unless the two lists together are just the group as it is now.
fn everyone(members: &[Membership], confirm: &Confirm) -> Result<()> {
    let now: BTreeSet<_> = members.iter().map(|member| member.id).collect();
    let said: BTreeSet<_> = confirm.staying.iter().chain(&confirm.ending).copied().collect();
    let twice = confirm.staying.iter().any(|id| confirm.ending.contains(id));
    if members.is_empty() || twice || now != said {
        let words = "Somebody joined or left the group since you opened this page. Look at it as it is now.";
        return Err(Problem::new("staying", ProblemCode::Stale, words).into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Role;
    use uuid::Uuid;

    fn member(id: u128, group: &str, from: &str, lead: bool) -> Membership {
        Membership {
            id: Uuid::from_u128(id).into(),
            user_id: Uuid::from_u128(id).into(),
            organisation_id: Uuid::nil().into(),
            group_name: group.to_owned(),
            role: Role::Referrer,
            lead,
            from_date: from.parse().unwrap(),
            to_date: None,
            ended_at: None,
        }
    }

    #[test]
    fn a_group_is_due_90_days_after_it_was_confirmed_or_its_first_member_came() {
        let members = [
            member(1, "A", "2026-02-01", true),
            member(2, "A", "2026-01-01", false),
            member(3, "B", "2026-01-01", false),
        ];
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let confirmed = [(Uuid::nil().into(), "B".to_owned(), day("2026-03-01"))];
        let dues = due(&members, &confirmed);
        assert_eq!((dues[0].due_on, dues[0].led, dues[0].members), (day("2026-04-01"), true, 2));
        assert_eq!(
            (dues[1].due_on, dues[1].led, dues[1].confirmed_on),
            (day("2026-05-30"), false, Some(day("2026-03-01")))
        );
    }

    #[test]
    fn nobody_is_left_out_and_nobody_is_said_twice() {
        let members = [member(1, "A", "2026-01-01", true), member(2, "A", "2026-01-01", false)];
        let (one, two) = (members[0].id, members[1].id);
        let say = |staying: &[Id<noun::Membership>], ending: &[Id<noun::Membership>]| Confirm {
            organisation: Uuid::nil().into(),
            group: "A".to_owned(),
            staying: staying.to_vec(),
            ending: ending.to_vec(),
        };
        assert!(everyone(&members, &say(&[one], &[two])).is_ok());
        assert!(everyone(&members, &say(&[one, two], &[])).is_ok());
        assert!(everyone(&members, &say(&[one], &[])).is_err());
        assert!(everyone(&members, &say(&[one, two], &[two])).is_err());
        assert!(everyone(&members, &say(&[one, two, Uuid::max().into()], &[])).is_err());
        assert!(everyone(&[], &say(&[], &[])).is_err());
    }
}
