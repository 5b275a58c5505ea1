//! Frozen figures as an Excel workbook: the figures, what changed, the question with its definitions, and how to read them. Pure.
//!
//! Each text is written as a text, so that nothing that somebody typed is computed; each number that is told as a number.

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{
    frozen::{Frozen, Line, Named},
    labels,
    notes::CONTACTS,
    published::{Published, Rate},
    row::{ProtectedChange, ProtectedRow},
};
use crate::{
    domain::record::calendar::local_date,
    platform::error::{Error, Result},
};

/// What a figure is in a cell.
enum Cell {
    Count(Published),
    Rate(Rate),
}

type FigureOf<T> = (&'static str, fn(&T) -> Cell);

const FIGURES: [FigureOf<ProtectedRow>; 17] = [
    ("Referred", |row| Cell::Count(row.referred)),
    ("Accepted", |row| Cell::Count(row.accepted)),
    ("Declined", |row| Cell::Count(row.declined)),
    ("Redirected", |row| Cell::Count(row.redirected)),
    ("Withdrawn", |row| Cell::Count(row.withdrawn)),
    ("Referred again", |row| Cell::Count(row.re_referred)),
    ("Decided in time", |row| Cell::Rate(row.triaged_in_time)),
    ("Contacted in time", |row| Cell::Rate(row.contacted_in_time)),
    ("Plan in time", |row| Cell::Rate(row.planned_in_time)),
    ("Enrolled", |row| Cell::Count(row.enrolled)),
    ("Started", |row| Cell::Count(row.started)),
    ("Completed", |row| Cell::Count(row.completed)),
    ("Left early", |row| Cell::Count(row.ended_early)),
    ("Stopped coming", |row| Cell::Count(row.ended_early_by_child)),
    ("Ended by us", |row| Cell::Count(row.ended_early_by_us)),
    ("Sessions attended", |row| Cell::Rate(row.attendance_rate)),
    ("Median wait (working days)", |row| Cell::Rate(row.median_wait_working_days)),
];

const CHANGES: [FigureOf<ProtectedChange>; 10] = [
    ("Measured before and after", |one| Cell::Count(one.pairs)),
    ("Missing after", |one| Cell::Count(one.missing_at_end)),
    ("Mean before", |one| Cell::Rate(one.mean_before)),
    ("Mean after", |one| Cell::Rate(one.mean_after)),
    ("Effect size (g)", |one| Cell::Rate(one.effect_size)),
    ("95 % from", |one| Cell::Rate(one.effect_size_low)),
    ("95 % to", |one| Cell::Rate(one.effect_size_high)),
    ("Reliably better", |one| Cell::Count(one.improved)),
    ("No reliable change", |one| Cell::Count(one.no_reliable_change)),
    ("Reliably worse", |one| Cell::Count(one.deteriorated)),
];

/// The bytes of a workbook under a title.
pub fn workbook(title: &str, published_at: Option<DateTime<Utc>>, frozen: &Frozen) -> Result<Vec<u8>> {
    written(title, published_at, frozen).map_err(Error::internal)
}

fn written(title: &str, published_at: Option<DateTime<Utc>>, frozen: &Frozen) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = published_at.unwrap_or(frozen.as_at);
    book.set_properties(&DocProperties::new().set_author("Ridgeway").set_creation_datetime(&created));
    let looks = Looks::default();
    let keys: Vec<String> = frozen.groups.iter().map(|group| labels::heading(*group)).collect();

    let mut sheet = Sheet::of(&mut book, "Figures", title, frozen, &looks)?;
    sheet.head(keys.iter().map(String::as_str).chain(FIGURES.map(|(head, _)| head)))?;
    let together = Line { key: Vec::new(), row: frozen.total.clone() };
    for line in frozen.rows.iter().chain([&together]) {
        sheet.begin(&line.key, keys.len())?;
        for (_, of) in FIGURES {
            sheet.figure(&of(&line.row))?;
        }
    }

    let mut sheet = Sheet::of(&mut book, "What changed", title, frozen, &looks)?;
    let by = ["By what", "Who answered", "Version"];
    sheet.head(keys.iter().map(String::as_str).chain(by).chain(CHANGES.map(|(head, _)| head)))?;
    for line in frozen.rows.iter().chain([&together]) {
        for change in &line.row.changes {
            sheet.begin(&line.key, keys.len())?;
            sheet.text(&labels::instrument(change.instrument))?;
            sheet.text(labels::informant(change.informant))?;
            sheet.text(&change.version)?;
            for (_, of) in CHANGES {
                sheet.figure(&of(change))?;
            }
        }
    }

    let mut sheet = Sheet::of(&mut book, "Contacts", title, frozen, &looks)?;
    sheet.skip();
    sheet.text(CONTACTS)?;
    sheet.head(["Programme", "Contacts", "Of them under 18", "Hours of their sessions"].into_iter())?;
    for one in frozen.contacts.iter().flatten() {
        sheet.begin(std::slice::from_ref(&one.programme), 1)?;
        sheet.figure(&Cell::Count(one.told.contacts))?;
        sheet.figure(&Cell::Count(one.told.of_children))?;
        sheet.number(f64::from(one.told.hours), &looks.count)?;
    }

    let mut sheet = Sheet::of(&mut book, "Question and definitions", title, frozen, &looks)?;
    for (what, is) in question(title, published_at, frozen) {
        sheet.pair(&what, &is)?;
    }
    sheet.skip();
    sheet.head(["Figure", "What it counts"].into_iter())?;
    for (figure, means) in &frozen.definitions {
        sheet.pair(figure, means)?;
    }

    let mut sheet = Sheet::of(&mut book, "Method and disclosure", title, frozen, &looks)?;
    sheet.pair("Method", &frozen.method)?;
    sheet.pair("What is promised", &frozen.note)?;
    for (nth, note) in frozen.reading.iter().enumerate() {
        sheet.pair(if nth == 0 { "How to read figures" } else { "" }, note)?;
    }
    book.save_to_buffer()
}

/// A day as people write it.
fn day(at: DateTime<Utc>) -> String {
    local_date(at).format("%-d %B %Y").to_string()
}

fn question(title: &str, published_at: Option<DateTime<Utc>>, frozen: &Frozen) -> Vec<(String, String)> {
    let row = |what: &str, is: String| (what.to_owned(), is);
    let mut rows = vec![row("Title", title.to_owned())];
    rows.extend(published_at.map(|at| row("Published on", day(at))));
    rows.push(row("Release", format!("{}, as at {}", frozen.release, day(frozen.as_at))));
    rows.push(row("Time", frozen.time()));
    rows.extend(frozen.filters.iter().map(|one| (labels::heading(one.dimension), one.label.clone())));
    let by: Vec<_> = frozen.groups.iter().map(|group| labels::heading(*group)).collect();
    rows.push(row("Broken down by", if by.is_empty() { "Nothing".to_owned() } else { by.join(", ") }));
    rows
}

/// How cells look.
struct Looks {
    title: Format,
    head: Format,
    wrapped: Format,
    count: Format,
    per_cent: Format,
    days: Format,
    pounds: Format,
    tenths: Format,
    hundredths: Format,
}

impl Default for Looks {
    fn default() -> Self {
        let number = |shape: &str| Format::new().set_num_format(shape);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top),
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            count: number("#,##0"),
            per_cent: number("0%"),
            days: number("0"),
            pounds: number("\"£\"#,##0"),
            tenths: number("0.0"),
            hundredths: number("0.00"),
        }
    }
}

/// A sheet that is written row by row.
struct Sheet<'a> {
    page: &'a mut Worksheet,
    looks: &'a Looks,
    row: u32,
    column: u16,
}

impl<'a> Sheet<'a> {
    fn of(
        book: &'a mut Workbook,
        name: &str,
        title: &str,
        frozen: &Frozen,
        looks: &'a Looks,
    ) -> Result<Self, XlsxError> {
        let page = book.add_worksheet().set_name(name)?;
        page.set_landscape().set_paper_size(9).set_header("&LOFFICIAL-SENSITIVE&R&A");
        page.set_column_width(0, 36)?;
        page.write_string_with_format(0, 0, title, &looks.title)?;
        let source = format!(
            "Source: Ridgeway, release {} as at {}. {}. Numbers of children are rounded and do not add up.",
            frozen.release,
            day(frozen.as_at),
            frozen.time()
        );
        page.write_string(1, 0, source)?;
        Ok(Self { page, looks, row: 2, column: 0 })
    }

    const fn skip(&mut self) {
        self.row += 1;
    }

    fn head<'b>(&mut self, heads: impl Iterator<Item = &'b str>) -> Result<(), XlsxError> {
        self.skip();
        self.column = 0;
        for head in heads {
            self.page.write_string_with_format(self.row, self.column, head, &self.looks.head)?;
            if self.column > 0 {
                self.page.set_column_width(self.column, 16)?;
            }
            self.column += 1;
        }
        Ok(())
    }

    /// The next row, with what it is of; without a key it is all of them together.
    fn begin(&mut self, key: &[Named], columns: usize) -> Result<(), XlsxError> {
        self.skip();
        self.column = 0;
        for nth in 0..columns {
            let together = if nth == 0 { "All together" } else { "" };
            self.text(key.get(nth).map_or(together, |named| named.label.as_str()))?;
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), XlsxError> {
        self.page.write_string(self.row, self.column, text)?;
        self.column += 1;
        Ok(())
    }

    fn number(&mut self, number: f64, look: &Format) -> Result<(), XlsxError> {
        self.page.write_number_with_format(self.row, self.column, number, look)?;
        self.column += 1;
        Ok(())
    }

    /// A number where one is told, else the words in its place.
    fn figure(&mut self, cell: &Cell) -> Result<(), XlsxError> {
        let looks = self.looks;
        match *cell {
            Cell::Count(Published::Count(count)) => self.number(f64::from(count), &looks.count),
            Cell::Count(hidden) => self.text(&hidden.display()),
            Cell::Rate(rate) => {
                let Some(value) = rate.value() else { return self.text(&rate.display()) };
                match rate {
                    Rate::PerCent(_) => self.number(value / 100.0, &looks.per_cent),
                    Rate::Days(_) => self.number(value, &looks.days),
                    Rate::Pounds(_) => self.number(value, &looks.pounds),
                    Rate::Tenths(_) => self.number(value, &looks.tenths),
                    _ => self.number(value, &looks.hundredths),
                }
            }
        }
    }

    fn pair(&mut self, what: &str, is: &str) -> Result<(), XlsxError> {
        self.skip();
        self.page.set_column_width(1, 110)?;
        self.page.write_string_with_format(self.row, 0, what, &self.looks.head)?;
        self.page.write_string_with_format(self.row, 1, is, &self.looks.wrapped)?;
        Ok(())
    }
}
