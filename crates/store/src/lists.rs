//! Statements over lists of any length.
//!
//! Each is written for a few fixed lengths and a list is padded to the next one with NULL, which equals nothing, so
//! that there are few statements and each stays prepared. A list beyond the greatest length takes several.
//!
//! They look every item up on its own, one after the other in one statement. A list behind `IN` would say the same, but
//! SQLite first sorts such a list into a table made for that moment, at ten times the cost of a look-up.

use engine::ports::store::Result;

use crate::columns::{Columns, Stored};
use crate::sql::{Sql, Value};

/// The same statement for growing lengths of its list.
pub(crate) type Lengths = [(usize, &'static str)];

/// Runs a statement over all values; `run` gets the text for a length and exactly that many.
fn in_batches(
    statement: &'static Lengths,
    values: &[Value<'_>],
    mut run: impl FnMut(&'static str, &[Value<'_>]) -> Result<()>,
) -> Result<()> {
    let Some(&(longest, _)) = statement.last() else { return Ok(()) };
    for batch in values.chunks(longest) {
        let Some(&(length, sql)) = statement.iter().find(|(length, _)| *length >= batch.len()) else {
            continue;
        };
        let mut padded = batch.to_vec();
        padded.resize(length, Value::Null);
        run(sql, &padded)?;
    }
    Ok(())
}

/// All that a query finds for the items of a list.
pub(crate) fn all_of<'v, T>(
    sql: &impl Sql,
    statement: &'static Lengths,
    items: impl IntoIterator<Item: Into<Value<'v>>>,
    read: fn(&mut Columns<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let values: Vec<Value<'v>> = items.into_iter().map(Into::into).collect();
    let mut found = Vec::with_capacity(values.len());
    in_batches(statement, &values, |text, batch| {
        sql.query(text, batch, &mut |mut columns| {
            found.push(read(&mut columns)?);
            Ok(())
        })
    })?;
    Ok(found)
}

/// The same, of two columns: mostly what has an id, and its name.
pub(crate) fn pairs_of<'v, A: Stored, B: Stored>(
    sql: &impl Sql,
    statement: &'static Lengths,
    items: impl IntoIterator<Item: Into<Value<'v>>>,
) -> Result<Vec<(A, B)>> {
    all_of(sql, statement, items, |columns| Ok((columns.read()?, columns.read()?)))
}

/// A query for every item of a list: `for_each!("SELECT ... WHERE name = ")`. An item that stands in the list twice is
/// found twice.
macro_rules! for_each {
    ($query:expr) => {
        &[
            (1, $crate::lists::union!($query, "$1")),
            (2, $crate::lists::union!($query, "$1", "$2")),
            (3, $crate::lists::union!($query, "$1", "$2", "$3")),
            (4, $crate::lists::union!($query, "$1", "$2", "$3", "$4")),
            (8, $crate::lists::union!($query, "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8")),
            (
                16,
                $crate::lists::union!(
                    $query, "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13",
                    "$14", "$15", "$16"
                ),
            ),
        ]
    };
}

/// One query for each parameter, all in one statement.
macro_rules! union {
    ($query:expr, $first:literal $(, $more:literal)*) => {
        concat!($query, $first $(, " UNION ALL ", $query, $more)*)
    };
}

pub(crate) use for_each;
pub(crate) use union;

#[cfg(test)]
mod tests {
    use super::*;

    const STATEMENT: &Lengths = for_each!("SELECT ");

    fn batches(count: i64) -> Vec<(usize, Vec<Option<i64>>)> {
        let values: Vec<_> = (0..count).map(Value::Int).collect();
        let mut seen = Vec::new();
        in_batches(STATEMENT, &values, |sql, batch| {
            let number = |value: &Value<'_>| match value {
                Value::Int(number) => Some(*number),
                _ => None,
            };
            seen.push((sql.matches('$').count(), batch.iter().map(number).collect()));
            Ok(())
        })
        .unwrap();
        seen
    }

    #[test]
    fn every_item_has_a_query_of_its_own() {
        assert_eq!(STATEMENT[1], (2, "SELECT $1 UNION ALL SELECT $2"));
    }

    #[test]
    fn pads_to_the_next_length_with_nothing() {
        assert_eq!(batches(0), []);
        assert_eq!(batches(1), [(1, vec![Some(0)])]);
        let five = batches(5);
        assert_eq!((five[0].0, five[0].1.len()), (8, 8));
        assert_eq!(five[0].1[4..], [Some(4), None, None, None]);
        let long = batches(18);
        assert_eq!((long[0].0, long[0].1.len()), (16, 16));
        assert_eq!(long[1], (2, vec![Some(16), Some(17)]));
    }
}
