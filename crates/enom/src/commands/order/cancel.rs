//! `CancelOrder`: takes back what still waits of an order for a domain: a registration that the registry has not decided about,
//! a transfer that is pending, or one that was not submitted. Why it cannot be had is told without an error.

use engine::model::{DomainName, Goods, OperationId};
use engine::ops::domain::CreateCancel;
use engine::ops::order::{Info, OrderStanding};
use engine::{Failure, Outcome, Refusal};
use outcomes::Operation as Name;

use super::{number, transfer};
use crate::answer::{Ended, Reply, Troubles};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::words::truth;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let order = number::needed(&mut params, "OrderID");
    let name = params.name();
    let (order, name) = params.finish(order.zip(name))?;
    let result = match cancel(call, order, &name).await {
        Ok(()) => None,
        Err(Failure::Refused(refusals)) => Some(Troubles::line_of(&refusals, Name::DomainCreateCancel)),
        Err(fault) => return Err(fault),
    };
    let told = Fields::new()
        .one("OrderID", order.0.to_string())
        .one("Success", truth(result.is_none()))
        .one("Result", result.clone().unwrap_or_else(|| "Success".to_owned()));
    let told = match result {
        Some(_) => told,
        None => {
            let domain = Fields::new().one("DomainName", name.as_str()).one("Description", "Refunded");
            told.group("Domains", domain)
        }
    };
    Ok(Reply::new(Fields::new().group("Order", told)))
}

/// # Errors
/// `order_unknown`, `order_of_another`, `registration_not_waiting`; a fault of the store.
async fn cancel(call: &Call<'_>, order: OperationId, name: &DomainName) -> Result<(), Failure> {
    let lines = call.query(Info { order }).await?.answer;
    let line = lines.into_iter().find(|one| one.line.goods.domain() == Some(name));
    let line = line.ok_or_else(|| Refusal::new(Outcome::OrderUnknown).value(order.0))?;
    match (&line.line.goods, &line.standing) {
        (Goods::Register(name), OrderStanding::Done) => {
            call.command(CreateCancel { name: name.clone() }).await.map(drop)
        }
        _ => {
            let over = || Refusal::new(Outcome::RegistrationNotWaiting).value(name);
            let stop = transfer::cancel::stop(std::slice::from_ref(&line)).ok_or_else(over)?;
            call.command(stop).await.map(drop)
        }
    }
}
