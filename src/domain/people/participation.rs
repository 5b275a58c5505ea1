//! Whether a child takes part by agreement now, as the record says. The rule itself is in `consent_rules`.

use chrono::NaiveDate;

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
    platform::{error::Result, keys::Keys},
    read,
    words::{ConsentKind, Pathway},
};

/// The answers of a child's record that stand, opened.
#[derive(Debug)]
pub struct Answers(Vec<(consent::Model, ConsentWords)>);

/// Reads the answers that stand.
pub async fn answers(op: &Operation<'_>, child: &young_person::Model) -> Result<Answers> {
    opened(op.app.keys(), read::people::young_person::consents(op.tx, &[child.id]).await?)
}

/// Opens the answers that stand of one child, oldest first.
pub fn opened(keys: &Keys, rows: Vec<consent::Model>) -> Result<Answers> {
    let opened = rows.into_iter().map(|row| {
        let words = row.words.open(keys, row.id.uuid())?;
        Ok((row, words))
    });
    opened.collect::<Result<_>>().map(Answers)
}

impl Answers {
    /// Whether the child may take part today in what this pathway asks for.
    #[must_use]
    pub fn hold(&self, op: &Operation<'_>, child: &young_person::Model, pathway: Pathway) -> bool {
        self.hold_on(op.today, child.date_of_birth, pathway)
    }

    /// Whether a child who was born on a day may take part on another one.
    #[must_use]
    pub fn hold_on(&self, day: NaiveDate, born: NaiveDate, pathway: Pathway) -> bool {
        let participation = Participation {
            pathway,
            age: age_on(born, day),
            child: self.newest(ConsentKind::ParticipateChild),
            parent: self.newest(ConsentKind::ParticipateParent),
        };
        participation.holds(day)
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
