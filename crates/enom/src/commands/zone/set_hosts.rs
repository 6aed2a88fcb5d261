//! `SetHosts`: rows in the place of all that stand behind a domain, and where its visitors are led.

use engine::model::{DomainName, RecordType, WebForwarding, WebForwardingKind, WebTarget};
use engine::ops::dns_row::NewDnsRow;
use engine::ops::web_forwarding::{Add, Delete, List};
use engine::ops::{Several, Together};
use engine::{Failure, Field, Outcome, Refusal};

use super::{easy_mail, forwarding::ALL, rows, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let hosts = name.as_ref().map(|name| read(&mut params, name)).unwrap_or_default();
    let name = params.finish(name)?;
    let (mut new, mut led) = (Vec::new(), Vec::new());
    for host in hosts {
        match host {
            Host::Row(row) => new.push(row),
            // Hosts whose mail goes to the same address have one exchanger.
            Host::Mail(rows) => {
                let [exchanger, address] = *rows;
                new.push(exchanger);
                if !new.contains(&address) {
                    new.push(address);
                }
            }
            Host::Led(leading) => led.push(leading),
        }
    }
    let zone = rows::read(call, &name).await?;
    let change = zone.replace(name.clone(), |row| shown::HOSTS.contains(&row.rdata.kind()), new);
    change.send_with(call, leading(call, name, led).await?).await?;
    Ok(Reply::new(Fields::new()))
}

/// A row, where the mail of a name goes, or where its visitors are led.
enum Host {
    Row(NewDnsRow),
    Mail(Box<[NewDnsRow; 2]>),
    Led(Add),
}

fn read(params: &mut Params, zone: &DomainName) -> Vec<Host> {
    // Rows are replaced by what is sent, so that none of it may be left out in silence.
    if params.text(&format!("Address{}", MOST + 1)).is_some() {
        params.add(Refusal::new(Outcome::DnsRowsTooMany).at(Field::DnsRdata).value(zone).fact("count", MOST));
    }
    let mut hosts = Vec::new();
    for place in 1..=MOST {
        let text = |params: &Params, name: &str| {
            params.text(&format!("{name}{place}")).map(|text| text.trim().to_owned())
        };
        let Some(address) = text(params, "Address") else { continue };
        let name = text(params, "HostName").unwrap_or_default();
        let kind = text(params, "RecordType").unwrap_or_default().to_ascii_uppercase();
        let preference = text(params, "MXPref").unwrap_or_else(|| USUAL_PREFERENCE.to_owned());
        hosts.extend(params.take(Field::DnsRdata, host(zone, &name, &kind, &address, &preference)));
    }
    hosts
}

fn host(zone: &DomainName, name: &str, kind: &str, address: &str, preference: &str) -> Result<Host, Refusal> {
    let led = |how| {
        let source = match name {
            "@" | "" => Ok(zone.clone()),
            name => DomainName::parse(&format!("{name}.{zone}")),
        };
        Ok(Host::Led(Add { source: source?, target: WebTarget::parse(address)?, kind: how }))
    };
    match kind {
        "URL" => led(WebForwardingKind::Redirect),
        "FRAME" => led(WebForwardingKind::Framed),
        easy_mail::TYPE => {
            easy_mail::rows(zone, name, preference, address).map(|rows| Host::Mail(Box::new(rows)))
        }
        kind => {
            let kind = listed(kind)?;
            let data =
                if kind == RecordType::Mx { format!("{preference} {address}") } else { address.to_owned() };
            rows::row(zone, name, kind, &data).map(Host::Row)
        }
    }
}

/// A type of rows that are listed as hosts. Others have commands of their own, or none.
fn listed(kind: &str) -> Result<RecordType, Refusal> {
    let read = RecordType::parse(kind).map_err(|refusal| refusal.at(Field::DnsRecordType))?;
    let unknown = || Refusal::new(Outcome::DnsRecordTypeUnknown).at(Field::DnsRecordType).value(kind);
    if shown::HOSTS.contains(&read) { Ok(read) } else { Err(unknown()) }
}

/// What has to be done so that visitors are led so, and nowhere else.
async fn leading(
    call: &Call<'_>,
    name: DomainName,
    mut led: Vec<Add>,
) -> Result<Together<Several<Delete>, Several<Add>>, Failure> {
    let list = List { held_name: Some(name), window: ALL };
    let mut gone = Vec::new();
    for known in call.query(list).await?.answer.rows {
        match led.iter().position(|wanted| is_same(wanted, &known)) {
            Some(place) => drop(led.remove(place)),
            None => gone.push(Delete { source: known.source }),
        }
    }
    Ok(Together { first: Several(gone), then: Several(led) })
}

fn is_same(wanted: &Add, known: &WebForwarding) -> bool {
    wanted.source == known.source && wanted.target == known.target && wanted.kind == known.kind
}

/// Rows in one request.
const MOST: usize = 50;
/// The preference of a mail exchanger that none was given for.
const USUAL_PREFERENCE: &str = "10";
