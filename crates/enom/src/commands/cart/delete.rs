//! `DeleteFromCart`: takes one item out of the cart, or all of them.

use engine::model::CartItemId;
use engine::ops::cart::{Clear, List, Remove};
use engine::{Failure, Field, Outcome, Refusal};

use super::update;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, missing};
use crate::words::truth;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let empties = params.flag("EmptyCart").unwrap_or_default();
    let item = params.read("ItemNumber", Field::CartItem, update::item);
    if !empties && item.is_none() {
        params.add(missing("ItemNumber", Field::CartItem));
    }
    params.finish(Some(()))?;
    match item.filter(|_| !empties) {
        None => call.command(Clear).await.map(|_| told(true)),
        Some(id) => one(call, id).await,
    }
}

/// That there is no such item is an answer, not an error, unless there is none at all.
async fn one(call: &Call<'_>, id: CartItemId) -> Ended {
    match call.command(Remove { id }).await {
        Ok(_) => Ok(told(true)),
        Err(Failure::Refused(refusals)) if refusals.first().outcome == Outcome::CartItemUnknown => {
            if call.query(List).await?.answer.is_empty() {
                return Err(Refusal::new(Outcome::CartEmpty).into());
            }
            Ok(told(false))
        }
        Err(failure) => Err(failure),
    }
}

fn told(is_deleted: bool) -> Reply {
    Reply::new(Fields::new().one("ItemDeleted", truth(is_deleted)).one("IDAction", "update"))
}
