use outcomes::{Operation as Name, Outcome};

use super::taken;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Folder, FolderId, Line, Tag},
    ports::store::Inserted,
};

/// Makes a folder of the actor. Domains that have a label of its name are in it from the start.
///
/// Changes: the folder. Bills and notifies nothing. Checks whether the actor has a folder of this name.
#[derive(Clone, Debug)]
pub struct Create {
    /// Its name.
    pub name: Tag,
    /// What it is for.
    pub description: Option<Line>,
}

impl Operation for Create {
    type Answer = Folder;
    const NAME: Name = Name::FolderCreate;
    const OUTCOMES: &'static [Outcome] = &[Outcome::FolderCreated, Outcome::FolderTaken];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Create {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Folder>, Failure> {
        let (name, description) = (self.name.clone(), self.description.clone());
        let folder = Folder { id: FolderId(cx.new_id()), name, description };
        match cx.store.insert_folder(cx.actor.id(), &folder)? {
            Inserted::Yes => Ok(Done::new(Outcome::FolderCreated, folder)),
            Inserted::Taken => Err(taken(&self.name).into()),
        }
    }
}
