//! One way to read an answer, whether it came in XML or in JSON: what the two can say of each other is the same.

use super::super::forms::Document;

/// A place in a document: an element, or a value.
#[derive(Clone, Copy)]
pub(super) enum Node<'d> {
    Xml(roxmltree::Node<'d, 'd>),
    Json(&'d serde_json::Value),
}

impl<'d> Node<'d> {
    /// What holds the root: the document itself; `None` if it is neither.
    pub(super) fn root(document: &Document<'d>) -> Option<Self> {
        match document {
            Document::Xml(document) => Some(Self::Xml(document.root())),
            Document::Json(value) => Some(Self::Json(value)),
            Document::Lines(_) => None,
        }
    }

    /// The first child of this name.
    pub(super) fn child(self, name: &str) -> Option<Self> {
        match self {
            Self::Xml(node) => node.children().find(|child| child.tag_name().name() == name).map(Self::Xml),
            Self::Json(value) => value.get(name).map(Self::Json),
        }
    }

    /// Its text; a number as it is written. What has children of its own has none.
    pub(super) fn text(self) -> String {
        match self {
            Self::Xml(node) => node.children().filter_map(|piece| piece.text()).collect(),
            Self::Json(serde_json::Value::String(text)) => text.clone(),
            Self::Json(serde_json::Value::Number(number)) => number.to_string(),
            Self::Json(_) => String::new(),
        }
    }
}
