use super::{Inserted, Result};
use crate::model::{AccountId, Folder, Tag};

/// Reads folders.
pub trait Folders {
    /// The folders of an account by name, each with how many domains are in it. One statement.
    fn folders(&self, account: AccountId) -> Result<Vec<(Folder, u64)>>;

    /// A folder of an account, with how many domains are in it. One statement.
    fn counted_folder(&self, account: AccountId, name: &Tag) -> Result<Option<(Folder, u64)>>;

    /// A folder of an account.
    fn folder(&self, account: AccountId, name: &Tag) -> Result<Option<Folder>>;
}

/// Writes folders.
pub trait FoldersMut: Folders {
    /// Adds a folder, unless the account has one of this name.
    fn insert_folder(&self, account: AccountId, folder: &Folder) -> Result<Inserted>;

    /// Replaces name and description of a folder, unless another one has the name. Labels stay.
    fn update_folder(&self, account: AccountId, name: &Tag, folder: &Folder) -> Result<Inserted>;

    /// Removes a folder; whether it was there. Labels stay.
    fn delete_folder(&self, account: AccountId, name: &Tag) -> Result<bool>;

    /// Takes a label from all domains of an account.
    fn remove_tag(&self, account: AccountId, tag: &Tag) -> Result<()>;

    /// Gives all domains of an account that have a label another one in its place.
    fn rename_tag(&self, account: AccountId, from: &Tag, to: &Tag) -> Result<()>;
}
