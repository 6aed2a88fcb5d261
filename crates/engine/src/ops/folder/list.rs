use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DomainName, Folder},
    ops::domain::find_own,
};

/// Shows the actor's folders by name, each with how many domains are in it. An account has few, so they are answered whole.
///
/// Changes, bills and notifies nothing. Checks, if a domain is named: whether it exists, the sponsor.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// Only those that a domain is in, if it is named.
    pub domain: Option<DomainName>,
}

/// A folder in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderView {
    /// The folder.
    pub folder: Folder,
    /// How many domains are in it.
    pub domains: u64,
}

impl Operation for List {
    type Answer = Vec<FolderView>;
    const NAME: Name = Name::FolderList;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::FoldersListed, Outcome::DomainUnknown, Outcome::NotSponsor];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let labels = match &self.domain {
            Some(name) => Some(cx.store.tags_of(find_own(cx, name)?.id)?),
            None => None,
        };
        let is_meant = |folder: &Folder| labels.as_ref().is_none_or(|labels| labels.contains(&folder.name));
        let folders = cx.store.folders(cx.actor.id())?.into_iter();
        let views = folders.map(|(folder, domains)| FolderView { folder, domains });
        Ok(Done::new(Outcome::FoldersListed, views.filter(|view| is_meant(&view.folder)).collect()))
    }
}
