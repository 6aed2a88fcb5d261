//! `docs/protocols/<protocol>/codes.md`: the manual page of a protocol's codes.

use crate::catalogue::{Catalogue, Class, Code, Known, Outcome, Retry, Row, Table};

/// The whole page.
pub(super) fn page(table: &Table, catalogue: &Catalogue) -> String {
    let mut page = head(table);
    for (number, code) in &table.codes {
        page.push_str(&section(*number, code, table, catalogue));
    }
    page.push_str(&unsaid(table));
    page
}

fn head(table: &Table) -> String {
    let has_sessions = table.codes.values().any(|code| code.closes);
    let mut head = format!("# {} result codes\n\n{HEAD}\n{}\n", table.about.title, table.about.manual.trim());
    head.push_str(if has_sessions { CLOSING_COLUMNS } else { COLUMNS });
    for (number, code) in &table.codes {
        head.push_str(&format!("| [{number}](#{number}) | {}{} |", code.message, guess(table, code)));
        if has_sessions {
            head.push_str(if code.closes { " yes |" } else { "  |" });
        }
        head.push('\n');
    }
    head
}

fn section(number: u32, code: &Code, table: &Table, catalogue: &Catalogue) -> String {
    let mut section = format!(
        "\n<a id=\"{number}\"></a>\n\n## {number} {}{}\n\n{}\n\n- **Retry:** {}\n- **Remedy:** {}\n",
        code.message,
        guess(table, code),
        code.meaning,
        advice(code.retry),
        code.remedy
    );
    let rows: Vec<&Row> = table.rows_to(number).filter(|row| row.unsaid.is_none()).collect();
    match (&code.unused, rows.is_empty()) {
        (Some(reason), _) => section.push_str(&format!("\nThis server does not give it: {reason}\n")),
        (None, true) => section.push_str("\nNothing leads to it yet.\n"),
        (None, false) => section.push_str(&outcomes(&rows, table, catalogue)),
    }
    section
}

/// What can happen and is never told over this protocol.
fn unsaid(table: &Table) -> String {
    let mut section = format!(
        "\n## What {} never says\n\nThese outcomes happen elsewhere only.\n\n| outcome | why not |\n|---|---|\n",
        table.about.title
    );
    let rows = table.rows.iter().filter_map(|row| Some((row, row.unsaid.as_deref()?)));
    for (row, why) in rows {
        section.push_str(&format!("| `{}` | {} |\n", row.outcome, cell(why)));
    }
    section
}

fn outcomes(rows: &[&Row], of: &Table, catalogue: &Catalogue) -> String {
    let mut table = String::from(
        "\n| outcome | when | text shown to the client | meaning | retry | remedy |\n|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let Some(outcome) = catalogue.outcomes.get(&row.outcome) else { continue };
        table.push_str(&format!(
            "| `{}`{} | {} | {}{} | {} | {} | {} |\n",
            row.outcome,
            note(outcome.class),
            when(row, catalogue),
            cell(&told(row, outcome)),
            known(of, row),
            cell(&outcome.meaning),
            word(outcome.retry),
            cell(&outcome.remedy)
        ));
    }
    table
}

/// What a client is shown: the protocol's own lines, or the outcome's text.
fn told(row: &Row, outcome: &Outcome) -> String {
    let lines = if row.lines.is_empty() { outcome.text.clone() } else { row.lines.join(" / ") };
    row.registry.map_or(lines.clone(), |code| format!("{lines} (RRPCode {code})"))
}

/// How much of a code is known, where codes are put together.
fn guess(table: &Table, code: &Code) -> &'static str {
    if table.is_inferred(code) { " *(inferred)*" } else { "" }
}

/// How much is known of when the code is given, where codes are put together.
fn known(table: &Table, row: &Row) -> &'static str {
    match row.published {
        _ if !table.is_composed => "",
        Some(Known::Whole) => " *(published)*",
        Some(Known::Lines) => " *(lines published, number inferred)*",
        None => " *(inferred)*",
    }
}

fn when(row: &Row, catalogue: &Catalogue) -> String {
    let operation = row.operation.as_ref().and_then(|name| catalogue.operations.get(name));
    let field = row.field.as_ref().and_then(|name| catalogue.fields.get(name));
    let titles: Vec<&str> =
        [operation, field].into_iter().flatten().map(|subject| subject.title.as_str()).collect();
    if titles.is_empty() { "always".to_owned() } else { cell(&titles.join(": ")) }
}

/// A text inside a table must not end its cell, nor be taken for markup.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}

fn note(class: Class) -> &'static str {
    match class {
        Class::Fatal => " (ends the session)",
        Class::Temporary => " (temporary)",
        Class::Done | Class::Pending | Class::Refused => "",
    }
}

fn word(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "never",
        Retry::AfterFix => "after a fix",
        Retry::Later => "later",
        Retry::Now => "now",
    }
}

fn advice(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "never; the same request would be answered the same way, or is done already",
        Retry::AfterFix => "after the request, or what it depends on, has been put right",
        Retry::Later => "later; the same request can succeed then",
        Retry::Now => "now; the same request can succeed at once",
    }
}

const HEAD: &str = "\
Made by `cargo xtask generate` from crates/outcomes; change the tables there, not this page.

Each code with its message, what it means, whether sending the request again can help, what to do, and every outcome of
this server that leads to it. \"When\" says for which operation and field the row holds; where several rows of an
outcome fit, the most specific one wins. Words in {braces} are replaced: {value} is the offending value, {field} the
title of the field.";
const COLUMNS: &str = "\n| code | message |\n|---|---|\n";
const CLOSING_COLUMNS: &str = "\n| code | message | closes the connection |\n|---|---|---|\n";
