//! Lists of name servers, as requests give them and answers show them.

use engine::Field;
use engine::model::{DomainName, HostAddress, HostAttribute};

use crate::node::Node;
use crate::params::{Params, missing};
use crate::tree::Tree;

/// Reads the list in `dns`, in any of the shapes that manuals and clients write: elements or keys `server`, `server1` and
/// so on, with or without `array` around them, or a plain list. `None` if it was not sent; an empty list was, and means
/// the servers that the provider offers.
pub(crate) fn read(params: &mut Params) -> Option<Vec<HostAttribute>> {
    let list = params.sent(PARAMETER)?.clone();
    let mut servers = Vec::new();
    collect(&list, &mut servers);
    Some(servers.into_iter().filter_map(|server| read_server(server, params)).collect())
}

/// Notes that a list is missing, if it is or has nothing in it.
pub(crate) fn need(params: &mut Params) -> Option<Vec<HostAttribute>> {
    params.required_node(PARAMETER, Field::NameServer)?;
    read(params)
}

/// Shows a list. Addresses are lists even if there is only one, because a client takes the first of them.
pub(crate) fn told(servers: &[HostAttribute]) -> Tree {
    let servers = servers.iter().map(|server| {
        Tree::map([
            ("name", Tree::text(server.name.as_str())),
            ("addr_ipv4", addresses(server, false)),
            ("addr_ipv6", addresses(server, true)),
        ])
    });
    Tree::map([("server", Tree::List(servers.collect()))])
}

fn addresses(server: &HostAttribute, v6: bool) -> Tree {
    let of_version = server.addresses.iter().filter(|address| address.is_v6() == v6);
    Tree::texts(of_version.map(ToString::to_string))
}

/// What has a name is a server, and so is a text: its name. Whatever else holds something is there for its content.
fn collect<'n>(node: &'n Node, servers: &mut Vec<&'n Node>) {
    if node.is_nothing() {
        return;
    }
    match node {
        Node::Text(_) => servers.push(node),
        Node::Map(entries) if is_server(entries) => servers.push(node),
        list => list.items().into_iter().for_each(|item| collect(item, servers)),
    }
}

fn is_server(entries: &[(String, Node)]) -> bool {
    let of_server = |key: &str| key == NAME || IPV4.contains(&key) || IPV6.contains(&key);
    entries.iter().any(|(key, _)| of_server(key))
}

fn read_server(server: &Node, params: &mut Params) -> Option<HostAttribute> {
    let name = read_name(server, params);
    let mut addresses = read_addresses(server, &IPV4, false, params);
    addresses.extend(read_addresses(server, &IPV6, true, params));
    Some(HostAttribute { name: name?, addresses })
}

/// With or without the dot at its end.
fn read_name(server: &Node, params: &mut Params) -> Option<DomainName> {
    let text = server.text().or_else(|| server.get(NAME)?.text());
    let Some(text) = text else {
        params.add(missing(NAME, Field::HostName));
        return None;
    };
    params.take(Field::NameServer, DomainName::parse(text.strip_suffix('.').unwrap_or(text)))
}

fn read_addresses(server: &Node, names: &[&str], v6: bool, params: &mut Params) -> Vec<HostAddress> {
    let sent = names.iter().filter_map(|name| server.get(name)).flat_map(Node::items);
    let texts =
        sent.filter(|address| !address.is_nothing()).map(|address| address.text().unwrap_or_default());
    texts.filter_map(|text| params.take(Field::HostAddress, HostAddress::parse(text, v6))).collect()
}

const PARAMETER: &str = "dns";
const NAME: &str = "name";
/// Examples and lists of parameters do not agree on how addresses are called.
const IPV4: [&str; 2] = ["addr_ipv4", "addr_ip4"];
const IPV6: [&str; 2] = ["addr_ipv6", "addr_ip6"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{json, xml};

    fn written(servers: &[HostAttribute]) -> Vec<String> {
        let one = |server: &HostAttribute| {
            let addresses = server.addresses.iter().map(|address| format!(" {address}"));
            format!("{}{}", server.name, addresses.collect::<String>())
        };
        servers.iter().map(one).collect()
    }

    fn of_json(dns: &str) -> Params {
        Params::new(json::read(&format!("{{\"data\":{{\"dns\":{dns}}}}}"), "data").unwrap())
    }

    fn of_xml(dns: &str) -> Params {
        Params::new(xml::read(&format!("<data>{dns}</data>"), "data").unwrap())
    }

    #[test]
    fn lists_come_in_many_shapes() {
        let one = r#"{"name":"ns1.a.test","addr_ipv4":"192.0.2.1"}"#;
        let two = r#"{"name":"NS2.a.test.","addr_ip4":["192.0.2.2"],"addr_ip6":["2001:db8::2"]}"#;
        let expected = ["ns1.a.test 192.0.2.1", "ns2.a.test 192.0.2.2 2001:db8::2"];
        for json in [
            format!("{{\"server1\":{one},\"server2\":{two}}}"),
            format!("{{\"array\":{{\"server1\":{one},\"server2\":{two}}}}}"),
            format!("{{\"server\":[{one},{two}]}}"),
            format!("[{one},{two}]"),
        ] {
            assert_eq!(written(&read(&mut of_json(&json)).unwrap()), expected, "{json}");
        }
        let server = |name, addresses| format!("<server><name>{name}</name>{addresses}</server>");
        let one = server("ns1.a.test", "<addr_ipv4>192.0.2.1</addr_ipv4>");
        let two = server("ns2.a.test", "<addr_ipv4>192.0.2.2</addr_ipv4><addr_ipv6>2001:db8::2</addr_ipv6>");
        assert_eq!(written(&read(&mut of_xml(&format!("<dns>{one}{two}</dns>"))).unwrap()), expected);
        assert_eq!(written(&read(&mut of_xml(&format!("<dns>{one}</dns>"))).unwrap()), expected[..1]);
        assert_eq!(written(&read(&mut of_json(r#"["ns1.a.test","ns2.a.test"]"#)).unwrap()).len(), 2);
    }

    #[test]
    fn an_empty_list_is_not_a_missing_one() {
        for empty in ["\"\"", "\" \"", "[]", "{}", "null", "{\"server\":[]}"] {
            assert_eq!(read(&mut of_json(empty)).as_deref(), Some(&[][..]), "{empty}");
        }
        assert_eq!(read(&mut of_xml("<dns/>")).as_deref(), Some(&[][..]));
        assert_eq!(read(&mut of_xml("<name>a</name>")), None);
        let mut params = of_json("{}");
        assert_eq!(need(&mut params), None);
        assert!(params.finish(None::<()>).is_err());
    }

    #[test]
    fn everything_wrong_is_told() {
        let dns = r#"[{"addr_ipv4":"192.0.2.1"},{"name":"ns1.a.test","addr_ipv4":["x","2001:db8::1"]},{"name":{"a":1}}]"#;
        let mut params = of_json(dns);
        let servers = read(&mut params);
        let refusals = params.finish(servers).unwrap_err();
        assert_eq!(refusals.iter().count(), 4, "{refusals:?}");
    }
}
