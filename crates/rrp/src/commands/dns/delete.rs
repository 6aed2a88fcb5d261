//! `DeleteDNSZone`.

use engine::ops::dns_zone::Delete;

use super::settings;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = settings::zone(&mut params);
    let name = params.finish(name)?;
    let zone = name.to_string();
    call.command(Delete { name }).await.map(|done| Reply::about(done, "dnszone", zone))
}
