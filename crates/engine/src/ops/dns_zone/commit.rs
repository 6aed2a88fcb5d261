use outcomes::{Operation as Name, Outcome};

use super::{
    ownership::{find_changeable, require_primary},
    publication::publish,
};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, Serial},
    ports::Port,
};

/// Publishes the rows of a zone as they are now. Where nothing was changed since the last time, nothing happens.
///
/// Changes: what is published, and the serial. Bills and notifies nothing. Answers the serial. Checks, in this order:
/// whether it exists, the owner, whether it is deleted or locked, whether it is secondary.
#[derive(Clone, Debug)]
pub struct Commit {
    /// The name.
    pub name: DomainName,
}

impl Operation for Commit {
    type Answer = Serial;
    const NAME: Name = Name::DnsZoneCommit;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsZoneCommitted,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
        Outcome::DnsZoneLocked,
        Outcome::DnsZoneIsSecondary,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Commit {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Serial>, Failure> {
        let mut zone = find_changeable(cx, &self.name)?;
        require_primary(&zone)?;
        cx.reach(Port::NameServers)?;
        if zone.changed {
            publish(cx, &mut zone)?;
            cx.record(Self::NAME, zone.id.into(), self.name.as_str())?;
        }
        Ok(Done::new(Outcome::DnsZoneCommitted, zone.serial))
    }
}
