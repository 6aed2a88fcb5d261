//! How much a mailspace can be ordered to hold.

use outcomes::{Field, Outcome};

use crate::{Findings, Refusal, Refusals, policy::MailPolicy};

/// Whether quota, number of mailboxes and number of forwardings, where they are named, lie between what they have to be at
/// least and what is offered.
///
/// # Errors
/// `mail_limit_out_of_range`, for each that does not.
pub(super) fn check(policy: &MailPolicy, asked: [Option<u32>; 3], least: [u32; 3]) -> Result<(), Refusals> {
    let fields = [Field::MailQuota, Field::MostMailboxes, Field::MostMailForwardings];
    let most = [policy.quota.most, policy.mailboxes.most, policy.forwardings.most];
    let mut findings = Findings::new();
    for (place, field) in fields.into_iter().enumerate() {
        if let Some(value) = asked[place] {
            findings.take(field, within(value, least[place], most[place]));
        }
    }
    findings.end()
}

/// Whether a mailbox can have a quota, whatever its mailspace.
///
/// # Errors
/// `mail_limit_out_of_range`.
pub(in crate::ops) fn check_quota(policy: &MailPolicy, quota: u32) -> Result<(), Refusals> {
    Ok(within(quota, 1, policy.quota.most).map_err(|refusal| refusal.at(Field::MailQuota))?)
}

fn within(value: u32, least: u32, most: u32) -> Result<(), Refusal> {
    if (least..=most).contains(&value) {
        return Ok(());
    }
    let refusal = Refusal::new(Outcome::MailLimitOutOfRange).value(value);
    Err(refusal.fact("range", format_args!("{least} to {most}")))
}
