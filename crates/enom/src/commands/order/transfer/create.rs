//! `TP_CreateOrder`: asks for domains of other accounts. Each is a request of its own: one that is refused keeps its reason in
//! the order, and the others go on. With `PreConfig=1` nothing is asked for until the order is submitted.

use engine::model::{OperationId, Secret};
use engine::ops::Several;
use engine::ops::domain::TransferRequest;
use engine::ops::order::{Info, Keep, Ordered, Waited};
use engine::{Failure, Field};

use super::show;
use super::wanted::{self, Code, Wishes};
use crate::answer::{Ended, Reply};
use crate::call::{Call, NUMBERS};
use crate::commands::order::placing::Placing;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    if params.text("OrderType").is_none() {
        params.add(missing("OrderType", Field::OrderType));
    }
    let count = params.count("DomainCount", MOST);
    let waits = params.flag("PreConfig").unwrap_or_default();
    let code = if waits { Code::MayFollow } else { Code::Needed };
    let wishes = Wishes::read(&mut params);
    let wanted =
        (1..=count).filter_map(|place| read(call, &mut params, place, (&wishes, code))).collect::<Vec<_>>();
    let wanted = params.finish(Some(wanted))?;
    match waits {
        true => keep(call, wanted).await?,
        false => place(call, wanted).await?,
    }
    let done = call.query(Info { order: call.request.operation }).await?;
    Ok(Reply::of(done, |lines| show::whole(call, &lines).one("success", "True")))
}

fn read(
    call: &Call<'_>,
    params: &mut Params,
    place: u32,
    how: (&Wishes, Code),
) -> Option<(TransferRequest, Secret)> {
    let request = wanted::read(call, params, place, how)?;
    let words = wanted::words(call, params, place, &request).text();
    Some((request, words))
}

async fn place(call: &Call<'_>, wanted: Vec<(TransferRequest, Secret)>) -> Result<(), Failure> {
    let mut placing = Placing::new(call);
    for (request, words) in wanted {
        placing.place(wanted::ordered(call, &request, words), request).await?;
    }
    Ok(())
}

async fn keep(call: &Call<'_>, wanted: Vec<(TransferRequest, Secret)>) -> Result<(), Failure> {
    let order = call.request.operation;
    let lines = wanted.into_iter().zip(1..).map(|(wanted, place)| line(call, (order, place), wanted));
    call.command(Several(lines.collect())).await.map(drop)
}

fn line(
    call: &Call<'_>,
    (order, place): (OperationId, u32),
    (request, words): (TransferRequest, Secret),
) -> Keep {
    let wanted = wanted::ordered(call, &request, words.clone());
    let (goods, years, waited) = (wanted.goods, wanted.years, Waited::Nowhere);
    Keep { line: Ordered { order: Some(order), place, goods, years, waited }, words }
}

/// Domains in one order; each has a number beside the order's.
const MOST: u32 = 50;
const _: () = assert!(MOST < NUMBERS);
