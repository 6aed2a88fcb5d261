use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DomainName, Privacy},
    ops::domain::{find_own, zone_of},
};

/// Shows the privacy of one of the actor's domains.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the domain exists, the sponsor.
#[derive(Clone, Debug)]
pub struct Info {
    /// The domain.
    pub name: DomainName,
}

/// How a domain stands with privacy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrivacyView {
    /// Whether its zone allows privacy.
    pub is_offered: bool,
    /// What it has.
    pub privacy: Option<Privacy>,
}

impl PrivacyView {
    /// Whether a stand-in is shown.
    pub fn is_enabled(&self) -> bool {
        self.privacy.is_some_and(|privacy| privacy.is_enabled)
    }
}

impl Operation for Info {
    type Answer = PrivacyView;
    const NAME: Name = Name::PrivacyInfo;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::PrivacyFound, Outcome::DomainUnknown, Outcome::NotSponsor];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<PrivacyView>, Failure> {
        let domain = find_own(cx, &self.name)?;
        let is_offered = zone_of(cx.policies, &domain)?.privacy;
        let view = PrivacyView { is_offered, privacy: cx.store.privacy(domain.id)? };
        Ok(Done::new(Outcome::PrivacyFound, view))
    }
}
