use outcomes::{Operation as Name, Outcome};

use super::{TokenRef, find, require_password};
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{AccountId, ApiToken},
};

/// Lists the tokens of an account, by name. It has few, so they are answered whole.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the actor came by the password; if one is named,
/// whether there is such a token.
#[derive(Clone, Debug)]
pub struct List {
    /// Whose.
    pub account: AccountId,
    /// Only this one, if it is named.
    pub only: Option<TokenRef>,
}

impl Operation for List {
    type Answer = Vec<ApiToken>;
    const NAME: Name = Name::TokenList;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::TokensListed, Outcome::PasswordRequired, Outcome::TokenUnknown];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<ApiToken>>, Failure> {
        require_password(cx)?;
        let tokens = match &self.only {
            Some(wanted) => vec![find(cx, self.account, wanted)?],
            None => cx.store.api_tokens(self.account)?,
        };
        Ok(Done::new(Outcome::TokensListed, tokens))
    }
}
