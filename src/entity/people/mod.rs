//! Who there is: places, organisations, those who sign in, and children.

pub mod address_period;
pub mod alert;
pub mod area;
pub mod consent;
pub mod contact;
pub mod cover;
pub mod external_reference;
pub mod front_door;
pub mod membership;
pub mod name_trigram;
pub mod organisation;
pub mod postcode;
pub mod record_change;
pub mod restriction;
pub mod restriction_listed;
pub mod school_period;
pub mod sign_in;
pub mod token;
pub mod user;
pub mod young_person;
