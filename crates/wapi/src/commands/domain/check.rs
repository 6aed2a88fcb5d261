//! `domain-check`: whether a name is free. A name that is not is an error that says why.

use engine::model::DomainName;
use engine::ops::domain::Check;
use engine::{Done, Field};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("name", Field::DomainName, DomainName::parse);
    let name = params.finish(name)?;
    let done = call.glance(Check { names: vec![Ok(name)] })?;
    match done.answer.into_iter().find_map(|answer| answer.taken) {
        Some(why) => Err(why.into()),
        None => Ok(Reply::nothing(Done::new(done.outcome, ()))),
    }
}
