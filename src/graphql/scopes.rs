//! What a token with a narrow scope may ask for: a list of root fields; whatever else stands in its document is refused before
//! anything is looked up. What the rows below them show is the policy's, which such a viewer meets with less (`Viewer::sees`).

use std::collections::HashSet;

use async_graphql::{
    Request, Response, ServerError,
    parser::types::{ExecutableDocument, Selection, SelectionSet},
};

use crate::words::TokenScope;

/// The root fields of `AVAILABILITY`.
const AVAILABILITY: [&str; 4] = ["__typename", "areas", "programmeAvailability", "availabilityChanged"];

/// How a request is refused that asks for more than its token opens.
pub fn refusal(request: &mut Request, scope: TokenScope) -> Option<Response> {
    if scope == TokenScope::Everything {
        return None;
    }
    // One that does not parse is refused in its own words.
    let document = request.parsed_query().ok()?;
    (!is_of_availability(document)).then(refused)
}

/// Whether a document asks for what is available, and where, alone.
#[must_use]
pub fn is_of_availability(document: &ExecutableDocument) -> bool {
    let mut sets = document.operations.iter().map(|(_, operation)| &operation.node.selection_set.node);
    sets.all(|set| only(document, set, &AVAILABILITY, &mut HashSet::new()))
}

/// Whether a selection, with its fragments, has no other fields than these.
fn only<'a>(
    document: &'a ExecutableDocument,
    set: &'a SelectionSet,
    fields: &[&str],
    seen: &mut HashSet<&'a str>,
) -> bool {
    set.items.iter().all(|item| match &item.node {
        Selection::Field(field) => fields.contains(&field.node.name.node.as_str()),
        Selection::InlineFragment(inline) => only(document, &inline.node.selection_set.node, fields, seen),
        Selection::FragmentSpread(spread) => {
            let name = spread.node.fragment_name.node.as_str();
            let fragment = document.fragments.get(name);
            !seen.insert(name)
                || fragment
                    .is_none_or(|fragment| only(document, &fragment.node.selection_set.node, fields, seen))
        }
    })
}

fn refused() -> Response {
    let says = "this token opens what is available alone: ask for programmeAvailability, areas or availabilityChanged";
    let mut error = ServerError::new(says, None);
    error.extensions.get_or_insert_default().set("code", "FORBIDDEN");
    Response::from_errors(vec![error])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(document: &str) -> bool {
        refusal(&mut Request::new(document), TokenScope::Availability).is_none()
    }

    #[test]
    fn only_what_is_available_is_asked_for_however_it_is_written() {
        assert!(passes("{ programmeAvailability { totalCount } areas { id } __typename }"));
        assert!(passes("subscription { availabilityChanged { kind } }"));
        assert!(passes("query A { a: areas { id } } query B { ...F } fragment F on Query { areas { id } }"));
        for document in [
            "{ viewer { role } }",
            "{ areas: viewer { role } }",
            "{ areas { id } referrals { totalCount } }",
            "{ ... { node(id: \"x\") { id } } }",
            "{ ...F } fragment F on Query { ...G } fragment G on Query { programmes { totalCount } }",
            "query A { areas { id } } query B { viewer { role } }",
            "mutation { submitReferral(input: {}) { problems { code } } }",
            "subscription { workChanged { kind } }",
            "{ __schema { types { name } } }",
        ] {
            assert!(!passes(document), "{document}");
            assert!(refusal(&mut Request::new(document), TokenScope::Everything).is_none());
        }
        assert!(passes("{ ...F } fragment F on Query { ...F areas { id } }"), "which validation refuses");
        assert!(passes("{ nonsense"), "which does not parse");
    }
}
