use outcomes::{Operation as Name, Outcome};

use super::{TokenRef, find, require_password};
use crate::{Command, Done, Failure, Operation, Writing, model::AccountId};

/// Takes a token of an account back: it opens nothing from the next request on.
///
/// Changes: the token. Bills and notifies nothing. Checks, in this order: whether the actor came by the password; whether
/// there is such a token.
#[derive(Clone, Debug)]
pub struct Revoke {
    /// Whose.
    pub account: AccountId,
    /// Which.
    pub token: TokenRef,
}

impl Operation for Revoke {
    type Answer = ();
    const NAME: Name = Name::TokenRevoke;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::TokenRevoked, Outcome::PasswordRequired, Outcome::TokenUnknown];
}

impl Command for Revoke {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        require_password(cx)?;
        let token = find(cx, self.account, &self.token)?;
        cx.store.delete_api_token(self.account, &token.name)?;
        Ok(Done::new(Outcome::TokenRevoked, ()))
    }
}
