use outcomes::{Field, Operation as Name, Outcome};

use super::{network, ownership};
use crate::{Command, Done, Failure, Operation, Refusal, Writing, model::DomainName, ports::Reply};

/// Ends a protection service at once. Its name can be protected anew.
///
/// Changes: the service and its invitations go, here and at the network; where the network has no record of it any more,
/// that is as good. Bills nothing, and pays nothing back of the term. Notifies nobody.
///
/// Checks, in this order: whether there is such a service of the actor's own; whether it runs; the customer number; what
/// the network says.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The name.
    pub name: DomainName,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::ProtectionDelete;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ProtectionDeleted,
        Outcome::ProtectionUnknown,
        Outcome::ProtectionNotOwn,
        Outcome::ProtectionNotRunning,
        Outcome::CustomerMissing,
        Outcome::ProtectionRefused,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let protection = ownership::find_own(cx, &self.name)?;
        ownership::require_running(&protection)?;
        let customer = network::customer(cx, protection.account)?;
        match network::ask(cx, |network| network.delete(cx.store, customer, &self.name))? {
            Reply::Done | Reply::Missing => {}
            Reply::Exists | Reply::Refused => {
                let refusal = Refusal::new(Outcome::ProtectionRefused).at(Field::DomainName);
                return Err(refusal.value(&self.name).into());
            }
        }
        cx.store.delete_protection(protection.id)?;
        cx.record(Self::NAME, protection.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::ProtectionDeleted, ()))
    }
}
