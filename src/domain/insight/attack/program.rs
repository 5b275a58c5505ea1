//! By a linear program over all published margins: between which numbers can each small cell lie, if everything told is true?

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome};

use super::{
    super::disclosure::{Gate, Part},
    world::{Time, Told, World, combinations, float, known, secret},
};
use crate::words::OutcomeDimension::{self, AgeBand, LocalAuthority, Programme};

const CROSS: [OutcomeDimension; 3] = [Programme, LocalAuthority, AgeBand];

/// The least and the most that a cell can be.
fn range(gate: &Gate, release: &[Told], target: &Told) -> (f64, f64) {
    let solve = |direction| {
        let mut problem = Problem::new(direction);
        let atoms: Vec<_> = combinations(&CROSS)
            .into_iter()
            .map(|at| {
                let wanted = target.place.1.iter().all(|one| at.contains(one));
                (problem.add_var(f64::from(u8::from(wanted)), (0.0, 500.0)), at)
            })
            .collect();
        for told in release {
            let (time, at) = &told.place;
            let inside = told.table.by.iter().all(|dimension| CROSS.contains(dimension));
            if *time != Time::Last12Months || !inside {
                continue;
            }
            let of: Vec<_> = atoms
                .iter()
                .filter(|(_, atom)| at.iter().all(|one| atom.contains(one)))
                .map(|(atom, _)| (*atom, 1.0))
                .collect();
            let (low, high) = known(gate, told.shown());
            problem.add_constraint(of.clone(), ComparisonOp::Ge, float(low));
            if high < 10_000 {
                problem.add_constraint(of, ComparisonOp::Le, float(high));
            }
        }
        match problem.solve() {
            Ok(SolveOutcome::Solution(solution)) => solution.objective(),
            other => panic!("what is told cannot all be: {other:?}"),
        }
    };
    (solve(OptimizationDirection::Minimize), solve(OptimizationDirection::Maximize))
}

/// How many of so many small cells the program leaves with one whole number.
fn recovered(gate: &Gate, release: &[Told], most: usize) -> (usize, usize) {
    let targets: Vec<&Told> = release
        .iter()
        .filter(|told| {
            told.place.0 == Time::Last12Months
                && told.is_small()
                && told.table.by.iter().all(|dimension| CROSS.contains(dimension))
        })
        .take(most)
        .collect();
    let found = targets.iter().filter(|target| {
        let (low, high) = range(gate, release, target);
        let exactly = float(target.exactly());
        let place = &target.place;
        assert!(low - 1e-6 <= exactly && exactly <= high + 1e-6, "{place:?}: {low} to {high}, not {exactly}");
        (low - 1e-6).ceil() >= (high + 1e-6).floor()
    });
    (found.count(), targets.len())
}

#[test]
fn a_linear_program_leaves_no_small_count_alone() {
    let world = World::new(61, 700);
    let exact = Gate::without(secret(1), &[Part::Noise, Part::Councils]);
    let (found, tried) = recovered(&exact, &world.release(&exact, None), 30);
    assert!(found > 3, "it works where numbers from 5 up are exact: {found} of {tried}");
    for number in 0..2 {
        let gate = Gate::new(secret(number));
        let (found, tried) = recovered(&gate, &world.release(&gate, None), 30);
        assert!(tried > 15 && found == 0, "{found} of {tried}");
    }
}
