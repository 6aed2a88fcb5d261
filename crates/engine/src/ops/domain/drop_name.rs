use outcomes::Operation as Name;

use super::ownership::zone_of;
use crate::{
    Failure, Fault, Writing,
    model::{Domain, Event},
    ops::{contact::note_former, notify::notify},
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
    remove(cx, domain, Name::DomainDrop)?;
    Ok(notify(cx, domain.sponsor, Event::DomainDropped { name: domain.name.to_string() })?)
}

/// Removes a domain with the hosts inside it, which the history of each tells as `action`.
///
/// # Errors
/// A fault of the store.
pub(super) fn remove(cx: &Writing<'_>, domain: &Domain, action: Name) -> Result<(), Failure> {
    // Its own delegation goes first: only whoever else loses a name server hears of it.
    let own: Vec<_> = cx.store.domain_hosts(domain.id)?.into_iter().map(|host| host.id).collect();
    cx.store.unlink_hosts(domain.id, &own)?;
    let inside = cx.store.subordinate_hosts(domain.id)?;
    for host in cx.store.hosts(&inside)? {
        cx.record(action, host.id.into(), host.name.as_str())?;
        for (sponsor, names) in cx.store.unlink_host(host.id)? {
            let event = Event::HostRemoved {
                host: host.name.to_string(),
                domain: domain.name.to_string(),
                names: names.iter().map(ToString::to_string).collect(),
            };
            notify(cx, sponsor, event)?;
        }
        require(cx.store.delete_host(&host)?, host.name.as_str())?;
    }
    cx.record(action, domain.id.into(), domain.name.as_str())?;
    Ok(require(delete_row(cx, domain)?, domain.name.as_str())?)
}

/// Deletes the row of a domain, if nothing lies in it. Its registrant has a domain less then.
///
/// # Errors
/// A fault of the store.
pub(super) fn delete_row(cx: &Writing<'_>, domain: &Domain) -> Result<Deleted, Failure> {
    let zone = zone_of(cx.policies, domain)?;
    let contacts = match zone.contact.idle_days {
        Some(_) => cx.store.domain_contacts(domain.id)?,
        None => Vec::new(),
    };
    let deleted = cx.store.delete_domain(domain)?;
    if deleted == Deleted::Yes {
        let former: Vec<_> = contacts.into_iter().map(|contact| (contact.role, contact.id)).collect();
        note_former(cx, zone, &former)?;
    }
    Ok(deleted)
}

fn require(deleted: Deleted, name: &str) -> Result<(), Fault> {
    match deleted {
        Deleted::Yes => Ok(()),
        Deleted::InUse => {
            Err(Fault::internal(format!("{name} is still in use after all links to it were cut")))
        }
    }
}
