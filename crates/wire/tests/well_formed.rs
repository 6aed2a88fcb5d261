//! What is a document and what is not: XML 1.0 (fifth edition) and Namespaces in XML 1.0.

use wire::xml::{Document, Limits, Reason};

fn reason(text: &str) -> Reason {
    match Document::parse(text.as_bytes(), &Limits::EPP) {
        Ok(_) => panic!("accepted: {text:?}"),
        Err(refused) => refused.reason,
    }
}

#[test]
fn good_documents() {
    for text in [
        "<a/>",
        " \r\n<a />\t\n",
        "<!-- x --><a></a><!-- y -->",
        "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\r\n\r\n",
        "<?xml\tversion='1.0'?><a/>",
        "<a b='1' c=\"2\"/>",
        "<a b = '&lt;>\"'/>",
        "<p:a xmlns:p='u'><p:b p:c='d' c='e'/></p:a>",
        "<a xmlns='u'><b xmlns=''/></a>",
        "<a xml:lang='en' xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
        "<a>]] > ]]&gt; > -- ' \"</a>",
        "<a><![CDATA[<&]]]]></a>",
        "<a><!-- - -> > --></a>",
        "<é\u{300} ñ='ü'>\u{10FFFF}\u{7F}\u{85}\u{FFFD}</é\u{300}>",
        "<_a.b-c1/>",
        "<a xmlns:p='u' xmlns:q='u' p:b='' q:c=''/>",
        "<a xmlns:p='u' p:xmlns='v'/>",
        "<xml:a/>",
        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/hostname'/>",
    ] {
        assert!(Document::parse(text.as_bytes(), &Limits::EPP).is_ok(), "{text:?}");
    }
}

#[test]
fn documents_that_are_not_well_formed() {
    for text in [
        // Structure.
        "",
        " ",
        "x",
        "<!-- -->",
        "<a/><b/>",
        "<a/>x",
        "x<a/>",
        "<a/>&amp;",
        "&amp;<a/>",
        "<![CDATA[x]]><a/>",
        "<a/><![CDATA[x]]>",
        "<a>",
        "<a><b></a></b>",
        "<a></b>",
        "</a>",
        "<a/></a>",
        "<a",
        "<a ",
        "<a/",
        "<",
        "<a></a",
        "<a></",
        "<a><",
        "<a></ a>",
        "<a></a b='c'>",
        "<a></a/>",
        "< a/>",
        "<a / >",
        "<>",
        "</>",
        "<a//>",
        // Names.
        "<1a/>",
        "<-a/>",
        "<.a/>",
        "<a!/>",
        "<a><b<c/></a>",
        "<a\u{300}\u{37E}/>",
        "<\u{B7}/>",
        "<a\u{D7}/>",
        // Attributes.
        "<a b/>",
        "<a b=/>",
        "<a b=c/>",
        "<a b='c/>",
        "<a b='c\"/>",
        "<a b='<'/>",
        "<a b='c'd='e'/>",
        "<a b='1' b='2'/>",
        "<a b='&'/>",
        "<a b='&#0;'/>",
        "<a b='\u{1}'/>",
        "<a ='b'/>",
        "<a 'b'/>",
        "<a b='c' 'd'/>",
        "<a b='c'=/>",
        "<a b==''/>",
        // Text, comments, sections.
        "<a>]]></a>",
        "<a>\0</a>",
        "<a>\u{1}</a>",
        "<a>\u{1B}</a>",
        "<a>\u{FFFE}</a>",
        "<a>é\u{FFFF}</a>",
        "<a><![CDATA[\u{B}]]></a>",
        "<a><!--\u{C}--></a>",
        "<a>&</a>",
        "<a>& </a>",
        "<a>&lt</a>",
        "<a>&#x;</a>",
        "<a>&#xD800;</a>",
        "<a>&#x110000;</a>",
        "<a>&#99999999999999999999;</a>",
        "<a>&#8;</a>",
        "<a>&#xFFFF;</a>",
        "<a><!-- -- --></a>",
        "<a><!-- ---></a>",
        "<a><!-->--</a>",
        "<a><!-- </a>",
        "<a><![CDATA[ </a>",
        "<a><![cdata[]]></a>",
        "<a><!x></a>",
        "<a><!></a>",
        // Namespaces.
        "<p:a/>",
        "<a p:b=''/>",
        "<a:b:c xmlns:a='u'/>",
        "<:a/>",
        "<a:/>",
        "<a :b=''/>",
        "<a :xmlns='u'/>",
        "<a xmlns:p=''/>",
        "<a xmlns='u' xmlns='v'/>",
        "<a xmlns:p='u' xmlns:p='v'/>",
        "<xmlns:a/>",
        "<a xmlns:xmlns='u'/>",
        "<a xmlns:xmlns='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns:xml='u'/>",
        "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
        "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>",
        "<a xmlns:p='u'/><p:b/>",
        "<a><b xmlns:p='u'/><p:c/></a>",
        "<a xmlns:1='u'/>",
        "<a xmlns:='u'/>",
        "<p:a xmlns:p='u'></q:a>",
        // Declaration.
        "<?xml?><a/>",
        "<?xml version='2.0'?><a/>",
        "<?xml version='1.0'><a/>",
        "<?xml version='1.0' foo='x'?><a/>",
    ] {
        let found = reason(text);
        let malformed = matches!(found, Reason::NotWellFormed { .. });
        // `<?xml?>` is an instruction with a reserved target, refused as an instruction.
        assert!(
            malformed || (text.starts_with("<?xml?>") && found == Reason::ProcessingInstruction),
            "{text:?}: {found:?}"
        );
    }
}

#[test]
fn well_formed_but_never_accepted() {
    let entity = |name: &str| Reason::Entity { name: name.to_owned() };
    for (text, expected) in [
        ("<!DOCTYPE a><a/>", Reason::Doctype),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", Reason::Doctype),
        (
            "<!DOCTYPE a [<!ENTITY l 'l'><!ENTITY m '&l;&l;&l;&l;'><!ENTITY n '&m;&m;&m;&m;'>]><a>&n;</a>",
            Reason::Doctype,
        ),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>", Reason::Doctype),
        ("<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://192.0.2.1/x.dtd'> %b;]><a/>", Reason::Doctype),
        ("<!DOCTYPE a PUBLIC '-//X' 'http://192.0.2.1/x.dtd'><a/>", Reason::Doctype),
        ("<?xml-stylesheet type='text/xsl' href='http://192.0.2.1/'?><a/>", Reason::ProcessingInstruction),
        ("<a/><?end?>", Reason::ProcessingInstruction),
        ("<a>&nbsp;</a>", entity("nbsp")),
        ("<a b='&eacute;'/>", entity("eacute")),
    ] {
        assert_eq!(reason(text), expected, "{text:?}");
    }
}

#[test]
fn refusals_say_what_and_where() {
    for (text, sentence) in [
        ("<a>\n <b></c></a>", "line 2, column 5: the end tag 'c' stands where 'b' is open"),
        ("<?xml version='1.0'?><a><p:b/></a>", "line 1, column 26: the namespace prefix 'p' is not declared"),
        (
            "<?xml version='1.0'?>\n<a>é\u{1}</a>",
            "line 2, column 5: the character U+0001 is not allowed in XML",
        ),
        ("<a>\n<b>", "line 2, column 4: the document ends before the root element is closed"),
        ("<a b='1' b='2'/>", "line 1, column 10: the attribute 'b' stands twice"),
        ("<a>\n<!DOCTYPE b>", "line 2, column 1: document type declarations are not accepted"),
        ("<a/><b/>", "line 1, column 5: text or markup stands where none is allowed"),
        ("<a/> b", "line 1, column 6: text or markup stands where none is allowed"),
    ] {
        let refused = Document::parse(text.as_bytes(), &Limits::EPP).unwrap_err();
        assert_eq!(refused.to_string(), sentence);
    }
}

#[test]
fn a_refusal_stays_short_whatever_the_names() {
    let long = "x".repeat(30_000);
    for text in [format!("<{long}></y{long}>"), format!("<a {long}:b=''/>"), format!("<a>&{long};</a>")] {
        let refused = Document::parse(text.as_bytes(), &Limits::EPP).unwrap_err();
        assert!(refused.to_string().len() < 300, "{refused}");
    }
}
