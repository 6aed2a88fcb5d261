//! Requests and answers in XML.

use engine::{Outcome, Refusal};
use wire::xml::{Document, Element, Limits, Reason, Refused, Writer};

use crate::json::too_complex;
use crate::node::{BOUNDS, Node};
use crate::tree::{Items, Tree};

/// Reads `<root>...</root>`.
///
/// # Errors
/// `request_malformed`, `request_too_complex`.
pub(crate) fn read(text: &str, root: &str) -> Result<Node, Refusal> {
    // Some clients let a line break stand before the declaration.
    let document = Document::parse(text.trim_start().as_bytes(), &LIMITS).map_err(|why| refused(&why))?;
    let element = document.root();
    if element.name() != root {
        let reason = format!("its root is {}, not {root}", element.name());
        return Err(Refusal::new(Outcome::RequestMalformed).fact("reason", reason));
    }
    Ok(node(&element))
}

/// Writes `<root>...</root>`.
pub(crate) fn write(root: &'static str, tree: &Tree) -> Vec<u8> {
    let mut xml = Writer::new();
    xml.declaration();
    element(root, tree, &mut xml);
    xml.finish()
}

fn refused(refused: &Refused) -> Refusal {
    match refused.reason {
        Reason::TooDeep { limit } => too_complex(limit as usize, "levels"),
        Reason::TooManyNodes { limit } => too_complex(limit as usize, "elements and texts"),
        Reason::TooManyAttributes { limit } => too_complex(limit as usize, "attributes of one element"),
        Reason::TooManyNamespaces { limit } => too_complex(limit as usize, "namespaces"),
        _ => Refusal::new(Outcome::RequestMalformed).fact("reason", sayable(&refused.to_string())),
    }
}

/// A client takes this word for the page of a firewall.
fn sayable(reason: &str) -> String {
    reason.replace("document type", "markup").replace("doctype", "markup").replace("DOCTYPE", "markup")
}

/// An element with children is an object, one without is a text; what stands several times is a list.
fn node(element: &Element<'_, '_>) -> Node {
    let mut entries: Vec<(String, Node)> = Vec::new();
    for child in element.children() {
        let node = node(&child);
        match entries.iter_mut().find(|(name, _)| name == child.name()) {
            None => entries.push((child.name().to_owned(), node)),
            Some((_, Node::List(items))) if !items.is_empty() => items.push(node),
            Some((_, first)) => {
                let earlier = std::mem::replace(first, Node::nothing());
                *first = Node::List(vec![earlier, node]);
            }
        }
    }
    if entries.is_empty() {
        return Node::Text(element.text().map(std::borrow::Cow::into_owned).unwrap_or_default());
    }
    Node::Map(entries)
}

fn element(name: &'static str, tree: &Tree, xml: &mut Writer) {
    match tree {
        Tree::Nothing => drop(xml.empty(name, &[])),
        Tree::Text(text) => drop(xml.leaf(name, text)),
        Tree::Number(number) => drop(xml.leaf_display(name, number)),
        Tree::Truth(truth) => drop(xml.leaf_display(name, u8::from(*truth))),
        Tree::Map(entries) => {
            xml.open(name);
            entries.iter().for_each(|(name, tree)| element(name, tree, xml));
            xml.close();
        }
        Tree::List(items) => items.iter().for_each(|item| element(name, item, xml)),
        Tree::Keyed(Items { element: None, items }) => {
            items.iter().for_each(|(_, item)| element(name, item, xml));
        }
        Tree::Keyed(Items { element: Some(inner), items }) => {
            xml.open(name);
            items.iter().for_each(|(_, item)| element(inner, item, xml));
            xml.close();
        }
    }
}

const LIMITS: Limits = Limits {
    bytes: 1024 * 1024,
    depth: BOUNDS.depth as u32,
    nodes: BOUNDS.nodes as u32,
    attributes_per_element: 16,
    namespaces: 16,
};

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Node {
        Node::Text(text.to_owned())
    }

    #[test]
    fn elements_become_what_json_would_be() {
        let node = read(
            "\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<request>\n <user> a </user><data><ip>1</ip><ip>2</ip><ip>3</ip><x/></data></request>",
            "request",
        )
        .unwrap();
        assert_eq!(node.get("user").unwrap().text(), Some("a"));
        let ips = node.get("data").unwrap().get("ip").unwrap();
        assert_eq!(*ips, Node::List(vec![text("1"), text("2"), text("3")]));
        assert_eq!(node.get("data").unwrap().get("x"), None);
    }

    #[test]
    fn what_is_no_request_is_told_from_what_is_too_much() {
        let bombs = ["", "<request>", "<answer/>", "<!DOCTYPE r><request/>", "<request>&x;</request>"];
        for malformed in bombs {
            let refusal = read(malformed, "request").unwrap_err();
            assert_eq!(refusal.outcome, Outcome::RequestMalformed, "{malformed}");
            assert!(!refusal.reason().to_lowercase().contains("doctype"), "{}", refusal.reason());
        }
        let deep = format!("<request>{}{}</request>", "<a>".repeat(50), "</a>".repeat(50));
        let wide = format!("<request>{}</request>", "<a/>".repeat(6_000));
        for complex in [deep, wide] {
            assert_eq!(read(&complex, "request").unwrap_err().outcome, Outcome::RequestTooComplex);
        }
    }

    #[test]
    fn lists_repeat_their_element() {
        let tree = Tree::map([
            ("row", Tree::texts(["a", "b"])),
            ("none", Tree::List(Vec::new())),
            ("nothing", Tree::Nothing),
            ("ok", Tree::Truth(true)),
        ]);
        let written = String::from_utf8(write("data", &tree)).unwrap();
        assert!(written.ends_with("<data><row>a</row><row>b</row><nothing/><ok>1</ok></data>"), "{written}");
    }
}
