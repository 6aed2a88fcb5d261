//! Statuses in the words of RRP (RFC 2832 section 6), which has one for what EPP tells apart.

use engine::model::Status;
use engine::{Outcome, Refusal};

/// The statuses that a word of RRP stands for, where a registrar sets or removes it. Its lock bars all but renewals; its hold
/// takes the name out of the DNS.
///
/// # Errors
/// `status_not_settable`: a word for what only the registry decides, or none at all.
pub(super) fn settable(word: &str) -> Result<&'static [Status], Refusal> {
    match word.to_ascii_uppercase().as_str() {
        "REGISTRAR-LOCK" => Ok(&[
            Status::ClientUpdateProhibited,
            Status::ClientDeleteProhibited,
            Status::ClientTransferProhibited,
        ]),
        "REGISTRAR-HOLD" => Ok(&[Status::ClientHold]),
        _ => Err(Refusal::new(Outcome::StatusNotSettable).value(word)),
    }
}

/// The statuses of a domain as RRP says them, each once. `ACTIVE` is what has no other.
pub(super) fn told(statuses: &[String]) -> Vec<&str> {
    let mut words = Vec::new();
    for word in statuses.iter().filter_map(|status| word(status)) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    if words.len() > 1 {
        words.retain(|word| *word != ACTIVE);
    }
    words
}

/// `None` for what RRP has no word for and what follows from the rest.
fn word(status: &str) -> Option<&str> {
    let Some(known) = Status::ALL.into_iter().find(|known| known.name() == status) else {
        // Already a word of RRP: where the registration stands.
        return Some(status);
    };
    match known {
        Status::ClientHold => Some("REGISTRAR-HOLD"),
        Status::ClientDeleteProhibited
        | Status::ClientTransferProhibited
        | Status::ClientUpdateProhibited => Some("REGISTRAR-LOCK"),
        Status::ServerHold => Some("REGISTRY-HOLD"),
        Status::ServerDeleteProhibited
        | Status::ServerTransferProhibited
        | Status::ServerUpdateProhibited => Some("REGISTRY-LOCK"),
        Status::PendingTransfer => Some("PENDINGTRANSFER"),
        _ => None,
    }
}

/// What a domain is that nothing else is to be said of.
const ACTIVE: &str = "ACTIVE";

#[cfg(test)]
mod tests {
    #[test]
    fn a_status_is_said_once_and_activity_only_alone() {
        let told = |words: &str| {
            let statuses: Vec<String> = words.split(' ').map(str::to_owned).collect();
            super::told(&statuses).join(" ")
        };
        assert_eq!(told("ACTIVE ok"), "ACTIVE");
        assert_eq!(told("ACTIVE inactive"), "ACTIVE");
        assert_eq!(told("ACTIVE clientUpdateProhibited clientDeleteProhibited"), "REGISTRAR-LOCK");
        assert_eq!(
            told("ACTIVE serverHold clientHold pendingTransfer"),
            "REGISTRY-HOLD REGISTRAR-HOLD PENDINGTRANSFER"
        );
        assert_eq!(told("REDEMPTIONPERIOD pendingDelete"), "REDEMPTIONPERIOD");
    }
}
