//! How a protected name treats its visitors.

use std::fmt;

use outcomes::{Field, Outcome};

use super::{Country, Network};
use crate::Refusal;

/// One rule: what is done with whom. Written as three words, such as `block network 192.0.2.0/24`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct ProtectionRule {
    /// What is done.
    pub action: RuleAction,
    /// With whom.
    pub subject: RuleSubject,
}

/// What is done with visitors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleAction {
    /// They are let through.
    Allow,
    /// They are turned away.
    Block,
    /// They have to prove to be people.
    Challenge,
}

/// Which visitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleSubject {
    /// Those who come from a network.
    Network(Network),
    /// Those who come from a country.
    Country(Country),
    /// Those who ask for a path or what lies below it.
    Path(Box<str>),
}

impl ProtectionRule {
    /// Reads a rule.
    ///
    /// # Errors
    /// `protection_rules_malformed`, with what is wrong.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let malformed = |reason: &str| {
            let refusal = Refusal::new(Outcome::ProtectionRulesMalformed).at(Field::ProtectionRule);
            refusal.value(text).fact("reason", reason)
        };
        let words: Vec<&str> = text.split_whitespace().collect();
        let [action, kind, value] = words[..] else {
            return Err(malformed("it is not an action, a subject and a value"));
        };
        let action = RuleAction::parse(action)
            .ok_or_else(|| malformed("the action is not allow, block or challenge"))?;
        let subject = RuleSubject::parse(kind, value).map_err(malformed)?;
        Ok(Self { action, subject })
    }
}

impl RuleAction {
    const fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Block => "block",
            Self::Challenge => "challenge",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        [Self::Allow, Self::Block, Self::Challenge].into_iter().find(|action| action.name() == name)
    }
}

impl RuleSubject {
    fn parse(kind: &str, value: &str) -> Result<Self, &'static str> {
        match kind {
            "network" => Network::parse(value).map(Self::Network).ok_or("the value is no network"),
            "country" => Country::parse(value).map(Self::Country).map_err(|_| "the value is no country"),
            "path" if value.starts_with('/') && value.len() <= LONGEST_PATH => Ok(Self::Path(value.into())),
            "path" => Err("the path does not begin with / or is too long"),
            _ => Err("the subject is not network, country or path"),
        }
    }
}

impl fmt::Display for ProtectionRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let action = self.action.name();
        match &self.subject {
            RuleSubject::Network(network) => write!(f, "{action} network {network}"),
            RuleSubject::Country(country) => write!(f, "{action} country {}", country.as_str()),
            RuleSubject::Path(path) => write!(f, "{action} path {path}"),
        }
    }
}

impl From<ProtectionRule> for String {
    fn from(rule: ProtectionRule) -> Self {
        rule.to_string()
    }
}

impl TryFrom<String> for ProtectionRule {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|refusal| refusal.reason())
    }
}

const LONGEST_PATH: usize = 1_024;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_back_what_they_print() {
        for text in ["block network 192.0.2.0/24", "challenge country CZ", "allow path /health"] {
            assert_eq!(ProtectionRule::parse(text).unwrap().to_string(), text);
        }
        for bad in
            ["", "block", "hide country CZ", "block town Brno", "block country QQ", "allow path x", "a b c d"]
        {
            let refusal = ProtectionRule::parse(bad).unwrap_err();
            assert_eq!(refusal.outcome, Outcome::ProtectionRulesMalformed, "{bad}");
        }
    }
}
