//! Questions to the registry that go before an order.

use engine::model::{DomainName, NssetName};
use engine::ops::{domain, nsset};
use engine::ports::Port;
use engine::{Done, Failure, FaultKind, Outcome, Refusal};

use crate::Call;

/// Whether a name can be registered.
///
/// # Errors
/// Why not; `availability_unknown` if the registry does not answer.
pub(super) async fn check_available(call: &Call<'_>, name: &DomainName) -> Result<(), Failure> {
    let unanswered = Refusal::new(Outcome::AvailabilityUnknown).value(name);
    answered(call.query(domain::Available { name: name.clone() }).await, unanswered)
}

/// Whether a set of name servers exists.
///
/// # Errors
/// `nsset_unknown`, `nssets_unsupported`; `nsset_lookup_failed` if the registry does not answer.
pub(super) async fn check_nsset(call: &Call<'_>, zone: &DomainName, name: &NssetName) -> Result<(), Failure> {
    let unanswered = Refusal::new(Outcome::NssetLookupFailed).value(name);
    answered(call.query(nsset::Info { zone: zone.clone(), name: name.clone() }).await, unanswered)
}

/// How a question ended; `unanswered` if it was the registry that did not answer.
pub(super) fn answered<T>(end: Result<Done<T>, Failure>, unanswered: Refusal) -> Result<(), Failure> {
    match end {
        Ok(_) => Ok(()),
        Err(Failure::Fault(fault)) if is_of_registry(&fault.kind) => Err(unanswered.into()),
        Err(failure) => Err(failure),
    }
}

fn is_of_registry(kind: &FaultKind) -> bool {
    matches!(
        kind,
        FaultKind::Unavailable(Port::Registry)
            | FaultKind::Refused(Port::Registry)
            | FaultKind::TimedOut(Port::Registry)
    )
}
