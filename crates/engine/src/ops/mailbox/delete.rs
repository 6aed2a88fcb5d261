use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing, model::MailboxName, ops::mailspace,
    ports::store::Deleted,
};

/// Deletes a mailbox that has no address any more.
///
/// Changes: the mailbox is gone, and less of the mailspace is in use. Bills and notifies nothing.
///
/// Checks, in this order: whether the account has such a mailbox; whether it has addresses.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The mailbox.
    pub name: MailboxName,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::MailboxDelete;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::MailboxDeleted, Outcome::MailboxUnknown, Outcome::MailboxInUse];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mailbox = ownership::find_own(cx, &self.name)?;
        if cx.store.delete_mailbox(mailbox.id)? == Deleted::InUse {
            return Err(Refusal::new(Outcome::MailboxInUse).at(Field::Mailbox).value(&self.name).into());
        }
        let mut space = mailspace::of_id(cx, mailbox.mailspace)?;
        mailspace::remove_mailbox(&mut space, mailbox.quota);
        cx.store.update_mailspace(&space)?;
        cx.record(Self::NAME, mailbox.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::MailboxDeleted, ()))
    }
}
