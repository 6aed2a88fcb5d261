//! Addresses of name servers (`addrType` of RFC 5732), as objects and as attributes of domains.

use engine::{Field, Refusals, model::HostAddress};
use wire::xml::{Element, Writer};

use super::values::Values;
use crate::syntax::{Words, token, word};

/// Reads addresses; what is not marked is IPv4.
///
/// # Errors
/// Faults against the schema.
pub(crate) fn read(
    elements: Vec<Element<'_, '_>>,
    values: &mut Values,
) -> Result<Vec<HostAddress>, Refusals> {
    let mut addresses = Vec::with_capacity(elements.len());
    for element in elements {
        let text = token(element, &["ip"])?;
        let v6 = word(element, "ip", VERSIONS)?.unwrap_or(false);
        addresses.extend(values.take(Field::HostAddress, HostAddress::parse(&text, v6)));
    }
    Ok(addresses)
}

/// Writes addresses, each as an element of this name.
pub(crate) fn render(name: &'static str, addresses: &[HostAddress], xml: &mut Writer) {
    for address in addresses {
        let version = if address.is_v6() { "v6" } else { "v4" };
        xml.open_with(name, &[("ip", version)]).display(address).close();
    }
}

/// Whether the version is 6.
const VERSIONS: &Words<bool> = &[("v4", false), ("v6", true)];
