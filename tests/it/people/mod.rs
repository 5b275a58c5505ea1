//! People who work in the partnership: who is asleep, who wakes them, and under which membership they act.

mod asleep;
mod memberships;
