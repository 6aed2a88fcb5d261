use outcomes::{Operation as Name, Outcome};

use super::suspension::names_of;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DataQuality, DomainName, Handle},
    ops::contact::find_own,
};

/// Shows what is done about wrong data of a registrant, to its sponsor.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the contact exists, the sponsor.
#[derive(Clone, Debug)]
pub struct Info {
    /// The handle.
    pub handle: Handle,
}

/// What is done about wrong data.
#[derive(Clone, Debug)]
pub struct DataQualityView {
    /// The process.
    pub process: DataQuality,
    /// The domains that it is about.
    pub names: Vec<DomainName>,
}

impl Operation for Info {
    type Answer = Option<DataQualityView>;
    const NAME: Name = Name::DataQualityInfo;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::DataQualityFound, Outcome::ContactUnknown, Outcome::NotSponsor];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Option<DataQualityView>>, Failure> {
        let contact = find_own(cx, &self.handle)?;
        let view = match cx.store.data_quality(contact.id)? {
            Some(process) => Some(DataQualityView { process, names: names_of(cx, contact.id)? }),
            None => None,
        };
        Ok(Done::new(Outcome::DataQualityFound, view))
    }
}
