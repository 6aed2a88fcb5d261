//! `generated/<protocol>.rs`: the codes of a protocol and the rows that lead to them.

use super::rust::{doc, literal, variant};
use crate::catalogue::{Code, Row, Table};

/// The whole file.
pub(super) fn file(table: &Table) -> String {
    let imports = imports(&table.rows);
    let (name, title) = (&table.name, &table.about.title);
    let wording = if table.rows.iter().any(is_worded) { "Wording, " } else { "" };
    let mut text = format!(
        "//! How {title} says what happened. Made by `cargo xtask generate` from tables/{name}/*.toml; change those.\n\n\
         use crate::generated::{imports};\nuse crate::outcome::Retry;\nuse crate::table::{{Code, Row, Table, {wording}code_of}};\n\n\
         {}static CODES: [Code; {}] = [\n",
        doc(&format!("{}, ascending.", table.about.codes), ""),
        table.codes.len()
    );
    for (number, code) in &table.codes {
        text.push_str(&code_record(*number, code, table));
    }
    text.push_str(&format!(
        "];\n\n/// Every row: by outcome, then the most specific first; the last row of an outcome always holds.\n\
         static ROWS: [Row; {}] = [\n",
        table.rows.len()
    ));
    for row in &table.rows {
        text.push_str(&row_record(row));
    }
    text.push_str(&format!(
        "];\n\n/// The codes and the rows.\npub(crate) static TABLE: Table = Table::new({}, {}, {}, &CODES, &ROWS);\n",
        literal(name),
        literal(title),
        optional(table.about.like.as_deref())
    ));
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

fn code_record(number: u32, code: &Code, table: &Table) -> String {
    let (is_success, is_inferred) = (table.is_success(number), table.is_inferred(code));
    format!(
        "    Code {{\n        number: {number},\n        message: {},\n        meaning: {},\n        retry: Retry::{:?},\n        \
         remedy: {},\n        is_success: {is_success},\n        is_inferred: {is_inferred},\n        closes: {},\n        unused: {},\n        mark: {},\n    }},\n",
        literal(&code.message),
        literal(&code.meaning),
        code.retry,
        literal(&code.remedy),
        code.closes,
        optional(code.unused.as_deref()),
        optional(code.mark.as_deref()),
    )
}

fn row_record(row: &Row) -> String {
    format!(
        "    Row {{ outcome: Outcome::{}, operation: {}, field: {}, code: code_of(&CODES, {}), wording: {}, unsaid: {} }},\n",
        variant(&row.outcome),
        option("Operation", row.operation.as_deref()),
        option("Field", row.field.as_deref()),
        row.code,
        wording(row),
        optional(row.unsaid.as_deref()),
    )
}

fn is_worded(row: &Row) -> bool {
    !row.lines.is_empty() || row.mark.is_some() || row.registry.is_some() || row.also.is_some()
}

fn wording(row: &Row) -> String {
    if !is_worded(row) {
        return "None".to_owned();
    }
    let lines: Vec<String> = row.lines.iter().map(|line| literal(line)).collect();
    let also = row.also.map_or_else(|| "None".to_owned(), |code| format!("Some(code_of(&CODES, {code}))"));
    let (mark, registry) = (optional(row.mark.as_deref()), row.registry);
    format!(
        "Some(&Wording {{ lines: &[{}], mark: {mark}, registry: {registry:?}, also: {also} }})",
        lines.join(", ")
    )
}

fn optional(text: Option<&str>) -> String {
    text.map_or_else(|| "None".to_owned(), |text| format!("Some({})", literal(text)))
}

fn option(kind: &str, name: Option<&str>) -> String {
    name.map_or_else(|| "None".to_owned(), |name| format!("Some({kind}::{})", variant(name)))
}
