//! Lists of an account's domains.
//!
//! Each order has an index that holds all of its key, so a list is read on from where a slice ended, at the cost of what
//! is read. A filter is looked at row by row. A list without filter is counted from an index alone.
//!
//! A database picks one index for a statement, and of two bounds on one column it heeds the first. So a statement hides
//! from it the columns that its order is not by, and where filter and key bound the same column both say the narrower.

#[cfg(test)]
mod work;

use engine::model::Domain;
use engine::ports::store::{DomainFilter, DomainKey, DomainOrder, Result, Slice};

use crate::columns;
use crate::domains::{domain, select_domains};
use crate::patterns::Like;
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

/// A slice of a list.
pub(crate) fn slice<C: Sql>(
    tables: &Tables<C>,
    filter: &DomainFilter<'_>,
    order: (DomainOrder, bool),
    slice: &Slice<DomainKey>,
) -> Result<Vec<Domain>> {
    let filter = Filter::of(filter);
    let (statement, values) = filter.slice(order, slice);
    tables.sql.all(statement, &values, domain)
}

/// How many domains there are in a list.
pub(crate) fn count<C: Sql>(tables: &Tables<C>, filter: &DomainFilter<'_>) -> Result<u64> {
    let sifted = Filter::of(filter);
    let found = match sifted.is_open() {
        true => tables.sql.one(COUNT_ALL, values![filter.owner], columns::only)?,
        false => tables.sql.one(COUNT, &sifted.values(), columns::only)?,
    };
    Ok(found.unwrap_or_default())
}

/// A number to begin behind: that of a row, or what comes before all.
fn first_or(number: Option<i64>, descending: bool) -> Value<'static> {
    Value::Int(number.unwrap_or(if descending { i64::MAX } else { i64::MIN }))
}

/// What a filter comes to in a statement: parts that say nothing let everything through.
struct Filter<'f> {
    asked: &'f DomainFilter<'f>,
    like: Like,
}

impl<'f> Filter<'f> {
    fn of(asked: &'f DomainFilter<'f>) -> Self {
        Self { asked, like: Like::from(asked.pattern) }
    }

    fn values(&self) -> [Value<'_>; 10] {
        let DomainFilter { owner, zone, expires_from, expires_before, is_deleted, is_held, tag, .. } =
            self.asked;
        [
            Value::from(*owner),
            Value::from(&self.like.from),
            Value::from(&self.like.to),
            Value::from(&self.like.like),
            Value::from(zone.map_or("", |zone| zone.as_str())),
            Value::from(*expires_from),
            Value::from(*expires_before),
            Value::Int(is_deleted.map_or(-1, i64::from)),
            Value::Int(is_held.map_or(-1, i64::from)),
            Value::from(tag.map_or("", |tag| tag.as_str())),
        ]
    }

    /// The statement for a slice of what it lets through, and its values.
    fn slice<'v>(
        &'v self,
        (by, descending): (DomainOrder, bool),
        slice: &'v Slice<DomainKey>,
    ) -> (&'static str, Vec<Value<'v>>) {
        let after = slice.after.as_ref();
        let mut values = self.values().to_vec();
        if let Some(key) = after {
            self.narrow(&mut values, key, (by, descending));
        }
        let behind = |number: fn(&DomainKey) -> i64| first_or(after.map(number), descending);
        match by {
            DomainOrder::Name => values.push(match after {
                Some(key) => Value::from(&key.name),
                None => Value::from(if descending { "~" } else { "" }),
            }),
            DomainOrder::Created => values.push(behind(|key| key.id.0)),
            DomainOrder::Updated => {
                values.extend([behind(|key| key.updated_at.millis()), behind(|key| key.id.0)]);
            }
            DomainOrder::Expiry => {
                values.extend([behind(|key| key.expires_at.millis()), behind(|key| key.id.0)]);
            }
        }
        values.extend([Value::from(slice.most), Value::from(slice.skip)]);
        (statement(by, descending), values)
    }

    /// Has the bounds of the column that the order is by say no less than the key does.
    fn narrow<'v>(&'v self, values: &mut [Value<'v>], key: &'v DomainKey, order: (DomainOrder, bool)) {
        let (from, before) = (self.asked.expires_from, self.asked.expires_before);
        match order {
            (DomainOrder::Name, false) => {
                values[FROM_NAME] = Value::from(key.name.as_str().max(&self.like.from))
            }
            (DomainOrder::Name, true) => values[TO_NAME] = Value::from(key.name.as_str().min(&self.like.to)),
            (DomainOrder::Expiry, false) => values[EXPIRES_FROM] = Value::from(key.expires_at.max(from)),
            (DomainOrder::Expiry, true) => {
                values[EXPIRES_BEFORE] = Value::from(key.expires_at.plus_millis(1).min(before));
            }
            (DomainOrder::Created | DomainOrder::Updated, _) => {}
        }
    }

    /// Whether it lets everything through.
    fn is_open(&self) -> bool {
        let values = self.values();
        let said = [values[4], values[7], values[8], values[9]];
        self.like.like == "%"
            && said == [Value::Text(""), Value::Int(-1), Value::Int(-1), Value::Text("")]
            && [values[5], values[6]] == [Value::Int(i64::MIN), Value::Int(i64::MAX)]
    }
}

const fn statement(by: DomainOrder, descending: bool) -> &'static str {
    match (by, descending) {
        (DomainOrder::Name, false) => BY_NAME,
        (DomainOrder::Name, true) => BY_NAME_BACK,
        (DomainOrder::Created, false) => BY_AGE,
        (DomainOrder::Created, true) => BY_AGE_BACK,
        (DomainOrder::Updated, false) => BY_UPDATE,
        (DomainOrder::Updated, true) => BY_UPDATE_BACK,
        (DomainOrder::Expiry, false) => BY_EXPIRY,
        (DomainOrder::Expiry, true) => BY_EXPIRY_BACK,
    }
}

/// Places among the values of a filter.
const FROM_NAME: usize = 1;
const TO_NAME: usize = 2;
const EXPIRES_FROM: usize = 5;
const EXPIRES_BEFORE: usize = 6;

/// The condition of every list, with the name and the expiry as they are to be looked at. The two bits are those of
/// clientHold and serverHold.
macro_rules! filter {
    ($name:literal, $expiry:literal) => {
        concat!(
            "WHERE sponsor = $1 AND ",
            $name,
            " >= $2 AND ",
            $name,
            " <= $3 AND name LIKE $4 ESCAPE '!' AND ($5 = '' OR zone = $5) AND ",
            $expiry,
            " >= $6 AND ",
            $expiry,
            " < $7 AND ($8 < 0 OR $8 = CASE WHEN redemption IS NULL THEN 0 ELSE 1 END) \
             AND ($9 < 0 OR $9 = CASE WHEN (statuses & 66) = 0 THEN 0 ELSE 1 END) \
             AND ($10 = '' OR id IN (SELECT domain_id FROM domain_tag WHERE sponsor = $1 AND tag = $10))"
        )
    };
}

/// A slice: of what passes a filter, behind a key, in an order, so many. What is an expression in the filter is looked at
/// in no index.
macro_rules! slice {
    (($name:literal, $expiry:literal), $behind:literal, $order:literal, $window:literal) => {
        select_domains!(filter!($name, $expiry), " AND ", $behind, " ORDER BY ", $order, $window)
    };
}

const BY_NAME: &str = slice!(("name", "expires_at + 0"), "name > $11", "name", " LIMIT $12 OFFSET $13");
const BY_NAME_BACK: &str =
    slice!(("name", "expires_at + 0"), "name < $11", "name DESC", " LIMIT $12 OFFSET $13");
const BY_AGE: &str = slice!(("name || ''", "expires_at + 0"), "id > $11", "id", " LIMIT $12 OFFSET $13");
const BY_AGE_BACK: &str =
    slice!(("name || ''", "expires_at + 0"), "id < $11", "id DESC", " LIMIT $12 OFFSET $13");
const BY_UPDATE: &str = slice!(
    ("name || ''", "expires_at + 0"),
    "COALESCE(updated_at, created_at) >= $11 AND (COALESCE(updated_at, created_at), id) > ($11, $12)",
    "COALESCE(updated_at, created_at), id",
    " LIMIT $13 OFFSET $14"
);
const BY_UPDATE_BACK: &str = slice!(
    ("name || ''", "expires_at + 0"),
    "COALESCE(updated_at, created_at) <= $11 AND (COALESCE(updated_at, created_at), id) < ($11, $12)",
    "COALESCE(updated_at, created_at) DESC, id DESC",
    " LIMIT $13 OFFSET $14"
);
const BY_EXPIRY: &str = slice!(
    ("name || ''", "expires_at"),
    "(expires_at, id) > ($11, $12)",
    "expires_at, id",
    " LIMIT $13 OFFSET $14"
);
const BY_EXPIRY_BACK: &str = slice!(
    ("name || ''", "expires_at"),
    "(expires_at, id) < ($11, $12)",
    "expires_at DESC, id DESC",
    " LIMIT $13 OFFSET $14"
);
const COUNT: &str = concat!("SELECT COUNT(*) FROM domain ", filter!("name", "expires_at"));
const COUNT_ALL: &str = "SELECT COUNT(*) FROM domain WHERE sponsor = $1";
