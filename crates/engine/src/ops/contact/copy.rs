use outcomes::{Operation as Name, Outcome};

use super::{Create, Created, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Handle, HandleForm, Secret},
};

/// Makes a contact of its own that says the same as one of the actor's, under a handle that is made for it.
///
/// Changes: the new contact, which has neither statuses nor authInfo. Bills and notifies nothing. Checks, in this order:
/// whether the contact exists, the sponsor.
#[derive(Clone, Debug)]
pub struct Copy {
    /// The handle.
    pub handle: Handle,
    /// What the new handle looks like.
    pub form: HandleForm,
}

impl Operation for Copy {
    type Answer = Created;
    const NAME: Name = Name::ContactCopy;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::ContactCreated, Outcome::ContactUnknown, Outcome::NotSponsor];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for Copy {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Created>, Failure> {
        let details = ownership::find_own(cx, &self.handle)?.details;
        let none = Secret::new("");
        Create { handle: None, zone: None, details, authinfo: none, form: self.form, reuse: false }.run(cx)
    }
}
