//! Memos of accounts.

use engine::model::{Memo, MemoPlace};
use engine::ports::store::{Memos, MemosMut, Result};

use crate::columns::Columns;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Memos for Tables<C> {
    fn memo(&self, at: &MemoPlace) -> Result<Option<Memo>> {
        self.sql.one(SELECT, values![at.account, at.kind.name(), at.object, at.number, &at.key], memo)
    }
}

impl<C: Sql> MemosMut for Tables<C> {
    fn put_memo(&self, at: &MemoPlace, memo: &Memo) -> Result<()> {
        self.update(
            PUT,
            values![
                at.account,
                at.kind.name(),
                at.object,
                at.number,
                &at.key,
                &memo.value,
                memo.is_shown,
                memo.entered_by.as_ref(),
                memo.set_at,
            ],
        )
    }
}

fn memo(columns: &mut Columns<'_>) -> Result<Memo> {
    Ok(Memo {
        value: columns.read()?,
        is_shown: columns.read()?,
        entered_by: columns.read()?,
        set_at: columns.read()?,
    })
}

const SELECT: &str = "SELECT value, shown, entered_by, set_at FROM memo \
     WHERE account_id = $1 AND kind = $2 AND object_id = $3 AND number = $4 AND key = $5";
const PUT: &str = "INSERT INTO memo (account_id, kind, object_id, number, key, value, shown, entered_by, set_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (account_id, kind, object_id, number, key) \
     DO UPDATE SET value = excluded.value, shown = excluded.shown, entered_by = excluded.entered_by, \
     set_at = excluded.set_at";
