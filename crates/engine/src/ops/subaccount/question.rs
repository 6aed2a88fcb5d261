use outcomes::{Field, Operation as Name, Outcome};

use super::below;
use crate::{
    Context, Done, Failure, Fault, Operation, Query, Reading, Refusal, Writing,
    model::{Account, AccountId, AccountName, Question, SealedQuestion, Secret},
    ports::store::Snapshot,
};

/// A question that is agreed on with the holder of an account, in the place of the one before.
#[derive(Clone, Debug)]
pub struct NewQuestion {
    /// What is asked.
    pub question: Question,
    /// The answer.
    pub answer: Secret,
}

impl NewQuestion {
    /// # Errors
    /// A fault of the store.
    pub(super) fn set(&self, cx: &Writing<'_>, account: AccountId) -> Result<(), Fault> {
        let answer = cx.seal(&self.answer, account)?;
        cx.store.put_question(account, &SealedQuestion { question: self.question, answer })
    }
}

/// Tells what was agreed on with the holder of an account below the actor's, so that whoever calls can be asked.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the account exists and is below the actor's; whether
/// anything was agreed on.
#[derive(Clone, Debug)]
pub struct FindQuestion {
    /// Which account.
    pub account: AccountName,
}

impl Operation for FindQuestion {
    type Answer = NewQuestion;
    const NAME: Name = Name::SubaccountQuestion;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::QuestionTold, Outcome::AccountUnknown, Outcome::AccountOfAnother, Outcome::QuestionUnset];

    fn object(&self) -> &str {
        self.account.as_str()
    }
}

impl Query for FindQuestion {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<NewQuestion>, Failure> {
        let account = below(cx, &self.account)?;
        Ok(Done::new(Outcome::QuestionTold, agreed(cx, &account)?))
    }
}

/// What was agreed on with the holder of an account.
///
/// # Errors
/// `question_unset`.
pub(super) fn agreed<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    account: &Account,
) -> Result<NewQuestion, Failure> {
    let unset = || Refusal::new(Outcome::QuestionUnset).at(Field::Subaccount).value(&account.clid);
    let sealed = cx.store.question(account.id)?.ok_or_else(unset)?;
    let answer = cx.unseal(&sealed.answer, account.id)?;
    Ok(NewQuestion { question: sealed.question, answer })
}
