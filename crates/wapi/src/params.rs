//! Reading the parameters of a command.

use engine::{Field, Findings, Outcome, Refusal, Refusals};

use crate::node::Node;

/// The parameters of a request, and what was found wrong with them so far. All that can be found together is told
/// together.
pub(crate) struct Params {
    data: Node,
    findings: Findings,
}

impl Params {
    pub(crate) fn new(data: Node) -> Self {
        Self { data, findings: Findings::new() }
    }

    /// Whether a parameter was sent and says something.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.data.get(name).is_some()
    }

    /// A parameter that was sent, whatever its shape, even if it says nothing.
    pub(crate) fn sent(&self, name: &str) -> Option<&Node> {
        let Node::Map(entries) = &self.data else { return None };
        entries.iter().find(|(key, _)| key == name).map(|(_, node)| node)
    }

    /// A parameter that has to be there, whatever its shape.
    pub(crate) fn required_node(&mut self, name: &'static str, field: Field) -> Option<&Node> {
        if !self.has(name) {
            self.findings.add(missing(name, field));
        }
        self.data.get(name)
    }

    /// The first of several names of one parameter that was sent. Manuals and clients do not agree on all names.
    pub(crate) fn first_of(&self, names: &[&'static str]) -> &'static str {
        names.iter().find(|name| self.has(name)).or(names.first()).copied().unwrap_or_default()
    }

    /// A text that may be left out.
    pub(crate) fn optional(&mut self, name: &'static str, field: Field) -> Option<String> {
        let node = self.data.get(name)?;
        let Some(text) = node.text() else {
            self.findings.add(not_a_text(name).at(field));
            return None;
        };
        Some(text.to_owned())
    }

    /// A text that has to be there.
    pub(crate) fn required(&mut self, name: &'static str, field: Field) -> Option<String> {
        self.required_node(name, field)?;
        self.optional(name, field)
    }

    /// A value that may be left out, read as its type is.
    pub(crate) fn read<T>(
        &mut self,
        name: &'static str,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let text = self.optional(name, field)?;
        self.findings.take(field, parse(&text))
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

    /// The texts of a list, each read as its type is; none if it was not sent.
    pub(crate) fn each<T>(
        &mut self,
        name: &'static str,
        field: Field,
        parse: impl Fn(&str) -> Result<T, Refusal>,
    ) -> Vec<T> {
        let texts = self.data.get(name).map(Node::texts).unwrap_or_default();
        texts.into_iter().filter_map(|text| self.findings.take(field, parse(text))).collect()
    }

    /// A value that was read, or a note of what is wrong with it.
    pub(crate) fn take<T>(&mut self, field: Field, read: Result<T, Refusal>) -> Option<T> {
        self.findings.take(field, read)
    }

    /// The parameters inside one that is a structure; `None` if it was not sent or is none.
    pub(crate) fn inside(&mut self, name: &'static str, field: Field) -> Option<Self> {
        match self.data.get(name)? {
            inner @ Node::Map(_) => Some(Self::new(inner.clone())),
            _ => {
                let reason = "it is a structure of parameters, not a text or a list";
                let refusal = Refusal::new(Outcome::ParameterMismatch).fact("parameter", name);
                self.findings.add(refusal.fact("reason", reason).at(field));
                None
            }
        }
    }

    /// The parameters inside one that has to be there and is a structure.
    pub(crate) fn needed_inside(&mut self, name: &'static str, field: Field) -> Option<Self> {
        self.required_node(name, field)?;
        self.inside(name, field)
    }

    /// Texts, of which there may be one or a list. None if nothing was sent.
    pub(crate) fn texts(&mut self, name: &'static str, field: Field) -> Vec<String> {
        let Some(node) = self.data.get(name) else { return Vec::new() };
        let mut texts = Vec::new();
        for item in node.items().into_iter().filter(|item| !item.is_nothing()) {
            match item.text() {
                Some(text) => texts.push(text.to_owned()),
                None => self.findings.add(not_a_text(name).at(field)),
            }
        }
        texts
    }

    /// Notes that something is wrong.
    pub(crate) fn add(&mut self, refusal: Refusal) {
        self.findings.add(refusal);
    }

    /// Takes over what was found wrong inside a structure.
    pub(crate) fn absorb(&mut self, inside: Self) {
        if let Err(refusals) = inside.findings.end() {
            refusals.iter().cloned().for_each(|refusal| self.findings.add(refusal));
        }
    }

    /// What was made of the parameters, if nothing is wrong with them.
    ///
    /// # Errors
    /// All that is.
    pub(crate) fn finish<T>(self, made: Option<T>) -> Result<T, Refusals> {
        let nothing_found = || {
            Refusal::new(Outcome::ParameterMismatch)
                .fact("parameter", "data")
                .fact("reason", "it is unusable")
        };
        match made {
            Some(made) => self.findings.finish(made),
            None => Err(self.findings.end().err().unwrap_or_else(|| nothing_found().into())),
        }
    }
}

/// A parameter that has to be there is not.
pub(crate) fn missing(name: &'static str, field: Field) -> Refusal {
    Refusal::new(Outcome::ParameterMissing).fact("parameter", name).at(field)
}

/// A whole number.
///
/// # Errors
/// `number_malformed`.
pub(crate) fn number<T: std::str::FromStr>(text: &str) -> Result<T, Refusal> {
    text.parse().map_err(|_| number_malformed(text))
}

/// What is switched on by `1` and off by `0`.
///
/// # Errors
/// `number_malformed`.
pub(crate) fn flag(text: &str) -> Result<bool, Refusal> {
    match text {
        "0" => Ok(false),
        "1" => Ok(true),
        _ => Err(number_malformed(text)),
    }
}

fn number_malformed(text: &str) -> Refusal {
    Refusal::new(Outcome::NumberMalformed).value(text)
}

/// A parameter has another shape than a text.
fn not_a_text(name: &'static str) -> Refusal {
    let reason = "it is a text, not a structure or a list";
    Refusal::new(Outcome::ParameterMismatch).fact("parameter", name).fact("reason", reason)
}
