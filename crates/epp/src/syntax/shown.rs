//! How names of elements are shown to clients: with the prefixes of the standards, whatever the client's were.

use std::fmt;

use wire::xml::{Element, Expected, Wanted};

use crate::namespaces::{CONTACT, DOMAIN, EPP, HOST, LOGIN_SEC, RGP, SECDNS};

/// The name of an element of the document.
pub(super) struct Shown<'doc, 'input>(pub(super) Element<'doc, 'input>);

impl fmt::Display for Shown<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_name(f, self.0.namespace(), self.0.name())
    }
}

/// What could have stood in the place of something else.
pub(super) struct Sought<'a>(pub(super) &'a Wanted);

impl fmt::Display for Sought<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Wanted::Elements(expected) => AnyOf(expected).fmt(f),
            Wanted::Text => f.write_str("text alone"),
            Wanted::Nothing => f.write_str("nothing"),
        }
    }
}

/// Elements of which one was expected.
pub(super) struct AnyOf<'a>(pub(super) &'a [Expected]);

impl fmt::Display for AnyOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("nothing more");
        }
        for (index, expected) in self.0.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { " or " })?;
            match expected {
                Expected::Element { namespace, name } => write_name(f, Some(namespace), name)?,
                Expected::Other { than } => write!(f, "an element of another namespace than {than}")?,
            }
        }
        Ok(())
    }
}

/// Text of a client, fit for a message: one short line.
pub(super) struct Clipped<'a>(pub(super) &'a str);

impl fmt::Display for Clipped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, c) in self.0.chars().enumerate() {
            if index == LONGEST {
                return f.write_str("...");
            }
            write!(f, "{}", if c.is_control() { char::REPLACEMENT_CHARACTER } else { c })?;
        }
        Ok(())
    }
}

fn write_name(f: &mut fmt::Formatter<'_>, namespace: Option<&str>, name: &str) -> fmt::Result {
    let prefix = PREFIXES.iter().find(|(uri, _)| Some(*uri) == namespace).map(|(_, prefix)| prefix);
    let name = Clipped(name);
    match (prefix, namespace) {
        (Some(prefix), _) => write!(f, "{prefix}{name}"),
        (None, Some(namespace)) => write!(f, "{name} of namespace {}", Clipped(namespace)),
        (None, None) => write!(f, "{name} of no namespace"),
    }
}

/// The prefixes that the standards write, with their colon; the protocol's own elements have none.
const PREFIXES: &[(&str, &str)] = &[
    (EPP, ""),
    (DOMAIN, "domain:"),
    (CONTACT, "contact:"),
    (HOST, "host:"),
    (SECDNS, "secDNS:"),
    (RGP, "rgp:"),
    (LOGIN_SEC, "loginSec:"),
];

/// Characters shown of one name. The longest namespace of the field's schemas has about 60.
const LONGEST: usize = 80;
