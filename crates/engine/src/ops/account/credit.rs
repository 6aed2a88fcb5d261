use outcomes::{Operation as Name, Outcome};

use crate::{Done, Failure, Operation, Query, Reading, model::Standing};

/// Tells what the actor's account has and can spend.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct Credit;

impl Operation for Credit {
    type Answer = Standing;
    const NAME: Name = Name::AccountCredit;
    const OUTCOMES: &'static [Outcome] = &[Outcome::CreditTold];
}

impl Query for Credit {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Standing>, Failure> {
        Ok(Done::new(Outcome::CreditTold, cx.store.standing(cx.actor.id())?))
    }
}
