//! `ResendSSLCertEmail`: has the letters to those who approve sent again, or to another address from now on.

use engine::Field;
use engine::model::{ControlMethod, Email};
use engine::ops::certificate::{ControlChoice, ResendApproval, Submit};

use super::{named, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params, call.face);
    // No other letter is ever sent.
    params.choice("RESENDEMAILTYPE", &[("ApproverEmail", ())]);
    let email = params.read("EMAIL", Field::Approver, Email::parse);
    let at = params.finish(at)?;
    let done = match email {
        None => call.command(ResendApproval { at }).await?,
        Some(email) => {
            let choice = ControlChoice { name: None, method: ControlMethod::Email, approver: Some(email) };
            call.command(Submit { at, request: None, controls: vec![choice] }).await?
        }
    };
    Ok(Reply::of(done, |order| shown::ordered(call.face, &order)))
}
