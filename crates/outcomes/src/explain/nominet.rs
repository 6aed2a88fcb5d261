//! Nominet's EPP: as that of the standards, with codes of the automaton before reasons, `failData`, and warnings.

use roxmltree::Node;

use super::answer::{Answer, Said};
use super::epp::{children, foreign, root, said, text};
use super::forms::Document;
use super::protocols::Protocol;
use super::unrecognised::Unrecognised;
use crate::NOMINET;

/// Nominet's EPP in the table of protocols.
pub(super) const PROTOCOL: Protocol = Protocol { table: NOMINET, read, unlisted: &[], foreign };

/// An answer is Nominet's if it uses one of its namespaces, or a reason begins with a code of the automaton.
fn read(document: &Document<'_>) -> Option<Result<Answer, Unrecognised>> {
    let response = children(root(document)?, "response").next()?;
    let mut results: Vec<Said> = children(response, "result").map(said).collect();
    let is_own = |node: Node<'_, '_>| node.tag_name().namespace().is_some_and(|uri| uri.contains(HOST));
    let has_mark = results.iter().flat_map(|said| &said.reasons).any(|reason| is_marked(reason));
    if !has_mark && !response.descendants().any(is_own) {
        return None;
    }
    let beside = response.descendants().filter(|node| {
        let name = node.tag_name().name();
        let is_warning = node.parent().is_some_and(|parent| parent.tag_name().name() == "extension")
            && node.has_children()
            && node.children().all(|child| child.is_text());
        let is_reason = node.parent().is_some_and(|parent| parent.tag_name().name().ends_with("ailData"));
        is_own(*node) && (is_warning || is_reason && name == "reason")
    });
    let (warnings, reasons): (Vec<_>, Vec<_>) = beside.partition(|node| node.tag_name().name() != "reason");
    results.first_mut()?.reasons.extend(reasons.into_iter().map(text).filter(|text| !text.is_empty()));
    // A warning is a success of its own kind, whatever the command came to.
    let warning = |node| Said { code: SUCCESS.to_owned(), reasons: vec![text(node)], ..Said::default() };
    results.extend(warnings.into_iter().map(warning));
    Some(Ok(Answer { results }))
}

/// `V096 ...`, `A123 ...`
fn is_marked(reason: &str) -> bool {
    let mut letters = reason.bytes();
    let first = letters.next().is_some_and(|letter| letter.is_ascii_uppercase());
    first
        && (0..3).all(|_| letters.next().is_some_and(|digit| digit.is_ascii_digit()))
        && letters.next().is_none_or(|blank| blank == b' ')
}

/// The code under which warnings are listed.
const SUCCESS: &str = "1000";
/// What all its namespaces have in them.
const HOST: &str = "nominet.org.uk/";
