//! Name servers of a domain, as lists of names. Which of them are hosts here is not the client's affair, unless it speaks RRP
//! itself: there a name server is an object that has to be added before a domain can have it (RFC 2832 section 4.3.1).

use engine::Field;
use engine::model::{Delegation, DomainName, HostAttribute};
use engine::policy::{HostForm, Place};

use super::name;
use crate::call::Call;
use crate::face::Face;
use crate::params::Params;

/// Reads a list, if it was sent; one that is sent and empty means no servers.
pub(super) fn read(params: &mut Params, list: &str) -> Option<Delegation> {
    params.was_sent(list).then(|| listed(names(params, list)))
}

/// Reads a list of the servers of a domain; what was not sent is empty.
pub(super) fn needed(
    call: &Call<'_>,
    domain: Option<&DomainName>,
    params: &mut Params,
    list: &str,
) -> Delegation {
    let names = names(params, list);
    match domain {
        Some(domain) if call.face == Face::Rrp && is_delegated_to_objects(call, domain) => {
            Delegation::Hosts(names)
        }
        _ => listed(names),
    }
}

fn names(params: &mut Params, list: &str) -> Vec<DomainName> {
    params.each(list, Field::NameServer, name::parse)
}

fn listed(names: Vec<DomainName>) -> Delegation {
    let server = |name| HostAttribute { name, addresses: Vec::new() };
    Delegation::Listed(names.into_iter().map(server).collect())
}

fn is_delegated_to_objects(call: &Call<'_>, domain: &DomainName) -> bool {
    let place = call.policies().place(domain);
    matches!(place, Place::Registrable(zone) if zone.hosts == HostForm::Objects && zone.nssets.is_none())
}
