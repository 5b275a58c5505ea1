//! Audiences: for whom an event may matter, as text, and to which of them a viewer listens.
//!
//! An audience only narrows what is looked at; each delivery is checked by row besides.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    access::{Act, See, Viewer},
    entity::people::cover,
    platform::error::Result,
    words::{
        Role,
        id::{Id, noun},
    },
};

/// Those who work a service's queue.
#[must_use]
pub fn queue(service: Id<noun::Organisation>) -> String {
    format!("queue:{}", service.uuid())
}

/// Those who manage a service's cases.
#[must_use]
pub fn cases(service: Id<noun::Organisation>) -> String {
    format!("cases:{}", service.uuid())
}

/// A caseworker, and whoever covers for them.
#[must_use]
pub fn worker(user: Id<noun::User>) -> String {
    format!("worker:{}", user.uuid())
}

/// The group that sent a referral.
#[must_use]
pub fn senders(organisation: Id<noun::Organisation>, group: &str) -> String {
    format!("senders:{}:{group}", organisation.uuid())
}

/// The person who sent a referral, in whatever role.
#[must_use]
pub fn sender(user: Id<noun::User>, organisation: Id<noun::Organisation>) -> String {
    format!("sender:{}:{}", user.uuid(), organisation.uuid())
}

/// Those who manage what a provider runs: told of its sessions.
#[must_use]
pub fn runs(provider: Id<noun::Organisation>) -> String {
    format!("runs:{}", provider.uuid())
}

/// Who leads sessions: told of those.
#[must_use]
pub fn leads(user: Id<noun::User>) -> String {
    format!("leads:{}", user.uuid())
}

/// Those who may know some number of places: told of every change of one.
pub const PLACES: &str = "places";
/// Everyone who may know of what is available: told where an answer changes, or a band.
pub const ANSWERS: &str = "answers";

/// What a viewer listens to who follows what is available.
#[must_use]
pub fn of_places(viewer: &Viewer) -> Vec<String> {
    let exact = (!viewer.sees(See::ExactPlaces).is_empty()).then(|| PLACES.to_owned());
    exact.into_iter().chain([ANSWERS.to_owned()]).collect()
}

/// What a viewer's work list listens to.
pub async fn of(on: &impl ConnectionTrait, viewer: &Viewer) -> Result<Vec<String>> {
    if viewer.role == Role::Referrer {
        return Ok(vec![senders(viewer.organisation, &viewer.group)]);
    }
    let mut audiences = Vec::new();
    if viewer.ever(Act::SubmitReferral) {
        audiences.push(sender(viewer.user, viewer.organisation));
    }
    if viewer.ever(Act::Triage) {
        audiences.push(queue(viewer.organisation));
    }
    match viewer.role {
        Role::TeamManager => audiences.push(cases(viewer.organisation)),
        Role::ProviderManager => audiences.push(runs(viewer.organisation)),
        Role::ProviderWorker => audiences.push(leads(viewer.user)),
        _ => {}
    }
    if viewer.role == Role::Caseworker && !viewer.sees(See::CaseContent).is_empty() {
        audiences.push(worker(viewer.user));
        let covers = cover::Entity::find()
            .filter(cover::Column::ByUserId.eq(viewer.user))
            .filter(cover::Column::ServiceId.eq(viewer.organisation))
            .filter(cover::Column::FromDate.lte(viewer.today))
            .filter(cover::Column::ToDate.gte(viewer.today))
            .all(on)
            .await?;
        audiences.extend(covers.into_iter().map(|cover| worker(cover.for_user_id)));
    }
    Ok(audiences)
}
