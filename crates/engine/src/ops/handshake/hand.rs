use super::super::domain::{change_registrant, give, zone_of};
use super::holder;
use outcomes::Outcome;

use crate::{
    Failure, Refusal, Writing,
    model::{AccountId, Contact, Domain, DomainName, Event, Role},
    ops::{contact::duplicate, notify::notify},
};

/// Domains that go together, and their registrant.
pub(in crate::ops) struct Batch {
    pub(in crate::ops) domains: Vec<Domain>,
    pub(in crate::ops) registrant: Contact,
}

impl Batch {
    /// The names of the domains.
    pub(in crate::ops) fn names(&self) -> Vec<DomainName> {
        self.domains.iter().map(|domain| domain.name.clone()).collect()
    }

    /// The same for notices.
    pub(in crate::ops) fn texts(&self) -> Vec<String> {
        self.domains.iter().map(|domain| domain.name.to_string()).collect()
    }
}

/// How the registrant fares.
enum Registrant {
    /// It goes along.
    Moves,
    /// The domains get another one, which is the gaining registrar's.
    Replaced(Box<Contact>),
}

/// Gives domains to another registrar. The registrant goes along if all its domains do and it is not the losing registrar
/// itself; otherwise they get the one that was named, or a copy.
///
/// Notifies: the losing registrar; the gaining one too unless it asked for them itself. Answers a warning if the registrant
/// stays because it is the registrar itself.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn hand_over(
    cx: &Writing<'_>,
    mut batch: Batch,
    (losing, gaining): (AccountId, AccountId),
    named: Option<Contact>,
    moves: bool,
) -> Result<Option<Refusal>, Failure> {
    let (names, told) = (batch.texts(), Box::new(holder(cx, &batch.registrant)?));
    let is_alone = cx.store.domains_with(batch.registrant.id, Role::Registrant)?.len() == batch.domains.len();
    let is_own = named.is_none() && is_registrar(cx, &batch.registrant, losing)?;
    let stays = is_own.then(|| Refusal::new(Outcome::RegistrantCopied).value(&batch.registrant.handle));
    let registrant = match named {
        Some(named) => Registrant::Replaced(Box::new(named)),
        None if !is_own && (moves || is_alone) => Registrant::Moves,
        None => Registrant::Replaced(Box::new(duplicate(cx, &batch.registrant, gaining, None)?)),
    };
    for domain in &mut batch.domains {
        let zone = zone_of(cx.policies, domain)?;
        if let Registrant::Replaced(contact) = &registrant {
            change_registrant(cx, domain, contact.id)?;
        }
        give(cx, zone, domain, gaining, None)?;
        cx.record(outcomes::Operation::DomainRelease, domain.id.into(), domain.name.as_str())?;
    }
    let moved = matches!(registrant, Registrant::Moves);
    if moved {
        move_contact(cx, batch.registrant, gaining)?;
    }

    let from = cx.clid(losing)?.to_string();
    if gaining != cx.actor.id() {
        let event =
            Event::DomainsReceived { from: from.clone(), names: names.clone(), registrant: told.clone() };
        notify(cx, gaining, event)?;
    }
    let to = cx.clid(gaining)?.to_string();
    notify(cx, losing, Event::DomainsReleased { from, to, names, registrant: told, moved })?;
    Ok(stays)
}

/// Whether a registrant is a registrar under its own name.
fn is_registrar(cx: &Writing<'_>, registrant: &Contact, registrar: AccountId) -> Result<bool, Failure> {
    let account = cx.store.account(registrar)?;
    Ok(account.is_some_and(|account| account.name == registrant.details.holder_name()))
}

fn move_contact(cx: &Writing<'_>, mut contact: Contact, gaining: AccountId) -> Result<(), Failure> {
    contact.sponsor = gaining;
    contact.transferred_at = Some(cx.now);
    contact.authinfo = None;
    contact.touch(cx.actor.id(), cx.now);
    cx.store.update_contact(&contact)?;
    cx.store.close_contact(contact.id)?;
    cx.reset_authinfo_guard(contact.id.into());
    Ok(())
}
