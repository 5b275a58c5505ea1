//! "I cannot sign in": somebody asks for a new link. It is mailed where mail is configured; else whoever keeps the people of
//! the group sees that they asked, and hands a link over.
//!
//! The answer is the same for everyone, and given before any of this is done. How often is counted in the database.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    asleep,
    link::{self, Handed},
    sign_in::{Entry, place},
};
use crate::{
    access::{Act, Viewer},
    domain::record::operation::{Caller, Operation, by_itself, operate},
    entity::people::{link_request, user},
    platform::{
        app::App,
        error::{Error, Result},
        mail,
    },
    read::people::{account, entrance, invitation as invitations, membership, user as users},
    words::{
        AuditAction, SubjectKind,
        id::{Id, noun},
    },
};

/// Requests are counted over so long.
const WITHIN: TimeDelta = TimeDelta::hours(1);
/// So many for one account within that time; more do nothing.
pub const FOR_AN_ACCOUNT: u64 = 3;
/// So many from one address, behind which may be a whole school.
pub const FROM_AN_ADDRESS: u64 = 30;

/// Somebody who cannot sign in.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The e-mail address that they typed.
    pub email: String,
    /// Where it comes from, as text.
    pub address: String,
    /// The request, as in the log.
    pub request_id: String,
}

/// Asks for a new link. Answers nothing, whether there is such an account or not.
pub async fn ask(app: &App, asked: &Asked) -> Result<()> {
    let email = asked.email.trim().to_lowercase();
    let account = app.keys().digest("link_request/account", &[email.as_bytes()]);
    let address = place(app, &asked.address);
    let transaction = app.begin().await?;
    let (tx, now) = (&transaction.tx, app.now());
    let (before, from_here) =
        invitations::count_requests(tx, (account.as_slice(), address.as_slice()), now - WITHIN).await?;
    if before >= FOR_AN_ACCOUNT || from_here >= FROM_AN_ADDRESS {
        return Ok(());
    }
    let person = holder(app, tx, &email).await?;
    let user_id = person.as_ref().map(|person| person.id);
    // Nobody wakes themselves: whoever keeps the person sees that they asked.
    let sleeps = person.as_ref().is_some_and(|person| asleep::asleep(app, person));
    let mails = mail::configured(app.config()) && !sleeps;
    if let Some(id) = user_id {
        handled(app, tx, id).await?;
    }
    link_request::ActiveModel {
        id: Set(app.new_id()),
        user_id: Set(user_id),
        account_digest: Set(account),
        address_digest: Set(address.clone()),
        at: Set(now),
        handled_at: Set(mails.then_some(now)),
    }
    .insert(tx)
    .await?;
    let entry = Entry { request_id: &asked.request_id, digest: Some(address) };
    let about = (SubjectKind::User, user_id.map(Id::uuid));
    entry.write(app, tx, None, AuditAction::Change, about, "link.ask").await?;
    let made = match &person {
        Some(person) if mails => {
            let new = link::make(app, tx, person.id, None).await?;
            let about = (SubjectKind::Link, Some(new.id.uuid()));
            entry.write(app, tx, None, AuditAction::Grant, about, "link.ask").await?;
            Some((person.email.clone(), new))
        }
        _ => None,
    };
    transaction.commit().await?;
    if let Some((email, new)) = made {
        let _ = link::deliver(app, &email, &new);
    }
    Ok(())
}

/// Whose account it is, where there is one that somebody could sign in to with a password.
async fn holder(app: &App, on: &impl ConnectionTrait, email: &str) -> Result<Option<user::Model>> {
    let Some(person) = account::by_email(on, email).await?.filter(|person| person.active) else {
        return Ok(None);
    };
    let roles = entrance::roles(on, person.id, app.today()).await?;
    Ok((!roles.is_empty()).then_some(person))
}

async fn handled(app: &App, on: &impl ConnectionTrait, person: Id<noun::User>) -> Result<()> {
    link_request::Entity::update_many()
        .set(link_request::ActiveModel { handled_at: Set(Some(app.now())), ..Default::default() })
        .filter(link_request::Column::UserId.eq(person))
        .filter(link_request::Column::HandledAt.is_null())
        .exec(on)
        .await?;
    Ok(())
}

/// Makes the link that somebody asked for, to be handed over: by an administrator, or by the lead of all that they hold.
/// Somebody who has fallen asleep is woken by it. Answers whose it is.
pub async fn give(app: &App, caller: &Caller, id: Id<noun::LinkRequest>) -> Result<(Id<noun::User>, Handed)> {
    let mut made = None;
    let whose = operate(app, caller, "link.give", async |op, viewer| {
        let person = asking(op, viewer, id).await?;
        for held in membership::of_person(op.tx, person.id, op.today).await? {
            viewer
                .must(Act::KeepPeople, membership::holds(viewer, held.organisation_id, &held.group_name))?;
        }
        handled(op.app, op.tx, person.id).await?;
        if asleep::asleep(op.app, &person) {
            // Whoever may hand a link over may wake them, and without that it would open nothing.
            asleep::write(op.tx, person.id, op.now).await?;
        }
        let new = link::make(op.app, op.tx, person.id, None).await?;
        op.audit(AuditAction::Grant, SubjectKind::Link, new.id.uuid(), None).await?;
        op.audit(AuditAction::Grant, SubjectKind::User, person.id.uuid(), None).await?;
        made = Some((person.email, new));
        Ok(person.id)
    })
    .await?;
    let handed = made.map(|(email, new)| link::deliver(app, &email, &new)).unwrap_or_default();
    Ok((whose, handed))
}

async fn asking(op: &Operation<'_>, viewer: &Viewer, id: Id<noun::LinkRequest>) -> Result<user::Model> {
    let request = invitations::request(op.tx, viewer, id).await?.ok_or(Error::NotFound)?;
    let whose: Vec<_> = request.user_id.into_iter().collect();
    users::by_ids(op.tx, &whose).await?.pop().ok_or(Error::NotFound)
}

/// Forgets requests that are no longer counted nor shown.
pub async fn forget(app: &App) -> Result<u64> {
    by_itself(app, "link_request.forget", async |op| {
        let done = link_request::Entity::delete_many()
            .filter(link_request::Column::At.lt(op.now - invitations::REQUESTS_KEPT))
            .exec(op.tx)
            .await?;
        Ok(done.rows_affected)
    })
    .await
}
