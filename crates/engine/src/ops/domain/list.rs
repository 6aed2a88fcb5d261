use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    lifecycle::Phase,
    model::{Domain, DomainId, DomainName, Instant, Status},
};

/// Lists the domains that the actor sponsors, and those whose transfer to it is pending, by age.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// The last domain of the piece before; `None` for the first piece.
    pub after: Option<DomainId>,
    /// How many to look at, at most.
    pub most: u32,
    /// Only those that stand so.
    pub state: Option<ListState>,
}

/// A piece of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The domains.
    pub domains: Vec<ListedDomain>,
    /// What to ask for next; `None` when this was all.
    pub next: Option<DomainId>,
}

/// A domain in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedDomain {
    /// Its id.
    pub id: DomainId,
    /// Its name.
    pub name: DomainName,
    /// How it stands.
    pub state: ListState,
    /// When its registration ends.
    pub expires_at: Instant,
}

/// How a domain of a list stands for the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListState {
    /// Registered.
    Active,
    /// Registered, and taken out of the DNS by a status.
    Held,
    /// Past its expiry; it can be renewed.
    Expired,
    /// Deleted, and not yet released.
    Deleted,
    /// Another's; its transfer to the account is pending.
    Arriving,
}

impl Operation for List {
    type Answer = Listed;
    const NAME: Name = Name::DomainList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DomainsListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Listed>, Failure> {
        let after = self.after.unwrap_or(DomainId(0));
        let found = cx.store.domains_of(cx.actor.id(), after, self.most)?;
        let is_full = found.len() == self.most as usize;
        let next = found.last().map(|domain| domain.id).filter(|_| is_full);
        let mut domains = Vec::with_capacity(found.len());
        for domain in found {
            let state = state_of(cx, &domain)?;
            if self.state.is_none_or(|wanted| wanted == state) {
                let Domain { id, name, expires_at, .. } = domain;
                domains.push(ListedDomain { id, name, state, expires_at });
            }
        }
        Ok(Done::new(Outcome::DomainsListed, Listed { domains, next }))
    }
}

/// How a domain stands for the actor.
///
/// # Errors
/// A fault when the policy of its zone is gone.
pub(super) fn state_of(cx: &Reading<'_>, domain: &Domain) -> Result<ListState, Fault> {
    if domain.sponsor != cx.actor.id() {
        return Ok(ListState::Arriving);
    }
    let zone = ownership::zone_of(cx.policies, domain)?;
    let is_held = domain.statuses.first_of(&[Status::ServerHold, Status::ClientHold]).is_some();
    Ok(match Phase::of(domain, zone, cx.now) {
        Phase::Registered if is_held => ListState::Held,
        Phase::Registered => ListState::Active,
        Phase::Expired | Phase::Suspended => ListState::Expired,
        Phase::Redemption | Phase::PendingRestore | Phase::PendingDelete => ListState::Deleted,
    })
}
