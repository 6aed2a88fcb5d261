//! The side of the sandbox: what is done to the server, not asked of it.

use serde_json::{Map, Value, json};

use super::super::{Step, Variables, step::Look};
use crate::Control;

/// Does what a step does to the server.
///
/// # Errors
/// Why it could not be done, or what is not as the step says.
pub(super) fn pull(control: &Control, step: &Step, variables: &mut Variables) -> Result<(), String> {
    match step {
        Step::Advance { to, fires } => advance(control, &variables.fill(to)?, fires.as_deref(), variables),
        Step::Fault { words } => fault(control, words, variables),
        Step::Ledger { account, lines } => ledger(control, account, lines, variables),
        Step::Notices { account, lines } => notices(control, account, lines, variables),
        Step::Sandbox { method, path, body, refused, looks } => {
            let path = variables.fill(path)?;
            let filled = |body: &str| parsed(&variables.fill_known(body)?);
            let body = body.as_deref().map(filled).transpose()?;
            let answer = match refused {
                Some(error) => fail(control, method, &path, body.as_ref(), error)?,
                None => demand(control, method, &path, body.as_ref())?,
            };
            look(&answer, looks, variables)
        }
        _ => Ok(()),
    }
}

/// Moves the clock, and compares what fired.
fn advance(
    control: &Control,
    to: &str,
    fires: Option<&[String]>,
    variables: &Variables,
) -> Result<(), String> {
    let body = match to.strip_prefix('+') {
        Some(span) => json!({"advance": span}),
        None => json!({"to": to}),
    };
    let answer = demand(control, "POST", "/sandbox/clock", Some(&body))?;
    let Some(expected) = fires else { return Ok(()) };
    let found: Vec<String> = list(&answer, "fired")
        .iter()
        .map(|fired| format!("{} {}", text(&fired["deed"]), text(&fired["object"])))
        .collect();
    same(&filled(expected, variables)?, &found)
}

/// `PORT TROUBLE [next N] [skip N] [always] [probability P] [seed N] [delay MS] [made] [unmade] [account A] [operation O]
/// [object N]`
fn fault(control: &Control, words: &[String], variables: &Variables) -> Result<(), String> {
    let [port, trouble, options @ ..] = words else {
        return Err("FAULT at which port, which trouble?".to_owned());
    };
    let mut order =
        Map::from_iter([("port".to_owned(), json!(port)), ("trouble".to_owned(), json!(trouble))]);
    let mut options = options.iter();
    while let Some(word) = options.next() {
        let mut value = || options.next().ok_or_else(|| format!("{word} what?"));
        let (key, value) = match word.as_str() {
            "always" => ("always", json!(true)),
            "made" => ("made", json!(true)),
            "unmade" => ("made", json!(false)),
            "next" | "skip" | "seed" => (word.as_str(), number(value()?)?),
            "delay" => ("delay_ms", number(value()?)?),
            "probability" => ("probability", json!(fraction(value()?)?)),
            "account" | "operation" | "object" => (word.as_str(), json!(variables.fill(value()?)?)),
            _ => return Err(format!("{word} is not known here")),
        };
        order.insert(key.to_owned(), value);
    }
    demand(control, "POST", "/sandbox/faults", Some(&Value::Object(order))).map(drop)
}

/// Compares the lines of an account's statement, a deposit it began with aside: `KIND AMOUNT [OBJECT]`, with a minus for
/// what it paid.
fn ledger(control: &Control, account: &str, lines: &[String], variables: &Variables) -> Result<(), String> {
    let path = format!("/sandbox/accounts/{account}/statement?limit=10000");
    let answer = demand(control, "GET", &path, None)?;
    let shown = |line: &Value| {
        let sign = if line["from"] == account { "-" } else { "" };
        let object = line["object"].as_str().map(|name| format!(" {name}")).unwrap_or_default();
        format!("{} {sign}{}{object}", text(&line["kind"]), text(&line["amount"]))
    };
    let lines_there = list(&answer, "lines");
    let opened = usize::from(lines_there.first().is_some_and(|line| line["kind"] == "deposit"));
    let found: Vec<String> = lines_there[opened..].iter().map(shown).collect();
    same(&filled(lines, variables)?, &found)
}

/// Compares the notices that wait in an account's queue: `EVENT [OBJECT]`. Where a line names no object, it does not
/// matter.
fn notices(control: &Control, account: &str, lines: &[String], variables: &Variables) -> Result<(), String> {
    let answer = demand(control, "GET", &format!("/sandbox/accounts/{account}/notices?limit=10000"), None)?;
    let expected = filled(lines, variables)?;
    let shown = |(index, notice): (usize, &Value)| {
        let event = text(&notice["event"]);
        match expected.get(index) {
            Some(line) if *line == event => event,
            _ => format!("{event} {}", text(&notice["object"])).trim_end().to_owned(),
        }
    };
    let found: Vec<String> = list(&answer, "notices").iter().enumerate().map(shown).collect();
    same(&expected, &found)
}

fn look(answer: &Value, looks: &[Look], variables: &mut Variables) -> Result<(), String> {
    for look in looks {
        let found = answer.pointer(&look.pointer);
        let found = found.ok_or_else(|| format!("there is no {} in {answer}", look.pointer))?;
        if look.verb == "->" {
            variables.set(&look.object, text(found));
            continue;
        }
        let expected = variables.fill(&look.object)?;
        let fits = if look.verb == "has" { text(found).contains(&expected) } else { text(found) == expected };
        if !fits {
            return Err(format!("{} is {found}, expected: {} {expected:?}", look.pointer, look.verb));
        }
    }
    Ok(())
}

fn demand(control: &Control, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
    control.demand(method, path, body).map_err(|error| format!("{error:#}"))
}

/// Asks for something that has to be refused with this error.
fn fail(
    control: &Control,
    method: &str,
    path: &str,
    body: Option<&Value>,
    error: &str,
) -> Result<Value, String> {
    let (status, answer) = control.ask(method, path, body).map_err(|error| format!("{error:#}"))?;
    if status >= 400 && answer["error"] == error {
        return Ok(answer);
    }
    Err(format!("expected the error {error}, but there is {status} {answer}"))
}

fn filled(lines: &[String], variables: &Variables) -> Result<Vec<String>, String> {
    lines.iter().map(|line| variables.fill(line)).collect()
}

fn same(expected: &[String], found: &[String]) -> Result<(), String> {
    if expected == found {
        return Ok(());
    }
    Err(format!("expected\n    {}\nbut there is\n    {}", expected.join("\n    "), found.join("\n    ")))
}

fn list<'v>(answer: &'v Value, key: &str) -> &'v [Value] {
    answer[key].as_array().map_or(&[], Vec::as_slice)
}

/// A text without quotes; anything else as JSON writes it.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn number(word: &str) -> Result<Value, String> {
    word.parse::<u64>().map(Value::from).map_err(|_| format!("{word} is no number"))
}

fn fraction(word: &str) -> Result<f64, String> {
    word.parse().map_err(|_| format!("{word} is no number such as 0.25"))
}

fn parsed(body: &str) -> Result<Value, String> {
    serde_json::from_str(body).map_err(|error| format!("{body} is no JSON: {error}"))
}
