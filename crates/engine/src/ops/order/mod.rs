//! Orders: what was asked for in one request, kept for those who ask later what became of it. Only protocols that know orders
//! place any.

mod info;
mod list;
mod note;
mod of_certificates;
mod place;
mod standing;

pub use info::Info;
pub use list::List;
pub use note::Note;
pub use of_certificates::OfCertificates;
pub use place::{Ordered, Place};
pub use standing::{OrderStanding, OrderedLine};

use outcomes::Outcome;

use crate::{
    Context, Failure, Refusal,
    model::{OperationId, OrderLine},
    ports::store::Snapshot,
};

/// The lines of an order of the actor's.
///
/// # Errors
/// `order_unknown`, `order_of_another`.
pub(in crate::ops) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    order: OperationId,
) -> Result<Vec<OrderLine>, Failure> {
    let refused = |outcome| Refusal::new(outcome).value(order.0);
    let lines = cx.store.order(order)?;
    let first = lines.first().ok_or_else(|| refused(Outcome::OrderUnknown))?;
    if first.account != cx.actor.id() {
        return Err(refused(Outcome::OrderOfAnother).into());
    }
    Ok(lines)
}
