use outcomes::{Operation as Name, Outcome};

use super::{TokenRef, find, taken};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{AccountId, Line},
    ports::store::Inserted,
};

/// Gives a token of an account another name.
///
/// Changes: the token. Bills and notifies nothing. Checks, in this order: whether there is such a token; whether another
/// one has the name.
#[derive(Clone, Debug)]
pub struct Rename {
    /// Whose.
    pub account: AccountId,
    /// Which.
    pub token: TokenRef,
    /// What it is called from now on.
    pub to: Line,
}

impl Operation for Rename {
    type Answer = ();
    const NAME: Name = Name::TokenRename;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TokenRenamed, Outcome::TokenUnknown, Outcome::TokenTaken];

    fn object(&self) -> &str {
        self.to.as_str()
    }
}

impl Command for Rename {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let token = find(cx, self.account, &self.token)?;
        match cx.store.rename_api_token(self.account, &token.name, &self.to)? {
            Inserted::Yes => Ok(Done::new(Outcome::TokenRenamed, ())),
            Inserted::Taken => Err(taken(&self.to).into()),
        }
    }
}
