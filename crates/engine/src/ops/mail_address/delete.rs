use outcomes::{Operation as Name, Outcome};

use super::ownership::find_own;
use crate::{Command, Done, Failure, Operation, Writing, model::Email};

/// Takes an address from its mailbox. Mail to it is not taken any more.
///
/// Changes: the address is gone; with the last one of its domain, that belongs to no mailspace any more. Bills and notifies
/// nothing. Checks, in this order: whether there is such an address, the account.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The address.
    pub address: Email,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::MailAddressDelete;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::MailAddressDeleted, Outcome::MailAddressUnknown, Outcome::MailAddressForeign];

    fn object(&self) -> &str {
        self.address.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let (address, _) = find_own(cx, &self.address)?;
        cx.store.delete_mail_address(&address)?;
        cx.record(Self::NAME, address.id.into(), address.address.as_str())?;
        Ok(Done::new(Outcome::MailAddressDeleted, ()))
    }
}
