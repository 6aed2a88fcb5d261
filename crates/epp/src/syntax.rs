//! Documents that are XML but do not keep to the schemas, as refusals.
//!
//! What stands here ends the reading of a command at once. A value that stands in its place and is bad in itself is
//! the affair of `objects::values`, which collects all of them.

mod content;
mod shown;
mod word;

use engine::{Outcome, Refusal};
use wire::xml::{Disorder, Element, Place};

use shown::{AnyOf, Clipped, Shown, Sought};

pub(crate) use content::{Content, normalized, token};
pub(crate) use word::{Words, required_word, word};

/// The refusal of what stands, or does not stand, in a document against its schema.
pub(crate) fn disorder(disorder: Disorder<'_, '_>) -> Refusal {
    let element = disorder.element();
    match disorder {
        // The place is that of what stands instead: where the reader has to look.
        Disorder::Missing { parent, expected, found } => {
            refused(Outcome::ElementMissing, found.unwrap_or(parent))
                .value(AnyOf(&expected))
                .fact("element", AnyOf(&expected))
                .fact("parent", Shown(parent))
        }
        Disorder::Unexpected { wanted, .. } => unexpected(element, &Sought(&wanted).to_string()),
        Disorder::UnexpectedText { .. } => blaming(Outcome::TextUnexpected, element),
        Disorder::TooMany { max, .. } => blaming(Outcome::ElementRepeated, element).fact("limit", max),
        Disorder::MissingAttribute { name, .. } => {
            blaming(Outcome::AttributeMissing, element).fact("attribute", name)
        }
        Disorder::UnexpectedAttribute { name, .. } => {
            blaming(Outcome::AttributeUnexpected, element).fact("attribute", Clipped(name))
        }
    }
}

/// The refusal of an element that stands where something else is expected.
pub(crate) fn unexpected(element: Element<'_, '_>, expected: &str) -> Refusal {
    blaming(Outcome::ElementUnexpected, element).fact("expected", expected)
}

/// The refusal of an attribute whose value the schema does not allow; `expected` lists those it does.
pub(crate) fn attribute_invalid(
    element: Element<'_, '_>,
    attribute: &'static str,
    value: &str,
    expected: &str,
) -> Refusal {
    refused(Outcome::AttributeInvalid, element)
        .value(Clipped(value))
        .fact("element", Shown(element))
        .fact("attribute", attribute)
        .fact("expected", expected)
}

/// A refusal that quotes the name of the element to blame.
fn blaming(outcome: Outcome, element: Element<'_, '_>) -> Refusal {
    refused(outcome, element).value(Shown(element)).fact("element", Shown(element))
}

fn refused(outcome: Outcome, element: Element<'_, '_>) -> Refusal {
    let Place { line, column } = element.place();
    Refusal::new(outcome).fact("line", line).fact("column", column)
}

#[cfg(test)]
mod tests {
    use wire::xml::{Document, Limits};

    use super::*;
    use crate::namespaces::DOMAIN;

    const NAME_ONLY: &str = "urn:ietf:params:xml:ns:domain-1.0";

    /// Reads `<info><name hosts="...">...</name></info>` and gives the first fault.
    fn fault(xml: &str) -> Refusal {
        let document = Document::parse(xml.as_bytes(), &Limits::EPP).expect("the document is well-formed");
        let read = || -> Result<(), engine::Refusals> {
            let mut content = Content::of(document.root(), DOMAIN)?;
            let name = content.required("name")?;
            token(name, &["hosts"])?;
            required_word(name, "hosts", &[("all", 1), ("none", 2)])?;
            content.end()
        };
        read().expect_err("the document is refused").first().clone()
    }

    fn element(inside: &str) -> String {
        format!("<d:info xmlns:d='{NAME_ONLY}'>{inside}</d:info>")
    }

    #[test]
    fn each_fault_names_its_element_and_place() {
        let name = "<d:name hosts='all'>a.test</d:name>";
        for (xml, outcome, reason) in [
            (
                element(""),
                Outcome::ElementMissing,
                "element domain:name is missing from domain:info (line 1, column 1)",
            ),
            (
                element("\n <d:nmae/>\n"),
                Outcome::ElementMissing,
                "element domain:name is missing from domain:info (line 2, column 2)",
            ),
            (
                element(&format!("\n <d:roid/>{name}")),
                Outcome::ElementUnexpected,
                "element domain:roid is not expected here; expected is domain:name (line 2, column 2)",
            ),
            (
                element(&format!("{name}{name}")),
                Outcome::ElementUnexpected,
                "element domain:name is not expected here; expected is nothing more (line 1, column 88)",
            ),
            (
                element("<d:name hosts='all'><d:b/></d:name>"),
                Outcome::ElementUnexpected,
                "element domain:b is not expected here; expected is text alone (line 1, column 73)",
            ),
            (
                element(&format!("a.test{name}")),
                Outcome::TextUnexpected,
                "element domain:info holds elements only, yet text stands in it (line 1, column 1)",
            ),
            (
                element("<d:name>a.test</d:name>"),
                Outcome::AttributeMissing,
                "attribute hosts is missing from domain:name (line 1, column 53)",
            ),
            (
                element("<d:name host='all'>a.test</d:name>"),
                Outcome::AttributeUnexpected,
                "attribute host does not belong to domain:name (line 1, column 53)",
            ),
            (
                element("<d:name hosts='both'>a.test</d:name>"),
                Outcome::AttributeInvalid,
                "attribute hosts of domain:name may not be \"both\"; allowed is all or none (line 1, column 53)",
            ),
        ] {
            let refusal = fault(&xml);
            assert_eq!((refusal.outcome, refusal.reason().as_str()), (outcome, reason), "{xml}");
        }
    }

    #[test]
    fn a_wrong_namespace_is_told() {
        let xml = "<d:info xmlns:d='urn:ietf:params:xml:ns:domain-1.0'><name>a.test</name></d:info>";
        let document = Document::parse(xml.as_bytes(), &Limits::EPP).expect("the document is well-formed");
        let name = document.root().children().next().expect("it has a child");
        let reason = unexpected(name, "domain:name").reason();
        assert!(reason.starts_with("element name of no namespace is not expected here"), "{reason}");
    }

    #[test]
    fn hostile_names_do_not_fill_the_answer() {
        let long = "x".repeat(10_000);
        let refusal = fault(&element(&format!("<d:name {long}='1'>a.test</d:name>")));
        assert_eq!(refusal.outcome, Outcome::AttributeUnexpected);
        assert!(refusal.reason().len() < 400);
        let refusal = fault(&element(&format!("<d:name hosts='{long}'>a.test</d:name>")));
        assert_eq!(refusal.outcome, Outcome::AttributeInvalid);
        assert!(refusal.reason().len() < 600);
    }

    #[test]
    fn too_many_of_one_kind() {
        let xml = element("<d:name>a.test</d:name><d:name>b.test</d:name>");
        let document = Document::parse(xml.as_bytes(), &Limits::EPP).expect("the document is well-formed");
        let mut content = Content::of(document.root(), DOMAIN).expect("there are no attributes");
        let refusals = content.some("name", 1).expect_err("two are too many");
        assert_eq!(refusals.first().outcome, Outcome::ElementRepeated);
        assert_eq!(
            refusals.first().reason(),
            "element domain:name stands more than 1 times (line 1, column 76)"
        );
    }
}
