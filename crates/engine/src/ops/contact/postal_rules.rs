//! Which postal addresses a contact has.

use outcomes::{Field, Outcome};

use crate::{Findings, Refusal, model::Postal};

/// Notes what is wrong with a set of addresses: none, two of one type, other characters than ASCII in an `int` one.
pub(super) fn check(postal: &[Postal], findings: &mut Findings) {
    if postal.is_empty() {
        findings.add(Refusal::new(Outcome::TextMissing).at(Field::ContactPostal));
    }
    for (index, address) in postal.iter().enumerate() {
        if postal[..index].iter().any(|earlier| earlier.kind == address.kind) {
            findings
                .add(Refusal::new(Outcome::PostalTwice).at(Field::ContactPostal).value(address.kind.name()));
        }
        findings.take(Field::ContactPostal, address.check_script());
    }
}
