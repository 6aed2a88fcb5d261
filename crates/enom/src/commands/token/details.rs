//! `ApiToken_Details`: the account's tokens, or one of them. Of what they are, only the end is known any more.

use engine::model::{ApiToken, Secret};
use engine::ops::token::{List, TokenRef};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    let only = params.text("Token").map(|token| TokenRef::Text(Secret::new(token.trim())));
    let list = params.finish(Some(List { account: call.actor().id(), only }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |tokens| {
        let rows = tokens.iter().zip(1..);
        let rows =
            rows.fold(Fields::new(), |fields, (token, place)| fields.row("Token", place, cells(token)));
        Fields::new().group("Tokens", rows)
    }))
}

fn cells(token: &ApiToken) -> Vec<(&'static str, String)> {
    vec![
        ("APIToken", format!("****{}", token.ending)),
        ("APITokenName", token.name.as_str().to_owned()),
        ("APITokenId", token.id.0.to_string()),
    ]
}
