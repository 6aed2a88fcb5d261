//! `<host:create>` (RFC 5732 section 3.2.1).

use engine::{
    Refusals,
    ops::{
        Needless,
        host::{Create, Created},
    },
};
use wire::xml::{Element, Writer};

use super::{DECLARED, MOST_ADDRESSES, read_name};
use crate::{
    namespaces::HOST,
    objects::{address, values::Values},
    syntax::Content,
};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Create, Refusals> {
    let mut content = Content::of(element, HOST)?;
    let mut values = Values::new();
    let name = read_name(&mut content, &mut values)?;
    let addresses = address::read(content.many("addr", MOST_ADDRESSES)?, &mut values)?;
    content.end()?;
    values.settle(name.map(|name| Create { name, addresses, needless: Needless::default() }))
}

/// Writes `<host:creData>`.
pub(crate) fn render(created: &Created, xml: &mut Writer) {
    xml.open_with("host:creData", DECLARED)
        .leaf("host:name", created.name.as_str())
        .leaf_display("host:crDate", created.created_at)
        .close();
}

#[cfg(test)]
mod tests {
    use engine::{
        Field, Outcome,
        model::{DomainName, Instant},
    };

    use super::*;
    use crate::objects::testing::{outcomes, read, written};

    fn create(inside: &str) -> String {
        format!("<create xmlns='urn:ietf:params:xml:ns:host-1.0'>{inside}</create>")
    }

    #[test]
    fn addresses_are_of_version_4_unless_marked() {
        let xml = create(
            "<name>NS1.a.test</name><addr>192.0.2.2</addr><addr ip='v4'> 192.0.2.29 </addr>\
             <addr ip='v6'>2001:db8:0::8:800:200c:417a</addr>",
        );
        let create = read(&xml, parse).expect("the command is good");
        let addresses: Vec<_> = create.addresses.iter().map(ToString::to_string).collect();
        assert_eq!(create.name.as_str(), "ns1.a.test");
        assert_eq!(addresses, ["192.0.2.2", "192.0.2.29", "2001:db8::8:800:200c:417a"]);
    }

    #[test]
    fn all_bad_values_are_told_together() {
        let xml = create(
            "<name>ns1..test</name><addr>127.0.0.1</addr><addr>2001:db8::1</addr><addr ip='v6'>::1</addr>\
             <addr ip='v6'>fe80::1%eth0</addr><addr>192.0.2.256</addr>",
        );
        let refusals = read(&xml, parse).expect_err("nothing in it is good");
        let found: Vec<_> = refusals.iter().map(|refusal| (refusal.outcome, refusal.field)).collect();
        let address = Some(Field::HostAddress);
        assert_eq!(
            found,
            [
                (Outcome::DomainNameMalformed, Some(Field::HostName)),
                (Outcome::AddressNotPublic, address),
                (Outcome::AddressVersionMismatch, address),
                (Outcome::AddressNotPublic, address),
                (Outcome::AddressMalformed, address),
                (Outcome::AddressMalformed, address),
            ]
        );
    }

    #[test]
    fn what_breaks_the_schema_is_refused() {
        let many = "<addr>192.0.2.1</addr>".repeat(MOST_ADDRESSES + 1);
        for (inside, outcome) in [
            ("<addr>192.0.2.1</addr>".to_owned(), Outcome::ElementMissing),
            ("<addr>192.0.2.1</addr><name>a.test</name>".to_owned(), Outcome::ElementUnexpected),
            ("<name>a.test</name><addr ip='v5'>192.0.2.1</addr>".to_owned(), Outcome::AttributeInvalid),
            ("<name>a.test</name><addr v='4'>192.0.2.1</addr>".to_owned(), Outcome::AttributeUnexpected),
            (format!("<name>a.test</name>{many}"), Outcome::ElementRepeated),
        ] {
            assert_eq!(outcomes(&create(&inside), parse), [outcome], "{inside}");
        }
    }

    #[test]
    fn the_answer() {
        let created = Created {
            name: DomainName::parse("ns1.a.test").expect("it is a name"),
            created_at: Instant::from_millis(1_767_225_600_000),
        };
        assert_eq!(
            written(|xml| render(&created, xml)),
            "<host:creData xmlns:host=\"urn:ietf:params:xml:ns:host-1.0\"><host:name>ns1.a.test</host:name>\
             <host:crDate>2026-01-01T00:00:00.000Z</host:crDate></host:creData>"
        );
    }
}
