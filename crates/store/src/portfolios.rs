//! Lists of an account's domains.
//!
//! Each order has an index that holds all of its key, so a list is read on from where a slice ended, at the cost of what
//! is read. A filter is looked at row by row. A list without filter is counted from an index alone.

#[cfg(test)]
mod work;

use engine::model::Domain;
use engine::ports::store::{DomainFilter, DomainKey, DomainOrder, Result, Slice};

use crate::columns;
use crate::domains::domain;
use crate::patterns::Like;
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

/// A slice of a list.
pub(crate) fn slice<C: Sql>(
    tables: &Tables<C>,
    filter: &DomainFilter<'_>,
    (by, descending): (DomainOrder, bool),
    slice: &Slice<DomainKey>,
) -> Result<Vec<Domain>> {
    let filter = Filter::of(filter);
    let mut values = filter.values().to_vec();
    match (by, &slice.after) {
        (DomainOrder::Name, Some(key)) => values.push(Value::from(&key.name)),
        (DomainOrder::Name, None) => values.push(Value::from(if descending { "~" } else { "" })),
        (DomainOrder::Created, after) => {
            values.push(first_or(after.as_ref().map(|key| key.id.0), descending))
        }
        (DomainOrder::Updated, after) => {
            values.push(first_or(after.as_ref().map(|key| key.updated_at.millis()), descending));
            values.push(first_or(after.as_ref().map(|key| key.id.0), descending));
        }
        (DomainOrder::Expiry, after) => {
            values.push(first_or(after.as_ref().map(|key| key.expires_at.millis()), descending));
            values.push(first_or(after.as_ref().map(|key| key.id.0), descending));
        }
    }
    values.extend([Value::from(slice.most), Value::from(slice.skip)]);
    tables.sql.all(statement(by, descending), &values, domain)
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

/// The condition of every list. The two bits are those of clientHold and serverHold.
macro_rules! filter {
    () => {
        "FROM domain WHERE sponsor = $1 AND name >= $2 AND name <= $3 AND name LIKE $4 ESCAPE '!' \
         AND ($5 = '' OR zone = $5) AND expires_at >= $6 AND expires_at < $7 \
         AND ($8 < 0 OR $8 = CASE WHEN redemption IS NULL THEN 0 ELSE 1 END) \
         AND ($9 < 0 OR $9 = CASE WHEN (statuses & 66) = 0 THEN 0 ELSE 1 END) \
         AND ($10 = '' OR id IN (SELECT domain_id FROM domain_tag WHERE sponsor = $1 AND tag = $10))"
    };
}

/// A slice: behind a key, in an order, so many.
macro_rules! slice {
    ($behind:literal, $order:literal, $window:literal) => {
        concat!(
            "SELECT id, name, zone, sponsor, creator, created_at, updater, updated_at, expires_at, renewal, time_out, \
             transferred_at, statuses, status_notes, authinfo, nsset, host_attributes, dnssec, grace, redemption ",
            filter!(),
            " AND ",
            $behind,
            " ORDER BY ",
            $order,
            $window
        )
    };
}

const BY_NAME: &str = slice!("name > $11", "name", " LIMIT $12 OFFSET $13");
const BY_NAME_BACK: &str = slice!("name < $11", "name DESC", " LIMIT $12 OFFSET $13");
const BY_AGE: &str = slice!("id > $11", "id", " LIMIT $12 OFFSET $13");
const BY_AGE_BACK: &str = slice!("id < $11", "id DESC", " LIMIT $12 OFFSET $13");
const BY_UPDATE: &str = slice!(
    "(COALESCE(updated_at, created_at), id) > ($11, $12)",
    "COALESCE(updated_at, created_at), id",
    " LIMIT $13 OFFSET $14"
);
const BY_UPDATE_BACK: &str = slice!(
    "(COALESCE(updated_at, created_at), id) < ($11, $12)",
    "COALESCE(updated_at, created_at) DESC, id DESC",
    " LIMIT $13 OFFSET $14"
);
const BY_EXPIRY: &str = slice!("(expires_at, id) > ($11, $12)", "expires_at, id", " LIMIT $13 OFFSET $14");
const BY_EXPIRY_BACK: &str =
    slice!("(expires_at, id) < ($11, $12)", "expires_at DESC, id DESC", " LIMIT $13 OFFSET $14");
const COUNT: &str = concat!("SELECT COUNT(*) ", filter!());
const COUNT_ALL: &str = "SELECT COUNT(*) FROM domain WHERE sponsor = $1";
