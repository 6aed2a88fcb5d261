//! `AddToCart`: puts something into the cart.

use engine::model::{CartItem, Money};
use engine::ops::cart::CartLine;

use super::wanted;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let add = wanted::read(call, &mut params);
    let add = params.finish(add)?;
    let done = call.command(add).await?;
    Ok(Reply::of(done, |line| {
        cells(&line).into_iter().fold(Fields::new(), |fields, (name, value)| fields.one(name, value))
    }))
}

/// What is told of an item that was put into the cart.
pub(super) fn cells(line: &CartLine) -> Vec<(&'static str, String)> {
    let CartItem { id, goods, .. } = &line.item;
    vec![
        ("ItemName", goods.title().to_owned()),
        ("ItemId", id.0.to_string()),
        ("Price", line.total.as_ref().map(Money::to_string).unwrap_or_default()),
        ("CartItemID", id.0.to_string()),
        ("ItemAdded", "True".to_owned()),
    ]
}
