use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{DnssecData, DomainName, Status},
    ops::access::require_free,
};

/// Says where the keys of a domain come from, for protocols that carry none themselves.
///
/// Changes: the domain's DNSSEC data. Bills and notifies nothing.
///
/// Checks, in this order: whether the domain exists, the sponsor, the statuses, whether there are such keys.
#[derive(Clone, Debug)]
pub struct Secure {
    /// The name.
    pub name: DomainName,
    /// Where its keys come from.
    pub keys: KeySource,
}

/// Where the keys of a domain come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeySource {
    /// It has none: it is not signed.
    None,
    /// This system serves the zone and signs it.
    House,
    /// A set of keys at the registry, by name.
    Keyset(String),
}

impl Operation for Secure {
    type Answer = ();
    const NAME: Name = Name::DomainSecure;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainSecured,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::PendingTransferProhibits,
        Outcome::DnssecNotHosted,
        Outcome::KeysetUnknown,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Secure {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut domain = ownership::find_own(cx, &self.name)?;
        require_free(&domain.statuses, Status::BARS_UPDATE, self.name.as_str())?;
        domain.dnssec = self.keys(&domain.zone)?;

        domain.touch(cx.actor.id(), cx.now);
        cx.store.update_domain(&domain)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DomainSecured, ()))
    }
}

impl Secure {
    /// Zones are served here unsigned, and registries keep keys with each domain.
    fn keys(&self, zone: &DomainName) -> Result<DnssecData, Refusal> {
        match &self.keys {
            KeySource::None => Ok(DnssecData::default()),
            KeySource::House => {
                Err(Refusal::new(Outcome::DnssecNotHosted).at(Field::KeysetName).value(&self.name))
            }
            KeySource::Keyset(keyset) => Err(Refusal::new(Outcome::KeysetUnknown)
                .at(Field::KeysetName)
                .value(keyset)
                .fact("zone", zone)),
        }
    }
}
