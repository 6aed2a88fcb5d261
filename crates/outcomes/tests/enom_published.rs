//! What is published of Enom's errors is said as it stands there, letter by letter.
#![allow(missing_docs, reason = "a test program has no public items")]

use outcomes::{ENOM, Field, Operation, Outcome};

/// Outcome, operation and field; the lines; the number and the string, and those that are told with them.
type Case =
    (Outcome, Option<Operation>, Option<Field>, &'static [&'static str], &'static [(u32, &'static str)]);

const CASES: &[Case] = &[
    (
        Outcome::AuthenticationFailed,
        None,
        None,
        &["Bad User name or Password"],
        &[(304_155, "Validation error; invalid ; loginid")],
    ),
    (
        Outcome::PhoneMalformed,
        Some(Operation::DomainCreate),
        Some(Field::Registrant),
        &[
            "Invalid Registrant information.",
            "Parameter value range error - 7037 - Invalid telephone number format.",
        ],
        &[(304_145, "Validation error; invalid ; registrant contact")],
    ),
    (
        Outcome::AddressNotPermitted,
        None,
        None,
        &["User not permitted from this IP address - {value}"],
        &[(713_254, "Policy error; unauthorized; user(s)")],
    ),
    (
        Outcome::CsrMalformed,
        None,
        None,
        &["500 - Unable to parse CSR.", "Unable to retrieve CSR information"],
        &[(620_397, "System error; failed to send;"), (304_224, "Validation error; invalid ; information")],
    ),
    (
        Outcome::CsrParserUnavailable,
        None,
        None,
        &["Failed executing CERTPARSECSR"],
        &[(699_999, "System error; unknown; unknown")],
    ),
];

#[test]
fn published_errors_are_said_letter_by_letter() {
    for (outcome, operation, field, lines, codes) in CASES {
        let row = ENOM.row(*outcome, *operation, *field);
        assert_eq!(row.lines(), *lines, "{outcome}");
        let also = row.wording.and_then(|wording| wording.also);
        let said: Vec<_> =
            std::iter::once(row.code).chain(also).map(|code| (code.number, code.message)).collect();
        assert_eq!(said, *codes, "{outcome}");
    }
}

#[test]
fn what_is_not_published_is_marked_as_inferred() {
    let published: Vec<u32> =
        ENOM.codes.iter().filter(|code| !code.is_inferred).map(|code| code.number).collect();
    let known =
        [302_155, 304_145, 304_155, 304_156, 304_224, 313_155, 316_153, 316_154, 321_393, 620_397, 713_254];
    assert_eq!(published, known);
}
