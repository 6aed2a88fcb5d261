//! `<domain:check>` (RFC 5731 section 3.1.1).

use engine::{
    Field, Refusals,
    model::DomainName,
    ops::{Availability, domain::Check},
};
use wire::xml::{Element, Writer};

use crate::{
    namespaces::DOMAIN,
    objects::availability::{self, Answer, Form},
    syntax::Content,
};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; names that are empty or too long to be answered.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Check, Refusals> {
    let content = Content::of(element, DOMAIN)?;
    Ok(Check { names: availability::read(&FORM, content, DomainName::parse)?, most: None })
}

/// Writes `<domain:chkData>`.
pub(crate) fn render(answers: &[Availability], xml: &mut Writer) {
    availability::render(&FORM, answers, xml);
}

const FORM: Form = Form {
    namespace: DOMAIN,
    name: "name",
    field: Field::DomainName,
    lengths: 1..=255,
    answer: Answer {
        data: "domain:chkData",
        declaration: "xmlns:domain",
        each: "domain:cd",
        name: "domain:name",
        reason: "domain:reason",
    },
};

#[cfg(test)]
mod tests {
    use engine::{Outcome, Refusal};

    use super::*;
    use crate::objects::testing::{outcomes, read, written};

    #[test]
    fn names_are_read_in_order_under_any_prefix() {
        for xml in [
            "<domain:check xmlns:domain='urn:ietf:params:xml:ns:domain-1.0'>\
             <domain:name>Shop.Example.test</domain:name><domain:name>b.test</domain:name></domain:check>",
            "<check xmlns='urn:ietf:params:xml:ns:domain-1.0'><name> shop.example.test\n</name><name>b.test</name></check>",
            "<e:epp xmlns:e='urn:ietf:params:xml:ns:epp-1.0' xmlns:x-1.y='urn:ietf:params:xml:ns:domain-1.0'>\
             <e:command><e:check><x-1.y:check>\
             <x-1.y:name>SHOP.example.test</x-1.y:name>\n<!-- two --><x-1.y:name>b.test</x-1.y:name>\
             </x-1.y:check></e:check></e:command></e:epp>",
        ] {
            let check = read(xml, parse).expect("the command is good");
            let names: Vec<_> =
                check.names.iter().map(|name| name.as_ref().expect("it is a name").as_str()).collect();
            assert_eq!(names, ["shop.example.test", "b.test"]);
        }
    }

    #[test]
    fn names_that_cannot_be_read_are_passed_on() {
        let xml = "<check xmlns='urn:ietf:params:xml:ns:domain-1.0'><name>-a.test</name><name>b.test</name></check>";
        let check = read(xml, parse).expect("the command is good");
        let refusal = check.names[0].as_ref().expect_err("it begins with a hyphen");
        assert_eq!(refusal.outcome, Outcome::DomainNameMalformed);
        assert_eq!(refusal.field, Some(Field::DomainName));
        assert_eq!(refusal.value.as_deref(), Some("-a.test"));
        assert!(check.names[1].is_ok());
    }

    #[test]
    fn names_that_no_answer_can_repeat_are_refused() {
        let long = "x".repeat(256);
        let xml = format!(
            "<check xmlns='urn:ietf:params:xml:ns:domain-1.0'><name/><name>b.test</name><name>{long}</name></check>"
        );
        assert_eq!(outcomes(&xml, parse), [Outcome::DomainNameMalformed, Outcome::DomainNameMalformed]);
    }

    #[test]
    fn what_breaks_the_schema_is_refused() {
        for (inside, outcome) in [
            ("", Outcome::ElementMissing),
            ("<name>a.test</name><id>b.test</id>", Outcome::ElementUnexpected),
            ("<name>a.test</name>b.test", Outcome::TextUnexpected),
            ("<name hosts='all'>a.test</name>", Outcome::AttributeUnexpected),
            ("<name xmlns='urn:ietf:params:xml:ns:host-1.0'>a.test</name>", Outcome::ElementMissing),
        ] {
            let xml = format!("<check xmlns='urn:ietf:params:xml:ns:domain-1.0'>{inside}</check>");
            assert_eq!(outcomes(&xml, parse), [outcome], "{inside}");
        }
    }

    #[test]
    fn the_answer_keeps_the_order_and_says_why() {
        let answers = [
            Availability { name: "a.test".to_owned(), taken: None },
            Availability { name: "b.test".to_owned(), taken: Some(Refusal::new(Outcome::DomainTaken)) },
            Availability { name: "<&>".to_owned(), taken: Some(Refusal::new(Outcome::DomainNameMalformed)) },
        ];
        assert_eq!(
            written(|xml| render(&answers, xml)),
            "<domain:chkData xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\">\
             <domain:cd><domain:name avail=\"1\">a.test</domain:name></domain:cd>\
             <domain:cd><domain:name avail=\"0\">b.test</domain:name><domain:reason>In use</domain:reason></domain:cd>\
             <domain:cd><domain:name avail=\"0\">&lt;&amp;&gt;</domain:name>\
             <domain:reason>Invalid name</domain:reason></domain:cd></domain:chkData>"
        );
    }
}
