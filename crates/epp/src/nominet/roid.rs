//! Numbers of objects in the nom family: `100167-UK`, `C100283-UK`, `NS100160-UK`.

use engine::model::{ContactId, HostId};
use engine::{Field, Outcome, Refusal};

/// Writes the number of an account.
pub(super) fn account(id: ContactId) -> String {
    format!("{}-UK", id.0)
}

/// Writes the number of a contact.
pub(super) fn contact(id: ContactId) -> String {
    format!("C{}-UK", id.0)
}

/// Writes the number of a name server.
pub(super) fn ns(id: HostId) -> String {
    format!("NS{}-UK", id.0)
}

/// Reads the number of an account or contact.
///
/// # Errors
/// `contact_unknown`: whatever else it is, it is no number that was given.
pub(super) fn read_contact(text: &str) -> Result<ContactId, Refusal> {
    let number = text.trim_start_matches(['C', 'S']);
    number_of(number)
        .map(ContactId)
        .ok_or_else(|| Refusal::new(Outcome::ContactUnknown).at(Field::ContactId).value(text))
}

/// Reads the number of a name server.
///
/// # Errors
/// `host_unknown`.
pub(super) fn read_ns(text: &str) -> Result<HostId, Refusal> {
    let number = text.trim_start_matches("NS");
    number_of(number)
        .map(HostId)
        .ok_or_else(|| Refusal::new(Outcome::HostUnknown).at(Field::HostName).value(text))
}

fn number_of(text: &str) -> Option<i64> {
    text.strip_suffix("-UK").unwrap_or(text).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_and_without_their_ending() {
        for text in ["100167-UK", "100167", "C100167-UK", "S100167"] {
            assert_eq!(read_contact(text), Ok(ContactId(100_167)), "{text}");
        }
        assert_eq!(read_ns(&ns(HostId(5))), Ok(HostId(5)));
        assert_eq!(read_contact("Smith").map_err(|refusal| refusal.outcome), Err(Outcome::ContactUnknown));
    }
}
