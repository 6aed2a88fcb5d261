use outcomes::{Operation as Name, Outcome};

use super::{network, ownership, template_rules};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, ProtectionId},
};

/// Gives a protection service the settings of a template: its upstream addresses and rules.
///
/// Changes: the service's settings, here and at the network; how often the template was used within the day. Bills and
/// notifies nothing.
///
/// Checks, in this order: whether there is such a service of the actor's own; whether it runs; the template; the
/// customer number; what the network says.
#[derive(Clone, Debug)]
pub struct ReplicateTemplate {
    /// The name.
    pub name: DomainName,
    /// The template.
    pub template: ProtectionId,
}

impl Operation for ReplicateTemplate {
    type Answer = ();
    const NAME: Name = Name::ProtectionReplicateTemplate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TemplateApplied,
        Outcome::ProtectionUnknown,
        Outcome::ProtectionNotOwn,
        Outcome::ProtectionNotRunning,
        Outcome::TemplateUnknown,
        Outcome::TemplateUnusable,
        Outcome::TemplateNotOwn,
        Outcome::TemplatePlanMismatch,
        Outcome::TemplateUsedUp,
        Outcome::CustomerMissing,
        Outcome::NetworkRecordMissing,
        Outcome::ProtectionRefused,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for ReplicateTemplate {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let found = ownership::find_own(cx, &self.name)?;
        ownership::require_running(&found)?;
        let settings = template_rules::take(cx, self.template, found.plan)?;
        // Read again: it may be the template itself, whose uses were counted just now.
        let mut protection = ownership::find_own(cx, &self.name)?;
        protection.settings = settings;
        network::update(cx, &protection)?;
        cx.store.update_protection(&protection)?;
        cx.record(Self::NAME, protection.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::TemplateApplied, ()))
    }
}
