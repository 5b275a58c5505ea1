//! Throws of dice: choices made by numbers that are made smaller and fewer until what fails is as plain as it can be.

/// Numbers that choose; where there are no more of them, the first and plainest choice.
pub struct Dice<'a> {
    throws: std::slice::Iter<'a, u32>,
}

impl<'a> Dice<'a> {
    /// Dice that will be thrown like this.
    pub fn new(throws: &'a [u32]) -> Self {
        Self { throws: throws.iter() }
    }

    /// A number below another, 0 at the plainest.
    pub fn below(&mut self, end: usize) -> usize {
        self.throws.next().map_or(0, |throw| *throw as usize % end.max(1))
    }

    /// Once in so many times; at the plainest never.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    /// One of some; there has to be one.
    pub fn pick<'b, T>(&mut self, from: &'b [T]) -> &'b T {
        &from[self.below(from.len())]
    }

    /// So many bytes.
    pub fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| u8::try_from(self.below(256)).unwrap_or_default()).collect()
    }

    /// A text of characters of every kind, most often short.
    pub fn text(&mut self) -> String {
        const ODD: &[&str] = &[
            "a",
            "",
            " ",
            "Robin",
            "\0",
            "a\0b",
            "\u{1}\u{7f}\u{85}",
            "\r\n\t",
            "\u{202e}مرحبا",
            "שלום",
            "🦊👩‍👩‍👧‍👦",
            "e\u{301}\u{301}\u{301}",
            "\u{feff}",
            "\u{ffff}\u{10ffff}",
            "\u{2028}\u{2029}",
            "ŉ İ ß ǆ",
            "' OR '1'='1' --",
            "\"; --",
            "%",
            "_",
            "\\",
            "%s%n{0}${a}",
            "<b>&amp;",
            "../../etc/passwd",
            "2026-11-24",
            "2026-02-30",
            "-1",
            "1e999",
            "NaN",
            "null",
            "R-0000000",
            "case_AAAAAAAAAAAAAAAAAAAAAA",
            "robin.testcase@school.example",
            "SN1 1AA",
            "07700 900000",
        ];
        match self.below(12) {
            0..=6 => (*self.pick(ODD)).to_owned(),
            7 => self.pick(ODD).repeat(1 + self.below(300)),
            8 => "x".repeat(self.below(130_000)),
            9 => String::from_utf8_lossy(&{
                let length = self.below(24);
                self.bytes(length)
            })
            .into_owned(),
            10 => {
                let length = self.below(16);
                (0..length)
                    .filter_map(|_| char::from_u32(u32::try_from(self.below(0x11_0000)).ok()?))
                    .collect()
            }
            _ => format!("{} {}", self.pick(ODD), self.pick(ODD)),
        }
    }
}
