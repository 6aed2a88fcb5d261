//! Name servers of a domain, as lists of names. Which of them are hosts here is not the client's affair.

use engine::Field;
use engine::model::{Delegation, HostAttribute};

use super::name;
use crate::params::Params;

/// Reads a list, if it was sent; one that is sent and empty means no servers.
pub(super) fn read(params: &mut Params, list: &str) -> Option<Delegation> {
    params.was_sent(list).then(|| needed(params, list))
}

/// Reads a list; what was not sent is empty.
pub(super) fn needed(params: &mut Params, list: &str) -> Delegation {
    let names = params.each(list, Field::NameServer, name::parse);
    let server = |name| HostAttribute { name, addresses: Vec::new() };
    Delegation::Listed(names.into_iter().map(server).collect())
}
