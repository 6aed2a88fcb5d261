use outcomes::{Field, Operation as Name, Outcome};

use crate::{Command, Done, Failure, Operation, Refusal, Writing, model::DomainName};

/// Ends a web forwarding.
///
/// Changes: the forwarding is gone. Bills and notifies nothing. Checks, in this order: whether there is such a forwarding,
/// the account; it need not hold the name any more.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The name.
    pub source: DomainName,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::WebForwardingDelete;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::WebForwardingDeleted, Outcome::WebForwardingUnknown, Outcome::WebForwardingForeign];

    fn object(&self) -> &str {
        self.source.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let refused = |outcome| Failure::from(Refusal::new(outcome).at(Field::WebSource).value(&self.source));
        let found = cx.store.web_forwarding(&self.source)?;
        let found = found.ok_or_else(|| refused(Outcome::WebForwardingUnknown))?;
        if found.account != cx.actor.id() {
            return Err(refused(Outcome::WebForwardingForeign));
        }
        cx.store.delete_web_forwarding(found.id)?;
        cx.record(Self::NAME, found.id.into(), self.source.as_str())?;
        Ok(Done::new(Outcome::WebForwardingDeleted, ()))
    }
}
