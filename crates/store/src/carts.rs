//! Carts: a row for each item.

use engine::model::{AccountId, CartItem, CartItemId, Goods};
use engine::ports::store::{Carts, CartsMut, Inserted, Result};

use crate::columns::Columns;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Carts for Tables<C> {
    fn cart(&self, account: AccountId) -> Result<Vec<CartItem>> {
        self.sql.all(SELECT, values![account], item)
    }
}

impl<C: Sql> CartsMut for Tables<C> {
    fn insert_cart_item(&self, item: &CartItem) -> Result<Inserted> {
        let values = values![
            item.account,
            item.id,
            item.goods.product(),
            item.goods.title(),
            item.years,
            item.renews,
            item.is_locked,
            item.is_active,
            item.words.as_ref(),
        ];
        Ok(self.sql.attempt(INSERT, values)?.into())
    }

    fn update_cart_item(&self, item: &CartItem) -> Result<()> {
        self.update(
            UPDATE,
            values![
                item.years,
                item.renews,
                item.is_locked,
                item.is_active,
                item.words.as_ref(),
                item.account,
                item.id,
            ],
        )
    }

    fn delete_cart_item(&self, account: AccountId, id: CartItemId) -> Result<bool> {
        Ok(self.sql.execute(DELETE, values![account, id])? == 1)
    }

    fn empty_cart(&self, account: AccountId) -> Result<usize> {
        self.sql.execute(DELETE_ALL, values![account])
    }
}

fn item(columns: &mut Columns<'_>) -> Result<CartItem> {
    Ok(CartItem {
        account: columns.read()?,
        id: columns.read()?,
        goods: Goods::from_store(columns.read()?, columns.read()?),
        years: columns.read()?,
        renews: columns.read()?,
        is_locked: columns.read()?,
        is_active: columns.read()?,
        words: columns.read()?,
    })
}

const SELECT: &str = "SELECT account_id, id, product, title, years, renews, locked, active, words FROM cart_item \
     WHERE account_id = $1 ORDER BY id";
const INSERT: &str = "INSERT INTO cart_item (account_id, id, product, title, years, renews, locked, active, words) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const UPDATE: &str = "UPDATE cart_item SET years = $1, renews = $2, locked = $3, active = $4, words = $5 \
     WHERE account_id = $6 AND id = $7";
const DELETE: &str = "DELETE FROM cart_item WHERE account_id = $1 AND id = $2";
const DELETE_ALL: &str = "DELETE FROM cart_item WHERE account_id = $1";
