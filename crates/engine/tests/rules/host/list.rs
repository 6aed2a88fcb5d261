use engine::{
    Outcome,
    model::{NamePattern, Window},
    ops::host::List,
};

use crate::fixture::World;

cases! {
    success_by_name_in_windows_and_by_pattern
}

fn success_by_name_in_windows_and_by_pattern() {
    let world = World::new();
    for host in ["ns2.example", "ns1.example", "dns.example"] {
        world.add_host(&world.alpha, host, &[]);
    }
    world.add_host(&world.bravo, "ns3.example", &[]);
    let list = |pattern: &str, first, limit| {
        let list = List { pattern: NamePattern::new(pattern), window: Window { first, limit } };
        let page = world.found(&world.alpha, Outcome::HostsListed, list);
        let names: Vec<_> = page.rows.iter().map(|host| host.name.to_string()).collect();
        (names.join(" "), page.total)
    };
    assert_eq!(list("*", 0, 2), ("dns.example ns1.example".into(), 3));
    assert_eq!(list("*", 2, 2), ("ns2.example".into(), 3));
    assert_eq!(list("ns?.*", 0, 9), ("ns1.example ns2.example".into(), 2));
}
