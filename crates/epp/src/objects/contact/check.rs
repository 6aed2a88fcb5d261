//! `<contact:check>` (RFC 5733 section 3.1.1).

use engine::{
    Field, Refusals,
    model::Handle,
    ops::{Availability, contact::Check},
};
use wire::xml::{Element, Writer};

use crate::{
    namespaces::CONTACT,
    objects::availability::{self, Answer, Form},
    syntax::Content,
};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; ids that are too short or too long to be answered.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Check, Refusals> {
    let content = Content::of(element, CONTACT)?;
    Ok(Check { handles: availability::read(&FORM, content, Handle::parse)?, zone: None })
}

/// Writes `<contact:chkData>`.
pub(crate) fn render(answers: &[Availability], xml: &mut Writer) {
    availability::render(&FORM, answers, xml);
}

const FORM: Form = Form {
    namespace: CONTACT,
    name: "id",
    field: Field::ContactId,
    lengths: 3..=16,
    answer: Answer {
        data: "contact:chkData",
        declaration: "xmlns:contact",
        each: "contact:cd",
        name: "contact:id",
        reason: "contact:reason",
    },
};

#[cfg(test)]
mod tests {
    use engine::{Outcome, Refusal};

    use super::*;
    use crate::objects::testing::{outcomes, read, written};

    fn check(inside: &str) -> String {
        format!("<k:check xmlns:k='urn:ietf:params:xml:ns:contact-1.0'>{inside}</k:check>")
    }

    #[test]
    fn ids_good_and_bad() {
        let check = read(&check("<k:id> sh8013 </k:id><k:id>a  b c</k:id><k:id>sah8013</k:id>"), parse);
        let check = check.expect("the command is good");
        assert_eq!(check.handles[0].as_ref().expect("it is a handle").as_str(), "sh8013");
        let refusal = check.handles[1].as_ref().expect_err("it holds spaces");
        assert_eq!(refusal.outcome, Outcome::HandleMalformed);
        assert_eq!((refusal.field, refusal.value.as_deref()), (Some(Field::ContactId), Some("a b c")));
        assert!(check.handles[2].is_ok());
    }

    #[test]
    fn ids_that_no_answer_can_repeat_are_refused() {
        let xml = check("<k:id>ab</k:id><k:id>abc</k:id><k:id>abcdefghijklmnopq</k:id>");
        assert_eq!(outcomes(&xml, parse), [Outcome::HandleMalformed, Outcome::HandleMalformed]);
    }

    #[test]
    fn what_breaks_the_schema_is_refused() {
        for (inside, outcome) in [
            ("", Outcome::ElementMissing),
            ("<k:name>a.test</k:name>", Outcome::ElementMissing),
            ("<k:id>abc</k:id><k:id><k:id>abc</k:id></k:id>", Outcome::ElementUnexpected),
        ] {
            assert_eq!(outcomes(&check(inside), parse), [outcome], "{inside}");
        }
    }

    #[test]
    fn the_answer() {
        let answers = [
            Availability { name: "sh8013".to_owned(), taken: None },
            Availability { name: "sah8013".to_owned(), taken: Some(Refusal::new(Outcome::ContactTaken)) },
            Availability { name: "a b c".to_owned(), taken: Some(Refusal::new(Outcome::HandleMalformed)) },
        ];
        assert_eq!(
            written(|xml| render(&answers, xml)),
            "<contact:chkData xmlns:contact=\"urn:ietf:params:xml:ns:contact-1.0\">\
             <contact:cd><contact:id avail=\"1\">sh8013</contact:id></contact:cd>\
             <contact:cd><contact:id avail=\"0\">sah8013</contact:id><contact:reason>In use</contact:reason></contact:cd>\
             <contact:cd><contact:id avail=\"0\">a b c</contact:id>\
             <contact:reason>Invalid identifier</contact:reason></contact:cd></contact:chkData>"
        );
    }
}
