//! What a command tells: a tree of fields, the same for all forms.

use std::borrow::Cow;

/// A name of a field: most are fixed, those of lists end with a number.
pub(crate) type Name = Cow<'static, str>;

/// Fields in the order in which they are written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(Vec<Field>);

/// One field.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) name: Name,
    pub(crate) content: Content,
    /// The forms that have it.
    pub(crate) place: Place,
    /// Attributes of the element in XML.
    pub(crate) attributes: Vec<(&'static str, String)>,
    /// Whether lines do not end within its element in XML.
    pub(crate) is_dense: bool,
}

/// What a field holds.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    Text(String),
    Fields(Fields),
}

/// Which forms have a field. Lists differ: repeated elements in XML, numbered keys in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Everywhere,
    /// XML alone.
    Xml,
    /// Text and HTML alone.
    Text,
}

impl Fields {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// With a field of a text.
    #[must_use]
    pub(crate) fn one(self, name: impl Into<Name>, value: impl Into<String>) -> Self {
        self.with(name.into(), Content::Text(value.into()), Place::Everywhere)
    }

    /// With a field of a text in XML alone.
    #[must_use]
    pub(crate) fn xml(self, name: impl Into<Name>, value: impl Into<String>) -> Self {
        self.with(name.into(), Content::Text(value.into()), Place::Xml)
    }

    /// With a field of a text in text and HTML alone.
    #[must_use]
    pub(crate) fn text(self, name: impl Into<Name>, value: impl Into<String>) -> Self {
        self.with(name.into(), Content::Text(value.into()), Place::Text)
    }

    /// With an element around other fields, which stand flat in the other forms.
    #[must_use]
    pub(crate) fn group(self, name: impl Into<Name>, inner: Self) -> Self {
        self.with(name.into(), Content::Fields(inner), Place::Everywhere)
    }

    /// With an element around other fields, in XML alone.
    #[must_use]
    pub(crate) fn xml_group(self, name: impl Into<Name>, inner: Self) -> Self {
        self.with(name.into(), Content::Fields(inner), Place::Xml)
    }

    /// With attributes at the field that was added last.
    #[must_use]
    pub(crate) fn marked(mut self, attributes: Vec<(&'static str, String)>) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.attributes = attributes;
        }
        self
    }

    /// With no line ends within the group that was added last: clients take them for texts.
    #[must_use]
    pub(crate) fn dense(mut self) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.is_dense = true;
        }
        self
    }

    /// With a list: a repeated element in XML, numbered keys in the other forms.
    #[must_use]
    pub(crate) fn list(self, element: &'static str, key: &str, values: &[String]) -> Self {
        let fields = values.iter().fold(self, |fields, value| fields.xml(element, value.clone()));
        let numbered = values.iter().enumerate();
        numbered
            .fold(fields, |fields, (place, value)| fields.text(format!("{key}{}", place + 1), value.clone()))
    }

    /// With one of a list: an element around its cells in XML, cells with its number behind their names in the other forms.
    #[must_use]
    pub(crate) fn row(self, element: &'static str, place: usize, cells: Vec<(&'static str, String)>) -> Self {
        let inner = cells.iter().fold(Self::new(), |inner, (name, value)| inner.xml(*name, value.clone()));
        let fields = self.xml_group(element, inner);
        cells.into_iter().fold(fields, |fields, (name, value)| fields.text(format!("{name}{place}"), value))
    }

    /// With more fields in the element of the row that was added last.
    #[must_use]
    pub(crate) fn inside_row(mut self, more: Self) -> Self {
        let rows = self.0.iter_mut().rev().filter(|field| field.place == Place::Xml);
        let mut last = rows.filter_map(|field| match &mut field.content {
            Content::Fields(inner) => Some(inner),
            Content::Text(_) => None,
        });
        if let Some(inner) = last.next() {
            inner.0.extend(more.0);
        }
        self
    }

    /// With an attribute at the element of the row that was added last.
    #[must_use]
    pub(crate) fn marked_row(mut self, name: &'static str, value: &str) -> Self {
        if let Some(element) = self.0.iter_mut().rev().find(|field| field.place == Place::Xml) {
            element.attributes.push((name, value.to_owned()));
        }
        self
    }

    /// With all of some other fields behind these.
    #[must_use]
    pub(crate) fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    fn with(mut self, name: Name, content: Content, place: Place) -> Self {
        self.0.push(Field { name, content, place, attributes: Vec::new(), is_dense: false });
        self
    }

    /// The fields.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Field> {
        self.0.iter()
    }
}
