use outcomes::{Operation as Name, Outcome};

use crate::{Done, Failure, Operation, Query, Reading, model::DomainId};

/// Shows which of some domains have privacy, by their ids, and whether it is enabled. For whoever has a list of domains
/// already, such as a page of a portfolio.
///
/// Changes, bills and notifies nothing. Checks nothing: everybody can see who is hidden.
#[derive(Clone, Debug)]
pub struct List {
    /// The domains.
    pub domains: Vec<DomainId>,
}

impl Operation for List {
    type Answer = Vec<(DomainId, bool)>;
    const NAME: Name = Name::PrivacyList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::PrivaciesListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<(DomainId, bool)>>, Failure> {
        let privacies = cx.store.privacies(&self.domains)?.into_iter();
        let told = privacies.map(|privacy| (privacy.domain, privacy.is_enabled)).collect();
        Ok(Done::new(Outcome::PrivaciesListed, told))
    }
}
