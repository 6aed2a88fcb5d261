use super::{Inserted, Result};
use crate::model::{AccountId, ApiToken, Line};

/// Reads tokens.
pub trait ApiTokens {
    /// The tokens of an account, by name.
    fn api_tokens(&self, account: AccountId) -> Result<Vec<ApiToken>>;
}

/// Writes tokens.
pub trait ApiTokensMut: ApiTokens {
    /// Adds a token, unless the account has one of this name.
    fn insert_api_token(&self, token: &ApiToken) -> Result<Inserted>;

    /// Gives a token of an account another name, unless one has that already.
    fn rename_api_token(&self, account: AccountId, name: &Line, to: &Line) -> Result<Inserted>;

    /// Removes a token of an account that is known to be there.
    fn delete_api_token(&self, account: AccountId, name: &Line) -> Result<()>;
}
