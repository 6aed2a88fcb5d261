//! What a request can be about.

use std::fmt;

use crate::generated::{FIELDS, Field};

impl Field {
    /// Every field, by name.
    pub const ALL: [Self; FIELDS.len()] = {
        let mut all = [FIELDS[0].0; FIELDS.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = FIELDS[at].0;
            at += 1;
        }
        all
    };

    /// The name in the catalogue.
    pub fn name(self) -> &'static str {
        FIELDS[self as usize].1
    }

    /// How people call it; the word for texts and manuals.
    pub fn title(self) -> &'static str {
        FIELDS[self as usize].2
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title())
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn each_stands_at_its_own_place() {
        for (field, place) in Field::ALL.into_iter().zip(0..) {
            assert_eq!(field as usize, place, "{}", field.name());
        }
    }
}
