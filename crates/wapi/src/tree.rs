//! What an answer says, before it is written in a format.

/// A piece of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    /// `null` in JSON, an empty element in XML.
    Nothing,
    Text(String),
    Number(i64),
    /// `true` in JSON, `1` in XML.
    Truth(bool),
    Map(Vec<(&'static str, Tree)>),
    /// An array in JSON; in XML an element of its name for each item.
    List(Vec<Tree>),
    /// A list whose items have keys.
    Keyed(Items),
}

/// A list whose items have keys: an object in JSON, as PHP writes an array whose keys do not count up from zero; in XML
/// an element for each item, without its key.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Items {
    /// The name of the elements; `None`: that of the list itself, which then has no element of its own.
    pub(crate) element: Option<&'static str>,
    pub(crate) items: Vec<(String, Tree)>,
}

impl Tree {
    /// A text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A text, or nothing.
    pub(crate) fn optional(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Nothing, Self::text)
    }

    /// `1` or `0` as a text.
    pub(crate) fn flag(set: bool) -> Self {
        Self::text(if set { "1" } else { "0" })
    }

    /// An object.
    pub(crate) fn map(entries: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        Self::Map(entries.into_iter().collect())
    }

    /// A list of texts.
    pub(crate) fn texts(texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }
}
