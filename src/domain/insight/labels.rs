//! Values of figures in words, and the names of the things that they stand for.

use std::collections::HashMap;

use uuid::Uuid;

use super::period::Period;
use crate::{
    domain::delivery::approaches::Approaches,
    platform::{app::App, error::Result},
    read::{insight::report as reads, people::directory},
    words::{Informant, Instrument, OutcomeDimension as D, id::Id},
};

/// What a dimension is called.
#[must_use]
pub fn heading(dimension: D) -> String {
    match dimension {
        D::AgeBand => "Age".to_owned(),
        D::LocalAuthority => "Council".to_owned(),
        D::EthnicityGroup => "Ethnic group".to_owned(),
        D::SpecialNeeds => "Special educational needs".to_owned(),
        D::Source => "Referred by".to_owned(),
        other => sentence(other.as_str()),
    }
}

/// What something was measured by.
#[must_use]
pub fn instrument(one: Instrument) -> String {
    match one {
        Instrument::Sdq => "SDQ: strengths and difficulties".to_owned(),
        Instrument::Swemwbs => "SWEMWBS: wellbeing".to_owned(),
        other => sentence(other.as_str()),
    }
}

/// Who answered.
#[must_use]
pub fn informant(one: Informant) -> &'static str {
    match one {
        Informant::SelfReport => "The child",
        Informant::Parent => "A parent",
        Informant::Teacher => "A teacher",
        Informant::Worker => "A worker",
        Informant::Record => "A record",
    }
}

/// The names of programmes, organisations and areas that figures are by. Everyone may know them.
#[derive(Default)]
pub struct Names(HashMap<Uuid, String>);

impl Names {
    /// The names of some values.
    pub async fn read(app: &App, values: impl Iterator<Item = (D, &str)>) -> Result<Self> {
        let (mut programmes, mut organisations, mut areas) = (false, Vec::new(), Vec::new());
        for (dimension, value) in values {
            let Ok(id) = Uuid::parse_str(value) else { continue };
            match dimension {
                D::Programme => programmes = true,
                D::Provider | D::School => organisations.push(Id::from(id)),
                _ => areas.push(Id::from(id)),
            }
        }
        let mut names = Self::default();
        if programmes {
            let all = reads::titles(app.reads()).await?.into_iter();
            names.0.extend(all.map(|(id, title)| (id.uuid(), title)));
        }
        let found = directory::organisations_by_ids(app, &organisations).await?.into_iter();
        names.0.extend(found.map(|row| (row.id.uuid(), row.name)));
        let found = directory::areas_by_ids(app, &areas).await?.into_iter();
        names.0.extend(found.map(|row| (row.id.uuid(), row.name)));
        Ok(names)
    }

    /// A value in words.
    #[must_use]
    pub fn label(&self, dimension: D, value: &str) -> String {
        match Uuid::parse_str(value) {
            Ok(id) => self.0.get(&id).cloned().unwrap_or_else(|| "Not named".to_owned()),
            Err(_) => label(dimension, value),
        }
    }
}

/// Whether values of it are known by a name, so that rows stand in the order of names.
#[must_use]
pub const fn is_named(dimension: D) -> bool {
    matches!(dimension, D::Programme | D::Provider | D::Area | D::LocalAuthority | D::School | D::Approach)
}

/// A value that is no id, in words.
#[must_use]
pub fn label(dimension: D, value: &str) -> String {
    match dimension {
        D::Approach => {
            Approaches::in_use().get(value).map_or_else(|| value.to_owned(), |approach| approach.name.clone())
        }
        D::AgeBand => value.trim_start_matches("AGE_").replace("_TO_", " to ").replace("UNDER_", "Under "),
        D::Quarter | D::Year => Period::from_name(value).map_or_else(|| value.to_owned(), Period::label),
        D::SpecialNeeds if value == "EHC_PLAN" => "Education, health and care plan".to_owned(),
        D::SpecialNeeds if value == "SUPPORT" => "Special educational needs support".to_owned(),
        D::SpecialNeeds | D::SocialCare if value == "NONE" => "None".to_owned(),
        D::EthnicityGroup => value.to_owned(),
        _ => sentence(value),
    }
}

/// CHILD_IN_NEED as "Child in need".
fn sentence(word: &str) -> String {
    let text = word.replace('_', " ").to_lowercase();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_told_in_words() {
        for (dimension, value, words) in [
            (D::AgeBand, "AGE_10_TO_13", "10 to 13"),
            (D::AgeBand, "UNDER_10", "Under 10"),
            (D::Pathway, "KNIFE_PLAN", "Knife plan"),
            (D::Quarter, "2026Q3", "October 2026 to December 2026"),
            (D::Year, "2026", "April 2026 to March 2027"),
            (D::SocialCare, "NOT_KNOWN", "Not known"),
            (D::EthnicityGroup, "White", "White"),
        ] {
            assert_eq!(label(dimension, value), words);
        }
    }
}
