use outcomes::Operation as Name;

use super::{dns_rules, network, term};
use crate::{
    Failure, Fault, FaultKind, Writing,
    model::{Event, Protection, ProtectionNews, ProtectionState},
    ops::{
        notify::notify_asked,
        payment::{Payment, give_back},
    },
    ports::{Port, Reply},
};

/// How the setting up of a service ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ops) enum SetUp {
    /// The network protects the name.
    Done,
    /// The network would not.
    Cancelled,
    /// The network did not answer; it is asked again.
    Waits,
}

/// Has the network set up a service that was ordered and paid for, and points the name's DNS to it, if that is
/// permitted. The term begins now.
///
/// If the network refuses, or does not answer within the time of the policy, the service is gone and its payment given
/// back; where the ledger does not take that, it is on record as owed (`chancery ledger owed`).
///
/// Changes: the service, the network's record, and the ledger if it comes to nothing. Notifies: the account, naming its
/// request.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn set_up(cx: &Writing<'_>, mut protection: Protection) -> Result<SetUp, Failure> {
    protection.expires_at = protection.cycle.end_from(cx.now);
    match ask(cx, &protection)? {
        Some(Reply::Done) => run(cx, protection).map(|()| SetUp::Done),
        Some(Reply::Exists | Reply::Missing | Reply::Refused) => {
            cancel(cx, protection).map(|()| SetUp::Cancelled)
        }
        None if has_waited(cx, &protection) => cancel(cx, protection).map(|()| SetUp::Cancelled),
        None => {
            let later = cx.now.plus_millis(ASKED_AGAIN_AFTER);
            term::remind(cx, &protection, later)?;
            Ok(SetUp::Waits)
        }
    }
}

/// What the network answers; `None` if nothing. An account without customer number is one that it would not know.
fn ask(cx: &Writing<'_>, protection: &Protection) -> Result<Option<Reply>, Failure> {
    let customer = match network::customer(cx, protection.account) {
        Ok(customer) => customer,
        Err(Failure::Refused(_)) => return Ok(Some(Reply::Refused)),
        Err(fault) => return Err(fault),
    };
    let record = network::record(protection, customer);
    heard(network::ask(cx, |network| network.create(cx.store, &record)))
}

/// Tells silence of the network from a fault of the store.
fn heard(reply: Result<Reply, Fault>) -> Result<Option<Reply>, Failure> {
    match reply {
        Ok(reply) => Ok(Some(reply)),
        Err(fault) if is_the_networks(&fault) => Ok(None),
        Err(fault) => Err(fault.into()),
    }
}

fn is_the_networks(fault: &Fault) -> bool {
    let silent = [FaultKind::Unavailable(Port::Protection), FaultKind::TimedOut(Port::Protection)];
    silent.contains(&fault.kind) || matches!(fault.met, Some((Port::Protection, _)))
}

fn has_waited(cx: &Writing<'_>, protection: &Protection) -> bool {
    let span = i64::from(cx.policies.protection.set_up_hours) * HOUR;
    cx.now.millis() - protection.created_at.millis() >= span
}

fn run(cx: &Writing<'_>, mut protection: Protection) -> Result<(), Failure> {
    protection.dns_set = point_dns(cx, &protection)?;
    protection.state = ProtectionState::Running;
    let asked = protection.asked.take();
    cx.store.update_protection(&protection)?;
    term::remind(cx, &protection, protection.expires_at)?;
    cx.record(Name::ProtectionSetUp, protection.id.into(), protection.name.as_str())?;
    let news = ProtectionNews::SetUp { expires_at: protection.expires_at, dns_set: protection.dns_set };
    let event = Event::Protection { name: protection.name.to_string(), news };
    Ok(notify_asked(cx, protection.account, event, asked)?)
}

/// Whether the name's DNS was pointed to the network. What is not permitted yet can be done later, by a retry.
fn point_dns(cx: &Writing<'_>, protection: &Protection) -> Result<bool, Failure> {
    match dns_rules::require_permit(cx, protection) {
        Ok(()) => {}
        Err(Failure::Refused(_)) => return Ok(false),
        Err(fault) => return Err(fault),
    }
    let customer = network::customer(cx, protection.account)?;
    let name = &protection.name;
    let reply = network::ask(cx, |network| network.rewrite_dns(cx.store, customer, name, cx.now));
    Ok(heard(reply)? == Some(Reply::Done))
}

fn cancel(cx: &Writing<'_>, protection: Protection) -> Result<(), Failure> {
    let Protection { id, name, account, paid_by, asked, .. } = protection;
    let payment = Payment { object: id.into(), name: name.to_string(), account, paid_by };
    let repaid = give_back(cx, payment)?;
    cx.store.delete_protection(id)?;
    cx.record(Name::ProtectionEnd, id.into(), name.as_str())?;
    let news = ProtectionNews::Cancelled { repaid };
    let event = Event::Protection { name: name.to_string(), news };
    Ok(notify_asked(cx, account, event, asked)?)
}

/// In milliseconds.
const HOUR: i64 = 60 * 60 * 1000;
const ASKED_AGAIN_AFTER: i64 = 5 * 60 * 1000;
