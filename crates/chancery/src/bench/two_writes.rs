//! A client that sends the length and the document apart, against one that sends them in one piece.

use anyhow::Result;
use serde::Serialize;

use super::args::Kind;
use super::contest::{self, Contest, Pair};
use super::session::Writing;
use super::stats::median;
use super::workload::Workshop;

/// What writing twice costs a client.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct TwoWrites {
    /// How many times as long it waits, by the median time of an answer.
    pub(super) ratio: Option<f64>,
    /// Others kept the machine busy all the time.
    pub(super) noisy: bool,
}

impl TwoWrites {
    /// Of the contest that [`measure`] holds.
    pub(super) fn of(contest: &Contest) -> Self {
        let ratio = |pair: &Pair| pair.server.median.as_secs_f64() / pair.yardstick.median.as_secs_f64();
        let ratios = contest.pairs.iter().map(ratio).filter(|ratio| ratio.is_finite());
        Self { ratio: median(ratios), noisy: contest.noisy }
    }
}

/// Lets both check with one session: who writes once is the yardstick.
///
/// # Errors
/// The sessions cannot be opened.
pub(super) fn measure(workshop: &Workshop<'_>) -> Result<Contest> {
    let mut whole = workshop.talkers(Kind::Check, 1, Writing::Whole)?;
    let mut apart = workshop.talkers(Kind::Check, 1, Writing::Apart)?;
    let (mut whole, mut apart) = (workshop.side(&mut whole), workshop.side(&mut apart));
    Ok(contest::hold(&workshop.rules(), &mut whole, &mut apart))
}
