//! `TradeDomain`: changes the owner of a domain where that has a price of its own. `CheckDomainTrade` tries it,
//! `ActivateDomainTrade` ends one that waits.

use engine::model::Handle;
use engine::ops::domain::{TradeAnswer, TradeApprove, TradeCancel, TradeCheck, TradeRequest};
use engine::{Done, Field, Outcome};

use super::{name, trade_status};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let (name, to) = (name::entity(&mut params), owner(&mut params));
    let request = params.finish(name.zip(to).map(|(name, to)| TradeRequest { name, to }))?;
    call.command(request).await.map(told)
}

pub(in crate::commands) async fn check(call: &Call<'_>, mut params: Params) -> Ended {
    let (name, to) = (name::entity(&mut params), owner(&mut params));
    let check = params.finish(name.zip(to).map(|(name, to)| TradeCheck { name, to }))?;
    let domain = check.name.as_str().to_owned();
    let done = call.query(check).await?;
    Ok(Reply::of(done, |fee| {
        Columns::new()
            .one("domain", domain)
            .one("price", fee.net.to_string())
            .one("currency", fee.net.currency.code())
    }))
}

pub(in crate::commands) async fn activate(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    let approves = params.choice("ACTION", &[("APPROVE", true), ("DENY", false), ("CANCEL", false)]);
    params.ignore(&["TRIGGER"]);
    let name = params.finish(name)?;
    match approves.unwrap_or(true) {
        true => call.command(TradeApprove { name }).await.map(told),
        false => call.command(TradeCancel { name }).await.map(told),
    }
}

fn owner(params: &mut Params) -> Option<Handle> {
    let named = params.each("OWNERCONTACT", Field::Registrant, Handle::parse);
    let owner = named.into_iter().next();
    if owner.is_none() {
        params.add(crate::params::missing("OWNERCONTACT0", Field::Registrant));
    }
    owner
}

fn told(done: Done<TradeAnswer>) -> Reply {
    let is_pending = done.outcome == Outcome::TradeRequested;
    Reply::of(done, |answer| trade_status::told(&answer)).pending(is_pending)
}
