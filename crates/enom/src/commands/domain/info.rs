//! `GetDomainInfo`: one of the account's domains with the services around it. The first of these has to be that of its name
//! servers: clients look for them there.

use engine::Failure;
use engine::model::{DnsRow, DomainName, Instant, RenewalMode};
use engine::ops::dns_row;
use engine::ops::domain::{Dossier, DossierView};
use engine::ops::preferences::Find;

use super::{raa, status};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::zone::mail_choice::{self, MailChoice};
use crate::commands::zone::shown::{self, Shown};
use crate::fields::Fields;
use crate::params::Params;
use crate::times::moment;
use crate::words::{marks, parts, truth};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name: name.clone() }).await?;
    let rows = rows(call, name.clone()).await?;
    let behind = Behind {
        mail: mail_choice::among(call, &name, &rows).await?,
        rows,
        opts_out: call.query(Find).await?.answer.opts_out,
    };
    Ok(Reply::of(done, |dossier| Fields::new().group("GetDomainInfo", told(call, &dossier, &behind))))
}

/// What is told of a domain beside itself.
struct Behind {
    /// The rows of its zone.
    rows: Vec<DnsRow>,
    mail: MailChoice,
    /// Whether the account prefers that domains can be transferred at once after their holder changed.
    opts_out: bool,
}

/// The rows of the zone of a domain, if the account has one.
async fn rows(call: &Call<'_>, zone: DomainName) -> Result<Vec<DnsRow>, Failure> {
    match call.query(dns_row::List { zone }).await {
        Ok(done) => Ok(done.answer),
        Err(Failure::Refused(_)) => Ok(Vec::new()),
        Err(fault) => Err(fault),
    }
}

fn told(call: &Call<'_>, dossier: &DossierView, behind: &Behind) -> Fields {
    let domain = &dossier.view.domain;
    let (sld, _) = parts(&domain.name);
    Fields::new()
        .one("domainname", domain.name.as_str())
        .marked(marks(domain, "domainnameid"))
        .one("multy-langSLD", if domain.name.unicode() == domain.name.as_str() { "" } else { sld })
        .group("status", standing(call, dossier))
        .one("ParkingEnabled", "False")
        .group("services", services(call, dossier, behind))
        .dense()
}

fn standing(call: &Call<'_>, dossier: &DossierView) -> Fields {
    let (domain, now) = (&dossier.view.domain, call.desk.engine().now());
    let state = status::of(domain, now);
    let redemption = domain.redemption.as_ref();
    let restorable = redemption.is_some_and(|redemption| now < redemption.redeemable_until);
    let registrant = dossier.person(engine::model::Role::Registrant);
    Fields::new()
        .one("expiration", moment(domain.expires_at))
        .one("deletebydate", redemption.map(|redemption| moment(redemption.purge_at)).unwrap_or_default())
        .one("deletetype", if redemption.is_some() { "redemption" } else { "" })
        .one("restorable", truth(restorable))
        .one("renewbeforeexpiration", truth(domain.renewal.is_some_and(RenewalMode::renews)))
        .one("registrar", dossier.view.sponsor.as_str())
        .one("registrationstatus", state.word())
        .one("purchase-status", "Paid")
        .one("belongs-to", call.actor().account.clid.as_str())
        .marked(vec![("party-id", registrant.map(|contact| contact.handle.to_string()).unwrap_or_default())])
        .one("escrowhold", "0")
}

fn services(call: &Call<'_>, dossier: &DossierView, behind: &Behind) -> Fields {
    let is_house = super::servers::is_house(call, dossier);
    let entry = |fields: Fields, name: &str, inner: Fields| {
        fields.group("entry", inner).marked(vec![("name", name.to_owned())])
    };
    let fields = entry(Fields::new(), "dnsserver", servers(dossier, is_house));
    let fields = entry(fields, "dnssettings", hosts(&dossier.view.domain.name, &behind.rows));
    let masking = if dossier.privacy.is_enabled() { MASKED } else { VISIBLE };
    let privacy = Fields::new()
        .xml("service", masking)
        .marked(vec![("changable", u8::from(dossier.privacy.is_offered).to_string())]);
    let fields = entry(fields, "wpps", privacy);
    let mail = Fields::new().xml("service", behind.mail.number()).marked(vec![("changable", "1".to_owned())]);
    let fields = entry(fields, "emailset", mail);
    let fields = entry(fields, "irtpsettings", held(call, dossier, behind.opts_out));
    let fields = entry(fields, "raasettings", raa::settings(dossier.address.as_ref()));
    // Sites and the like are not sold here, and are told as what a domain without them has.
    let none =
        |service: &str| Fields::new().xml("service", service).marked(vec![("changable", "0".to_owned())]);
    NOT_SOLD.into_iter().fold(fields, |fields, (name, service)| entry(fields, name, none(service)))
}

/// Whether the domain stays with its sponsor for a while because its holder changed.
fn held(call: &Call<'_>, dossier: &DossierView, opts_out: bool) -> Fields {
    let zone = call.zone_of(&dossier.view.domain.name);
    let now = call.desk.engine().now();
    let days = |until: Instant| (until.millis() - now.millis()).div_euclid(DAY) + 1;
    let end = |until: Instant| {
        vec![
            ("daysremaining", days(until).to_string()),
            ("utc", until.to_string()),
            ("epoch", until.millis().div_euclid(1000).to_string()),
        ]
    };
    let setting = Fields::new()
        .xml("icanncompliant", truth(zone.is_some_and(|zone| zone.transfer.holder_lock_days > 0)))
        .xml("optout", truth(opts_out))
        .xml("transferlock", truth(dossier.held_until.is_some()))
        .xml("transferlockexpdate", dossier.held_until.map(moment).unwrap_or_default())
        .marked(dossier.held_until.map(end).unwrap_or_default());
    Fields::new().xml_group("irtpsettings", Fields::new().xml_group("irtpsetting", setting))
}

fn servers(dossier: &DossierView, is_house: bool) -> Fields {
    let names: Vec<String> = dossier.servers.iter().map(|server| server.name.to_string()).collect();
    // Clients look for an element, be there no server.
    let listed = match names.is_empty() {
        true => Fields::new().xml("dns", ""),
        false => Fields::new().list("dns", "dns", &names),
    };
    let (yes, service) = if is_house { ("YES", OWN_SERVERS) } else { ("NO", FOREIGN_SERVERS) };
    Fields::new()
        .xml("enomDNS", "")
        .marked(vec![("value", yes.to_owned()), ("isDotName", "False".to_owned())])
        .xml("service", service)
        .marked(vec![("changable", "1".to_owned())])
        .group("configuration", listed)
        .marked(vec![("changable", "1".to_owned()), ("type", "dns".to_owned())])
}

fn hosts(zone: &DomainName, rows: &[DnsRow]) -> Fields {
    let host = |fields: Fields, row: Shown| {
        let cells = Fields::new()
            .xml("name", row.name)
            .xml("type", row.kind)
            .xml("address", row.address)
            .xml("mxpref", row.preference.unwrap_or_default())
            .xml("iseditable", "1");
        fields.xml_group("host", cells)
    };
    let listed = shown::hosts(zone, rows).into_iter().fold(Fields::new(), host);
    Fields::new()
        .xml("service", HOST_RECORDS)
        .marked(vec![("changable", "0".to_owned())])
        .xml_group("configuration", listed)
        .marked(vec![("changable", "1".to_owned()), ("type", "host".to_owned())])
}

/// Numbers of services: name servers of the house or of somebody else, and rows of a zone.
const OWN_SERVERS: &str = "1006";
const FOREIGN_SERVERS: &str = "1012";
const HOST_RECORDS: &str = "1021";
/// Numbers of privacy: whether a stand-in is shown or the people are.
const MASKED: &str = "1120";
const VISIBLE: &str = "1123";
/// In milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
/// Services that are not sold, with the number that says so: no site and so on.
const NOT_SOLD: [(&str, &str); 5] =
    [("wsb", "1060"), ("mobilizer", "1117"), ("parking", "1030"), ("messaging", "1087"), ("map", "1108")];
