//! Names that bring trouble by themselves.

use std::time::Duration;

use engine::ports::{Access, Ask, Port, Step};
use outcomes::Operation;

use super::Trouble;
use super::rule::Blow;

/// What a first label brings.
#[derive(Clone, Copy, Debug)]
pub struct Spell {
    /// How the label begins; a hyphen follows.
    pub word: &'static str,
    /// Where.
    pub port: Port,
    /// What goes wrong; `None`: it is only slow.
    pub trouble: Option<Trouble>,
    /// How much longer it takes, in milliseconds.
    pub delay_ms: u64,
}

/// The short ones. `fault-PORT-TROUBLE-` says any other.
pub const SPELLS: [Spell; 4] = [
    Spell { word: "timeout", port: Port::Registry, trouble: Some(Trouble::Timeout), delay_ms: 0 },
    Spell { word: "unavailable", port: Port::Registry, trouble: Some(Trouble::Unavailable), delay_ms: 0 },
    Spell { word: "unknown", port: Port::Store, trouble: Some(Trouble::Unknown), delay_ms: 0 },
    Spell { word: "slow", port: Port::Store, trouble: None, delay_ms: 2_000 },
];

/// Whether a name brings trouble at all.
pub(super) fn is_magic(object: &str) -> bool {
    object.split('.').next().and_then(spell).is_some()
}

/// What a call meets because of its object's name. The label may name an operation after the trouble, and then brings
/// trouble to that alone: `timeout-renew-shop.test` can be registered, and cannot be renewed.
pub(super) fn cast(port: Port, ask: &Ask<'_>) -> Option<Blow> {
    let label = ask.object.split('.').next()?;
    let (spell, rest) = spell(label)?;
    let named = VERBS.into_iter().find(|verb| rest.split('-').next() == Some(verb));
    let is_meant = match named {
        Some(verb) => does(verb, ask.operation),
        // What the registry does not let one change can still be looked at.
        None => spell.port != Port::Registry || ask.access == Access::Writes,
    };
    // As of an order that names no step: the next payment is meant, not a look at the books before.
    let only_looks = ask.step.is_some_and(Step::reads);
    if spell.port != port || !is_meant || only_looks {
        return None;
    }
    let delay = Duration::from_millis(spell.delay_ms);
    // A change of unknown result: whether it is made lies in the name, so that it repeats.
    let made = rest.len().is_multiple_of(2);
    Some(Blow { delay, trouble: spell.trouble, made, by: format!("the name {}", ask.object) })
}

/// What a label brings, and what stands behind that.
fn spell(label: &str) -> Option<(Spell, &str)> {
    let (word, rest) = label.split_once('-')?;
    if word == "fault" {
        let (port, rest) = rest.split_once('-')?;
        let (trouble, rest) = rest.split_once('-').unwrap_or((rest, ""));
        let (port, trouble) = (Port::parse(port)?, Trouble::parse(trouble)?);
        let possible = Trouble::at(port).contains(&trouble);
        return possible
            .then_some((Spell { word: "fault", port, trouble: Some(trouble), delay_ms: 0 }, rest));
    }
    SPELLS.iter().find(|spell| spell.word == word).map(|spell| (*spell, rest))
}

/// Whether an operation is what a verb says.
fn does(verb: &str, operation: Operation) -> bool {
    operation.name().split_once('_').is_some_and(|(_, action)| action.starts_with(verb))
}

const VERBS: [&str; 8] = ["create", "renew", "update", "delete", "transfer", "restore", "info", "check"];
