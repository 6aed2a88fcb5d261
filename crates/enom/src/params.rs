//! Reading the parameters of a command.

use std::collections::BTreeMap;
use std::fmt;

use engine::model::DomainName;
use engine::{Field, Findings, Outcome, Refusal, Refusals};

/// The parameters of a request by their names in small letters, and what was found wrong with them so far. What no command
/// reads is of no consequence: clients send what they know of other versions.
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

    /// All of them: names in small letters, and values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether a parameter was sent, be it empty: that matters for lists, which an empty first clears.
    pub(crate) fn was_sent(&self, name: &str) -> bool {
        self.values.contains_key(&name.to_ascii_lowercase())
    }

    /// A text; an empty one counts as none.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.values.get(&name.to_ascii_lowercase()).map(String::as_str).filter(|text| !text.trim().is_empty())
    }

    /// A value, read as its type is.
    pub(crate) fn read<T>(
        &mut self,
        name: &str,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let read = parse(self.text(name)?.trim());
        self.findings.take(field, read)
    }

    /// A value that has to be there.
    pub(crate) fn need<T>(
        &mut self,
        name: &'static str,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        if self.text(name).is_none() {
            self.findings.add(missing(name, field));
        }
        self.read(name, field, parse)
    }

    /// The values of a list, `NAME1` and so on; those that are empty are left out.
    pub(crate) fn each<T>(
        &mut self,
        name: &str,
        most: usize,
        field: Field,
        parse: impl Fn(&str) -> Result<T, Refusal>,
    ) -> Vec<T> {
        (1..=most).filter_map(|number| self.read(&format!("{name}{number}"), field, &parse)).collect()
    }

    /// How many things are listed in numbered parameters. Too many are refused, and none is left out in silence.
    pub(crate) fn count(&mut self, name: &'static str, most: u32) -> u32 {
        let mismatch = || {
            let refusal = Refusal::new(Outcome::ParameterMismatch).fact("parameter", name);
            refusal.fact("reason", format!("it is no number from 1 to {most}"))
        };
        let count = self.need(name, Field::ListLimit, |text| {
            text.parse().ok().filter(|count| (1..=most).contains(count)).ok_or_else(mismatch)
        });
        count.unwrap_or(1)
    }

    /// What is switched on or off, in any of the words that clients have for it.
    pub(crate) fn flag(&mut self, name: &str) -> Option<bool> {
        let word = self.text(name)?.trim().to_ascii_lowercase();
        let is_on = ON.contains(&word.as_str());
        if !is_on && !OFF.contains(&word.as_str()) {
            self.findings.add(choice_unknown(name, &word, "0, 1"));
            return None;
        }
        Some(is_on)
    }

    /// The domain: its first label and the rest, without which there is nothing to do; or the name as a whole, as some
    /// commands have it.
    pub(crate) fn name(&mut self) -> Option<DomainName> {
        let (Some(sld), Some(tld)) = (self.text("SLD"), self.text("TLD")) else {
            if self.text("DomainName").is_some() {
                return self.read("DomainName", Field::DomainName, DomainName::parse);
            }
            self.findings.add(missing(PARTS, Field::DomainName));
            return None;
        };
        let read = joined(sld, tld);
        self.findings.take(Field::DomainName, read)
    }

    /// The domain at a place of a list: `SLD1` and `TLD1`, and so on. Without both there is nothing to do.
    pub(crate) fn numbered_name(&mut self, place: u32) -> Option<DomainName> {
        let [sld, tld] = ["SLD", "TLD"].map(|part| self.text(&format!("{part}{place}")));
        let Some(read) = sld.zip(tld).map(|(sld, tld)| joined(sld, tld)) else {
            self.findings.add(missing(PARTS, Field::DomainName));
            return None;
        };
        self.findings.take(Field::DomainName, read)
    }

    /// Notes that something is wrong.
    pub(crate) fn add(&mut self, refusal: Refusal) {
        self.findings.add(refusal);
    }

    /// Notes what is wrong with the parts of something that is told whole.
    pub(crate) fn add_parts(&mut self, whole: Field, parts: Findings) {
        self.findings.add_parts(whole, parts);
    }

    /// A value that was read, or a note of what is wrong with it.
    pub(crate) fn take<T>(&mut self, field: Field, read: Result<T, Refusal>) -> Option<T> {
        self.findings.take(field, read)
    }

    /// What was made of the parameters, if nothing is wrong with them.
    ///
    /// # Errors
    /// All that is wrong.
    pub(crate) fn finish<T>(self, made: Option<T>) -> Result<T, Refusals> {
        match made {
            Some(made) => self.findings.finish(made),
            None => Err(self.findings.end().err().unwrap_or_else(|| {
                Refusal::new(Outcome::RequestMalformed).fact("reason", "its parameters are unusable").into()
            })),
        }
    }
}

/// A name of its two parts.
///
/// # Errors
/// `domain_name_malformed`.
pub(crate) fn joined(sld: &str, tld: &str) -> Result<DomainName, Refusal> {
    DomainName::parse(&format!("{}.{}", sld.trim(), tld.trim()))
}

/// A parameter that has to be there is not.
pub(crate) fn missing(name: &'static str, field: Field) -> Refusal {
    Refusal::new(Outcome::ParameterMissing).fact("parameter", name).at(field)
}

/// What one of some words stands for, in any case.
///
/// # Errors
/// `choice_unknown`.
pub(crate) fn choose<T: Copy>(name: &str, text: &str, choices: &[(&str, T)]) -> Result<T, Refusal> {
    let found = choices.iter().find(|(word, _)| word.eq_ignore_ascii_case(text));
    found.map(|(_, meant)| *meant).ok_or_else(|| {
        let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        choice_unknown(name, text, &words.join(", "))
    })
}

/// A parameter is none of the words that it can be.
pub(crate) fn choice_unknown(name: &str, text: &str, choices: &str) -> Refusal {
    Refusal::new(Outcome::ChoiceUnknown).value(text).fact("choices", choices).fact("parameter", name)
}

/// How a name is told in parts.
const PARTS: &str = "SLD and TLD";
const ON: [&str; 6] = ["1", "true", "yes", "y", "on", "ok"];
const OFF: [&str; 5] = ["0", "false", "no", "n", "off"];
