//! What a set consists of.

use engine::model::Handshake;
use engine::ops::upkeep;

use super::nominet::NOMINET;

/// Every set there is.
pub(crate) const SETS: [&Set; 1] = [&NOMINET];

/// Registrars and states of names.
pub(crate) struct Set {
    /// Its name.
    pub(crate) name: &'static str,
    /// Registrars that the set brings along. The first gives names to others and is asked before it gets any.
    pub(super) registrars: &'static [Registrar],
    /// The states.
    pub(super) states: &'static [State],
}

/// A registrar of the set itself, for which nobody logs in.
pub(super) struct Registrar {
    pub(super) tag: &'static str,
    /// When it wants to be asked before it gets domains.
    pub(super) handshake: Handshake,
    /// Whether it gets none.
    pub(super) barred: bool,
}

/// A state of a registration, and how a name comes into it.
pub(super) struct State {
    /// What the names begin with.
    pub(super) label: &'static str,
    /// Where they are registered.
    pub(super) zone: &'static str,
    /// How many days ago; those of today are not dated back.
    pub(super) age_days: u16,
    /// For how long.
    pub(super) years: u8,
    /// What is done with them then.
    pub(super) twist: Twist,
    /// What a client sees of it.
    pub(super) shows: &'static str,
}

/// What makes the names of a state different from others.
pub(super) enum Twist {
    /// Nothing.
    Plain,
    /// Their registrar has standing orders for them.
    Ordered(fn(&mut upkeep::Change)),
    /// They were renewed a moment ago.
    Renewed,
    /// They are locked for an investigation.
    Locked,
    /// They have DNSSEC data.
    Signed,
    /// They have name servers, within and without.
    Delegated,
    /// All have the same registrant.
    Shared,
    /// Their registrar released them to this tag.
    Released(&'static str),
    /// The set's first registrar released them to this one.
    Offered,
}

impl Set {
    /// The set with a name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        SETS.into_iter().find(|set| set.name == name)
    }

    /// The tag of the registrar that gives names to others.
    pub(super) fn giver(&self) -> &'static str {
        self.registrars.first().map_or("", |registrar| registrar.tag)
    }
}
