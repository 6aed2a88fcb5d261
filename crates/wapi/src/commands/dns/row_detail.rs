//! `dns-row-detail`: one row.

use engine::ops::dns_row::Find;

use super::{parameters, shown};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    // The manual lists the one and shows the other.
    let parameter = params.first_of(&["domain", "name"]);
    let zone = parameters::zone(&mut params, parameter);
    let row = parameters::row(&mut params);
    let find = zone.zip(row).map(|(zone, row)| Find { zone, row });
    let find = params.finish(find)?;
    let done = call.query(find).await?;
    Ok(Reply::telling(done, |row| Tree::map([("row", shown::row(&row))])))
}
