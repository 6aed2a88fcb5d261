use outcomes::{Operation as Name, Outcome};

use super::{FolderView, unknown};
use crate::{Done, Failure, Operation, Query, Reading, model::Tag};

/// Shows a folder of the actor, with how many domains are in it.
///
/// Changes, bills and notifies nothing. Checks whether there is such a folder.
#[derive(Clone, Debug)]
pub struct Info {
    /// Its name.
    pub name: Tag,
}

impl Operation for Info {
    type Answer = FolderView;
    const NAME: Name = Name::FolderInfo;
    const OUTCOMES: &'static [Outcome] = &[Outcome::FolderFound, Outcome::FolderUnknown];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<FolderView>, Failure> {
        let found = cx.store.counted_folder(cx.actor.id(), &self.name)?;
        let (folder, domains) = found.ok_or_else(|| unknown(&self.name))?;
        Ok(Done::new(Outcome::FolderFound, FolderView { folder, domains }))
    }
}
