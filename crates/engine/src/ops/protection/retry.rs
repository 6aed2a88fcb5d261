use outcomes::{Field, Operation as Name, Outcome};

use super::{dns_rules, network, ownership, term};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{DomainName, EntryKind, Protection, ProtectionState, Secret},
    ops::Receipt,
};

/// Does what a protection service waits for: the payment of its term, and the pointing of its DNS to the network.
///
/// Changes: the service, here and at the network. Bills: the term, if it was not paid. Notifies: nobody but the payer,
/// when its credit runs low. Answers what was paid, if anything was.
///
/// Checks, in this order: whether there is such a service of the actor's own; whether it runs; whether anything waits;
/// the price, the state of the credit, the credit; the customer number; who keeps the DNS and what permits the change;
/// what the network says.
#[derive(Clone, Debug)]
pub struct Retry {
    /// The name.
    pub name: DomainName,
    /// What permits the network to change the name's DNS, in place of what was stored.
    pub dns_token: Option<Secret>,
    /// Whether the account's own DNS may be overwritten without a token.
    pub force_dns: bool,
}

impl Operation for Retry {
    type Answer = Option<Receipt>;
    const NAME: Name = Name::ProtectionRetry;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ProtectionRetried,
        Outcome::ProtectionUnknown,
        Outcome::ProtectionNotOwn,
        Outcome::ProtectionNotRunning,
        Outcome::NothingToRetry,
        Outcome::PriceMissing,
        Outcome::PlanPriceMissing,
        Outcome::CreditLocked,
        Outcome::CreditInactive,
        Outcome::BillingDataMissing,
        Outcome::TaxSettingsWrong,
        Outcome::CreditInsufficient,
        Outcome::CreditLow,
        Outcome::CustomerMissing,
        Outcome::DnsTokenMissing,
        Outcome::DnsNotOwn,
        Outcome::DnsConsentMissing,
        Outcome::NetworkRecordMissing,
        Outcome::ProtectionRefused,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Retry {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Option<Receipt>>, Failure> {
        let mut protection = ownership::find_own(cx, &self.name)?;
        ownership::require_running(&protection)?;
        let is_paid = protection.state == ProtectionState::Running;
        if is_paid && protection.dns_set {
            return Err(Refusal::new(Outcome::NothingToRetry).at(Field::DomainName).value(&self.name).into());
        }
        let paid = if is_paid { None } else { Some(pay(cx, &mut protection)?) };
        if !protection.dns_set {
            self.point_dns(cx, &mut protection)?;
        }
        cx.store.update_protection(&protection)?;
        cx.record(Self::NAME, protection.id.into(), self.name.as_str())?;
        let (receipt, warning) = paid.unzip();
        Ok(Done::new(Outcome::ProtectionRetried, receipt).warned(warning.flatten()))
    }
}

impl Retry {
    fn point_dns(&self, cx: &Writing<'_>, protection: &mut Protection) -> Result<(), Failure> {
        if let Some(token) = &self.dns_token {
            protection.dns_token = Some(cx.seal(token, protection.account)?);
        }
        protection.force_dns |= self.force_dns;
        dns_rules::require_permit(cx, protection)?;
        let customer = network::customer(cx, protection.account)?;
        network::demand(cx, &self.name, |network| {
            network.rewrite_dns(cx.store, customer, &self.name, cx.now)
        })?;
        protection.dns_set = true;
        Ok(())
    }
}

/// Pays the term that could not be paid when it began.
fn pay(cx: &Writing<'_>, protection: &mut Protection) -> Result<(Receipt, Option<Refusal>), Failure> {
    let began = protection.expires_at;
    term::pay(cx, protection, EntryKind::ProtectRenew, began)
}
