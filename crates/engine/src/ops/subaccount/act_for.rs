use outcomes::{Operation as Name, Outcome};

use super::within;
use crate::{
    Actor, Done, Failure, Operation, Query, Reading, Refusal,
    model::{AccountName, AccountState},
};

/// Lets the actor act for an account below it: answers whom to ask on behalf of from then on. What is done so is done by
/// that account, on its bill; a role keeps its limits.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the account exists and is the actor's own or below
/// it; whether it may work.
#[derive(Clone, Debug)]
pub struct ActFor {
    /// Which account.
    pub account: AccountName,
}

impl Operation for ActFor {
    type Answer = Actor;
    const NAME: Name = Name::SubaccountActFor;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::SubaccountActedFor,
        Outcome::AccountUnknown,
        Outcome::AccountOfAnother,
        Outcome::AccountSuspended,
    ];

    fn object(&self) -> &str {
        self.account.as_str()
    }
}

impl Query for ActFor {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Actor>, Failure> {
        let account = within(cx, &self.account)?;
        match account.state {
            AccountState::Active => Ok(Done::new(Outcome::SubaccountActedFor, cx.actor.acting_for(account))),
            AccountState::Suspended => {
                Err(Refusal::new(Outcome::AccountSuspended).value(&account.clid).into())
            }
        }
    }
}
