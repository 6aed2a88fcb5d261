//! Name servers of a domain: a set of them by name, or a list.

use engine::model::{Delegation, DomainName, HostAddress, HostAttribute, NssetName};
use engine::{Field, Findings, Outcome, Refusal, Refusals};

use super::contacts::zone_of;
use crate::call::Call;
use crate::node::Node;
use crate::params::{Params, missing};

/// Reads `nsset` or `dns`, of which one is needed: which one, where both are missing, depends on the zone. A list that is
/// sent and empty stands for the servers of this system.
pub(super) fn need(call: &Call<'_>, params: &mut Params, name: Option<&DomainName>) -> Option<Delegation> {
    let delegation = read(params);
    let is_silent = !params.has("nsset") && !params.mentions("dns");
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
    match params.node("dns").map(list) {
        Some(Ok(servers)) => Some(Delegation::Listed(servers)),
        Some(Err(refusals)) => {
            refusals.iter().cloned().for_each(|refusal| params.add(refusal));
            None
        }
        None => params.mentions("dns").then_some(Delegation::House),
    }
}

/// Reads a list of servers in any of the shapes in which clients write one.
fn list(node: &Node) -> Result<Vec<HostAttribute>, Refusals> {
    let mut findings = Findings::new();
    let servers = items(node).into_iter().filter_map(|item| server(item, &mut findings)).collect();
    findings.finish(servers)
}

/// `{"server": [...]}`, `{"server1": {...}, "server2": {...}}`, the same inside `{"array": ...}`, or a bare list.
fn items(node: &Node) -> Vec<&Node> {
    match node.get("array").or_else(|| node.get("server")) {
        Some(inner) => items(inner),
        None if node.mentions("name") => vec![node],
        None => node.items(),
    }
}

fn server(node: &Node, findings: &mut Findings) -> Option<HostAttribute> {
    let Some(name) = node.get("name").unwrap_or(node).text() else {
        let refusal = Refusal::new(Outcome::ParameterMismatch).fact("parameter", "dns");
        findings.add(refusal.fact("reason", "a server has a name, as a text").at(Field::NameServer));
        return None;
    };
    let name = findings.take(Field::NameServer, DomainName::parse(name));
    let mut addresses = addresses(node, &["addr_ipv4", "addr_ip4"], false, findings);
    addresses.extend(self::addresses(node, &["addr_ipv6", "addr_ip6"], true, findings));
    Some(HostAttribute { name: name?, addresses })
}

/// Examples and lists of parameters spell the field differently.
fn addresses(node: &Node, spellings: &[&str], v6: bool, findings: &mut Findings) -> Vec<HostAddress> {
    let sent = spellings.iter().find_map(|name| node.get(name)).map(Node::items).unwrap_or_default();
    let texts = sent.into_iter().map(|item| item.text().unwrap_or_default());
    texts.filter_map(|text| findings.take(Field::HostAddress, HostAddress::parse(text, v6))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(document: &str) -> Vec<String> {
        let node = crate::json::read(document).unwrap();
        let servers = list(node.get("dns").unwrap()).unwrap();
        servers.into_iter().map(|server| format!("{} {}", server.name, server.addresses.len())).collect()
    }

    #[test]
    fn lists_are_read_in_every_shape() {
        let one = r#"{"name":"ns1.a.test","addr_ipv4":"192.0.2.1"}"#;
        let other = r#"{"name":"NS2.a.test","addr_ip6":["2001:db8::1","2001:db8::2"]}"#;
        for shape in [
            format!(r#"{{"dns":{{"server":[{one},{other}]}}}}"#),
            format!(r#"{{"dns":{{"server1":{one},"server2":{other}}}}}"#),
            format!(r#"{{"dns":{{"array":{{"server1":{one},"server2":{other}}}}}}}"#),
            format!(r#"{{"dns":[{one},{other}]}}"#),
        ] {
            assert_eq!(names(&shape), ["ns1.a.test 1", "ns2.a.test 2"], "{shape}");
        }
        assert_eq!(names(&format!(r#"{{"dns":{{"server":{one}}}}}"#)), ["ns1.a.test 1"]);
        assert_eq!(names(r#"{"dns":["ns1.a.test"]}"#), ["ns1.a.test 0"]);
    }
}
