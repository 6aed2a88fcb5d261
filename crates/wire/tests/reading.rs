//! Elements, their text, and their order.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::borrow::Cow;

use wire::xml::{Disorder, Document, Limits, Wanted, Writer};

const NS: &str = "urn:example:domain";

fn parse(text: &str) -> Document<'_> {
    Document::parse(text.as_bytes(), &Limits::EPP).unwrap()
}

#[test]
fn names_are_those_of_the_namespace_whatever_the_prefix() {
    for text in [
        "<check xmlns='urn:example:domain'/>",
        "<d:check xmlns:d='urn:example:domain'/>",
        "<x:check xmlns='urn:other' xmlns:x='urn:example:&#100;omain'/>",
    ] {
        let document = parse(text);
        assert!(document.root().is(NS, "check"), "{text}");
        assert!(!document.root().is(NS, "info") && !document.root().is("urn:other", "check"));
    }
    let document = parse("<a xmlns='u'><b xmlns=''/></a>");
    assert_eq!(document.root().children().next().unwrap().namespace(), None);
}

#[test]
fn attributes_by_name_and_namespace() {
    let document = parse("<a xmlns:p='u' p:op='1' op=' req\n'/>");
    assert_eq!(document.root().attribute("op"), Some(" req "));
    assert_eq!(document.root().attribute_of("u", "op"), Some("1"));
    assert_eq!(document.root().attribute("p:op"), None);

    let document = parse("<a xmlns:p='u' p:op='1'/>");
    let root = document.root();
    assert_eq!(root.attribute("op"), None);
    assert_eq!(
        root.required_attribute("op").unwrap_err(),
        Disorder::MissingAttribute { element: root, name: "op" }
    );
    let stranger = Disorder::UnexpectedAttribute { element: root, name: "op" };
    assert_eq!(root.attributes_among(&["op"]).unwrap_err(), stranger);

    let xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='u u.xsd'";
    assert!(parse(&format!("<a {xsi} op=''/>")).root().attributes_among(&["op", "id"]).is_ok());
    assert!(parse("<a x=''/>").root().attributes_among(&["op"]).is_err());
}

#[test]
fn text_is_whole_and_exact() {
    for (content, text) in [
        ("", ""),
        ("example.test", "example.test"),
        ("a&amp;b&#x26;c", "a&b&c"),
        ("exa<!-- not here -->mple<!-- nor here -->.test", "example.test"),
        ("a<![CDATA[<b>]]>c<![CDATA[&]]>", "a<b>c&"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\r&amp;b", "a\n&b"),
        ("&amp;\r", "&\n"),
        ("&lt;\r<!-- x -->\r\n&gt;", "<\n\n>"),
        ("&#13;&#10;", "\r\n"),
        ("a\r<![CDATA[\nb\r]]>\r", "a\n\nb\n\n"),
        ("<![CDATA[]]>", ""),
        ("<!-- x -->", ""),
    ] {
        let source = format!("<r><a>{content}</a ></r>");
        let document = parse(&source);
        let element = document.root().children().next().unwrap();
        assert_eq!(element.text().unwrap(), text, "{content:?}");
    }
}

#[test]
fn plain_text_is_borrowed() {
    let document = parse("<a>\n  example.test </a>");
    assert!(matches!(document.root().text().unwrap(), Cow::Borrowed(_)));
    assert!(matches!(document.root().token().unwrap(), Cow::Borrowed("example.test")));
    assert_eq!(document.root().normalized().unwrap(), "   example.test ");
}

#[test]
fn text_and_emptiness_are_checked() {
    let document = parse("<a>x<b/></a>");
    let root = document.root();
    let child = root.children().next().unwrap();
    let expected = Disorder::Unexpected { element: child, parent: root, wanted: Wanted::Text };
    assert_eq!(root.token().unwrap_err(), expected);
    assert_eq!(expected.to_string(), "line 1, column 5: 'b' may not stand in 'a', expected text alone");
    assert!(root.empty().is_err());
    assert!(child.empty().is_ok());
    assert!(parse("<a> <!-- x --> </a>").root().empty().is_ok());
    let document = parse("<a> x </a>");
    let disorder = document.root().empty().unwrap_err();
    assert_eq!(disorder, Disorder::UnexpectedText { parent: document.root() });
    assert_eq!(disorder.to_string(), "line 1, column 1: 'a' holds text, which it may not");
}

/// Reads name, period?, ns{0,2}, (on | off), end, as a schema would have it.
fn read<'doc>(document: &'doc Document<'_>) -> Result<String, Disorder<'doc, 'doc>> {
    let mut content = document.root().sequence();
    let name = content.required(NS, "name")?.token()?;
    let period = content.optional(NS, "period")?.map(|it| it.token()).transpose()?;
    let hosts = content.many(NS, "ns", 2)?;
    let state = content.choice(NS, &["on", "off"])?.name();
    content.end()?;
    Ok(format!("{name} {} {} {state}", period.unwrap_or_default(), hosts.len()))
}

#[test]
fn a_sequence_in_order_is_read() {
    for (content, result) in [
        ("<name>a</name><period>2</period><ns/><ns/><off/>", "a 2 2 off"),
        ("\n <name>a</name>\n <!-- x --> <on/>\n", "a  0 on"),
        ("<name>a</name><ns/>\t<on/>", "a  1 on"),
    ] {
        let source = format!("<create xmlns='{NS}'>{content}</create>");
        assert_eq!(read(&parse(&source)).unwrap(), result);
    }
}

#[test]
fn a_sequence_out_of_order_is_explained() {
    for (content, sentence) in [
        ("", "line 1, column 1: in 'create' 'name' is missing"),
        ("<ns/>", "line 1, column 1: in 'create' 'name' is missing, 'ns' stands in its place"),
        (
            "<name xmlns='urn:old'/>",
            "line 1, column 1: in 'create' 'name' of namespace 'urn:example:domain' is missing, \
             'name' of namespace 'urn:old' stands in its place",
        ),
        ("<ns/><name/>", "line 2, column 1: 'ns' may not stand here in 'create', expected 'name'"),
        (
            "<name/><ns/><period/><on/>",
            "line 2, column 13: 'period' may not stand here in 'create', expected 'ns' or 'on' or 'off'",
        ),
        ("<name/>", "line 1, column 1: in 'create' 'on' or 'off' is missing"),
        ("<name/><ns/><ns/><ns/><on/>", "line 2, column 18: 'ns' stands more than 2 times"),
        (
            "<name/><on/><off/>",
            "line 2, column 13: 'off' may not stand here in 'create', expected nothing more",
        ),
        ("<name/>secret<on/>", "line 1, column 1: 'create' holds text, which it may not"),
        ("<name/><on/>secret", "line 1, column 1: 'create' holds text, which it may not"),
        ("secret", "line 1, column 1: 'create' holds text, which it may not"),
        ("<name><b/></name><on/>", "line 2, column 7: 'b' may not stand in 'name', expected text alone"),
    ] {
        let source = format!("<create xmlns='{NS}'>\n{content}</create>");
        let document = parse(&source);
        let disorder = read(&document).unwrap_err();
        assert_eq!(disorder.to_string(), sentence, "{content}");
        assert!(!format!("{disorder:?}").contains("secret"));
    }
}

#[test]
fn elements_of_other_namespaces() {
    let document = parse("<r xmlns='u'><a xmlns='v'/><b xmlns='w'/><c/></r>");
    let mut content = document.root().sequence();
    assert_eq!(content.any_other("u").unwrap().name(), "a");
    assert_eq!(content.some_other("u", 5).unwrap().len(), 1);
    let disorder = content.any_other("u").unwrap_err();
    assert!(matches!(disorder, Disorder::Missing { found: Some(found), .. } if found.name() == "c"));
    let sentence =
        "in 'r' an element outside namespace 'u' is missing, 'c' of namespace 'u' stands in its place";
    assert_eq!(disorder.to_string(), format!("line 1, column 1: {sentence}"));
    assert!(parse("<r xmlns='u'><a xmlns=''/></r>").root().sequence().any_other("u").is_err());
}

#[test]
fn at_least_one_means_that() {
    let document = parse("<r xmlns='u'><a/><a/><a/></r>");
    assert_eq!(document.root().sequence().some("u", "a", 3).unwrap().len(), 3);
    assert!(matches!(document.root().sequence().some("u", "a", 2), Err(Disorder::TooMany { max: 2, .. })));
    assert!(matches!(document.root().sequence().some("u", "b", 2), Err(Disorder::Missing { .. })));
    assert!(document.root().sequence().many("u", "b", 2).unwrap().is_empty());
}

#[test]
fn places_count_from_the_declaration() {
    let document = parse("\u{FEFF}<?xml version='1.0'?><a>\n  é<b/></a>");
    assert_eq!(document.root().place().to_string(), "line 1, column 22");
    assert_eq!(document.root().children().next().unwrap().place().to_string(), "line 2, column 4");
    assert_eq!(document.root().children().next().unwrap().source(), "<b/>");
}

#[test]
fn an_echoed_element_stands_on_its_own() {
    for (source, raw) in [
        // Only what is used is declared.
        ("<r xmlns:p='u' xmlns:q='v'><p:a>x</p:a></r>", "<p:a xmlns:p=\"u\">x</p:a>"),
        ("<r xmlns='u' xmlns:q='v'><a b='c'/></r>", "<a xmlns=\"u\" b='c'/>"),
        ("<r xmlns='u' xmlns:p='v'><p:a><b/></p:a></r>", "<p:a xmlns:p=\"v\" xmlns=\"u\"><b/></p:a>"),
        // No namespace is said, too: the other document may have a default.
        ("<r><a/></r>", "<a xmlns=\"\"/>"),
        // What it has itself is not said twice, not even the same thing.
        ("<r xmlns:p='u'><p:a xmlns:p='u' /></r>", "<p:a xmlns:p='u' />"),
        ("<r xmlns='u'><a x='>' xmlns = \"v\"/></r>", "<a x='>' xmlns = \"v\"/>"),
        // Names in attributes and texts count as use.
        ("<r xmlns:p='u'><p:a t='q:b' xmlns:q='v'/></r>", "<p:a xmlns:p=\"u\" t='q:b' xmlns:q='v'/>"),
        ("<r xmlns:q='v'><a>q:b</a></r>", "<a xmlns:q=\"v\" xmlns=\"\">q:b</a>"),
        // The namespace name is escaped.
        ("<r xmlns:p='u&quot;&lt;&amp;'><p:a/></r>", "<p:a xmlns:p=\"u&quot;&lt;&amp;\"/>"),
    ] {
        let document = parse(source);
        let element = document.root().children().next().unwrap();
        let copy = element.to_raw();
        assert_eq!(copy.as_str(), raw);

        let mut writer = Writer::new();
        writer.open_with("w", &[("xmlns", "urn:else"), ("xmlns:p", "urn:else")]).raw(&copy).close();
        let written = String::from_utf8(writer.finish()).unwrap();
        let echoed = parse(&written);
        let echoed = echoed.root().children().next().unwrap();
        assert_eq!((echoed.namespace(), echoed.name()), (element.namespace(), element.name()));
    }
}

#[test]
fn nothing_that_is_debugged_shows_content() {
    let document = parse("<r xmlns='u'><pw>secret</pw></r>");
    let pw = document.root().children().next().unwrap();
    let mut writer = Writer::new();
    writer.leaf("pw", "secret");
    let shown = format!("{document:?} {pw:?} {:?} {writer:?}", pw.to_raw());
    assert!(shown.contains("<{u}pw> at 1:14") && !shown.contains("secret"), "{shown}");
}
