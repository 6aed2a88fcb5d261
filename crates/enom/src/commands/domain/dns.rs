//! `GetDNS`: the name servers of a domain.

use engine::ops::domain::Dossier;
use outcomes::Operation as Name;

use super::servers;
use crate::answer::{Ended, Reply, registry, registry_pair};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    let outcome = done.outcome;
    Ok(Reply::of(done, |dossier| {
        let names: Vec<String> = dossier.servers.iter().map(|server| server.name.to_string()).collect();
        let (code, _) = registry_pair(outcomes::ENOM.row(outcome, Some(Name::DomainDossier), None));
        let fields = Fields::new()
            .list("dns", "DNS", &names)
            .text("NSCount", names.len().to_string())
            .one("UseDNS", if servers::is_house(call, &dossier) { "default" } else { "" })
            .xml("HostsNumLimit", call.policies().house.dns.most_rows.to_string())
            // This system is the registry, so that nothing has to be synchronised.
            .xml("DNSRegistrySynced", "True")
            .text("NameserverRegistrySynced", "True")
            .one("RRPCodeGDNS", code);
        registry(fields, outcome, Name::DomainDossier)
    }))
}
