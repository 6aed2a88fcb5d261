//! `domain-transfer-check`: whether a domain can be transferred to the account. One that cannot is an error that says why.

use engine::Field;
use engine::model::DomainName;
use engine::ops::domain::TransferCheck;

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("name", Field::DomainName, DomainName::parse);
    let name = params.finish(name)?;
    call.query(TransferCheck { name }).await.map(Reply::nothing)
}
