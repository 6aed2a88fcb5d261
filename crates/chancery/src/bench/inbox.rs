//! Reading frames (RFC 5734 section 4), the same way in the load generator and in the echo.

use std::io::{self, ErrorKind};

use tokio::io::{AsyncRead, AsyncReadExt};

use super::draft::HEADER;

/// What was read from a connection and not taken yet.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    buffer: Vec<u8>,
    filled: usize,
    /// The length of the frame shown last; it goes when the next one is asked for.
    shown: usize,
}

impl Inbox {
    /// The next whole frame, its length in front.
    ///
    /// # Errors
    /// The connection ended or broke, or the frame is longer than any answer should be.
    pub(super) async fn next<S: AsyncRead + Unpin>(&mut self, stream: &mut S) -> io::Result<&[u8]> {
        self.buffer.copy_within(self.shown..self.filled, 0);
        self.filled -= self.shown;
        self.shown = 0;
        loop {
            let wanted = self.frame_length()?;
            if let Some(length) = wanted.filter(|length| *length <= self.filled) {
                self.shown = length;
                return Ok(&self.buffer[..length]);
            }
            self.make_room(wanted.unwrap_or_default());
            match stream.read(&mut self.buffer[self.filled..]).await? {
                0 => return Err(ErrorKind::UnexpectedEof.into()),
                count => self.filled += count,
            }
        }
    }

    /// The frame shown last.
    pub(super) fn last(&self) -> &[u8] {
        &self.buffer[..self.shown]
    }

    fn frame_length(&self) -> io::Result<Option<usize>> {
        let Some(header) = self.buffer[..self.filled].first_chunk::<HEADER>() else { return Ok(None) };
        let length = u32::from_be_bytes(*header) as usize;
        if (HEADER..=LONGEST).contains(&length) {
            Ok(Some(length))
        } else {
            Err(io::Error::new(ErrorKind::InvalidData, format!("a frame says it is {length} bytes long")))
        }
    }

    fn make_room(&mut self, wanted: usize) {
        let size = wanted.max(self.filled + 1).next_multiple_of(PIECE);
        if self.buffer.len() < size {
            self.buffer.resize(size, 0);
        }
    }
}

/// No answer is longer.
const LONGEST: usize = 1 << 20;
/// Enough for any of the answers measured here.
const PIECE: usize = 4096;

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(length: u32, body: &[u8]) -> Vec<u8> {
        [&length.to_be_bytes(), body].concat()
    }

    #[tokio::test]
    async fn frames_come_one_by_one_however_they_are_joined() {
        let long = vec![b'x'; 10_000];
        let joined = [frame(6, b"ab"), frame(10_004, &long), frame(5, b"z")].concat();
        let (mut inbox, mut stream) = (Inbox::default(), joined.as_slice());
        assert_eq!(inbox.next(&mut stream).await.unwrap(), frame(6, b"ab"));
        assert_eq!(inbox.next(&mut stream).await.unwrap().len(), 10_004);
        assert_eq!(inbox.next(&mut stream).await.unwrap(), frame(5, b"z"));
        assert_eq!(inbox.last(), frame(5, b"z"));
        assert_eq!(inbox.next(&mut stream).await.unwrap_err().kind(), ErrorKind::UnexpectedEof);
    }

    #[tokio::test]
    async fn lengths_that_cannot_be_are_refused() {
        for length in [0, 3, u32::MAX] {
            let bytes = frame(length, b"");
            let error = Inbox::default().next(&mut bytes.as_slice()).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidData, "{length}");
        }
    }
}
