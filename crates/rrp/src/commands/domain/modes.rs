//! What happens at the end of a registration, and to transfers that nobody answers: the words for it.

use engine::model::{RenewalMode, TimeOut};

/// What happens at the end of a registration. `DEFAULT` leaves it to the zone.
pub(super) const RENEWAL: [(&str, Option<RenewalMode>); 5] = [
    ("DEFAULT", None),
    ("AUTORENEW", Some(RenewalMode::Automatic)),
    ("AUTOEXPIRE", Some(RenewalMode::Explicit)),
    ("AUTODELETE", Some(RenewalMode::Delete)),
    ("RENEWONCE", Some(RenewalMode::Once)),
];

/// What becomes of a transfer that is not answered.
pub(super) const TRANSFER: [(&str, Option<TimeOut>); 3] =
    [("DEFAULT", None), ("AUTOAPPROVE", Some(TimeOut::Approve)), ("AUTODENY", Some(TimeOut::Cancel))];

/// The word for a mode.
pub(super) fn word<T: PartialEq>(words: &[(&'static str, T)], mode: &T) -> &'static str {
    words.iter().find(|(_, meant)| meant == mode).map_or("DEFAULT", |(word, _)| word)
}
