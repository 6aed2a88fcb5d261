//! Reading rows: one column after the other, each as the type that the caller's struct asks for.

use engine::Fault;
use engine::model::{Status, StatusNote, Statuses};
use engine::ports::store::Result;
use serde::de::DeserializeOwned;

use crate::sql::Value;

/// A row as an adapter shows it.
pub(crate) trait Row {
    /// The value in a column, counted from zero.
    fn value(&self, column: usize) -> Result<Value<'_>>;

    /// The statement the row comes from, to name it when a value makes no sense.
    fn statement(&self) -> &'static str;
}

/// Something that a column holds.
pub(crate) trait Stored: Sized {
    /// Makes it from a column's value; `None` if that makes no sense.
    fn read(value: Value<'_>) -> Option<Self>;
}

/// The columns of a row, read from left to right.
pub(crate) struct Columns<'r> {
    row: &'r dyn Row,
    next: usize,
}

impl<'r> Columns<'r> {
    /// Starts at the leftmost column.
    pub(crate) fn new(row: &'r dyn Row) -> Self {
        Self { row, next: 0 }
    }

    /// The next column.
    pub(crate) fn read<T: Stored>(&mut self) -> Result<T> {
        T::read(self.value()?).ok_or_else(|| self.nonsense("no such value"))
    }

    /// The next column as text, without copying it.
    pub(crate) fn text(&mut self) -> Result<&'r str> {
        match self.value()? {
            Value::Text(text) => Ok(text),
            Value::Null | Value::Int(_) | Value::Bytes(_) => Err(self.nonsense("no text")),
        }
    }

    /// The next column as bytes, without copying them.
    pub(crate) fn bytes(&mut self) -> Result<&'r [u8]> {
        match self.value()? {
            Value::Bytes(bytes) => Ok(bytes),
            Value::Null | Value::Int(_) | Value::Text(_) => Err(self.nonsense("no bytes")),
        }
    }

    /// The next column, a JSON document that is always there.
    pub(crate) fn document<T: DeserializeOwned>(&mut self) -> Result<T> {
        let found = self.optional_document()?;
        found.ok_or_else(|| self.nonsense("no document"))
    }

    /// The next column, a JSON document or NULL.
    pub(crate) fn optional_document<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
        match self.value()? {
            Value::Null => Ok(None),
            Value::Text(text) => serde_json::from_str(text).map(Some).map_err(|error| self.nonsense(error)),
            Value::Int(_) | Value::Bytes(_) => Err(self.nonsense("no text")),
        }
    }

    /// The next two columns: a set of statuses and the notes beside them.
    pub(crate) fn statuses(&mut self) -> Result<Statuses> {
        let bits = self.read()?;
        let notes: Option<Vec<(String, StatusNote)>> = self.optional_document()?;
        let notes =
            notes.unwrap_or_default().into_iter().map(|(name, note)| Some((Status::parse(&name)?, note)));
        let notes = notes.collect::<Option<_>>().ok_or_else(|| self.nonsense("unknown status"))?;
        Ok(Statuses::from_store(bits, notes))
    }

    fn value(&mut self) -> Result<Value<'r>> {
        let value = self.row.value(self.next)?;
        self.next += 1;
        Ok(value)
    }

    /// The fault of the column just read. The value itself is left out: it may be personal.
    pub(crate) fn nonsense(&self, what: impl std::fmt::Display) -> Fault {
        Fault::internal(format!("column {} of `{}` makes no sense: {what}", self.next, self.row.statement()))
    }
}

/// Reads a row that has one column.
pub(crate) fn only<T: Stored>(columns: &mut Columns<'_>) -> Result<T> {
    columns.read()
}
