//! The areas that there are, with their dates, and an invented postcode look-up for them.
//!
//! Codes of the Office for National Statistics stand where we know them, else ours. Swindon's wards changed in May 2026;
//! of the new ones only those are here whose names are confirmed.

use chrono::NaiveDate;

use super::{
    dice::Dice,
    rows::Rows,
    world::{Council, Home},
};
use crate::{
    entity::people::{area, postcode},
    words::{
        AreaKind,
        id::{Id, noun},
    },
};

/// Wiltshire's community areas: name, outward halves, and how many of a hundred referred children live there. Tidworth and
/// Calne are reached less than their need.
const WILTSHIRE: [(&str, &str, u32); 20] = [
    ("Amesbury", "SP4", 7),
    ("Bradford on Avon", "BA15", 3),
    ("Calne", "SN11", 2),
    ("Chippenham", "SN14 SN15", 13),
    ("Corsham", "SN13", 4),
    ("Devizes", "SN10", 10),
    ("Malmesbury", "SN16", 3),
    ("Marlborough", "SN8", 3),
    ("Melksham", "SN12", 6),
    ("Mere", "BA12", 1),
    ("Pewsey", "SN9", 2),
    ("Royal Wootton Bassett and Cricklade", "SN4 SN5 SN6", 5),
    ("Salisbury", "SP1 SP2", 13),
    ("Southern Wiltshire", "SP5", 4),
    ("Tidworth", "SP9", 1),
    ("Tisbury", "SP3", 1),
    ("Trowbridge", "BA14", 15),
    ("Warminster", "BA12", 5),
    ("Westbury", "BA13", 5),
    ("Wilton", "SP2", 2),
];

/// Swindon's wards from May 2026; Badbury Park, Eldene and Liden is reached less than its need.
const SWINDON: [(&str, &str, u32); 20] = [
    ("Badbury Park, Eldene and Liden", "SN3", 2),
    ("Blunsdon", "SN26", 1),
    ("Broadgreen", "SN1", 10),
    ("Chiseldon and Ridgeway", "SN4", 2),
    ("Covingham and Nythe", "SN3", 4),
    ("Gorse Hill", "SN2", 11),
    ("Haydon Wick", "SN25", 4),
    ("Highworth", "SN6", 3),
    ("Kingshill", "SN1", 4),
    ("Lydiard, Freshbrook and Toothill", "SN5", 6),
    ("Old Town and Lawn", "SN1 SN3", 3),
    ("Penhill and Pinehurst", "SN2", 16),
    ("Priory Vale", "SN25", 4),
    ("Queen's Park", "SN3", 5),
    ("Shaw and Westlea", "SN5", 4),
    ("South Marston", "SN3", 1),
    ("St Andrews East", "SN25", 2),
    ("St Andrews West and Tadpole", "SN25", 2),
    ("Walcot", "SN3", 13),
    ("Wroughton and Wichelstowe", "SN4", 3),
];

const SWINDON_BEFORE: [&str; 20] = [
    "Blunsdon and Highworth",
    "Central",
    "Chiseldon and Lawn",
    "Covingham and Dorcan",
    "Eastcott",
    "Gorse Hill and Pinehurst",
    "Haydon Wick",
    "Liden, Eldene and Park South",
    "Lydiard and Freshbrook",
    "Mannington and Western",
    "Old Town",
    "Penhill and Upper Stratton",
    "Priory Vale",
    "Ridgeway",
    "Rodbourne Cheney",
    "St Andrews",
    "St Margaret and South Marston",
    "Shaw",
    "Walcot and Park North",
    "Wroughton and Wichelstowe",
];

/// In which area the venues lie that have a known place.
const VENUES: [(&str, &str); 6] = [
    ("Lantern House, room 2", "Broadgreen"),
    ("Old Tannery, Trowbridge", "Trowbridge"),
    ("Quarry Field, Penhill", "Penhill and Pinehurst"),
    ("Mill Lane gym, Walcot", "Walcot"),
    ("Riverside hall, Chippenham", "Chippenham"),
    ("Devizes, training room", "Devizes"),
];

/// Postcodes for each outward half of an area.
const POSTCODES: usize = 9;

/// The areas that everything else hangs on.
pub struct Places {
    /// Swindon and Wiltshire, in this order.
    pub councils: [Id<noun::Area>; 2],
    /// Where children live, by council.
    pub homes: [Vec<Home>; 2],
}

/// Makes areas and postcodes.
pub fn make(dice: &mut Dice, rows: &mut Rows) -> Places {
    let since = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
    let (unitary, force_since) = (since("1997-04-01"), since("1974-04-01"));
    let (old_wards, new_wards) = (since("2012-05-03"), since("2026-05-07"));
    let mut add = |code: &str, name: &str, kind, parent, from, to| {
        let id = dice.id(super::world::founded());
        rows.areas.push(area::Model {
            id,
            code: code.to_owned(),
            name: name.to_owned(),
            kind,
            parent_id: parent,
            valid_from: from,
            valid_to: to,
        });
        id
    };
    let force = add("E23000038", "Wiltshire and Swindon", AreaKind::Force, None, force_since, None);
    let la = AreaKind::LocalAuthority;
    let swindon = add("E06000030", "Swindon", la, Some(force), unitary, None);
    let wiltshire = add("E06000054", "Wiltshire", la, Some(force), since("2009-04-01"), None);
    for (n, name) in SWINDON_BEFORE.into_iter().enumerate() {
        let code = format!("SWINDON-2012-{:02}", n + 1);
        add(&code, name, AreaKind::Ward, Some(swindon), old_wards, Some(new_wards));
    }
    let mut homes = [Vec::new(), Vec::new()];
    for (n, (name, outward, weight)) in SWINDON.into_iter().enumerate() {
        let code = format!("SWINDON-2026-{:02}", n + 1);
        let id = add(&code, name, AreaKind::Ward, Some(swindon), new_wards, None);
        homes[0].push((id, outward, weight));
    }
    for (n, (name, outward, weight)) in WILTSHIRE.into_iter().enumerate() {
        let code = format!("WILTSHIRE-AREA-{:02}", n + 1);
        let id = add(&code, name, AreaKind::CommunityArea, Some(wiltshire), since("2009-04-01"), None);
        homes[1].push((id, outward, weight));
    }
    let councils = [swindon, wiltshire];
    let homes = [Council::Swindon, Council::Wiltshire].map(|council| {
        let authority = councils[council.place()];
        let of_council = &homes[council.place()];
        of_council.iter().map(|home| with_postcodes(*home, authority, rows)).collect()
    });
    Places { councils, homes }
}

fn with_postcodes(
    (area, outward, weight): (Id<noun::Area>, &str, u32),
    authority: Id<noun::Area>,
    rows: &mut Rows,
) -> Home {
    // Each outward half is counted on, so that two areas that share one have different postcodes in it.
    let mut postcodes = Vec::new();
    for outward in outward.split(' ') {
        let prefix = format!("{outward} ");
        let taken = rows.postcodes.iter().filter(|postcode| postcode.code.starts_with(&prefix)).count();
        for n in taken..taken + POSTCODES {
            let code = format!("{prefix}{}", inward(n));
            postcodes.push(code.clone());
            rows.postcodes.push(postcode::Model { code, area_id: area, authority_id: authority });
        }
    }
    Home { area, weight, postcodes }
}

/// The `n`th invented inward half: real in form, from the end of what is given out.
fn inward(n: usize) -> String {
    const LETTERS: &[u8] = b"ZYXWUTSRQPNLJHGFEDBA";
    let letter = |n: usize| char::from(LETTERS[n % LETTERS.len()]);
    format!("0{}{}", letter(n / LETTERS.len()), letter(n))
}

/// The area in which a venue lies, where that is known.
pub fn area_of(areas: &[area::Model], venue: &str) -> Option<Id<noun::Area>> {
    let (_, name) = VENUES.iter().find(|(of, _)| *of == venue)?;
    areas.iter().find(|area| area.name == *name && area.valid_to.is_none()).map(|area| area.id)
}
