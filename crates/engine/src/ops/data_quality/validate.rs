use outcomes::{Operation as Name, Outcome};

use super::{process, rules};
use crate::{Command, Done, Failure, Operation, Writing, model::Handle, ops::contact::find_own};

/// Has the data of a registrant looked at, as its registrar asks after correcting them.
///
/// Changes: if nothing is wrong any more, a process that runs is over, and the domains are back in the DNS; if something
/// is wrong and none runs, one begins. Bills nothing. Notifies: the sponsor, of either. Checks, in this order: whether the
/// contact exists, the sponsor.
#[derive(Clone, Debug)]
pub struct Validate {
    /// The handle.
    pub handle: Handle,
}

impl Operation for Validate {
    type Answer = ();
    const NAME: Name = Name::DataQualityValidate;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::DataValidated, Outcome::ContactUnknown, Outcome::NotSponsor];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for Validate {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let contact = find_own(cx, &self.handle)?;
        let doubt = rules::doubt(cx.policies, &contact.details);
        match (cx.store.data_quality(contact.id)?, doubt) {
            (None, Some((fault, reason))) => process::begin(cx, &contact, fault, reason)?,
            (Some(running), None) if running.is_answered(&contact.details) => {
                process::end(cx, &contact, &running)?;
            }
            _ => {}
        }
        Ok(Done::new(Outcome::DataValidated, ()))
    }
}
