use outcomes::{Operation as Name, Outcome};

use crate::{Done, Failure, Operation, Query, Reading, model::Preferences};

/// Tells the preferences of the actor; the usual ones, if it never said any.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Copy, Debug)]
pub struct Find;

impl Operation for Find {
    type Answer = Preferences;
    const NAME: Name = Name::PreferencesFind;
    const OUTCOMES: &'static [Outcome] = &[Outcome::PreferencesTold];
}

impl Query for Find {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Preferences>, Failure> {
        let preferences = cx.store.preferences(cx.actor.id())?.unwrap_or_default();
        Ok(Done::new(Outcome::PreferencesTold, preferences))
    }
}
