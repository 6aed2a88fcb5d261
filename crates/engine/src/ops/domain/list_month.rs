use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Date, Domain, DomainId, DomainName, Instant},
};

/// Lists the domains of the actor that were registered, or that end, in one month.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Copy, Debug)]
pub struct ListMonth {
    /// A day of the month.
    pub month: Date,
    /// Which date has to lie in it.
    pub by: MonthOf,
}

/// A date in the life of a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthOf {
    /// The registration.
    Creation,
    /// The expiry.
    Expiry,
}

impl Operation for ListMonth {
    type Answer = Vec<DomainName>;
    const NAME: Name = Name::DomainListMonth;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DomainsListed];
}

impl Query for ListMonth {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<DomainName>>, Failure> {
        let (mut names, mut after) = (Vec::new(), DomainId(0));
        loop {
            let piece = cx.store.domains_of(cx.actor.id(), after, PIECE)?;
            let Some(last) = piece.last() else { break };
            after = last.id;
            let own = piece.into_iter().filter(|domain| domain.sponsor == cx.actor.id());
            names.extend(own.filter(|domain| self.holds(domain)).map(|domain| domain.name));
        }
        names.sort_unstable();
        Ok(Done::new(Outcome::DomainsListed, names))
    }
}

impl ListMonth {
    fn holds(&self, domain: &Domain) -> bool {
        let at: Instant = match self.by {
            MonthOf::Creation => domain.created_at,
            MonthOf::Expiry => domain.expires_at,
        };
        at.date().month_begin() == self.month.month_begin()
    }
}

/// How many domains are read at a time.
const PIECE: u32 = 1_000;
