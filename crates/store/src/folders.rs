//! Folders, and the labels of the domains in them.

use engine::model::{AccountId, Folder, Tag};
use engine::ports::store::{Folders, FoldersMut, Inserted, Result};

use crate::columns::Columns;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Folders for Tables<C> {
    fn folders(&self, account: AccountId) -> Result<Vec<(Folder, u64)>> {
        self.sql.all(SELECT_ALL, values![account], counted)
    }

    fn counted_folder(&self, account: AccountId, name: &Tag) -> Result<Option<(Folder, u64)>> {
        self.sql.one(SELECT_COUNTED, values![account, name], counted)
    }

    fn folder(&self, account: AccountId, name: &Tag) -> Result<Option<Folder>> {
        self.sql.one(SELECT, values![account, name], folder)
    }
}

impl<C: Sql> FoldersMut for Tables<C> {
    fn insert_folder(&self, account: AccountId, folder: &Folder) -> Result<Inserted> {
        let values = values![account, &folder.name, folder.id, folder.description.as_ref()];
        Ok(self.sql.attempt(INSERT, values)?.into())
    }

    fn update_folder(&self, account: AccountId, name: &Tag, folder: &Folder) -> Result<Inserted> {
        let values = values![&folder.name, folder.description.as_ref(), account, name];
        Ok(self.sql.attempt(UPDATE, values)?.into())
    }

    fn delete_folder(&self, account: AccountId, name: &Tag) -> Result<bool> {
        Ok(self.sql.execute(DELETE, values![account, name])? == 1)
    }

    fn remove_tag(&self, account: AccountId, tag: &Tag) -> Result<()> {
        self.sql.execute(UNTAG, values![account, tag]).map(drop)
    }

    fn rename_tag(&self, account: AccountId, from: &Tag, to: &Tag) -> Result<()> {
        // Who has both keeps one.
        self.sql.execute(RETAG, values![to, account, from])?;
        self.remove_tag(account, from)
    }
}

fn counted(columns: &mut Columns<'_>) -> Result<(Folder, u64)> {
    Ok((folder(columns)?, columns.read()?))
}

fn folder(columns: &mut Columns<'_>) -> Result<Folder> {
    Ok(Folder { id: columns.read()?, name: columns.read()?, description: columns.read()? })
}

/// A query for folders with how many domains are in each: all their columns, then the rest of the statement.
macro_rules! select_counted {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, description, (SELECT COUNT(*) FROM domain_tag WHERE domain_tag.sponsor = \
             folder.account_id AND domain_tag.tag = folder.name) FROM folder WHERE account_id = $1 ",
            $rest
        )
    };
}

const SELECT_ALL: &str = select_counted!("ORDER BY name");
const SELECT_COUNTED: &str = select_counted!("AND name = $2");
const SELECT: &str = "SELECT id, name, description FROM folder WHERE account_id = $1 AND name = $2";
const INSERT: &str = "INSERT INTO folder (account_id, name, id, description) VALUES ($1, $2, $3, $4)";
const UPDATE: &str = "UPDATE folder SET name = $1, description = $2 WHERE account_id = $3 AND name = $4";
const DELETE: &str = "DELETE FROM folder WHERE account_id = $1 AND name = $2";
const UNTAG: &str = "DELETE FROM domain_tag WHERE sponsor = $1 AND tag = $2";
const RETAG: &str = "INSERT INTO domain_tag (domain_id, tag, sponsor) SELECT domain_id, $1, sponsor FROM domain_tag \
     WHERE sponsor = $2 AND tag = $3 ON CONFLICT (domain_id, tag) DO NOTHING";
