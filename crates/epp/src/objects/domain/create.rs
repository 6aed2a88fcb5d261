//! `<domain:create>` (RFC 5731 section 3.2.1).

use engine::{
    Refusals,
    model::{DnssecData, Role},
    ops::{
        Needless,
        domain::{Choices, Create, Created},
    },
};
use wire::xml::{Element, Writer};

use super::{DECLARED, contacts, name_servers, period, read_name};
use crate::{
    namespaces::DOMAIN,
    objects::{authinfo, values::Values},
    syntax::Content,
};

/// Reads the command. DNSSEC data comes from its extension.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Create, Refusals> {
    let mut content = Content::of(element, DOMAIN)?;
    let mut values = Values::new();
    let name = read_name(&mut content, &mut values)?;
    let period = period::read(&mut content, &mut values)?;
    let delegation = name_servers::read(&mut content, &mut values)?;
    let registrant = content.optional("registrant")?;
    let registrant =
        registrant.map(|element| contacts::read_registrant(element, &mut values)).transpose()?.flatten();
    let others = contacts::read(&mut content, &mut values)?;
    let authinfo = authinfo::read_new(content.required("authInfo")?, DOMAIN, &mut values)?;
    content.end()?;

    let registrant = registrant.map(|handle| (Role::Registrant, handle));
    let contacts = registrant.into_iter().chain(others).collect();
    let dnssec = DnssecData::default();
    let consent = None;
    let choices = Choices::default();
    values.settle(name.map(|name| Create {
        name,
        period,
        contacts,
        people: Vec::new(),
        delegation,
        authinfo,
        dnssec,
        consent,
        choices,
        needless: Needless::default(),
    }))
}

/// Writes `<domain:creData>`.
pub(crate) fn render(created: &Created, xml: &mut Writer) {
    xml.open_with("domain:creData", DECLARED)
        .leaf("domain:name", created.name.as_str())
        .leaf_display("domain:crDate", created.created_at)
        .leaf_display("domain:exDate", created.expires_at)
        .close();
}

#[cfg(test)]
mod tests {
    use engine::{
        Field, Outcome,
        model::{Delegation, DomainName, Instant},
    };

    use super::*;
    use crate::objects::testing::{outcomes, read, written};

    fn create(inside: &str) -> String {
        format!("<create xmlns='urn:ietf:params:xml:ns:domain-1.0'>{inside}</create>")
    }

    #[test]
    fn everything_a_command_can_say() {
        let xml = "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0' xmlns:d='urn:ietf:params:xml:ns:domain-1.0' \
            xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><command><create>\
            <d:create xsi:schemaLocation='urn:ietf:params:xml:ns:domain-1.0 domain-1.0.xsd'>\
            <d:name>Shop.test</d:name>\n<d:period unit='m'> 24 </d:period>\
            <d:ns><d:hostObj>ns1.shop.test</d:hostObj><d:hostObj>NS2.example.test</d:hostObj></d:ns>\
            <d:registrant>REG-1</d:registrant>\
            <d:contact type='tech'>TECH-1</d:contact><d:contact type=' admin '>ADMIN-1</d:contact>\
            <d:contact type='billing'>BILL-1</d:contact>\
            <d:authInfo><d:pw>2fooBAR &amp; more</d:pw></d:authInfo></d:create></create></command></epp>";
        let create = read(xml, parse).expect("the command is good");
        assert_eq!(create.name.as_str(), "shop.test");
        assert_eq!(create.period.map(engine::model::Period::years), Some(2));
        let names: Vec<_> =
            create.contacts.iter().map(|(role, handle)| format!("{}={handle}", role.name())).collect();
        assert_eq!(names, ["registrant=REG-1", "tech=TECH-1", "admin=ADMIN-1", "billing=BILL-1"]);
        let Delegation::Hosts(hosts) = &create.delegation else { panic!("{:?}", create.delegation) };
        assert_eq!(
            hosts.iter().map(DomainName::as_str).collect::<Vec<_>>(),
            ["ns1.shop.test", "ns2.example.test"]
        );
        assert_eq!(create.authinfo.expose(), "2fooBAR & more");
        assert!(!create.dnssec.is_signed());
    }

    #[test]
    fn the_least_a_command_can_say() {
        let create =
            read(&create("<name>a.test</name><authInfo><pw/></authInfo>"), parse).expect("it is good");
        assert_eq!(create.period, None);
        assert_eq!(create.contacts, []);
        assert_eq!(create.delegation, Delegation::default());
        assert!(create.authinfo.is_empty());
    }

    #[test]
    fn name_servers_as_attributes() {
        let xml = create(
            "<name>a.test</name><ns><hostAttr><hostName>ns1.a.test</hostName><hostAddr>192.0.2.1</hostAddr>\
             <hostAddr ip='v6'>2001:DB8::1</hostAddr></hostAttr><hostAttr><hostName>ns.b.test</hostName></hostAttr></ns>\
             <authInfo><pw>secret</pw></authInfo>",
        );
        let create = read(&xml, parse).expect("the command is good");
        let Delegation::Attributes(servers) = &create.delegation else { panic!("{:?}", create.delegation) };
        let shown: Vec<_> = servers
            .iter()
            .map(|server| (server.name.as_str(), server.addresses.iter().map(ToString::to_string).collect()))
            .collect::<Vec<(_, Vec<_>)>>();
        assert_eq!(
            shown,
            [("ns1.a.test", vec!["192.0.2.1".to_owned(), "2001:db8::1".to_owned()]), ("ns.b.test", vec![]),]
        );
    }

    #[test]
    fn all_bad_values_are_told_together() {
        let xml = create(
            "<name>a_b.test</name><period unit='y'>100</period>\
             <ns><hostAttr><hostName>-.test</hostName><hostAddr ip='v6'>192.0.2.1</hostAddr></hostAttr></ns>\
             <registrant>R</registrant><contact type='admin'>a b c</contact>\
             <authInfo><ext><other xmlns='urn:example:auth'/></ext></authInfo>",
        );
        let refusals = read(&xml, parse).expect_err("nothing in it is good");
        let found: Vec<_> = refusals.iter().map(|refusal| (refusal.outcome, refusal.field)).collect();
        assert_eq!(
            found,
            [
                (Outcome::DomainNameMalformed, Some(Field::DomainName)),
                (Outcome::PeriodOutOfRange, Some(Field::Period)),
                (Outcome::DomainNameMalformed, Some(Field::NameServer)),
                (Outcome::AddressVersionMismatch, Some(Field::HostAddress)),
                (Outcome::HandleMalformed, Some(Field::Registrant)),
                (Outcome::HandleMalformed, Some(Field::DomainContact)),
                (Outcome::OptionUnimplemented, Some(Field::Authinfo)),
            ]
        );
    }

    #[test]
    fn bad_periods() {
        for (text, outcome) in [
            ("0", Outcome::PeriodOutOfRange),
            ("-1", Outcome::PeriodMalformed),
            ("1.5", Outcome::PeriodMalformed),
            ("", Outcome::PeriodMalformed),
            ("99999999999", Outcome::PeriodOutOfRange),
        ] {
            let xml = create(&format!(
                "<name>a.test</name><period unit='y'>{text}</period><authInfo><pw/></authInfo>"
            ));
            assert_eq!(outcomes(&xml, parse), [outcome], "{text}");
        }
    }

    #[test]
    fn what_breaks_the_schema_ends_the_reading() {
        let authinfo = "<authInfo><pw>x</pw></authInfo>";
        let many = "<hostObj>ns.test</hostObj>".repeat(51);
        for (inside, outcome) in [
            ("<name>-</name>".to_owned(), Outcome::ElementMissing),
            (format!("<period unit='y'>1</period><name>a.test</name>{authinfo}"), Outcome::ElementUnexpected),
            (
                format!("<name>a.test</name>{authinfo}<registrant>REG-1</registrant>"),
                Outcome::ElementUnexpected,
            ),
            (format!("<name>a.test</name>{authinfo}{authinfo}"), Outcome::ElementUnexpected),
            (format!("<name>a.test</name><period>1</period>{authinfo}"), Outcome::AttributeMissing),
            (format!("<name>a.test</name><period unit='x'>1</period>{authinfo}"), Outcome::AttributeInvalid),
            (format!("<name>a.test</name><ns/>{authinfo}"), Outcome::ElementMissing),
            (format!("<name>a.test</name><ns>{many}</ns>{authinfo}"), Outcome::ElementRepeated),
            (
                format!("<name>a.test</name><contact type='owner'>ABC</contact>{authinfo}"),
                Outcome::AttributeInvalid,
            ),
            (format!("<name>a.test</name><contact>ABC</contact>{authinfo}"), Outcome::AttributeMissing),
            ("<name>a.test</name><authInfo/>".to_owned(), Outcome::ElementMissing),
            ("<name>a.test</name><authInfo><null/></authInfo>".to_owned(), Outcome::ElementMissing),
            ("<name>a.test</name><authInfo><ext/></authInfo>".to_owned(), Outcome::ElementMissing),
            ("<name>a.test</name><authInfo><pw/><pw/></authInfo>".to_owned(), Outcome::ElementUnexpected),
            (
                "<name>a.test</name><authInfo><pw roid='x'>x</pw></authInfo>".to_owned(),
                Outcome::AttributeInvalid,
            ),
        ] {
            assert_eq!(outcomes(&create(&inside), parse), [outcome], "{inside}");
        }
    }

    #[test]
    fn the_two_forms_of_name_servers_do_not_mix() {
        for servers in [
            "<hostObj>ns.test</hostObj><hostAttr><hostName>ns.test</hostName></hostAttr>",
            "<hostAttr><hostName>ns.test</hostName></hostAttr><hostObj>ns.test</hostObj>",
        ] {
            let xml = create(&format!("<name>a.test</name><ns>{servers}</ns><authInfo><pw/></authInfo>"));
            assert_eq!(outcomes(&xml, parse), [Outcome::ElementUnexpected]);
        }
    }

    #[test]
    fn a_new_authinfo_belongs_to_no_other_object() {
        let xml = create("<name>a.test</name><authInfo><pw roid='C1-CHANCERY'>secret</pw></authInfo>");
        let refusals = read(&xml, parse).expect_err("it names another object");
        assert_eq!(refusals.first().outcome, Outcome::OptionUnimplemented);
        assert!(!format!("{refusals:?}").contains("secret"));
    }

    #[test]
    fn the_answer() {
        let created = Created {
            name: DomainName::parse("a.test").expect("it is a name"),
            created_at: Instant::from_millis(1_767_225_600_000),
            expires_at: Instant::from_millis(1_767_225_600_000).plus_years(1),
        };
        assert_eq!(
            written(|xml| render(&created, xml)),
            "<domain:creData xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\"><domain:name>a.test</domain:name>\
             <domain:crDate>2026-01-01T00:00:00.000Z</domain:crDate>\
             <domain:exDate>2027-01-01T00:00:00.000Z</domain:exDate></domain:creData>"
        );
    }
}
