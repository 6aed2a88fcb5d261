use engine::{
    Outcome,
    model::{RecordType, Serial},
    ops::dns_zone::Commit,
    ports::Port,
};

use super::{refuses_strangers, secondary, world};
use crate::fixture::name;

cases! {
    success_publishes_the_draft_under_a_new_serial
    success_without_changes_does_nothing
    success_counts_serials_up
    refused_for_a_secondary_zone
    refused_for_strangers
    broken_name_servers_keep_the_draft
}

fn commit() -> Commit {
    Commit { name: name("shop.test") }
}

fn success_publishes_the_draft_under_a_new_serial() {
    let world = world();
    world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    let draft = world.zone("shop.test");
    assert!(draft.changed && world.published("shop.test", RecordType::A).is_empty());
    let serial = world.done(&world.alpha, Outcome::DnsZoneCommitted, commit());
    let zone = world.zone("shop.test");
    assert_eq!((serial, zone.serial), (Serial(2_027_030_102), serial));
    assert_eq!((zone.changed, zone.committed_at, zone.rows), (false, Some(world.now()), 1));
    let row = ("www".to_owned(), 300, vec![192, 0, 2, 1]);
    assert_eq!(world.published("shop.test", RecordType::A), [row]);
    assert_eq!(world.history(zone.id), ["dns_zone_add", "dns_row_add", "dns_zone_commit"]);
}

fn success_without_changes_does_nothing() {
    let world = world();
    let before = (world.zone("shop.test"), world.records("shop.test"));
    let serial = world.done(&world.alpha, Outcome::DnsZoneCommitted, commit());
    assert_eq!(serial, before.0.serial);
    assert_eq!((world.zone("shop.test"), world.records("shop.test")), before);
}

fn success_counts_serials_up() {
    let world = world();
    let mut last = world.zone("shop.test").serial;
    for number in 0..3 {
        world.add_row(&world.alpha, "shop.test", &format!("{number} 300 TXT x"));
        let serial = world.done(&world.alpha, Outcome::DnsZoneCommitted, commit());
        assert_eq!(serial, Serial(last.0 + 1));
        last = serial;
    }
    world.pass_days(1);
    world.add_row(&world.alpha, "shop.test", "x 300 TXT x");
    assert_eq!(world.done(&world.alpha, Outcome::DnsZoneCommitted, commit()), Serial(2_027_030_201));
}

fn refused_for_a_secondary_zone() {
    let world = secondary();
    world.refused(&world.alpha, Outcome::DnsZoneIsSecondary, commit());
}

fn refused_for_strangers() {
    refuses_strangers(|name| Commit { name });
}

fn broken_name_servers_keep_the_draft() {
    let world = world();
    world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    world.break_port(Some(Port::NameServers));
    assert_eq!(world.broken(&world.alpha, commit()).outcome(), Outcome::DnsNameServersUnavailable);
    world.break_port(None);
    world.done(&world.alpha, Outcome::DnsZoneCommitted, commit());
}
