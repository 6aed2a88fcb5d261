//! `<host:update>` (RFC 5732 section 3.2.5). Its answer holds no data.

use engine::{
    Field, Refusals,
    model::{DomainName, HostAddress},
    ops::{Needless, StatusChange, host::Update},
};
use wire::xml::Element;

use super::{MOST_ADDRESSES, read_name};
use crate::{
    namespaces::HOST,
    objects::{
        address,
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
    let mut content = Content::of(element, HOST)?;
    let mut values = Values::new();
    let name = read_name(&mut content, &mut values)?;
    let (add, added) = read_list(content.optional("add")?, &mut values)?;
    let (remove, removed) = read_list(content.optional("rem")?, &mut values)?;
    let rename = read_change(content.optional("chg")?, &mut values)?;
    content.end()?;

    let statuses = StatusChange { add: added, remove: status::names(removed) };
    let needless = Needless::default();
    values.settle(name.map(|name| Update { name, add, remove, statuses, rename, needless }))
}

/// Reads `add` or `rem` (`addRemType`).
fn read_list(
    element: Option<Element<'_, '_>>,
    values: &mut Values,
) -> Result<(Vec<HostAddress>, Vec<Noted>), Refusals> {
    let Some(element) = element else { return Ok(Default::default()) };
    let mut content = Content::of(element, HOST)?;
    let addresses = address::read(content.many("addr", MOST_ADDRESSES)?, values)?;
    let statuses = status::read(content.many("status", status::MOST_OF_OTHERS)?, status::OF_HOSTS, values)?;
    content.end()?;
    Ok((addresses, statuses))
}

/// Reads `chg` (`chgType`), which has to hold the new name.
fn read_change(
    element: Option<Element<'_, '_>>,
    values: &mut Values,
) -> Result<Option<DomainName>, Refusals> {
    let Some(element) = element else { return Ok(None) };
    let mut content = Content::of(element, HOST)?;
    let name = values.required(&mut content, "name", Field::NewHostName, DomainName::parse)?;
    content.end()?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    use engine::{Outcome, model::Status};

    use super::*;
    use crate::objects::testing::{outcomes, read};

    fn update(inside: &str) -> String {
        format!("<u:update xmlns:u='urn:ietf:params:xml:ns:host-1.0'>{inside}</u:update>")
    }

    #[test]
    fn everything_a_command_can_say() {
        let xml = update(
            "<u:name>ns1.a.test</u:name><u:add><u:addr>192.0.2.22</u:addr><u:status s='clientUpdateProhibited'/></u:add>\
             <u:rem><u:addr ip='v6'>2001:db8::2</u:addr><u:status s='clientDeleteProhibited'/></u:rem>\
             <u:chg><u:name>NS2.a.test</u:name></u:chg>",
        );
        let update = read(&xml, parse).expect("the command is good");
        let shown = |addresses: &[HostAddress]| addresses.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(update.name.as_str(), "ns1.a.test");
        assert_eq!(
            (shown(&update.add), shown(&update.remove)),
            (vec!["192.0.2.22".into()], vec!["2001:db8::2".into()])
        );
        assert_eq!(update.statuses.add, [(Status::ClientUpdateProhibited, None)]);
        assert_eq!(update.statuses.remove, [Status::ClientDeleteProhibited]);
        assert_eq!(update.rename.as_ref().map(DomainName::as_str), Some("ns2.a.test"));
    }

    #[test]
    fn empty_lists_are_nothing() {
        for inside in ["<u:name>ns1.a.test</u:name>", "<u:name>ns1.a.test</u:name><u:add/><u:rem/>"] {
            let update = read(&update(inside), parse).expect("the command is good");
            assert!(update.add.is_empty() && update.remove.is_empty() && update.statuses.is_empty());
            assert_eq!(update.rename, None);
        }
    }

    #[test]
    fn all_bad_values_are_told_together() {
        let xml = update(
            "<u:name>-</u:name><u:add><u:addr>1.2.3</u:addr></u:add><u:rem><u:addr ip='v6'>192.0.2.1</u:addr></u:rem>\
             <u:chg><u:name>ns 2.test</u:name></u:chg>",
        );
        let refusals = read(&xml, parse).expect_err("nothing in it is good");
        let found: Vec<_> = refusals.iter().map(|refusal| (refusal.outcome, refusal.field)).collect();
        assert_eq!(
            found,
            [
                (Outcome::DomainNameMalformed, Some(Field::HostName)),
                (Outcome::AddressMalformed, Some(Field::HostAddress)),
                (Outcome::AddressVersionMismatch, Some(Field::HostAddress)),
                (Outcome::DomainNameMalformed, Some(Field::NewHostName)),
            ]
        );
    }

    #[test]
    fn what_breaks_the_schema_is_refused() {
        for (inside, outcome) in [
            ("<u:name>a.test</u:name><u:chg/>", Outcome::ElementMissing),
            ("<u:name>a.test</u:name><u:add><u:status s='clientHold'/></u:add>", Outcome::AttributeInvalid),
            (
                "<u:name>a.test</u:name><u:add><u:status s='ok'/><u:addr>192.0.2.1</u:addr></u:add>",
                Outcome::ElementUnexpected,
            ),
            (
                "<u:name>a.test</u:name><u:chg><u:name>b.test</u:name></u:chg><u:add/>",
                Outcome::ElementUnexpected,
            ),
        ] {
            assert_eq!(outcomes(&update(inside), parse), [outcome], "{inside}");
        }
    }
}
