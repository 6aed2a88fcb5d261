//! A client that sends the length and the document apart, against one that sends them in one piece.

use anyhow::Result;

use super::args::Kind;
use super::contest::{self, Contest};
use super::session::Writing;
use super::stats::median;
use super::workload::Workshop;

/// Lets both check with one session. The failures are in the contest; the ratio of their median times is [`ratio`].
///
/// # Errors
/// The sessions cannot be opened.
pub(super) fn measure(workshop: &Workshop<'_>) -> Result<Contest> {
    let mut whole = workshop.talkers(Kind::Check, 1, Writing::Whole)?;
    let mut apart = workshop.talkers(Kind::Check, 1, Writing::Apart)?;
    let (mut whole, mut apart) = (workshop.side(&mut whole), workshop.side(&mut apart));
    Ok(contest::hold(&workshop.rules(), &mut whole, &mut apart))
}

/// How many times as long the client that writes twice waits.
pub(super) fn ratio(contest: &Contest) -> Option<f64> {
    let ratio = |pair: &contest::Pair| pair.server.median.as_secs_f64() / pair.yardstick.median.as_secs_f64();
    median(contest.pairs.iter().map(ratio).filter(|ratio| ratio.is_finite()))
}
