//! `ApiToken_Update`: gives a token another name.

use engine::model::ApiTokenId;
use engine::ops::token::{Rename, TokenRef};
use engine::{Field, Outcome, Refusal};

use super::name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let id = params.need("TokenID", Field::ApiToken, |text| {
        let unknown = |_| Refusal::new(Outcome::TokenUnknown).value(text);
        text.parse().map(ApiTokenId).map_err(unknown)
    });
    let to = name(&mut params);
    let (id, to) = params.finish(id.zip(to))?;
    let rename = Rename { account: call.actor().id(), token: TokenRef::Id(id), to };
    let done = call.command(rename).await?;
    Ok(Reply::of(done, |()| Fields::new().one("Success", "True")))
}
