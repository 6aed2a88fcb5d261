use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Email, MailboxName, PlacedMailAddress},
    ops::mailbox,
    ports::store::{Page, Window},
};

/// Lists the hosted addresses of the actor or of one of its mailboxes, in order.
///
/// Changes, bills and notifies nothing. Checks whether the account has such a mailbox, if one is named.
#[derive(Clone, Debug)]
pub struct List {
    /// Only those of this mailbox.
    pub mailbox: Option<MailboxName>,
    /// Which piece of the list.
    pub window: Window<Email>,
}

impl Operation for List {
    type Answer = Page<PlacedMailAddress>;
    const NAME: Name = Name::MailAddressList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::MailAddressesListed, Outcome::MailboxUnknown];

    fn object(&self) -> &str {
        self.mailbox.as_ref().map_or("", MailboxName::as_str)
    }
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<PlacedMailAddress>>, Failure> {
        let page = match &self.mailbox {
            Some(name) => cx.store.mail_addresses_in(mailbox::find_own(cx, name)?.id, &self.window)?,
            None => cx.store.mail_addresses_of(cx.actor.id(), &self.window)?,
        };
        Ok(Done::new(Outcome::MailAddressesListed, page))
    }
}
