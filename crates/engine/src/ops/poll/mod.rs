//! The notice queue (RFC 5730 section 2.9.2.3).

mod acknowledge;
mod request;

pub use acknowledge::Acknowledge;
pub use request::Request;

use outcomes::Outcome;

use crate::{Context, Failure, Refusal, ports::store::Snapshot};

/// Whoever has notices sent in a protocol's own form does not ask for them over that protocol.
///
/// # Errors
/// `polling_elsewhere`.
fn refuse_elsewhere<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    protocol: Option<&str>,
) -> Result<(), Failure> {
    let Some(protocol) = protocol else { return Ok(()) };
    let Some(destination) = cx.store.destination(cx.actor.id())? else { return Ok(()) };
    let form = destination.form.as_deref().and_then(|form| form.split('/').next());
    if form != Some(protocol) {
        return Ok(());
    }
    Err(Refusal::new(Outcome::PollingElsewhere).value(destination.target.address()).into())
}
