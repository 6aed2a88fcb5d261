//! `SetDNSHost`: a host points itself at an address. No account is named: whoever knows the domain's password may.

use std::net::IpAddr;

use engine::model::{AuthInfo, DomainName, RowName};
use engine::ops::dns_zone::Point;
use engine::{Field, Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = match params.text("Zone").is_some() {
        true => params.read("Zone", Field::DomainName, DomainName::parse),
        false => params.name(),
    };
    let host = params.need("HostName", Field::HostName, host);
    let authinfo = params.need("DomainPassword", Field::Password, |text| Ok(AuthInfo::presented(text)));
    let address = params.read("Address", Field::HostAddress, address).unwrap_or(call.from);
    let point = name.zip(host.zip(authinfo));
    let point = point.map(|(name, (host, authinfo))| Point { name, host, address, authinfo });
    let done = call.command(params.finish(point)?).await?;
    Ok(Reply::of(done, |()| Fields::new().one("IP", address.to_string())))
}

fn host(text: &str) -> Result<RowName, Refusal> {
    if text == "@" { Ok(RowName::apex()) } else { RowName::parse(text) }
}

fn address(text: &str) -> Result<IpAddr, Refusal> {
    text.parse().map_err(|_| Refusal::new(Outcome::AddressMalformed).value(text))
}
