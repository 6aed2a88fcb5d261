//! `UpdateCart`: which items are ordered with the next order, and for how many years.

use engine::model::CartItemId;
use engine::ops::cart::{ItemChange, Update};
use engine::{Field, Outcome, Refusal};

use super::wanted;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let clears = params.flag("ClearItems").unwrap_or_default();
    let activates = params.flag("ActivateItems").unwrap_or_default();
    let all_active = (clears || activates).then_some(activates);
    let items = (1..=MOST).filter_map(|place| read(&mut params, place)).collect();
    let update = params.finish(Some(Update { all_active, items }))?;
    let done = call.command(update).await?;
    Ok(Reply::of(done, |()| Fields::new().one("IDAction", "update")))
}

/// An item of which no renewal is spoken does not renew itself.
fn read(params: &mut Params, place: u32) -> Option<ItemChange> {
    let id = params.read(&format!("ItemID{place}"), Field::CartItem, item)?;
    let years = wanted::read_years(params, &format!("ItemQty{place}"));
    let is_active = params.flag(&format!("ItemStatus{place}"));
    let renew = format!("Renew{place}");
    let is_none = params.text(&renew).is_some_and(|word| word.trim().eq_ignore_ascii_case("none"));
    let renews = if is_none { None } else { params.flag(&renew) };
    Some(ItemChange { id, years, renews: Some(renews.unwrap_or_default()), is_active })
}

/// The number of an item.
///
/// # Errors
/// `number_malformed`.
pub(super) fn item(text: &str) -> Result<CartItemId, Refusal> {
    text.parse().map(CartItemId).map_err(|_| Refusal::new(Outcome::NumberMalformed).value(text))
}

/// Items in one request.
const MOST: u32 = 200;
