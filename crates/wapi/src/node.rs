//! What a request says, whichever format it is written in.

/// A piece of a request. Numbers and booleans are texts, as clients of either format send them as they like; what is
/// repeated is a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    /// Nothing.
    pub(crate) const fn nothing() -> Self {
        Self::Text(String::new())
    }

    /// Whether it says nothing: clients write an absent value as an empty text, a space, null, an empty list or an empty
    /// object.
    pub(crate) fn is_nothing(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Map(entries) => entries.is_empty(),
        }
    }

    /// The entry with a name, if there is one and it says something.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Map(entries) = self else { return None };
        let entry = entries.iter().find(|(key, _)| key == name)?;
        Some(&entry.1).filter(|node| !node.is_nothing())
    }

    /// The text, without the white space around it.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()),
            _ => None,
        }
    }

    /// The items of what may be a list, whichever way clients write one: a list, an object whose keys do not matter, or a
    /// single thing.
    pub(crate) fn items(&self) -> Vec<&Self> {
        match self {
            Self::List(items) => items.iter().collect(),
            Self::Map(entries) => entries.iter().map(|(_, node)| node).collect(),
            single => vec![single],
        }
    }

    /// Every text in what may be a list, however deep: clients wrap lists in one name, in numbered ones, or in none.
    pub(crate) fn texts(&self) -> Vec<&str> {
        match self {
            nothing if nothing.is_nothing() => Vec::new(),
            Self::Text(text) => vec![text.trim()],
            Self::List(items) => items.iter().flat_map(Self::texts).collect(),
            Self::Map(entries) => entries.iter().flat_map(|(_, node)| node.texts()).collect(),
        }
    }
}

/// How much a request may hold.
pub(crate) struct Bounds {
    pub(crate) depth: usize,
    pub(crate) nodes: usize,
}

/// The deepest that any command has to go is a list of name servers with lists of addresses.
pub(crate) const BOUNDS: Bounds = Bounds { depth: 16, nodes: 5_000 };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_a_list_is_wrapped_its_texts_are_found() {
        let text = |text: &str| Node::Text(text.to_owned());
        let both = Node::List(vec![text(" a "), text("b")]);
        let named = Node::Map(vec![("ip".to_owned(), both.clone())]);
        let numbered = Node::Map(vec![("1".to_owned(), text("a")), ("0".to_owned(), text("b"))]);
        for list in [both, named, numbered] {
            assert_eq!(list.texts(), ["a", "b"], "{list:?}");
        }
        assert_eq!(text("a").texts(), ["a"]);
        for nothing in [text(" "), Node::List(vec![]), Node::Map(vec![("ip".to_owned(), text(""))])] {
            assert!(nothing.texts().is_empty(), "{nothing:?}");
        }
    }
}
