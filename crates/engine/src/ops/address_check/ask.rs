//! The letters that ask somebody to confirm an address.

use crate::{
    Context, Fault, Writing,
    model::{
        AddressCheck, AuthInfo, AuthInfoDigest, Contact, ContactId, Details, Email, Instant, ObjectId, Role,
    },
    ops::{domain::zone_of, letter},
    policy::Zone,
    ports::store::Snapshot,
};

/// What is known of the address of a domain's registrant, in a zone that wants it to be confirmed.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn of<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    zone: &Zone,
    registrant: Option<&Contact>,
) -> Result<Option<AddressCheck>, Fault> {
    match registrant {
        Some(registrant) if asks(zone) => {
            cx.store.address_check(cx.actor.id(), &registrant.details.email.canonical())
        }
        _ => Ok(None),
    }
}

/// Asks a domain's new registrant, if the zone wants that and nobody asked for the address before. Without mail nobody is
/// asked: what the actor wants is done all the same.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn ask(cx: &Writing<'_>, zone: &Zone, email: &Email) -> Result<(), Fault> {
    if !asks(zone) {
        return Ok(());
    }
    let email = email.canonical();
    let is_known = cx.store.address_check(cx.actor.id(), &email)?.is_some();
    if is_known || letter::require_mail(cx).is_err() {
        return Ok(());
    }
    begin(cx, zone, email)
}

/// The same of the registrant among some contacts.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn ask_linked(
    cx: &Writing<'_>,
    zone: &Zone,
    contacts: &[(Role, ContactId)],
) -> Result<(), Fault> {
    let registrant = contacts.iter().find(|(role, _)| *role == Role::Registrant);
    let Some((_, registrant)) = registrant.filter(|_| asks(zone)) else { return Ok(()) };
    match cx.store.contact_by_id(*registrant)? {
        Some(contact) => ask(cx, zone, &contact.details.email),
        None => Ok(()),
    }
}

/// The same of a contact that has another address, if it is the registrant of a domain in such a zone.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn ask_everywhere(
    cx: &Writing<'_>,
    contact: &Contact,
    before: &Details,
) -> Result<(), Fault> {
    let email = &contact.details.email;
    if before.email.canonical() == email.canonical() || !cx.policies.zones().any(|zone| asks(zone)) {
        return Ok(());
    }
    for domain in cx.store.domains_with(contact.id, Role::Registrant)? {
        let zone = zone_of(cx.policies, &domain)?;
        if asks(zone) {
            return ask(cx, zone, email);
        }
    }
    Ok(())
}

/// Whether a zone wants addresses to be confirmed.
pub(super) const fn asks(zone: &Zone) -> bool {
    zone.address_days > 0
}

/// Asks for the first time.
///
/// # Errors
/// A fault of the store.
pub(super) fn begin(cx: &Writing<'_>, zone: &Zone, email: Email) -> Result<(), Fault> {
    let id = ObjectId(cx.new_id());
    let until = cx.now.plus_days(zone.address_days.into());
    let key = post(cx, id, &email, until)?;
    cx.store.put_address_check(&AddressCheck {
        id,
        account: cx.actor.id(),
        email,
        asked_at: cx.now,
        until,
        mailed_at: cx.now,
        key,
        confirmed_at: None,
    })
}

/// Asks again, with a new key.
///
/// # Errors
/// A fault of the store.
pub(super) fn again(cx: &Writing<'_>, check: AddressCheck) -> Result<(), Fault> {
    let key = post(cx, check.id, &check.email, check.until)?;
    cx.reset_authinfo_guard(check.id);
    cx.store.put_address_check(&AddressCheck { key, mailed_at: cx.now, ..check })
}

fn post(cx: &Writing<'_>, id: ObjectId, to: &Email, until: Instant) -> Result<AuthInfoDigest, Fault> {
    let (authinfo, secret) = AuthInfo::generate(cx.entropy);
    let text = format!(
        "{} looks after domains whose holder is to be reached at this address. Please confirm by {until} that you read \
         what is sent here. This is the code for it:\n\n    {}-{}\n\nEnter it on the page /verify of the server from \
         which you had the domain. If you know of no domain, do nothing.\n",
        cx.actor.account.clid,
        id.0,
        // This letter is the one place where it is told.
        secret.expose(),
    );
    letter::post(cx, to, "Please confirm your e-mail address".to_owned(), text)?;
    Ok(cx.digest(&authinfo, id))
}
