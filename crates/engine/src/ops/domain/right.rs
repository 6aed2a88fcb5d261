use outcomes::{Operation as Name, Outcome};

use super::{name_rules, registrant_rules};
use crate::{Done, Failure, Operation, Query, Reading, model::DomainName};

/// Asks whose right a name is, in zones where the holder of the same label elsewhere has it. Answers the name whose holder
/// that is, if there is one.
///
/// Changes, bills and notifies nothing. Checks the zone.
#[derive(Clone, Debug)]
pub struct Right {
    /// The name.
    pub name: DomainName,
}

impl Operation for Right {
    type Answer = Option<DomainName>;
    const NAME: Name = Name::DomainRight;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::DomainsChecked, Outcome::ZoneUnknown, Outcome::NameNotRegistrable];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Right {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Option<DomainName>>, Failure> {
        let zone = name_rules::zone_of(cx.policies, &self.name)?;
        let holder = registrant_rules::right_holder(cx, zone, &self.name)?;
        Ok(Done::new(Outcome::DomainsChecked, holder.map(|(name, _)| name)))
    }
}
