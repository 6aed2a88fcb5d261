//! `<domain:delete>` (RFC 5731 section 3.2.2). Its answer holds no data.

use engine::{Refusals, ops::domain::Delete};
use wire::xml::Element;

use super::read_name;
use crate::{namespaces::DOMAIN, objects::values::Values, syntax::Content};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; a bad name.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Delete, Refusals> {
    let mut content = Content::of(element, DOMAIN)?;
    let mut values = Values::new();
    let name = read_name(&mut content, &mut values)?;
    content.end()?;
    values.settle(name.map(|name| Delete { name }))
}

#[cfg(test)]
mod tests {
    use engine::Outcome;

    use super::*;
    use crate::objects::testing::{outcomes, read};

    #[test]
    fn the_name_is_read() {
        let xml = "<q:delete xmlns:q='urn:ietf:params:xml:ns:domain-1.0'><q:name>A.test</q:name></q:delete>";
        assert_eq!(read(xml, parse).expect("the command is good").name.as_str(), "a.test");
    }

    #[test]
    fn anything_else_is_refused() {
        for (inside, outcome) in [
            ("", Outcome::ElementMissing),
            ("<name>a..test</name>", Outcome::DomainNameMalformed),
            ("<name>a.test</name><name>b.test</name>", Outcome::ElementUnexpected),
        ] {
            let xml = format!("<delete xmlns='urn:ietf:params:xml:ns:domain-1.0'>{inside}</delete>");
            assert_eq!(outcomes(&xml, parse), [outcome], "{inside}");
        }
    }
}
