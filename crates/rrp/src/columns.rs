//! Properties of an answer: columns of values.

use std::borrow::Cow;

/// Columns in the order in which they are written. A name is lower case with spaces between its words; each face writes it
/// in its own way.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns(Vec<(Cow<'static, str>, Vec<String>)>);

impl Columns {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// With a column of one value.
    #[must_use]
    pub(crate) fn one(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.0.push((name.into(), vec![value.into()]));
        self
    }

    /// With a column of one value, if there is one.
    #[must_use]
    pub(crate) fn maybe(self, name: impl Into<Cow<'static, str>>, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.one(name, value),
            None => self,
        }
    }

    /// With a column of values; none if there are none.
    #[must_use]
    pub(crate) fn many(mut self, name: impl Into<Cow<'static, str>>, values: Vec<String>) -> Self {
        if !values.is_empty() {
            self.0.push((name.into(), values));
        }
        self
    }

    /// With a column that has a value from each row.
    #[must_use]
    pub(crate) fn each<T>(
        self,
        name: impl Into<Cow<'static, str>>,
        rows: &[T],
        value: impl Fn(&T) -> String,
    ) -> Self {
        self.many(name, rows.iter().map(value).collect())
    }

    /// The columns with their values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(name, values)| (name.as_ref(), values.as_slice()))
    }
}
