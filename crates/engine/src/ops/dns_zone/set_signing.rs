use outcomes::{Operation as Name, Outcome};

use super::{
    draft::touch,
    ownership::{find_changeable, require_primary},
};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DnsSigning, DomainName},
};

/// Says how a zone is signed.
///
/// Changes: the zone; it is part of what a commit publishes. Bills and notifies nothing. Checks, in this order: whether
/// it exists, the owner, whether it is deleted or locked, whether it is secondary.
#[derive(Clone, Debug)]
pub struct SetSigning {
    /// The name.
    pub name: DomainName,
    /// How.
    pub signing: DnsSigning,
}

impl Operation for SetSigning {
    type Answer = ();
    const NAME: Name = Name::DnsZoneSetSigning;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsSigningSet,
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

impl Command for SetSigning {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut zone = find_changeable(cx, &self.name)?;
        require_primary(&zone)?;
        zone.signing = self.signing.clone();
        touch(cx, &mut zone)?;
        cx.record(Self::NAME, zone.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DnsSigningSet, ()))
    }
}
