//! Requests for certificates as text: PEM (RFC 7468), or its base 64 alone.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use base64::engine::{DecodePaddingMode, general_purpose};

/// The bytes of a request, however its lines are broken, with its label or without; `None` if it is no base 64, or one
/// of another thing.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let body = unlabelled(text.trim())?;
    let digits: Vec<u8> = body.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    if digits.is_empty() { None } else { LENIENT.decode(digits).ok() }
}

/// The same bytes in the form in which they are shown and kept.
pub(super) fn encode(der: &[u8]) -> String {
    let mut text = format!("{BEGIN}{LABEL}{DASHES}\n");
    let digits = general_purpose::STANDARD.encode(der);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place.is_multiple_of(WIDTH) {
            text.push('\n');
        }
        text.push(digit);
    }
    text + "\n" + END + LABEL + DASHES + "\n"
}

/// What stands between the lines of the label, if there are such lines: either both or none.
fn unlabelled(text: &str) -> Option<&str> {
    let Some(rest) = text.strip_prefix(BEGIN) else {
        return (!text.contains('-')).then_some(text);
    };
    let (label, rest) = rest.split_once(DASHES)?;
    let (body, end) = rest.split_once(END)?;
    let closes = end.strip_suffix(DASHES)? == label;
    (closes && [LABEL, OLD_LABEL].contains(&label)).then_some(body)
}

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";
const LABEL: &str = "CERTIFICATE REQUEST";
/// As some servers still write it.
const OLD_LABEL: &str = "NEW CERTIFICATE REQUEST";
const WIDTH: usize = 64;

/// Forms cut the padding off.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_however_it_is_wrapped() {
        let der = [7; 100];
        let pem = encode(&der);
        assert!(pem.lines().all(|line| line.len() <= WIDTH));
        let one_line = pem.replace('\n', " ");
        let old = pem.replace(LABEL, OLD_LABEL);
        let bare: String = pem.lines().filter(|line| !line.contains('-')).collect();
        let returns = pem.replace('\n', "\r\n");
        for text in [&pem, &one_line, &old, &bare, &returns, &bare.replace('=', "")] {
            assert_eq!(decode(text).as_deref(), Some(&der[..]), "{text}");
        }
    }

    #[test]
    fn what_is_no_request_is_told() {
        let certificate = encode(&[7; 9]).replace(LABEL, "CERTIFICATE");
        let half = format!("{BEGIN}{LABEL}{DASHES}\nAAAA");
        let unlike = format!("{half}\n{END}{OLD_LABEL}{DASHES}");
        for bad in ["", "  ", "\u{e9}", "-----", "A===B", &certificate, &half, &unlike] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
