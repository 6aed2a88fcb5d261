use outcomes::{Field, Operation as Name, Outcome};

use super::{HostView, Info};
use crate::{Done, Failure, Operation, Query, Reading, Refusal, model::HostId};

/// Shows a host that is known by its id to anyone.
///
/// Changes, bills and notifies nothing. Checks whether it exists.
#[derive(Clone, Copy, Debug)]
pub struct Find {
    /// The id.
    pub id: HostId,
}

impl Operation for Find {
    type Answer = HostView;
    const NAME: Name = Name::HostFind;
    const OUTCOMES: &'static [Outcome] = &[Outcome::HostFound, Outcome::HostUnknown];
}

impl Query for Find {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<HostView>, Failure> {
        let unknown = || Refusal::new(Outcome::HostUnknown).at(Field::HostName).value(self.id.0);
        let host = cx.store.host_by_id(self.id)?.ok_or_else(unknown)?;
        Info { name: host.name }.run(cx)
    }
}
