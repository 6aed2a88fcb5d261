//! Wishes about disclosure (`discloseType` of RFC 5733).

use engine::{
    Refusals,
    model::{Disclosure, PostalKind},
};
use wire::xml::{Element, Writer};

use super::postal::KINDS;
use crate::{
    namespaces::CONTACT,
    syntax::{Content, Words, required_word},
};

/// Reads a wish. What is named twice counts once.
///
/// # Errors
/// Faults against the schema.
pub(super) fn read(element: Element<'_, '_>) -> Result<Disclosure, Refusals> {
    let show = required_word(element, "flag", FLAGS)?;
    let mut content = Content::beside(&["flag"], element, CONTACT)?;
    let mut elements = Vec::new();
    for (name, _) in BY_KIND {
        for element in content.many(name, BOTH_KINDS)? {
            Content::beside(&["type"], element, CONTACT)?.end()?;
            let kind: PostalKind = required_word(element, "type", KINDS)?;
            elements.push(format!("{name}/{}", kind.name()));
        }
    }
    for (name, _) in ALONE {
        // The schema gives these no type: whatever stands in them says nothing.
        elements.extend(content.optional(name)?.map(|_| (*name).to_owned()));
    }
    content.end()?;
    elements.dedup();
    Ok(Disclosure { show, elements })
}

/// Writes a wish, if there is one, in the order of the schema.
pub(super) fn render(disclosure: Option<&Disclosure>, xml: &mut Writer) {
    let Some(Disclosure { show, elements }) = disclosure else { return };
    xml.open_with("contact:disclose", &[("flag", if *show { "1" } else { "0" })]);
    for (name, element) in BY_KIND {
        for (kind, _) in KINDS {
            if elements.iter().any(|named| named.split_once('/') == Some((name, kind))) {
                xml.empty(element, &[("type", kind)]);
            }
        }
    }
    for (_, element) in ALONE.iter().filter(|(name, _)| elements.iter().any(|named| named == name)) {
        xml.empty(element, &[]);
    }
    xml.close();
}

/// Whether the elements named may be shown (`xs:boolean`).
const FLAGS: &Words<bool> = &[("0", false), ("1", true), ("false", false), ("true", true)];

/// What there is once in each kind of address, as it is read and as it is written.
const BY_KIND: &[(&str, &str)] =
    &[("name", "contact:name"), ("org", "contact:org"), ("addr", "contact:addr")];

/// What there is once in a contact.
const ALONE: &[(&str, &str)] =
    &[("voice", "contact:voice"), ("fax", "contact:fax"), ("email", "contact:email")];

const BOTH_KINDS: usize = 2;
