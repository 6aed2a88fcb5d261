use outcomes::Operation as Name;

use crate::{
    Failure, Fault, Writing,
    model::{Domain, Event},
    ops::notify::notify,
    ports::store::Deleted,
};

/// Releases the name of a deleted registration.
///
/// Changes: the domain and the hosts inside it are gone, the name is free. Bills nothing. Notifies: the sponsor, and
/// the sponsors of other domains that were delegated to those hosts.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn drop_name(cx: &Writing<'_>, domain: &Domain) -> Result<(), Failure> {
    remove(cx, domain)?;
    cx.record(Name::DomainDrop, domain.id.into(), domain.name.as_str())?;
    Ok(notify(cx, domain.sponsor, Event::DomainDropped { name: domain.name.to_string() })?)
}

/// Removes a domain with the hosts inside it.
///
/// # Errors
/// A fault of the store.
pub(super) fn remove(cx: &Writing<'_>, domain: &Domain) -> Result<(), Failure> {
    let inside = cx.store.subordinate_hosts(domain.id)?;
    for host in cx.store.hosts(&inside)? {
        for sponsor in cx.store.unlink_host(host.id)? {
            let event = Event::HostRemoved { host: host.name.to_string(), domain: domain.name.to_string() };
            notify(cx, sponsor, event)?;
        }
        require(cx.store.delete_host(&host)?, host.name.as_str())?;
    }
    Ok(require(cx.store.delete_domain(domain)?, domain.name.as_str())?)
}

fn require(deleted: Deleted, name: &str) -> Result<(), Fault> {
    match deleted {
        Deleted::Yes => Ok(()),
        Deleted::InUse => {
            Err(Fault::internal(format!("{name} is still in use after all links to it were cut")))
        }
    }
}
