//! `docs/protocols/epp/codes.md`: the manual page of the result codes.

use crate::catalogue::{Catalogue, Class, Code, Retry, Row};

/// The whole page.
pub(super) fn page(catalogue: &Catalogue) -> String {
    let mut page = String::from(HEAD);
    page.push_str("\n| code | message | closes the connection |\n|---|---|---|\n");
    for (number, code) in &catalogue.epp.codes {
        let closes = if code.closes { "yes" } else { "" };
        page.push_str(&format!("| [{number}](#{number}) | {} | {closes} |\n", code.message));
    }
    for (number, code) in &catalogue.epp.codes {
        page.push_str(&section(*number, code, catalogue));
    }
    page.push_str(&unsaid(catalogue));
    page
}

fn section(number: u16, code: &Code, catalogue: &Catalogue) -> String {
    let mut section = format!(
        "\n<a id=\"{number}\"></a>\n\n## {number} {}\n\n{}\n\n- **Retry:** {}\n- **Remedy:** {}\n",
        code.message,
        code.meaning,
        advice(code.retry),
        code.remedy
    );
    let rows: Vec<&Row> = catalogue.epp.rows_of(number).filter(|row| row.unsaid.is_none()).collect();
    match (&code.unused, rows.is_empty()) {
        (Some(reason), _) => section.push_str(&format!("\nThis server does not give it: {reason}\n")),
        (None, true) => section.push_str("\nNothing leads to it yet.\n"),
        (None, false) => section.push_str(&outcomes(&rows, catalogue)),
    }
    section
}

/// What can happen and is never told over this protocol.
fn unsaid(catalogue: &Catalogue) -> String {
    let mut section = String::from(
        "\n## What EPP never says\n\nThese outcomes happen elsewhere only.\n\n| outcome | why not |\n|---|---|\n",
    );
    let rows = catalogue.epp.rows.iter().filter_map(|row| Some((row, row.unsaid.as_deref()?)));
    for (row, why) in rows {
        section.push_str(&format!("| `{}` | {} |\n", row.outcome, cell(why)));
    }
    section
}

fn outcomes(rows: &[&Row], catalogue: &Catalogue) -> String {
    let mut table = String::from(
        "\n| outcome | when | text shown to the client | meaning | retry | remedy |\n|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let Some(outcome) = catalogue.outcomes.get(&row.outcome) else { continue };
        table.push_str(&format!(
            "| `{}`{} | {} | {} | {} | {} | {} |\n",
            row.outcome,
            note(outcome.class),
            when(row, catalogue),
            cell(&outcome.text),
            cell(&outcome.meaning),
            word(outcome.retry),
            cell(&outcome.remedy)
        ));
    }
    table
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
# EPP result codes

Made by `cargo xtask generate` from crates/outcomes; change the tables there, not this page.

Each code with its message (RFC 5730 section 3), what it means, whether sending the request again can help, what to
do, and every outcome of this server that leads to it. \"When\" says for which operation and field the row holds; where
several rows of an outcome fit, the most specific one wins. Words in {braces} are replaced: {value} is the offending
value, {field} the title of the field. The text stands in `extValue/reason`, the message in `msg`.
";
