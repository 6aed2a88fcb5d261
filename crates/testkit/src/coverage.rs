use std::collections::{BTreeMap, BTreeSet};

use outcomes::{EPP, NOMINET, Outcome, Row, TABLES, Table};

use crate::scenario::Play;

/// What a protocol can say, and which of it scenarios have made the running server say.
///
/// A thing to say is a result code (`2302`) or an outcome (`domain_taken`). Each is proved by a scenario that names it,
/// or stands in a list of what is not produced yet, with the reason. That list can only shrink: what stands in it and
/// is produced all the same is a failure too.
#[derive(Debug, Default)]
pub struct Coverage {
    seen: BTreeSet<String>,
    proved: BTreeMap<String, String>,
}

impl Coverage {
    /// Takes note of what a scenario made the server say. What a failed scenario claims to prove does not count.
    pub fn note(&mut self, play: &Play) {
        self.seen.extend(play.seen.iter().cloned());
        if play.failure.is_none() {
            let name = &play.name;
            self.proved.extend(play.proves.iter().map(|thing| (thing.clone(), name.clone())));
        }
    }

    /// Everything wrong with a protocol's list `unproduced`, measured by what was seen: a line for each.
    pub fn judge(&self, table: &Table, unproduced: &str) -> Vec<String> {
        let excused = excuses(table, unproduced);
        let all = everything(table);
        let unknown = excused
            .keys()
            .filter(|thing| !all.contains(*thing))
            .map(|thing| format!("{thing} is listed, but nothing has this name"));
        let bare = excused
            .iter()
            .filter(|(_, reason)| reason.is_empty())
            .map(|(thing, _)| format!("{thing} is listed without a reason"));
        let produced = excused
            .keys()
            .filter(|thing| self.seen.contains(*thing))
            .map(|thing| format!("{thing} is listed, but a scenario produces it: take it off the list"));
        let open = all
            .iter()
            .filter(|thing| !self.proved.contains_key(*thing) && !excused.contains_key(thing.as_str()));
        let open = open.map(|thing| match self.seen.contains(thing) {
            true => format!("{thing} was given, but no scenario says that it `proves` it"),
            false => format!("{thing} was never given"),
        });
        unknown.chain(bare).chain(produced).chain(open).collect()
    }

    /// How many things there are to say, and how many of them are proved.
    pub fn counts(&self, table: &Table) -> (usize, usize) {
        let all = everything(table);
        (all.len(), all.iter().filter(|thing| self.proved.contains_key(*thing)).count())
    }
}

/// Every code in use and every outcome that a protocol can say, as what is seen is called. What a protocol that is like
/// another says as the other does is proved there.
fn everything(table: &Table) -> BTreeSet<String> {
    if let Some(base) = TABLES.iter().find(|base| Some(base.name) == table.like) {
        let own = table.codes.iter().filter(|code| base.code(code.number).is_none());
        return own.map(|code| called(table, &code.number.to_string())).collect();
    }
    let codes = table.codes.iter().filter(|code| code.unused.is_none()).map(|code| code.number.to_string());
    let is_said = |outcome: &Outcome| table.rows_of(*outcome).iter().any(|row| row.unsaid.is_none());
    let outcomes =
        Outcome::ALL.into_iter().filter(is_said).filter(|outcome| !is_proved_elsewhere(table, *outcome));
    let outcomes = outcomes.map(|outcome| outcome.to_string());
    codes.chain(outcomes).map(|thing| called(table, &thing)).collect()
}

/// Whether a dialect says an outcome just as the protocol that it is a dialect of: the same code serves both, and what is
/// said has nothing of its own that could go wrong.
fn is_proved_elsewhere(table: &Table, outcome: Outcome) -> bool {
    let Some((_, base)) = DIALECTS.iter().find(|(dialect, _)| std::ptr::eq(*dialect, table)) else {
        return false;
    };
    let is_alike = |row: &Row| {
        let other = base.row(outcome, row.operation, row.field);
        let is_plain = row.wording.is_none();
        is_plain && other.unsaid.is_none() && other.code.number == row.code.number
    };
    table.rows_of(outcome).iter().all(is_alike)
}

/// A thing that EPP says is called as it is, that of another protocol behind its name: the name of the protocol that it
/// is like, unless that has no such code.
pub(crate) fn called(table: &Table, thing: &str) -> String {
    let base = TABLES.iter().find(|base| Some(base.name) == table.like);
    let is_shared = |base: &&&Table| thing.parse().map_or(true, |code| base.code(code).is_some());
    let table = base.filter(is_shared).copied().unwrap_or(table);
    if std::ptr::eq(table, EPP) { thing.to_owned() } else { format!("{} {thing}", table.name) }
}

/// Dialects with the protocols whose reader, sessions and rules serve them too.
const DIALECTS: [(&Table, &Table); 1] = [(NOMINET, EPP)];

/// The lines of a list: a thing, white space, the reason. `#` begins a comment.
fn excuses<'l>(table: &Table, list: &'l str) -> BTreeMap<String, &'l str> {
    let lines = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let parted = lines.map(|line| line.split_once(char::is_whitespace).unwrap_or((line, "")));
    parted.map(|(thing, reason)| (called(table, thing), reason.trim())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(list: &str, seen: &str, proves: &str) -> Vec<String> {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let mut coverage = Coverage::default();
        coverage.note(&Play {
            name: "a.txt".into(),
            proves: words(proves),
            seen: words(seen).into_iter().collect(),
            answers: Vec::new(),
            failure: None,
        });
        let mut complaints = coverage.judge(EPP, list);
        complaints.retain(|complaint| {
            ["2302 ", "domain_taken ", "nothing"].iter().any(|word| complaint.contains(word))
        });
        complaints
    }

    #[test]
    fn the_list_has_to_be_true() {
        assert_eq!(complaints("", "2302 domain_taken", "2302 domain_taken"), Vec::<String>::new());
        assert_eq!(complaints("2302 not yet\ndomain_taken not yet", "", ""), Vec::<String>::new());
        assert_eq!(complaints("2302 x", "2302 domain_taken", "domain_taken").len(), 1, "listed and produced");
        assert_eq!(complaints("", "2302 domain_taken", "2302").len(), 1, "seen and not proved");
        assert_eq!(complaints("2302\ndomain_taken x", "", ""), ["2302 is listed without a reason"]);
        assert_eq!(complaints("nothing_such x\n2302 x\ndomain_taken x", "", "").len(), 1);
    }
}
