//! Who agreed to the rules of the provider and the registry.

use engine::model::Consent;
use engine::{Field, Outcome, Refusal};

use crate::node::Node;
use crate::params::Params;

/// Reads `rules`: a structure of `fname` and `lname`.
pub(super) fn read(params: &mut Params) -> Option<Consent> {
    let Some(node) = params.sent("rules").filter(|node| !node.is_nothing()) else {
        params.add(Refusal::new(Outcome::ConsentMissing).at(Field::Consent));
        return None;
    };
    let part = |name| node.get(name).and_then(Node::text).unwrap_or_default();
    let read = Consent::parse(part("fname"), part("lname"));
    read.map_err(|refusal| params.add(refusal)).ok()
}
