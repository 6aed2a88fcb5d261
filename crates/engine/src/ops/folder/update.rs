use outcomes::{Operation as Name, Outcome};

use super::{find_own, taken};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Folder, Line, Tag},
    ports::store::Inserted,
};

/// Changes a folder of the actor. What is not named stays. Its domains stay in it, whatever it is called.
///
/// Changes: the folder, and the labels of the domains in it. Bills and notifies nothing. Checks, in this order: whether
/// there is such a folder; whether another one has the new name.
#[derive(Clone, Debug)]
pub struct Update {
    /// Which.
    pub name: Tag,
    /// What it is called from now on.
    pub new_name: Option<Tag>,
    /// What it is for.
    pub description: Option<Line>,
}

impl Operation for Update {
    type Answer = Folder;
    const NAME: Name = Name::FolderUpdate;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::FolderUpdated, Outcome::FolderUnknown, Outcome::FolderTaken];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Update {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Folder>, Failure> {
        let mut folder = find_own(cx, &self.name)?;
        folder.name = self.new_name.clone().unwrap_or(folder.name);
        folder.description = self.description.clone().or(folder.description);
        if cx.store.update_folder(cx.actor.id(), &self.name, &folder)? == Inserted::Taken {
            return Err(taken(&folder.name).into());
        }
        if folder.name != self.name {
            cx.store.rename_tag(cx.actor.id(), &self.name, &folder.name)?;
        }
        Ok(Done::new(Outcome::FolderUpdated, folder))
    }
}
