use outcomes::{Operation as Name, Outcome};

use super::MemoRef;
use crate::{Done, Failure, Fault, Operation, Query, Reading, Refusal, model::Memo};

/// Shows a memo of the actor. Of what the account above says of itself, the actor sees what it is to see.
///
/// Changes, bills and notifies nothing. Checks, in this order: if it is about a domain or an order, whether that exists,
/// whose it is; whether there is such a memo.
#[derive(Clone, Debug)]
pub struct Find {
    /// Where.
    pub at: MemoRef,
}

impl Operation for Find {
    type Answer = Memo;
    const NAME: Name = Name::MemoFind;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MemoFound,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::OrderUnknown,
        Outcome::OrderOfAnother,
        Outcome::MemoUnknown,
    ];

    fn object(&self) -> &str {
        self.at.key.as_str()
    }
}

impl Query for Find {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Memo>, Failure> {
        let own = cx.store.memo(&self.at.place(cx)?)?;
        let found = own.map_or_else(|| self.above(cx), |memo| Ok(Some(memo)))?;
        let unknown = || Refusal::new(Outcome::MemoUnknown).value(self.at.key.as_str());
        Ok(Done::new(Outcome::MemoFound, found.ok_or_else(unknown)?))
    }
}

impl Find {
    fn above(&self, cx: &Reading<'_>) -> Result<Option<Memo>, Fault> {
        let place = cx.actor.account.parent.and_then(|parent| self.at.place_above(parent));
        let Some(place) = place else { return Ok(None) };
        Ok(cx.store.memo(&place)?.filter(|memo| memo.is_shown))
    }
}
