//! The statistics of figures: means, standard deviations, effect sizes, intervals, medians of binned counts.
//!
//! Each names its source. They are in 64-bit floating point; what is told is rounded half up afterwards, once. They know
//! nothing of disclosure.

/// The 97.5th centile of the normal distribution, as everybody rounds it.
pub const Z: f64 = 1.96;

/// An estimate with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The estimate.
    pub estimate: f64,
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// To the nearest whole number; what is half way goes up.
#[must_use]
pub fn half_up(value: f64) -> f64 {
    (value + 0.5).floor()
}

/// The mean from a sum; none of nobody.
#[must_use]
pub fn mean(sum: f64, n: f64) -> Option<f64> {
    (n > 0.0).then(|| sum / n)
}

/// The sample standard deviation (n − 1) from sums; none below two, or where (noised) squares sum to no more than nothing.
#[must_use]
pub fn sample_sd(sum: f64, sum_of_squares: f64, n: f64) -> Option<f64> {
    if n < 2.0 {
        return None;
    }
    let variance = (sum_of_squares - sum * sum / n) / (n - 1.0);
    (variance > 0.0).then(|| variance.sqrt())
}

/// Hedges' correction for small samples, J = 1 − 3 / (4 df − 1) (Hedges 1981, J Educ Stat 6:107).
#[must_use]
pub fn small_sample_correction(df: f64) -> f64 {
    1.0 - 3.0 / (4.0 * df - 1.0)
}

/// What is known of pairs.
#[derive(Clone, Copy, Debug)]
pub struct Paired {
    /// How many.
    pub pairs: f64,
    /// After less before, on average.
    pub mean_change: f64,
    /// Standard deviation before.
    pub sd_before: f64,
    /// Standard deviation of after less before.
    pub sd_change: f64,
    /// The variance that noise adds to the mean change.
    pub noise: f64,
}

impl Paired {
    /// Hedges' g of the change: d = mean change over the SD before, times J with df = n − 1 (Becker 1988, Br J Math Stat Psychol
    /// 41:257), and its 95 % interval.
    ///
    /// Variance of d: SD²change / (n SD²before) + d² / 2 (n − 1); of g: J² times that. The variance of our noise is added.
    #[must_use]
    pub fn hedges_g(&self) -> Option<Interval> {
        let spread = self.sd_before.powi(2);
        if self.pairs < 2.0 || spread <= 0.0 {
            return None;
        }
        let d = self.mean_change / self.sd_before;
        let df = self.pairs - 1.0;
        let variance = (self.sd_change.powi(2) / self.pairs + self.noise) / spread + d * d / (2.0 * df);
        let correction = small_sample_correction(df);
        let (g, margin) = (correction * d, Z * correction * variance.sqrt());
        Some(Interval { estimate: g, low: g - margin, high: g + margin })
    }
}

/// A share with its 95 % interval (Wilson 1927, J Am Stat Assoc 22:209); none of nobody.
#[must_use]
pub fn wilson(part: f64, whole: f64) -> Option<Interval> {
    if whole <= 0.0 {
        return None;
    }
    let (p, z2) = (part / whole, Z * Z);
    let centre = p + z2 / (2.0 * whole);
    let margin = Z * (p * (1.0 - p) / whole + z2 / (4.0 * whole * whole)).max(0.0).sqrt();
    let scale = 1.0 + z2 / whole;
    Some(Interval { estimate: p, low: (centre - margin) / scale, high: (centre + margin) / scale })
}

/// A rate per `per` with its 95 % interval by Byar's approximation (Breslow and Day 1987, IARC 82, 69); none of nobody.
#[must_use]
pub fn byar(events: f64, population: f64, per: f64) -> Option<Interval> {
    if population <= 0.0 {
        return None;
    }
    let limit = |o: f64, sign: f64| o * (1.0 - 1.0 / (9.0 * o) + sign * Z / (3.0 * o.sqrt())).powi(3);
    let low = if events > 0.0 { limit(events, -1.0).max(0.0) } else { 0.0 };
    let high = limit(events + 1.0, 1.0);
    let rate = |events: f64| events / population * per;
    Some(Interval { estimate: rate(events), low: rate(low), high: rate(high) })
}

/// The median of whole days from counts at or below each limit (limits rise): by even spread within the bin in which the
/// middle lies; none where nobody is, or the middle lies beyond the last limit.
#[must_use]
pub fn median_of_binned(at_or_below: &[(u32, f64)], whole: f64) -> Option<f64> {
    if whole <= 0.0 {
        return None;
    }
    let middle = whole / 2.0;
    // A day counts from its morning to its evening: those of day 0 lie between −0.5 and 0.5.
    let (mut floor, mut below) = (-0.5, 0.0);
    for (limit, count) in at_or_below {
        let (ceiling, up_to) = (f64::from(*limit) + 0.5, count.max(below));
        if up_to >= middle {
            let share = if up_to > below { (middle - below) / (up_to - below) } else { 1.0 };
            return Some((floor + share * (ceiling - floor)).max(0.0));
        }
        (floor, below) = (ceiling, up_to);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(interval: Interval, places: usize) -> String {
        format!("{:.places$} ({:.places$}-{:.places$})", interval.estimate, interval.low, interval.high)
    }

    #[test]
    fn hedges_g_of_a_change() {
        // The agreed example: two groups of 25.
        let correction = small_sample_correction(48.0);
        assert_eq!(format!("{correction:.4} {:.3}", 0.4 * correction), "0.9843 0.394");
        // 25 pairs, SD 1 before, r = .5: J = 1 - 3/95; variance 1/25 + .16/48 = .04333; J √.04333 × 1.96 = .395.
        let paired = Paired { pairs: 25.0, mean_change: 0.4, sd_before: 1.0, sd_change: 1.0, noise: 0.0 };
        assert_eq!(told(paired.hedges_g().unwrap(), 2), "0.39 (-0.01-0.78)");
        let wider = Paired { sd_before: 2.0, ..paired };
        assert_eq!(told(wider.hedges_g().unwrap(), 2), "0.19 (-0.00-0.39)", "by the spread before alone");
        let noised = Paired { noise: 0.01, ..paired }.hedges_g().unwrap();
        assert!(noised.high > 0.79 && (noised.estimate - 0.3874).abs() < 0.001, "{noised:?}");
        assert_eq!(Paired { pairs: 1.0, ..paired }.hedges_g(), None);
    }

    #[test]
    fn wilson_of_the_agreed_examples() {
        let per_cent = |interval: Interval| Interval {
            estimate: interval.estimate * 100.0,
            low: interval.low * 100.0,
            high: interval.high * 100.0,
        };
        assert_eq!(told(per_cent(wilson(12.0, 40.0).unwrap()), 1), "30.0 (18.1-45.4)");
        assert_eq!(told(per_cent(wilson(310.0, 420.0).unwrap()), 1), "73.8 (69.4-77.8)");
        assert_eq!(wilson(0.0, 0.0), None);
    }

    #[test]
    fn byar_of_the_agreed_examples() {
        assert_eq!(told(byar(7.0, 2_300.0, 1_000.0).unwrap(), 2), "3.04 (1.22-6.27)");
        assert_eq!(told(byar(40.0, 5_100.0, 1_000.0).unwrap(), 2), "7.84 (5.60-10.68)");
        assert_eq!(told(byar(0.0, 900.0, 1_000.0).unwrap(), 2), "0.00 (0.00-4.08)");
    }

    #[test]
    fn standard_deviations_are_of_samples() {
        let values = [3.0, 4.2, 7.8, 2.1, 5.4_f64];
        let (sum, squares) = (values.iter().sum(), values.iter().map(|v| v * v).sum());
        assert_eq!(format!("{:.3}", sample_sd(sum, squares, 5.0).unwrap()), "2.225");
        assert_eq!(sample_sd(6.0, 12.0, 3.0), None, "all alike");
        assert_eq!(sample_sd(6.0, 36.0, 1.0), None);
        assert_eq!(mean(10.0, 4.0), Some(2.5));
    }

    #[test]
    fn medians_lie_in_the_bin_of_the_middle() {
        // 4 on day 0, 10 more from day 1 to 5, 6 later: the tenth of 20 lies six tenths into days 1 to 5.
        let median = median_of_binned(&[(0, 4.0), (5, 14.0), (10, 20.0)], 20.0).unwrap();
        assert!((median - 3.5).abs() < 1e-9, "{median}");
        assert_eq!(median_of_binned(&[(5, 4.0)], 20.0), None, "beyond the last limit");
        // Counts that noise made fall are taken as level.
        assert!(median_of_binned(&[(5, 10.0), (10, 5.0), (20, 20.0)], 30.0).is_some());
        assert_eq!(format!("{} {} {}", half_up(2.5), half_up(-2.5), half_up(2.4)), "3 -2 2");
    }
}
