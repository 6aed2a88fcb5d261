//! Getting the request out of the body it came in.

use axum::body::Bytes;
use engine::{Outcome, Refusal};

/// What stands in the form field `request`, byte for byte.
///
/// Clients send it URL-encoded, as one part of a multipart form, or simply as it is behind `request=`, where only the
/// first `=` parts anything.
///
/// # Errors
/// `request_empty` where there is no such field or nothing stands in it.
pub(crate) async fn request(media_type: &str, body: Bytes) -> Result<Vec<u8>, Refusal> {
    let found = match multer::parse_boundary(media_type) {
        Ok(boundary) => of_multipart(boundary, body).await,
        Err(_) => of_form(&body),
    };
    found.filter(|request| !request.trim_ascii().is_empty()).ok_or_else(empty)
}

/// There is no request.
pub(crate) fn empty() -> Refusal {
    Refusal::new(Outcome::RequestEmpty).fact("parameter", FIELD)
}

fn of_form(body: &[u8]) -> Option<Vec<u8>> {
    let body = body.trim_ascii_start();
    let raw = body.strip_prefix(FIELD.as_bytes()).and_then(|rest| rest.strip_prefix(b"="));
    if let Some(raw) = raw.filter(|raw| raw.trim_ascii_start().starts_with(b"{") || begins_xml(raw)) {
        return Some(raw.to_vec());
    }
    let mut pairs = body.split(|byte| *byte == b'&').filter_map(|pair| {
        let at = pair.iter().position(|byte| *byte == b'=')?;
        (pair[..at] == *FIELD.as_bytes()).then(|| decoded(&pair[at + 1..]))
    });
    pairs.next()
}

/// An encoded document never begins with the letters that a plain one does.
fn begins_xml(raw: &[u8]) -> bool {
    raw.trim_ascii_start().starts_with(b"<") || raw.starts_with("\u{feff}".as_bytes())
}

/// Decoded byte by byte: what comes out need not be UTF-8.
fn decoded(value: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = value.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent_encoding::percent_decode(&spaced).collect()
}

async fn of_multipart(boundary: String, body: Bytes) -> Option<Vec<u8>> {
    let mut parts = multer::Multipart::with_reader(body.as_ref(), boundary);
    while let Ok(Some(part)) = parts.next_field().await {
        if part.name() == Some(FIELD) {
            return part.bytes().await.ok().map(|bytes| bytes.to_vec());
        }
    }
    None
}

/// The form field in which a document stands.
pub(crate) const FIELD: &str = "request";

#[cfg(test)]
mod tests {
    use super::*;

    async fn found(media_type: &str, body: &str) -> Option<String> {
        let body = Bytes::from(body.to_owned());
        request(media_type, body).await.ok().map(|request| String::from_utf8(request).unwrap())
    }

    const FORM: &str = "application/x-www-form-urlencoded";

    #[tokio::test]
    async fn encoded_or_not_the_request_comes_out() {
        for (body, expected) in [
            ("request=%7B%22a%22%3A+1%7D", "{\"a\": 1}"),
            ("x=1&request=%3Ca%2F%3E&y=2", "<a/>"),
            ("request={\"a\":\"100%25&b=c\"}", "{\"a\":\"100%25&b=c\"}"),
            ("request=<?xml version=\"1.0\"?><a/>", "<?xml version=\"1.0\"?><a/>"),
        ] {
            assert_eq!(found(FORM, body).await.as_deref(), Some(expected), "{body}");
            assert_eq!(found("text/plain", body).await.as_deref(), Some(expected), "{body}");
        }
    }

    #[tokio::test]
    async fn a_part_of_a_multipart_form_does_as_well() {
        let body = "--b\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n{\"a\":1}\r\n--b--\r\n";
        assert_eq!(found("multipart/form-data; boundary=b", body).await.as_deref(), Some("{\"a\":1}"));
        for broken in
            ["", "--b\r\n", "--c--", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--b--"]
        {
            assert_eq!(found("multipart/form-data; boundary=b", broken).await, None, "{broken}");
        }
    }

    #[tokio::test]
    async fn without_the_field_there_is_no_request() {
        for body in
            ["", "request", "request=", "request=%20", "Request=x", "data=request=1", "{\"request\":{}}"]
        {
            assert_eq!(found(FORM, body).await, None, "{body}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_come_through_and_bad_escapes_stay() {
        assert_eq!(decoded(b"%e9%ZZ%4"), b"\xe9%ZZ%4");
    }
}
