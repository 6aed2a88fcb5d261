use outcomes::{Operation as Name, Outcome};

use super::{check_reach, find_own};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Email, Line, Phone, ResellerReference},
};

/// Changes a reseller of the actor.
///
/// Changes: the reseller. Bills and notifies nothing. Checks, in this order: whether there is such a reseller, whether it
/// can still be reached by e-mail or telephone.
#[derive(Clone, Debug)]
pub struct Update {
    /// Which.
    pub reference: ResellerReference,
    /// What is to change.
    pub change: Change,
}

/// What is to change. Name and URL stay where they are not named; e-mail and telephone are as they are here, be it none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The name under which it does business.
    pub trading_name: Option<Line>,
    /// Where customers find it on the web.
    pub url: Option<Line>,
    /// Where they write to.
    pub email: Option<Email>,
    /// Where they call.
    pub voice: Option<Phone>,
}

impl Operation for Update {
    type Answer = ();
    const NAME: Name = Name::ResellerUpdate;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::ResellerUpdated, Outcome::ResellerUnknown, Outcome::TextMissing];

    fn object(&self) -> &str {
        self.reference.as_str()
    }
}

impl Command for Update {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut reseller = find_own(cx, &self.reference)?;
        let (known, change) = (&mut reseller.particulars, self.change.clone());
        known.trading_name = change.trading_name.unwrap_or_else(|| known.trading_name.clone());
        known.url = change.url.unwrap_or_else(|| known.url.clone());
        (known.email, known.voice) = (change.email, change.voice);
        check_reach(known)?;
        cx.store.update_reseller(cx.actor.id(), &reseller)?;
        Ok(Done::new(Outcome::ResellerUpdated, ()))
    }
}
