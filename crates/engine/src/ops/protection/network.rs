//! Asking the protecting network.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Fault, FaultKind, Refusal, Writing,
    model::{AccountId, CustomerId, DomainName, NetworkRecord, Protection},
    ports::{Port, ProtectionNetwork, Reply, store::Snapshot},
};

/// As which customer the network knows an account.
///
/// # Errors
/// `customer_missing`.
pub(super) fn customer<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    account: AccountId,
) -> Result<CustomerId, Failure> {
    let account = cx.store.account(account)?.ok_or_else(|| Fault::internal("an account is missing"))?;
    let missing = || Refusal::new(Outcome::CustomerMissing).at(Field::AccountId).value(&account.clid);
    Ok(account.billing.customer.ok_or_else(missing)?)
}

/// Has the network do something.
///
/// # Errors
/// It cannot be asked.
pub(super) fn ask(
    cx: &Writing<'_>,
    what: impl FnOnce(&dyn ProtectionNetwork) -> Result<Reply, Fault>,
) -> Result<Reply, Fault> {
    match cx.reach(Port::Protection) {
        Ok(()) => what(cx.network),
        Err(Fault { kind: FaultKind::Refused(_), .. }) => Ok(Reply::Refused),
        Err(fault) => Err(fault),
    }
}

/// The same, for something that has to be done for the request to succeed.
///
/// # Errors
/// `network_record_exists`, `network_record_missing`, `protection_refused`.
pub(super) fn demand(
    cx: &Writing<'_>,
    name: &DomainName,
    what: impl FnOnce(&dyn ProtectionNetwork) -> Result<Reply, Fault>,
) -> Result<(), Failure> {
    let outcome = match ask(cx, what)? {
        Reply::Done => return Ok(()),
        Reply::Exists => Outcome::NetworkRecordExists,
        Reply::Missing => Outcome::NetworkRecordMissing,
        Reply::Refused => Outcome::ProtectionRefused,
    };
    Err(Refusal::new(outcome).at(Field::DomainName).value(name).into())
}

/// Tells the network what a service is now.
///
/// # Errors
/// `customer_missing`, and as [`demand`].
pub(super) fn update(cx: &Writing<'_>, protection: &Protection) -> Result<(), Failure> {
    let record = record(protection, customer(cx, protection.account)?);
    demand(cx, &protection.name, |network| network.update(cx.store, &record))
}

/// The same as [`update`], for what the server does by itself: nobody is there to hear a refusal.
///
/// # Errors
/// A fault of the store, or that the network did not take it.
pub(super) fn must_update(cx: &Writing<'_>, protection: &Protection) -> Result<(), Failure> {
    update(cx, protection).map_err(untaken)
}

/// Has the network forget a service, for what the server does by itself.
///
/// # Errors
/// A fault of the store, or that the network did not take it.
pub(super) fn must_delete(cx: &Writing<'_>, protection: &Protection) -> Result<(), Failure> {
    let name = &protection.name;
    let customer = customer(cx, protection.account).map_err(untaken)?;
    demand(cx, name, |network| network.delete(cx.store, customer, name)).map_err(untaken)
}

/// Whether the network has a record of a service.
///
/// # Errors
/// A fault of the store, or that the network cannot be asked.
pub(in crate::ops) fn knows(cx: &Writing<'_>, protection: &Protection) -> Result<bool, Failure> {
    let customer = match customer(cx, protection.account) {
        Ok(customer) => customer,
        Err(Failure::Refused(_)) => return Ok(false),
        Err(fault) => return Err(fault),
    };
    cx.reach(Port::Protection)?;
    let found = cx.network.find(cx.store, customer, &protection.name)?;
    Ok(found.is_some_and(|record| record.service == Some(protection.id)))
}

fn untaken(failure: Failure) -> Failure {
    let Failure::Refused(refusals) = failure else { return failure };
    Fault::new(FaultKind::Refused(Port::Protection), refusals.first().reason()).into()
}

/// A service as the network has it on record.
pub(super) fn record(protection: &Protection, customer: CustomerId) -> NetworkRecord {
    NetworkRecord {
        customer,
        name: protection.name.clone(),
        service: Some(protection.id),
        plan: protection.plan,
        expires_at: protection.expires_at,
        mode: protection.mode,
        settings: protection.settings.clone(),
        dns_set_at: None,
        purged_at: None,
    }
}
