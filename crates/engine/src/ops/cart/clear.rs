use outcomes::{Operation as Name, Outcome};

use crate::{Command, Done, Failure, Operation, Refusal, Writing};

/// Takes everything out of the actor's cart.
///
/// Changes: the cart. Bills and notifies nothing. Checks whether there is anything in it.
#[derive(Clone, Copy, Debug)]
pub struct Clear;

impl Operation for Clear {
    type Answer = ();
    const NAME: Name = Name::CartClear;
    const OUTCOMES: &'static [Outcome] = &[Outcome::CartCleared, Outcome::CartEmpty];
}

impl Command for Clear {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        match cx.store.empty_cart(cx.actor.id())? {
            0 => Err(Refusal::new(Outcome::CartEmpty).into()),
            _ => Ok(Done::new(Outcome::CartCleared, ())),
        }
    }
}
