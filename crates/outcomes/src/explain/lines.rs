//! An explanation for people: some lines of plain text.

use super::explanation::{Candidate, Explanation, Reading, Saying};

impl Explanation {
    /// The explanation as lines of text; a line ends with a line feed.
    pub fn to_text(&self) -> String {
        let readings: Vec<String> = self.readings.iter().map(reading).collect();
        let mut text = readings.join("\n");
        if self.left_out > 0 {
            text.push_str(&format!("\n{} further results were not looked at\n", self.left_out));
        }
        text
    }
}

fn reading(reading: &Reading) -> String {
    let mut lines = head(reading);
    if reading.protocol.is_some() {
        lines.push_str(&line("meaning", reading.meaning));
    }
    for said in &reading.said {
        lines.push_str(&line("said", &format!("\"{said}\"")));
    }
    if reading.is_exact() {
        reading.outcomes.iter().for_each(|candidate| lines.push_str(&exact(candidate, reading)));
    } else {
        lines.push_str(&possible(&reading.outcomes));
    }
    lines.push_str(&line("retry", reading.retry.map_or("not known", crate::Retry::advice)));
    lines.push_str(&line("remedy", reading.remedy));
    lines
}

fn head(reading: &Reading) -> String {
    let protocol = reading.protocol.map(str::to_uppercase);
    let parts = [protocol.as_deref(), reading.code.as_deref(), reading.message];
    let words: Vec<&str> = parts.into_iter().flatten().collect();
    let words = if words.is_empty() { "outcome".to_owned() } else { words.join(" ") };
    words + "\n"
}

fn exact(candidate: &Candidate, reading: &Reading) -> String {
    let outcome = candidate.outcome;
    let mut lines = line("outcome", &format!("{}: {}", outcome.name(), outcome.meaning()));
    for (name, value) in &candidate.parameters {
        lines.push_str(&line("", &format!("{name} = {value}")));
    }
    if outcome.cause() != outcome.meaning() {
        lines.push_str(&line("cause", outcome.cause()));
    }
    for saying in candidate.sayings.iter().filter(|saying| !is_of(saying, reading)) {
        lines.push_str(&line("said as", &said_as(saying)));
    }
    lines
}

fn possible(candidates: &[Candidate]) -> String {
    let mut lines = String::new();
    for (candidate, word) in
        candidates.iter().take(SHOWN).zip(std::iter::once("perhaps").chain(std::iter::repeat("or")))
    {
        let outcome = candidate.outcome;
        lines.push_str(&line(word, &format!("{}: {}", outcome.name(), outcome.meaning())));
    }
    if let Some(more @ 1..) = candidates.len().checked_sub(SHOWN) {
        lines.push_str(&line("", &format!("and {more} more")));
    }
    lines
}

/// Whether a saying is what the answer said, and so nothing new.
fn is_of(saying: &Saying, reading: &Reading) -> bool {
    reading.protocol == Some(saying.protocol) && reading.code.as_deref() == Some(&saying.code)
}

fn said_as(saying: &Saying) -> String {
    let mut text = format!("{} {} {}", saying.protocol.to_uppercase(), saying.code, saying.message);
    if let Some(operation) = saying.operation {
        text.push_str(&format!(", in {operation}"));
    }
    if let Some(field) = saying.field {
        text.push_str(&format!(", for {field}"));
    }
    text
}

fn line(word: &str, text: &str) -> String {
    format!("  {word:<8} {text}\n")
}

/// How many possible outcomes are shown to people; programs get all.
const SHOWN: usize = 8;
