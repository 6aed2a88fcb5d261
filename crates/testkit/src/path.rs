use std::fmt;

use roxmltree::Node;

/// A place in an answer: `domain:chkData/domain:cd[2]/domain:name@avail`.
///
/// The first step is looked for at any depth, every further one among the children of what was found. `[n]` takes the
/// n-th of all that were found so far, counted from 1. A name without prefix is one of EPP's own. `@name` at the end
/// is an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    text: String,
    steps: Vec<Step>,
    attribute: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    namespace: &'static str,
    name: String,
    index: Option<usize>,
}

impl Path {
    /// Reads a path; `None` if it is none, or its prefix is not known.
    pub fn parse(text: &str) -> Option<Self> {
        let (steps, attribute) =
            text.split_once('@').map_or((text, None), |(steps, name)| (steps, Some(name)));
        if attribute.is_some_and(|name| !is_name(name)) {
            return None;
        }
        let steps = steps.split('/').map(Step::parse).collect::<Option<Vec<_>>>()?;
        Some(Self { text: text.to_owned(), steps, attribute: attribute.map(str::to_owned) })
    }

    /// The texts at this place under `root`, white space around them taken off. An element without the attribute
    /// asked for has none.
    pub fn texts(&self, root: Node<'_, '_>) -> Vec<String> {
        let value = |node: Node<'_, '_>| match &self.attribute {
            Some(name) => node.attribute(name.as_str()).map(str::to_owned),
            None => Some(text_of(node).trim().to_owned()),
        };
        self.nodes(root).into_iter().filter_map(value).collect()
    }

    fn nodes<'a, 'i>(&self, root: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
        let mut found: Vec<Node<'a, 'i>> = Vec::new();
        for (depth, step) in self.steps.iter().enumerate() {
            let pool: Vec<_> = match depth {
                0 => root.descendants().collect(),
                _ => found.iter().flat_map(Node::children).collect(),
            };
            found = step.take(pool);
        }
        found
    }
}

impl Step {
    fn parse(text: &str) -> Option<Self> {
        let (name, index) = match text.strip_suffix(']').and_then(|text| text.split_once('[')) {
            Some((name, index)) => (name, Some(index.parse().ok().filter(|index| *index > 0)?)),
            None => (text, None),
        };
        let (namespace, name) = match name.split_once(':') {
            Some((prefix, name)) => (NAMESPACES.iter().find(|(known, _)| *known == prefix)?.1, name),
            None => (EPP, name),
        };
        is_name(name).then(|| Self { namespace, name: name.to_owned(), index })
    }

    fn take<'a, 'i>(&self, pool: Vec<Node<'a, 'i>>) -> Vec<Node<'a, 'i>> {
        let named = pool
            .into_iter()
            .filter(|node| node.is_element() && node.has_tag_name((self.namespace, self.name.as_str())));
        match self.index {
            Some(index) => named.skip(index - 1).take(1).collect(),
            None => named.collect(),
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

/// EPP's own namespace.
pub(crate) const EPP: &str = "urn:ietf:params:xml:ns:epp-1.0";

/// The prefixes that paths and requests may use.
pub(crate) const NAMESPACES: [(&str, &str); 33] = [
    ("domain", "urn:ietf:params:xml:ns:domain-1.0"),
    ("contact", "urn:ietf:params:xml:ns:contact-1.0"),
    ("host", "urn:ietf:params:xml:ns:host-1.0"),
    ("secDNS", "urn:ietf:params:xml:ns:secDNS-1.1"),
    ("rgp", "urn:ietf:params:xml:ns:rgp-1.0"),
    ("loginSec", "urn:ietf:params:xml:ns:epp:loginSec-1.0"),
    ("dx", "http://www.nominet.org.uk/epp/xml/domain-nom-ext-1.2"),
    ("cx", "http://www.nominet.org.uk/epp/xml/contact-nom-ext-1.0"),
    ("rel", "http://www.nominet.org.uk/epp/xml/std-release-1.0"),
    ("hs", "http://www.nominet.org.uk/epp/xml/std-handshake-1.0"),
    ("list", "http://www.nominet.org.uk/epp/xml/std-list-1.0"),
    ("unr", "http://www.nominet.org.uk/epp/xml/std-unrenew-1.0"),
    ("fork", "http://www.nominet.org.uk/epp/xml/std-fork-1.0"),
    ("lock", "http://www.nominet.org.uk/epp/xml/std-locks-1.0"),
    ("cid", "http://www.nominet.org.uk/epp/xml/std-contact-id-1.0"),
    ("warning", "http://www.nominet.org.uk/epp/xml/std-warning-1.1"),
    ("ntf", "http://www.nominet.org.uk/epp/xml/std-notifications-1.2"),
    ("tag", "http://www.nominet.org.uk/epp/xml/nom-tag-1.0"),
    ("res", "http://www.nominet.org.uk/epp/xml/nom-reseller-1.0"),
    ("ror", "http://www.nominet.org.uk/epp/xml/nom-direct-rights-1.0"),
    ("abuse", "http://www.nominet.org.uk/epp/xml/nom-abuse-feed-1.0"),
    ("dq", "http://www.nominet.org.uk/epp/xml/nom-data-quality-1.1"),
    ("ntfo", "http://www.nominet.org.uk/epp/xml/std-notifications-1.0"),
    ("nxt", "http://www.nominet.org.uk/epp/xml/nom-notifications-2.1"),
    ("nd", "http://www.nominet.org.uk/epp/xml/nom-domain-1.2"),
    ("na", "http://www.nominet.org.uk/epp/xml/nom-account-1.1"),
    ("nc", "http://www.nominet.org.uk/epp/xml/nom-contact-1.1"),
    ("nn", "http://www.nominet.org.uk/epp/xml/nom-ns-1.1"),
    ("nx", "http://www.nominet.org.uk/epp/xml/nom-notifications-1.2"),
    ("ndo", "http://www.nominet.org.uk/epp/xml/nom-domain-1.0"),
    ("nao", "http://www.nominet.org.uk/epp/xml/nom-account-1.0"),
    ("nco", "http://www.nominet.org.uk/epp/xml/nom-contact-1.0"),
    ("nno", "http://www.nominet.org.uk/epp/xml/nom-ns-1.0"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(path: &str) -> Vec<String> {
        let document = roxmltree::Document::parse(
            "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><response><result code='1000'><msg> fine </msg></result>
             <resData><x:chkData xmlns:x='urn:ietf:params:xml:ns:domain-1.0'><x:cd><x:name avail='1'>a.test</x:name></x:cd>
             <x:cd><x:name avail='0'>b.test</x:name><x:reason>In use</x:reason></x:cd></x:chkData></resData></response></epp>",
        );
        Path::parse(path).unwrap().texts(document.unwrap().root())
    }

    #[test]
    fn finds_by_namespace_not_by_prefix() {
        assert_eq!(texts("result@code"), ["1000"]);
        assert_eq!(texts("msg"), ["fine"]);
        assert_eq!(texts("domain:name"), ["a.test", "b.test"]);
        assert_eq!(texts("domain:cd[2]/domain:name@avail"), ["0"]);
        assert_eq!(texts("domain:chkData/domain:cd/domain:reason"), ["In use"]);
        assert!(
            texts("contact:name").is_empty() && texts("name").is_empty() && texts("domain:cd[3]").is_empty()
        );
    }

    #[test]
    fn refuses_what_is_no_path() {
        for text in ["", "/", "x:name", "domain:", "name[0]", "name[x]", "a b", "name@", "a//b"] {
            assert_eq!(Path::parse(text), None, "{text}");
        }
    }
}
