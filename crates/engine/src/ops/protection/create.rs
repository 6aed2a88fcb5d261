use std::net::IpAddr;

use outcomes::{Field, Operation as Name, Outcome};

use super::{name_rules, network, subscription_rules, template_rules, term};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{
        CustomerId, Cycle, DomainName, EntryKind, Plan, Protection, ProtectionId, ProtectionMode,
        ProtectionSettings, ProtectionState, Secret, Tally,
    },
    ops::{Receipt, payment::buy},
    ports::{Port, store::Inserted},
};

/// Orders a protection service. It is paid for at once and set up by the network afterwards, which a notice tells.
///
/// Changes: the service, to be set up. Bills: the first term. Notifies: nobody but the payer, when its credit runs low;
/// the end of it is told by `set_up.rs`.
///
/// Checks, in this order: together the name, plan and term, mode and number of upstream addresses; the account's
/// customer number; the template; whether there is a service for the name; whether the network knows the customer, and
/// has a record of the name; the price, the state of the credit, the credit.
#[derive(Clone, Debug)]
pub struct Create {
    /// The name.
    pub name: DomainName,
    /// What it is to do.
    pub plan: Option<Plan>,
    /// For how long it is paid at a time.
    pub cycle: Option<Cycle>,
    /// How visitors come; as fits the name unless said otherwise.
    pub mode: Option<ProtectionMode>,
    /// The servers behind the network. A template's are taken if none is named.
    pub upstreams: Vec<IpAddr>,
    /// The template whose settings it gets.
    pub template: Option<ProtectionId>,
    /// What permits the network to change the name's DNS, wherever that is kept.
    pub dns_token: Option<Secret>,
    /// Whether the account's own DNS may be overwritten without a token.
    pub force_dns: bool,
}

/// What was ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// The service.
    pub protection: Protection,
    /// What was paid.
    pub receipt: Receipt,
}

impl Operation for Create {
    type Answer = Ordered;
    const NAME: Name = Name::ProtectionCreate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ProtectionRequested,
        Outcome::NameBeginsWithWww,
        Outcome::NameNotProtectable,
        Outcome::SubscriptionMissing,
        Outcome::ModeRefused,
        Outcome::UpstreamsTooMany,
        Outcome::CustomerMissing,
        Outcome::TemplateUnknown,
        Outcome::TemplateUnusable,
        Outcome::TemplateNotOwn,
        Outcome::TemplatePlanMismatch,
        Outcome::TemplateUsedUp,
        Outcome::ProtectionTaken,
        Outcome::CustomerUnknown,
        Outcome::NetworkRecordExists,
        Outcome::PriceMissing,
        Outcome::PlanPriceMissing,
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

impl Command for Create {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        let mut findings = Findings::new();
        let standing = findings.take(Field::DomainName, name_rules::standing(cx.policies, &self.name));
        subscription_rules::check(self.plan, self.cycle, &mut findings);
        if let Some(standing) = standing {
            findings.take(Field::Mode, standing.mode(self.mode));
        }
        let most = cx.policies.protection.most_upstreams;
        if self.upstreams.len() > most {
            let refusal = Refusal::new(Outcome::UpstreamsTooMany).at(Field::Upstream);
            findings.add(refusal.value(self.upstreams.len()).fact("limit", most));
        }
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Ordered>, Failure> {
        let (plan, cycle) = subscription_rules::named(self.plan, self.cycle)?;
        let customer = network::customer(cx, cx.actor.id())?;
        let protection = self.service(cx, plan, cycle)?;
        if cx.store.insert_protection(&protection)? == Inserted::Taken {
            return Err(self.refused(Outcome::ProtectionTaken).into());
        }
        self.check_network(cx, customer)?;

        let order = term::order(cx, &protection, EntryKind::Protect);
        let (receipt, warning) = buy(cx, cx.actor.id(), &order, protection.id.into())?;
        term::remind(cx, &protection, cx.now)?;
        cx.record(Self::NAME, protection.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::ProtectionRequested, Ordered { protection, receipt }).warned(warning))
    }
}

impl Create {
    fn refused(&self, outcome: Outcome) -> Refusal {
        Refusal::new(outcome).at(Field::DomainName).value(&self.name)
    }

    /// A name that the network has for the customer was set up without us, and is not ours to sell.
    fn check_network(&self, cx: &Writing<'_>, customer: CustomerId) -> Result<(), Failure> {
        cx.reach(Port::Protection)?;
        if !cx.network.knows(cx.store, customer)? {
            return Err(Refusal::new(Outcome::CustomerUnknown).at(Field::AccountId).value(customer).into());
        }
        match cx.network.find(cx.store, customer, &self.name)? {
            Some(_) => Err(self.refused(Outcome::NetworkRecordExists).into()),
            None => Ok(()),
        }
    }

    fn service(&self, cx: &Writing<'_>, plan: Plan, cycle: Cycle) -> Result<Protection, Failure> {
        let account = cx.actor.id();
        let sealed = self.dns_token.as_ref().map(|token| cx.seal(token, account)).transpose()?;
        Ok(Protection {
            id: ProtectionId(cx.object_id()),
            name: self.name.clone(),
            account,
            created_at: cx.now,
            state: ProtectionState::Requested,
            plan,
            cycle,
            expires_at: cycle.end_from(cx.now),
            mode: name_rules::standing(cx.policies, &self.name)?.mode(self.mode)?,
            settings: self.settings(cx, plan)?,
            is_template: false,
            uses: Tally::from(cx.now),
            purges: Tally::from(cx.now),
            dns_set: false,
            force_dns: self.force_dns,
            dns_token: sealed,
            paid_by: cx.operation,
            asked: Some(cx.asked()),
        })
    }

    fn settings(&self, cx: &Writing<'_>, plan: Plan) -> Result<ProtectionSettings, Failure> {
        let template = self.template.map(|id| template_rules::take(cx, id, plan)).transpose()?;
        let mut settings = template.unwrap_or_default();
        if !self.upstreams.is_empty() {
            settings.upstreams.clone_from(&self.upstreams);
        }
        Ok(settings)
    }
}
