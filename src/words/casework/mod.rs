//! Words of the wing `casework`: what is referred, what is decided, and the case that follows.

mod case;
mod factor;
mod measure;
mod referral;
mod safeguarding;
mod triage;

pub use case::*;
pub use factor::*;
pub use measure::*;
pub use referral::*;
pub use safeguarding::*;
pub use triage::*;
