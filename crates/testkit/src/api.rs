//! A client of RRPproxy and HEXONET, on either face.

use std::net::{IpAddr, SocketAddr};

use anyhow::Result;
use form_urlencoded::Serializer;

use crate::path::EPP;
use crate::wapi::exchange;

/// The face that is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ApiFace {
    /// RRPproxy.
    Cnr,
    /// HEXONET.
    Hexonet,
}

impl ApiFace {
    /// Its name in scenarios.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cnr => "cnr",
            Self::Hexonet => "hexonet",
        }
    }
}

/// How a command is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ApiForm {
    /// All of it as one parameter in lines, as most libraries do.
    #[default]
    Block,
    /// Each parameter by itself, in a body.
    Flat,
    /// Each parameter by itself, in the query.
    Get,
}

/// A form with a command in it: `about` goes around the command.
pub(crate) fn form(about: &[(&str, &str)], command: &str, form: ApiForm) -> String {
    let mut pairs = Serializer::new(String::new());
    pairs.extend_pairs(about.iter().filter(|(_, value)| !value.is_empty()));
    match form {
        ApiForm::Block if command.is_empty() => {}
        ApiForm::Block => drop(pairs.append_pair("s_command", command)),
        ApiForm::Flat | ApiForm::Get => {
            pairs.extend_pairs(command.lines().map(|line| line.split_once('=').unwrap_or((line, ""))));
        }
    }
    pairs.finish()
}

/// Sends a form, and reads what comes back.
///
/// # Errors
/// When nothing does, or something else than HTTP 200.
pub(crate) fn send(to: SocketAddr, from: Option<IpAddr>, pairs: &str, form: ApiForm) -> Result<String> {
    if form == ApiForm::Get {
        let head = format!("GET /api/call.cgi?{pairs} HTTP/1.1\r\nHost: {to}\r\nConnection: close\r\n\r\n");
        return exchange(to, from, &head, b"");
    }
    let head = format!(
        "POST /api/call HTTP/1.1\r\nHost: {to}\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n",
        pairs.len()
    );
    exchange(to, from, &head, pairs.as_bytes())
}

/// An answer as a document in which paths can be looked for, the same for both faces: a property is an element of its name
/// in small letters without spaces.
pub(crate) fn as_xml(answer: &str) -> String {
    let elements: String =
        answer.lines().filter_map(|line| line.split_once('=')).filter_map(element).collect();
    format!("<answer xmlns=\"{EPP}\">{elements}</answer>")
}

fn element((key, value): (&str, &str)) -> Option<String> {
    let key = key.trim().to_ascii_lowercase().replace(' ', "");
    let name = key
        .strip_prefix("property[")
        .and_then(|rest| rest.split_once(']'))
        .map_or(key.as_str(), |(name, _)| name);
    // No element can have a name that begins with a digit.
    let name = if name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("_{name}")
    } else {
        name.to_owned()
    };
    let is_name =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    is_name.then(|| format!("<{name}>{}</{name}>", crate::wapi::escaped(value.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_are_looked_at_alike() {
        let cnr = "[RESPONSE]\ncode = 200\nproperty[expiration date][0] = a=<b\nproperty[3rds][0] = x\nEOF\n";
        let hexonet =
            "[RESPONSE]\r\nCODE=200\r\nPROPERTY[EXPIRATIONDATE][0]=a=<b\r\nPROPERTY[3RDS][0]=x\r\nEOF\r\n";
        assert_eq!(as_xml(cnr), as_xml(hexonet));
        assert!(as_xml(cnr).contains("<expirationdate>a=&lt;b</expirationdate><_3rds>x</_3rds>"));
    }
}
