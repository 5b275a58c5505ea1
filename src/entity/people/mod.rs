//! Who there is: places, organisations, those who sign in, and children.

pub mod address_period;
pub mod alert;
pub mod area;
pub mod consent;
pub mod contact;
pub mod cover;
pub mod external_reference;
pub mod front_door;
pub mod known_place;
pub mod membership;
pub mod membership_use;
pub mod name_trigram;
pub mod organisation;
pub mod pending_sign_in;
pub mod postcode;
pub mod record_change;
pub mod recovery_code;
pub mod restriction;
pub mod restriction_listed;
pub mod school_period;
pub mod second_factor;
pub mod sign_in;
pub mod sign_in_tries;
pub mod token;
pub mod user;
pub mod young_person;
