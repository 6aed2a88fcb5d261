//! The three forms of an answer.

use std::fmt::Write as _;

use crate::fields::{Content, Field, Fields, Place};

/// The form that a client asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Form {
    /// Lines of `key=value` that end with CRLF: some clients split at CR.
    #[default]
    Text,
    Xml,
    Html,
}

impl Form {
    /// The form of a name, in any case; text for any other.
    pub(crate) fn named(name: &str) -> Self {
        match name.trim().to_ascii_lowercase().as_str() {
            "xml" => Self::Xml,
            "html" => Self::Html,
            _ => Self::Text,
        }
    }

    /// The media type.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Xml => "text/xml; charset=utf-8",
            Self::Text | Self::Html => "text/html; charset=utf-8",
        }
    }

    /// The fields as a whole answer.
    pub(crate) fn write(self, fields: &Fields, machine: &str) -> String {
        match self {
            Self::Text => text(fields, machine),
            Self::Xml => xml(fields),
            Self::Html => html(fields, machine),
        }
    }
}

fn head(machine: &str) -> [String; 3] {
    [";URL Interface".to_owned(), format!(";Machine is {machine}"), ";Encoding Type is utf-8".to_owned()]
}

fn text(fields: &Fields, machine: &str) -> String {
    let mut text = head(machine).map(|line| line + "\r\n").concat();
    flat(fields, &mut |name, value| {
        let _ = write!(text, "{name}={}\r\n", on_one_line(value).replace('=', "%3D"));
    });
    text
}

fn html(fields: &Fields, machine: &str) -> String {
    let mut html = head(machine).map(|line| line + "<br>\r\n").concat();
    html.push_str("<HTML><BODY>\r\n");
    flat(fields, &mut |name, value| {
        let _ = write!(html, "<STRONG>{name}: </STRONG>{}<br />\r\n", escaped(&on_one_line(value)));
    });
    html.push_str("</BODY></HTML>\r\n");
    html
}

/// Every text of what these forms have, however deep it stands.
fn flat(fields: &Fields, tell: &mut impl FnMut(&str, &str)) {
    for field in fields.iter().filter(|field| field.place != Place::Xml) {
        match &field.content {
            Content::Text(value) => tell(&field.name, value),
            Content::Fields(inner) => flat(inner, tell),
        }
    }
}

fn xml(fields: &Fields) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<interface-response>\r\n");
    elements(fields, LINE_END, &mut xml);
    xml.push_str("</interface-response>\r\n");
    xml
}

/// Elements, each with an end of its line behind it, unless they stand close together.
fn elements(fields: &Fields, end: &str, xml: &mut String) {
    for field in fields.iter().filter(|field| field.place != Place::Text) {
        element(field, if field.is_dense { "" } else { end }, xml);
        xml.push_str(end);
    }
}

fn element(field: &Field, end: &str, xml: &mut String) {
    let name = &field.name;
    let _ = write!(xml, "<{name}");
    for (name, value) in &field.attributes {
        let _ = write!(xml, " {name}=\"{}\"", escaped(&on_one_line(value)));
    }
    match &field.content {
        Content::Text(value) if value.is_empty() => xml.push_str("/>"),
        Content::Text(value) => {
            let _ = write!(xml, ">{}</{name}>", escaped(&in_element(value)));
        }
        Content::Fields(inner) => {
            let _ = write!(xml, ">{end}");
            elements(inner, end, xml);
            let _ = write!(xml, "</{name}>");
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// In an element a line may end: a certificate has many.
fn in_element(value: &str) -> String {
    value.split('\n').map(on_one_line).collect::<Vec<_>>().join("\n")
}

/// No value can end its line, or be what XML cannot hold.
fn on_one_line(value: &str) -> String {
    let breaks = |letter: char| letter.is_control() || "\u{2028}\u{2029}\u{fffe}\u{ffff}".contains(letter);
    value.chars().map(|letter| if breaks(letter) { ' ' } else { letter }).collect()
}

/// What ends a line: some clients split at CR.
const LINE_END: &str = "\r\n";

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn lists_are_elements_in_one_form_and_numbered_in_the_others() {
        let values = ["ns1.x.test".to_owned(), "ns2.x.test".to_owned()];
        let fields = Fields::new().group("outer", Fields::new().list("dns", "DNS", &values));
        let written = Form::Text.write(&fields, "N");
        assert!(written.ends_with("\r\nDNS1=ns1.x.test\r\nDNS2=ns2.x.test\r\n"), "{written}");
        let written = Form::Xml.write(&fields, "N");
        assert!(written.contains("<outer>\r\n<dns>ns1.x.test</dns>\r\n<dns>ns2.x.test</dns>\r\n</outer>"));
    }

    #[test]
    fn elements_of_a_dense_group_stand_close_together() {
        let inner = Fields::new().group("entry", Fields::new().xml("dns", ""));
        let fields = Fields::new().group("services", inner).dense().one("Done", "true");
        let written = Form::Xml.write(&fields, "N");
        assert!(written.contains("\r\n<services><entry><dns/></entry></services>\r\n<Done>"), "{written}");
    }

    proptest! {
        #[test]
        fn no_value_breaks_a_form(value in any::<String>()) {
            let fields = Fields::new().one("Value", value).one("ErrCount", "0");
            let text = Form::Text.write(&fields, "N");
            prop_assert_eq!(text.split("\r\n").count(), 6);
            prop_assert_eq!(text.matches(['\r', '\n']).count(), 10);
            prop_assert_eq!(text.matches('=').count(), 2);
            let xml = Form::Xml.write(&fields, "N");
            prop_assert!([6, 7].contains(&xml.matches('<').count()), "{}", xml);
            let html = Form::Html.write(&fields, "N");
            prop_assert_eq!(html.matches('<').count(), 3 + 4 + 2 * 3);
        }
    }
}
