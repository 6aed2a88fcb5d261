use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{DomainName, Status},
    ops::access::require_free,
    ports::store::Deleted,
};

/// Deletes a host (RFC 5732 section 3.2.2).
///
/// Changes: the host is gone. Bills and notifies nothing. Checks, in this order: whether it exists, the sponsor, the
/// statuses, whether a domain is delegated to it.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The name.
    pub name: DomainName,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::HostDelete;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::HostDeleted,
        Outcome::HostUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::HostLinked,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let host = ownership::find_own(cx, &self.name)?;
        require_free(&host.statuses, Status::BARS_DELETE, self.name.as_str())?;

        cx.record(Self::NAME, host.id.into(), self.name.as_str())?;
        match cx.store.delete_host(&host)? {
            Deleted::Yes => Ok(Done::new(Outcome::HostDeleted, ())),
            Deleted::InUse => {
                Err(Refusal::new(Outcome::HostLinked).at(Field::HostName).value(&self.name).into())
            }
        }
    }
}
