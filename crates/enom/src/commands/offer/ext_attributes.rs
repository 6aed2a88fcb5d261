//! `GetExtAttributes`: what registrants of a TLD have to tell beside what all tell. No TLD here wants anything by a parameter of
//! its own, so that the list is empty; a TLD that is not offered is refused.

use engine::Field;
use engine::model::DomainName;
use engine::ops::zone::Info;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("TLD", Field::Zone, DomainName::parse);
    let name = params.finish(name)?;
    let done = call.glance(Info { name })?;
    Ok(Reply::of(done, |_| Fields::new().xml("Attributes", "")))
}
