//! Numbers of orders. A line of one is named by the order's number with its own place behind it, in two digits.

use engine::model::{OperationId, OrderLine};
use engine::{Field, Outcome, Refusal};

use crate::params::Params;

/// Reads the number of an order.
///
/// # Errors
/// `number_malformed`.
pub(super) fn order(text: &str) -> Result<OperationId, Refusal> {
    let malformed = || Refusal::new(Outcome::NumberMalformed).value(text);
    text.parse().map(OperationId).map_err(|_| malformed())
}

/// Takes it from the parameters.
pub(in crate::commands) fn needed(params: &mut Params, name: &'static str) -> Option<OperationId> {
    params.need(name, Field::Order, order)
}

/// Reads the number of a line.
///
/// # Errors
/// `number_malformed`.
pub(super) fn line(text: &str) -> Result<(OperationId, u32), Refusal> {
    let malformed = || Refusal::new(Outcome::NumberMalformed).value(text);
    let at = text.len().saturating_sub(PLACE);
    let (number, place) = text.split_at_checked(at).ok_or_else(malformed)?;
    Ok((order(number)?, place.parse().map_err(|_| malformed())?))
}

/// The number of a line.
pub(super) fn of(line: &OrderLine) -> String {
    format!("{}{:02}", line.order.0, line.place)
}

/// Digits of a place.
const PLACE: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_by_its_number() {
        assert_eq!(line("12301").unwrap(), (OperationId(123), 1));
        for wrong in ["", "1", "x01", "1é"] {
            assert!(line(wrong).is_err(), "{wrong}");
        }
    }
}
