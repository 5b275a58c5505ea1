//! Accounts from the command line: added, ended and listed by whoever runs the machine, each act audited.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait};
use serde_json::json;

use super::{asleep, leaving, link, token};
use crate::{
    entity::people::{link as links, membership, organisation, user},
    platform::{
        app::App,
        error::{Error, Result},
    },
    read::people::{
        account::{self, Account, Which},
        directory::ORGANISATIONS,
    },
    words::{
        OrganisationKind, Role, SubjectKind,
        id::{Id, noun},
        names::search_key,
    },
};

/// The one password of every sign-in of a demo. A database is a demo from its first migration on, or never.
pub const DEMO_PASSWORD: &str = "ridgeway-demo-2026";

/// Those of a demo's people whom a visitor is told of: one or two for each role.
const DEMO_SIGN_INS: &[&str] = &[
    "caseworker.swindon@ridgeway.example",
    "caseworker2.swindon@ridgeway.example",
    "triage.swindon@ridgeway.example",
    "manager.swindon@ridgeway.example",
    "caseworker.wiltshire@ridgeway.example",
    "caseworker2.wiltshire@ridgeway.example",
    "triage.wiltshire@ridgeway.example",
    "manager.wiltshire@ridgeway.example",
    "school.one@ridgeway.example",
    "school.two@ridgeway.example",
    "police@ridgeway.example",
    "provider@ridgeway.example",
    "provider.manager@ridgeway.example",
    "two.roles@ridgeway.example",
    "partnership@ridgeway.example",
    "analyst@ridgeway.example",
    "finance@ridgeway.example",
    "dpo@ridgeway.example",
    "admin@ridgeway.example",
];

/// Who is to be added, or given another membership.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The organisation's name, or a school's number.
    pub organisation: String,
    /// What kind of organisation to make where there is none of that name.
    pub make_organisation: Option<OrganisationKind>,
    /// As what.
    pub role: Role,
    /// In which group; empty for none.
    pub group: String,
    /// Whether they lead the group.
    pub lead: bool,
}

/// Adds an account with a membership, or a membership to an account. Answers the link with which somebody who has no password
/// yet chooses one, shown once.
pub async fn add(app: &App, new: &NewAccount) -> Result<Option<String>> {
    let email = new.email.trim().to_lowercase();
    if !email.contains('@') || new.name.trim().is_empty() {
        return Err(Error::BadInput("an account needs an e-mail address and a name".into()));
    }
    let transaction = app.begin().await?;
    let tx = &transaction.tx;
    let organisation = organisation(app, tx, new).await?;
    let known = account::by_email(tx, &email).await?;
    let (user_id, chooses) = if let Some(user) = known {
        if !user.active {
            return Err(Error::BadInput(
                "this account has ended: invite the person again in the pages".into(),
            ));
        }
        // What was made while the account could do less works no more.
        link::revoke(tx, links::Column::UserId.eq(user.id), app.now()).await?;
        (user.id, user.password_hash.is_none())
    } else {
        let id = app.new_id::<Id<noun::User>>();
        user::ActiveModel {
            id: Set(id),
            email: Set(email),
            name: Set(new.name.trim().to_owned()),
            search_name: Set(search_key(&new.name)),
            job_title: Set(None),
            phone: Set(None),
            password_hash: Set(None),
            active: Set(true),
            created_at: Set(app.now()),
            last_signed_in_at: Set(None),
            woken_at: Set(None),
        }
        .insert(tx)
        .await?;
        (id, true)
    };
    let membership_id = app.new_id::<Id<noun::Membership>>();
    membership::ActiveModel {
        id: Set(membership_id),
        user_id: Set(user_id),
        organisation_id: Set(organisation),
        group_name: Set(new.group.clone()),
        role: Set(new.role),
        lead: Set(new.lead),
        from_date: Set(app.today()),
        to_date: Set(None),
        ended_at: Set(None),
    }
    .insert(tx)
    .await?;
    token::command(app, tx, (SubjectKind::Membership, membership_id.uuid()), "user add").await?;
    let url = if chooses { Some(new_link(app, tx, user_id, "user add").await?) } else { None };
    transaction.commit().await?;
    if new.make_organisation.is_some() {
        app.cache().forget(ORGANISATIONS);
    }
    Ok(url)
}

async fn new_link(
    app: &App,
    tx: &sea_orm::DatabaseTransaction,
    user: Id<noun::User>,
    act: &str,
) -> Result<String> {
    let new = link::make(app, tx, user, None).await?;
    token::command(app, tx, (SubjectKind::Link, new.id.uuid()), act).await?;
    Ok(link::url(app, &new))
}

/// Makes a link with which the person of an account chooses a new password.
pub async fn link(app: &App, email: &str) -> Result<String> {
    let user = token::holder(app, email).await?;
    if !user.active {
        return Err(Error::BadInput("this account has ended".into()));
    }
    let transaction = app.begin().await?;
    let url = new_link(app, &transaction.tx, user.id, "user link").await?;
    transaction.commit().await?;
    Ok(url)
}

async fn organisation(
    app: &App,
    tx: &sea_orm::DatabaseTransaction,
    new: &NewAccount,
) -> Result<Id<noun::Organisation>> {
    let found = account::organisations(tx, &new.organisation).await?;
    match (found.as_slice(), new.make_organisation) {
        ([one], _) => Ok(one.id),
        ([], Some(kind)) => {
            let id = app.new_id::<Id<noun::Organisation>>();
            organisation::ActiveModel {
                id: Set(id),
                name: Set(new.organisation.clone()),
                search_name: Set(search_key(&new.organisation)),
                kind: Set(kind),
                specified_authority: Set(false),
                urn: Set(None),
                area_id: Set(None),
                contact_name: Set(None),
                contact_phone: Set(None),
                service_hours: Set(json!([])),
                closed_on: Set(None),
            }
            .insert(tx)
            .await?;
            token::command(app, tx, (SubjectKind::Organisation, id.uuid()), "user add").await?;
            Ok(id)
        }
        ([], None) => Err(Error::BadInput(
            "there is no organisation of that name or number; --make-organisation KIND makes one".into(),
        )),
        _ => Err(Error::BadInput("several organisations have that name: give the school's number".into())),
    }
}

/// Ends an account: its sign-ins and tokens stop at once, its memberships with it.
pub async fn end(app: &App, email: &str) -> Result<()> {
    let user = token::holder(app, email).await?;
    let transaction = app.begin().await?;
    let tx = &transaction.tx;
    leaving::end_account(app, tx, user.id).await?;
    token::command(app, tx, (SubjectKind::User, user.id.uuid()), "user end").await?;
    transaction.commit().await
}

/// Wakes an account that nobody has signed in to for long.
pub async fn wake(app: &App, email: &str) -> Result<()> {
    let user = token::holder(app, email).await?;
    if !user.active {
        return Err(Error::BadInput("this account has ended: nobody wakes it".into()));
    }
    let transaction = app.begin().await?;
    let tx = &transaction.tx;
    asleep::write(tx, user.id, app.now()).await?;
    token::command(app, tx, (SubjectKind::User, user.id.uuid()), "user wake").await?;
    transaction.commit().await
}

/// Every account with its memberships, for the command line: that they were looked at is written down.
pub async fn listed(app: &App) -> Result<Vec<Account>> {
    let transaction = app.begin().await?;
    token::looked(app, &transaction.tx, (SubjectKind::User, None), "user list").await?;
    transaction.commit().await?;
    list(app).await
}

/// Every account with its memberships.
pub async fn list(app: &App) -> Result<Vec<Account>> {
    account::list(app.database(), Which::All).await
}

/// Whom one may sign in as in a demo, each under the oldest membership.
pub async fn demo_sign_ins(app: &App) -> Result<Vec<Account>> {
    let mut people = account::list(app.database(), Which::CanSignIn(DEMO_SIGN_INS, app.today())).await?;
    people.sort_by_key(|person| DEMO_SIGN_INS.iter().position(|email| *email == person.email));
    people.dedup_by(|next, before| next.email == before.email);
    Ok(people)
}
