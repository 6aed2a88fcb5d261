//! `ApiToken_Delete`: takes a token back.

use engine::Field;
use engine::model::Secret;
use engine::ops::token::{Revoke, TokenRef};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let token = params.need("Token", Field::ApiToken, |text| Ok(TokenRef::Text(Secret::new(text))));
    let token = params.finish(token)?;
    let done = call.command(Revoke { account: call.actor().id(), token }).await?;
    Ok(Reply::of(done, |()| Fields::new().one("Success", "True")))
}
