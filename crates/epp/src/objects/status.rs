//! Statuses with their notes (section 2.3 of RFC 5731, 5732; 2.2 of RFC 5733).

use engine::{
    Field, Refusals,
    model::{Line, Status, StatusNote},
};
use wire::xml::{Element, Writer};

use super::values::Values;
use crate::syntax::{Words, attribute_invalid, normalized, required_word};

/// A status with the note beside it.
pub(super) type Noted = (Status, Option<StatusNote>);

/// Reads statuses of which the schema knows `words`. A status without text has no note.
///
/// # Errors
/// Faults against the schema, a status that the object does not have among them.
pub(super) fn read(
    elements: Vec<Element<'_, '_>>,
    words: &Words<Status>,
    values: &mut Values,
) -> Result<Vec<Noted>, Refusals> {
    let mut statuses = Vec::with_capacity(elements.len());
    for element in elements {
        let text = normalized(element, &["s", "lang"])?;
        let status = required_word(element, "s", words)?;
        let language = language(element)?;
        let note = match text.trim() {
            "" => None,
            text => values.take(Field::Status, Line::parse(text, LONGEST_NOTE)),
        };
        let note =
            note.map(|line| StatusNote { language: language.to_owned(), text: line.as_str().to_owned() });
        statuses.push((status, note));
    }
    Ok(statuses)
}

/// The statuses without their notes: what is removed is named by its status alone.
pub(super) fn names(noted: Vec<Noted>) -> Vec<Status> {
    noted.into_iter().map(|(status, _)| status).collect()
}

/// Writes statuses, each as an element of this name.
pub(super) fn render(name: &'static str, statuses: &[Noted], xml: &mut Writer) {
    for (status, note) in statuses {
        match note {
            None => xml.empty(name, &[("s", status.name())]),
            Some(StatusNote { language, text }) => {
                xml.leaf_with(name, &[("s", status.name()), ("lang", language)], text)
            }
        };
    }
}

fn language<'doc>(element: Element<'doc, '_>) -> Result<&'doc str, Refusals> {
    let tag = element.attribute("lang").map_or(DEFAULT_LANGUAGE, |tag| tag.trim_matches(' '));
    if is_language(tag) {
        Ok(tag)
    } else {
        Err(attribute_invalid(element, "lang", tag, "a language tag").into())
    }
}

/// `xs:language`: `[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*`.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let fits =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    tag.len() <= LONGEST_LANGUAGE
        && fits(primary)
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(fits)
}

const fn named(status: Status) -> (&'static str, Status) {
    (status.name(), status)
}

/// What the schema of domains knows.
pub(super) const OF_DOMAINS: &Words<Status> = &[
    named(Status::ClientDeleteProhibited),
    named(Status::ClientHold),
    named(Status::ClientRenewProhibited),
    named(Status::ClientTransferProhibited),
    named(Status::ClientUpdateProhibited),
    named(Status::Inactive),
    named(Status::Ok),
    named(Status::PendingCreate),
    named(Status::PendingDelete),
    named(Status::PendingRenew),
    named(Status::PendingTransfer),
    named(Status::PendingUpdate),
    named(Status::ServerDeleteProhibited),
    named(Status::ServerHold),
    named(Status::ServerRenewProhibited),
    named(Status::ServerTransferProhibited),
    named(Status::ServerUpdateProhibited),
];

/// What the schema of contacts knows.
pub(super) const OF_CONTACTS: &Words<Status> = &[
    named(Status::ClientDeleteProhibited),
    named(Status::ClientTransferProhibited),
    named(Status::ClientUpdateProhibited),
    named(Status::Linked),
    named(Status::Ok),
    named(Status::PendingCreate),
    named(Status::PendingDelete),
    named(Status::PendingTransfer),
    named(Status::PendingUpdate),
    named(Status::ServerDeleteProhibited),
    named(Status::ServerTransferProhibited),
    named(Status::ServerUpdateProhibited),
];

/// What the schema of hosts knows.
pub(super) const OF_HOSTS: &Words<Status> = &[
    named(Status::ClientDeleteProhibited),
    named(Status::ClientUpdateProhibited),
    named(Status::Linked),
    named(Status::Ok),
    named(Status::PendingCreate),
    named(Status::PendingDelete),
    named(Status::PendingTransfer),
    named(Status::PendingUpdate),
    named(Status::ServerDeleteProhibited),
    named(Status::ServerUpdateProhibited),
];

/// How many a domain may show, and a command on one may name.
pub(super) const MOST_OF_DOMAINS: usize = 11;

/// The same for a contact or host.
pub(super) const MOST_OF_OTHERS: usize = 7;

/// The language of a note that names none.
const DEFAULT_LANGUAGE: &str = "en";

/// The schemas set no limit to a note. This one keeps an answer with eleven of them small.
const LONGEST_NOTE: usize = 1000;

/// The longest tag that RFC 5646 section 4.4.1 asks for.
const LONGEST_LANGUAGE: usize = 35;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags() {
        for tag in ["en", "cs", "zh-Hant-TW", "x-klingon", "de-1996"] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in ["", "-", "en-", "123", "abcdefghi", "en_GB", "č", "en-abcdefghi", &"en-a".repeat(20)] {
            assert!(!is_language(tag), "{tag}");
        }
    }

    #[test]
    fn a_status_stands_at_most_once_in_a_list() {
        for words in [OF_DOMAINS, OF_CONTACTS, OF_HOSTS] {
            let mut names: Vec<_> = words.iter().map(|(name, _)| *name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), words.len());
        }
    }
}
