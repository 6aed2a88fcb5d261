use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{Command, Done, Failure, Operation, Writing, model::DomainName};

/// Makes a protection service a template for others, or takes that back.
///
/// Changes: the service. Bills and notifies nothing. Checks whether there is such a service of the actor's own.
#[derive(Clone, Debug)]
pub struct MarkTemplate {
    /// The name.
    pub name: DomainName,
    /// Whether it is a template from now on.
    pub is_template: bool,
}

impl Operation for MarkTemplate {
    type Answer = ();
    const NAME: Name = Name::ProtectionMarkTemplate;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::TemplateMarked, Outcome::ProtectionUnknown, Outcome::ProtectionNotOwn];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for MarkTemplate {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut protection = ownership::find_own(cx, &self.name)?;
        protection.is_template = self.is_template;
        cx.store.update_protection(&protection)?;
        cx.record(Self::NAME, protection.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::TemplateMarked, ()))
    }
}
