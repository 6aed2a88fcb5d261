//! `<contact:update>` (RFC 5733 section 3.2.5). Its answer holds no data.

use engine::{
    Field, Refusals,
    model::{Disclosure, Email, Phone, Secret},
    ops::{
        StatusChange,
        contact::{PostalChange, Update},
    },
};
use wire::xml::Element;

use super::{disclosure, phone, postal, read_id};
use crate::{
    namespaces::CONTACT,
    objects::{
        authinfo,
        status::{self, Noted},
        values::Values,
    },
    syntax::Content,
};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Update, Refusals> {
    let mut content = Content::of(element, CONTACT)?;
    let mut values = Values::new();
    let handle = read_id(&mut content, &mut values)?;
    let added = read_list(content.optional("add")?, &mut values)?;
    let removed = read_list(content.optional("rem")?, &mut values)?;
    let change = read_change(content.optional("chg")?, &mut values)?;
    content.end()?;

    let statuses = StatusChange { add: added, remove: status::names(removed) };
    let Change { postal, voice, fax, email, authinfo, disclosure } = change;
    values.settle(handle.map(|handle| Update {
        handle,
        statuses,
        postal,
        voice,
        fax,
        email,
        disclosure,
        authinfo,
    }))
}

/// What `chg` says; a part that is not named stays.
#[derive(Default)]
struct Change {
    postal: Vec<PostalChange>,
    voice: Option<Option<Phone>>,
    fax: Option<Option<Phone>>,
    email: Option<Email>,
    authinfo: Option<Secret>,
    disclosure: Option<Disclosure>,
}

/// Reads `add` or `rem` (`addRemType`), which must not be empty.
fn read_list(element: Option<Element<'_, '_>>, values: &mut Values) -> Result<Vec<Noted>, Refusals> {
    let Some(element) = element else { return Ok(Vec::new()) };
    let mut content = Content::of(element, CONTACT)?;
    let statuses =
        status::read(content.some("status", status::MOST_OF_OTHERS)?, status::OF_CONTACTS, values)?;
    content.end()?;
    Ok(statuses)
}

/// Reads `chg` (`chgType`).
fn read_change(element: Option<Element<'_, '_>>, values: &mut Values) -> Result<Change, Refusals> {
    let Some(element) = element else { return Ok(Change::default()) };
    let mut content = Content::of(element, CONTACT)?;
    let mut postal = Vec::new();
    for address in content.many("postalInfo", postal::MOST)? {
        postal.push(postal::read_change(address, values)?);
    }
    let voice = content.optional("voice")?;
    let voice = voice.map(|number| phone::read(number, Field::ContactVoice, values)).transpose()?;
    let fax = content.optional("fax")?;
    let fax = fax.map(|number| phone::read(number, Field::ContactFax, values)).transpose()?;
    let email = values.optional(&mut content, "email", Field::ContactEmail, Email::parse)?;
    let authinfo = content.optional("authInfo")?;
    let authinfo = authinfo.map(|element| authinfo::read_new(element, CONTACT, values)).transpose()?;
    let disclosure = content.optional("disclose")?.map(disclosure::read).transpose()?;
    content.end()?;
    Ok(Change { postal, voice, fax, email, authinfo, disclosure })
}

#[cfg(test)]
mod tests {
    use engine::{
        Outcome,
        model::{Line, PersonName, PostalKind, Status},
        ops::contact::AddressChange,
    };

    use super::*;
    use crate::objects::testing::{outcomes, read};

    fn update(inside: &str) -> String {
        format!("<c0:update xmlns:c0='urn:ietf:params:xml:ns:contact-1.0'>{inside}</c0:update>")
    }

    #[test]
    fn everything_a_command_can_say() {
        let xml = update(
            "<c0:id>jn8013</c0:id><c0:add><c0:status s='clientDeleteProhibited'/></c0:add>\
             <c0:rem><c0:status s='clientTransferProhibited'/></c0:rem>\
             <c0:chg><c0:postalInfo type='int'><c0:org/><c0:addr><c0:street>Dlouha 1</c0:street><c0:city>Praha</c0:city>\
             <c0:pc>110 00</c0:pc><c0:cc>CZ</c0:cc></c0:addr></c0:postalInfo>\
             <c0:postalInfo type='loc'><c0:name>Jan Novák</c0:name></c0:postalInfo>\
             <c0:voice>+420.222</c0:voice><c0:fax/><c0:email>new@example.test</c0:email>\
             <c0:authInfo><c0:pw>newSecret</c0:pw></c0:authInfo>\
             <c0:disclose flag='1'><c0:voice/><c0:email/></c0:disclose></c0:chg>",
        );
        let update = read(&xml, parse).expect("the command is good");
        assert_eq!(update.handle.as_str(), "jn8013");
        assert_eq!(update.statuses.add, [(Status::ClientDeleteProhibited, None)]);
        assert_eq!(update.statuses.remove, [Status::ClientTransferProhibited]);

        let [int, loc] = &update.postal[..] else { panic!("{:?}", update.postal) };
        assert_eq!((int.kind, &int.name, &int.organisation), (PostalKind::Int, &None, &Some(None)));
        let AddressChange { street, city, province, postal_code, country } =
            int.address.as_ref().expect("there is one");
        assert_eq!((street[0].as_str(), city.as_str(), country.as_str()), ("Dlouha 1", "Praha", "CZ"));
        assert_eq!((province, postal_code.as_ref().map(Line::as_str)), (&None, Some("110 00")));
        assert_eq!(
            (loc.kind, loc.name.as_ref().map(PersonName::as_str)),
            (PostalKind::Loc, Some("Jan Novák"))
        );
        assert!(loc.organisation.is_none() && loc.address.is_none());

        assert_eq!(update.voice.flatten().as_ref().map(Phone::number), Some("+420.222"));
        assert_eq!(update.fax, Some(None));
        assert_eq!(update.email.as_ref().map(Email::as_str), Some("new@example.test"));
        assert_eq!(update.authinfo, Some(Secret::new("newSecret")));
        let elements = vec!["voice".to_owned(), "email".to_owned()];
        assert_eq!(update.disclosure, Some(Disclosure { show: true, elements }));
    }

    #[test]
    fn what_is_not_named_stays() {
        for inside in ["<c0:id>jn8013</c0:id>", "<c0:id>jn8013</c0:id><c0:chg/>"] {
            let update = read(&update(inside), parse).expect("the command is good");
            assert!(update.statuses.is_empty() && update.postal.is_empty());
            assert!(update.voice.is_none() && update.fax.is_none() && update.email.is_none());
            assert!(update.disclosure.is_none() && update.authinfo.is_none());
        }
    }

    #[test]
    fn an_empty_authinfo_removes_it() {
        let xml = update("<c0:id>jn8013</c0:id><c0:chg><c0:authInfo><c0:pw/></c0:authInfo></c0:chg>");
        assert_eq!(read(&xml, parse).expect("the command is good").authinfo, Some(Secret::new("")));
    }

    #[test]
    fn all_bad_values_are_told_together() {
        let xml = update(
            "<c0:id>x</c0:id><c0:chg><c0:postalInfo type='int'><c0:name/><c0:addr><c0:city/><c0:cc>QQ</c0:cc></c0:addr>\
             </c0:postalInfo><c0:voice>1</c0:voice><c0:email/></c0:chg>",
        );
        assert_eq!(
            outcomes(&xml, parse),
            [
                Outcome::HandleMalformed,
                Outcome::TextMissing,
                Outcome::TextMissing,
                Outcome::CountryUnknown,
                Outcome::PhoneMalformed,
                Outcome::EmailMalformed,
            ]
        );
    }

    #[test]
    fn what_breaks_the_schema_is_refused() {
        let eight = "<c0:status s='ok'/>".repeat(8);
        for (inside, outcome) in [
            ("<c0:add/>".to_owned(), Outcome::ElementMissing),
            ("<c0:id>abc</c0:id><c0:add/>".to_owned(), Outcome::ElementMissing),
            ("<c0:id>abc</c0:id><c0:rem></c0:rem>".to_owned(), Outcome::ElementMissing),
            (
                "<c0:id>abc</c0:id><c0:add><c0:status s='clientHold'/></c0:add>".to_owned(),
                Outcome::AttributeInvalid,
            ),
            (format!("<c0:id>abc</c0:id><c0:add>{eight}</c0:add>"), Outcome::ElementRepeated),
            ("<c0:id>abc</c0:id><c0:chg><c0:postalInfo/></c0:chg>".to_owned(), Outcome::AttributeMissing),
            (
                "<c0:id>abc</c0:id><c0:chg><c0:fax/><c0:voice/></c0:chg>".to_owned(),
                Outcome::ElementUnexpected,
            ),
            (
                "<c0:id>abc</c0:id><c0:chg><c0:authInfo><c0:null/></c0:authInfo></c0:chg>".to_owned(),
                Outcome::ElementMissing,
            ),
            ("<c0:id>abc</c0:id><c0:chg><c0:id>abd</c0:id></c0:chg>".to_owned(), Outcome::ElementUnexpected),
        ] {
            assert_eq!(outcomes(&update(&inside), parse), [outcome], "{inside}");
        }
    }
}
