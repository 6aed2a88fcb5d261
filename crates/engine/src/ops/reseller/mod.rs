//! Resellers: whom a registrar sells domains through, as customers are told of them.

mod create;
mod delete;
mod info;
mod list;
mod update;

pub use create::Create;
pub use delete::Delete;
pub use info::Info;
pub use list::List;
pub use update::{Change, Update};

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{Reseller, ResellerParticulars, ResellerReference},
    ports::store::Snapshot,
};

/// A reseller of the actor.
///
/// # Errors
/// `reseller_unknown`.
pub(super) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    reference: &ResellerReference,
) -> Result<Reseller, Failure> {
    let found = cx.store.reseller(cx.actor.id(), reference)?;
    found.ok_or_else(|| unknown(reference).into())
}

fn unknown(reference: &ResellerReference) -> Refusal {
    Refusal::new(Outcome::ResellerUnknown).at(Field::Reseller).value(reference)
}

/// Customers have to reach it somehow.
///
/// # Errors
/// `text_missing`.
fn check_reach(particulars: &ResellerParticulars) -> Result<(), Refusal> {
    if particulars.email.is_some() || particulars.voice.is_some() {
        return Ok(());
    }
    Err(Refusal::new(Outcome::TextMissing).at(Field::ContactEmail))
}
