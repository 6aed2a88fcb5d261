//! `<contact:delete>` (RFC 5733 section 3.2.2). Its answer holds no data.

use engine::{Refusals, ops::contact::Delete};
use wire::xml::Element;

use super::read_id;
use crate::{namespaces::CONTACT, objects::values::Values, syntax::Content};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; a bad id.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Delete, Refusals> {
    let mut content = Content::of(element, CONTACT)?;
    let mut values = Values::new();
    let handle = read_id(&mut content, &mut values)?;
    content.end()?;
    values.settle(handle.map(|handle| Delete { handle }))
}

#[cfg(test)]
mod tests {
    use engine::{Field, Outcome};

    use super::*;
    use crate::objects::testing::{outcomes, read};

    #[test]
    fn the_id_is_read_as_it_is() {
        let xml = "<c:delete xmlns:c='urn:ietf:params:xml:ns:contact-1.0'><c:id>Jn8013</c:id></c:delete>";
        assert_eq!(read(xml, parse).expect("the command is good").handle.as_str(), "Jn8013");
    }

    #[test]
    fn anything_else_is_refused() {
        let bad = "<delete xmlns='urn:ietf:params:xml:ns:contact-1.0'><id>j n</id></delete>";
        let refusals = read(bad, parse).expect_err("it holds a space");
        assert_eq!(refusals.first().outcome, Outcome::HandleMalformed);
        assert_eq!(refusals.first().field, Some(Field::ContactId));
        let with_authinfo = "<delete xmlns='urn:ietf:params:xml:ns:contact-1.0'><id>jn8013</id>\
                             <authInfo><pw>x</pw></authInfo></delete>";
        assert_eq!(outcomes(with_authinfo, parse), [Outcome::ElementUnexpected]);
    }
}
