//! What the account says it sells, among what is offered. Lists follow it, and nothing is refused because of it.

use engine::model::{Assortment, NamePattern};
use engine::ops::assortment::Find;
use engine::ops::zone::{List, Offer};
use engine::{Done, Failure};

use super::pricing::ALL;
use crate::call::Call;

/// The zones that the account sells.
///
/// # Errors
/// A fault of the store.
pub(in crate::commands) async fn assortment(call: &Call<'_>) -> Result<Assortment, Failure> {
    Ok(call.query(Find).await?.answer)
}

/// What is offered in them.
///
/// # Errors
/// A fault of the store.
pub(super) async fn offers(call: &Call<'_>) -> Result<Done<Vec<Offer>>, Failure> {
    let assortment = assortment(call).await?;
    let done = call.glance(List { pattern: NamePattern::any(), window: ALL })?;
    Ok(done.map(|page| page.rows.into_iter().filter(|offer| assortment.sells(&offer.zone.name)).collect()))
}
