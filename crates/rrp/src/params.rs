//! Reading the parameters of a command.

use std::collections::BTreeMap;
use std::fmt;

use engine::{Field, Findings, Outcome, Refusal, Refusals};

/// The parameters of a request by their names in capitals, and what was found wrong with them so far. What a command reads
/// is taken out, so what is left in the end is unknown to it.
pub(crate) struct Params {
    values: BTreeMap<String, String>,
    findings: Findings,
}

/// The names alone: passwords and authorisation codes are among the values.
impl fmt::Debug for Params {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.values.keys()).finish()
    }
}

impl Params {
    pub(crate) fn new(values: BTreeMap<String, String>) -> Self {
        Self { values, findings: Findings::new() }
    }

    /// The parameters as they came, as far as nothing has been read yet.
    pub(crate) fn values(&self) -> &BTreeMap<String, String> {
        &self.values
    }

    /// Whether a parameter was sent, be it empty; of a list, whether any of it was.
    pub(crate) fn was_sent(&self, name: &str) -> bool {
        self.values.contains_key(name) || self.values.keys().any(|key| number_behind(key, name).is_some())
    }

    /// A text that may be left out, even if it is empty: that clears something.
    pub(crate) fn sent(&mut self, name: &str) -> Option<String> {
        self.values.remove(name)
    }

    /// A text that may be left out or empty.
    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        self.sent(name).filter(|text| !text.is_empty())
    }

    /// A text that has to be there.
    pub(crate) fn required(&mut self, name: &'static str, field: Field) -> Option<String> {
        let text = self.text(name);
        if text.is_none() {
            self.findings.add(missing(name, field));
        }
        text
    }

    /// The name of what the command is about, which has to be there.
    pub(crate) fn entity(&mut self, name: &'static str, field: Field) -> Option<String> {
        let text = self.text(name);
        if text.is_none() {
            let parameter = name.to_ascii_lowercase();
            self.findings.add(Refusal::new(Outcome::EntityMissing).at(field).fact("parameter", parameter));
        }
        text
    }

    /// A value that may be left out, read as its type is.
    pub(crate) fn read<T>(
        &mut self,
        name: &str,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let text = self.text(name)?;
        self.findings.take(field, parse(&text))
    }

    /// A value that may be left out, read as its type is; an empty one takes away what is there: `Some(None)`.
    pub(crate) fn clearable<T>(
        &mut self,
        name: &str,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<Option<T>> {
        let text = self.sent(name)?;
        if text.is_empty() { Some(None) } else { self.findings.take(field, parse(&text)).map(Some) }
    }

    /// A value that has to be there, read as its type is.
    pub(crate) fn need<T>(
        &mut self,
        name: &'static str,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let text = self.required(name, field)?;
        self.findings.take(field, parse(&text))
    }

    /// The texts of a list, `NAME0` and so on, in the order of their numbers, those that are empty left out. `NAME` alone
    /// is `NAME0`; numbers may be left out.
    pub(crate) fn texts(&mut self, name: &str) -> Vec<String> {
        let texts = self.numbered(name).into_iter().map(|(_, text)| text);
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// The texts of a list with their numbers.
    pub(crate) fn numbered(&mut self, name: &str) -> Vec<(u32, String)> {
        let key = |key: &String| Some((number_behind(key, name)?, key.clone()));
        let mut keys: Vec<(u32, String)> = self.values.keys().filter_map(key).collect();
        keys.sort_unstable();
        let alone = self.values.remove(name).map(|text| (0, text));
        let rest = keys.into_iter().filter_map(|(number, key)| Some((number, self.values.remove(&key)?)));
        let mut texts: Vec<(u32, String)> = rest.collect();
        // Some clients send the first of a list both ways.
        if !texts.iter().any(|(number, _)| *number == 0) {
            alone.into_iter().for_each(|alone| texts.insert(0, alone));
        }
        texts
    }

    /// The values of a list, each read as its type is.
    pub(crate) fn each<T>(
        &mut self,
        name: &str,
        field: Field,
        parse: impl Fn(&str) -> Result<T, Refusal>,
    ) -> Vec<T> {
        let texts = self.texts(name);
        texts.into_iter().filter_map(|text| self.findings.take(field, parse(&text))).collect()
    }

    /// One of the values that may be chosen from, in any case, by what it stands for.
    pub(crate) fn choice<T: Copy>(&mut self, name: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text(name)?;
        self.chosen(name, &text, choices)
    }

    /// One of the values that may be chosen from, which has to be there.
    pub(crate) fn need_choice<T: Copy>(
        &mut self,
        name: &'static str,
        field: Field,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let text = self.required(name, field)?;
        self.chosen(name, &text, choices)
    }

    /// Some of the values that may be chosen from, each as [`Self::choice`] has it.
    pub(crate) fn choices<T: Copy>(&mut self, name: &'static str, choices: &[(&str, T)]) -> Vec<T> {
        self.texts(name).iter().filter_map(|text| self.chosen(name, text, choices)).collect()
    }

    fn chosen<T: Copy>(&mut self, name: &str, text: &str, choices: &[(&str, T)]) -> Option<T> {
        let chosen = choices.iter().find(|(word, _)| word.eq_ignore_ascii_case(text));
        if chosen.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            let refusal = Refusal::new(Outcome::ChoiceUnknown).value(text).fact("choices", words.join(", "));
            self.findings.add(refusal.fact("parameter", name.to_ascii_lowercase()));
        }
        chosen.map(|(_, meant)| *meant)
    }

    /// What is switched on by `1` and off by `0`.
    pub(crate) fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.choice(name, &[("0", false), ("1", true)])
    }

    /// Takes a parameter if it has this value.
    pub(crate) fn has(&mut self, name: &str, value: &str) -> bool {
        let has = self.values.get(name).is_some_and(|sent| sent.trim().eq_ignore_ascii_case(value));
        has && self.values.remove(name).is_some()
    }

    /// Takes parameters that are of no consequence here.
    pub(crate) fn ignore(&mut self, names: &[impl AsRef<str>]) {
        for name in names {
            drop(self.numbered(name.as_ref()));
        }
    }

    /// Notes that something is wrong.
    pub(crate) fn add(&mut self, refusal: Refusal) {
        self.findings.add(refusal);
    }

    /// A value that was read, or a note of what is wrong with it.
    pub(crate) fn take<T>(&mut self, field: Field, read: Result<T, Refusal>) -> Option<T> {
        self.findings.take(field, read)
    }

    /// What was made of the parameters, if nothing is wrong with them and none is left. Those that begin with `X-` are
    /// extensions of some registry, which not every server knows.
    ///
    /// # Errors
    /// All that is wrong.
    pub(crate) fn finish<T>(mut self, made: Option<T>) -> Result<T, Refusals> {
        for name in self.values.keys().filter(|name| !name.starts_with("X-")) {
            self.findings.add(Refusal::new(Outcome::ParameterUnknown).value(name.to_ascii_lowercase()));
        }
        match made {
            Some(made) => self.findings.finish(made),
            None => Err(self.refusals()),
        }
    }

    /// Whether nothing is wrong with what was read so far.
    ///
    /// # Errors
    /// All that is.
    pub(crate) fn sound(self) -> Result<(), Refusals> {
        self.findings.end()
    }

    /// What is wrong with what was read so far, where nothing can be made of it.
    pub(crate) fn refusals(self) -> Refusals {
        let nothing_found =
            || Refusal::new(Outcome::RequestMalformed).fact("reason", "its parameters are unusable");
        self.findings.end().err().unwrap_or_else(|| nothing_found().into())
    }
}

/// The number of a parameter of a list.
fn number_behind(key: &str, name: &str) -> Option<u32> {
    let digits = key.strip_prefix(name)?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// A parameter that has to be there is not.
pub(crate) fn missing(name: &'static str, field: Field) -> Refusal {
    Refusal::new(Outcome::ParameterMissing).fact("parameter", name.to_ascii_lowercase()).at(field)
}

/// A whole number.
///
/// # Errors
/// `number_malformed`.
pub(crate) fn number<T: std::str::FromStr>(text: &str) -> Result<T, Refusal> {
    text.trim().parse().map_err(|_| Refusal::new(Outcome::NumberMalformed).value(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(pairs: &[(&str, &str)]) -> Params {
        Params::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn lists_have_gaps_and_a_first_without_a_number() {
        let mut given = params(&[("ADDRR17", "b"), ("ADDRR", "a"), ("ADDRR3", ""), ("ADDRRX", "x")]);
        assert_eq!(given.numbered("ADDRR"), [(0, "a".to_owned()), (3, String::new()), (17, "b".to_owned())]);
        assert!(given.was_sent("ADDRRX") && !given.was_sent("ADDRR"));
        assert_eq!(params(&[("STREET", "a"), ("STREET0", "a")]).texts("STREET"), ["a"]);
    }

    #[test]
    fn what_no_command_reads_is_unknown() {
        let refusals = params(&[("X-FEE", "1"), ("DOMIAN", "x")]).finish(Some(())).unwrap_err();
        let told: Vec<_> = refusals.iter().map(Refusal::reason).collect();
        assert_eq!(told, ["the command has no parameter domian"]);
    }
}
