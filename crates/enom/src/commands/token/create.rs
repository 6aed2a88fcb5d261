//! `ApiToken_Create`: makes a token, which is told this once.

use engine::ops::token::Create;

use super::name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name(&mut params);
    let name = params.finish(name)?;
    let done = call.command(Create { account: call.actor().id(), name }).await?;
    Ok(Reply::of(done, |(token, text)| {
        Fields::new()
            .one("APIToken", text.expose())
            .one("APITokenName", token.name.as_str())
            .one("APITokenID", token.id.0.to_string())
    }))
}
