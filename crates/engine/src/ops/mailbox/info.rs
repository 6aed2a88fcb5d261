use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{MailboxName, PlacedMailbox},
    ops::mailspace,
};

/// Shows a mailbox to its account.
///
/// Changes, bills and notifies nothing. Checks whether the account has such a mailbox.
#[derive(Clone, Debug)]
pub struct Info {
    /// The mailbox.
    pub name: MailboxName,
}

impl Operation for Info {
    type Answer = PlacedMailbox;
    const NAME: Name = Name::MailboxInfo;
    const OUTCOMES: &'static [Outcome] = &[Outcome::MailboxFound, Outcome::MailboxUnknown];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<PlacedMailbox>, Failure> {
        let mailbox = ownership::find_own(cx, &self.name)?;
        let mailspace = mailspace::of_id(cx, mailbox.mailspace)?.name;
        Ok(Done::new(Outcome::MailboxFound, PlacedMailbox { mailbox, mailspace }))
    }
}
