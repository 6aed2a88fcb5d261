use outcomes::{Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Event, Instant, Line},
    ops::notify::notify,
};

/// Tells every account that the system will not be available for a while. Answers how many accounts hear of it.
///
/// Changes and bills nothing. Notifies: all accounts. Checks nothing: the operator knows when it will be.
#[derive(Clone, Debug)]
pub struct Announce {
    /// From when.
    pub from: Instant,
    /// Until when.
    pub until: Instant,
    /// What for.
    pub text: Line,
}

impl Announce {
    /// The longest text, in characters.
    pub const LONGEST: usize = 1_000;
}

impl Operation for Announce {
    type Answer = usize;
    const NAME: Name = Name::AccountAnnounce;
    const OUTCOMES: &'static [Outcome] = &[Outcome::MaintenanceAnnounced];
}

impl Command for Announce {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<usize>, Failure> {
        let accounts = cx.store.accounts()?;
        for account in &accounts {
            let text = self.text.as_str().to_owned();
            notify(cx, account.id, Event::Maintenance { from: self.from, until: self.until, text })?;
        }
        Ok(Done::new(Outcome::MaintenanceAnnounced, accounts.len()))
    }
}
