//! Domains that are out of the DNS because the data of their registrant are wrong.

use outcomes::Operation as Name;

use crate::{
    Context, Failure, Fault, Writing,
    model::{ContactId, Domain, DomainName, Role, Status, StatusNote},
    ops::domain::{bar, zone_of},
    ports::store::Snapshot,
};

/// The domains of a registrant in zones whose registrars are tags.
///
/// # Errors
/// A fault of the store.
pub(super) fn domains_of<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    contact: ContactId,
) -> Result<Vec<Domain>, Fault> {
    let mut domains = Vec::new();
    for domain in cx.store.domains_with(contact, Role::Registrant)? {
        if zone_of(cx.policies, &domain)?.tags.is_some() {
            domains.push(domain);
        }
    }
    Ok(domains)
}

/// Their names.
///
/// # Errors
/// A fault of the store.
pub(super) fn names_of<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    contact: ContactId,
) -> Result<Vec<DomainName>, Fault> {
    Ok(domains_of(cx, contact)?.into_iter().map(|domain| domain.name).collect())
}

/// Takes domains out of the DNS, or brings them back. Answers their names.
///
/// # Errors
/// A fault of the store.
pub(super) fn set(cx: &Writing<'_>, domains: Vec<Domain>, is_set: bool) -> Result<Vec<DomainName>, Failure> {
    let mut names = Vec::with_capacity(domains.len());
    for mut domain in domains {
        bar(&mut domain.statuses, &BARS, &note(), is_set);
        cx.store.update_domain(&domain)?;
        cx.record(Name::DataQualitySuspend, domain.id.into(), domain.name.as_str())?;
        names.push(domain.name);
    }
    Ok(names)
}

/// Brings a domain back that has another registrant now. Whoever calls this keeps it.
pub(in crate::ops) fn lift(domain: &mut Domain) {
    bar(&mut domain.statuses, &BARS, &note(), false);
}

fn note() -> StatusNote {
    StatusNote { language: "en".to_owned(), text: "data quality".to_owned() }
}

const BARS: [Status; 3] =
    [Status::ServerHold, Status::ServerUpdateProhibited, Status::ServerTransferProhibited];
