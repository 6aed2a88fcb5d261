use outcomes::{Field, Operation as Name, Outcome};

use super::check_reach;
use crate::{
    Command, Done, Failure, Glancing, Operation, Refusal, Refusals, Writing, model::Reseller,
    ports::store::Inserted,
};

/// Makes a reseller of the actor known.
///
/// Changes: the reseller. Bills and notifies nothing. Checks, in this order: whether it can be reached by e-mail or
/// telephone, whether the reference is taken.
#[derive(Clone, Debug)]
pub struct Create {
    /// The reseller.
    pub reseller: Reseller,
}

impl Operation for Create {
    type Answer = ();
    const NAME: Name = Name::ResellerCreate;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::ResellerCreated, Outcome::TextMissing, Outcome::ResellerTaken];

    fn object(&self) -> &str {
        self.reseller.reference.as_str()
    }
}

impl Command for Create {
    fn precheck(&self, _: &Glancing<'_>) -> Result<(), Refusals> {
        Ok(check_reach(&self.reseller.particulars)?)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        match cx.store.insert_reseller(cx.actor.id(), &self.reseller)? {
            Inserted::Yes => Ok(Done::new(Outcome::ResellerCreated, ())),
            Inserted::Taken => {
                let taken = Refusal::new(Outcome::ResellerTaken).at(Field::Reseller);
                Err(taken.value(&self.reseller.reference).into())
            }
        }
    }
}
