//! Folders that an account sorts its domains into. A domain is in a folder if it has a label of the folder's name.

mod assign;
mod create;
mod delete;
mod info;
mod list;
mod update;

pub use assign::{Assign, Source};
pub use create::Create;
pub use delete::Delete;
pub use info::Info;
pub use list::{FolderView, List};
pub use update::Update;

use outcomes::{Field, Outcome};

use crate::{
    Failure, Refusal, Writing,
    model::{Folder, Tag},
};

/// A folder of the actor.
///
/// # Errors
/// `folder_unknown`.
fn find_own(cx: &Writing<'_>, name: &Tag) -> Result<Folder, Failure> {
    cx.store.folder(cx.actor.id(), name)?.ok_or_else(|| unknown(name).into())
}

fn unknown(name: &Tag) -> Refusal {
    Refusal::new(Outcome::FolderUnknown).at(Field::DomainTag).value(name)
}

fn taken(name: &Tag) -> Refusal {
    Refusal::new(Outcome::FolderTaken).at(Field::DomainTag).value(name)
}
