use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{NssetName, Status},
    ops::{
        access::{require_free, require_sponsor},
        quarantine,
    },
    ports::store::{Deleted, Kind},
};

/// Deletes a set of name servers.
///
/// Changes: the set is gone; its name rests where a zone's policy wants that. Bills and notifies nothing. Checks, in
/// this order: whether it exists, the sponsor, the statuses, whether a domain is delegated to it.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The name.
    pub name: NssetName,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::NssetDelete;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::NssetDeleted,
        Outcome::NssetUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::NssetLinked,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let nsset = ownership::find(cx, &self.name)?;
        require_sponsor(cx, nsset.sponsor, self.name.as_str())?;
        require_free(&nsset.statuses, Status::BARS_DELETE, self.name.as_str())?;

        if cx.store.delete_nsset(&nsset)? == Deleted::InUse {
            return Err(Refusal::new(Outcome::NssetLinked).at(Field::NssetName).value(&self.name).into());
        }
        cx.record(Self::NAME, nsset.id.into(), self.name.as_str())?;
        quarantine::begin(cx, Kind::FormerNsset, nsset.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::NssetDeleted, ()))
    }
}
