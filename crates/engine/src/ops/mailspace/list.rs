use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Mailspace, MailspaceName},
    ports::store::{Page, Window},
};

/// Lists the mailspaces of the actor, by name.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Debug)]
pub struct List {
    /// Which piece of the list.
    pub window: Window<MailspaceName>,
}

impl Operation for List {
    type Answer = Page<Mailspace>;
    const NAME: Name = Name::MailspaceList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::MailspacesListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<Mailspace>>, Failure> {
        let page = cx.store.mailspaces_of(cx.actor.id(), &self.window)?;
        Ok(Done::new(Outcome::MailspacesListed, page))
    }
}
