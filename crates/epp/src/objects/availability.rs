//! Answers to check: which names are free, and why not (section 3.1.1 of RFC 5731, 5732, 5733).

use std::ops::RangeInclusive;

use engine::{Field, Outcome, Refusal, Refusals, ops::Availability};
use wire::xml::Writer;

use super::values::Values;
use crate::syntax::{Content, token};

/// How one kind of object writes a check: what its schema calls the name, and how long that may be.
pub(super) struct Form {
    /// The namespace of the object.
    pub(super) namespace: &'static str,
    /// What stands in the command for each name.
    pub(super) name: &'static str,
    /// The part that a bad name is blamed on.
    pub(super) field: Field,
    /// How many characters the answer can repeat.
    pub(super) lengths: RangeInclusive<usize>,
    /// The elements of the answer: `chkData` with the declaration of its prefix, `cd`, the name, `reason`.
    pub(super) answer: Answer,
}

/// The names of the answer's elements.
pub(super) struct Answer {
    pub(super) data: &'static str,
    pub(super) declaration: &'static str,
    pub(super) each: &'static str,
    pub(super) name: &'static str,
    pub(super) reason: &'static str,
}

/// Reads the names asked for. One that cannot be read is passed on, to be answered as not free, unless the answer could
/// not repeat it.
///
/// # Errors
/// Faults against the schema, and names that are empty or too long.
pub(super) fn read<T>(
    form: &Form,
    mut content: Content<'_, '_>,
    parse: impl Fn(&str) -> Result<T, Refusal>,
) -> Result<Vec<Result<T, Refusal>>, Refusals> {
    let elements = content.some(form.name, MOST_ASKED)?;
    content.end()?;

    let mut values = Values::new();
    let mut names = Vec::with_capacity(elements.len());
    for element in elements {
        let text = token(element, &[])?;
        match parse(&text) {
            Err(refusal) if !form.lengths.contains(&text.chars().count()) => {
                values.add(refusal.at(form.field));
            }
            read => names.push(read.map_err(|refusal| refusal.at(form.field))),
        }
    }
    values.settle(Some(names))
}

/// Writes the answer.
pub(super) fn render(form: &Form, answers: &[Availability], xml: &mut Writer) {
    let names = &form.answer;
    xml.open_with(names.data, &[(names.declaration, form.namespace)]);
    for Availability { name, taken } in answers {
        let available = if taken.is_none() { "1" } else { "0" };
        xml.open(names.each).leaf_with(names.name, &[("avail", available)], name);
        if let Some(refusal) = taken {
            xml.leaf(names.reason, short(refusal.outcome));
        }
        xml.close();
    }
    xml.close();
}

/// Why a name is not free, in the 32 characters that the schema has for it (`reasonBaseType`).
fn short(outcome: Outcome) -> &'static str {
    SHORT.iter().find(|(known, _)| *known == outcome).map_or("Not available", |(_, text)| text)
}

const SHORT: &[(Outcome, &str)] = &[
    (Outcome::DomainTaken, "In use"),
    (Outcome::ContactTaken, "In use"),
    (Outcome::HostTaken, "In use"),
    (Outcome::NameReserved, "Reserved"),
    (Outcome::DomainNameMalformed, "Invalid name"),
    (Outcome::HandleMalformed, "Invalid identifier"),
    (Outcome::ZoneUnknown, "Not offered here"),
    (Outcome::NameNotRegistrable, "Not registrable at this level"),
    (Outcome::LabelSingle, "Length not allowed"),
    (Outcome::LabelLengthRefused, "Length not allowed"),
    (Outcome::NameTooLong, "Length not allowed"),
    (Outcome::IdnNotOffered, "IDN not offered"),
    (Outcome::IdnTableMismatch, "Characters not allowed"),
];

/// The engine refuses far fewer, by a policy that this only bounds.
const MOST_ASKED: usize = 10_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_fits_the_schema() {
        for outcome in Outcome::ALL {
            let text = short(outcome);
            assert!((1..=32).contains(&text.chars().count()), "{outcome}: {text}");
            assert_eq!(text, text.trim());
        }
    }

    #[test]
    fn known_outcomes_have_words_of_their_own() {
        for (outcome, text) in SHORT {
            assert_eq!(short(*outcome), *text);
        }
        assert_eq!(short(Outcome::InternalFault), "Not available");
    }
}
