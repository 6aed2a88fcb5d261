//! Taking secrets out of what is logged.
//!
//! What may hold a secret is named in two tables here, for all protocols. Input is hostile and may be malformed:
//! what cannot be understood is withheld, never passed on, and the work is linear in the size of the input.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

mod json;
mod lines;
mod query;
mod xml;

pub use json::scrub_json;
pub use lines::scrub_lines;
pub use query::scrub_query;
pub use xml::scrub_xml;

/// What kind of text is to be scrubbed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// An XML document (EPP, WAPI).
    Xml,
    /// An XML document that was read without objection. Its elements can have no other names than those that stand in
    /// it, so one without the words of secrets is kept as it is, and nothing in it is looked at twice.
    SoundXml,
    /// A JSON document (WAPI).
    Json,
    /// Parameters as in a query string or a form: `name=value&name=value`.
    Parameters,
    /// Lines of `key=value`.
    Lines,
    /// Text of our own making into which no secret is ever written: kept as it is.
    Public,
}

impl Content {
    /// The text without its secrets: itself, or written over what `scratch` holds.
    pub fn scrub<'a>(self, text: &'a [u8], scratch: &'a mut Vec<u8>) -> &'a [u8] {
        scratch.clear();
        match self {
            Content::SoundXml if !speaks_of_secrets(text, scratch) => return text,
            Content::Xml | Content::SoundXml => scrub_xml(text, scratch),
            Content::Json => scrub_json(text, scratch),
            Content::Public => return text,
            Content::Parameters => scratch.extend(scrub_query(&String::from_utf8_lossy(text)).bytes()),
            Content::Lines => scratch.extend(scrub_lines(&String::from_utf8_lossy(text)).bytes()),
        }
        scratch
    }
}

/// Whether one of the words stands in a text that every name of a secret element is made of. `scratch` is left empty.
fn speaks_of_secrets(text: &[u8], scratch: &mut Vec<u8>) -> bool {
    scratch.extend_from_slice(text);
    scratch.make_ascii_lowercase();
    let speaks = SECRET_WORDS.as_ref().is_none_or(|words| words.is_match(&*scratch));
    scratch.clear();
    speaks
}

/// Whether this element's content is a secret: by its name without prefix, in any case. Attributes of this name
/// are secret too.
fn is_secret_element(local_name: &[u8]) -> bool {
    SECRET_ELEMENTS.iter().any(|secret| secret.eq_ignore_ascii_case(local_name))
}

/// Whether this parameter's value is a secret: by its name in any case, without a number at its end.
fn is_secret_parameter(name: &str) -> bool {
    let name = name.trim().trim_end_matches(|c: char| c.is_ascii_digit());
    SECRET_PARAMETERS.iter().any(|secret| secret.eq_ignore_ascii_case(name))
}

/// RFC 5730 `pw` and `newPW`, the same of RFC 8807 and of Nominet, `authInfo` of every object mapping, and what
/// XML over HTTP uses.
const SECRET_ELEMENTS: &[&[u8]] = &[
    b"pw",
    b"newPW",
    b"authInfo",
    b"auth",
    b"auth_info",
    b"password",
    b"passwd",
    b"secret",
    b"APIToken",
    b"AuthQuestionAnswer",
];

/// Each of [`SECRET_ELEMENTS`] has one of them in it. If they cannot be looked for, every text is taken to have one.
///
/// Which of several is found does not matter here; but only for this kind of match are many bytes looked at at once.
static SECRET_WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = ["pw", "auth", "passw", "secret", "token"];
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(words).ok()
});

/// Logins, authorisation codes, codes of letters, numbers of cards and answers to questions of the HTTP protocols.
const SECRET_PARAMETERS: &[&str] = &[
    "pw",
    "newpw",
    "s_pw",
    "password",
    "passwd",
    "newpassword",
    "oldpassword",
    "confirmpassword",
    "confirmpw",
    "domainpassword",
    "accesspassword",
    "auth",
    "authinfo",
    "auth_info",
    "authcode",
    "auth_code",
    "s_auth",
    "s_otp",
    "otp",
    "secret",
    "token",
    "apitoken",
    "apikey",
    "api_key",
    "s_session",
    "s_sessionid",
    "session",
    "sessionid",
    "ccnumber",
    "creditcardnumber",
    "cvv",
    "authquestionanswer",
    "verificationcode",
];

/// What stands in place of a secret.
const HIDDEN: &str = "***";

#[cfg(test)]
mod tests;
