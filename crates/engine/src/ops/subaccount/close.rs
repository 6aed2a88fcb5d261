use outcomes::{Field, Operation as Name, Outcome};

use super::below;
use crate::{
    Command, Done, Failure, Fault, Operation, Refusal, Writing,
    model::{AccountId, AccountName, AccountState},
};

/// Closes a sub-account for ever: nobody can log in to it, and its login names are free. Its row stays, because what it
/// did is on record under it, and its identifier is never used again.
///
/// Changes: the account, its logins. Bills and notifies nothing. Checks, in this order: whether the account exists and is
/// below the actor's; whether it is empty: no sub-accounts, objects, services, money.
#[derive(Clone, Debug)]
pub struct Close {
    /// Which account.
    pub account: AccountName,
}

impl Operation for Close {
    type Answer = ();
    const NAME: Name = Name::SubaccountClose;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::SubaccountClosed,
        Outcome::AccountUnknown,
        Outcome::AccountOfAnother,
        Outcome::SubaccountInUse,
    ];

    fn object(&self) -> &str {
        self.account.as_str()
    }
}

impl Command for Close {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut account = below(cx, &self.account)?;
        if let Some(what) = what_it_has(cx, account.id)? {
            let refusal = Refusal::new(Outcome::SubaccountInUse).at(Field::Subaccount);
            return Err(refusal.value(self.account.as_str()).fact("what", what).into());
        }
        account.state = AccountState::Suspended;
        account.closed_at = Some(cx.now);
        cx.store.update_account(&account)?;
        cx.store.remove_credentials(account.id)?;
        Ok(Done::new(Outcome::SubaccountClosed, ()))
    }
}

/// Why an account is not empty.
fn what_it_has(cx: &Writing<'_>, account: AccountId) -> Result<Option<&'static str>, Fault> {
    if cx.store.has_subaccounts(account)? {
        return Ok(Some("sub-accounts"));
    }
    if cx.store.has_objects(account)? {
        return Ok(Some("objects"));
    }
    if !cx.store.protections_of(account)?.is_empty() {
        return Ok(Some("services"));
    }
    let standing = cx.store.standing(account)?;
    let has_money = standing.balance.minor != 0 || standing.held != 0;
    Ok(has_money.then_some("credit or debt"))
}
