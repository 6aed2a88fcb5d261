use engine::{
    Outcome,
    model::{Disclosure, Handle, Instant, Line, PostalKind},
};

use super::*;
use crate::objects::testing::{outcomes, read, written};

fn create(inside: &str) -> String {
    format!("<create xmlns='urn:ietf:params:xml:ns:contact-1.0'>{inside}</create>")
}

const ADDRESS: &str =
    "<postalInfo type='int'><name>Jan Novak</name><addr><city>Praha</city><cc>CZ</cc></addr></postalInfo>";
const END: &str = "<email>jan@example.test</email><authInfo><pw/></authInfo>";

#[test]
fn everything_a_command_can_say() {
    let xml = "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0' xmlns:domain='urn:ietf:params:xml:ns:contact-1.0'>\
        <command><create><domain:create><domain:id>jn8013</domain:id>\
        <domain:postalInfo type='loc'><domain:name>Jan\tNovák</domain:name><domain:org>Příklad &amp; syn</domain:org>\
        <domain:addr><domain:street>Dlouhá 1</domain:street><domain:street/><domain:street>2. patro</domain:street>\
        <domain:city>Praha</domain:city><domain:sp>Praha 1</domain:sp><domain:pc>110 00</domain:pc>\
        <domain:cc>cz</domain:cc></domain:addr></domain:postalInfo>\
        <domain:postalInfo type='int'><domain:name>Jan Novak</domain:name><domain:org/>\
        <domain:addr><domain:city>Praha</domain:city><domain:sp> </domain:sp><domain:pc/><domain:cc>CZ</domain:cc>\
        </domain:addr></domain:postalInfo>\
        <domain:voice x='1234'>+420.222111333</domain:voice><domain:fax/>\
        <domain:email> jan@example.test </domain:email><domain:authInfo><domain:pw>2fooBAR</domain:pw></domain:authInfo>\
        <domain:disclose flag='false'><domain:name type='int'/><domain:name type='loc'/><domain:addr type='loc'/>\
        <domain:voice/><domain:email>x</domain:email></domain:disclose></domain:create></create></command></epp>";
    let Create { handle, zone, details, authinfo, reuse, .. } =
        read(xml, parse).expect("the command is good");
    assert_eq!((handle.as_ref().map(Handle::as_str), authinfo.expose()), (Some("jn8013"), "2fooBAR"));
    assert_eq!((zone, reuse), (None, false));

    let texts = |line: &Option<Line>| line.as_ref().map(|line| line.as_str().to_owned());
    let loc = details.postal(PostalKind::Loc).expect("there is one");
    assert_eq!(
        (loc.name.as_str(), texts(&loc.organisation).as_deref()),
        ("Jan Novák", Some("Příklad & syn"))
    );
    assert_eq!(loc.street.iter().map(Line::as_str).collect::<Vec<_>>(), ["Dlouhá 1", "2. patro"]);
    assert_eq!((loc.city.as_str(), loc.country.as_str()), ("Praha", "CZ"));
    assert_eq!(
        (texts(&loc.province), texts(&loc.postal_code)),
        (Some("Praha 1".into()), Some("110 00".into()))
    );

    let int = details.postal(PostalKind::Int).expect("there is one");
    assert_eq!((texts(&int.organisation), texts(&int.province), texts(&int.postal_code)), (None, None, None));
    assert!(int.street.is_empty());

    let voice = details.voice.expect("there is one");
    assert_eq!((voice.number(), voice.extension()), ("+420.222111333", Some("1234")));
    assert_eq!((details.fax, details.email.as_str()), (None, "jan@example.test"));
    let elements = ["name/int", "name/loc", "addr/loc", "voice", "email"].map(str::to_owned).to_vec();
    assert_eq!(details.disclosure, Some(Disclosure { show: false, elements }));
}

#[test]
fn the_least_a_command_can_say() {
    let create = read(&create(&format!("<id>abc</id>{ADDRESS}{END}")), parse).expect("the command is good");
    assert_eq!(create.details.postal.len(), 1);
    assert!(create.details.voice.is_none() && create.details.fax.is_none());
    assert!(create.details.disclosure.is_none() && create.authinfo.is_empty());
}

#[test]
fn all_bad_values_are_told_together() {
    let long = "x".repeat(256);
    let xml = create(&format!(
        "<id>ab</id><postalInfo type='loc'><name> </name><org>{long}</org><addr><street>{long}</street>\
         <city/><sp>{long}</sp><pc>12345678901234567</pc><cc>XX</cc></addr></postalInfo>\
         <voice>222111333</voice><fax x='ext'>+1.2</fax><email>nobody</email>\
         <authInfo><ext><other xmlns='urn:example:auth'/></ext></authInfo>"
    ));
    let refusals = read(&xml, parse).expect_err("nothing in it is good");
    let found: Vec<_> = refusals.iter().map(|refusal| (refusal.outcome, refusal.field)).collect();
    assert_eq!(
        found,
        [
            (Outcome::HandleMalformed, Some(Field::ContactId)),
            (Outcome::TextMissing, Some(Field::ContactName)),
            (Outcome::TextTooLong, Some(Field::ContactOrganisation)),
            (Outcome::TextTooLong, Some(Field::ContactStreet)),
            (Outcome::TextMissing, Some(Field::ContactCity)),
            (Outcome::TextTooLong, Some(Field::ContactProvince)),
            (Outcome::TextTooLong, Some(Field::ContactPostalCode)),
            (Outcome::CountryUnknown, Some(Field::ContactCountry)),
            (Outcome::PhoneMalformed, Some(Field::ContactVoice)),
            (Outcome::PhoneMalformed, Some(Field::ContactFax)),
            (Outcome::EmailMalformed, Some(Field::ContactEmail)),
            (Outcome::OptionUnimplemented, Some(Field::Authinfo)),
        ]
    );
}

#[test]
fn what_breaks_the_schema_is_refused() {
    let streets = "<street>a</street>".repeat(4);
    let named = |inside: &str| format!("<id>abc</id><postalInfo type='int'>{inside}</postalInfo>{END}");
    for (inside, outcome) in [
        (format!("{ADDRESS}{END}"), Outcome::ElementMissing),
        (format!("<id>abc</id>{END}"), Outcome::ElementMissing),
        (format!("<id>abc</id>{ADDRESS}<authInfo><pw/></authInfo>"), Outcome::ElementMissing),
        (format!("<id>abc</id>{ADDRESS}<email>a@b.test</email>"), Outcome::ElementMissing),
        (format!("<id>abc</id>{ADDRESS}{ADDRESS}{ADDRESS}{END}"), Outcome::ElementRepeated),
        (format!("<id>abc</id>{ADDRESS}<fax/><voice/>{END}"), Outcome::ElementUnexpected),
        (format!("<id>abc</id>{END}{ADDRESS}"), Outcome::ElementUnexpected),
        (named("<addr><city>Praha</city><cc>CZ</cc></addr>"), Outcome::ElementMissing),
        (named("<name>Jan</name>"), Outcome::ElementMissing),
        (named("<name>Jan</name><addr><cc>CZ</cc></addr>"), Outcome::ElementMissing),
        (named("<name>Jan</name><addr><city>Praha</city></addr>"), Outcome::ElementMissing),
        (named("<name>Jan</name><addr><cc>CZ</cc><city>Praha</city></addr>"), Outcome::ElementUnexpected),
        (
            named(&format!("<name>Jan</name><addr>{streets}<city>Praha</city><cc>CZ</cc></addr>")),
            Outcome::ElementRepeated,
        ),
        (format!("<id>abc</id>{}{END}", ADDRESS.replace("'int'", "'local'")), Outcome::AttributeInvalid),
        (format!("<id>abc</id>{}{END}", ADDRESS.replace(" type='int'", "")), Outcome::AttributeMissing),
        (format!("<id>abc</id>{ADDRESS}{END}<disclose><voice/></disclose>"), Outcome::AttributeMissing),
        (format!("<id>abc</id>{ADDRESS}{END}<disclose flag='yes'/>"), Outcome::AttributeInvalid),
        (
            format!("<id>abc</id>{ADDRESS}{END}<disclose flag='0'><email/><voice/></disclose>"),
            Outcome::ElementUnexpected,
        ),
        (
            format!("<id>abc</id>{ADDRESS}{END}<disclose flag='0'><name/></disclose>"),
            Outcome::AttributeMissing,
        ),
        (
            format!("<id>abc</id>{ADDRESS}{END}<disclose flag='0'><name type='int'>x</name></disclose>"),
            Outcome::TextUnexpected,
        ),
    ] {
        assert_eq!(outcomes(&create(&inside), parse), [outcome], "{inside}");
    }
}

#[test]
fn the_answer() {
    let created = Created {
        handle: Handle::parse("jn8013").expect("it is a handle"),
        created_at: Instant::from_millis(1_767_225_600_000),
    };
    assert_eq!(
        written(|xml| render(&created, xml)),
        "<contact:creData xmlns:contact=\"urn:ietf:params:xml:ns:contact-1.0\"><contact:id>jn8013</contact:id>\
         <contact:crDate>2026-01-01T00:00:00.000Z</contact:crDate></contact:creData>"
    );
}
