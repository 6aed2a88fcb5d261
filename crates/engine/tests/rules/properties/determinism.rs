//! Two engines that are told the same at the same times hold the same.

use proptest::{collection::vec, prelude::*};

use super::{
    sequences,
    steps::{prepare, step},
};
use crate::fixture::{Picture, World};

proptest! {
    #![proptest_config(sequences(24))]

    /// Ids, dates, balances, history and notices among it.
    #[test]
    fn the_same_steps_give_the_same_world(steps in vec(step(), 1..60)) {
        let worlds = [World::new(), World::new()];
        let [first, second] = worlds.each_ref().map(|world| {
            prepare(world);
            let outcomes: Vec<_> = steps.iter().map(|step| step.take(world)).collect();
            (outcomes, Picture::of(world))
        });
        prop_assert_eq!(first.0, second.0);
        prop_assert_eq!(first.1, second.1);
    }
}
