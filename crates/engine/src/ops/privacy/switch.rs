use outcomes::{Operation as Name, Outcome};

use super::{of_own, refusal};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, Privacy},
};

/// Has the public see a stand-in in the place of the people of a domain that has privacy, or the people again. What was paid
/// stays paid, and the privacy ends when it would have ended.
///
/// Changes: whether the privacy is enabled. Bills and notifies nothing.
///
/// Checks, in this order: whether the domain exists, the sponsor, whether it has privacy, whether that is switched so already.
#[derive(Clone, Debug)]
pub struct Switch {
    /// The domain.
    pub name: DomainName,
    /// Whether the privacy is enabled from now on.
    pub on: bool,
}

impl Operation for Switch {
    type Answer = ();
    const NAME: Name = Name::PrivacySwitch;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::PrivacyEnabled,
        Outcome::PrivacyDisabled,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::PrivacyMissing,
        Outcome::PrivacyEnabledAlready,
        Outcome::PrivacyDisabledAlready,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Switch {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let privacy = of_own(cx, &self.name)?;
        let (done, already) = match self.on {
            true => (Outcome::PrivacyEnabled, Outcome::PrivacyEnabledAlready),
            false => (Outcome::PrivacyDisabled, Outcome::PrivacyDisabledAlready),
        };
        if privacy.is_enabled == self.on {
            return Err(refusal(already, &self.name).into());
        }
        cx.store.put_privacy(&Privacy { is_enabled: self.on, ..privacy })?;
        cx.record(Self::NAME, privacy.domain.into(), self.name.as_str())?;
        Ok(Done::new(done, ()))
    }
}
