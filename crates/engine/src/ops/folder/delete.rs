use outcomes::{Operation as Name, Outcome};

use super::unknown;
use crate::{Command, Done, Failure, Operation, Writing, model::Tag};

/// Removes a folder of the actor. The domains that were in it stay.
///
/// Changes: the folder, and the labels of the domains in it. Bills and notifies nothing. Checks whether there is such a
/// folder.
#[derive(Clone, Debug)]
pub struct Delete {
    /// Which.
    pub name: Tag,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::FolderDelete;
    const OUTCOMES: &'static [Outcome] = &[Outcome::FolderDeleted, Outcome::FolderUnknown];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        if !cx.store.delete_folder(cx.actor.id(), &self.name)? {
            return Err(unknown(&self.name).into());
        }
        cx.store.remove_tag(cx.actor.id(), &self.name)?;
        Ok(Done::new(Outcome::FolderDeleted, ()))
    }
}
