//! Tokens that stand in the place of an account's password, each of which can be taken back by itself.

mod create;
mod list;
mod rename;
mod revoke;

pub use create::Create;
pub use list::List;
pub use rename::Rename;
pub use revoke::Revoke;

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    keys::AuthInfoKey,
    model::{AccountId, ApiToken, ApiTokenId, AuthInfo, AuthInfoDigest, Line, ObjectId, Secret},
    ports::store::Snapshot,
};

/// By what a token is named.
#[derive(Clone, Debug)]
pub enum TokenRef {
    /// Itself.
    Text(Secret),
    /// What it is called.
    Name(Line),
    /// Its id.
    Id(ApiTokenId),
}

/// What is kept of a token.
pub(crate) fn digest(token: &Secret, account: AccountId, key: &AuthInfoKey) -> AuthInfoDigest {
    AuthInfo::presented(token.expose()).digest(ObjectId(account.0), key)
}

/// A token of an account.
///
/// # Errors
/// `token_unknown`.
fn find<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    account: AccountId,
    wanted: &TokenRef,
) -> Result<ApiToken, Failure> {
    let digest = match wanted {
        TokenRef::Text(token) => Some(digest(token, account, cx.authinfo_key)),
        TokenRef::Name(_) | TokenRef::Id(_) => None,
    };
    let fits = |token: &ApiToken| match wanted {
        TokenRef::Text(_) => digest == Some(token.digest),
        TokenRef::Name(name) => token.name == *name,
        TokenRef::Id(id) => token.id == *id,
    };
    let found = cx.store.api_tokens(account)?.into_iter().find(fits);
    found.ok_or_else(|| Refusal::new(Outcome::TokenUnknown).at(Field::ApiToken).into())
}

/// Tokens are managed by whoever knows the password: who has a token only, cannot outlast its being taken back.
///
/// # Errors
/// `password_required`.
fn require_password<S: Snapshot + ?Sized>(cx: &Context<'_, S>) -> Result<(), Refusal> {
    if cx.actor.is_by_token {
        return Err(Refusal::new(Outcome::PasswordRequired).at(Field::Password));
    }
    Ok(())
}

fn taken(name: &Line) -> Refusal {
    Refusal::new(Outcome::TokenTaken).at(Field::ApiToken).value(name.as_str())
}
