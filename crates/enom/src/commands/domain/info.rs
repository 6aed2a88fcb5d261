//! `GetDomainInfo`: one of the account's domains. The first of its services has to be that of its name servers: clients look
//! for them there.

use engine::ops::domain::{Dossier, DossierView, RgpState};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    let owner = call.actor().account.clid.to_string();
    Ok(Reply::of(done, |dossier| Fields::new().group("GetDomainInfo", told(call, &dossier, owner))))
}

fn told(call: &Call<'_>, dossier: &DossierView, owner: String) -> Fields {
    let domain = &dossier.view.domain;
    let id = domain.id.0.to_string();
    let (sld, tld) = domain.name.split_first().unwrap_or((domain.name.as_str(), ""));
    let marks = vec![("sld", sld.to_owned()), ("tld", tld.to_owned()), ("domainnameid", id)];
    let is_over = domain.expires_at < call.desk.engine().now();
    let status = Fields::new()
        .one("expiration", moment(domain.expires_at))
        .one("registrar", "eNom, Inc.")
        .one("registrationstatus", state(dossier, is_over))
        .one("purchase-status", "Paid")
        .one("belongs-to", owner)
        .one("escrowhold", "0");
    Fields::new()
        .one("domainname", domain.name.as_str())
        .marked(marks)
        .group("status", status)
        .one("ParkingEnabled", "False")
        .group("services", services(dossier))
}

fn state(dossier: &DossierView, is_over: bool) -> &'static str {
    let redemption = |state: &RgpState| matches!(state, RgpState::Redemption(_) | RgpState::PendingRestore);
    match dossier.view.rgp.iter().any(redemption) {
        true => "RGP",
        false if dossier.view.domain.redemption.is_some() => "Deleted",
        false if is_over => "Expired",
        false => "Registered",
    }
}

fn services(dossier: &DossierView) -> Fields {
    let names: Vec<String> = dossier.servers.iter().map(|server| server.name.to_string()).collect();
    let servers = Fields::new()
        .xml("enomDNS", "")
        .marked(vec![("value", "NO".to_owned()), ("isDotName", "False".to_owned())])
        .xml("service", FOREIGN_SERVERS)
        .marked(vec![("changable", "1".to_owned())])
        .group("configuration", Fields::new().list("dns", "dns", &names))
        .marked(vec![("changable", "1".to_owned()), ("type", "dns".to_owned())]);
    let privacy = Fields::new().xml("service", VISIBLE).marked(vec![("changable", "0".to_owned())]);
    Fields::new()
        .group("entry", servers)
        .marked(vec![("name", "dnsserver".to_owned())])
        .group("entry", privacy)
        .marked(vec![("name", "wpps".to_owned())])
}

/// Numbers of services: name servers of somebody else's, and a registrant who is not masked.
const FOREIGN_SERVERS: &str = "1012";
const VISIBLE: &str = "1123";
