use outcomes::{Field, Operation as Name, Outcome};

use super::{foundation::require_untaken, name_rules};
use crate::{Done, Failure, Operation, Query, Reading, model::DomainName};

/// Asks whether the actor can add a zone of a name.
///
/// Changes, bills and notifies nothing. Checks, in this order: where the name lies; whether it is taken.
#[derive(Clone, Debug)]
pub struct Check {
    /// The name.
    pub name: DomainName,
}

impl Operation for Check {
    type Answer = ();
    const NAME: Name = Name::DnsZoneCheck;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsZoneAvailable,
        Outcome::ZoneUnknown,
        Outcome::NameNotRegistrable,
        Outcome::DnsZoneTaken,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Check {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<()>, Failure> {
        name_rules::check(cx.policies, &self.name, Field::DnsZoneName)?;
        require_untaken(cx, &self.name, Field::DnsZoneName)?;
        Ok(Done::new(Outcome::DnsZoneAvailable, ()))
    }
}
