use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{AccountState, Clid, Handshake, RegistrarTag},
};

/// Lists all registrars by tag, so that others know whom to release to.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct List;

/// A registrar in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedTag {
    /// Its tag.
    pub tag: Clid,
    /// What it is called.
    pub name: String,
    /// When it wants to be asked before it gets domains.
    pub handshake: Handshake,
}

impl Operation for List {
    type Answer = Vec<ListedTag>;
    const NAME: Name = Name::TagList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TagsListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<ListedTag>>, Failure> {
        let mut tags = Vec::new();
        for account in cx.store.accounts()?.into_iter().filter(|one| one.state == AccountState::Active) {
            let RegistrarTag { handshake, .. } = cx.store.tag(account.id)?;
            tags.push(ListedTag { tag: account.clid, name: account.name, handshake });
        }
        Ok(Done::new(Outcome::TagsListed, tags))
    }
}
