use outcomes::{Field, Operation as Name, Outcome};

use super::{ownership, referral};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{DomainName, Status},
};

/// Takes back a registration that was referred to the registry, before that has decided about it.
///
/// Changes: the domain is gone. Refunds: the creation. Notifies nothing. Checks, in this order: whether the domain exists, the
/// sponsor; whether the registry still has to decide about it.
#[derive(Clone, Debug)]
pub struct CreateCancel {
    /// The name.
    pub name: DomainName,
}

impl Operation for CreateCancel {
    type Answer = ();
    const NAME: Name = Name::DomainCreateCancel;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::RegistrationWithdrawn,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::RegistrationNotWaiting,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for CreateCancel {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let domain = ownership::find_own(cx, &self.name)?;
        if !domain.statuses.has(Status::PendingCreate) {
            let refusal = Refusal::new(Outcome::RegistrationNotWaiting).at(Field::DomainName);
            return Err(refusal.value(&self.name).into());
        }
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        referral::undo(cx, &domain)?;
        Ok(Done::new(Outcome::RegistrationWithdrawn, ()))
    }
}
