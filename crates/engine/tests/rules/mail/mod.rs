//! Mail hosting and forwardings.

pub(crate) mod address;
pub(crate) mod due;
pub(crate) mod mail_forwarding;
pub(crate) mod mailbox;
pub(crate) mod mailspace;
pub(crate) mod web_forwarding;

use engine::{
    Actor, Outcome,
    model::{MailPassword, MailTerm, MailboxName, Mailspace, MailspaceName},
    ops::{
        mail_address, mail_forwarding as mail_forwarding_ops, mailbox as mailbox_ops,
        mailspace as mailspace_ops,
    },
};

use crate::fixture::{World, email, read};

pub(crate) fn space_name(text: &str) -> MailspaceName {
    MailspaceName::parse(text).unwrap()
}

pub(crate) fn box_name(text: &str) -> MailboxName {
    MailboxName::parse(text).unwrap()
}

pub(crate) fn months(count: u8) -> MailTerm {
    MailTerm::of_months(count).unwrap()
}

/// A mailspace of 100 MB for two mailboxes and two forwardings, paid for a month at 2.00.
pub(crate) fn space(text: &str) -> mailspace_ops::Add {
    mailspace_ops::Add {
        name: Some(space_name(text)),
        title: None,
        quota: None,
        most_mailboxes: None,
        most_forwardings: None,
        address: None,
        term: months(1),
    }
}

/// A mailbox of 10 MB.
pub(crate) fn mailbox(space: &str, text: &str) -> mailbox_ops::Add {
    mailbox_ops::Add { mailspace: space_name(space), name: box_name(text), quota: 10 }
}

pub(crate) fn address(text: &str, mailbox: &str) -> mail_address::Add {
    mail_address::Add { address: email(text), password: password("one"), mailbox: box_name(mailbox) }
}

pub(crate) fn forwarding(text: &str, target: &str) -> mail_forwarding_ops::Add {
    mail_forwarding_ops::Add { address: email(text), target: email(target) }
}

pub(crate) fn password(text: &str) -> MailPassword {
    MailPassword::from_hash(format!("$argon2id${text}"))
}

/// A mailspace as it is now.
pub(crate) fn found(world: &World, text: &str) -> Option<Mailspace> {
    let name = space_name(text);
    read(&world.engine, move |store| store.mailspace(&name))
}

/// Switches a mailspace of ALPHA off, or on again.
#[track_caller]
pub(crate) fn suspend(world: &World, text: &str, suspended: bool) {
    let update =
        mailspace_ops::Update { suspended: Some(suspended), ..mailspace_ops::Update::of(space_name(text)) };
    world.done(&world.alpha, Outcome::MailspaceUpdated, update);
}

impl World {
    /// Adds a mailspace.
    #[track_caller]
    pub(crate) fn add_mailspace(&self, actor: &Actor, text: &str) -> Mailspace {
        self.done(actor, Outcome::MailspaceAdded, space(text)).mailspace
    }

    /// Adds a mailbox to a mailspace.
    #[track_caller]
    pub(crate) fn add_mailbox(&self, actor: &Actor, space: &str, text: &str) {
        self.done(actor, Outcome::MailboxAdded, mailbox(space, text));
    }

    /// Adds an address to a mailbox.
    #[track_caller]
    pub(crate) fn add_address(&self, actor: &Actor, text: &str, mailbox: &str) {
        self.done(actor, Outcome::MailAddressAdded, address(text, mailbox));
    }

    /// Adds a mail forwarding.
    #[track_caller]
    pub(crate) fn forward(&self, actor: &Actor, text: &str, target: &str) {
        self.done(actor, Outcome::MailForwardingAdded, forwarding(text, target));
    }
}
