use outcomes::{Field, Operation as Name, Outcome};

use super::{NewLogin, below, question::agreed};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AccountName, AddressBook, Clid, Email, Secret, is_same_answer},
    ops::letter,
};

/// Gives an account below the actor's a new password, because its holder has lost the one before, and tells it in a letter to
/// whom the account's address book names. Nobody else is told: passwords are not kept.
///
/// Changes: the login. Bills nothing. Notifies: by the letter. Checks, in this order: whether the account exists and is below
/// the actor's; whether a question was agreed on, and its answer is right; whether there is an e-mail address; whether letters
/// can be sent.
#[derive(Clone, Debug)]
pub struct MailPassword {
    /// The login, with the new password as it is kept.
    pub login: NewLogin,
    /// The new password as it is told in the letter.
    pub password: Secret,
    /// What the holder answered.
    pub answer: Secret,
}

impl Operation for MailPassword {
    type Answer = ();
    const NAME: Name = Name::SubaccountPassword;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::PasswordMailed,
        Outcome::AccountUnknown,
        Outcome::AccountOfAnother,
        Outcome::QuestionUnset,
        Outcome::AnswerWrong,
        Outcome::AccountUnreachable,
        Outcome::MailUnavailable,
    ];

    fn object(&self) -> &str {
        self.login.name.as_str()
    }
}

impl Command for MailPassword {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let name = AccountName::Login(self.login.realm, self.login.name.as_str().to_owned());
        let account = below(cx, &name)?;
        if !is_same_answer(&self.answer, &agreed(cx, &account)?.answer) {
            return Err(Refusal::new(Outcome::AnswerWrong).at(Field::Subaccount).into());
        }
        let book = cx.store.address_book(account.id)?;
        let unreachable =
            || Refusal::new(Outcome::AccountUnreachable).at(Field::Subaccount).value(&account.clid);
        let to = book.and_then(address).ok_or_else(unreachable)?;
        letter::require_mail(cx)?;
        self.login.set(cx, account.id)?;
        letter::post(cx, &to, format!("New password of {}", account.clid), self.text(&account.clid))?;
        Ok(Done::new(Outcome::PasswordMailed, ()))
    }
}

impl MailPassword {
    fn text(&self, account: &Clid) -> String {
        format!(
            "A new password of account {account} was asked for. Log in as {} with:\n\n    {}\n\nThe password before is void.\n",
            self.login.name.as_str(),
            // This letter is the one place where it is told.
            self.password.expose(),
        )
    }
}

/// The first of those in the book who has an address.
fn address(book: AddressBook) -> Option<Email> {
    let people = [book.owner, book.admin, book.billing, book.tech];
    people.into_iter().flatten().find_map(|person| person.email)
}
