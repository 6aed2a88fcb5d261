use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Mailspace, MailspaceName},
};

/// Shows a mailspace to its account.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether there is such a mailspace, the account.
#[derive(Clone, Debug)]
pub struct Info {
    /// The mailspace.
    pub name: MailspaceName,
}

impl Operation for Info {
    type Answer = Mailspace;
    const NAME: Name = Name::MailspaceInfo;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::MailspaceFound, Outcome::MailspaceUnknown, Outcome::MailspaceForeign];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Mailspace>, Failure> {
        Ok(Done::new(Outcome::MailspaceFound, ownership::find_own(cx, &self.name)?))
    }
}
