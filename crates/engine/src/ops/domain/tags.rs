use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DomainName, Tag},
};

/// Shows the labels that the actor has put on one of its domains, sorted.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the domain exists, the sponsor.
#[derive(Clone, Debug)]
pub struct Tags {
    /// The name.
    pub name: DomainName,
}

impl Operation for Tags {
    type Answer = Vec<Tag>;
    const NAME: Name = Name::DomainTags;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::DomainTagsFound, Outcome::DomainUnknown, Outcome::NotSponsor];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Tags {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let domain = ownership::find_own(cx, &self.name)?;
        Ok(Done::new(Outcome::DomainTagsFound, cx.store.tags_of(domain.id)?))
    }
}
