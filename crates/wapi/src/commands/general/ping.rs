//! `ping`: whether the server is there and knows the account.

use engine::{Done, Outcome};

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(_: &Call<'_>, _: Params) -> Ended {
    Ok(Reply::nothing(Done::new(Outcome::PingAnswered, ())))
}
