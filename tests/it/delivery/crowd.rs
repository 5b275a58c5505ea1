//! A crowd of children who can be placed: each with a case that is worked in Swindon and consent to take part.

use ridgeway::{
    entity::{
        casework::case,
        people::{
            consent::{self, ConsentWords},
            young_person,
        },
    },
    platform::sealed::Sealed,
    words::{
        CaseStatus, ConsentKind, ConsentStatus, Pathway,
        id::{Id, noun},
    },
};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};

use crate::support::TestApp;

/// So many rows in one statement.
const AT_ONCE: usize = 50;

/// Writes down so many children, each like the first who can be placed, and gives back their cases.
pub async fn crowd(test: &TestApp, how_many: usize) -> Vec<Value> {
    let (on, keys) = (test.app.database(), test.app.keys());
    let first = super::cases(test, 1).await.remove(0);
    let reference = "query($id: ID!) { node(id: $id) { ... on Case { reference } } }";
    let reference =
        test.manager().await.get(reference, json!({ "id": first })).await["node"]["reference"].clone();
    let case = case::Entity::find()
        .filter(case::Column::Reference.eq(reference.as_str().unwrap()))
        .one(on)
        .await
        .unwrap()
        .unwrap();
    let child = young_person::Entity::find_by_id(case.young_person_id).one(on).await.unwrap().unwrap();
    let consent = consent::Entity::find().one(on).await.unwrap().unwrap();
    let (mut children, mut cases, mut consents, mut ids) = (vec![], vec![], vec![], vec![]);
    for number in 0..how_many {
        let (id, case_id): (Id<noun::YoungPerson>, Id<noun::Case>) = (test.app.new_id(), test.app.new_id());
        let (upn, nhs_number, pnc_id) = (None, None, None);
        let (upn_index, nhs_number_index, pnc_id_index) = (None, None, None);
        children.push(young_person::Model {
            id,
            reference: format!("Y-C{number:06}"),
            upn,
            nhs_number,
            pnc_id,
            upn_index,
            nhs_number_index,
            pnc_id_index,
            ..child.clone()
        });
        cases.push(case::Model {
            id: case_id,
            reference: format!("C-C{number:06}"),
            young_person_id: id,
            status: CaseStatus::Active,
            pathway: Pathway::EarlyPrevention,
            ..case.clone()
        });
        for kind in [ConsentKind::ParticipateChild, ConsentKind::ParticipateParent] {
            let consent_id: Id<noun::Consent> = test.app.new_id();
            let words = ConsentWords { given_by: "Themselves".to_owned(), ..Default::default() };
            consents.push(consent::Model {
                id: consent_id,
                young_person_id: id,
                kind,
                status: ConsentStatus::Given,
                words: Sealed::new(keys, consent_id.uuid(), &words).unwrap(),
                contact_id: None,
                withdrawn_on: None,
                expires_on: None,
                replaced_at: None,
                ..consent.clone()
            });
        }
        ids.push(json!(case_id.seal(keys)));
    }
    insert(test, children).await;
    insert(test, cases).await;
    insert(test, consents).await;
    ids
}

async fn insert<M, A>(test: &TestApp, rows: Vec<M>)
where
    M: IntoActiveModel<A> + Clone,
    A: ActiveModelTrait,
{
    for rows in rows.chunks(AT_ONCE) {
        let rows = rows.iter().cloned().map(|row| row.into_active_model().reset_all());
        <A::Entity as EntityTrait>::insert_many(rows)
            .exec_without_returning(test.app.database())
            .await
            .unwrap();
    }
}
