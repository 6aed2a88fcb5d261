//! Privacy: the public sees a stand-in in the place of the people of a domain.
//!
//! ```text
//!   buy ──> enabled <──switch──> disabled
//!              │                    │
//!              └─years that are paid end┬──renews, paid──> as before, a year longer
//!                                       ├──renews, unpaid──> as before for some days, in which it is tried again
//!                                       └──otherwise──> gone
//! ```
//!
//! It goes when its domain goes. When the domain changes hands it stays, disabled: whoever holds the domain then chooses anew.

mod buy;
mod info;
mod list;
mod price;
mod renew;
mod set_renewal;
mod step;
mod switch;

pub use buy::Buy;
pub use info::{Info, PrivacyView};
pub use list::List;
pub(in crate::ops) use price::fee;
pub use price::{Price, PrivacyOffer};
pub use renew::Renew;
pub use set_renewal::SetRenewal;
pub(in crate::ops) use step::step;
pub use switch::Switch;

use outcomes::{Field, Outcome};

use super::{domain::find_own, payment::charge};
use crate::{
    Context, Failure, Fault, Refusal, Writing,
    ledger::PrivacyOrder,
    model::{AccountId, DomainId, DomainName, Due, EntryKind, Instant, Job, Privacy},
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

/// Keeps privacy with another end, before which it is looked at.
///
/// # Errors
/// The store's.
fn keep(cx: &Writing<'_>, privacy: &Privacy) -> Result<(), Fault> {
    cx.store.put_privacy(privacy)?;
    remind(cx, privacy)
}

/// Has privacy looked at when its account is next to be told that it ends, when it ends or, behind that, a day later.
///
/// # Errors
/// The store's.
fn remind(cx: &Writing<'_>, privacy: &Privacy) -> Result<(), Fault> {
    let ahead = warnings(cx, privacy).chain([privacy.expires_at]).filter(|at| *at > cx.now).min();
    let at = ahead.unwrap_or_else(|| cx.now.plus_days(1).min(ends_at(cx, privacy)));
    cx.store.remind(&Due::new(at, Job::Privacy, privacy.domain.into()))
}

/// When the account is told that privacy ends.
fn warnings(cx: &Writing<'_>, privacy: &Privacy) -> impl Iterator<Item = Instant> {
    let days = cx.policies.privacy.warn_days.iter();
    days.map(|days| privacy.expires_at.plus_days(-i64::from(*days)))
}

/// When privacy ends that is to be renewed and is not paid.
fn ends_at(cx: &Writing<'_>, privacy: &Privacy) -> Instant {
    privacy.expires_at.plus_days(cx.policies.privacy.retry_days.into())
}
