//! Name servers of a domain: a set of them by name, or a list.

use engine::model::{Delegation, DomainName, NssetName};
use engine::{Field, Outcome, Refusal};

use super::contacts::zone_of;
use crate::Call;
use crate::name_servers;
use crate::params::{Params, missing};

/// Reads `nsset` or `dns`, of which one is needed: which one, where both are missing, depends on the zone. A list that is
/// sent and empty stands for the servers of this system.
pub(super) fn need(call: &Call<'_>, params: &mut Params, name: Option<&DomainName>) -> Option<Delegation> {
    let delegation = read(params);
    let is_silent = !params.has("nsset") && params.sent("dns").is_none();
    if is_silent {
        let has_sets = name.and_then(|name| zone_of(call, name)).is_some_and(|zone| zone.nssets.is_some());
        params.add(if has_sets {
            missing("nsset", Field::NssetName)
        } else {
            missing("dns", Field::NameServer)
        });
    }
    delegation
}

/// Reads `nsset` or `dns`, if one was sent.
pub(super) fn read(params: &mut Params) -> Option<Delegation> {
    if params.has("nsset") && params.has("dns") {
        let refusal = Refusal::new(Outcome::ParameterMismatch).fact("parameter", "nsset");
        params.add(refusal.fact("reason", "it cannot stand beside dns").at(Field::NssetName));
        return None;
    }
    if params.has("nsset") {
        return params.read("nsset", Field::NssetName, NssetName::parse).map(Delegation::Nsset);
    }
    let servers = name_servers::read(params)?;
    Some(if servers.is_empty() { Delegation::House } else { Delegation::Listed(servers) })
}
