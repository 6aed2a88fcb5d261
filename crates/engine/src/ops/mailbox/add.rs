use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Glancing, Operation, Refusal, Refusals, Writing,
    model::{Mailbox, MailboxId, MailboxName, MailspaceName, PlacedMailbox},
    ops::mailspace,
    ports::store::Inserted,
};

/// Adds a mailbox to a mailspace.
///
/// Changes: the mailbox; how much of the mailspace is in use. Bills and notifies nothing.
///
/// Checks, in this order: the quota against what is offered; whether there is such a mailspace, the account; whether that
/// is enabled, has room for another mailbox, and so much of its quota left; whether the name is taken.
#[derive(Clone, Debug)]
pub struct Add {
    /// The mailspace.
    pub mailspace: MailspaceName,
    /// The mailbox's name.
    pub name: MailboxName,
    /// How much it may hold, in MB.
    pub quota: u32,
}

impl Operation for Add {
    type Answer = PlacedMailbox;
    const NAME: Name = Name::MailboxAdd;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MailboxAdded,
        Outcome::MailLimitOutOfRange,
        Outcome::MailspaceUnknown,
        Outcome::MailspaceForeign,
        Outcome::MailspaceDisabled,
        Outcome::MailspaceFull,
        Outcome::MailQuotaSpent,
        Outcome::MailboxTaken,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Add {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        mailspace::check_quota(&cx.policies.mail, self.quota)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<PlacedMailbox>, Failure> {
        let mut space = mailspace::find_own(cx, &self.mailspace)?;
        mailspace::require_enabled(&space)?;
        mailspace::add_mailbox(&mut space, self.quota)?;
        let mailbox = Mailbox {
            id: MailboxId(cx.object_id()),
            name: self.name.clone(),
            mailspace: space.id,
            account: space.account,
            added_at: cx.now,
            quota: self.quota,
            is_enabled: true,
        };
        if cx.store.insert_mailbox(&mailbox)? == Inserted::Taken {
            return Err(Refusal::new(Outcome::MailboxTaken).at(Field::Mailbox).value(&self.name).into());
        }
        cx.store.update_mailspace(&space)?;
        cx.record(Self::NAME, mailbox.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::MailboxAdded, PlacedMailbox { mailbox, mailspace: space.name }))
    }
}
