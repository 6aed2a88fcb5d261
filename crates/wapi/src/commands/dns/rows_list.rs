//! `dns-rows-list`: every row of a zone, published or not.

use engine::ops::dns_row::List;

use super::{parameters, shown};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let zone = parameters::zone(&mut params, "domain");
    let zone = params.finish(zone)?;
    let done = call.query(List { zone }).await?;
    Ok(Reply::telling(done, |rows| Tree::map([("row", Tree::List(rows.iter().map(shown::row).collect()))])))
}
