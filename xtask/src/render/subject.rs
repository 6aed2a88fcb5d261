//! `generated/operation.rs` and `generated/field.rs`: an enum with titles.

use std::collections::BTreeMap;

use super::rust::{doc, literal, variant};
use crate::catalogue::Subject;

/// One kind of subject: the name of its enum and how its file begins.
pub(super) struct Kind {
    name: &'static str,
    head: &'static str,
    /// Whether some are made by the server.
    tells_maker: bool,
}

pub(super) const OPERATION: Kind = Kind {
    name: "Operation",
    head: "\
//! What can be asked. Made by `cargo xtask generate` from catalogue/operations.toml; change that.

/// Something the system does, the same in every protocol.
",
    tells_maker: true,
};

pub(super) const FIELD: Kind = Kind {
    name: "Field",
    head: "\
//! What a request can be about. Made by `cargo xtask generate` from catalogue/fields.toml; change that.

/// A part of a request or of an object that an outcome can point at.
",
    tells_maker: false,
};

/// The whole file.
pub(super) fn file(kind: &Kind, subjects: &BTreeMap<String, Subject>) -> String {
    let (name, count) = (kind.name, subjects.len());
    let mut text = format!(
        "{}#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum {name} {{\n",
        kind.head
    );
    for (entry, subject) in subjects {
        text.push_str(&doc(&subject.title, "    "));
        text.push_str(&format!("    {},\n", variant(entry)));
    }
    text.push_str(
        "}\n\n/// Each with its name and its title, in the order of the enum, which is that of the names.\n",
    );
    text.push_str(&format!("pub(crate) static RECORDS: [({name}, &str, &str); {count}] = [\n"));
    for (entry, subject) in subjects {
        let (variant, entry, title) = (variant(entry), literal(entry), literal(&subject.title));
        text.push_str(&format!("    ({name}::{variant}, {entry}, {title}),\n"));
    }
    text.push_str("];\n");
    if kind.tells_maker {
        text.push_str(&by_server(name, subjects));
    }
    text
}

fn by_server(name: &str, subjects: &BTreeMap<String, Subject>) -> String {
    let made: Vec<_> = subjects.iter().filter(|(_, subject)| subject.by_server).collect();
    let made: Vec<_> = made.iter().map(|(entry, _)| format!("{name}::{}", variant(entry))).collect();
    format!(
        "\n/// What the server does by itself.\npub(crate) const BY_SERVER: &[{name}] = &[{}];\n",
        made.join(", ")
    )
}
