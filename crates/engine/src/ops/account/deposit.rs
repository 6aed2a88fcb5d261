use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Fault, Operation, Refusal, Writing,
    model::{Book, Clid, Entry, EntryId, EntryKind, Money},
    ports::store::Posted,
};

/// Books a payment of an account, which raises its balance. Answers the new balance.
///
/// Changes: the ledger. Notifies nobody. Checks whether the account exists.
#[derive(Clone, Debug)]
pub struct Deposit {
    /// Which account.
    pub clid: Clid,
    /// How much, in the smallest unit of the account's currency.
    pub minor: u64,
}

impl Operation for Deposit {
    type Answer = Money;
    const NAME: Name = Name::AccountDeposit;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AccountCredited, Outcome::AccountUnknown];

    fn object(&self) -> &str {
        self.clid.as_str()
    }
}

impl Command for Deposit {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Money>, Failure> {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::AccountId).value(&self.clid);
        let account = cx.store.account_by_clid(&self.clid)?.ok_or_else(unknown)?;
        let minor = i64::try_from(self.minor).map_err(Fault::internal)?;
        let entry = Entry {
            id: EntryId(cx.new_id()),
            operation: cx.operation,
            at: cx.now,
            kind: EntryKind::Deposit,
            from: Book::Bank,
            to: Book::Account(account.id),
            amount: Money::new(minor, account.currency),
            object: None,
            years: 0,
            reverses: None,
            invoice: None,
        };
        match cx.store.post(&entry)? {
            Posted::Yes(standing) => Ok(Done::new(Outcome::AccountCredited, standing.balance)),
            Posted::CreditInsufficient => {
                Err(Fault::internal("a payment was refused for want of credit").into())
            }
        }
    }
}
