//! What a command answers, and how a refusal is said.

use engine::{Done, Failure, Outcome, Refusal, Refusals};
use outcomes::{Code, ENOM, Operation as Name, Row, text};

use crate::fields::Fields;

/// A command that came to an end: what there is to tell.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) fields: Fields,
    /// Whether it is about several names, so that nothing can be told of their TLD.
    pub(crate) is_of_several: bool,
    /// Why it was refused, where there is something to tell all the same.
    pub(crate) refused: Option<Refusals>,
}

/// How a command ended.
pub(crate) type Ended = Result<Reply, Failure>;

impl Reply {
    /// A command that tells of these fields.
    pub(crate) const fn new(fields: Fields) -> Self {
        Self { fields, is_of_several: false, refused: None }
    }

    /// A command that tells of these fields although it was refused.
    pub(crate) const fn refused(fields: Fields, refusals: Refusals) -> Self {
        Self { fields, is_of_several: false, refused: Some(refusals) }
    }

    /// A command that tells this of what the engine answered.
    pub(crate) fn of<T>(done: Done<T>, fields: impl FnOnce(T) -> Fields) -> Self {
        Self::new(fields(done.answer))
    }
}

/// What a registry says of an outcome, in fields of their own behind others.
pub(crate) fn registry(fields: Fields, outcome: Outcome, name: Name) -> Fields {
    let (code, text) = registry_pair(ENOM.row(outcome, Some(name), None));
    fields.one("RRPCode", code).one("RRPText", text)
}

/// Code and text of a registry for a row; empty where no registry has to do with it.
pub(crate) fn registry_pair(row: &Row) -> (String, String) {
    let code = row.wording.and_then(|wording| wording.registry);
    let code = code.map(|code| code.to_string()).unwrap_or_default();
    (code, row.lines().first().copied().unwrap_or_default().to_owned())
}

/// A refusal, as it is said: lines, numbers, and what a registry says.
#[derive(Debug)]
pub(crate) struct Troubles {
    pub(crate) lines: Vec<String>,
    pub(crate) codes: Vec<&'static Code>,
    registry: Option<u32>,
    /// The lines of each reason.
    reasons: Vec<Vec<String>>,
}

impl Troubles {
    /// All that is wrong, each thing said once, and what several reasons in a row begin with at the first of them.
    pub(crate) fn of(refusals: &Refusals, name: Option<Name>) -> Self {
        let mut troubles = Self { lines: Vec::new(), codes: Vec::new(), registry: None, reasons: Vec::new() };
        refusals.iter().for_each(|refusal| troubles.add(refusal, name));
        troubles
    }

    /// The first line of why something was refused, where that is part of an answer.
    pub(crate) fn line_of(refusals: &Refusals, name: Name) -> String {
        Self::of(refusals, Some(name)).lines.into_iter().next().unwrap_or_default()
    }

    /// The first number: it stands for the whole in metrics and journal.
    pub(crate) fn number(&self) -> u32 {
        self.codes.first().map_or(0, |code| code.number)
    }

    /// What the registry says, if it has a word in it.
    pub(crate) fn registry(&self) -> Fields {
        let Some(code) = self.registry else { return Fields::new() };
        let text = self.lines.last().cloned().unwrap_or_default();
        Fields::new().one("RRPCode", code.to_string()).one("RRPText", text)
    }

    fn add(&mut self, refusal: &Refusal, name: Option<Name>) {
        let row = ENOM.row(refusal.outcome, name, refusal.field);
        let fill = |line: &'static str| text::fill(line, |place| value(refusal, place));
        self.say(row.lines().into_iter().map(fill).collect());
        let also = row.wording.and_then(|wording| wording.also);
        for code in std::iter::once(row.code).chain(also) {
            if self.codes.iter().all(|known| known.number != code.number) {
                self.codes.push(code);
            }
        }
        self.registry = self.registry.or(row.wording.and_then(|wording| wording.registry));
    }

    fn say(&mut self, reason: Vec<String>) {
        if self.reasons.contains(&reason) {
            return;
        }
        let before = self.reasons.last().map(Vec::as_slice).unwrap_or_default();
        let alike = reason.iter().zip(before).take_while(|(line, other)| line == other).count();
        self.lines.extend_from_slice(&reason[alike..]);
        self.reasons.push(reason);
    }
}

/// What a place in a line stands for.
fn value<'r>(refusal: &'r Refusal, place: &str) -> Option<&'r str> {
    match place {
        "field" => refusal.field.map(engine::Field::title),
        "value" => refusal.value.as_deref(),
        _ => refusal.facts.iter().find(|(name, _)| *name == place).map(|(_, value)| value.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_the_line_of_the_reason() {
        let mut troubles =
            Troubles { lines: Vec::new(), codes: Vec::new(), registry: None, reasons: Vec::new() };
        for reason in ["a mail", "a phone", "b mail", "a mail"] {
            troubles.say(reason.split(' ').map(str::to_owned).collect());
        }
        assert_eq!(troubles.lines, ["a", "mail", "phone", "b", "mail"]);
    }
}
