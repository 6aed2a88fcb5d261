//! What was read from a client and not yet used.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt};

/// A read buffer that is small while a session is idle and grows only with bytes that have really come: what a
/// client announces takes no memory, and a large frame's memory is given back when the frame is used up.
#[derive(Debug, Default)]
pub(crate) struct Inbox {
    bytes: Vec<u8>,
    used: usize,
}

impl Inbox {
    /// The bytes that wait to be used.
    pub(crate) fn waiting(&self) -> &[u8] {
        &self.bytes[self.used..]
    }

    /// Marks the first `count` waiting bytes as used. More than there are uses them all.
    pub(crate) fn consume(&mut self, count: usize) {
        self.used = self.used.saturating_add(count).min(self.bytes.len());
        if self.used < self.bytes.len() {
            return;
        }
        self.bytes.clear();
        self.used = 0;
        if self.bytes.capacity() > KEPT {
            self.bytes = Vec::new();
        }
    }

    /// Reads what there is, at least one byte; 0 is the end of the stream. The buffer at most doubles. Dropping
    /// the future loses nothing.
    pub(crate) async fn read_from(&mut self, stream: &mut (impl AsyncRead + Unpin)) -> io::Result<usize> {
        if self.bytes.len() == self.bytes.capacity() {
            self.make_room();
        }
        stream.read_buf(&mut self.bytes).await
    }

    fn make_room(&mut self) {
        self.bytes.drain(..self.used);
        self.used = 0;
        let room = self.bytes.capacity() - self.bytes.len();
        if room < self.bytes.len().max(FIRST) {
            self.bytes.reserve_exact(self.bytes.len().max(FIRST));
        }
    }
}

/// Room for the usual frame; all that an idle session holds.
const FIRST: usize = 1024;
/// The most that is kept between frames.
const KEPT: usize = 4096;

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn memory_follows_the_bytes_that_came() {
        let mut inbox = Inbox::default();
        let frame = vec![7_u8; 100_000];
        let mut source = frame.as_slice();
        while inbox.read_from(&mut source).await.unwrap() > 0 {
            assert!(inbox.bytes.capacity() <= (2 * inbox.waiting().len()).max(FIRST));
        }
        assert_eq!(inbox.waiting(), frame);
        inbox.consume(99_999);
        assert_eq!(inbox.waiting(), [7]);
        inbox.consume(1);
        assert_eq!(inbox.bytes.capacity(), 0);
    }

    #[tokio::test]
    async fn a_small_buffer_is_kept_and_used_bytes_make_room() {
        let mut inbox = Inbox::default();
        for _ in 0..100 {
            let mut source: &[u8] = &[1; 700];
            while inbox.read_from(&mut source).await.unwrap() > 0 {}
            inbox.consume(650);
            inbox.consume(50);
            assert!((1..=KEPT).contains(&inbox.bytes.capacity()));
        }
        inbox.consume(usize::MAX);
        assert!(inbox.waiting().is_empty());
    }
}
