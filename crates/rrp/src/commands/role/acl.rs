//! What a role may, in HEXONET's words: `Command():ALLOW` for each command, and a policy for all others.

use engine::model::{Network, Pattern};
use engine::ops::role::Expected;
use engine::{Field, Outcome, Refusal};

use crate::params::Params;

/// What a role may.
#[derive(Debug)]
pub(super) struct Limits {
    /// The commands; `None` leaves them as they are.
    pub(super) commands: Option<Vec<Pattern>>,
    /// Where it may come from; `None` leaves that as it is.
    pub(super) networks: Option<Vec<Network>>,
}

/// Reads what a role may. A list that was sent empty clears what was said before; of a role that is there the policy is
/// changed with its list, as one is part of the other here.
pub(super) fn read(params: &mut Params, expected: Expected) -> Limits {
    // Descriptions are for people and not kept. A role that is there is active.
    params.ignore(&["DESCRIPTION"]);
    params.choice("STATUS", &[("ACTIVE", ())]);
    let policy = params.choice("DEFAULTPOLICY", &[("DENY", false), ("ALLOW", true)]);
    if expected == Expected::Present && policy.is_some() && !params.was_sent("ACL") {
        let refusal = Refusal::new(Outcome::OptionMissing).fact("parameter", "acl");
        params.add(refusal.fact("beside", "defaultpolicy"));
    }
    let is_said = params.was_sent("ACL") || policy.is_some();
    let everything = policy.unwrap_or(false);
    let mut commands: Vec<Pattern> =
        params.each("ACL", Field::Role, |text| entry(text, everything)).into_iter().flatten().collect();
    if everything {
        commands.extend(Pattern::parse("*").ok());
    }
    Limits { commands: is_said.then_some(commands), networks: networks(params) }
}

/// Reads a list of addresses and networks, if one was sent.
pub(in crate::commands) fn networks(params: &mut Params) -> Option<Vec<Network>> {
    let malformed = |text: &str| Refusal::new(Outcome::AddressMalformed).value(text);
    let is_sent = params.was_sent("ALLOWEDIP");
    let networks =
        params.each("ALLOWEDIP", Field::Network, |text| Network::parse(text).ok_or_else(|| malformed(text)));
    is_sent.then_some(networks)
}

/// The commands that an entry allows; none if it denies what is denied anyway.
///
/// # Errors
/// `parameter_mismatch`: the entry asks for what a role cannot be limited to.
fn entry(text: &str, everything: bool) -> Result<Option<Pattern>, Refusal> {
    let mismatch = |reason: &str| {
        Refusal::new(Outcome::ParameterMismatch).fact("parameter", "acl").fact("reason", reason)
    };
    let (command, verdict) = match text.split_once(':') {
        Some((command, verdict)) => (command, verdict.trim()),
        None => (text, "ALLOW"),
    };
    let command = command.trim().trim_end_matches("()").trim_end_matches("[]");
    if command.contains(['(', '[', ')', ']', '=']) {
        return Err(mismatch("roles are limited by commands, not by their parameters"));
    }
    if verdict.eq_ignore_ascii_case("ALLOW") {
        return Pattern::parse(command).map(Some);
    }
    if !verdict.eq_ignore_ascii_case("DENY") {
        return Err(mismatch("a command is followed by :ALLOW or :DENY"));
    }
    if everything {
        return Err(mismatch("a command cannot be denied where all others are allowed"));
    }
    Ok(None)
}

/// How the commands of a role are written, and the policy for all others.
pub(super) fn written(commands: &[Pattern]) -> (Vec<String>, &'static str) {
    let everything = commands.iter().any(|pattern| pattern.as_str() == "*");
    let named = commands.iter().filter(|pattern| pattern.as_str() != "*");
    let entries = named.map(|pattern| format!("{}():ALLOW", pattern.as_str())).collect();
    (entries, if everything { "ALLOW" } else { "DENY" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_allows_a_command_or_denies_what_is_denied_anyway() {
        for text in ["QueryDomainList():ALLOW", "querydomainlist[]:allow", "QueryDomainList"] {
            assert_eq!(entry(text, false).unwrap().unwrap().as_str(), "querydomainlist", "{text}");
        }
        assert_eq!(entry("AddDomain():DENY", false).unwrap(), None);
        for (text, everything) in [
            ("AddDomain():DENY", true),
            ("RenewDomain(", false),
            ("domain=*.uk", false),
            ("X():MAYBE", false),
        ] {
            assert_eq!(entry(text, everything).unwrap_err().outcome, Outcome::ParameterMismatch, "{text}");
        }
    }
}
