use outcomes::{Field, Operation as Name, Outcome};

use super::{digest, require_password, taken};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AccountId, ApiToken, ApiTokenId, Line, Secret},
    ports::{random_text, store::Inserted},
};

/// Makes a token of an account. It is told here, and never again.
///
/// Changes: the token. Bills and notifies nothing. Checks, in this order: whether the actor came by the password; how many
/// tokens there are; whether one has the name.
#[derive(Clone, Debug)]
pub struct Create {
    /// Whose.
    pub account: AccountId,
    /// What it is called.
    pub name: Line,
}

impl Operation for Create {
    type Answer = (ApiToken, Secret);
    const NAME: Name = Name::TokenCreate;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::TokenMade, Outcome::PasswordRequired, Outcome::TokensTooMany, Outcome::TokenTaken];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Create {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Self::Answer>, Failure> {
        require_password(cx)?;
        if cx.store.api_tokens(self.account)?.len() >= MOST {
            return Err(Refusal::new(Outcome::TokensTooMany).at(Field::ApiToken).fact("limit", MOST).into());
        }
        let text = random_text(cx.entropy, CHARACTERS, LENGTH);
        let ending = text[LENGTH - SHOWN..].to_owned();
        let secret = Secret::new(text);
        let token = ApiToken {
            id: ApiTokenId(cx.new_id()),
            account: self.account,
            name: self.name.clone(),
            digest: digest(&secret, self.account, cx.authinfo_key),
            ending,
            made_at: cx.now,
        };
        match cx.store.insert_api_token(&token)? {
            Inserted::Yes => Ok(Done::new(Outcome::TokenMade, (token, secret))),
            Inserted::Taken => Err(taken(&self.name).into()),
        }
    }
}

/// Tokens of an account.
const MOST: usize = 20;
/// Of 190 bits beside those that are shown.
const LENGTH: usize = 36;
/// Characters at the end that tell tokens apart.
const SHOWN: usize = 4;
const CHARACTERS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
