use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing, model::MailspaceName, ports::store::Deleted,
};

/// Deletes a mailspace in which nothing is left.
///
/// Changes: the mailspace is gone. Bills nothing, and pays nothing back of the term. Notifies nobody.
///
/// Checks, in this order: whether there is such a mailspace, the account; whether mailboxes or mail forwardings are in it.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The mailspace.
    pub name: MailspaceName,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::MailspaceDelete;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MailspaceDeleted,
        Outcome::MailspaceUnknown,
        Outcome::MailspaceForeign,
        Outcome::MailspaceInUse,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mailspace = ownership::find_own(cx, &self.name)?;
        if cx.store.delete_mailspace(mailspace.id)? == Deleted::InUse {
            let refusal = Refusal::new(Outcome::MailspaceInUse).at(Field::Mailspace);
            return Err(refusal.value(&self.name).into());
        }
        cx.record(Self::NAME, mailspace.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::MailspaceDeleted, ()))
    }
}
