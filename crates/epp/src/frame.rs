//! Frames on the wire (RFC 5734 section 4): four bytes of length, which count themselves, then one document.

use std::cell::Cell;

use engine::{Outcome, Refusal};

/// The length field.
pub(crate) const HEADER: usize = 4;

/// The longest frame that is accepted, header included.
pub(crate) const LONGEST: usize = 64 * 1024 + HEADER;

/// How many bytes a frame has in all, by its header.
///
/// # Errors
/// `frame_malformed` when not even one byte of document could follow, `frame_too_large` beyond [`LONGEST`].
pub(crate) fn length(header: [u8; HEADER]) -> Result<usize, Refusal> {
    let length = u32::from_be_bytes(header);
    match usize::try_from(length).unwrap_or(usize::MAX) {
        short if short <= HEADER => Err(Refusal::new(Outcome::FrameMalformed).value(length)),
        long if long > LONGEST => {
            Err(Refusal::new(Outcome::FrameTooLarge).value(length).fact("limit", LONGEST))
        }
        length => Ok(length),
    }
}

/// Where a document ends that stands without a frame, as soon as its end is there.
pub(crate) fn end_of_document(bytes: &[u8]) -> Option<usize> {
    let end = bytes.windows(END.len()).position(|window| window == END)?;
    Some(end + END.len())
}

/// Where the document of a frame of this length ends: behind the frame, if the client did not count the header and the end of
/// the document is there.
pub(crate) fn true_end(bytes: &[u8], length: usize) -> usize {
    let is_end = |at: usize| bytes.get(..at).is_some_and(|document| document.ends_with(END));
    if !is_end(length) && is_end(length + HEADER) { length + HEADER } else { length }
}

/// An empty frame, to write a document behind its header.
pub(crate) fn begin() -> Vec<u8> {
    let mut frame = SPARE.take();
    frame.clear();
    frame.reserve(USUAL);
    frame.resize(HEADER, 0);
    frame
}

/// Takes back a frame that was sent, so that the next one on this thread needs no memory of its own.
pub(crate) fn recycle(frame: Vec<u8>) {
    if frame.capacity() <= MOST_KEPT {
        SPARE.set(frame);
    }
}

thread_local! {
    /// One for each thread and not for each session: of those there are thousands, nearly all idle.
    static SPARE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Fills the header in, once the document is written.
pub(crate) fn seal(mut frame: Vec<u8>) -> Vec<u8> {
    let length = u32::try_from(frame.len()).unwrap_or(u32::MAX);
    if let Some(header) = frame.first_chunk_mut::<HEADER>() {
        *header = length.to_be_bytes();
    }
    frame
}

/// The end of a document without prefixes, which is what clients send that know no frames.
const END: &[u8] = b"</epp>";

/// Room for nearly every answer.
const USUAL: usize = 2048;
/// The largest frame whose memory is kept.
const MOST_KEPT: usize = 16 * 1024;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_lengths_are_refused_before_anything_is_read() {
        let outcome = |length: u32| super::length(length.to_be_bytes()).map_err(|refusal| refusal.outcome);
        for length in 0..=4 {
            assert_eq!(outcome(length), Err(Outcome::FrameMalformed));
        }
        assert_eq!(outcome(5), Ok(5));
        assert_eq!(outcome(LONGEST as u32), Ok(LONGEST));
        for length in [LONGEST as u32 + 1, 1 << 31, u32::MAX] {
            assert_eq!(outcome(length), Err(Outcome::FrameTooLarge));
        }
    }

    #[test]
    fn a_header_that_was_not_counted_is_found_out() {
        let frame = b"\0\0\0\x11<epp><hello/></epp>\0\0\0\x05x";
        let whole = HEADER + b"<epp><hello/></epp>".len();
        assert_eq!(true_end(frame, whole - HEADER), whole);
        assert_eq!(true_end(&frame[..whole - 1], whole - HEADER), whole - HEADER, "it is not there yet");
        for right in [whole, whole - 1, frame.len()] {
            assert_eq!(true_end(frame, right), right);
        }
    }

    #[test]
    fn a_sealed_frame_counts_its_header() {
        let mut frame = begin();
        frame.extend_from_slice(b"<epp/>");
        assert_eq!(seal(frame)[..4], 10u32.to_be_bytes());
    }
}
