//! `contact-check`: whether an id can be had. One that cannot is an error that says why.

use engine::ops::contact::Check;
use engine::{Done, Field};

use super::{wanted, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let zone = zone(&mut params);
    let handle = params.need("cname", Field::ContactId, |text| wanted(call, zone.as_ref(), text));
    let handle = params.finish(handle)?;
    let done = call.glance(Check { handles: vec![Ok(handle)], zone })?;
    match done.answer.into_iter().find_map(|answer| answer.taken) {
        Some(why) => Err(why.into()),
        None => Ok(Reply::nothing(Done::new(done.outcome, ()))),
    }
}
