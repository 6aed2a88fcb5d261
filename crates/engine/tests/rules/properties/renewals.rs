//! A renewal sent twice renews once.

use engine::{
    Outcome,
    model::{ExpiryClaim, Instant},
    ops::domain::Renew,
};
use proptest::{collection::vec, prelude::*};

use super::sequences;
use crate::fixture::{World, day, name, years};

proptest! {
    #![proptest_config(sequences(24))]

    /// From any day, leap days among them, by any periods: each renewal counts once, and the years add up.
    #[test]
    fn a_renewal_sent_twice_renews_once(start in 0..4 * 366_i64, periods in vec((1..4_u8, 0..400_i64), 1..6)) {
        let world = World::new();
        world.set_clock(day("2027-01-01").plus_days(start));
        world.register(&world.alpha, "shop.test");
        for (period, pause) in periods {
            let before = expiry(&world);
            let renew = || Renew {
                name: name("shop.test"),
                current_expiry: Some(ExpiryClaim::Day(before.date())),
                period: years(period),
            };
            let balance = world.balance(&world.alpha);
            if before.plus_years(period.into()) > world.now().plus_years(10) {
                world.refused(&world.alpha, Outcome::TermTooLong, renew());
                prop_assert_eq!(expiry(&world), before);
            } else {
                world.done(&world.alpha, Outcome::DomainRenewed, renew());
                world.refused(&world.alpha, Outcome::ExpiryMismatch, renew());
                prop_assert_eq!(expiry(&world), before.plus_years(period.into()));
                prop_assert_eq!(balance - world.balance(&world.alpha), 800 * i64::from(period));
            }
            world.pass_days(pause);
        }
    }
}

fn expiry(world: &World) -> Instant {
    world.view("shop.test").domain.expires_at
}
