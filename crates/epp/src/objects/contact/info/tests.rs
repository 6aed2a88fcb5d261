use engine::{
    Outcome,
    model::{
        AccountId, AuthInfo, Clid, Contact, ContactId, Country, Details, Disclosure, Email, Handle, Instant,
        Line, Particulars, Phone, Postal, PostalKind, Status, StatusNote, Statuses,
    },
};

use super::*;
use crate::objects::testing::{outcomes, read, written};

fn info(inside: &str) -> String {
    format!("<info xmlns='urn:ietf:params:xml:ns:contact-1.0'>{inside}</info>")
}

fn line(text: &str) -> Line {
    Line::parse(text, 255).expect("it is a line")
}

fn clid(text: &str) -> Clid {
    Clid::parse(text).expect("it is an identifier")
}

fn postal(kind: PostalKind, name: &str) -> Postal {
    Postal {
        kind,
        name: line(name).into(),
        organisation: None,
        street: Vec::new(),
        city: line("Praha"),
        province: None,
        postal_code: None,
        country: Country::parse("CZ").expect("it is a country"),
    }
}

fn view() -> ContactView {
    let created_at = Instant::from_millis(1_767_225_600_000);
    ContactView {
        contact: Contact {
            id: ContactId(35),
            handle: Handle::parse("jn8013").expect("it is a handle"),
            sponsor: AccountId(1),
            creator: AccountId(2),
            created_at,
            updater: None,
            updated_at: None,
            transferred_at: None,
            statuses: Statuses::default(),
            authinfo: None,
            details: Details {
                postal: vec![postal(PostalKind::Int, "Jan Novak")],
                voice: None,
                fax: None,
                email: Email::parse("jan@example.test").expect("it is an address"),
                disclosure: None,
                particulars: Particulars::default(),
            },
        },
        hidden: Vec::new(),
        statuses: vec![(Status::Ok, None)],
        sponsor: clid("ALPHA"),
        creator: clid("BRAVO"),
        updater: None,
    }
}

#[test]
fn the_id_and_a_proof() {
    let alone = read(&info("<id>jn8013</id>"), parse).expect("the command is good");
    assert!(alone.handle.as_str() == "jn8013" && alone.proof.is_none());
    let xml = info("<id>jn8013</id><authInfo><pw>2fooBAR</pw></authInfo>");
    let proven = read(&xml, parse).expect("the command is good");
    assert_eq!(proven.proof, Some(AuthInfo::presented("2fooBAR")));
}

#[test]
fn a_contact_is_proven_by_its_own_authinfo() {
    let xml = info("<id>j</id><authInfo><pw roid='C1-CHANCERY'>2fooBAR</pw></authInfo>");
    assert_eq!(outcomes(&xml, parse), [Outcome::HandleMalformed, Outcome::OptionUnimplemented]);
    let refusals = read(&xml, parse).expect_err("it is refused");
    assert!(!format!("{refusals:?}").contains("2fooBAR"));
}

#[test]
fn what_breaks_the_schema_is_refused() {
    for (inside, outcome) in [
        ("", Outcome::ElementMissing),
        ("<id hosts='all'>abc</id>", Outcome::AttributeUnexpected),
        ("<id>abc</id><authInfo><null/></authInfo>", Outcome::ElementMissing),
        ("<authInfo><pw/></authInfo><id>abc</id>", Outcome::ElementUnexpected),
    ] {
        assert_eq!(outcomes(&info(inside), parse), [outcome], "{inside}");
    }
}

#[test]
fn a_contact_that_nothing_has_happened_to() {
    assert_eq!(
        written(|xml| render(&view(), &view().contact.id.roid(), xml)),
        "<contact:infData xmlns:contact=\"urn:ietf:params:xml:ns:contact-1.0\"><contact:id>jn8013</contact:id>\
         <contact:roid>C13-CHANCERY</contact:roid><contact:status s=\"ok\"/><contact:postalInfo type=\"int\">\
         <contact:name>Jan Novak</contact:name><contact:addr><contact:city>Praha</contact:city>\
         <contact:cc>CZ</contact:cc></contact:addr></contact:postalInfo><contact:email>jan@example.test</contact:email>\
         <contact:clID>ALPHA</contact:clID><contact:crID>BRAVO</contact:crID>\
         <contact:crDate>2026-01-01T00:00:00.000Z</contact:crDate></contact:infData>"
    );
}

#[test]
fn the_whole_answer() {
    let mut view = view();
    let contact = &mut view.contact;
    contact.details.postal = vec![
        Postal {
            organisation: Some(line("Příklad & syn")),
            street: vec![line("Dlouhá 1"), line("2. patro")],
            province: Some(line("Praha 1")),
            postal_code: Some(line("110 00")),
            ..postal(PostalKind::Loc, "Jan Novák")
        },
        postal(PostalKind::Int, "Jan Novak"),
    ];
    contact.details.voice = Some(Phone::parse("+420.222111333", Some("12")).expect("it is a number"));
    contact.details.fax = Some(Phone::parse("+420.222111334", None).expect("it is a number"));
    let elements =
        ["email", "voice", "addr/loc", "name/loc", "name/int", "shoe_size"].map(str::to_owned).to_vec();
    contact.details.disclosure = Some(Disclosure { show: true, elements });
    contact.updated_at = Some(contact.created_at.plus_days(1));
    contact.transferred_at = Some(contact.created_at.plus_days(2));
    view.updater = Some(clid("ALPHA"));
    let note = StatusNote { language: "en".to_owned(), text: "on request".to_owned() };
    view.statuses = vec![(Status::Linked, None), (Status::ClientDeleteProhibited, Some(note))];
    assert_eq!(
        written(|xml| render(&view, &view.contact.id.roid(), xml)),
        "<contact:infData xmlns:contact=\"urn:ietf:params:xml:ns:contact-1.0\"><contact:id>jn8013</contact:id>\
         <contact:roid>C13-CHANCERY</contact:roid><contact:status s=\"linked\"/>\
         <contact:status s=\"clientDeleteProhibited\" lang=\"en\">on request</contact:status>\
         <contact:postalInfo type=\"loc\"><contact:name>Jan Novák</contact:name>\
         <contact:org>Příklad &amp; syn</contact:org><contact:addr><contact:street>Dlouhá 1</contact:street>\
         <contact:street>2. patro</contact:street><contact:city>Praha</contact:city><contact:sp>Praha 1</contact:sp>\
         <contact:pc>110 00</contact:pc><contact:cc>CZ</contact:cc></contact:addr></contact:postalInfo>\
         <contact:postalInfo type=\"int\"><contact:name>Jan Novak</contact:name><contact:addr>\
         <contact:city>Praha</contact:city><contact:cc>CZ</contact:cc></contact:addr></contact:postalInfo>\
         <contact:voice x=\"12\">+420.222111333</contact:voice><contact:fax>+420.222111334</contact:fax>\
         <contact:email>jan@example.test</contact:email><contact:clID>ALPHA</contact:clID>\
         <contact:crID>BRAVO</contact:crID><contact:crDate>2026-01-01T00:00:00.000Z</contact:crDate>\
         <contact:upID>ALPHA</contact:upID><contact:upDate>2026-01-02T00:00:00.000Z</contact:upDate>\
         <contact:trDate>2026-01-03T00:00:00.000Z</contact:trDate><contact:disclose flag=\"1\">\
         <contact:name type=\"int\"/><contact:name type=\"loc\"/><contact:addr type=\"loc\"/><contact:voice/>\
         <contact:email/></contact:disclose></contact:infData>"
    );
}
