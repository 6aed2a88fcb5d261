//! Orders: a row for each line.

use engine::model::{AccountId, CertificateId, Goods, Money, OperationId, OrderLine, Product};
use engine::ports::store::{OrderFilter, Orders, OrdersMut, Result, Slice};

use crate::columns::Columns;
use crate::lists::{Lengths, all_of, for_each};
use crate::pages::Listing;
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> Orders for Tables<C> {
    fn order(&self, order: OperationId) -> Result<Vec<OrderLine>> {
        self.sql.all(SELECT, values![order], line)
    }

    fn order_lines(&self, filter: &OrderFilter, slice: &Slice<(OperationId, u32)>) -> Result<Vec<OrderLine>> {
        let (order, place) = slice.after.unwrap_or((OperationId(0), 0));
        listed(filter).slice(&self.sql, &scope(filter), values![order, place, slice.most, slice.skip], line)
    }

    fn count_order_lines(&self, filter: &OrderFilter) -> Result<u64> {
        listed(filter).count(&self.sql, &scope(filter))
    }

    fn orders_of_certificates(
        &self,
        account: AccountId,
        certificates: &[CertificateId],
    ) -> Result<Vec<(CertificateId, OperationId)>> {
        let bought = all_of(&self.sql, OF_CERTIFICATES, certificates.iter().copied(), |columns| {
            Ok((columns.read::<AccountId>()?, (columns.read()?, columns.read()?)))
        })?;
        Ok(bought.into_iter().filter(|(owner, _)| *owner == account).map(|(_, bought)| bought).collect())
    }
}

impl<C: Sql> OrdersMut for Tables<C> {
    fn insert_order_line(&self, line: &OrderLine) -> Result<()> {
        self.update(
            INSERT,
            values![
                line.order,
                line.place,
                line.account,
                line.placed_at,
                line.goods.product(),
                line.goods.title(),
                line.object,
                line.years,
                line.amount.minor,
                line.amount.currency,
                line.refused.as_deref(),
                line.words.as_ref(),
            ],
        )
    }

    fn update_order_line(&self, line: &OrderLine) -> Result<()> {
        self.update(
            UPDATE,
            values![
                line.placed_at,
                line.object,
                line.years,
                line.amount.minor,
                line.amount.currency,
                line.refused.as_deref(),
                line.words.as_ref(),
                line.order,
                line.place,
            ],
        )
    }
}

/// The list of an account, or of a name if one is named.
fn listed(filter: &OrderFilter) -> Listing {
    if filter.name.is_some() { OF_NAME } else { OF_ACCOUNT }
}

/// All products are those whose name is like anything.
fn scope(filter: &OrderFilter) -> Vec<Value<'_>> {
    let product = Value::Text(filter.product.map_or("%", Product::name));
    let name = filter.name.as_ref().map(Value::from);
    let rest = [product, filter.from.into(), filter.until.into()];
    std::iter::once(filter.account.into()).chain(name).chain(rest).collect()
}

fn line(columns: &mut Columns<'_>) -> Result<OrderLine> {
    Ok(OrderLine {
        order: columns.read()?,
        place: columns.read()?,
        account: columns.read()?,
        placed_at: columns.read()?,
        goods: Goods::from_store(columns.read()?, columns.read()?),
        object: columns.read()?,
        years: columns.read()?,
        amount: Money::new(columns.read()?, columns.read()?),
        refused: columns.read()?,
        words: columns.read()?,
    })
}

/// A query for lines: all their columns, then the rest of the statement.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT order_id, place, account_id, placed_at, product, title, object_id, years, amount, currency, refused, \
             words FROM order_line ",
            $rest
        )
    };
}

const SELECT: &str = select!("WHERE order_id = $1 ORDER BY place");
const OF_ACCOUNT: Listing = Listing {
    rows: select!(
        "WHERE account_id = $1 AND product LIKE $2 AND placed_at >= $3 AND placed_at < $4 \
         AND (order_id, place) > ($5, $6) ORDER BY order_id, place LIMIT $7 OFFSET $8"
    ),
    count: "SELECT COUNT(*) FROM order_line WHERE account_id = $1 AND product LIKE $2 AND placed_at >= $3 \
            AND placed_at < $4",
};
const OF_NAME: Listing = Listing {
    rows: select!(
        "WHERE account_id = $1 AND title = $2 AND product LIKE $3 AND placed_at >= $4 AND placed_at < $5 \
         AND (order_id, place) > ($6, $7) ORDER BY order_id, place LIMIT $8 OFFSET $9"
    ),
    count: "SELECT COUNT(*) FROM order_line WHERE account_id = $1 AND title = $2 AND product LIKE $3 \
            AND placed_at >= $4 AND placed_at < $5",
};
const OF_CERTIFICATES: &Lengths = for_each!(
    "SELECT account_id, object_id, order_id FROM order_line WHERE product = 'certificate' AND object_id = "
);
const INSERT: &str = "INSERT INTO order_line (order_id, place, account_id, placed_at, product, title, object_id, years, \
     amount, currency, refused, words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const UPDATE: &str = "UPDATE order_line SET placed_at = $1, object_id = $2, years = $3, amount = $4, currency = $5, \
     refused = $6, words = $7 WHERE order_id = $8 AND place = $9";
