//! `CheckLogin`: whether login and password are right. The envelope is the answer.

use engine::ops::account::Credit;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, _: Params) -> Ended {
    Ok(Reply::of(call.query(Credit).await?, |_| Fields::new()))
}
