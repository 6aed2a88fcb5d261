//! Whatever breaks a limit is refused where it does, with no more than the limits allow in memory.

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
    match read(text, 0, limits) {
        Ok(_) => panic!("accepted: {text:?}"),
        Err(refused) => refused.reason,
    }
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
    assert!(read("<a><b x='' xmlns=''/><!----></a>", 0, &limits).is_ok());

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
    for (text, counted, attributes) in [
        ("<a b='>' c=\"'/&lt;x>\"/>", 1, 2),
        ("<a><![CDATA[<b c='d'><!DOCTYPE e><?f?>&g;]]></a>", 2, 0),
        ("<a><![CDATA[]]]]><![CDATA[>]]></a>", 3, 0),
        ("<a><!-- <b c='d'> <![CDATA[ <!DOCTYPE e> ' \" &f; --></a>", 2, 0),
        ("<a>'<b/>\"<c/>></a>", 6, 0),
        ("<a\tb\n=\r'c'\n>x&lt;<b/></a >", 3, 1),
    ] {
        let limits = Limits { nodes: counted, ..WIDE };
        assert_eq!(read(text, 0, &limits).unwrap().attributes.len(), attributes, "{text}");
        let limits = Limits { nodes: counted - 1, ..WIDE };
        assert_eq!(reason(text, &limits), Reason::TooManyNodes { limit: counted - 1 }, "{text}");
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
    let text = "<?xml version='1.0'?>\n<a>\n  <b>&c;</b></a>";
    let Err(refused) = read(text, 21, &WIDE) else { panic!("accepted") };
    assert_eq!(refused.to_string(), "line 3, column 6: the entity 'c' is not defined");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// What follows the attribute too many is never looked at, however wrong it is.
    #[test]
    fn a_limit_holds_for_any_continuation(tail in ".{0,40}") {
        let limits = Limits { attributes_per_element: 8, ..WIDE };
        let attributes: String = (0..9).map(|index| format!(" x{index}=''")).collect();
        prop_assert_eq!(reason(&format!("<a{attributes} {tail}"), &limits), Reason::TooManyAttributes { limit: 8 });
    }
}
