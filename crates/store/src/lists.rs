//! Statements over lists of any length.
//!
//! Each is written for a few fixed lengths and a list is padded to the next one by naming its last item again, so
//! that there are few statements and each stays prepared. A list beyond the greatest length takes several.

use engine::ports::store::Result;

use crate::columns::Stored;
use crate::sql::{Sql, Value};

/// The same statement for growing lengths of its list.
pub(crate) type Lengths = [(usize, &'static str)];

/// Runs a statement over all items; `run` gets the text for a length and exactly that many items.
pub(crate) fn in_batches<'i, T>(
    statement: &'static Lengths,
    items: &'i [T],
    mut run: impl FnMut(&'static str, &mut dyn Iterator<Item = &'i T>) -> Result<()>,
) -> Result<()> {
    let Some(&(longest, _)) = statement.last() else { return Ok(()) };
    for batch in items.chunks(longest) {
        let Some(last) = batch.last() else { continue };
        let Some(&(length, sql)) = statement.iter().find(|(length, _)| *length >= batch.len()) else {
            continue;
        };
        run(sql, &mut batch.iter().chain(std::iter::repeat_n(last, length - batch.len())))?;
    }
    Ok(())
}

/// The names of what has one of some ids.
pub(crate) fn named<I, N>(sql: &impl Sql, statement: &'static Lengths, ids: &[I]) -> Result<Vec<(I, N)>>
where
    I: Copy + Stored,
    for<'v> Value<'v>: From<I>,
    N: Stored,
{
    let mut found = Vec::with_capacity(ids.len());
    in_batches(statement, ids, |text, batch| {
        let values: Vec<Value<'_>> = batch.map(|id| Value::from(*id)).collect();
        sql.query(text, &values, &mut |mut columns| {
            found.push((columns.read()?, columns.read()?));
            Ok(())
        })
    })?;
    Ok(found)
}

/// A statement with a list of single values from `$1` on: `where_in!("SELECT ... IN (", ")")`.
macro_rules! where_in {
    ($before:literal, $after:literal) => {
        &[
            (1, concat!($before, "$1", $after)),
            (2, concat!($before, "$1, $2", $after)),
            (4, concat!($before, "$1, $2, $3, $4", $after)),
            (8, concat!($before, "$1, $2, $3, $4, $5, $6, $7, $8", $after)),
            (
                16,
                concat!(
                    $before,
                    "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16",
                    $after
                ),
            ),
        ]
    };
}

pub(crate) use where_in;

#[cfg(test)]
mod tests {
    use super::*;

    const STATEMENT: &Lengths = where_in!("(", ")");

    fn batches(count: usize) -> Vec<(usize, Vec<usize>)> {
        let items: Vec<usize> = (0..count).collect();
        let mut seen = Vec::new();
        in_batches(STATEMENT, &items, |sql, batch| {
            seen.push((sql.matches('$').count(), batch.copied().collect()));
            Ok(())
        })
        .unwrap();
        seen
    }

    #[test]
    fn pads_to_the_next_length_with_the_last_item() {
        assert_eq!(batches(0), []);
        assert_eq!(batches(1), [(1, vec![0])]);
        assert_eq!(batches(3), [(4, vec![0, 1, 2, 2])]);
        let long = batches(18);
        assert_eq!((long[0].0, long[0].1.len()), (16, 16));
        assert_eq!(long[1], (2, vec![16, 17]));
    }
}
