//! Who may hold a name.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal, Writing,
    model::{Contact, ContactId, Details, DomainId, DomainName, Handle, Role},
    policy::Zone,
    ports::store::Snapshot,
};

/// Whether the registrant of a new registration may have the name. A registrant without a type gets the one that the
/// zone is for, which the answer warns of.
///
/// Where the registry decides itself, it looks at the type then.
///
/// # Errors
/// `right_missing`, `registrant_type_unfit`.
pub(super) fn check(
    cx: &Writing<'_>,
    zone: &Zone,
    name: &DomainName,
    contacts: &[(Role, ContactId)],
) -> Result<Option<Refusal>, Failure> {
    if zone.rights.is_empty() && zone.registrant_type.is_none() {
        return Ok(None);
    }
    let registrant = contacts.iter().find(|(role, _)| *role == Role::Registrant);
    let Some(registrant) = registrant.map_or(Ok(None), |(_, id)| cx.store.contact_by_id(*id))? else {
        return Ok(None);
    };
    check_right(cx, zone, name, &registrant.details)?;
    match zone.registrant_type {
        None => Ok(None),
        Some(_) if registrant.details.particulars.registrant_type.is_none() => set_type(cx, zone, registrant),
        Some(_) if zone.referral_days.is_some() => Ok(None),
        Some(_) => fits_type(zone, name, &registrant.details).map(|()| None),
    }
}

/// # Errors
/// `registrant_type_unfit` when the zone is for another type.
pub(in crate::ops) fn fits_type(zone: &Zone, name: &DomainName, details: &Details) -> Result<(), Failure> {
    match zone.registrant_type {
        Some(wanted) if details.particulars.registrant_type != Some(wanted) => {
            let refusal = Refusal::new(Outcome::RegistrantTypeUnfit).at(Field::Registrant).value(name);
            Err(refusal.fact("type", wanted.code()).into())
        }
        _ => Ok(()),
    }
}

/// The registrant of a domain, if it has one.
///
/// # Errors
/// A fault of the store.
pub(super) fn registrant_of<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    domain: DomainId,
) -> Result<Option<Contact>, Failure> {
    let contacts = cx.store.domain_contacts(domain)?;
    let registrant = contacts.iter().find(|contact| contact.role == Role::Registrant);
    Ok(registrant.map_or(Ok(None), |linked| cx.store.contact_by_id(linked.id))?)
}

/// The registered name whose holder has the right to a name, if there is one.
///
/// # Errors
/// A fault of the store.
pub(super) fn right_holder<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    zone: &Zone,
    name: &DomainName,
) -> Result<Option<(DomainName, Details)>, Failure> {
    let label = name.labels().next().unwrap_or_default();
    for other in &zone.rights {
        let Ok(name) = DomainName::parse(&format!("{label}.{other}")) else { continue };
        let Some(domain) = cx.store.domain(&name)? else { continue };
        if let Some(holder) = registrant_of(cx, domain.id)? {
            return Ok(Some((name, holder.details)));
        }
    }
    Ok(None)
}

/// # Errors
/// `registrant_differs` where a registrant keeps its name and another one takes its place.
pub(super) fn check_same_holder<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    zone: &Zone,
    before: Option<Handle>,
    after: Option<Handle>,
) -> Result<(), Failure> {
    let (Some(before), Some(after)) = (before, after) else { return Ok(()) };
    if before == after || !zone.contact.registrant_stays {
        return Ok(());
    }
    match (cx.store.contact(&before)?, cx.store.contact(&after)?) {
        (Some(old), Some(new)) if old.details.holder_name() != new.details.holder_name() => {
            Err(Refusal::new(Outcome::RegistrantDiffers).at(Field::Registrant).value(after).into())
        }
        _ => Ok(()),
    }
}

fn check_right(cx: &Writing<'_>, zone: &Zone, name: &DomainName, holder: &Details) -> Result<(), Failure> {
    match right_holder(cx, zone, name)? {
        Some((other, details)) if !details.is_same_holder(holder) => {
            let refusal = Refusal::new(Outcome::RightMissing).at(Field::DomainName).value(name);
            Err(refusal.fact("name", other).into())
        }
        _ => Ok(()),
    }
}

fn set_type(cx: &Writing<'_>, zone: &Zone, mut registrant: Contact) -> Result<Option<Refusal>, Failure> {
    registrant.details.particulars.registrant_type = zone.registrant_type;
    cx.store.update_contact(&registrant)?;
    let warning = Refusal::new(Outcome::HolderTypeSet).at(Field::ContactType);
    Ok(zone.registrant_type.map(|kind| warning.value(kind.code())))
}
