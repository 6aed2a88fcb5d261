use outcomes::{Operation as Name, Outcome};

use super::find::find;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{AddressCheck, AddressCode, Email},
};

/// Confirms an address with the code from a letter. Whoever has the code may, as often as it likes: the actor does not matter.
///
/// Changes: the address is confirmed for the account that has it. Bills and notifies nothing. Answers the address.
///
/// Checks what [`super::Find`] does, which can be asked before.
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
        let check = find(cx, &self.code)?;
        let email = check.email.clone();
        if check.is_open() {
            cx.record(Self::NAME, check.id, email.as_str())?;
            cx.store.put_address_check(&AddressCheck { confirmed_at: Some(cx.now), ..check })?;
        }
        Ok(Done::new(Outcome::AddressConfirmed, email))
    }
}
