use std::collections::BTreeMap;
use std::sync::atomic::AtomicU64;

use proptest::prelude::*;

use super::*;

fn fingerprint(number: u64) -> Fingerprint {
    // Any odd factor spreads the numbers over the tables and lines, and keeps them apart.
    Fingerprint::new((number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

fn holds(set: &Set, fingerprint: Fingerprint) -> bool {
    set.hold(&[fingerprint])[0]
}

#[test]
fn names_that_share_a_fingerprint_do_not_take_each_other_away() {
    let (set, shared) = (Set::default(), fingerprint(1));
    for _ in 0..3 {
        set.add(shared);
    }
    for left in [2, 1] {
        set.remove(shared);
        assert!(holds(&set, shared));
        assert_eq!(set.count(), left);
    }
    set.remove(shared);
    set.remove(shared);
    assert!(!holds(&set, shared));
    assert_eq!(set.count(), 0);
}

#[test]
fn it_grows_and_shrinks_and_can_be_cleared() {
    let set = Set::default();
    let all: Vec<_> = (0..20_000).map(fingerprint).collect();
    all.iter().for_each(|added| set.add(*added));
    assert!(set.hold(&all).iter().all(|held| *held));
    assert!((20_000..40_000).all(|number| !holds(&set, fingerprint(number))));
    all[..15_000].iter().for_each(|removed| set.remove(*removed));
    let left: Vec<_> = set.hold(&all).into_iter().map(usize::from).collect();
    assert_eq!((left[..15_000].iter().sum(), left[15_000..].iter().sum()), (0, 5_000));
    assert_eq!(set.count(), 5_000);
    set.clear();
    assert!(set.hold(&all).iter().all(|held| !held) && set.count() == 0);
    set.add(all[0]);
    assert!(holds(&set, all[0]));
}

#[test]
fn coming_and_going_does_not_fill_it_up() {
    let set = Set::default();
    for number in 0..200_000 {
        set.add(fingerprint(number));
        if let Some(old) = number.checked_sub(100) {
            set.remove(fingerprint(old));
        }
    }
    assert_eq!(set.count(), 100);
    let places: usize = set.tables.load().0.iter().map(|table| table.places()).sum();
    assert!(places < 4_000, "{places} places for 100 names");
}

#[test]
fn the_least_and_the_greatest_are_fingerprints_like_others() {
    let set = Set::default();
    for bits in [0, 1, 2, u64::MAX] {
        assert!(!holds(&set, Fingerprint::new(bits)));
        set.add(Fingerprint::new(bits));
        assert!(holds(&set, Fingerprint::new(bits)));
        set.remove(Fingerprint::new(bits));
    }
    assert_eq!(set.count(), 0);
}

#[test]
fn a_reader_never_misses_what_is_there() {
    const NAMES: u64 = 100_000;
    let (set, added) = (Set::default(), AtomicU64::new(0));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 0..NAMES {
                set.add(fingerprint(number));
                // Others come and go between them, so that there are graves to be used again.
                set.add(fingerprint(NAMES + number));
                set.remove(fingerprint(NAMES + number));
                added.store(number + 1, Ordering::Release);
            }
        });
        for reader in 1..=3 {
            let (set, added) = (&set, &added);
            scope.spawn(move || {
                let mut place = reader;
                loop {
                    let there = added.load(Ordering::Acquire);
                    for _ in 0..100.min(there) {
                        place = (place * 7919 + reader) % there;
                        assert!(holds(set, fingerprint(place)), "{place} of {there}");
                    }
                    if there == NAMES {
                        return;
                    }
                }
            });
        }
    });
    assert_eq!(set.count(), 100_000);
}

proptest! {
    /// All fingerprints of one table and of two neighbouring lines, the last and the first.
    #[test]
    fn it_does_what_a_map_of_counts_does(steps in prop::collection::vec((any::<bool>(), 0..40_u64), 1..400)) {
        let (set, mut model) = (Set::default(), BTreeMap::<u64, usize>::new());
        for (add, number) in steps {
            let fingerprint = Fingerprint::new((number << 20) | (0xF_FFFF * (number % 3).min(1)));
            let count = model.entry(fingerprint.bits()).or_default();
            if add {
                set.add(fingerprint);
                *count += 1;
            } else {
                set.remove(fingerprint);
                *count = count.saturating_sub(1);
            }
            prop_assert_eq!(holds(&set, fingerprint), *count > 0);
        }
        for (bits, count) in &model {
            prop_assert_eq!(holds(&set, Fingerprint::new(*bits)), *count > 0);
        }
        prop_assert_eq!(set.count(), model.values().sum::<usize>());
    }
}
