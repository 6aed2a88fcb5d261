use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::{Domain, DomainId},
};

/// Finds one of the actor's domains by its id, for protocols that tell ids.
///
/// Changes, bills and notifies nothing. Checks whether there is such a domain, and the sponsor; both are told alike, so that
/// ids tell nothing of domains of others.
#[derive(Clone, Copy, Debug)]
pub struct Find {
    /// The id.
    pub id: DomainId,
}

impl Operation for Find {
    type Answer = Domain;
    const NAME: Name = Name::DomainFind;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DomainFound, Outcome::DomainUnknown];
}

impl Query for Find {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Domain>, Failure> {
        let domain = cx.store.domain_by_id(self.id)?.filter(|domain| domain.sponsor == cx.actor.id());
        let unknown = || Refusal::new(Outcome::DomainUnknown).at(Field::DomainName).value(self.id.0);
        Ok(Done::new(Outcome::DomainFound, domain.ok_or_else(unknown)?))
    }
}
