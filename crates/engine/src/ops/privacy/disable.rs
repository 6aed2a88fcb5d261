use outcomes::{Operation as Name, Outcome};

use super::{of_own, refusal};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, Privacy},
};

/// Has the public see the people of a domain again. What was paid stays paid, and the privacy ends when it would have ended.
///
/// Changes: the privacy is disabled. Bills and notifies nothing.
///
/// Checks, in this order: whether the domain exists, the sponsor, whether it has privacy, whether that is disabled already.
#[derive(Clone, Debug)]
pub struct Disable {
    /// The domain.
    pub name: DomainName,
}

impl Operation for Disable {
    type Answer = ();
    const NAME: Name = Name::PrivacyDisable;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::PrivacyDisabled,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::PrivacyMissing,
        Outcome::PrivacyDisabledAlready,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Disable {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let privacy = of_own(cx, &self.name)?;
        if !privacy.is_enabled {
            return Err(refusal(Outcome::PrivacyDisabledAlready, &self.name).into());
        }
        cx.store.put_privacy(&Privacy { is_enabled: false, ..privacy })?;
        cx.record(Self::NAME, privacy.domain.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::PrivacyDisabled, ()))
    }
}
