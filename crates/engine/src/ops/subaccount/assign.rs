use outcomes::{Field, Operation as Name, Outcome};

use super::{LEVELS, below, line_above, within};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Account, AccountName},
};

/// Puts an account below another one, with all accounts below it. Its terms, its credit and whom its invoices are made for
/// stay as they are.
///
/// Changes: the account. Bills and notifies nothing. Checks, in this order: whether both accounts exist, and the actor's
/// account stands above the one and is or stands above the other; whether an account would stand below itself; the depth.
#[derive(Clone, Debug)]
pub struct Assign {
    /// Which account.
    pub account: AccountName,
    /// Below which one it will stand.
    pub above: AccountName,
}

impl Operation for Assign {
    type Answer = ();
    const NAME: Name = Name::SubaccountAssign;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::SubaccountUpdated,
        Outcome::AccountUnknown,
        Outcome::AccountOfAnother,
        Outcome::SubaccountAboveItself,
        Outcome::SubaccountsTooDeep,
    ];

    fn object(&self) -> &str {
        self.account.as_str()
    }
}

impl Command for Assign {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let (account, above) = (below(cx, &self.account)?, within(cx, &self.above)?);
        check_place(cx, &account, &above)?;
        cx.store.move_account(account.id, above.id)?;
        Ok(Done::new(Outcome::SubaccountUpdated, ()))
    }
}

/// How far the tree reaches below the account is not counted: with accounts below it, it goes no deeper than it stands.
fn check_place(cx: &Writing<'_>, account: &Account, above: &Account) -> Result<(), Failure> {
    let refused = |outcome| Refusal::new(outcome).at(Field::Subaccount);
    let line = line_above(cx, above)?;
    if account.id == above.id || line.contains(&account.id) {
        return Err(refused(Outcome::SubaccountAboveItself).value(&account.clid).into());
    }
    let depth = line.len() + 1;
    let sinks = depth > line_above(cx, account)?.len() && cx.store.has_subaccounts(account.id)?;
    if depth >= LEVELS || sinks {
        return Err(refused(Outcome::SubaccountsTooDeep).value(&above.clid).fact("limit", LEVELS).into());
    }
    Ok(())
}
