//! By least squares over all published margins: which children, in the finest cross of four dimensions and the quarters, fit
//! everything that is told best? And does that name the small cells?
//!
//! Two ways: the smallest solution (conjugate gradients), and the best without negative numbers (image space
//! reconstruction, Daube-Witherspoon and Muehllehner 1986).

use super::{
    super::disclosure::{Gate, Part},
    averages::unbiased,
    world::{Score, Time, Told, World, combinations, secret},
};
use crate::words::OutcomeDimension::{self, AgeBand, LocalAuthority, Programme, Sex};

const CROSS: [OutcomeDimension; 4] = [Programme, LocalAuthority, AgeBand, Sex];

/// Every margin: which atoms it sums, and what is told of it.
struct System {
    rows: Vec<(usize, Vec<usize>)>,
    told: Vec<f64>,
    atoms: usize,
}

impl System {
    fn new(release: &[Told]) -> Self {
        let cross = combinations(&CROSS);
        let atoms: Vec<_> = (0..4_u8).flat_map(|quarter| cross.iter().map(move |at| (quarter, at))).collect();
        let covers = |time: Time, quarter: u8| match time {
            Time::Last12Months => true,
            Time::Year => quarter > 0,
            Time::Quarter(one) => one == quarter,
        };
        let (mut rows, mut told) = (Vec::new(), Vec::new());
        for (number, cell) in release.iter().enumerate() {
            let inside = cell.table.by.iter().all(|dimension| CROSS.contains(dimension));
            let Some(value) = unbiased(cell.shown()).filter(|_| inside) else { continue };
            let of = atoms.iter().enumerate().filter(|(_, (quarter, at))| {
                covers(cell.place.0, *quarter) && cell.place.1.iter().all(|one| at.contains(one))
            });
            rows.push((number, of.map(|(atom, _)| atom).collect()));
            told.push(value);
        }
        Self { rows, told, atoms: atoms.len() }
    }

    fn times(&self, x: &[f64]) -> Vec<f64> {
        self.rows.iter().map(|(_, atoms)| atoms.iter().map(|atom| x[*atom]).sum()).collect()
    }

    fn transposed(&self, y: &[f64]) -> Vec<f64> {
        let mut x = vec![0.0; self.atoms];
        for ((_, atoms), value) in self.rows.iter().zip(y) {
            for atom in atoms {
                x[*atom] += value;
            }
        }
        x
    }

    /// The smallest least-squares solution.
    fn smallest(&self, rounds: usize) -> Vec<f64> {
        let mut fit = vec![0.0; self.atoms];
        let mut residual = self.told.clone();
        let mut slope = self.transposed(&residual);
        let (mut direction, mut gamma) = (slope.clone(), dot(&slope, &slope));
        for _ in 0..rounds {
            if gamma < 1e-9 {
                break;
            }
            let step = self.times(&direction);
            let alpha = gamma / dot(&step, &step);
            fit.iter_mut().zip(&direction).for_each(|(fit, along)| *fit += alpha * along);
            residual.iter_mut().zip(&step).for_each(|(left, step)| *left -= alpha * step);
            slope = self.transposed(&residual);
            let next = dot(&slope, &slope);
            direction =
                slope.iter().zip(&direction).map(|(slope, along)| slope + next / gamma * along).collect();
            gamma = next;
        }
        fit
    }

    /// A least-squares solution without negative numbers.
    fn positive(&self, rounds: usize) -> Vec<f64> {
        let towards = self.transposed(&self.told);
        let mut x = vec![1.0; self.atoms];
        for _ in 0..rounds {
            let now = self.transposed(&self.times(&x));
            x.iter_mut().zip(&now).zip(&towards).for_each(|((x, now), to)| *x *= to / now.max(1e-9));
        }
        x
    }

    /// How often the fitted values of small cells are right.
    fn score(&self, release: &[Told], x: &[f64], score: &mut Score) {
        for ((cell, _), fitted) in self.rows.iter().zip(self.times(x)) {
            if release[*cell].is_small() {
                score.note(release[*cell].exactly(), fitted.clamp(1.0, 4.0));
            }
        }
    }
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[test]
fn least_squares_is_right_no_oftener_than_naming_the_commonest_value() {
    let world = World::new(51, 700);
    let exact = Gate::without(secret(1), &[Part::Noise, Part::Councils]);
    let release = world.release(&exact, None);
    let system = System::new(&release);
    let mut without = Score::default();
    // Without noise totals less parts are exact, and zeros are the only error.
    system.score(&release, &system.positive(300), &mut without);
    let (mut smallest, mut positive) = (Score::default(), Score::default());
    for number in 0..6 {
        let release = world.release(&Gate::new(secret(number)), None);
        let system = System::new(&release);
        system.score(&release, &system.smallest(60), &mut smallest);
        system.score(&release, &system.positive(100), &mut positive);
    }
    println!(
        "least squares: {smallest:?}; without negative numbers: {positive:?}; without noise: {without:?}"
    );
    assert!(without.right > without.commonest(), "it works where there is no noise: {without:?}");
    assert!(smallest.tried > 100 && smallest.right <= smallest.commonest(), "{smallest:?}");
    assert!(positive.right <= positive.commonest(), "without negative numbers: {positive:?}");
}
