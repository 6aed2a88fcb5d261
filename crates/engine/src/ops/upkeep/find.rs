use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DomainName, Upkeep},
    ops::domain::find_own,
};

/// Shows the orders of a registrar for a domain.
///
/// Changes, bills and notifies nothing. Checks whether the domain exists, and the sponsor.
#[derive(Clone, Debug)]
pub struct Find {
    /// The domain.
    pub name: DomainName,
}

impl Operation for Find {
    type Answer = Upkeep;
    const NAME: Name = Name::UpkeepFind;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DomainFound, Outcome::DomainUnknown, Outcome::NotSponsor];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Find {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Upkeep>, Failure> {
        let domain = find_own(cx, &self.name)?;
        Ok(Done::new(Outcome::DomainFound, cx.store.upkeep(domain.id)?))
    }
}
