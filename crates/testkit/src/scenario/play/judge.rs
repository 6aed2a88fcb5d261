//! Whether an answer is the expected one, as a whole.

use outcomes::{Outcome, Table};

use super::super::Expected;
use crate::Answer;
use crate::coverage::called;

/// The codes and outcomes that a fitting answer gives.
///
/// # Errors
/// What was expected and what came.
pub(super) fn judge(expected: &Expected, answer: Option<&Answer>) -> Result<Vec<String>, String> {
    let Some(answer) = answer else {
        return Err("expected an answer, but the server closed the connection".to_owned());
    };
    match expected {
        Expected::Greeting if answer.is_greeting() => Ok(vec![called(answer.table(), "greeted")]),
        Expected::Greeting => Err("expected a greeting".to_owned()),
        Expected::Response { code, outcomes } => response(*code, outcomes, answer),
    }
}

fn response(code: u32, outcomes: &[String], answer: &Answer) -> Result<Vec<String>, String> {
    if answer.code() != Some(code) {
        let got = answer.code().map_or("none".to_owned(), |code| code.to_string());
        return Err(format!("expected code {code} {}\n  got      {got}", outcomes.join(" ")));
    }
    let told = answer.outcomes();
    let table = answer.table();
    let is_success = table.code(code).is_some_and(|code| code.is_success);
    let carried = answer.carried_code();
    for (place, name) in outcomes.iter().enumerate() {
        let outcome = Outcome::from_name(name).ok_or_else(|| format!("there is no outcome {name}"))?;
        let textless = (is_success && place == 0).then_some(code).into_iter().chain(carried);
        fits(table, outcome, textless, &told)?;
    }
    let told = told.iter().map(ToString::to_string);
    let codes = std::iter::once(code).chain(carried).map(|code| code.to_string());
    let seen = codes.chain(outcomes.iter().cloned()).chain(told);
    Ok(seen.map(|thing| called(table, &thing)).collect())
}

/// A refusal has the very text of its outcome. Of a success, and of a notice, only the code can be told; whatever comes
/// with it, such as a warning, has its text again.
fn fits(
    table: &Table,
    outcome: Outcome,
    mut textless: impl Iterator<Item = u32>,
    told: &[Outcome],
) -> Result<(), String> {
    let leads_to = |code| table.rows_of(outcome).iter().any(|row| row.code.number == code);
    if textless.any(leads_to) || told.contains(&outcome) {
        return Ok(());
    }
    let told: Vec<&str> = told.iter().map(|outcome| outcome.name()).collect();
    Err(format!("expected outcome {outcome}: {:?}\n  got      {told:?}", outcome.text()))
}
