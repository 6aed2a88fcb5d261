//! `TP_CreateOrder`: asks for domains of other accounts. Each is a request of its own: one that is refused keeps its reason in
//! the order, and the others go on.

use edge::Errand;
use engine::model::{Arrival, AuthInfo, Product};
use engine::ops::AuthInfoProof;
use engine::ops::domain::{Authority, TransferRequest};
use engine::ops::order::{Info, Note, Ordered, Place};
use engine::policy::Priced;
use engine::{Failure, Field, Request};

use super::show;
use crate::answer::{Ended, Reply};
use crate::call::{Call, NUMBERS};
use crate::commands::domain::number;
use crate::commands::premium::{Confirmed, confirm};
use crate::params::{Params, joined, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    if params.text("OrderType").is_none() {
        params.add(missing("OrderType", Field::OrderType));
    }
    let count = params.need("DomainCount", Field::ListLimit, number).unwrap_or(1).clamp(1, MOST);
    let wanted: Vec<_> = (1..=count).filter_map(|place| read(call, &mut params, place)).collect();
    let wanted = params.finish(Some(wanted))?;
    let order = call.request.operation;
    for (request, place) in wanted.into_iter().zip(1..) {
        place_line(call, request, place).await?;
    }
    let done = call.query(Info { order }).await?;
    Ok(Reply::of(done, |lines| show::whole(&lines).one("success", "True")))
}

/// Asks for one domain. The first request has the number of the order, the others have numbers of their own.
async fn place_line(call: &Call<'_>, command: TransferRequest, place: u32) -> Result<(), Failure> {
    let engine = call.desk.engine();
    let first = call.request.operation;
    let operation = if place == 1 { first } else { engine.new_operation() };
    let errand =
        |operation| Errand { desk: call.desk, request: Request::new(call.actor().clone(), operation) };
    let years = call.zone_of(&command.name).map_or(0, |zone| zone.transfer.years);
    let (order, product, name) = (Some(first), Product::Transfer, command.name.clone());
    let line = Ordered { order, place, product, name, years };
    match errand(operation).command(Place { line: line.clone(), command }).await {
        Ok(_) => Ok(()),
        Err(Failure::Refused(refusals)) => {
            let refused = refusals.first().outcome;
            errand(engine.new_operation()).command(Note { line, refused }).await.map(drop)
        }
        Err(fault) => Err(fault),
    }
}

fn read(call: &Call<'_>, params: &mut Params, place: u32) -> Option<TransferRequest> {
    let text = |params: &Params, part: &str| params.text(&format!("{part}{place}")).map(str::to_owned);
    let (Some(sld), Some(tld)) = (text(params, "SLD"), text(params, "TLD")) else {
        params.add(missing("SLD and TLD", Field::DomainName));
        return None;
    };
    let name = params.take(Field::DomainName, joined(&sld, &tld))?;
    confirm(call, params, (&name, None), Priced::Transfer, Confirmed::Always);
    let Some(code) = text(params, "AuthInfo") else {
        params.add(missing("AuthInfo", Field::Authinfo));
        return None;
    };
    let proof = AuthInfoProof { authinfo: AuthInfo::presented(&code), roid: None };
    let (authority, arrival) = (Authority::AuthInfo(Some(proof)), Arrival::default());
    Some(TransferRequest { name, period: None, authority, consent: None, arrival })
}

/// Domains in one order; each has a number beside the order's.
const MOST: u32 = 50;
const _: () = assert!(MOST < NUMBERS);
