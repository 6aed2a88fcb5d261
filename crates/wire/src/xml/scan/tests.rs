//! Whatever is refused here never reaches the tree builder, so its cost is one walk without memory.

use proptest::prelude::*;

use super::*;

const WIDE: Limits = Limits {
    bytes: usize::MAX,
    depth: u32::MAX,
    nodes: u32::MAX,
    attributes_per_element: u32::MAX,
    namespaces: u32::MAX,
};

fn reason(text: &str, limits: &Limits) -> Reason {
    scan(text, 0, limits).unwrap_err().reason
}

fn tally(text: &str) -> Tally {
    scan(text, 0, &WIDE).unwrap()
}

#[test]
fn bombs_are_refused_by_the_limit_they_break() {
    let limits = Limits { bytes: usize::MAX, ..Limits::EPP };
    let cases = [
        ("<a>".repeat(100_000), Reason::TooDeep { limit: limits.depth }),
        (format!("<a{}/>", " x=''".repeat(1_000_000)), Reason::TooManyAttributes { limit: 64 }),
        (format!("<r>{}", "<a/>".repeat(1_000_000)), Reason::TooManyNodes { limit: limits.nodes }),
        (format!("<r>{}", "<!---->".repeat(1_000_000)), Reason::TooManyNodes { limit: limits.nodes }),
        (format!("<r>{}", "<![CDATA[]]>".repeat(1_000_000)), Reason::TooManyNodes { limit: limits.nodes }),
        (format!("<r>{}", "<a/>x".repeat(1_000_000)), Reason::TooManyNodes { limit: limits.nodes }),
        (
            format!("<r>{}", "<a xmlns='u'/>".repeat(100_000)),
            Reason::TooManyNamespaces { limit: limits.namespaces },
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(reason(&text, &limits), expected);
    }
}

#[test]
fn limits_are_inclusive() {
    let limits = Limits { bytes: 0, depth: 2, nodes: 3, attributes_per_element: 2, namespaces: 1 };
    let good = "<a><b x='' xmlns=''/><!----></a>";
    let tally = scan(good, 0, &limits).unwrap();
    assert_eq!(tally, Tally { nodes: 3, attributes: 2, namespaces: 1 });

    for (text, expected) in [
        ("<a><b><c></c></b></a>", Reason::TooDeep { limit: 2 }),
        ("<a><b><c/></b></a>", Reason::TooDeep { limit: 2 }),
        ("<a>x<b/>y</a>", Reason::TooManyNodes { limit: 3 }),
        ("<a x='' y='' xmlns=''/>", Reason::TooManyAttributes { limit: 2 }),
        ("<a xmlns=''><b xmlns=''/></a>", Reason::TooManyNamespaces { limit: 1 }),
    ] {
        assert_eq!(reason(text, &limits), expected, "{text}");
    }
}

#[test]
fn markup_that_only_looks_so_is_not_counted() {
    for (text, nodes, attributes) in [
        ("<a b='>' c=\"'/><x>\"/>".replace("<x>", "&lt;x>"), 1, 2),
        ("<a><![CDATA[<b c='d'><!DOCTYPE e><?f?>&g;]]></a>".to_owned(), 2, 0),
        ("<a><![CDATA[]]]]><![CDATA[>]]></a>".to_owned(), 3, 0),
        ("<a><!-- <b c='d'> <![CDATA[ <!DOCTYPE e> ' \" &f; --></a>".to_owned(), 2, 0),
        ("<a>'<b/>\"<c/>></a>".to_owned(), 6, 0),
        ("<a\tb\n=\r'c'\n>x&lt;b/></a >".to_owned(), 2, 1),
    ] {
        let Tally { nodes: counted, attributes: valued, .. } = tally(&text);
        assert_eq!((counted, valued), (nodes, attributes), "{text}");
    }
}

#[test]
fn what_is_never_accepted_is_named() {
    for (text, expected) in [
        ("<!DOCTYPE a><a/>", Reason::Doctype),
        ("<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>", Reason::Doctype),
        ("<a><!ENTITY b 'c'></a>", Reason::Doctype),
        ("<?xml-stylesheet href='a'?><a/>", Reason::ProcessingInstruction),
        ("<a><?b?></a>", Reason::ProcessingInstruction),
        (" <?xml version='1.0'?><a/>", Reason::ProcessingInstruction),
        ("<a>&b;</a>", Reason::Entity { name: "b".to_owned() }),
        ("<a b='&c.d;'/>", Reason::Entity { name: "c.d".to_owned() }),
    ] {
        assert_eq!(reason(text, &WIDE), expected, "{text}");
    }
}

#[test]
fn the_place_is_that_of_the_fault() {
    let refused = scan("<?xml version='1.0'?>\n<a>\n  <b>&c;</b></a>", 21, &WIDE).unwrap_err();
    assert_eq!(refused.to_string(), "line 3, column 6: the entity 'c' is not defined");
}

/// Pieces that keep a document well-formed, and hide markup from a careless eye.
const WHOLE: &[&str] = &[
    "<a/>",
    "<a><b/></a>",
    "<b c='>' d=\"'\"></b>",
    "<b c='/>'/>",
    "<b c = '&lt;a e=\"\">'\r\n/>",
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
    "&amp;&#60;",
    "<b xmlns:p='u' p:q='r'/>",
    "<b xmlns='v'/>",
];

/// Pieces that need others.
const PARTS: &[&str] =
    &["<a>", "</a>", "<!--", "-->", "<![CDATA[", "]]>", "<b c='", "<b", "/", "<", "</", "<!"];

fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    let piece = prop_oneof![9 => prop::sample::select(WHOLE), 1 => prop::sample::select(PARTS)];
    prop::collection::vec(piece, 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// Nothing the tree builder takes for an attribute or a node escapes the count, and the scan
    /// refuses nothing of this sort that is well-formed.
    #[test]
    fn agrees_with_the_tree_builder(pieces in pieces()) {
        let text = format!("<r>{}</r>", pieces.concat());
        let whole = pieces.iter().all(|piece| WHOLE.contains(piece));
        prop_assert!(!whole || roxmltree::Document::parse(&text).is_ok());
        if let Ok(tree) = roxmltree::Document::parse(&text) {
            let tally = scan(&text, 0, &WIDE).unwrap();
            let attributes: usize = tree.descendants().map(|node| node.attributes().len()).sum();
            prop_assert_eq!(attributes as u32, tally.attributes - tally.namespaces);
            prop_assert!(tree.descendants().count() - 1 <= tally.nodes as usize);
        }
    }

    /// What follows the attribute too many is never looked at, however wrong it is.
    #[test]
    fn a_limit_holds_for_any_continuation(tail in ".{0,40}") {
        let limits = Limits { attributes_per_element: 8, ..WIDE };
        let text = format!("<a{} {tail}", " x=''".repeat(9));
        prop_assert_eq!(reason(&text, &limits), Reason::TooManyAttributes { limit: 8 });
    }
}
