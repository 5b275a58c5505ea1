//! The values by which figures may be broken down: every one that there could be, whether a child has it or not.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::Iterable;
use uuid::Uuid;

use crate::{
    entity::insight::fact::Dimensions,
    read::insight::story::{Lie, RunOf},
    words::{
        AgeBand, AreaKind, DecisionReason, OrganisationKind, OutcomeDimension, Pathway, ReferralSource, Sex,
        SocialCareStatus, SpecialNeeds, Strand, id::Id,
    },
};

/// Where nothing is known.
pub const NOT_KNOWN: &str = "NOT_KNOWN";
/// The groups of the census.
pub const ETHNIC_GROUPS: [&str; 6] = ["White", "Mixed", "Asian", "Black", "Other", "Not known"];

/// Every value of every dimension, and where and when programmes are run.
pub struct Values {
    of: Vec<Vec<String>>,
    places: Vec<HashMap<String, u16>>,
    runs: Vec<Run>,
}

impl Values {
    /// How many dimensions there are besides times.
    pub const DIMENSIONS: usize = 15;

    const ALL: [OutcomeDimension; Self::DIMENSIONS] = [
        OutcomeDimension::Programme,
        OutcomeDimension::Provider,
        OutcomeDimension::Strand,
        OutcomeDimension::Approach,
        OutcomeDimension::Area,
        OutcomeDimension::LocalAuthority,
        OutcomeDimension::AgeBand,
        OutcomeDimension::Sex,
        OutcomeDimension::EthnicityGroup,
        OutcomeDimension::SpecialNeeds,
        OutcomeDimension::SocialCare,
        OutcomeDimension::School,
        OutcomeDimension::Source,
        OutcomeDimension::Pathway,
        OutcomeDimension::DecisionReason,
    ];

    /// The place of a dimension among them. Times have none: a table is for one.
    #[must_use]
    pub fn nth(dimension: OutcomeDimension) -> usize {
        Self::ALL.iter().position(|one| *one == dimension).unwrap_or_default()
    }

    /// All of them.
    #[must_use]
    pub fn of(lie: &Lie) -> Self {
        let of: Vec<Vec<String>> = Self::ALL.iter().map(|one| values(*one, lie)).collect();
        let numbered =
            |values: &Vec<String>| (0_u16..).zip(values).map(|(nth, name)| (name.clone(), nth)).collect();
        let places: Vec<HashMap<String, u16>> = of.iter().map(numbered).collect();
        let place = |dimension: OutcomeDimension, name: &str| places[Self::nth(dimension)].get(name).copied();
        let id = |dimension, id: Uuid| place(dimension, &id.to_string());
        let run = |run: &RunOf| Run {
            programme: id(OutcomeDimension::Programme, run.programme.uuid()),
            provider: id(OutcomeDimension::Provider, run.provider.uuid()),
            strand: place(OutcomeDimension::Strand, run.strand.as_str()),
            approach: place(OutcomeDimension::Approach, &run.approach),
            councils: run
                .councils
                .iter()
                .filter_map(|area| id(OutcomeDimension::LocalAuthority, area.uuid()))
                .collect(),
            starts_on: run.starts_on,
            ends_on: run.ends_on,
        };
        let runs = open_runs(lie).map(run).collect();
        Self { of, places, runs }
    }

    /// What a place stands for.
    #[must_use]
    pub fn name(&self, dimension: OutcomeDimension, place: u16) -> String {
        self.of[Self::nth(dimension)].get(usize::from(place)).cloned().unwrap_or_default()
    }

    /// The places of what a fact says.
    #[must_use]
    pub fn places(&self, said: &Dimensions) -> [Option<u16>; Self::DIMENSIONS] {
        let or_not_known = |text: Option<String>| Some(text.unwrap_or_else(|| NOT_KNOWN.to_owned()));
        let id = |id: Option<Uuid>| id.map(|id| id.to_string());
        let said: [Option<String>; Self::DIMENSIONS] = [
            id(said.programme.map(Id::uuid)),
            id(said.provider.map(Id::uuid)),
            said.strand.map(|one| one.to_string()),
            said.approach.clone(),
            or_not_known(id(said.area.map(Id::uuid))),
            or_not_known(id(said.local_authority.map(Id::uuid))),
            said.age_band.map(|one| one.to_string()),
            said.sex.map(|one| one.to_string()),
            said.ethnicity_group.clone(),
            or_not_known(said.special_needs.map(|one| one.to_string())),
            or_not_known(said.social_care.map(|one| one.to_string())),
            id(said.school.map(Id::uuid)),
            said.source.map(|one| one.to_string()),
            said.pathway.map(|one| one.to_string()),
            said.decision_reason.map(|one| one.to_string()),
        ];
        let mut places = [None; Self::DIMENSIONS];
        for (nth, text) in said.into_iter().enumerate() {
            places[nth] = text.and_then(|text| self.places[nth].get(&text).copied());
        }
        places
    }

    /// Every combination of the values of some dimensions.
    #[must_use]
    pub fn product(&self, by: &[OutcomeDimension]) -> Vec<Vec<u16>> {
        by.iter().fold(vec![Vec::new()], |keys, one| {
            let count = u16::try_from(self.of[Self::nth(*one)].len()).unwrap_or(u16::MAX);
            keys.into_iter()
                .flat_map(|key| (0..count).map(move |nth| [key.as_slice(), &[nth]].concat()))
                .collect()
        })
    }

    /// Whether what a key names is run where and when, as everyone may know: a run of such a programme lies in that time.
    #[must_use]
    pub fn is_run(&self, by: &[OutcomeDimension], key: &[u16], (from, to): (NaiveDate, NaiveDate)) -> bool {
        let fits = |run: &Run, (dimension, place): (&OutcomeDimension, &u16)| match dimension {
            OutcomeDimension::Programme => run.programme == Some(*place),
            OutcomeDimension::Provider => run.provider == Some(*place),
            OutcomeDimension::Strand => run.strand == Some(*place),
            OutcomeDimension::Approach => run.approach == Some(*place),
            OutcomeDimension::LocalAuthority => run.councils.is_empty() || run.councils.contains(place),
            _ => true,
        };
        let mut runs = self.runs.iter().filter(|run| run.starts_on < to && run.ends_on >= from);
        runs.any(|run| by.iter().zip(key).all(|one| fits(run, one)))
    }
}

/// A run that may be named to everyone, by the places of what it is.
struct Run {
    programme: Option<u16>,
    provider: Option<u16>,
    strand: Option<u16>,
    approach: Option<u16>,
    councils: Vec<u16>,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
}

fn values(dimension: OutcomeDimension, lie: &Lie) -> Vec<String> {
    fn words<T: Iterable + ToString>() -> Vec<String> {
        T::iter().map(|one| one.to_string()).collect()
    }
    let areas = |kind: AreaKind| {
        let of_kind =
            lie.areas.values().filter(|area| area.kind == kind).map(|area| area.id.uuid().to_string());
        ordered(of_kind.chain([NOT_KNOWN.to_owned()]))
    };
    match dimension {
        OutcomeDimension::Programme => ordered(open_runs(lie).map(|run| run.programme.uuid().to_string())),
        OutcomeDimension::Provider => ordered(open_runs(lie).map(|run| run.provider.uuid().to_string())),
        OutcomeDimension::Strand => words::<Strand>(),
        OutcomeDimension::Approach => ordered(open_runs(lie).map(|run| run.approach.clone())),
        OutcomeDimension::Area => areas(AreaKind::CommunityArea),
        OutcomeDimension::LocalAuthority => areas(AreaKind::LocalAuthority),
        OutcomeDimension::AgeBand => words::<AgeBand>(),
        OutcomeDimension::Sex => words::<Sex>(),
        OutcomeDimension::EthnicityGroup => ETHNIC_GROUPS.map(str::to_owned).to_vec(),
        OutcomeDimension::SpecialNeeds => words::<SpecialNeeds>(),
        OutcomeDimension::SocialCare => words::<SocialCareStatus>(),
        OutcomeDimension::School => {
            let schools = lie.organisations.iter().filter(|(_, (kind, _))| {
                matches!(kind, OrganisationKind::School | OrganisationKind::College)
            });
            ordered(schools.map(|(id, _)| id.uuid().to_string()))
        }
        OutcomeDimension::Source => words::<ReferralSource>(),
        OutcomeDimension::Pathway => words::<Pathway>(),
        OutcomeDimension::DecisionReason => words::<DecisionReason>(),
        OutcomeDimension::Quarter | OutcomeDimension::Year => Vec::new(),
    }
}

/// The runs that may be named to everyone.
fn open_runs(lie: &Lie) -> impl Iterator<Item = &RunOf> {
    lie.runs.values().filter(|run| !run.sensitive)
}

fn ordered(values: impl Iterator<Item = String>) -> Vec<String> {
    let distinct: std::collections::BTreeSet<String> = values.collect();
    distinct.into_iter().collect()
}
