use std::net::IpAddr;

use outcomes::{Field, Operation as Name, Outcome};

use super::{limits, term};
use crate::{
    Command, Done, Failure, Glancing, Operation, Refusal, Refusals, Writing,
    model::{EntryKind, Line, MailTerm, Mailspace, MailspaceId, MailspaceName},
    ops::{Receipt, payment::buy},
    ports::store::Inserted,
};

/// Adds a mailspace and pays its first term.
///
/// Changes: the mailspace. Bills: the term. Notifies: nobody but the payer, when its credit runs low; what becomes of the
/// mailspace at the end of its term is told by `auto_renew.rs` and `end.rs`.
///
/// Checks, in this order: together the quota and the numbers of mailboxes and forwardings; whether its name is taken; the
/// price, the state of the credit, the credit.
#[derive(Clone, Debug)]
pub struct Add {
    /// Its name; the server makes one if there is none.
    pub name: Option<MailspaceName>,
    /// What its account calls it.
    pub title: Option<Line>,
    /// How much its mailboxes may hold together, in MB; as the policy says if it is not named.
    pub quota: Option<u32>,
    /// How many mailboxes it may have; as the policy says if it is not named.
    pub most_mailboxes: Option<u32>,
    /// How many mail forwardings it may have; as the policy says if it is not named.
    pub most_forwardings: Option<u32>,
    /// The address of its own at which it is reached, if it has one.
    pub address: Option<IpAddr>,
    /// For how long it is paid; and again for as long by the server, if the policy says so.
    pub term: MailTerm,
}

/// A mailspace whose term was paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidMailspace {
    /// The mailspace.
    pub mailspace: Mailspace,
    /// What was paid.
    pub receipt: Receipt,
}

impl Operation for Add {
    type Answer = PaidMailspace;
    const NAME: Name = Name::MailspaceAdd;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MailspaceAdded,
        Outcome::MailLimitOutOfRange,
        Outcome::MailspaceTaken,
        Outcome::PriceMissing,
        Outcome::CreditLocked,
        Outcome::CreditInactive,
        Outcome::BillingDataMissing,
        Outcome::TaxSettingsWrong,
        Outcome::CreditInsufficient,
        Outcome::CreditLow,
    ];

    fn object(&self) -> &str {
        self.name.as_ref().map_or("", MailspaceName::as_str)
    }
}

impl Command for Add {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        limits::check(&cx.policies.mail, [self.quota, self.most_mailboxes, self.most_forwardings], [1, 0, 0])
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<PaidMailspace>, Failure> {
        let mailspace = self.mailspace(cx);
        if cx.store.insert_mailspace(&mailspace)? == Inserted::Taken {
            let refusal = Refusal::new(Outcome::MailspaceTaken).at(Field::Mailspace);
            return Err(refusal.value(&mailspace.name).into());
        }
        let order = term::order(cx, self.term, EntryKind::Mailspace);
        let (receipt, warning) = buy(cx, cx.actor.id(), &order, mailspace.id.into())?;
        term::remind(cx, &mailspace, mailspace.paid_until)?;
        cx.record(Self::NAME, mailspace.id.into(), mailspace.name.as_str())?;
        Ok(Done::new(Outcome::MailspaceAdded, PaidMailspace { mailspace, receipt }).warned(warning))
    }
}

impl Add {
    fn mailspace(&self, cx: &Writing<'_>) -> Mailspace {
        let (id, policy) = (MailspaceId(cx.object_id()), &cx.policies.mail);
        Mailspace {
            id,
            name: self.name.clone().unwrap_or_else(|| MailspaceName::numbered(id)),
            title: self.title.clone(),
            account: cx.actor.id(),
            added_at: cx.now,
            quota: self.quota.unwrap_or(policy.quota.usual),
            most_mailboxes: self.most_mailboxes.unwrap_or(policy.mailboxes.usual),
            most_forwardings: self.most_forwardings.unwrap_or(policy.forwardings.usual),
            address: self.address,
            term: self.term,
            paid_until: self.term.end_from(cx.now),
            is_unpaid: false,
            is_suspended: false,
            allotted: 0,
            mailboxes: 0,
            forwardings: 0,
        }
    }
}
