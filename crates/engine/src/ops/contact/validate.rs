use outcomes::{Operation as Name, Outcome};

use super::postal_rules;
use crate::{Done, Findings, Glance, Glancing, Operation, Refusals, model::Details};

/// Asks whether the data of a contact could be used for one in no zone in particular.
///
/// Changes, bills and notifies nothing. Checks the addresses.
#[derive(Clone, Debug)]
pub struct Validate {
    /// Name, address and the like.
    pub details: Details,
}

impl Operation for Validate {
    type Answer = ();
    const NAME: Name = Name::ContactValidate;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::ContactValid, Outcome::TextMissing, Outcome::PostalTwice, Outcome::PostalNotAscii];
}

impl Glance for Validate {
    fn run(self, _: &Glancing<'_>) -> Result<Done<()>, Refusals> {
        let mut findings = Findings::new();
        postal_rules::check(&self.details.postal, &mut findings);
        findings.finish(Done::new(Outcome::ContactValid, ()))
    }
}
