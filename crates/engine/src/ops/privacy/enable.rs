use outcomes::{Operation as Name, Outcome};

use super::{of_own, refusal};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, Privacy},
};

/// Has the public see a stand-in in the place of the people of a domain that has privacy.
///
/// Changes: the privacy is enabled. Bills and notifies nothing.
///
/// Checks, in this order: whether the domain exists, the sponsor, whether it has privacy, whether that is enabled already.
#[derive(Clone, Debug)]
pub struct Enable {
    /// The domain.
    pub name: DomainName,
}

impl Operation for Enable {
    type Answer = ();
    const NAME: Name = Name::PrivacyEnable;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::PrivacyEnabled,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::PrivacyMissing,
        Outcome::PrivacyEnabledAlready,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Enable {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let privacy = of_own(cx, &self.name)?;
        if privacy.is_enabled {
            return Err(refusal(Outcome::PrivacyEnabledAlready, &self.name).into());
        }
        cx.store.put_privacy(&Privacy { is_enabled: true, ..privacy })?;
        cx.record(Self::NAME, privacy.domain.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::PrivacyEnabled, ()))
    }
}
