use outcomes::{Operation as Name, Outcome};

use crate::{Done, Failure, Operation, Query, Reading, model::Protection};

/// Lists the actor's services that are templates, by name.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct ListTemplates;

impl Operation for ListTemplates {
    type Answer = Vec<Protection>;
    const NAME: Name = Name::ProtectionListTemplates;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TemplatesListed];
}

impl Query for ListTemplates {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<Protection>>, Failure> {
        Ok(Done::new(Outcome::TemplatesListed, cx.store.templates_of(cx.actor.id())?))
    }
}
