//! `CheckDNSZone`: whether a zone can be added. The code is the answer; one that says no says why.

use engine::ops::dns_zone::Check;

use super::settings;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = settings::zone(&mut params);
    let name = params.finish(name)?;
    let zone = name.to_string();
    call.query(Check { name }).await.map(|done| Reply::about(done, "dnszone", zone))
}
