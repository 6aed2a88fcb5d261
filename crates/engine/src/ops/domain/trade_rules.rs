//! Changes of the registrant that are paid for.
//!
//! ```text
//!                     +--> clientApproved   by its sponsor   --> the domain has the new registrant
//!   (none) --> pending +--> clientCancelled  by its sponsor
//!                     +--> serverApproved / serverCancelled  when its time is up, by policy
//! ```

use outcomes::{Field, Outcome};

use super::{change_registrant, contact_rules, ownership};
use crate::{
    Context, Failure, Refusal, Writing,
    ledger::{release, settle},
    model::{Domain, DomainName, EntryKind, Event, Handle, Role, Status, Trade, TransferState},
    ops::{access::require_free, notify::notify_asked},
    ports::store::Snapshot,
};

/// Where the latest trade of a domain stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeAnswer {
    /// The name.
    pub name: DomainName,
    /// Its latest trade.
    pub trade: Trade,
}

/// What a trade is about to do.
pub(super) struct Plan {
    pub(super) domain: Domain,
    /// The registrant as it is.
    pub(super) from: Option<Handle>,
}

/// Looks whether the actor could trade a domain now.
///
/// Checks, in this order: whether the domain exists, the sponsor, a pending transfer, a pending trade, the statuses;
/// whether the zone has registrants, whether the new one exists, is another one and says what the zone asks for.
///
/// # Errors
/// `domain_unknown`, `not_sponsor`, `transfer_pending`, `trade_pending`, `status_prohibits`, `contact_role_refused`,
/// `domain_contact_unknown`, `already_set`, `domain_contact_unfit`.
pub(super) fn check<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &DomainName,
    to: &Handle,
) -> Result<Plan, Failure> {
    let domain = ownership::find_own(cx, name)?;
    let zone = ownership::zone_of(cx.policies, &domain)?;
    check_state(cx, &domain)?;
    contact_rules::check_taken(zone, Role::Registrant)?;
    contact_rules::resolve(cx, &[(Role::Registrant, to)])?;
    let contacts = cx.store.domain_contacts(domain.id)?;
    let from = contacts.into_iter().find(|contact| contact.role == Role::Registrant);
    let from = from.map(|registrant| registrant.handle);
    if from.as_ref() == Some(to) {
        return Err(Refusal::new(Outcome::AlreadySet).at(Field::Registrant).value(to).into());
    }
    contact_rules::check_fit(cx, zone, &[(Role::Registrant, to)])?;
    Ok(Plan { domain, from })
}

fn check_state<S: Snapshot + ?Sized>(cx: &Context<'_, S>, domain: &Domain) -> Result<(), Failure> {
    let refused = |outcome| Refusal::new(outcome).at(Field::DomainName).value(&domain.name);
    if domain.statuses.has(Status::PendingTransfer) {
        return Err(refused(Outcome::TransferPending).into());
    }
    if pending(cx, domain)?.is_some() {
        return Err(refused(Outcome::TradePending).into());
    }
    require_free(&domain.statuses, Status::BARS_UPDATE, domain.name.as_str())
}

/// The pending trade of a domain.
///
/// # Errors
/// A fault of the store.
pub(super) fn pending<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    domain: &Domain,
) -> Result<Option<Trade>, Failure> {
    if !domain.statuses.has(Status::PendingUpdate) {
        return Ok(None);
    }
    Ok(cx.store.trade(domain.id)?.filter(|trade| trade.state == TransferState::Pending))
}

/// The pending trade of one of the actor's domains.
///
/// # Errors
/// `domain_unknown`, `not_sponsor`, `trade_not_pending`.
pub(super) fn find_pending(cx: &Writing<'_>, name: &DomainName) -> Result<(Domain, Trade), Failure> {
    let domain = ownership::find_own(cx, name)?;
    let none = || Refusal::new(Outcome::TradeNotPending).at(Field::DomainName).value(name);
    let trade = pending(cx, &domain)?.ok_or_else(none)?;
    Ok((domain, trade))
}

/// Gives a domain its new registrant. What was set aside for it is paid.
///
/// # Errors
/// `domain_contact_unknown` if the contact is gone.
pub(super) fn carry_out(cx: &Writing<'_>, domain: &mut Domain, trade: &Trade) -> Result<(), Failure> {
    for (_, new) in contact_rules::resolve(cx, &[(Role::Registrant, &trade.to)])? {
        change_registrant(cx, domain, new)?;
    }
    settle(cx, EntryKind::Trade, domain.id.into())?;
    domain.statuses.unset(Status::PendingUpdate);
    domain.touch(cx.actor.id(), cx.now);
    Ok(cx.store.update_domain(domain)?)
}

/// Leaves a domain its registrant. What was set aside for the trade is given back.
///
/// # Errors
/// A fault of the store.
pub(super) fn give_up(cx: &Writing<'_>, domain: &mut Domain) -> Result<(), Failure> {
    domain.statuses.unset(Status::PendingUpdate);
    cx.store.update_domain(domain)?;
    Ok(release(cx, EntryKind::Trade, domain.id.into())?)
}

/// Records how a pending trade ended, and tells whoever asked for it, unless that one ended it.
///
/// # Errors
/// A fault of the store.
pub(super) fn end(
    cx: &Writing<'_>,
    domain: &Domain,
    trade: Trade,
    state: TransferState,
) -> Result<TradeAnswer, Failure> {
    let trade = Trade { state, acts_at: cx.now, ..trade };
    cx.store.put_trade(&trade)?;
    if trade.account != cx.actor.id() {
        let event =
            Event::DomainTrade { name: domain.name.to_string(), registrant: trade.to.to_string(), state };
        notify_asked(cx, trade.account, event, trade.asked.clone())?;
    }
    Ok(TradeAnswer { name: domain.name.clone(), trade })
}
