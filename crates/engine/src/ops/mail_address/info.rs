use outcomes::{Operation as Name, Outcome};

use super::ownership::find_own;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Email, PlacedMailAddress},
    ops::{mailbox, mailspace},
};

/// Shows an address to its account, without its password.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether there is such an address, the account.
#[derive(Clone, Debug)]
pub struct Info {
    /// The address.
    pub address: Email,
}

impl Operation for Info {
    type Answer = PlacedMailAddress;
    const NAME: Name = Name::MailAddressInfo;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::MailAddressFound, Outcome::MailAddressUnknown, Outcome::MailAddressForeign];

    fn object(&self) -> &str {
        self.address.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<PlacedMailAddress>, Failure> {
        let (found, place) = find_own(cx, &self.address)?;
        let placed = PlacedMailAddress {
            address: found.address,
            added_at: found.added_at,
            mailbox: mailbox::of_id(cx, place.mailbox)?.name,
            mailspace: mailspace::of_id(cx, place.mailspace)?.name,
        };
        Ok(Done::new(Outcome::MailAddressFound, placed))
    }
}
