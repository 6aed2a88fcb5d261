//! Names of deleted objects that are not free yet.

use engine::Fault;
use engine::model::{ObjectId, Tombstone};
use engine::ports::store::{Kind, Result, Tombstones, TombstonesMut};

use crate::columns::Columns;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Tombstones for Tables<C> {
    fn in_quarantine(&self, kind: Kind, name: &str) -> Result<bool> {
        self.sql.finds(SELECT_NAME, values![word(kind)?, name])
    }

    fn tombstone(&self, object: ObjectId) -> Result<Option<Tombstone>> {
        self.sql.one(SELECT, values![object], tombstone)
    }
}

impl<C: Sql> TombstonesMut for Tables<C> {
    fn put_tombstone(&self, tombstone: &Tombstone) -> Result<()> {
        let Tombstone { object, kind, name, until } = tombstone;
        let kind_word = word(*kind)?;
        if self.sql.execute(DELETE_NAME, values![kind_word, name])? == 1 {
            self.name_removed(*kind, name);
        }
        self.update(INSERT, values![*object, kind_word, name, *until])?;
        self.name_added(*kind, name);
        Ok(())
    }

    fn remove_tombstone(&self, tombstone: &Tombstone) -> Result<()> {
        self.update(DELETE, values![tombstone.object])?;
        self.name_removed(tombstone.kind, &tombstone.name);
        Ok(())
    }
}

fn tombstone(columns: &mut Columns<'_>) -> Result<Tombstone> {
    let object = columns.read()?;
    let kind = match columns.text()? {
        CONTACT => Kind::FormerContact,
        NSSET => Kind::FormerNsset,
        _ => return Err(columns.nonsense("no kind of tombstone")),
    };
    Ok(Tombstone { object, kind, name: columns.read()?, until: columns.read()? })
}

fn word(kind: Kind) -> Result<&'static str> {
    match kind {
        Kind::FormerContact => Ok(CONTACT),
        Kind::FormerNsset => Ok(NSSET),
        Kind::Domain | Kind::Host | Kind::Contact | Kind::Nsset => {
            Err(Fault::internal(format!("{kind:?} is no kind of tombstone")))
        }
    }
}

const CONTACT: &str = "contact";
const NSSET: &str = "nsset";

const SELECT_NAME: &str = "SELECT 1 FROM tombstone WHERE kind = $1 AND name = $2";
const SELECT: &str = "SELECT object, kind, name, until FROM tombstone WHERE object = $1";
const INSERT: &str = "INSERT INTO tombstone (object, kind, name, until) VALUES ($1, $2, $3, $4)";
const DELETE: &str = "DELETE FROM tombstone WHERE object = $1";
const DELETE_NAME: &str = "DELETE FROM tombstone WHERE kind = $1 AND name = $2";
