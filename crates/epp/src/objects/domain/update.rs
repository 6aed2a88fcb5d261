//! `<domain:update>` (RFC 5731 section 3.2.5). Its answer holds no data.

use engine::{
    Refusals,
    model::{Handle, Secret},
    ops::{
        Needless, StatusChange,
        domain::{LinkChange, Replacement, Update},
    },
};
use wire::xml::Element;

use super::{contacts, name_servers, read_name};
use crate::{
    namespaces::DOMAIN,
    objects::{
        authinfo,
        status::{self, Noted},
        values::Values,
    },
    syntax::Content,
};

/// Reads the command. Changes of DNSSEC data come from their extension; whether anything is changed at all is for the
/// engine to ask, as an extension may be all there is.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Update, Refusals> {
    let mut content = Content::of(element, DOMAIN)?;
    let mut values = Values::new();
    let name = read_name(&mut content, &mut values)?;
    let (add, added) = read_list(content.optional("add")?, &mut values)?;
    let (remove, removed) = read_list(content.optional("rem")?, &mut values)?;
    let (registrant, authinfo) = read_change(content.optional("chg")?, &mut values)?;
    content.end()?;

    let statuses = StatusChange { add: added, remove: status::names(removed) };
    values.settle(name.map(|name| Update {
        name,
        add,
        remove,
        statuses,
        delegation: None,
        registrant,
        authinfo,
        dnssec: None,
        replace: Replacement::default(),
        needless: Needless::default(),
        opts_out: None,
    }))
}

/// Reads `add` or `rem` (`addRemType`).
fn read_list(
    element: Option<Element<'_, '_>>,
    values: &mut Values,
) -> Result<(LinkChange, Vec<Noted>), Refusals> {
    let Some(element) = element else { return Ok(Default::default()) };
    let mut content = Content::of(element, DOMAIN)?;
    let delegation = name_servers::read(&mut content, values)?;
    let contacts = contacts::read(&mut content, values)?;
    let statuses = content.many("status", status::MOST_OF_DOMAINS)?;
    let statuses = status::read(statuses, status::OF_DOMAINS, values)?;
    content.end()?;
    Ok((LinkChange { contacts, delegation }, statuses))
}

/// The new registrant (an empty one removes it) and the new authInfo, each if it is named.
type Change = (Option<Option<Handle>>, Option<Secret>);

/// Reads `chg` (`chgType`).
fn read_change(element: Option<Element<'_, '_>>, values: &mut Values) -> Result<Change, Refusals> {
    let Some(element) = element else { return Ok((None, None)) };
    let mut content = Content::of(element, DOMAIN)?;
    let registrant = content.optional("registrant")?;
    let registrant = registrant.map(|element| contacts::read_registrant(element, values)).transpose()?;
    let authinfo = content.optional("authInfo")?;
    let authinfo = authinfo.map(|element| authinfo::read_change(element, DOMAIN, values)).transpose()?;
    content.end()?;
    Ok((registrant, authinfo))
}

#[cfg(test)]
mod tests {
    use engine::{
        Outcome,
        model::{Delegation, Role, Status, StatusNote},
    };

    use engine::model::Handle;

    use super::*;
    use crate::objects::testing::{outcomes, read};

    fn update(inside: &str) -> String {
        format!("<update xmlns='urn:ietf:params:xml:ns:domain-1.0'>{inside}</update>")
    }

    fn handle(text: &str) -> Handle {
        Handle::parse(text).expect("it is a handle")
    }

    #[test]
    fn everything_a_command_can_say() {
        let xml = update(
            "<name>A.test</name>\
             <add><ns><hostObj>ns1.a.test</hostObj></ns><contact type='tech'>TEC-2</contact>\
             <status s='clientHold' lang='en-GB'> Payment\noverdue. </status><status s='clientUpdateProhibited'/></add>\
             <rem><ns><hostObj>ns2.a.test</hostObj></ns><contact type='tech'>TEC-1</contact>\
             <status s='clientDeleteProhibited'>ignored</status></rem>\
             <chg><registrant>REG-2</registrant><authInfo><pw>new secret</pw></authInfo></chg>",
        );
        let update = read(&xml, parse).expect("the command is good");
        assert_eq!(update.name.as_str(), "a.test");
        assert_eq!(update.add.contacts, [(Role::Tech, handle("TEC-2"))]);
        assert_eq!(update.remove.contacts, [(Role::Tech, handle("TEC-1"))]);
        assert!(
            matches!(&update.add.delegation, Delegation::Hosts(names) if names[0].as_str() == "ns1.a.test")
        );
        assert!(
            matches!(&update.remove.delegation, Delegation::Hosts(names) if names[0].as_str() == "ns2.a.test")
        );
        let note = StatusNote { language: "en-GB".to_owned(), text: "Payment overdue.".to_owned() };
        assert_eq!(
            update.statuses.add,
            [(Status::ClientHold, Some(note)), (Status::ClientUpdateProhibited, None)]
        );
        assert_eq!(update.statuses.remove, [Status::ClientDeleteProhibited]);
        assert_eq!(update.registrant, Some(Some(handle("REG-2"))));
        assert_eq!(update.authinfo, Some(Secret::new("new secret")));
        assert_eq!(update.dnssec, None);
    }

    #[test]
    fn empty_lists_and_changes_are_nothing() {
        for inside in ["<name>a.test</name>", "<name>a.test</name><add/><rem></rem><chg/>"] {
            let update = read(&update(inside), parse).expect("the command is good");
            assert_eq!((&update.add, &update.remove), (&LinkChange::default(), &LinkChange::default()));
            assert!(update.statuses.is_empty());
            assert!(update.registrant.is_none() && update.authinfo.is_none() && update.dnssec.is_none());
        }
    }

    #[test]
    fn an_empty_value_removes() {
        for secret in ["<pw/>", "<null/>", "<null>whatever</null>"] {
            let xml =
                update(&format!("<name>a.test</name><chg><registrant/><authInfo>{secret}</authInfo></chg>"));
            let update = read(&xml, parse).expect("the command is good");
            assert_eq!(update.registrant, Some(None));
            assert_eq!(update.authinfo, Some(Secret::new("")));
        }
    }

    #[test]
    fn all_bad_values_are_told_together() {
        let long = "x".repeat(1001);
        let xml = update(&format!(
            "<name/><add><ns><hostObj>a b</hostObj></ns><status s='clientHold'>{long}</status></add>\
             <rem><contact type='admin'>XY</contact></rem><chg><registrant>AB</registrant></chg>"
        ));
        assert_eq!(
            outcomes(&xml, parse),
            [
                Outcome::DomainNameMalformed,
                Outcome::DomainNameMalformed,
                Outcome::TextTooLong,
                Outcome::HandleMalformed,
                Outcome::HandleMalformed,
            ]
        );
    }

    #[test]
    fn what_breaks_the_schema_is_refused() {
        let twelve = "<status s='clientHold'/>".repeat(12);
        for (inside, outcome) in [
            ("<add/>".to_owned(), Outcome::ElementMissing),
            ("<name>a.test</name><rem/><add/>".to_owned(), Outcome::ElementUnexpected),
            ("<name>a.test</name><add/><add/>".to_owned(), Outcome::ElementUnexpected),
            (
                "<name>a.test</name><add><status s='clientHold'/><ns/></add>".to_owned(),
                Outcome::ElementUnexpected,
            ),
            (
                "<name>a.test</name><add><registrant>ABC</registrant></add>".to_owned(),
                Outcome::ElementUnexpected,
            ),
            ("<name>a.test</name><add><status/></add>".to_owned(), Outcome::AttributeMissing),
            ("<name>a.test</name><add><status s='linked'/></add>".to_owned(), Outcome::AttributeInvalid),
            ("<name>a.test</name><add><status s='onHold'/></add>".to_owned(), Outcome::AttributeInvalid),
            (
                "<name>a.test</name><add><status s='ok' lang='e n'/></add>".to_owned(),
                Outcome::AttributeInvalid,
            ),
            (format!("<name>a.test</name><add>{twelve}</add>"), Outcome::ElementRepeated),
            (
                "<name>a.test</name><chg><authInfo><pw/></authInfo><registrant/></chg>".to_owned(),
                Outcome::ElementUnexpected,
            ),
            ("<name>a.test</name><chg><authInfo/></chg>".to_owned(), Outcome::ElementMissing),
        ] {
            assert_eq!(outcomes(&update(&inside), parse), [outcome], "{inside}");
        }
    }
}
