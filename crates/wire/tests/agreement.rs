//! Our reader against one by other people: the same documents, and the same in them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use wire::xml::{Document, Element, Limits, Reason, Refused};

/// Pieces that keep a document well-formed, and hide markup from a careless eye.
const WHOLE: &[&str] = &[
    "<a/>",
    "<a><b/></a>",
    "<b c='>' d=\"'\"></b>",
    "<b c='/>'/>",
    "<b c = '&lt;a e=\"\">'\n/>",
    "<b c='\t&#9;\n&#xA;é'>é\u{10FFFF}</b>",
    "<!-- <a b='c'> ' -->",
    "<!-->-->",
    "<![CDATA[<a b='c'>]]>",
    "<![CDATA[]]]]>",
    "<![CDATA[<!--]]>",
    "'",
    "\"",
    ">",
    "=",
    " -- ",
    "x",
    "\n  ",
    "&amp;&#60;",
    "&#13;",
    "<b xmlns:p='u' p:q='r'/>",
    "<b xmlns='v'/>",
    "<b xmlns='v'><c d='e'/><d xmlns=''><e/></d></b>",
    "<p:b xmlns:p='u'><p:c xmlns:p='v' p:d='' d=''/><p:e/></p:b>",
    "<b xml:lang='en'/>",
    "<é.-_1 ñ='ü'/>",
];

/// Pieces that need others, or that nothing can mend.
const PARTS: &[&str] = &[
    "]]",
    "<a>",
    "</a>",
    "</b>",
    "</r>",
    "<r>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<b c='",
    "<b",
    "/",
    "<",
    "</",
    "<!",
    "&",
    ";",
    "&#",
    "&#x0;",
    ":",
    "<p:b/>",
    "<b p:c=''/>",
    "<b c='' c=''/>",
    "<:a/>",
    "<a:/>",
    "<1/>",
    "<a\u{D7}/>",
    "\u{1}",
    "\u{FFFE}",
    "<b xmlns:xml='u'/>",
    "<b xmlns:p='u' xmlns:p='u'/>",
    "<xmlns:b/>",
    "<b xmlns:p='u' xmlns:q='u' p:c='' q:c=''/>",
    "<b xmlns:q='http://www.w3.org/2000/xmlns/'/>",
];

fn whole() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WHOLE), 0..14)
        .prop_map(|pieces| format!("<r>{}</r>", pieces.concat()))
}

fn broken() -> impl Strategy<Value = String> {
    let piece = prop_oneof![6 => prop::sample::select(WHOLE), 1 => prop::sample::select(PARTS)];
    prop::collection::vec(piece, 0..10).prop_map(|pieces| format!("<r>{}</r>", pieces.concat()))
}

/// A good document of which one character is another one, or gone.
fn slipped() -> impl Strategy<Value = String> {
    let slip = prop::sample::select(vec![
        "", "<", ">", "/", "=", "'", "\"", "&", ":", "-", " ", "!", "]", "x", "\u{B7}",
    ]);
    (whole(), any::<prop::sample::Index>(), slip).prop_map(|(text, index, slip)| {
        let places: Vec<(usize, char)> = text.char_indices().collect();
        let (at, c) = places[index.index(places.len())];
        format!("{}{slip}{}", &text[..at], &text[at + c.len_utf8()..])
    })
}

/// All that a document holds, in a form that both readers can be brought to.
#[derive(Debug, Default, PartialEq)]
struct Content {
    name: (Option<String>, String),
    attributes: Vec<(Option<String>, String, String)>,
    text: String,
    children: Vec<Content>,
}

fn ours(element: Element<'_, '_>, theirs: &Content) -> Content {
    let attributes = theirs.attributes.iter().filter_map(|(namespace, name, _)| {
        let value = match namespace {
            None => element.attribute(name),
            Some(uri) => element.attribute_of(uri, name),
        };
        value.map(|value| (namespace.clone(), name.clone(), value.to_owned()))
    });
    let children: Vec<_> = element.children().collect();
    Content {
        name: (element.namespace().map(str::to_owned), element.name().to_owned()),
        attributes: attributes.collect(),
        // Text between elements is not handed out; that of elements without any is.
        text: element.text().map_or_else(|_| theirs.text.clone(), std::borrow::Cow::into_owned),
        children: (0..children.len())
            .map(|index| ours(children[index], theirs.children.get(index).unwrap_or(&Content::default())))
            .collect(),
    }
}

fn theirs(node: roxmltree::Node<'_, '_>) -> Content {
    let owned = |it: &str| Some(it).filter(|it| !it.is_empty()).map(str::to_owned);
    Content {
        name: (node.tag_name().namespace().and_then(owned), node.tag_name().name().to_owned()),
        attributes: node
            .attributes()
            .map(|it| (it.namespace().and_then(owned), it.name().to_owned(), it.value().to_owned()))
            .collect(),
        text: node.children().filter(roxmltree::Node::is_text).filter_map(|it| it.text()).collect(),
        children: node.children().filter(roxmltree::Node::is_element).map(theirs).collect(),
    }
}

/// What the other reader lets pass and the two recommendations, or this system, do not.
fn is_stricter(refused: &Refused) -> bool {
    match &refused.reason {
        Reason::ProcessingInstruction => true,
        Reason::NotWellFormed { message } => LAX.contains(&message.as_str()),
        _ => false,
    }
}

const LAX: [&str; 4] = [
    "a name is missing or malformed",
    "a namespace prefix is declared with an empty name",
    "the prefix 'xmlns' is declared",
    "the namespace prefix '' is declared twice on one element",
];

fn compare(text: &str) -> Result<(), TestCaseError> {
    let (ours_read, theirs_read) =
        (Document::parse(text.as_bytes(), &Limits::EPP), roxmltree::Document::parse(text));
    match (ours_read, theirs_read) {
        (Ok(document), Ok(tree)) => {
            let expected = theirs(tree.root_element());
            prop_assert_eq!(ours(document.root(), &expected), expected, "{:?}", text);
        }
        (Err(refused), Ok(_)) => prop_assert!(is_stricter(&refused), "{:?}: {}", text, refused),
        (Ok(_), Err(error)) => prop_assert!(false, "{:?}: {}", text, error),
        (Err(_), Err(_)) => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn good_documents_are_read_alike(text in whole()) {
        prop_assert!(roxmltree::Document::parse(&text).is_ok(), "{:?}", text);
        prop_assert!(Document::parse(text.as_bytes(), &Limits::EPP).is_ok(), "{:?}", text);
        compare(&text)?;
    }

    #[test]
    fn documents_of_pieces_are_judged_alike(text in broken()) {
        compare(&text)?;
    }

    #[test]
    fn a_slip_is_judged_alike(text in slipped()) {
        compare(&text)?;
    }
}
