use engine::{Outcome, ops::domain::PeriodCheck};

use crate::fixture::{World, name, years};

cases! {
    success_within_the_zones_bounds
    refused_beyond_them
}

fn of(zone: &str, count: u8) -> PeriodCheck {
    PeriodCheck { zone: name(zone), period: years(count).unwrap() }
}

fn success_within_the_zones_bounds() {
    let world = World::new();
    for count in [1, 10] {
        world.glanced(Outcome::PeriodOffered, of("test", count));
    }
}

fn refused_beyond_them() {
    let world = World::new();
    world.glance_refused(Outcome::ZoneUnknown, of("elsewhere", 1));
    world.glance_refused(Outcome::PeriodOutOfRange, of("strict.test", 3));
    world.glance_refused(Outcome::TermTooLong, of("short.test", 3));
}
