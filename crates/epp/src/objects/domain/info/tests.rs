use engine::{
    Outcome,
    model::{
        AccountId, Clid, ContactId, DnssecData, Domain, DomainId, Handle, HostAddress, HostAttribute,
        Instant, LinkedContact, Status, StatusNote, Statuses,
    },
};

use super::*;
use crate::objects::testing::{outcomes, read, written};

fn info(inside: &str) -> String {
    format!("<i:info xmlns:i='urn:ietf:params:xml:ns:domain-1.0'>{inside}</i:info>")
}

fn name(text: &str) -> DomainName {
    DomainName::parse(text).expect("it is a name")
}

fn clid(text: &str) -> Clid {
    Clid::parse(text).expect("it is an identifier")
}

fn contact(role: Role, handle: &str) -> LinkedContact {
    LinkedContact { role, id: ContactId(1), handle: Handle::parse(handle).expect("it is a handle") }
}

fn view() -> DomainView {
    let created_at = Instant::from_millis(1_767_225_600_000);
    DomainView {
        domain: Domain {
            id: DomainId(33),
            name: name("shop.test"),
            zone: name("test"),
            sponsor: AccountId(1),
            creator: AccountId(2),
            created_at,
            updater: Some(AccountId(1)),
            updated_at: Some(created_at.plus_days(1)),
            expires_at: created_at.plus_years(1),
            renewal: None,
            time_out: None,
            transferred_at: Some(created_at.plus_days(2)),
            statuses: Statuses::default(),
            authinfo: None,
            nsset: None,
            host_attributes: Vec::new(),
            dnssec: DnssecData::default(),
            grace: Vec::new(),
            redemption: None,
        },
        full: true,
        statuses: vec![
            (
                Status::ClientHold,
                Some(StatusNote { language: "fr".to_owned(), text: "impayé & dû".to_owned() }),
            ),
            (Status::ServerUpdateProhibited, None),
        ],
        contacts: vec![
            contact(Role::Admin, "ADM-1"),
            contact(Role::Registrant, "REG-1"),
            contact(Role::Tech, "TEC-1"),
        ],
        hosts: vec![name("ns1.shop.test"), name("ns.example.test")],
        nsset: None,
        attributes: Vec::new(),
        subordinate_hosts: vec![name("ns1.shop.test"), name("mail.shop.test")],
        sponsor: clid("ALPHA"),
        creator: clid("BRAVO"),
        updater: Some(clid("ALPHA")),
        rgp: Vec::new(),
    }
}

const OPENING: &str = "<domain:infData xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\">\
    <domain:name>shop.test</domain:name><domain:roid>D11-CHANCERY</domain:roid>\
    <domain:status s=\"clientHold\" lang=\"fr\">impayé &amp; dû</domain:status>\
    <domain:status s=\"serverUpdateProhibited\"/>";
const CONTACTS: &str = "<domain:registrant>REG-1</domain:registrant>\
    <domain:contact type=\"admin\">ADM-1</domain:contact><domain:contact type=\"tech\">TEC-1</domain:contact>";
const DELEGATED: &str = "<domain:ns><domain:hostObj>ns1.shop.test</domain:hostObj>\
    <domain:hostObj>ns.example.test</domain:hostObj></domain:ns>";
const SUBORDINATE: &str = "<domain:host>ns1.shop.test</domain:host><domain:host>mail.shop.test</domain:host>";
const FULL_HISTORY: &str = "<domain:clID>ALPHA</domain:clID><domain:crID>BRAVO</domain:crID>\
    <domain:crDate>2026-01-01T00:00:00.000Z</domain:crDate><domain:upID>ALPHA</domain:upID>\
    <domain:upDate>2026-01-02T00:00:00.000Z</domain:upDate><domain:exDate>2027-01-01T00:00:00.000Z</domain:exDate>\
    <domain:trDate>2026-01-03T00:00:00.000Z</domain:trDate></domain:infData>";

#[test]
fn the_name_alone_asks_for_all_hosts() {
    let (info, filter) = read(&info("<i:name>Shop.test</i:name>"), parse).expect("the command is good");
    assert_eq!((info.name.as_str(), info.proof.is_none(), filter), ("shop.test", true, HostsFilter::All));
}

#[test]
fn every_choice_of_hosts() {
    for (word, filter) in [
        ("all", HostsFilter::All),
        ("del", HostsFilter::Delegated),
        ("sub", HostsFilter::Subordinate),
        ("none", HostsFilter::Neither),
    ] {
        let xml = info(&format!("<i:name hosts='{word}'>shop.test</i:name>"));
        assert_eq!(read(&xml, parse).expect("the command is good").1, filter);
    }
    let wrong = info("<i:name hosts='ALL'>shop.test</i:name>");
    assert_eq!(outcomes(&wrong, parse), [Outcome::AttributeInvalid]);
}

#[test]
fn a_proof_may_belong_to_a_contact() {
    let xml =
        info("<i:name>shop.test</i:name><i:authInfo><i:pw roid='C7-CHANCERY'>secret</i:pw></i:authInfo>");
    let (info, _) = read(&xml, parse).expect("the command is good");
    let proof = info.proof.expect("there is one");
    assert_eq!(proof.roid.as_deref(), Some("C7-CHANCERY"));
    assert_eq!(proof.authinfo, engine::model::AuthInfo::presented("secret"));
}

#[test]
fn an_empty_proof_is_passed_on_as_empty() {
    let xml = info("<i:name>shop.test</i:name><i:authInfo><i:pw/></i:authInfo>");
    assert!(
        read(&xml, parse)
            .expect("the command is good")
            .0
            .proof
            .is_some_and(|proof| proof.authinfo.is_empty())
    );
}

#[test]
fn faults() {
    for (inside, expected) in [
        ("", vec![Outcome::ElementMissing]),
        ("<i:authInfo><i:pw/></i:authInfo><i:name>shop.test</i:name>", vec![Outcome::ElementUnexpected]),
        ("<i:name>shop.test</i:name><i:authInfo>secret</i:authInfo>", vec![Outcome::TextUnexpected]),
        (
            "<i:name>!</i:name><i:authInfo><i:ext><o:o xmlns:o='urn:example:o'/></i:ext></i:authInfo>",
            vec![Outcome::DomainNameMalformed, Outcome::OptionUnimplemented],
        ),
    ] {
        assert_eq!(outcomes(&info(inside), parse), expected, "{inside}");
    }
}

#[test]
fn the_sponsor_sees_everything_but_the_authinfo() {
    assert_eq!(
        written(|xml| render(&view(), HostsFilter::All, xml)),
        [OPENING, CONTACTS, DELEGATED, SUBORDINATE, FULL_HISTORY].concat()
    );
}

#[test]
fn the_hosts_attribute_selects() {
    for (filter, hosts) in [
        (HostsFilter::Delegated, DELEGATED),
        (HostsFilter::Subordinate, SUBORDINATE),
        (HostsFilter::Neither, ""),
    ] {
        let expected = [OPENING, CONTACTS, hosts, FULL_HISTORY].concat();
        assert_eq!(written(|xml| render(&view(), filter, xml)), expected, "{filter:?}");
    }
}

#[test]
fn others_see_neither_contacts_nor_who_changed_it() {
    let view = DomainView { full: false, ..view() };
    let history = FULL_HISTORY
        .replace("<domain:upID>ALPHA</domain:upID>", "")
        .replace("<domain:trDate>2026-01-03T00:00:00.000Z</domain:trDate>", "");
    assert_eq!(
        written(|xml| render(&view, HostsFilter::All, xml)),
        [OPENING, DELEGATED, SUBORDINATE, &history].concat()
    );
}

#[test]
fn a_domain_that_nothing_has_happened_to() {
    let mut view = view();
    view.statuses = vec![(Status::Inactive, None)];
    (view.contacts, view.hosts, view.subordinate_hosts) = (Vec::new(), Vec::new(), Vec::new());
    view.updater = None;
    (view.domain.updated_at, view.domain.transferred_at) = (None, None);
    assert_eq!(
        written(|xml| render(&view, HostsFilter::All, xml)),
        "<domain:infData xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\"><domain:name>shop.test</domain:name>\
         <domain:roid>D11-CHANCERY</domain:roid><domain:status s=\"inactive\"/><domain:clID>ALPHA</domain:clID>\
         <domain:crID>BRAVO</domain:crID><domain:crDate>2026-01-01T00:00:00.000Z</domain:crDate>\
         <domain:exDate>2027-01-01T00:00:00.000Z</domain:exDate></domain:infData>"
    );
}

#[test]
fn name_servers_as_attributes() {
    let mut view = view();
    view.hosts = Vec::new();
    let address = |text, v6| HostAddress::parse(text, v6).expect("it is an address");
    view.attributes = vec![
        HostAttribute {
            name: name("ns1.shop.test"),
            addresses: vec![address("192.0.2.1", false), address("2001:db8::1", true)],
        },
        HostAttribute { name: name("ns.example.test"), addresses: Vec::new() },
    ];
    let written = written(|xml| render(&view, HostsFilter::Delegated, xml));
    let expected = "<domain:ns><domain:hostAttr><domain:hostName>ns1.shop.test</domain:hostName>\
        <domain:hostAddr ip=\"v4\">192.0.2.1</domain:hostAddr><domain:hostAddr ip=\"v6\">2001:db8::1</domain:hostAddr>\
        </domain:hostAttr><domain:hostAttr><domain:hostName>ns.example.test</domain:hostName></domain:hostAttr></domain:ns>";
    assert!(written.contains(expected), "{written}");
}
