//! Orders: what was asked for in one request, kept for those who ask later what became of it. Only protocols that know orders
//! place any.

mod amend;
mod info;
mod keep;
mod list;
mod note;
mod of_certificates;
mod place;
mod standing;
mod withdraw;

pub use amend::Amend;
pub use info::Info;
pub use keep::Keep;
pub use list::List;
pub use note::Note;
pub use of_certificates::OfCertificates;
pub use place::{Ordered, Place, Waited};
pub use standing::{OrderStanding, OrderedLine};
pub use withdraw::Withdraw;

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{LineKey, OperationId, OrderLine},
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

/// A line of an order of the actor's that was not carried out, and has kept what it says.
///
/// # Errors
/// `order_unknown`, `order_of_another`, `order_line_over`.
fn find_waiting<S: Snapshot + ?Sized>(cx: &Context<'_, S>, key: LineKey) -> Result<OrderLine, Failure> {
    let line = find_own(cx, key.0)?.into_iter().find(|line| line.key() == key);
    Ok(line.filter(|line| line.words.is_some()).ok_or_else(|| over(key))?)
}

/// A line of an order of the actor's that was not submitted yet.
///
/// # Errors
/// `order_unknown`, `order_of_another`, `order_line_over`.
fn find_kept<S: Snapshot + ?Sized>(cx: &Context<'_, S>, key: LineKey) -> Result<OrderLine, Failure> {
    let line = find_waiting(cx, key)?;
    if line.is_kept() { Ok(line) } else { Err(over(key).into()) }
}

fn over((order, place): LineKey) -> Refusal {
    Refusal::new(Outcome::OrderLineOver).at(Field::Order).value(order.0).fact("place", place)
}
