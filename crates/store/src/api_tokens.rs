//! Tokens that stand in the place of passwords.

use engine::model::{AccountId, ApiToken, Line};
use engine::ports::store::{ApiTokens, ApiTokensMut, Inserted, Result};

use crate::columns::Columns;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> ApiTokens for Tables<C> {
    fn api_tokens(&self, account: AccountId) -> Result<Vec<ApiToken>> {
        self.sql.all(SELECT, values![account], token)
    }
}

impl<C: Sql> ApiTokensMut for Tables<C> {
    fn insert_api_token(&self, token: &ApiToken) -> Result<Inserted> {
        let values =
            values![token.account, &token.name, token.id, &token.digest, &token.ending, token.made_at];
        Ok(self.sql.attempt(INSERT, values)?.into())
    }

    fn rename_api_token(&self, account: AccountId, name: &Line, to: &Line) -> Result<Inserted> {
        Ok(self.sql.attempt(RENAME, values![to, account, name])?.into())
    }

    fn delete_api_token(&self, account: AccountId, name: &Line) -> Result<()> {
        self.update(DELETE, values![account, name])
    }
}

fn token(columns: &mut Columns<'_>) -> Result<ApiToken> {
    Ok(ApiToken {
        account: columns.read()?,
        name: columns.read()?,
        id: columns.read()?,
        digest: columns.read()?,
        ending: columns.read()?,
        made_at: columns.read()?,
    })
}

const SELECT: &str =
    "SELECT account_id, name, id, digest, ending, made_at FROM api_token WHERE account_id = $1 ORDER BY name";
const INSERT: &str =
    "INSERT INTO api_token (account_id, name, id, digest, ending, made_at) VALUES ($1, $2, $3, $4, $5, $6)";
const RENAME: &str = "UPDATE api_token SET name = $1 WHERE account_id = $2 AND name = $3";
const DELETE: &str = "DELETE FROM api_token WHERE account_id = $1 AND name = $2";
