//! The printed list of tables: which figures there are. What is not on it is not counted, stored or answered.
//!
//! Owns the list, which question is answered by which table, and the text of `ridgeway policy --figures`. Fewer tables
//! tell less to whoever subtracts one from another; each here is one that a board asks for.

use std::fmt::Write;

use super::cell::Reach;
use crate::words::OutcomeDimension::{
    self, AgeBand, Approach, Area, DecisionReason, EthnicityGroup, LocalAuthority, Pathway, Programme,
    Provider, Quarter, School, Sex, SocialCare, Source, SpecialNeeds, Strand, Year,
};

/// For which time a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// The 12 months that end with the day of the release: where no period is asked for.
    Last12Months,
    /// A financial year, April to March; the one that runs, to date.
    Year,
    /// A quarter of one; the one that runs, to date.
    Quarter,
}

impl Span {
    /// In a table's name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Last12Months => "LAST_12_MONTHS",
            Self::Year => "YEAR",
            Self::Quarter => "QUARTER",
        }
    }
}

/// How many financial years are told: the one that runs and those before it.
pub const YEARS: u32 = 3;
/// How many quarters are told: the one that runs and those before it.
pub const QUARTERS: u32 = 9;
/// So many of filters and groupings together, the period among them.
pub const MOST_TOGETHER: usize = 3;

const EVERY: &[Span] = &[Span::Last12Months, Span::Year, Span::Quarter];
const LONG: &[Span] = &[Span::Last12Months, Span::Year];

/// A table: by what it is broken down, and for which times.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// In the order of the enum; none for the whole partnership in one row.
    pub by: &'static [OutcomeDimension],
    /// For these.
    pub spans: &'static [Span],
}

/// The list. With every pair it has both halves alone, which are the pair's totals.
pub const TABLES: &[Table] = &[
    Table { by: &[], spans: EVERY },
    Table { by: &[Programme], spans: EVERY },
    Table { by: &[Provider], spans: LONG },
    Table { by: &[Strand], spans: EVERY },
    Table { by: &[Approach], spans: LONG },
    Table { by: &[Area], spans: LONG },
    Table { by: &[LocalAuthority], spans: EVERY },
    Table { by: &[AgeBand], spans: EVERY },
    Table { by: &[Sex], spans: EVERY },
    Table { by: &[EthnicityGroup], spans: LONG },
    Table { by: &[SpecialNeeds], spans: LONG },
    Table { by: &[SocialCare], spans: LONG },
    Table { by: &[School], spans: &[Span::Year] },
    Table { by: &[Source], spans: EVERY },
    Table { by: &[Pathway], spans: EVERY },
    Table { by: &[DecisionReason], spans: LONG },
    Table { by: &[Programme, LocalAuthority], spans: LONG },
    Table { by: &[Programme, AgeBand], spans: LONG },
    Table { by: &[Programme, Sex], spans: LONG },
    Table { by: &[Strand, LocalAuthority], spans: LONG },
    Table { by: &[Strand, AgeBand], spans: LONG },
    Table { by: &[LocalAuthority, AgeBand], spans: LONG },
    Table { by: &[LocalAuthority, Sex], spans: LONG },
    Table { by: &[LocalAuthority, EthnicityGroup], spans: LONG },
    Table { by: &[LocalAuthority, SpecialNeeds], spans: LONG },
    Table { by: &[LocalAuthority, Source], spans: LONG },
    Table { by: &[LocalAuthority, Pathway], spans: LONG },
    Table { by: &[LocalAuthority, DecisionReason], spans: LONG },
    Table { by: &[AgeBand, Sex], spans: LONG },
];

/// What lies within what, as everyone may know: who asks for a strand's programmes gets rows of the table of programmes.
const WITHIN: &[(OutcomeDimension, &[OutcomeDimension])] =
    &[(Programme, &[Strand, Approach]), (Area, &[LocalAuthority])];

impl Table {
    /// Its name for a time: `YEAR PROGRAMME SEX`.
    #[must_use]
    pub fn name(&self, span: Span) -> String {
        let words = self.by.iter().map(|dimension| dimension.as_str());
        std::iter::once(span.as_str()).chain(words).collect::<Vec<_>>().join(" ")
    }

    /// Over whom each of its cells reaches.
    #[must_use]
    pub fn reach(&self) -> Reach {
        let one = self.by.iter().any(|dimension| matches!(dimension, Area | LocalAuthority | School));
        if one { Reach::OneCouncil } else { Reach::BothCouncils }
    }
}

/// A question, before it is known whether there is a table for it.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Limited to one value of each of these.
    pub filters: Vec<OutcomeDimension>,
    /// Broken down by these; by QUARTER or YEAR too.
    pub groups: Vec<OutcomeDimension>,
    /// Limited to one financial year, or one quarter.
    pub period: Option<Span>,
}

/// Which table answers a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its rows: those that fit the filters.
    pub table: &'static Table,
    /// For this time; one row a quarter or year where the question is broken down by it.
    pub span: Span,
    /// Filters that choose rows by what lies within what: a strand's programmes.
    pub within: Vec<OutcomeDimension>,
    /// Its total: the row of this table that fits the filters.
    pub total: &'static Table,
    /// The time of the total: the year, where the rows are its quarters.
    pub total_span: Span,
}

/// No table has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "This is more detailed than the figures that are published: at most three of filters and groupings together, and only tables on the printed list (`ridgeway policy --figures`)."
)]
pub struct TooDetailed;

/// The table that answers a question, if one does.
pub fn listed(question: &Question) -> Result<Listed, TooDetailed> {
    let Question { filters, groups, period } = question;
    let is_time = |dimension: &&OutcomeDimension| matches!(dimension, Quarter | Year);
    if filters.iter().any(|one| is_time(&one)) || repeats(filters) || repeats(groups) {
        return Err(TooDetailed);
    }
    let by_quarter = groups.contains(&Quarter);
    let by_year = groups.contains(&Year);
    let (span, total_span) = match (by_quarter, by_year, period) {
        (false, false, None) => (Span::Last12Months, Span::Last12Months),
        (false, false, Some(Span::Last12Months)) | (true, true, _) => return Err(TooDetailed),
        (false, false, Some(period)) => (*period, *period),
        // The quarters of a year, and the year; or a line without a total of its own but the last 12 months.
        (true, false, period) => (Span::Quarter, period.unwrap_or(Span::Last12Months)),
        (false, true, Some(Span::Year)) => (Span::Year, Span::Year),
        (false, true, None) => (Span::Year, Span::Last12Months),
        (false, true, Some(_)) => return Err(TooDetailed),
    };
    let grouped: Vec<_> = groups.iter().filter(|one| !is_time(one)).copied().collect();
    let times = usize::from(period.is_some() || by_quarter || by_year);
    let all: Vec<_> =
        filters.iter().chain(grouped.iter().filter(|one| !filters.contains(one))).copied().collect();
    if all.len() + times > MOST_TOGETHER {
        return Err(TooDetailed);
    }
    let (table, within) = table_of(&all, span)?;
    let (total, total_span) = match table_of(filters, total_span) {
        Ok((total, _)) => (total, total_span),
        // Schools are told by year alone, so the total of a line of years is its last year.
        Err(TooDetailed) if by_year => (table_of(filters, Span::Year)?.0, Span::Year),
        Err(TooDetailed) => return Err(TooDetailed),
    };
    if within.iter().any(|one| !filters.contains(one)) {
        // Broken down by strand and programme: a programme has one strand, so it is no second breakdown.
        return Err(TooDetailed);
    }
    Ok(Listed { table, span, within, total, total_span })
}

fn repeats(dimensions: &[OutcomeDimension]) -> bool {
    dimensions.iter().enumerate().any(|(place, one)| dimensions[..place].contains(one))
}

/// The table by these, leaving out what others of them lie within.
fn table_of(
    dimensions: &[OutcomeDimension],
    span: Span,
) -> Result<(&'static Table, Vec<OutcomeDimension>), TooDetailed> {
    let around: Vec<_> = WITHIN
        .iter()
        .filter(|(inner, _)| dimensions.contains(inner))
        .flat_map(|(_, outer)| outer.iter().copied())
        .filter(|outer| dimensions.contains(outer))
        .collect();
    let mut by: Vec<_> = dimensions.iter().filter(|one| !around.contains(one)).copied().collect();
    by.sort_unstable();
    TABLES
        .iter()
        .find(|table| table.by == by && table.spans.contains(&span))
        .map(|table| (table, around))
        .ok_or(TooDetailed)
}

/// The list as people read it.
#[must_use]
pub fn printed() -> String {
    let mut text = String::from(
        "The tables of figures. Nothing else is counted, stored or answered.\n\
         Of filters and groupings at most three together, the period among them; one value each.\n\
         Over: a cell over both councils is told only where each council's part has at least 5 children, or up to 12: that is secret.\n\
         Whatever is asked without a period is for the 12 months up to the release.\n\n",
    );
    let _ = writeln!(text, "{:<34} {:<15} {:<6} {:<8} Over", "By", "Last 12 months", "Year", "Quarter");
    for table in TABLES {
        let by = if table.by.is_empty() {
            "(the whole partnership)".to_owned()
        } else {
            table.by.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", ")
        };
        let has = |span| if table.spans.contains(&span) { "yes" } else { "-" };
        let over = match table.reach() {
            Reach::OneCouncil => "one council",
            Reach::BothCouncils => "both",
        };
        let _ = writeln!(
            text,
            "{by:<34} {:<15} {:<6} {:<8} {over}",
            has(Span::Last12Months),
            has(Span::Year),
            has(Span::Quarter)
        );
    }
    let _ = write!(
        text,
        "\nWithin: PROGRAMME lies within STRAND and APPROACH, AREA within LOCAL_AUTHORITY; a filter by the outer chooses rows of\n\
         the inner. Years: the one that runs and the {} before it. Quarters: the one that runs and the {} before it.\n",
        YEARS - 1,
        QUARTERS - 1
    );
    text.push_str(
        "\nBeside them, and in none of them: contacts by PROGRAMME for each of these times, which are people whom sessions count\n\
         and do not name, told to the nearest 5 with the hours of their sessions.\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(
        filters: &[OutcomeDimension],
        groups: &[OutcomeDimension],
        period: Option<Span>,
    ) -> Option<String> {
        let question = Question { filters: filters.to_vec(), groups: groups.to_vec(), period };
        listed(&question)
            .ok()
            .map(|one| format!("{} of {}", one.table.name(one.span), one.total.name(one.total_span)))
    }

    #[test]
    fn questions_and_their_tables() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(ask(&[], &[Programme], None), some("LAST_12_MONTHS PROGRAMME of LAST_12_MONTHS"));
        assert_eq!(ask(&[Sex], &[Programme], Some(Span::Year)), some("YEAR PROGRAMME SEX of YEAR SEX"));
        assert_eq!(
            ask(&[Strand], &[Programme], None),
            some("LAST_12_MONTHS PROGRAMME of LAST_12_MONTHS STRAND")
        );
        assert_eq!(ask(&[], &[Quarter], Some(Span::Year)), some("QUARTER of YEAR"));
        assert_eq!(ask(&[School], &[], Some(Span::Year)), some("YEAR SCHOOL of YEAR SCHOOL"));
        assert_eq!(ask(&[School], &[Year], None), some("YEAR SCHOOL of YEAR SCHOOL"));
        assert_eq!(
            ask(&[LocalAuthority], &[Area], None),
            some("LAST_12_MONTHS AREA of LAST_12_MONTHS LOCAL_AUTHORITY")
        );
    }

    #[test]
    fn what_is_not_listed_is_too_detailed() {
        for (filters, groups, period) in [
            (&[Sex, AgeBand][..], &[Programme, Source][..], None),
            (&[Sex], &[Programme, AgeBand], None),
            (&[Sex, AgeBand], &[Programme], Some(Span::Year)),
            (&[School], &[Sex], Some(Span::Year)),
            (&[School], &[], None),
            (&[School], &[], Some(Span::Quarter)),
            (&[Programme], &[Sex], Some(Span::Quarter)),
            (&[], &[Quarter, Year], None),
            (&[], &[Programme, Strand], None),
            (&[Sex, Sex], &[], None),
            (&[Quarter], &[], None),
            (&[Area], &[EthnicityGroup], None),
        ] {
            assert_eq!(ask(filters, groups, period), None, "{filters:?} {groups:?} {period:?}");
        }
    }

    #[test]
    fn every_pair_has_its_totals_and_is_in_order() {
        for (place, table) in TABLES.iter().enumerate() {
            assert!(table.by.is_sorted() && table.by.len() < MOST_TOGETHER, "{table:?}");
            assert!(!TABLES[..place].iter().any(|other| other.by == table.by), "twice: {table:?}");
            for one in table.by {
                let half = TABLES.iter().find(|other| other.by == [*one]).unwrap();
                assert!(table.spans.iter().all(|span| half.spans.contains(span)), "{table:?}");
            }
        }
    }

    #[test]
    fn the_printed_list() {
        insta::assert_snapshot!(printed());
    }
}
