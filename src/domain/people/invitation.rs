//! Inviting people, and the second person who agrees to a role that opens children's records.

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, sea_query::OnConflict,
};

use super::{
    invitation_rules::{self as rules, Wanted},
    link::{self, Handed, NewLink},
};
use crate::{
    access::{Act, Viewer},
    domain::record::operation::{Caller, Operation, operate},
    entity::people::{invitation, link::Column, organisation, user},
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
        mail,
    },
    read::people::{account, invitation as invitations, membership, organisation as organisations},
    words::{
        AuditAction, InvitationStatus, Role, SubjectKind,
        id::{Id, noun},
        names::search_key,
    },
};

/// Whom somebody invites, to what.
#[derive(Clone, Debug)]
pub struct Invite {
    /// The address.
    pub email: String,
    /// The name.
    pub name: String,
    /// Where; the viewer's own organisation where it is left out.
    pub organisation: Option<Id<noun::Organisation>>,
    /// In which group; the viewer's own in the own organisation where it is left out.
    pub group: Option<String>,
    /// As what.
    pub role: Role,
    /// Whether they will lead the group.
    pub lead: bool,
    /// The first day; today where it is left out.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

/// What came of an act that may make a link.
pub type Done = Result<(Id<noun::Invitation>, Handed)>;

/// Invites somebody. Where a second person has to agree, there is no link before they have.
pub async fn invite(app: &App, caller: &Caller, invite: Invite) -> Done {
    let email = invite.email.trim().to_lowercase();
    let mut made = None;
    let id = operate(app, caller, "user.invite", async |op, viewer| {
        let (place, group) = place(op, viewer, &invite).await?;
        viewer.must(Act::KeepPeople, membership::holds(viewer, place.id, &group))?;
        let from = invite.from.unwrap_or(op.today);
        none_of(rules::problems(&Wanted {
            email: &email,
            name: &invite.name,
            group: &group,
            role: invite.role,
            kind: place.kind,
            giver: viewer.role,
            from,
            to: invite.to,
            today: op.today,
        }))?;
        let person = account(op, viewer, &email, &invite.name).await?;
        let row = invitation::Model {
            id: op.new_id(),
            user_id: person.id,
            organisation_id: place.id,
            group_name: group,
            role: invite.role,
            lead: invite.lead,
            from_date: from,
            to_date: invite.to,
            email: email.clone(),
            name: invite.name.trim().to_owned(),
            status: rules::begins(invite.role),
            invited_by_id: viewer.user,
            invited_at: op.now,
            decided_by_id: None,
            decided_at: None,
            link_expires_at: None,
        };
        not_twice(op, &row).await?;
        let row = row.into_active_model().insert(op.tx).await?;
        op.audit(AuditAction::Grant, SubjectKind::Invitation, row.id.uuid(), None).await?;
        if row.status == InvitationStatus::Ready {
            made = Some(new_link(op, &row).await?);
        }
        Ok(row.id)
    })
    .await?;
    Ok((id, handed(app, &email, made.as_ref())))
}

/// The organisation that is invited to, and the group.
async fn place(
    op: &Operation<'_>,
    viewer: &Viewer,
    invite: &Invite,
) -> Result<(organisation::Model, String)> {
    let id = invite.organisation.unwrap_or(viewer.organisation);
    let found = organisations::by_ids(op.tx, &[id]).await?.pop();
    let open = found.filter(|row| row.closed_on.is_none_or(|closed| closed > op.today));
    let unknown =
        Problem::new("organisationId", ProblemCode::NotFound, "Choose an organisation that is open.");
    let place = open.ok_or(unknown)?;
    let own = place.id == viewer.organisation && viewer.role != Role::Administrator;
    let group = invite.group.as_deref().map(str::trim).map(str::to_owned);
    Ok((place, group.unwrap_or_else(|| if own { viewer.group.clone() } else { String::new() })))
}

/// The account of an address, made where there is none. It opens nothing before its person has chosen a password.
async fn account(op: &Operation<'_>, viewer: &Viewer, email: &str, name: &str) -> Result<user::Model> {
    let Some(known) = account::by_email(op.tx, email).await? else {
        let new = user::Model {
            id: op.new_id(),
            email: email.to_owned(),
            name: name.trim().to_owned(),
            search_name: search_key(name),
            job_title: None,
            phone: None,
            password_hash: None,
            active: true,
            created_at: op.now,
            last_signed_in_at: None,
            // The 60 days of an account that nobody signed in to begin anew when its person chooses a password.
            woken_at: None,
        };
        // Two who invite the same person at once make one account.
        let once = OnConflict::column(user::Column::Email).do_nothing().to_owned();
        let insert = user::Entity::insert(new.into_active_model()).on_conflict(once);
        insert.exec_without_returning(op.tx).await?;
        let made = account::by_email(op.tx, email).await?;
        return made.ok_or_else(|| Error::internal("an account that was just made is not there"));
    };
    if known.id == viewer.user {
        let words = "Nobody gives themselves a role. Ask another lead or an administrator.";
        return Err(Problem::new("email", ProblemCode::ConflictOfInterest, words).into());
    }
    Ok(known)
}

/// A problem where the person holds just this role, or is invited to it.
async fn not_twice(op: &Operation<'_>, new: &invitation::Model) -> Result<()> {
    let held = membership::of_person(op.tx, new.user_id, op.today).await?;
    let holds = held.iter().any(|held| {
        (held.organisation_id, &held.group_name, held.role)
            == (new.organisation_id, &new.group_name, new.role)
    });
    let invited = invitations::open_for(op.tx, new.user_id).await?.iter().any(|open| {
        (open.organisation_id, &open.group_name, open.role)
            == (new.organisation_id, &new.group_name, new.role)
    });
    let words = match (holds, invited) {
        (true, _) => "They belong to this group in this role already.",
        (_, true) => "They are invited already. Make a new link for that invitation instead.",
        _ => return Ok(()),
    };
    Err(Problem::new("email", ProblemCode::Duplicate, words).into())
}

async fn new_link(op: &Operation<'_>, invitation: &invitation::Model) -> Result<NewLink> {
    let new = link::make(op.app, op.tx, invitation.user_id, Some(invitation.id)).await?;
    link::note(op.tx, invitation.id, &new).await?;
    op.audit(AuditAction::Grant, SubjectKind::Link, new.id.uuid(), None).await?;
    Ok(new)
}

fn handed(app: &App, email: &str, made: Option<&NewLink>) -> Handed {
    made.map(|new| link::deliver(app, email, new)).unwrap_or_default()
}

async fn open(op: &Operation<'_>, viewer: &Viewer, id: Id<noun::Invitation>) -> Result<invitation::Model> {
    invitations::for_change(op.tx, viewer, id).await?.ok_or(Error::NotFound)
}

fn wrong_status(words: &'static str) -> Error {
    Problem::new("invitationId", ProblemCode::NotAllowedInStatus, words).into()
}

/// Agrees to an invitation, as the second person. Where mail is configured its link goes out; else whoever invited makes it.
pub async fn approve(app: &App, caller: &Caller, id: Id<noun::Invitation>) -> Result<Id<noun::Invitation>> {
    let mut made = None;
    let done = operate(app, caller, "invitation.approve", async |op, viewer| {
        let row = open(op, viewer, id).await?;
        let holds = membership::holds(viewer, row.organisation_id, &row.group_name);
        viewer.must(Act::ApproveInvitation, holds)?;
        if row.status != InvitationStatus::WaitingForApproval {
            return Err(wrong_status("Somebody has agreed to this already."));
        }
        if [row.invited_by_id, row.user_id].contains(&viewer.user) {
            let words = "A second person has to agree: nobody agrees to their own invitation. Ask another manager of this \
                         service, or an administrator to invite in your place.";
            return Err(Problem::new("invitationId", ProblemCode::ConflictOfInterest, words).into());
        }
        let row = decide(op, viewer, row, InvitationStatus::Ready).await?;
        if mail::configured(op.app.config()) {
            made = Some((row.email.clone(), new_link(op, &row).await?));
        }
        Ok(row.id)
    })
    .await?;
    if let Some((email, new)) = made {
        let _ = link::deliver(app, &email, &new);
    }
    Ok(done)
}

async fn decide(
    op: &Operation<'_>,
    viewer: &Viewer,
    row: invitation::Model,
    status: InvitationStatus,
) -> Result<invitation::Model> {
    let mut row = row.into_active_model();
    row.status = Set(status);
    row.decided_by_id = Set(Some(viewer.user));
    row.decided_at = Set(Some(op.now));
    let row = row.update(op.tx).await?;
    op.audit(AuditAction::Grant, SubjectKind::Invitation, row.id.uuid(), None).await?;
    Ok(row)
}

/// Does not agree to an invitation, or takes it back: its links work no more.
pub async fn decline(app: &App, caller: &Caller, id: Id<noun::Invitation>) -> Result<Id<noun::Invitation>> {
    operate(app, caller, "invitation.decline", async |op, viewer| {
        let row = open(op, viewer, id).await?;
        let holds = membership::holds(viewer, row.organisation_id, &row.group_name);
        if !viewer.may(Act::ApproveInvitation, holds) {
            viewer.must(Act::KeepPeople, holds)?;
        }
        link::revoke(op.tx, Column::InvitationId.eq(row.id), op.now).await?;
        Ok(decide(op, viewer, row, InvitationStatus::Declined).await?.id)
    })
    .await
}

/// Makes a link for an invitation, in place of the last one.
pub async fn send(app: &App, caller: &Caller, id: Id<noun::Invitation>) -> Done {
    let mut made = None;
    let done = operate(app, caller, "invitation.send", async |op, viewer| {
        let row = open(op, viewer, id).await?;
        viewer.must(Act::KeepPeople, membership::holds(viewer, row.organisation_id, &row.group_name))?;
        if row.status != InvitationStatus::Ready {
            return Err(wrong_status("A second person has to agree first. Ask the manager of the service."));
        }
        made = Some((row.email.clone(), new_link(op, &row).await?));
        Ok(row.id)
    })
    .await?;
    let handed = made.map(|(email, new)| link::deliver(app, &email, &new)).unwrap_or_default();
    Ok((done, handed))
}
