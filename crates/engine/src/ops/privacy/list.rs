use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DomainId, Privacy},
};

/// Shows which of some domains have privacy. For whoever has a list of domains already, such as a page of a portfolio.
///
/// Changes, bills and notifies nothing. Checks nothing: whether a domain has privacy is what everybody can see.
#[derive(Clone, Debug)]
pub struct List {
    /// The domains.
    pub domains: Vec<DomainId>,
}

impl Operation for List {
    type Answer = Vec<Privacy>;
    const NAME: Name = Name::PrivacyList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::PrivaciesListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<Privacy>>, Failure> {
        Ok(Done::new(Outcome::PrivaciesListed, cx.store.privacies(&self.domains)?))
    }
}
