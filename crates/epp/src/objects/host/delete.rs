//! `<host:delete>` (RFC 5732 section 3.2.2). Its answer holds no data.

use engine::{Refusals, ops::host::Delete};
use wire::xml::Element;

use super::read_name;
use crate::{namespaces::HOST, objects::values::Values, syntax::Content};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; a bad name.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Delete, Refusals> {
    let mut content = Content::of(element, HOST)?;
    let mut values = Values::new();
    let name = read_name(&mut content, &mut values)?;
    content.end()?;
    values.settle(name.map(|name| Delete { name }))
}

#[cfg(test)]
mod tests {
    use engine::{Field, Outcome};

    use super::*;
    use crate::objects::testing::{outcomes, read};

    #[test]
    fn the_name_is_read() {
        let xml = "<delete xmlns='urn:ietf:params:xml:ns:host-1.0'><name>NS1.a.test</name></delete>";
        assert_eq!(read(xml, parse).expect("the command is good").name.as_str(), "ns1.a.test");
    }

    #[test]
    fn anything_else_is_refused() {
        let bad = "<delete xmlns='urn:ietf:params:xml:ns:host-1.0'><name>*.a.test</name></delete>";
        let refusals = read(bad, parse).expect_err("it holds an asterisk");
        assert_eq!(refusals.first().outcome, Outcome::DomainNameMalformed);
        assert_eq!(refusals.first().field, Some(Field::HostName));
        let without = "<delete xmlns='urn:ietf:params:xml:ns:host-1.0'><id>ABC</id></delete>";
        assert_eq!(outcomes(without, parse), [Outcome::ElementMissing]);
    }
}
