//! Labels that an account puts on a domain.

use engine::model::{DomainName, Tag};
use engine::ops::domain::SetTags;
use engine::{Done, Field};

use crate::params::Params;

/// Reads a change of labels, if there is one among the parameters.
pub(super) fn read(name: &DomainName, params: &mut Params) -> Option<SetTags> {
    let is_asked = ["DOMAINTAG", "ADDDOMAINTAG", "DELDOMAINTAG"].iter().any(|list| params.was_sent(list));
    if !is_asked {
        return None;
    }
    let is_replaced = params.was_sent("DOMAINTAG");
    let mut list = |list: &str| params.each(list, Field::DomainTag, Tag::parse);
    let (all, add, remove) = (list("DOMAINTAG"), list("ADDDOMAINTAG"), list("DELDOMAINTAG"));
    Some(SetTags { name: name.clone(), replace: is_replaced.then_some(all), add, remove })
}

/// What came of the change before that of the labels, which says how it all ended.
pub(super) fn first<A>(done: Done<(Done<A>, Vec<Tag>)>) -> Done<A> {
    let (first, _) = done.answer;
    Done { warnings: done.warnings, ..first }
}
