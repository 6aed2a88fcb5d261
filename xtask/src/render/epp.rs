//! `generated/epp.rs`: the codes of RFC 5730 and the rows that lead to them.

use super::rust::{literal, variant};
use crate::catalogue::{Catalogue, Code, Row};

/// The whole file.
pub(super) fn file(catalogue: &Catalogue) -> String {
    let table = &catalogue.epp;
    let imports = imports(&table.rows);
    let mut text = format!(
        "//! How EPP says what happened. Made by `cargo xtask generate` from tables/epp/*.toml; change those.\n\n\
         use crate::epp::{{Code, Row, code_of}};\nuse crate::generated::{imports};\nuse crate::outcome::Retry;\n\n\
         /// The result codes of RFC 5730 section 3, ascending.\n\
         pub static CODES: [Code; {}] = [\n",
        table.codes.len()
    );
    for (number, code) in &table.codes {
        text.push_str(&code_record(*number, code));
    }
    text.push_str(&format!(
        "];\n\n/// Every row: by outcome, then the most specific first; the last row of an outcome always holds.\n\
         pub static ROWS: [Row; {}] = [\n",
        table.rows.len()
    ));
    for row in &table.rows {
        text.push_str(&row_record(row));
    }
    text.push_str("];\n");
    text
}

/// Only what the rows name, or the compiler warns.
fn imports(rows: &[Row]) -> String {
    let mut names = vec!["Outcome"];
    if rows.iter().any(|row| row.operation.is_some()) {
        names.push("Operation");
    }
    if rows.iter().any(|row| row.field.is_some()) {
        names.push("Field");
    }
    names.sort_unstable();
    format!("{{{}}}", names.join(", "))
}

fn code_record(number: u16, code: &Code) -> String {
    format!(
        "    Code {{\n        number: {number},\n        message: {},\n        meaning: {},\n        retry: Retry::{:?},\n        \
         remedy: {},\n        closes: {},\n        unused: {},\n    }},\n",
        literal(&code.message),
        literal(&code.meaning),
        code.retry,
        literal(&code.remedy),
        code.closes,
        reason(code.unused.as_deref()),
    )
}

fn row_record(row: &Row) -> String {
    format!(
        "    Row {{ outcome: Outcome::{}, operation: {}, field: {}, code: code_of({}), unsaid: {} }},\n",
        variant(&row.outcome),
        option("Operation", row.operation.as_deref()),
        option("Field", row.field.as_deref()),
        row.code,
        reason(row.unsaid.as_deref()),
    )
}

fn reason(why: Option<&str>) -> String {
    why.map_or_else(|| "None".to_owned(), |why| format!("Some({})", literal(why)))
}

fn option(kind: &str, name: Option<&str>) -> String {
    name.map_or_else(|| "None".to_owned(), |name| format!("Some({kind}::{})", variant(name)))
}
