//! What can be asked of the system.

use std::fmt;

use crate::generated::{OPERATIONS, Operation};

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
    fn each_stands_at_its_own_place() {
        for (operation, place) in Operation::ALL.into_iter().zip(0..) {
            assert_eq!(operation as usize, place, "{}", operation.name());
        }
    }
}
