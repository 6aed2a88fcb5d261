//! What can be asked of the system.

use std::fmt;

use crate::generated::{BY_SERVER, OPERATIONS, Operation};

impl Operation {
    /// Every operation, by name.
    pub const ALL: [Self; OPERATIONS.len()] = {
        let mut all = [OPERATIONS[0].0; OPERATIONS.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = OPERATIONS[at].0;
            at += 1;
        }
        all
    };

    /// The name in the catalogue.
    pub fn name(self) -> &'static str {
        OPERATIONS[self as usize].1
    }

    /// Whether the server does it by itself when its time has come. It stands in the history; nobody can ask for it.
    pub fn is_by_server(self) -> bool {
        BY_SERVER.contains(&self)
    }

    /// The operation of this name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        // The operations stand in the order of their names.
        let at = OPERATIONS.binary_search_by(|(_, known, _)| known.cmp(&name)).ok()?;
        Some(OPERATIONS[at].0)
    }

    /// How people call it; the word for texts and manuals.
    pub fn title(self) -> &'static str {
        OPERATIONS[self as usize].2
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title())
    }
}

#[cfg(test)]
mod tests {
    use super::Operation;

    #[test]
    fn each_stands_at_its_own_place_and_is_found_by_its_name() {
        for (operation, place) in Operation::ALL.into_iter().zip(0..) {
            assert_eq!(operation as usize, place, "{}", operation.name());
            assert_eq!(Operation::from_name(operation.name()), Some(operation));
        }
        assert_eq!(Operation::from_name("no_such_operation"), None);
    }

    #[test]
    fn some_things_nobody_can_ask_for() {
        assert!(Operation::DomainDrop.is_by_server() && Operation::TransferTimeOut.is_by_server());
        assert!(!Operation::DomainDelete.is_by_server());
    }
}
