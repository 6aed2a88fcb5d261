use outcomes::{Field, Operation as Name, Outcome};

use super::below;
use crate::{
    Command, Done, Failure, Fault, Operation, Refusal, Writing, ledger,
    model::{AccountName, Money},
};

/// Moves credit between the actor's account and one below it. Answers the sub-account's new balance.
///
/// Changes: the ledger, by one line. It is no sale and has no invoice. Notifies nobody. Checks, in this order: whether the
/// account exists and is below the actor's; whether both have one currency; whether the payer's credit can be spent and
/// is enough.
#[derive(Clone, Debug)]
pub struct MoveCredit {
    /// Which account.
    pub account: AccountName,
    /// Which way.
    pub direction: Direction,
    /// How much, in the smallest unit of the currency.
    pub minor: u32,
}

/// Which way credit goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the actor to the account below it.
    Down,
    /// From the account below to the actor.
    Up,
}

impl Operation for MoveCredit {
    type Answer = Money;
    const NAME: Name = Name::SubaccountMoveCredit;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::CreditMoved,
        Outcome::AccountUnknown,
        Outcome::AccountOfAnother,
        Outcome::CurrenciesDiffer,
        Outcome::CreditLocked,
        Outcome::CreditInactive,
        Outcome::CreditInsufficient,
    ];

    fn object(&self) -> &str {
        self.account.as_str()
    }
}

impl Command for MoveCredit {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Money>, Failure> {
        let account = below(cx, &self.account)?;
        let missing = || Fault::internal("the actor's account is missing");
        let own = cx.store.account(cx.actor.id())?.ok_or_else(missing)?;
        if account.currency != own.currency {
            let refusal = Refusal::new(Outcome::CurrenciesDiffer).at(Field::Subaccount);
            let refusal = refusal.value(self.account.as_str()).fact("currency", account.currency);
            return Err(refusal.fact("own", own.currency).into());
        }
        let (payer, payee) = match self.direction {
            Direction::Down => (&own, &account),
            Direction::Up => (&account, &own),
        };
        ledger::transfer(cx, payer, payee, self.minor.into())?;
        Ok(Done::new(Outcome::CreditMoved, cx.store.balance(account.id)?))
    }
}
