//! Documents made to cost: each is refused by a limit, whatever else is wrong with it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use wire::xml::{Document, Limits, Place, Reason};

const MEGABYTE: usize = 1_000_000;

fn reason(text: &str, limits: &Limits) -> Reason {
    Document::parse(text.as_bytes(), limits).unwrap_err().reason
}

/// The limits of EPP but for the size, to see what the others stop.
const NO_SIZE: Limits = Limits { bytes: usize::MAX, ..Limits::EPP };

#[test]
fn a_large_document_is_refused_for_its_size_alone() {
    for text in [
        format!("<{}/>", "n".repeat(MEGABYTE)),
        format!("<a>{}</a>", "t".repeat(MEGABYTE)),
        format!("<a>{}</a>", "<!---->".repeat(MEGABYTE)),
        "<a>".repeat(100_000),
        format!("<check>{}</check>", "<name>example.test</name>".repeat(10_000)),
    ] {
        let expected = Reason::TooLarge { bytes: text.len(), limit: Limits::EPP.bytes };
        assert_eq!(reason(&text, &Limits::EPP), expected);
    }
}

#[test]
fn size_is_checked_before_anything_is_looked_at() {
    let refused = Document::parse(&[0xFF; 70_000], &Limits::EPP).unwrap_err();
    assert_eq!(refused.reason, Reason::TooLarge { bytes: 70_000, limit: 65_536 });
    assert_eq!(refused.place, Place::START);
}

#[test]
fn a_document_of_exactly_the_limit_is_read() {
    let text = format!("<a>{}</a>", "t".repeat(Limits::EPP.bytes - 7));
    assert_eq!(text.len(), Limits::EPP.bytes);
    assert_eq!(Document::parse(text.as_bytes(), &Limits::EPP).unwrap().root().text().unwrap().len(), 65_529);
}

#[test]
fn bombs_without_a_size_limit() {
    let declarations: String = (0..100_000).map(|i| format!(" xmlns:n{i}='u'")).collect();
    let nested: String = (0..100_000).map(|i| format!("<a xmlns:n{i}='u'>")).collect();
    let siblings: String = (0..100_000).map(|i| format!("<a xmlns:n{i}='u'/>")).collect();
    let attributes: String = (0..MEGABYTE).map(|i| format!(" a{i}=''")).collect();
    let attributes_limit = Reason::TooManyAttributes { limit: 64 };
    for (text, expected) in [
        (format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000)), Reason::TooDeep { limit: 64 }),
        (format!("<a{attributes}/>"), attributes_limit.clone()),
        (format!("<a{declarations}/>"), attributes_limit),
        (nested, Reason::TooDeep { limit: 64 }),
        (format!("<r>{siblings}</r>"), Reason::TooManyNamespaces { limit: 256 }),
        (format!("<r>{}</r>", "<!---->".repeat(MEGABYTE)), Reason::TooManyNodes { limit: 8_192 }),
        (format!("<r>{}</r>", "<a/>".repeat(MEGABYTE)), Reason::TooManyNodes { limit: 8_192 }),
    ] {
        assert_eq!(reason(&text, &NO_SIZE), expected);
    }
}

#[test]
fn long_names_and_texts_are_read_when_size_allows() {
    let name = "n".repeat(MEGABYTE);
    let text = "t&amp;".repeat(MEGABYTE / 6);
    let document = format!("<{name}>{text}</{name}>");
    let document = Document::parse(document.as_bytes(), &NO_SIZE).unwrap();
    assert_eq!(document.root().name().len(), MEGABYTE);
    assert_eq!(document.root().text().unwrap(), "t&".repeat(MEGABYTE / 6));
}

#[test]
fn the_deepest_document_allowed_is_read_to_the_bottom() {
    let text = format!("{}{}", "<a>".repeat(64), "</a>".repeat(64));
    let document = Document::parse(text.as_bytes(), &Limits::EPP).unwrap();
    let mut element = document.root();
    let mut levels = 1;
    while let Some(child) = element.children().next() {
        element = child;
        levels += 1;
    }
    assert_eq!(levels, 64);
}
