//! E-mail addresses of registrants that have to be confirmed.

use engine::model::{AccountId, AddressCheck, Email, ObjectId};
use engine::ports::store::{AddressChecks, AddressChecksMut, Result};

use crate::columns::Columns;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> AddressChecks for Tables<C> {
    fn address_check(&self, account: AccountId, email: &Email) -> Result<Option<AddressCheck>> {
        self.sql.one(SELECT, values![account, email], check)
    }

    fn address_check_by_id(&self, id: ObjectId) -> Result<Option<AddressCheck>> {
        self.sql.one(SELECT_BY_ID, values![id], check)
    }
}

impl<C: Sql> AddressChecksMut for Tables<C> {
    fn put_address_check(&self, check: &AddressCheck) -> Result<()> {
        self.update(
            PUT,
            values![
                check.id,
                check.account,
                &check.email,
                check.asked_at,
                check.until,
                check.mailed_at,
                &check.key,
                check.confirmed_at,
            ],
        )
    }
}

fn check(columns: &mut Columns<'_>) -> Result<AddressCheck> {
    Ok(AddressCheck {
        id: columns.read()?,
        account: columns.read()?,
        email: columns.read()?,
        asked_at: columns.read()?,
        until: columns.read()?,
        mailed_at: columns.read()?,
        key: columns.read()?,
        confirmed_at: columns.read()?,
    })
}

const SELECT: &str = "SELECT id, account_id, email, asked_at, until, mailed_at, code, confirmed_at FROM address_check \
     WHERE account_id = $1 AND email = $2";
const SELECT_BY_ID: &str = "SELECT id, account_id, email, asked_at, until, mailed_at, code, confirmed_at \
     FROM address_check WHERE id = $1";
const PUT: &str = "INSERT INTO address_check \
     (id, account_id, email, asked_at, until, mailed_at, code, confirmed_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET \
     mailed_at = excluded.mailed_at, code = excluded.code, confirmed_at = excluded.confirmed_at";
