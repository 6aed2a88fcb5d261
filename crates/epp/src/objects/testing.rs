//! What the tests of this folder read, write and hold against the schemas.

use std::{fmt::Debug, path::Path, sync::OnceLock};

use engine::{Outcome, Refusal, Refusals};
use uppsala::XsdValidator;
use wire::xml::{Document, Element, Limits, Writer};

use crate::namespaces::EPP;

/// Reads a command from a document: its root, or what the elements of the protocol are wrapped around. The schemas have
/// to think the same of the document as the reader does.
pub(in crate::objects) fn read<T>(
    xml: &str,
    parse: impl FnOnce(Element<'_, '_>) -> Result<T, Refusals>,
) -> Result<T, Refusals> {
    let document = Document::parse(xml.as_bytes(), &Limits::EPP).expect("the document is well-formed");
    let result = parse(command(document.root()));
    compare(xml, result.as_ref().err());
    result
}

/// The outcomes with which a command is refused.
pub(in crate::objects) fn outcomes<T: Debug>(
    xml: &str,
    parse: impl FnOnce(Element<'_, '_>) -> Result<T, Refusals>,
) -> Vec<Outcome> {
    let refusals = read(xml, parse).expect_err("the command is refused");
    refusals.iter().for_each(assert_complete);
    refusals.iter().map(|refusal| refusal.outcome).collect()
}

/// A refusal has to bring every fact that its text names.
fn assert_complete(refusal: &Refusal) {
    let places = refusal.outcome.text().split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    for (place, _) in places {
        let filled = match place {
            "value" => refusal.value.is_some(),
            "field" => refusal.field.is_some(),
            fact => refusal.facts.iter().any(|(name, _)| *name == fact),
        };
        assert!(filled, "{place} is not filled: {refusal:?}");
    }
}

/// What an answer writes, which the schemas have to accept.
pub(in crate::objects) fn written(render: impl FnOnce(&mut Writer)) -> String {
    let mut xml = Writer::new();
    render(&mut xml);
    let xml = String::from_utf8(xml.finish()).expect("what is written is UTF-8");
    assert_eq!(faults(&xml), Vec::<String>::new(), "{xml}");
    xml
}

fn command<'doc, 'input>(element: Element<'doc, 'input>) -> Element<'doc, 'input> {
    match element.children().next() {
        Some(child) if element.namespace() == Some(EPP) => command(child),
        _ => element,
    }
}

/// A command that is read has to be valid, and one that is refused for its structure must not be.
fn compare(xml: &str, refusals: Option<&Refusals>) {
    if schemas().is_none() {
        return;
    }
    let faults = faults(xml);
    match refusals.map(Refusals::first) {
        None => assert_eq!(faults, Vec::<String>::new(), "{xml}"),
        Some(refusal) if STRUCTURAL.contains(&refusal.outcome) && !is_house_rule(refusal) => {
            assert!(!faults.is_empty(), "{}, though it is valid: {xml}", refusal.reason());
        }
        Some(_) => {}
    }
}

/// Where this server asks for more than the schemas: an end to lists, and a role for every contact.
fn is_house_rule(refusal: &Refusal) -> bool {
    let reason = refusal.reason();
    reason.contains("more than 50 times") || reason.contains("attribute type is missing from domain:contact")
}

/// Not among them is `attribute_unexpected`, because the validator lets leaves have any attributes.
const STRUCTURAL: [Outcome; 6] = [
    Outcome::ElementMissing,
    Outcome::ElementUnexpected,
    Outcome::ElementRepeated,
    Outcome::TextUnexpected,
    Outcome::AttributeMissing,
    Outcome::AttributeInvalid,
];

/// What the schemas find wrong; nothing if they are not there.
fn faults(xml: &str) -> Vec<String> {
    let Some(schemas) = schemas() else { return Vec::new() };
    let document = uppsala::parse(xml).expect("the document is well-formed");
    schemas.validate(&document).into_iter().map(|fault| fault.message).collect()
}

/// The schemas of the standards, which are kept beside the workspace and not in it.
fn schemas() -> Option<&'static XsdValidator> {
    static SCHEMAS: OnceLock<Option<XsdValidator>> = OnceLock::new();
    SCHEMAS.get_or_init(load).as_ref()
}

#[allow(clippy::disallowed_macros)] // a test that checks less than it could has to say so
fn load() -> Option<XsdValidator> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference/xsd");
    let Ok(driver) = std::fs::read_to_string(folder.join("all-ietf.xsd")) else {
        eprintln!("SKIPPED: there are no schemas in {}, so nothing is validated", folder.display());
        return None;
    };
    let driver = uppsala::parse(&driver).expect("the driver is well-formed");
    Some(XsdValidator::from_schema_with_base_path(&driver, Some(&folder)).expect("the schemas can be used"))
}

/// Without this, a validator that accepts everything would go unnoticed.
#[test]
fn the_schemas_find_faults() {
    if schemas().is_some() {
        assert_eq!(faults(&sample("<name>a.test</name>")), Vec::<String>::new());
        assert!(!faults(&sample("<name>a.test</name><name>b.test</name>")).is_empty());
        assert!(!faults(&sample("<name/>")).is_empty());
    }
}

fn sample(inside: &str) -> String {
    format!("<delete xmlns='urn:ietf:params:xml:ns:domain-1.0'>{inside}</delete>")
}
