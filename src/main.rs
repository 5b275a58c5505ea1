//! The command `ridgeway`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ridgeway::cli::run()
}
