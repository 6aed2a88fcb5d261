//! Folders that an account sorts its domains into.

use super::{FolderId, Line, Tag};

/// A folder. Its domains are those of the account with a label of its name, so that both are the same to whoever knows
/// only one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Its id.
    pub id: FolderId,
    /// Its name, which no other folder of the account has.
    pub name: Tag,
    /// What it is for.
    pub description: Option<Line>,
}
