//! `nsset-check`: whether a name can be had. One that cannot is an error that says why.

use engine::Done;
use engine::ops::nsset::Check;

use super::{name, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let (zone, name) = (zone(&mut params), name(&mut params));
    let check = zone.zip(name).map(|(zone, name)| Check { zone, names: vec![Ok(name)] });
    let done = call.glance(params.finish(check)?)?;
    match done.answer.into_iter().find_map(|answer| answer.taken) {
        Some(why) => Err(why.into()),
        None => Ok(Reply::nothing(Done::new(done.outcome, ()))),
    }
}
