//! A safeguarding concern on a case, made quickly: it is open, and the manager raised it.

use ridgeway::{
    entity::casework::safeguarding_concern::{self, ConcernWords},
    platform::sealed::Sealed,
    words::{
        SafeguardingKind,
        id::{Id, noun},
    },
};
use sea_orm::{ActiveModelTrait, IntoActiveModel};

use super::rows::Originals;

impl Originals<'_> {
    pub async fn concern(
        &self,
        case: Id<noun::Case>,
        child: Id<noun::YoungPerson>,
    ) -> safeguarding_concern::Model {
        let (app, id): (_, Id<noun::SafeguardingConcern>) = (&self.test.app, self.test.app.new_id());
        let words = ConcernWords { text: "A bruise.".to_owned(), about_name: None, outcome: None };
        let concern = safeguarding_concern::Model {
            id,
            version: 2,
            kind: SafeguardingKind::AboutChild,
            young_person_id: Some(child),
            case_id: Some(case),
            referral_id: None,
            about_user_id: None,
            words: Sealed::new(app.keys(), id.uuid(), &words).unwrap(),
            raised_by_id: self.manager,
            raised_from_id: self.service,
            raised_at: app.now(),
            immediate_danger: false,
            parent_told: false,
            child_told: true,
            decision_due_on: "2026-11-26".parse().unwrap(),
            resolved_at: None,
            resolved_by_id: None,
        };
        concern.into_active_model().reset_all().insert(app.database()).await.unwrap()
    }
}
