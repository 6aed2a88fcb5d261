//! Parameters in query strings and forms.

use super::{HIDDEN, is_secret_parameter, lines::scrub_lines};

/// The parameters with the values of secret ones replaced by `***`. Names are compared as a server reads them:
/// in any case, percent-decoded. `;` separates as well as `&` does, but a secret always ends only at `&`.
///
/// Clients send other things as forms too, such as JSON or the parts of `multipart/form-data`. From where a name has signs
/// that no parameter's name has, nothing is told.
pub fn scrub_query(query: &str) -> String {
    let mut scrubbed = String::with_capacity(query.len());
    for (index, parameters) in query.split('&').enumerate() {
        if index > 0 {
            scrubbed.push('&');
        }
        if !begins_with_a_name(parameters) {
            scrubbed.push_str(HIDDEN);
            break;
        }
        match parameters.split_once('=') {
            Some((name, block)) if is_block(&decoded(name)) => {
                scrubbed.extend([name, "=", &scrub_lines(&decoded(block))]);
            }
            _ => scrub_between_ampersands(parameters, &mut scrubbed),
        }
    }
    scrubbed
}

fn scrub_between_ampersands(parameters: &str, scrubbed: &mut String) {
    for (index, parameter) in parameters.split(';').enumerate() {
        if index > 0 {
            scrubbed.push(';');
        }
        match parameter.split_once('=') {
            Some((name, _)) if is_secret_parameter(&decoded(name)) => {
                scrubbed.extend([name, "=", HIDDEN]);
                return;
            }
            _ => scrubbed.push_str(parameter),
        }
    }
}

/// Whether what stands before the first `=`, or all without one, can be a name. A form may end with a line.
fn begins_with_a_name(parameters: &str) -> bool {
    let (name, _) = parameters.split_once('=').unwrap_or((parameters, ""));
    !name.trim().contains(|sign: char| sign.is_control() || NEVER_IN_NAMES.contains(sign))
}

/// Signs by which other formats are told from forms.
const NEVER_IN_NAMES: &str = "\"{}<>:";

/// Whether the value of this parameter is a whole command, in lines.
fn is_block(name: &str) -> bool {
    name.trim().eq_ignore_ascii_case("s_command")
}

/// A name as the server will read it. Escapes that are none stay as they are.
fn decoded(name: &str) -> String {
    let mut bytes = name.bytes();
    let mut decoded = Vec::with_capacity(name.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => escaped(&mut bytes).unwrap_or(b'%'),
            other => other,
        });
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// The byte that the next two hexadecimal digits stand for; without them nothing is taken.
fn escaped(bytes: &mut std::str::Bytes<'_>) -> Option<u8> {
    let mut ahead = bytes.clone();
    let mut digit = || char::from(ahead.next()?).to_digit(16);
    let value = digit()? * 16 + digit()?;
    *bytes = ahead;
    u8::try_from(value).ok()
}
