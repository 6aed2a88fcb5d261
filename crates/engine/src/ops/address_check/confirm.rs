use outcomes::{Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AddressCheck, AddressCode, Email},
};

/// Confirms an address with the code from a letter. Whoever has the code may, as often as it likes: the actor does not matter.
///
/// Changes: the address is confirmed for the account that has it. Bills and notifies nothing. Answers the address.
///
/// Checks, in this order: whether there was such a letter; the key. Both are said in the same way, so that nobody learns
/// which letters there are.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// The code.
    pub code: AddressCode,
}

impl Operation for Confirm {
    type Answer = Email;
    const NAME: Name = Name::AddressConfirm;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::AddressConfirmed, Outcome::AuthinfoWrong, Outcome::AuthinfoLocked];
}

impl Command for Confirm {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Email>, Failure> {
        let AddressCode { check: id, key } = &self.code;
        let wrong = || Refusal::new(Outcome::AuthinfoWrong).value(id.0);
        let check = cx.store.address_check_by_id(*id)?.ok_or_else(wrong)?;
        cx.prove(key, Some(&check.key), *id, &id.0.to_string())?;
        let email = check.email.clone();
        if check.is_open() {
            cx.record(Self::NAME, *id, email.as_str())?;
            cx.store.put_address_check(&AddressCheck { confirmed_at: Some(cx.now), ..check })?;
        }
        Ok(Done::new(Outcome::AddressConfirmed, email))
    }
}
