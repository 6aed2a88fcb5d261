//! Numbers of orders. A line of one has the order's number with its own place added: as many numbers are kept for that.

use engine::model::{OperationId, OrderLine};
use engine::{Field, Outcome, Refusal};

use crate::call::NUMBERS;
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

/// Reads the number of a line: that of its order, and its place there.
///
/// # Errors
/// `number_malformed`.
pub(super) fn line(text: &str) -> Result<(OperationId, i64), Refusal> {
    let OperationId(number) = order(text)?;
    let place = number.rem_euclid(NUMBERS.into());
    Ok((OperationId(number - place), place))
}

/// The number of a line.
pub(super) fn of(line: &OrderLine) -> String {
    line.order.0.saturating_add(line.place.into()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_by_its_number() {
        assert_eq!(line("6401").unwrap(), (OperationId(6400), 1));
        assert_eq!(line(&i64::MIN.to_string()).unwrap().1, 0);
        for wrong in ["", "x01", "1é", "38127733186003763301"] {
            assert!(line(wrong).is_err(), "{wrong}");
        }
    }
}
