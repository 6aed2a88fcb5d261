use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Glancing, Operation, Refusals, Writing,
    model::{MailboxName, PlacedMailbox},
    ops::mailspace,
};

/// Gives a mailbox another share of its mailspace's quota, or switches it on or off. What is not named stays.
///
/// Changes: the mailbox; how much of the mailspace's quota is in use. Bills and notifies nothing.
///
/// Checks, in this order: the quota against what is offered; whether the account has such a mailbox; whether so much of the
/// mailspace's quota is left.
#[derive(Clone, Debug)]
pub struct Update {
    /// The mailbox.
    pub name: MailboxName,
    /// How much it may hold, in MB.
    pub quota: Option<u32>,
    /// Whether it takes further addresses.
    pub enabled: Option<bool>,
}

impl Operation for Update {
    type Answer = PlacedMailbox;
    const NAME: Name = Name::MailboxUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MailboxUpdated,
        Outcome::MailLimitOutOfRange,
        Outcome::MailboxUnknown,
        Outcome::MailQuotaSpent,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Update {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        self.quota.map_or(Ok(()), |quota| mailspace::check_quota(&cx.policies.mail, quota))
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<PlacedMailbox>, Failure> {
        let mut mailbox = ownership::find_own(cx, &self.name)?;
        let mut space = mailspace::of_id(cx, mailbox.mailspace)?;
        if let Some(quota) = self.quota {
            mailspace::resize_mailbox(&mut space, mailbox.quota, quota)?;
            mailbox.quota = quota;
            cx.store.update_mailspace(&space)?;
        }
        mailbox.is_enabled = self.enabled.unwrap_or(mailbox.is_enabled);
        cx.store.update_mailbox(&mailbox)?;
        cx.record(Self::NAME, mailbox.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::MailboxUpdated, PlacedMailbox { mailbox, mailspace: space.name }))
    }
}
