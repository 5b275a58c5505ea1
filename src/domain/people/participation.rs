//! Whether a child takes part by agreement now, as the record says. The rule itself is in `consent_rules`.

use crate::{
    domain::{
        people::{
            consent_rules::{Answer, Participation},
            young_person_rules::age_on,
        },
        record::operation::Operation,
    },
    entity::people::{
        consent::{self, ConsentWords},
        young_person,
    },
    platform::error::Result,
    read,
    words::{ConsentKind, Pathway},
};

/// The answers of a child's record that stand, opened.
#[derive(Debug)]
pub struct Answers(Vec<(consent::Model, ConsentWords)>);

/// Reads the answers that stand.
pub async fn answers(op: &Operation<'_>, child: &young_person::Model) -> Result<Answers> {
    let rows = read::people::young_person::consents(op.tx, &[child.id]).await?;
    let opened = rows.into_iter().map(|row| {
        let words = row.words.open(op.app.keys(), row.id.uuid())?;
        Ok((row, words))
    });
    opened.collect::<Result<_>>().map(Answers)
}

impl Answers {
    /// Whether the child may take part today in what this pathway asks for.
    #[must_use]
    pub fn hold(&self, op: &Operation<'_>, child: &young_person::Model, pathway: Pathway) -> bool {
        let participation = Participation {
            pathway,
            age: age_on(child.date_of_birth, op.today),
            child: self.newest(ConsentKind::ParticipateChild),
            parent: self.newest(ConsentKind::ParticipateParent),
        };
        participation.holds(op.today)
    }

    fn newest(&self, kind: ConsentKind) -> Option<Answer<'_>> {
        self.0.iter().rev().find(|(row, _)| row.kind == kind).map(|(row, words)| Answer {
            status: row.status,
            reason: words.reason.as_deref(),
            gillick_reasons: words.gillick_reasons.as_deref(),
            expires_on: row.expires_on,
        })
    }
}
