//! How the domains of transfer orders stand, by the numbers of this protocol.

use engine::model::TransferState;
use engine::ops::order::{OrderStanding, OrderedLine};

/// A number with what it says.
pub(super) type Standing = (u8, &'static str);

/// How one domain stands.
pub(super) fn of(line: &OrderedLine) -> Standing {
    let number = match &line.standing {
        OrderStanding::Done => DONE,
        OrderStanding::Transfer(state) => of_state(*state),
        OrderStanding::Kept => KEPT,
        OrderStanding::Refused(outcome) => {
            REFUSED.iter().find(|(name, _)| name == outcome).map_or(UNKNOWN, |(_, number)| *number)
        }
    };
    WORDS.iter().find(|(known, _)| *known == number).copied().unwrap_or((UNKNOWN, ""))
}

/// How the order as a whole stands.
pub(super) fn of_order(lines: &[OrderedLine]) -> Standing {
    let all = |is: fn(u8) -> bool| lines.iter().all(|line| is(of(line).0));
    match () {
        () if lines.iter().any(|line| of(line).0 == KEPT) => (5, "Order not submitted"),
        () if lines.iter().any(|line| of(line).0 == PENDING) => (4, "Processing"),
        () if all(|number| number == CANCELLED) => (2, "Cancelled"),
        () => (3, "Complete"),
    }
}

const fn of_state(state: TransferState) -> u8 {
    match state {
        TransferState::Pending => PENDING,
        TransferState::ClientApproved | TransferState::ServerApproved => DONE,
        TransferState::ClientRejected => 25,
        TransferState::ClientCancelled => CANCELLED,
        TransferState::ServerCancelled => 16,
    }
}

const DONE: u8 = 5;
const PENDING: u8 = 14;
const CANCELLED: u8 = 27;
const UNKNOWN: u8 = 24;
const KEPT: u8 = 35;

/// What a request is refused for, and how the domain stands then.
const REFUSED: [(&str, u8); 17] = [
    ("credit_insufficient", 6),
    ("credit_locked", 7),
    ("credit_inactive", 7),
    ("domain_unknown", 20),
    ("zone_unknown", 20),
    ("already_sponsor", 21),
    ("status_prohibits", 22),
    ("transfer_too_soon", 22),
    ("holder_changed_lately", 22),
    ("transfer_ordered", 23),
    ("transfer_pending", 31),
    ("pending_transfer_prohibits", 31),
    ("transfer_too_late", 30),
    ("authinfo_wrong", 32),
    ("authinfo_missing", 32),
    ("authinfo_locked", 32),
    ("order_withdrawn", CANCELLED),
];

const WORDS: [(u8, &str); 16] = [
    (5, "Transferred and paid successfully"),
    (6, "Unable to transfer - charge problem"),
    (7, "Unable to transfer - account frozen"),
    (14, "Transfer initiated - awaiting approval"),
    (16, "Unable to transfer - no answer in time"),
    (20, "Unable to transfer - domain not registered"),
    (21, "Unable to transfer - domain already in an account here"),
    (22, "Unable to transfer - domain locked or registered lately"),
    (23, "Unable to transfer - transfer initiated already"),
    (24, "Unable to transfer - unknown error"),
    (25, "Unable to transfer - refused by the losing registrar"),
    (27, "Cancelled by customer"),
    (30, "Unable to transfer - name not valid for transfer"),
    (31, "Unable to transfer - another transfer is running"),
    (32, "Unable to transfer - invalid authorization key"),
    (KEPT, "Order not submitted"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_words_and_every_name_is_an_outcome() {
        for (name, number) in REFUSED {
            assert!(engine::Outcome::ALL.iter().any(|outcome| outcome.name() == name), "{name}");
            assert!(WORDS.iter().any(|(known, _)| *known == number), "{number}");
        }
        for state in TransferState::ALL {
            assert!(WORDS.iter().any(|(known, _)| *known == of_state(state)), "{state:?}");
        }
        assert!(WORDS.iter().any(|(known, _)| *known == KEPT));
    }
}
