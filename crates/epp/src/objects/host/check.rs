//! `<host:check>` (RFC 5732 section 3.1.1).

use engine::{
    Field, Refusals,
    model::DomainName,
    ops::{Availability, host::Check},
};
use wire::xml::{Element, Writer};

use crate::{
    namespaces::HOST,
    objects::availability::{self, Answer, Form},
    syntax::Content,
};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; names that are empty or too long to be answered.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Check, Refusals> {
    let content = Content::of(element, HOST)?;
    Ok(Check { names: availability::read(&FORM, content, DomainName::parse)? })
}

/// Writes `<host:chkData>`.
pub(crate) fn render(answers: &[Availability], xml: &mut Writer) {
    availability::render(&FORM, answers, xml);
}

const FORM: Form = Form {
    namespace: HOST,
    name: "name",
    field: Field::HostName,
    lengths: 1..=255,
    answer: Answer {
        data: "host:chkData",
        declaration: "xmlns:host",
        each: "host:cd",
        name: "host:name",
        reason: "host:reason",
    },
};

#[cfg(test)]
mod tests {
    use engine::{Outcome, Refusal};

    use super::*;
    use crate::objects::testing::{outcomes, read, written};

    #[test]
    fn names_good_and_bad() {
        let xml = "<h:check xmlns:h='urn:ietf:params:xml:ns:host-1.0'><h:name>NS1.a.test</h:name>\
                   <h:name>ns_2.a.test</h:name></h:check>";
        let check = read(xml, parse).expect("the command is good");
        assert_eq!(check.names[0].as_ref().expect("it is a name").as_str(), "ns1.a.test");
        let refusal = check.names[1].as_ref().expect_err("it holds an underscore");
        assert_eq!((refusal.outcome, refusal.field), (Outcome::DomainNameMalformed, Some(Field::HostName)));
    }

    #[test]
    fn what_breaks_the_schema_is_refused() {
        for (inside, outcome) in [
            ("", Outcome::ElementMissing),
            ("<h:name/>", Outcome::DomainNameMalformed),
            ("<h:name>a.test</h:name><h:addr>192.0.2.1</h:addr>", Outcome::ElementUnexpected),
        ] {
            let xml = format!("<h:check xmlns:h='urn:ietf:params:xml:ns:host-1.0'>{inside}</h:check>");
            assert_eq!(outcomes(&xml, parse), [outcome], "{inside}");
        }
    }

    #[test]
    fn the_answer() {
        let answers = [
            Availability { name: "ns1.a.test".to_owned(), taken: Some(Refusal::new(Outcome::HostTaken)) },
            Availability { name: "ns2.a.test".to_owned(), taken: None },
        ];
        assert_eq!(
            written(|xml| render(&answers, xml)),
            "<host:chkData xmlns:host=\"urn:ietf:params:xml:ns:host-1.0\"><host:cd>\
             <host:name avail=\"0\">ns1.a.test</host:name><host:reason>In use</host:reason></host:cd>\
             <host:cd><host:name avail=\"1\">ns2.a.test</host:name></host:cd></host:chkData>"
        );
    }
}
