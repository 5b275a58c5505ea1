//! What scoring gives: a total or a value, its parts and bands, or why there is none.

/// A part of a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub name: &'static str,
    /// Points, or whole hours; none where too little was answered.
    pub score: Option<i32>,
    /// Where that lies among others.
    pub band: Option<String>,
}

/// What scoring gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scored {
    /// The total, in points or how many.
    pub total: Option<i32>,
    /// The value in hundredths of its unit.
    pub hundredths: Option<i32>,
    /// Where the whole lies among others.
    pub band: Option<String>,
    /// The parts.
    pub parts: Vec<Part>,
    /// Why there is no total, in words.
    pub not_scored: Option<String>,
}

/// `numerator / denominator` in whole numbers, halves upwards. Neither is negative, and the denominator is not 0.
#[must_use]
pub const fn half_up(numerator: i32, denominator: i32) -> i32 {
    (2 * numerator + denominator) / (2 * denominator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_up() {
        assert_eq!([half_up(5, 2), half_up(7, 3), half_up(8, 3), half_up(0, 5)], [3, 2, 3, 0]);
    }
}
