use outcomes::{Operation as Name, Outcome};

use super::{PaidMailspace, ownership, term};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{EntryKind, MailTerm, MailspaceName},
    ops::payment::buy,
};

/// Pays a mailspace for another term. It begins where the present one ends or, if that was over and not paid, now.
///
/// Changes: the end of the mailspace's term, and for how long the server renews it; one that was not paid is enabled.
/// Bills: the term. Notifies: nobody but the payer, when its credit runs low.
///
/// Checks, in this order: whether there is such a mailspace, the account; the price, the state of the credit, the credit.
#[derive(Clone, Debug)]
pub struct Renew {
    /// The mailspace.
    pub name: MailspaceName,
    /// For how long.
    pub term: MailTerm,
}

impl Operation for Renew {
    type Answer = PaidMailspace;
    const NAME: Name = Name::MailspaceRenew;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MailspaceRenewed,
        Outcome::MailspaceUnknown,
        Outcome::MailspaceForeign,
        Outcome::PriceMissing,
        Outcome::CreditLocked,
        Outcome::CreditInactive,
        Outcome::BillingDataMissing,
        Outcome::TaxSettingsWrong,
        Outcome::CreditInsufficient,
        Outcome::CreditLow,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Renew {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<PaidMailspace>, Failure> {
        let mut mailspace = ownership::find_own(cx, &self.name)?;
        let order = term::order(cx, self.term, EntryKind::MailspaceRenew);
        let (receipt, warning) = buy(cx, cx.actor.id(), &order, mailspace.id.into())?;
        term::begin(cx, &mut mailspace, self.term)?;
        cx.record(Self::NAME, mailspace.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::MailspaceRenewed, PaidMailspace { mailspace, receipt }).warned(warning))
    }
}
