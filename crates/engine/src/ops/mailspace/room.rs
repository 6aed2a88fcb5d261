//! What is in a mailspace, counted in its row. The caller stores it.

use outcomes::{Field, Outcome};

use crate::{Refusal, model::Mailspace};

/// Counts another mailbox in.
///
/// # Errors
/// `mailspace_full`, `mail_quota_spent`.
pub(in crate::ops) fn add_mailbox(mailspace: &mut Mailspace, quota: u32) -> Result<(), Refusal> {
    if mailspace.mailboxes >= mailspace.most_mailboxes {
        return Err(full(mailspace, "mailboxes", mailspace.most_mailboxes));
    }
    resize_mailbox(mailspace, 0, quota)?;
    mailspace.mailboxes += 1;
    Ok(())
}

/// Gives a mailbox another share of the quota.
///
/// # Errors
/// `mail_quota_spent`.
pub(in crate::ops) fn resize_mailbox(mailspace: &mut Mailspace, from: u32, to: u32) -> Result<(), Refusal> {
    let left = mailspace.left().saturating_add(from);
    if to > left {
        let refusal = Refusal::new(Outcome::MailQuotaSpent).at(Field::MailQuota).value(to);
        return Err(refusal.fact("mailspace", &mailspace.name).fact("left", left));
    }
    mailspace.allotted = mailspace.allotted.saturating_sub(from).saturating_add(to);
    Ok(())
}

/// Counts a mailbox out.
pub(in crate::ops) const fn remove_mailbox(mailspace: &mut Mailspace, quota: u32) {
    mailspace.mailboxes = mailspace.mailboxes.saturating_sub(1);
    mailspace.allotted = mailspace.allotted.saturating_sub(quota);
}

/// Counts another mail forwarding in.
///
/// # Errors
/// `mailspace_full`.
pub(in crate::ops) fn add_forwarding(mailspace: &mut Mailspace) -> Result<(), Refusal> {
    if mailspace.forwardings >= mailspace.most_forwardings {
        return Err(full(mailspace, "mail forwardings", mailspace.most_forwardings));
    }
    mailspace.forwardings += 1;
    Ok(())
}

fn full(mailspace: &Mailspace, what: &str, limit: u32) -> Refusal {
    let refusal = Refusal::new(Outcome::MailspaceFull).at(Field::Mailspace).value(&mailspace.name);
    refusal.fact("what", what).fact("limit", limit)
}
