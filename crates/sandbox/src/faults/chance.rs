//! Chance that repeats: the same seed gives the same throws.

/// The number of a throw, evenly spread (the finaliser of SplitMix64).
fn throw(seed: u64, count: u64) -> u64 {
    let mut mixed = seed.wrapping_add(count.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Whether something of this probability (0 to 1) happens at a throw.
pub(super) fn happens(probability: f64, seed: u64, count: u64) -> bool {
    // 53 bits: what a floating point number holds exactly.
    #[allow(clippy::cast_precision_loss, reason = "53 bits fit")]
    let drawn = (throw(seed, count) >> 11) as f64 / (1u64 << 53) as f64;
    drawn < probability
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn throws_repeat_and_are_as_probable_as_asked() {
        let count =
            |probability: f64, seed: u64| (0..10_000).filter(|n| happens(probability, seed, *n)).count();
        assert_eq!(count(0.3, 7), count(0.3, 7));
        assert!((2_850..3_150).contains(&count(0.3, 7)), "{}", count(0.3, 7));
        assert_eq!((count(0.0, 1), count(1.0, 1)), (0, 10_000));
        let throws = |seed: u64| (0..64).map(|n| happens(0.5, seed, n)).collect::<Vec<_>>();
        assert_ne!(throws(1), throws(2));
    }
}
