use outcomes::{Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    ledger::{Reversal, reverse},
    model::{Event, OperationId, Owed},
    ops::notify::notify,
};

/// Gives back a payment that could not be given back when that was due.
///
/// Changes: the ledger, with an invoice that takes the payment's back; the payment is owed no more. Notifies: the
/// account. Checks whether it is owed. A failure of the ledger leaves it owed.
#[derive(Clone, Copy, Debug)]
pub struct Repay {
    /// The operation that was paid for.
    pub operation: OperationId,
}

impl Operation for Repay {
    type Answer = Owed;
    const NAME: Name = Name::LedgerRepay;
    const OUTCOMES: &'static [Outcome] = &[Outcome::Repaid, Outcome::OwedUnknown];
}

impl Command for Repay {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Owed>, Failure> {
        let unknown = || Refusal::new(Outcome::OwedUnknown).value(self.operation);
        let owed = cx.store.owed(self.operation)?.ok_or_else(unknown)?;
        if let Reversal::Owed(_, fault) = reverse(cx, owed.object, owed.account, owed.operation)? {
            return Err(fault.into());
        }
        cx.store.remove_owed(self.operation)?;
        notify(cx, owed.account, Event::Repaid { name: owed.name.clone(), amount: owed.amount })?;
        Ok(Done::new(Outcome::Repaid, owed))
    }
}
