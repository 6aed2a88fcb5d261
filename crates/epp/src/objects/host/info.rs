//! `<host:info>` (RFC 5732 section 3.1.2).

use engine::{
    Refusals,
    ops::host::{HostView, Info},
};
use wire::xml::{Element, Writer};

use super::{DECLARED, read_name};
use crate::{
    namespaces::HOST,
    objects::{address, status, values::Values},
    syntax::Content,
};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; a bad name.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Info, Refusals> {
    let mut content = Content::of(element, HOST)?;
    let mut values = Values::new();
    let name = read_name(&mut content, &mut values)?;
    content.end()?;
    values.settle(name.map(|name| Info { name }))
}

/// Writes `<host:infData>`.
pub(crate) fn render(view: &HostView, xml: &mut Writer) {
    let host = &view.host;
    xml.open_with("host:infData", DECLARED)
        .leaf("host:name", host.name.as_str())
        .leaf("host:roid", &host.id.roid());
    status::render("host:status", &view.statuses, xml);
    address::render("host:addr", &host.addresses, xml);
    xml.leaf("host:clID", view.sponsor.as_str())
        .leaf("host:crID", view.creator.as_str())
        .leaf_display("host:crDate", host.created_at);
    if let Some(updater) = &view.updater {
        xml.leaf("host:upID", updater.as_str());
    }
    if let Some(updated_at) = host.updated_at {
        xml.leaf_display("host:upDate", updated_at);
    }
    if let Some(transferred_at) = host.transferred_at {
        xml.leaf_display("host:trDate", transferred_at);
    }
    xml.close();
}

#[cfg(test)]
mod tests {
    use engine::{
        Outcome,
        model::{AccountId, Clid, DomainName, Host, HostAddress, HostId, Instant, Status, Statuses},
    };

    use super::*;
    use crate::objects::testing::{outcomes, read, written};

    #[test]
    fn the_name_is_read() {
        let xml = "<o:info xmlns:o='urn:ietf:params:xml:ns:host-1.0'><o:name>NS1.a.test</o:name></o:info>";
        assert_eq!(read(xml, parse).expect("the command is good").name.as_str(), "ns1.a.test");
        let empty = "<o:info xmlns:o='urn:ietf:params:xml:ns:host-1.0'/>";
        assert_eq!(outcomes(empty, parse), [Outcome::ElementMissing]);
    }

    fn view() -> HostView {
        let created_at = Instant::from_millis(1_767_225_600_000);
        let address = |text, v6| HostAddress::parse(text, v6).expect("it is an address");
        let clid = |text| Clid::parse(text).expect("it is an identifier");
        HostView {
            host: Host {
                id: HostId(34),
                name: DomainName::parse("ns1.a.test").expect("it is a name"),
                superordinate: None,
                sponsor: AccountId(1),
                creator: AccountId(2),
                created_at,
                updater: Some(AccountId(1)),
                updated_at: Some(created_at.plus_days(1)),
                transferred_at: Some(created_at.plus_days(2)),
                statuses: Statuses::default(),
                addresses: vec![address("192.0.2.2", false), address("2001:db8::2", true)],
            },
            statuses: vec![(Status::Linked, None), (Status::ClientUpdateProhibited, None)],
            sponsor: clid("ALPHA"),
            creator: clid("BRAVO"),
            updater: Some(clid("ALPHA")),
        }
    }

    #[test]
    fn the_whole_answer() {
        assert_eq!(
            written(|xml| render(&view(), xml)),
            "<host:infData xmlns:host=\"urn:ietf:params:xml:ns:host-1.0\"><host:name>ns1.a.test</host:name>\
             <host:roid>H12-CHANCERY</host:roid><host:status s=\"linked\"/><host:status s=\"clientUpdateProhibited\"/>\
             <host:addr ip=\"v4\">192.0.2.2</host:addr><host:addr ip=\"v6\">2001:db8::2</host:addr>\
             <host:clID>ALPHA</host:clID><host:crID>BRAVO</host:crID>\
             <host:crDate>2026-01-01T00:00:00.000Z</host:crDate><host:upID>ALPHA</host:upID>\
             <host:upDate>2026-01-02T00:00:00.000Z</host:upDate>\
             <host:trDate>2026-01-03T00:00:00.000Z</host:trDate></host:infData>"
        );
    }

    #[test]
    fn a_host_that_nothing_has_happened_to() {
        let mut view = view();
        (view.host.updated_at, view.host.transferred_at, view.updater) = (None, None, None);
        view.host.addresses = Vec::new();
        view.statuses = vec![(Status::Ok, None)];
        assert_eq!(
            written(|xml| render(&view, xml)),
            "<host:infData xmlns:host=\"urn:ietf:params:xml:ns:host-1.0\"><host:name>ns1.a.test</host:name>\
             <host:roid>H12-CHANCERY</host:roid><host:status s=\"ok\"/>\
             <host:clID>ALPHA</host:clID><host:crID>BRAVO</host:crID>\
             <host:crDate>2026-01-01T00:00:00.000Z</host:crDate></host:infData>"
        );
    }
}
