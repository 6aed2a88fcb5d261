use proptest::prelude::*;

use super::*;

const SECRET: &str = "sesame-4711";

fn scrubbed(document: &str) -> String {
    scrubbed_bytes(document.as_bytes())
}

fn scrubbed_bytes(document: &[u8]) -> String {
    let mut out = Vec::new();
    String::from_utf8_lossy(Content::Xml.scrub(document, &mut out)).into_owned()
}

#[test]
fn a_document_without_secrets_stays_as_it_is() {
    for document in [
        "",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<epp xmlns='urn:x'><a b=\"1 > 0\"/>&lt;pw&gt;<![CDATA[a & b]]></epp>\n",
        "\u{feff}<a>příliš</a>",
        "<pwd>not a secret by its name</pwd><a.pw/><pw.a>b</pw.a>",
    ] {
        assert_eq!(scrubbed(document), document);
    }
}

#[test]
fn secrets_are_hidden_and_all_else_is_told() {
    for (document, expected) in [
        ("<pw>s</pw>", "<pw>***</pw>"),
        ("<clID>A</clID><pw>s</pw><newPW>t</newPW><o/>", "<clID>A</clID><pw>***</pw><newPW>***</newPW><o/>"),
        (
            "<domain:authInfo><domain:pw roid=\"R\">s</domain:pw></domain:authInfo><b/>",
            "<domain:authInfo>***</domain:authInfo><b/>",
        ),
        ("<x:NEWpw\n>s</x:NEWpw >!", "<x:NEWpw>***</x:NEWpw >!"),
        ("<loginSec:pw><![CDATA[</pw>s]]></loginSec:pw>", "<loginSec:pw>***</loginSec:pw>"),
        ("<pw><pw>s</pw>t</pw>u", "<pw>***</pw>u"),
        ("<pw><pw/>s<!--</pw>-->t</pw>u", "<pw>***</pw>u"),
        ("<pw a='s'>t</pw><pw b=\"s\"/>", "<pw>***</pw><pw/>"),
        (
            "<login pw = 's' id='A' x:password=\"t\">u</login>",
            "<login pw = '***' id='A' x:password=\"***\">u</login>",
        ),
        ("<a><!-- s --><b/></a>", "<a>***<b/></a>"),
        ("<a><![CDATA[<pw>s</pw>]]></a>", "<a>***</a>"),
        ("<?x <pw>s</pw>?><a/>", "***<a/>"),
        ("<a><!-- <x:pw b='c'>s</x:pw><pw/> --><b/></a>", "<a>***<b/></a>"),
    ] {
        assert_eq!(scrubbed(document), expected);
    }
}

#[test]
fn a_sound_document_is_kept_as_it_is_unless_it_speaks_of_secrets() {
    let mut scratch = Vec::new();
    let mut scrub = |document: &str| {
        String::from_utf8_lossy(Content::SoundXml.scrub(document.as_bytes(), &mut scratch)).into_owned()
    };
    assert_eq!(scrub("<a><!-- b --><c/></a>"), "<a><!-- b --><c/></a>");
    for name in SECRET_ELEMENTS.iter().map(|name| String::from_utf8_lossy(name)) {
        for name in [name.to_lowercase(), name.to_uppercase(), format!("x:{name}")] {
            assert_eq!(scrub(&format!("<{name}>s</{name}>")), format!("<{name}>***</{name}>"));
        }
    }
}

#[test]
fn what_is_not_xml_is_withheld_from_there_on() {
    for (document, expected) in [
        ("<a/><pw>secret", "<a/>[10 bytes withheld]"),
        ("<a/><pw secret", "<a/>[10 bytes withheld]"),
        ("<a/>< pw>s</pw>", "<a/>[11 bytes withheld]"),
        ("<a <pw>s</pw>", "[13 bytes withheld]"),
        ("<a b=\"<pw>s</pw>", "[16 bytes withheld]"),
        ("<a/><!-- s", "<a/>[6 bytes withheld]"),
        ("<a/><![CDATA[s", "<a/>[10 bytes withheld]"),
        ("<!DOCTYPE a [<!ENTITY e \"s\">]><a/>", "[34 bytes withheld]"),
        ("pw=s", "[4 bytes withheld]"),
        ("<\0p\0w\0>\0", "[8 bytes withheld]"),
        ("<a/></b <pw>s</pw>", "<a/>[14 bytes withheld]"),
        ("<a/><!--<pw>x<!-- -->s</pw>", "<a/>[23 bytes withheld]"),
        ("<a/><![CDATA[<pw>]]>s</pw>", "<a/>[22 bytes withheld]"),
        ("<a/><?x <pw ?>>s</pw>", "<a/>[17 bytes withheld]"),
        ("<a/><p>s</pw>", "[13 bytes withheld]"),
    ] {
        assert_eq!(scrubbed(document), expected, "{document}");
    }
}

#[test]
fn work_is_linear_on_documents_made_to_hurt() {
    // 2 MB each; quadratic work would be 4 * 10^12 steps, which no test run would ever finish.
    for (piece, end) in
        [("<pw>", ""), ("<pw/>", ""), ("<a b=''", ""), ("<!--", ""), ("<a>", "<"), ("</pw>", "")]
    {
        let document = piece.repeat(2_000_000 / piece.len()) + end;
        assert!(!scrubbed(&document).is_empty());
    }
}

#[test]
fn parameters_lose_their_secrets() {
    for (query, expected) in [
        ("", ""),
        ("command=Check&uid=alpha&pw=s&sld=example", "command=Check&uid=alpha&pw=***&sld=example"),
        ("PW=s&Password=t&s_pw=u", "PW=***&Password=***&s_pw=***"),
        ("%70%77=s&p%57=t&+pw=u", "%70%77=***&p%57=***&+pw=***"),
        ("auth0=s&auth1=t&AuthInfo12=u", "auth0=***&auth1=***&AuthInfo12=***"),
        ("AccessPassword2=s&CreditCardNumber=1&CVV2=2", "AccessPassword2=***&CreditCardNumber=***&CVV2=***"),
        ("a=1;pw=s;t&b=2", "a=1;pw=***&b=2"),
        ("APIToken1=s&tokenid=7", "APIToken1=***&tokenid=7"),
        ("pw=a=b&pw&x", "pw=***&pw&x"),
        ("powder=1&pw%=2&pw%zz=3&%=4", "powder=1&pw%=2&pw%zz=3&%=4"),
    ] {
        assert_eq!(scrub_query(query), expected);
    }
}

/// Pieces that could confuse a scrubber, in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<",
        ">",
        "/",
        "</",
        "/>",
        "\"",
        "'",
        "=",
        " ",
        "<a>",
        "</a>",
        "<pw>",
        "</pw>",
        "<x:pw a='",
        "<newPW ",
        "<authInfo>",
        "</authInfo>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "<!DOCTYPE",
        "text",
        "\u{feff}",
        "<a b=\"",
        "&amp;",
        "pw",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn secret_element() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "pw",
        "newPW",
        "domain:authInfo",
        "contact:pw",
        "loginSec:newPW",
        "PW",
        "é:pw",
    ]);
    let secret = prop::sample::select(vec![
        "@",
        "<![CDATA[@]]>",
        "<x:pw a='b'>@</x:pw>",
        "x<!-- -->@",
        "<a b=\"@\"/>",
        "&lt;@",
    ]);
    let attributes = prop::sample::select(vec!["", " roid='R-1'", " a=\"@\"", "\n", " a=']]>-->?>'"]);
    (name, attributes, secret).prop_map(|(name, attributes, secret)| {
        format!("<{name}{attributes}>{secret}</{name}>").replace('@', SECRET)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_secret_is_told_whatever_stands_around_it(
        before in soup(), element in secret_element(), after in soup(), cut in 0_usize..200
    ) {
        let mut document = (before + &element + &after).into_bytes();
        prop_assert!(!scrubbed_bytes(&document).contains(SECRET));
        document.truncate(document.len().saturating_sub(cut));
        prop_assert!(!scrubbed_bytes(&document).contains(SECRET));
    }

    #[test]
    fn any_bytes_are_survived(mut bytes: Vec<u8>, element in secret_element()) {
        scrubbed_bytes(&bytes);
        bytes.extend(element.bytes());
        prop_assert!(!scrubbed_bytes(&bytes).contains(SECRET));
    }

    #[test]
    fn no_secret_parameter_is_told(before in "[a-z=&;%+]{0,20}", name in "(pw|Auth|s_pw|%70w|authinfo7)", after in "[a-z=&;%+]{0,20}") {
        let query = format!("{before}&{name}={SECRET}{after}");
        prop_assert!(!scrub_query(&query).contains(SECRET));
    }
}

#[test]
fn cards_and_answers_of_holders_are_secrets() {
    let query = "CCNumber=4111&CreditCardNumber=4111&CVV2=123&AuthQuestionAnswer=Jones&CCName=Jane";
    let expected = "CCNumber=***&CreditCardNumber=***&CVV2=***&AuthQuestionAnswer=***&CCName=Jane";
    assert_eq!(scrub_query(query), expected);
    let told = "<GetAcctValidation><AuthQuestionAnswer>Jones</AuthQuestionAnswer></GetAcctValidation>";
    assert!(!scrubbed(told).contains("Jones"));
}

#[test]
fn a_block_of_lines_in_a_parameter_is_scrubbed_too() {
    let query = "s_login=a&s_pw=b&s_command=COMMAND%3DAddDomain%0AAUTH%3Dsecret%26x%0ADOMAIN%3Dc";
    assert_eq!(scrub_query(query), "s_login=a&s_pw=***&s_command=COMMAND=AddDomain\nAUTH=***\nDOMAIN=c");
}

#[test]
fn what_is_no_form_is_withheld_from_where_it_begins() {
    let part = "--x\r\nContent-Disposition: form-data; name=\"pw\"\r\n\r\nse&cret=1\r\n--x--";
    for (query, expected) in [
        (&*format!("command=Check&{part}"), "command=Check&***"),
        ("{\"pw\": \"secret\"}", "***"),
        ("&<pw>secret</pw>", "&***"),
        ("command=a\r\n", "command=a\r\n"),
        ("a=1\r\n&b", "a=1\r\n&b"),
    ] {
        assert_eq!(scrub_query(query), expected);
    }
}
