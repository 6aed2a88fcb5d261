use outcomes::{Field, Operation as Name, Outcome};

use super::{network, ownership};
use crate::{Command, Done, Failure, Operation, Refusal, Writing, model::DomainName};

/// Has the network drop its copies of a name's pages. An account that shares the service can do that too.
///
/// Changes: how often it was done within the hour. Bills and notifies nothing.
///
/// Checks, in this order: whether there is such a service for the actor; whether it runs; how often it was done within
/// the hour; the customer number; what the network says.
#[derive(Clone, Debug)]
pub struct PurgeCache {
    /// The name.
    pub name: DomainName,
    /// The paths; empty means all.
    pub paths: Vec<String>,
}

impl Operation for PurgeCache {
    type Answer = ();
    const NAME: Name = Name::ProtectionPurgeCache;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::CachePurged,
        Outcome::ProtectionUnknown,
        Outcome::ProtectionNotRunning,
        Outcome::PurgesOverLimit,
        Outcome::CustomerMissing,
        Outcome::NetworkRecordMissing,
        Outcome::ProtectionRefused,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for PurgeCache {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut protection = ownership::find(cx, &self.name)?;
        ownership::require_running(&protection)?;
        let most = cx.policies.protection.purges_per_hour;
        let over = || {
            let refusal = Refusal::new(Outcome::PurgesOverLimit).at(Field::DomainName);
            refusal.value(&self.name).fact("limit", most)
        };
        protection.purges = protection.purges.counted(cx.now, HOUR, most).ok_or_else(over)?;
        let customer = network::customer(cx, protection.account)?;
        network::demand(cx, &self.name, |network| {
            network.purge(cx.store, customer, &self.name, &self.paths, cx.now)
        })?;
        cx.store.update_protection(&protection)?;
        cx.record(Self::NAME, protection.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::CachePurged, ()))
    }
}

/// In milliseconds.
const HOUR: i64 = 60 * 60 * 1000;
