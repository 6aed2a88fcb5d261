use outcomes::{Operation as Name, Outcome};

use super::find_own;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Reseller, ResellerReference},
};

/// Shows a reseller of the actor.
///
/// Changes, bills and notifies nothing. Checks whether there is such a reseller.
#[derive(Clone, Debug)]
pub struct Info {
    /// Which.
    pub reference: ResellerReference,
}

impl Operation for Info {
    type Answer = Reseller;
    const NAME: Name = Name::ResellerInfo;
    const OUTCOMES: &'static [Outcome] = &[Outcome::ResellerFound, Outcome::ResellerUnknown];

    fn object(&self) -> &str {
        self.reference.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Reseller>, Failure> {
        Ok(Done::new(Outcome::ResellerFound, find_own(cx, &self.reference)?))
    }
}
