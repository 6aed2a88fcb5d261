//! `CheckDomain`: whether a name can be registered. The code is the answer; one that says no says why.

use engine::Field;
use engine::model::DomainName;
use engine::ops::domain::Available;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("DOMAIN", Field::DomainName, DomainName::parse);
    let name = params.finish(name)?;
    let domain = name.as_str().to_owned();
    call.query(Available { name }).await.map(|done| Reply::about(done, "domain", domain))
}
