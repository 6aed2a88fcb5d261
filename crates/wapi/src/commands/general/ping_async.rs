//! `ping-async`: the same, answered by a notice some seconds later.

use engine::ops::account::PingLater;

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, _: Params) -> Ended {
    call.command(PingLater).await.map(Reply::nothing)
}
