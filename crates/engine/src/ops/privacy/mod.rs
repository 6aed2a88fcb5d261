//! Privacy: the public sees a stand-in in the place of the people of a domain.
//!
//! ```text
//!   buy ──> enabled <──enable, disable──> disabled
//!              │                             │
//!              └──────years that are paid end┴──renews, paid──> as before, a year longer
//!                                            └──otherwise──> gone
//! ```
//!
//! It goes when its domain goes. When the domain changes hands it stays, disabled: whoever holds the domain then chooses anew.

mod buy;
mod disable;
mod enable;
mod info;
mod list;
mod renew;
mod set_renewal;
mod step;

pub use buy::Buy;
pub use disable::Disable;
pub use enable::Enable;
pub use info::{Info, PrivacyView};
pub use list::List;
pub use renew::Renew;
pub use set_renewal::SetRenewal;
pub(in crate::ops) use step::step;

use outcomes::{Field, Outcome};

use super::{domain::find_own, payment::charge};
use crate::{
    Context, Failure, Fault, Refusal, Writing,
    ledger::PrivacyOrder,
    model::{AccountId, DomainId, DomainName, Due, EntryKind, Job, Privacy},
    policy::Zone,
    ports::store::Snapshot,
};

/// The privacy of a domain of the actor.
///
/// # Errors
/// `domain_unknown`, `not_sponsor`, `privacy_missing`.
fn of_own<S: Snapshot + ?Sized>(cx: &Context<'_, S>, name: &DomainName) -> Result<Privacy, Failure> {
    let domain = find_own(cx, name)?;
    let missing = || refusal(Outcome::PrivacyMissing, name);
    cx.store.privacy(domain.id)?.ok_or_else(|| missing().into())
}

fn refusal(outcome: Outcome, name: &DomainName) -> Refusal {
    Refusal::new(outcome).at(Field::DomainName).value(name)
}

/// # Errors
/// `privacy_not_offered` where the zone does not allow it.
pub(super) fn check_offered(zone: &Zone) -> Result<(), Refusal> {
    if zone.privacy {
        return Ok(());
    }
    Err(Refusal::new(Outcome::PrivacyNotOffered).at(Field::DomainName).fact("zone", &zone.name))
}

/// Has an account pay years of the privacy of a domain. A warning that its credit runs low is for the operation to pass on.
///
/// # Errors
/// Those of the price and the credit.
fn pay(
    cx: &Writing<'_>,
    payer: AccountId,
    (domain, years, kind): (DomainId, u8, EntryKind),
) -> Result<Option<Refusal>, Failure> {
    charge(cx, payer, &PrivacyOrder { policy: &cx.policies.privacy, years, kind }, domain.into())
}

/// Keeps privacy with another end, of which it is reminded.
///
/// # Errors
/// The store's.
fn keep(cx: &Writing<'_>, privacy: &Privacy) -> Result<(), Fault> {
    cx.store.put_privacy(privacy)?;
    cx.store.remind(&Due::new(privacy.expires_at, Job::Privacy, privacy.domain.into()))
}
