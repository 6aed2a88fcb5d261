use outcomes::{Field, Operation as Name, Outcome};

use super::{network, ownership};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{DomainName, ProtectionRule},
};

/// Says how a protected name treats its visitors: a list of rules, in place of what was there.
///
/// Changes: the service's rules, here and at the network. Bills and notifies nothing.
///
/// Checks, in this order: together the form and number of the rules; whether there is such a service of the actor's own;
/// whether it runs; the customer number; what the network says.
#[derive(Clone, Debug)]
pub struct SetPolicy {
    /// The name.
    pub name: DomainName,
    /// The rules, as [`ProtectionRule::parse`] reads them.
    pub rules: Vec<String>,
}

impl Operation for SetPolicy {
    type Answer = ();
    const NAME: Name = Name::ProtectionSetPolicy;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ProtectionRulesSet,
        Outcome::ProtectionRulesMalformed,
        Outcome::ProtectionUnknown,
        Outcome::ProtectionNotOwn,
        Outcome::ProtectionNotRunning,
        Outcome::CustomerMissing,
        Outcome::NetworkRecordMissing,
        Outcome::ProtectionRefused,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for SetPolicy {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        let most = cx.policies.protection.most_rules;
        if let Some(beyond) = self.rules.get(most) {
            let refusal = Refusal::new(Outcome::ProtectionRulesMalformed).at(Field::ProtectionRule);
            let reason = format_args!("there are more than {most} rules");
            return Err(refusal.value(beyond).fact("reason", reason).into());
        }
        self.parsed().map(drop)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let rules = self.parsed()?;
        let mut protection = ownership::find_own(cx, &self.name)?;
        ownership::require_running(&protection)?;
        protection.settings.rules = rules;
        network::update(cx, &protection)?;
        cx.store.update_protection(&protection)?;
        cx.record(Self::NAME, protection.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::ProtectionRulesSet, ()))
    }
}

impl SetPolicy {
    fn parsed(&self) -> Result<Vec<ProtectionRule>, Refusals> {
        let mut findings = Findings::new();
        let read = |text: &String| findings.take(Field::ProtectionRule, ProtectionRule::parse(text));
        let rules = self.rules.iter().filter_map(read).collect();
        findings.finish(rules)
    }
}
