use std::net::IpAddr;

use outcomes::{Operation as Name, Outcome};

use super::{limits, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Line, Mailspace, MailspaceName},
};

/// Changes what a mailspace can hold and how it is called and reached; suspends it, or lifts that. What is not named stays.
///
/// Changes: the mailspace. Bills and notifies nothing.
///
/// Checks, in this order: whether there is such a mailspace, the account; together whether each limit lies between what is
/// in use and what is offered.
#[derive(Clone, Debug)]
pub struct Update {
    /// The mailspace.
    pub name: MailspaceName,
    /// What its account calls it; `Some(None)` takes that away.
    pub title: Option<Option<Line>>,
    /// How much its mailboxes may hold together, in MB.
    pub quota: Option<u32>,
    /// How many mailboxes it may have.
    pub most_mailboxes: Option<u32>,
    /// How many mail forwardings it may have.
    pub most_forwardings: Option<u32>,
    /// The address of its own at which it is reached; `Some(None)` takes that away.
    pub address: Option<Option<IpAddr>>,
    /// Whether it is suspended.
    pub suspended: Option<bool>,
}

impl Update {
    /// A change of nothing.
    pub const fn of(name: MailspaceName) -> Self {
        Self {
            name,
            title: None,
            quota: None,
            most_mailboxes: None,
            most_forwardings: None,
            address: None,
            suspended: None,
        }
    }
}

impl Operation for Update {
    type Answer = Mailspace;
    const NAME: Name = Name::MailspaceUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MailspaceUpdated,
        Outcome::MailspaceUnknown,
        Outcome::MailspaceForeign,
        Outcome::MailLimitOutOfRange,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Update {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Mailspace>, Failure> {
        let mut mailspace = ownership::find_own(cx, &self.name)?;
        let in_use = [mailspace.allotted.max(1), mailspace.mailboxes, mailspace.forwardings];
        let asked = [self.quota, self.most_mailboxes, self.most_forwardings];
        limits::check(&cx.policies.mail, asked, in_use)?;
        self.apply(&mut mailspace);
        cx.store.update_mailspace(&mailspace)?;
        cx.record(Self::NAME, mailspace.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::MailspaceUpdated, mailspace))
    }
}

impl Update {
    fn apply(&self, mailspace: &mut Mailspace) {
        if let Some(title) = &self.title {
            mailspace.title.clone_from(title);
        }
        mailspace.quota = self.quota.unwrap_or(mailspace.quota);
        mailspace.most_mailboxes = self.most_mailboxes.unwrap_or(mailspace.most_mailboxes);
        mailspace.most_forwardings = self.most_forwardings.unwrap_or(mailspace.most_forwardings);
        mailspace.address = self.address.unwrap_or(mailspace.address);
        mailspace.is_suspended = self.suspended.unwrap_or(mailspace.is_suspended);
    }
}
