//! `wgp-domain-cache-purge`: has the network drop its copies of a name's pages, of some paths or of all.

use engine::Field;
use engine::ops::protection::PurgeCache;

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::name(&mut params);
    let paths = params.texts("paths", Field::Path);
    let purge = params.finish(name.map(|name| PurgeCache { name, paths }))?;
    call.command(purge).await.map(Reply::nothing)
}
