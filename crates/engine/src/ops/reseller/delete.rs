use outcomes::{Operation as Name, Outcome};

use super::unknown;
use crate::{Command, Done, Failure, Operation, Writing, model::ResellerReference};

/// Forgets a reseller of the actor.
///
/// Changes: the reseller; domains that named it name none any more. Bills and notifies nothing. Checks whether there is
/// such a reseller.
#[derive(Clone, Debug)]
pub struct Delete {
    /// Which.
    pub reference: ResellerReference,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::ResellerDelete;
    const OUTCOMES: &'static [Outcome] = &[Outcome::ResellerDeleted, Outcome::ResellerUnknown];

    fn object(&self) -> &str {
        self.reference.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        if cx.store.delete_reseller(cx.actor.id(), &self.reference)? {
            return Ok(Done::new(Outcome::ResellerDeleted, ()));
        }
        Err(unknown(&self.reference).into())
    }
}
