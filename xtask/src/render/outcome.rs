//! `generated/outcome.rs`: the enum and its records.

use super::rust::{doc, literal, variant};
use crate::catalogue::{Catalogue, Outcome};

/// The whole file.
pub(super) fn file(catalogue: &Catalogue) -> String {
    let mut text = String::from(HEAD);
    for (name, outcome) in &catalogue.outcomes {
        text.push_str(&doc(&outcome.meaning, "    "));
        text.push_str(&format!("    {},\n", variant(name)));
    }
    text.push_str("}\n\n/// Every outcome with what is known of it, in the order of the enum, which is that of the names.\n");
    text.push_str(&format!("pub(crate) static RECORDS: [Record; {}] = [\n", catalogue.outcomes.len()));
    for (name, outcome) in &catalogue.outcomes {
        text.push_str(&record(name, outcome));
    }
    text.push_str("];\n");
    text
}

fn record(name: &str, outcome: &Outcome) -> String {
    format!(
        "    Record {{\n        outcome: Outcome::{},\n        name: {},\n        class: Class::{:?},\n        text: {},\n        \
         meaning: {},\n        cause: {},\n        retry: Retry::{:?},\n        remedy: {},\n    }},\n",
        variant(name),
        literal(name),
        outcome.class,
        literal(&outcome.text),
        literal(&outcome.meaning),
        literal(outcome.cause()),
        outcome.retry,
        literal(&outcome.remedy),
    )
}

const HEAD: &str = "\
//! What can happen. Made by `cargo xtask generate` from catalogue/*.toml; change those.

use crate::outcome::{Class, Record, Retry};

/// Something that can happen when a request is served, by name. Successes, pendings and warnings too.
///
/// The engine knows only these; each protocol has a table that says how it speaks them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
";
