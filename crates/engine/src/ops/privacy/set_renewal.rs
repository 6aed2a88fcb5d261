use outcomes::{Operation as Name, Outcome};

use super::of_own;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, Privacy},
};

/// Chooses what happens when the privacy of a domain ends: whether the server renews it by a year, or it is gone.
///
/// Changes: whether the privacy renews itself. Bills and notifies nothing.
///
/// Checks, in this order: whether the domain exists, the sponsor, whether it has privacy.
#[derive(Clone, Debug)]
pub struct SetRenewal {
    /// The domain.
    pub name: DomainName,
    /// Whether the server renews it.
    pub renews: bool,
}

impl Operation for SetRenewal {
    type Answer = ();
    const NAME: Name = Name::PrivacySetRenewal;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::PrivacyRenewalSet, Outcome::DomainUnknown, Outcome::NotSponsor, Outcome::PrivacyMissing];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for SetRenewal {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let privacy = of_own(cx, &self.name)?;
        cx.store.put_privacy(&Privacy { renews: self.renews, ..privacy })?;
        cx.record(Self::NAME, privacy.domain.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::PrivacyRenewalSet, ()))
    }
}
