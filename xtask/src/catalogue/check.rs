//! What must hold between the entries of the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Class, Code, Outcome, Row, Subject};
use super::problem::Problems;
use super::{Catalogue, Table, template};

/// Notes every fault of the catalogue.
pub(super) fn catalogue(catalogue: &Catalogue, problems: &mut Problems) {
    subjects(&catalogue.operations, "operation", problems);
    subjects(&catalogue.fields, "field", problems);
    for (name, outcome) in &catalogue.outcomes {
        outcome_alone(name, outcome, problems);
    }
    for table in &catalogue.tables {
        protocol(table, catalogue, problems);
    }
}

fn protocol(table: &Table, catalogue: &Catalogue, problems: &mut Problems) {
    for (number, code) in &table.codes {
        code_alone(*number, code, problems);
    }
    for row in &table.rows {
        names(row, table, catalogue, problems);
    }
    duplicates(table, problems);
    coverage(table, catalogue, problems);
    classes(table, catalogue, problems);
    texts(table, catalogue, problems);
    unused(table, problems);
}

fn subjects(subjects: &BTreeMap<String, Subject>, kind: &str, problems: &mut Problems) {
    if subjects.is_empty() {
        problems.add("crates/outcomes/catalogue", kind, "none is declared");
    }
    for (name, subject) in subjects {
        name_is_sound(&subject.file, name, problems);
        filled(&subject.file, name, &[("title", &subject.title)], problems);
    }
}

fn outcome_alone(name: &str, outcome: &Outcome, problems: &mut Problems) {
    name_is_sound(&outcome.file, name, problems);
    let texts = [
        ("text", outcome.text.as_str()),
        ("meaning", &outcome.meaning),
        ("cause", outcome.cause()),
        ("remedy", &outcome.remedy),
    ];
    filled(&outcome.file, name, &texts, problems);
    if let Err(fault) = template::check(&outcome.text) {
        problems.add(&outcome.file, name, fault);
    }
}

fn code_alone(number: u32, code: &Code, problems: &mut Problems) {
    let texts = [("message", code.message.as_str()), ("meaning", &code.meaning), ("remedy", &code.remedy)];
    filled(&code.file, number, &texts, problems);
}

/// A name becomes an identifier, so it is small words joined by single underscores.
fn name_is_sound(file: &str, name: &str, problems: &mut Problems) {
    let word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_lowercase())
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    if !name.split('_').all(word) {
        problems.add(file, name, "a name is small words joined by _, each beginning with a letter");
    }
}

fn filled(file: &str, entry: impl std::fmt::Display, texts: &[(&str, &str)], problems: &mut Problems) {
    for (key, text) in texts {
        if text.trim().is_empty() {
            problems.add(file, &entry, format!("{key} is empty"));
        } else if text.trim() != *text || text.contains(char::is_control) {
            problems.add(file, &entry, format!("{key} has stray white space or control characters"));
        }
    }
}

fn names(row: &Row, table: &Table, catalogue: &Catalogue, problems: &mut Problems) {
    let mut unknown = |kind: &str, name: &str| {
        problems.add(&row.file, format!("row ({})", row.key()), format!("no {kind} is called {name}"));
    };
    if !catalogue.outcomes.contains_key(&row.outcome) {
        unknown("outcome", &row.outcome);
    }
    if let Some(name) = row.operation.as_ref().filter(|name| !catalogue.operations.contains_key(*name)) {
        unknown("operation", name);
    }
    if let Some(name) = row.field.as_ref().filter(|name| !catalogue.fields.contains_key(*name)) {
        unknown("field", name);
    }
    if !table.codes.contains_key(&row.code) {
        unknown("code", &row.code.to_string());
    }
    if let Some(fault) = row.wording.as_deref().and_then(|wording| template::check(wording).err()) {
        problems.add(&row.file, format!("row ({})", row.key()), fault);
    }
}

/// Rows stand in order, so two with one key are neighbours.
fn duplicates(table: &Table, problems: &mut Problems) {
    for pair in table.rows.windows(2) {
        if pair[0].order() == pair[1].order() {
            let message = format!("stands in {} already", pair[0].file);
            problems.add(&pair[1].file, format!("row ({})", pair[1].key()), message);
        }
    }
}

/// Every outcome has a row that always holds, so that looking one up cannot fail.
fn coverage(table: &Table, catalogue: &Catalogue, problems: &mut Problems) {
    let covered: BTreeSet<&str> =
        table.rows.iter().filter(|row| row.is_general()).map(|row| row.outcome.as_str()).collect();
    for (name, outcome) in catalogue.outcomes.iter().filter(|(name, _)| !covered.contains(name.as_str())) {
        let fault = format!("has no {} row without operation and field", table.about.title);
        problems.add(&outcome.file, name, fault);
    }
}

/// The class of an outcome and the kind of its code say the same.
fn classes(table: &Table, catalogue: &Catalogue, problems: &mut Problems) {
    // What closes connections has to be fatal, where a protocol knows such a thing.
    let has_sessions = !table.about.sessionless && table.codes.values().any(|code| code.closes);
    for row in table.rows.iter().filter(|row| row.unsaid.is_none()) {
        let (Some(outcome), Some(code)) = (catalogue.outcomes.get(&row.outcome), table.codes.get(&row.code))
        else {
            continue; // noted by `names`
        };
        let class = match outcome.class {
            Class::Fatal if !has_sessions && !code.closes => Class::Refused,
            // A question that is answered with no is answered all the same.
            Class::Refused if code.verdict => Class::Done,
            class => class,
        };
        if let Some(fault) = contradiction(class, row.code, table.is_success(row.code), code.closes) {
            problems.add(&row.file, format!("row ({})", row.key()), fault);
        }
    }
}

fn contradiction(class: Class, code: u32, success: bool, closes: bool) -> Option<String> {
    match class {
        Class::Done | Class::Pending if !success => Some(format!("{class:?} cannot be said with {code}")),
        Class::Refused | Class::Temporary if success => Some(format!("{class:?} cannot be said with {code}")),
        Class::Refused | Class::Temporary if closes => {
            Some(format!("{code} closes the connection, so the class must be fatal"))
        }
        Class::Fatal if !closes => Some(format!("fatal ends the session, but {code} does not close")),
        _ => None,
    }
}

/// Two outcomes of one code with the same text could not be told apart by a client.
fn texts(table: &Table, catalogue: &Catalogue, problems: &mut Problems) {
    let mut seen: BTreeMap<(u32, String), &str> = BTreeMap::new();
    for row in table.rows.iter().filter(|row| row.unsaid.is_none()) {
        let Some(outcome) = catalogue.outcomes.get(&row.outcome) else { continue };
        let earlier = seen.insert((row.code, template::skeleton(&outcome.text)), &row.outcome);
        if let Some(earlier) = earlier.filter(|earlier| *earlier != row.outcome) {
            let message = format!("has the same text as {earlier}, and both are said with {}", row.code);
            problems.add(&outcome.file, &row.outcome, message);
        }
    }
}

/// A code said to be unused has no row.
fn unused(table: &Table, problems: &mut Problems) {
    for (number, code) in &table.codes {
        if code.unused.is_some() && table.rows_to(*number).any(|row| row.unsaid.is_none()) {
            problems.add(&code.file, number, "is marked unused, but a row leads to it");
        }
    }
}

#[cfg(test)]
mod tests;
