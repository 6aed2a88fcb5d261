/// The kinds of names that are unique each among themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Registered domains.
    Domain,
    /// Host objects.
    Host,
    /// Handles of contacts.
    Contact,
    /// Names of sets of name servers.
    Nsset,
    /// Handles of deleted contacts, in quarantine.
    FormerContact,
    /// Names of deleted sets of name servers, in quarantine.
    FormerNsset,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Domain, Self::Host, Self::Contact, Self::Nsset, Self::FormerContact, Self::FormerNsset];
}

/// An index of every name in use, held in memory and fed in commit order. It answers checks without the store;
/// the store remains the truth, and its constraint decides every race.
pub trait Names: Send + Sync {
    /// Whether a name is in use. Domain names in their canonical form, handles exactly.
    fn holds(&self, kind: Kind, name: &str) -> bool;

    /// Whether each of these is in use, in their order. Asked together, many take hardly longer than one.
    fn held(&self, kind: Kind, names: &mut dyn Iterator<Item = &str>) -> Vec<bool>;

    /// How many names of a kind there are.
    fn count(&self, kind: Kind) -> usize;
}
