use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{MailboxName, MailspaceName, PlacedMailbox},
    ops::mailspace,
    ports::store::{Page, Window},
};

/// Lists the mailboxes of the actor or of one of its mailspaces, by name.
///
/// Changes, bills and notifies nothing. Checks whether there is such a mailspace, and its account, if one is named.
#[derive(Clone, Debug)]
pub struct List {
    /// Only those in this mailspace.
    pub mailspace: Option<MailspaceName>,
    /// Which piece of the list.
    pub window: Window<MailboxName>,
}

impl Operation for List {
    type Answer = Page<PlacedMailbox>;
    const NAME: Name = Name::MailboxList;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::MailboxesListed, Outcome::MailspaceUnknown, Outcome::MailspaceForeign];

    fn object(&self) -> &str {
        self.mailspace.as_ref().map_or("", MailspaceName::as_str)
    }
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<PlacedMailbox>>, Failure> {
        let page = match &self.mailspace {
            Some(name) => cx.store.mailboxes_in(mailspace::find_own(cx, name)?.id, &self.window)?,
            None => cx.store.mailboxes_of(cx.actor.id(), &self.window)?,
        };
        Ok(Done::new(Outcome::MailboxesListed, page))
    }
}
