//! Accounts below an account: resellers of a reseller. Each has a credit and logins of its own; whoever stands above may
//! see it, change it, give it credit and act for it.

mod act_for;
mod assign;
mod close;
mod info;
mod list;
mod login;
mod mail_password;
mod move_credit;
mod open;
mod question;
mod update;

pub use act_for::ActFor;
pub use assign::Assign;
pub use close::Close;
pub use info::{Info, SubaccountView};
pub use list::List;
pub use login::NewLogin;
pub use mail_password::MailPassword;
pub use move_credit::{Direction, MoveCredit};
pub use open::Open;
pub use question::{FindQuestion, NewQuestion};
pub use update::Update;

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Fault, Refusal,
    model::{Account, AccountId, AccountName},
    ports::store::Snapshot,
};

/// How many levels of accounts there may be, those of the operator's own accounts among them.
const LEVELS: usize = 4;

/// The account with a name, if it is the actor's own or stands below it.
///
/// # Errors
/// `account_unknown`, `account_of_another`.
fn within<S: Snapshot + ?Sized>(cx: &Context<'_, S>, name: &AccountName) -> Result<Account, Failure> {
    let refused = |outcome| Refusal::new(outcome).at(Field::Subaccount).value(name.as_str());
    let found = cx.store.account_named(name)?.filter(|account| account.closed_at.is_none());
    let account = found.ok_or_else(|| refused(Outcome::AccountUnknown))?;
    if account.id == cx.actor.id() || line_above(cx, &account)?.contains(&cx.actor.id()) {
        return Ok(account);
    }
    Err(refused(Outcome::AccountOfAnother).into())
}

/// The account with a name, if it stands below the actor's.
///
/// # Errors
/// `account_unknown`, `account_of_another`.
fn below<S: Snapshot + ?Sized>(cx: &Context<'_, S>, name: &AccountName) -> Result<Account, Failure> {
    let account = within(cx, name)?;
    if account.id == cx.actor.id() {
        let refusal = Refusal::new(Outcome::AccountOfAnother).at(Field::Subaccount);
        return Err(refusal.value(name.as_str()).into());
    }
    Ok(account)
}

/// The id of an account that may be looked at: the actor's own unless another is named.
///
/// # Errors
/// `account_unknown`, `account_of_another`.
pub(super) fn id_of<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: Option<&AccountName>,
) -> Result<AccountId, Failure> {
    name.map_or_else(|| Ok(cx.actor.id()), |name| within(cx, name).map(|account| account.id))
}

/// The accounts above an account, the nearest first. There are few: see [`LEVELS`].
pub(super) fn line_above<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    account: &Account,
) -> Result<Vec<AccountId>, Fault> {
    let mut line = Vec::new();
    let mut next = account.parent;
    while let Some(id) = next {
        let missing = || Fault::internal(format!("account {} is missing", id.0));
        next = cx.store.account(id)?.ok_or_else(missing)?.parent;
        line.push(id);
    }
    Ok(line)
}
