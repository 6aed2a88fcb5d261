//! Name servers of a domain: `NS1` and so on, or those of the house with `UseDNS=default`. An empty first means none.

use engine::Field;
use engine::model::{Delegation, DomainName, HostAttribute};
use engine::ops::domain::DossierView;

use crate::call::Call;
use crate::params::Params;

/// Reads them, if any are spoken of. Those that are named go before those of the house.
pub(in crate::commands) fn read(params: &mut Params) -> Option<Delegation> {
    let names = params.each("NS", MOST, Field::NameServer, DomainName::parse);
    let is_house = params.text("UseDNS").is_some_and(|word| word.trim().eq_ignore_ascii_case("default"));
    if names.is_empty() && is_house {
        return Some(Delegation::House);
    }
    let server = |name| HostAttribute { name, addresses: Vec::new() };
    let listed = || Delegation::Listed(names.into_iter().map(server).collect());
    params.was_sent("NS1").then(listed)
}

/// Whether a domain has the name servers of the house, and no others.
pub(in crate::commands) fn is_house(call: &Call<'_>, dossier: &DossierView) -> bool {
    let house = &call.policies().house.dns.name_servers;
    let is_one = |server: &HostAttribute| house.contains(&server.name);
    !dossier.servers.is_empty() && dossier.servers.iter().all(is_one)
}

/// One more than zones take: who names too many is told so, and nothing is left out in silence.
const MOST: usize = 14;
