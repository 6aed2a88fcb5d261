//! `credit-info`: what the account can spend.

use engine::model::Standing;
use engine::ops::account::Credit;

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, _: Params) -> Ended {
    Ok(Reply::telling(call.query(Credit).await?, |standing| told(&standing)))
}

fn told(standing: &Standing) -> Tree {
    let left = standing.left();
    Tree::map([("amount", Tree::text(left.to_string())), ("currency", Tree::text(left.currency.code()))])
}
