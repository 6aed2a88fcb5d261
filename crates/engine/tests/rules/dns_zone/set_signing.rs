use engine::{
    Outcome,
    model::{DnsSigning, DomainName},
    ops::dns_zone::SetSigning,
};

use super::{refuses_strangers, secondary, world};
use crate::fixture::{handle, name};

cases! {
    success_is_part_of_the_next_version
    refused_for_a_secondary_zone
    refused_for_strangers
}

fn set(name: DomainName, signing: DnsSigning) -> SetSigning {
    SetSigning { name, signing }
}

fn success_is_part_of_the_next_version() {
    let world = world();
    for signing in [DnsSigning::Own, DnsSigning::KeySet(handle("KEYS-1")), DnsSigning::Unsigned] {
        world.done(&world.alpha, Outcome::DnsSigningSet, set(name("shop.test"), signing.clone()));
        let zone = world.zone("shop.test");
        assert_eq!((zone.signing, zone.changed), (signing, true));
        assert_eq!(world.advance_seconds(300).len(), 1);
    }
}

fn refused_for_a_secondary_zone() {
    let world = secondary();
    world.refused(&world.alpha, Outcome::DnsZoneIsSecondary, set(name("shop.test"), DnsSigning::Own));
}

fn refused_for_strangers() {
    refuses_strangers(|name| set(name, DnsSigning::Own));
}
