//! Resellers of registrars.

use engine::model::{AccountId, Reseller, ResellerReference};
use engine::ports::store::{Inserted, Resellers, ResellersMut, Result};

use crate::columns::Columns;
use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Resellers for Tables<C> {
    fn reseller(&self, account: AccountId, reference: &ResellerReference) -> Result<Option<Reseller>> {
        self.sql.one(SELECT, values![account, reference], reseller)
    }

    fn resellers(&self, account: AccountId) -> Result<Vec<Reseller>> {
        self.sql.all(SELECT_ALL, values![account], reseller)
    }
}

impl<C: Sql> ResellersMut for Tables<C> {
    fn insert_reseller(&self, account: AccountId, reseller: &Reseller) -> Result<Inserted> {
        let particulars = document::text(&reseller.particulars)?;
        let inserted = self.sql.execute(INSERT, values![account, &reseller.reference, &particulars])?;
        Ok(if inserted == 1 { Inserted::Yes } else { Inserted::Taken })
    }

    fn update_reseller(&self, account: AccountId, reseller: &Reseller) -> Result<()> {
        let particulars = document::text(&reseller.particulars)?;
        self.update(UPDATE, values![&particulars, account, &reseller.reference])
    }

    fn delete_reseller(&self, account: AccountId, reference: &ResellerReference) -> Result<bool> {
        Ok(self.sql.execute(DELETE, values![account, reference])? == 1)
    }
}

fn reseller(columns: &mut Columns<'_>) -> Result<Reseller> {
    Ok(Reseller { reference: columns.read()?, particulars: columns.document()? })
}

const SELECT: &str = "SELECT reference, particulars FROM reseller WHERE account_id = $1 AND reference = $2";
const SELECT_ALL: &str =
    "SELECT reference, particulars FROM reseller WHERE account_id = $1 ORDER BY reference";
const INSERT: &str = "INSERT INTO reseller (account_id, reference, particulars) VALUES ($1, $2, $3) \
     ON CONFLICT (account_id, reference) DO NOTHING";
const UPDATE: &str = "UPDATE reseller SET particulars = $1 WHERE account_id = $2 AND reference = $3";
const DELETE: &str = "DELETE FROM reseller WHERE account_id = $1 AND reference = $2";
