use outcomes::{Field, Operation as Name, Outcome};

use super::process;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{DataFault, Handle},
};

/// Begins to have wrong data of a registrant corrected, as the operator of the registry does.
///
/// Changes: the process. Bills nothing. Notifies: the sponsor of the contact. Checks, in this order: whether the contact
/// exists, whether a process runs already.
#[derive(Clone, Debug)]
pub struct Commence {
    /// The handle.
    pub handle: Handle,
    /// What is wrong.
    pub fault: DataFault,
    /// The same in words.
    pub reason: String,
}

impl Operation for Commence {
    type Answer = ();
    const NAME: Name = Name::DataQualityCommence;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::DataQualityCommenced, Outcome::ContactUnknown, Outcome::DataQualityCommencedAlready];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for Commence {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let refused = |outcome| Refusal::new(outcome).at(Field::ContactId).value(&self.handle);
        let contact = cx.store.contact(&self.handle)?.ok_or_else(|| refused(Outcome::ContactUnknown))?;
        if cx.store.data_quality(contact.id)?.is_some() {
            return Err(refused(Outcome::DataQualityCommencedAlready).into());
        }
        process::begin(cx, &contact, self.fault, self.reason.clone())?;
        Ok(Done::new(Outcome::DataQualityCommenced, ()))
    }
}
