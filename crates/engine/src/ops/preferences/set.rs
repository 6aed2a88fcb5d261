use outcomes::{Operation as Name, Outcome};

use crate::{Command, Done, Failure, Operation, Writing, model::Preferences};

/// Sets the preferences of the actor, all at once. Domains that it has stay as they are.
///
/// Changes: the preferences. Bills and notifies nothing. Checks nothing: whether a zone takes what is preferred is seen when a
/// name is registered there.
#[derive(Clone, Debug)]
pub struct Set {
    /// What is preferred from now on.
    pub preferences: Preferences,
}

impl Operation for Set {
    type Answer = ();
    const NAME: Name = Name::PreferencesSet;
    const OUTCOMES: &'static [Outcome] = &[Outcome::PreferencesSet];
}

impl Command for Set {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        cx.store.put_preferences(cx.actor.id(), &self.preferences)?;
        Ok(Done::new(Outcome::PreferencesSet, ()))
    }
}
