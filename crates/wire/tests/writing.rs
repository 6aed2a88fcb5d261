//! The writer, and properties of both directions.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use wire::xml::{Document, Limits, Writer};

fn written(write: impl FnOnce(&mut Writer)) -> String {
    let mut writer = Writer::new();
    write(&mut writer);
    String::from_utf8(writer.finish()).unwrap()
}

#[test]
fn every_kind_of_node() {
    let xml = written(|xml| {
        xml.declaration().open_with("epp", &[("xmlns", "urn:example")]);
        xml.leaf("msg", "a < b & \"c\"").leaf_with("value", &[("lang", "\"en\"\n")], "d");
        xml.empty("off", &[]).empty("on", &[("a", "1"), ("b", "2")]);
        xml.leaf_display("count", 1_000).leaf_display("place", format_args!("<{}>", 1));
        xml.open("x:y").text("]]>").display('&').close().close();
    });
    assert_eq!(
        xml,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><epp xmlns=\"urn:example\">\
         <msg>a &lt; b &amp; &quot;c&quot;</msg><value lang=\"&quot;en&quot;&#10;\">d</value><off/>\
         <on a=\"1\" b=\"2\"/><count>1000</count><place>&lt;1&gt;</place><x:y>]]&gt;&amp;</x:y></epp>"
    );
}

#[test]
fn a_buffer_is_appended_to_and_reused() {
    let mut buffer = Vec::with_capacity(256);
    buffer.extend_from_slice(&[0, 0, 0, 0]);
    let address = buffer.as_ptr();
    let mut writer = Writer::over(buffer);
    writer.leaf("a", "b");
    let mut buffer = writer.finish();
    assert_eq!(buffer, b"\0\0\0\0<a>b</a>");
    assert_eq!(buffer.as_ptr(), address);

    buffer.clear();
    let mut writer = Writer::over(buffer);
    writer.leaf("c", "d");
    assert_eq!(writer.finish(), b"<c>d</c>");
}

#[test]
#[should_panic(expected = "an element is still open")]
#[cfg(debug_assertions)]
fn an_element_left_open_is_a_mistake() {
    written(|xml| {
        xml.open("a");
    });
}

#[test]
#[should_panic(expected = "is not a name")]
#[cfg(debug_assertions)]
fn a_name_that_is_none_is_a_mistake() {
    written(|xml| {
        xml.empty("a b='c'", &[]);
    });
}

/// The text as XML can carry it.
fn carried(text: &str) -> String {
    let holds = |c: char| !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    text.chars().map(|c| if holds(c) { c } else { '\u{FFFD}' }).collect()
}

/// Any characters, those that matter to XML most of all.
fn any_text() -> impl Strategy<Value = String> {
    let matters = prop::sample::select(
        "<>&\"'\r\n\t -]!?;#x\0\u{1}\u{1F}\u{7F}\u{FFFE}\u{FFFF}\u{F000}é€\u{10FFFF}"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(prop_oneof![3 => matters, 1 => any::<char>()], 0..40)
        .prop_map(|characters| characters.into_iter().collect())
}

/// A document a client could send, to be damaged.
const SAMPLE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<epp xmlns=\"urn:e\"><command>\
    <create><d:create xmlns:d=\"urn:d\"><d:name>example.test</d:name><!-- x --><d:period unit='y'>2</d:period>\
    <d:pw><![CDATA[a<b]]>&amp;\r&#13;</d:pw></d:create></create><clTRID>A&#x42;C</clTRID></command></epp>\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_written_is_read_back(text in any_text(), value in any_text()) {
        let xml = written(|xml| { xml.leaf_with("a", &[("b", &value)], &text); });
        let document = Document::parse(xml.as_bytes(), &Limits::EPP).unwrap();
        prop_assert_eq!(document.root().text().unwrap(), carried(&text));
        prop_assert_eq!(document.root().attribute("b").unwrap(), carried(&value));
        prop_assert_eq!(document.root().children().count(), 0);
    }

    #[test]
    fn bytes_never_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Document::parse(&bytes, &Limits::EPP);
    }

    /// Damaged documents are refused or read, and what is read can be walked and echoed.
    #[test]
    fn damage_never_makes_it_panic(
        at in 0..SAMPLE.len(),
        cut in 0usize..12,
        patch in prop_oneof![any_text(), "[<>/&;=\"' a-c:\\]\\[!-]{0,6}".prop_map(String::from)],
    ) {
        let mut bytes = SAMPLE.as_bytes().to_vec();
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, patch.into_bytes());
        match Document::parse(&bytes, &Limits::EPP) {
            Err(refused) => prop_assert!(refused.to_string().starts_with("line ")),
            Ok(document) => walk(&document),
        }
    }
}

/// Uses everything that can be asked of each element.
fn walk(document: &Document<'_>) {
    let mut waiting = vec![document.root()];
    while let Some(element) = waiting.pop() {
        let _ = (
            element.token(),
            element.normalized(),
            element.empty(),
            element.place(),
            element.sequence().end(),
        );
        let copy = element.to_raw();
        let echoed = Document::parse(copy.as_str().as_bytes(), &Limits::EPP).unwrap();
        assert_eq!(echoed.root().namespace(), element.namespace());
        assert_eq!(echoed.root().text().ok(), element.text().ok());
        waiting.extend(element.children());
    }
}
