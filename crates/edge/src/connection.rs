//! An accepted connection, as a protocol gets it.

use std::future::{Future, poll_fn};
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, timeout, timeout_at};
use tokio_util::sync::CancellationToken;

use crate::alarm::Alarm;
use crate::fingerprint::Fingerprint;
use crate::gate::Admission;
use crate::inbox::Inbox;
use crate::stream::{Stream, TlsFacts};

/// A connection whose handshake is done: who is there, and the bytes to and from them.
///
/// A frame is read in two steps. [`wait`](Self::wait) lasts until something comes, and holds next to nothing
/// while it waits; then [`fill_to`](Self::fill_to) collects the frame before a deadline, [`waiting`](Self::waiting)
/// shows it in place, and [`consume`](Self::consume) lets go of it.
#[derive(Debug)]
pub struct Connection {
    stream: Stream,
    inbox: Inbox,
    idle: Alarm,
    /// The client: the socket's peer, or what a listed balancer's PROXY header says. IPv4 is never IPv4-mapped.
    pub peer: SocketAddr,
    /// The address the client connected to.
    pub local: SocketAddr,
    /// The client's certificate, if it showed one.
    pub certificate: Option<Fingerprint>,
    /// What TLS agreed on, `None` without TLS.
    pub tls: Option<TlsFacts>,
    /// The place the connection takes; given back when the connection is dropped.
    admission: Admission,
}

/// What ended the wait for the next frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// At least one byte has come.
    Bytes,
    /// The client is gone: closed, with or without `close_notify`, or reset. A normal end between frames.
    Ended,
    /// Nothing came in the time given.
    Idle,
    /// The server is stopping.
    Stopping,
}

impl Connection {
    pub(crate) fn new(stream: Stream, peer: SocketAddr, local: SocketAddr, admission: Admission) -> Self {
        let (certificate, tls) = (stream.certificate(), stream.tls_facts());
        let (inbox, idle) = (Inbox::default(), Alarm::default());
        Self { stream, inbox, idle, peer, local, certificate, tls, admission }
    }

    /// Waits for the next frame to begin: at most `idle`, and no longer than until `stop` is cancelled.
    pub async fn wait(&mut self, idle: Duration, stop: &CancellationToken) -> io::Result<Arrival> {
        if stop.is_cancelled() {
            return Ok(Arrival::Stopping);
        }
        if !self.inbox.waiting().is_empty() {
            return Ok(Arrival::Bytes);
        }
        self.idle.set(idle);
        tokio::select! {
            biased;
            read = self.inbox.read_from(&mut self.stream) => arrival(read),
            () = stop.cancelled() => Ok(Arrival::Stopping),
            () = self.idle.rings() => Ok(Arrival::Idle),
        }
    }

    /// Reads until at least `count` bytes wait. Memory grows with the bytes that come, not with `count`; the
    /// caller checks `count` against its limit. Errors: `TimedOut` after the deadline, `UnexpectedEof` when the
    /// client ends in the middle.
    pub async fn fill_to(&mut self, count: usize, deadline: Instant) -> io::Result<()> {
        while self.inbox.waiting().len() < count {
            self.fill_more(deadline).await?;
        }
        Ok(())
    }

    /// Reads whatever comes next, at least one byte, for protocols whose frames end with a mark. The errors are
    /// those of [`fill_to`](Self::fill_to).
    pub async fn fill_more(&mut self, deadline: Instant) -> io::Result<()> {
        let read = within(timeout_at(deadline, self.inbox.read_from(&mut self.stream))).await?;
        if read == 0 { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }

    /// What was read and not consumed.
    pub fn waiting(&self) -> &[u8] {
        self.inbox.waiting()
    }

    /// Lets go of the first `count` waiting bytes.
    pub fn consume(&mut self, count: usize) {
        self.inbox.consume(count);
    }

    /// Reads exactly `count` bytes and takes them out. The same bounds and errors as [`fill_to`](Self::fill_to).
    pub async fn read_exact_deadline(&mut self, count: usize, deadline: Instant) -> io::Result<Vec<u8>> {
        self.fill_to(count, deadline).await?;
        let bytes = self.inbox.waiting()[..count].to_vec();
        self.inbox.consume(count);
        Ok(bytes)
    }

    /// Writes one whole frame, as one piece, within this time (usually [`WRITE_DEADLINE`]). `TimedOut` when the
    /// client does not read; the stream is then of no more use.
    pub async fn send(&mut self, frame: &[u8], limit: Duration) -> io::Result<()> {
        let stream = &mut self.stream;
        let mut sending = pin!(async {
            stream.write_all(frame).await?;
            stream.flush().await
        });
        // The kernel takes nearly every frame at once; a timer is made only when it does not.
        match at_once(sending.as_mut()).await {
            Some(sent) => sent,
            None => within(timeout(limit, sending)).await,
        }
    }

    /// Says goodbye and closes, so that the last answer arrives: a socket closed with unread input is reset, and a
    /// reset may overtake what was sent. So the rest of the input is read and thrown away, for a short while and
    /// up to a bound.
    pub async fn close(mut self) {
        if !matches!(timeout(LINGER, self.stream.shutdown()).await, Ok(Ok(()))) {
            return;
        }
        let mut rest = (&mut self.stream).take(LINGER_BYTES);
        let _ = timeout(LINGER, tokio::io::copy(&mut rest, &mut tokio::io::sink())).await;
    }

    /// The bare stream, for a protocol that brings its own reader, and the place it takes, to be held as long.
    pub(crate) fn into_stream(self) -> (Stream, Admission) {
        debug_assert!(self.inbox.waiting().is_empty(), "bytes already read would be lost");
        (self.stream, self.admission)
    }
}

/// Reading the first bytes of a frame: how that ended.
fn arrival(read: io::Result<usize>) -> io::Result<Arrival> {
    match read {
        Ok(0) => Ok(Arrival::Ended),
        Ok(_) => Ok(Arrival::Bytes),
        Err(error) if is_end(error.kind()) => Ok(Arrival::Ended),
        Err(error) => Err(error),
    }
}

/// How clients leave without saying so. A TLS stream cut without `close_notify` is `UnexpectedEof`.
fn is_end(kind: ErrorKind) -> bool {
    use ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, NotConnected, UnexpectedEof};
    matches!(kind, UnexpectedEof | ConnectionReset | ConnectionAborted | BrokenPipe | NotConnected)
}

/// What a future ends with, if it does not have to wait for it.
async fn at_once<T>(mut future: Pin<&mut impl Future<Output = T>>) -> Option<T> {
    poll_fn(|cx| match future.as_mut().poll(cx) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => Poll::Ready(None),
    })
    .await
}

async fn within<T>(
    timed: impl Future<Output = Result<io::Result<T>, tokio::time::error::Elapsed>>,
) -> io::Result<T> {
    timed.await.unwrap_or_else(|_| Err(ErrorKind::TimedOut.into()))
}

/// How long a client may take to read an answer: 30 seconds.
pub const WRITE_DEADLINE: Duration = Duration::from_secs(30);
/// How long a frame may take from its first byte to its last: 30 seconds.
pub const FRAME_DEADLINE: Duration = Duration::from_secs(30);
/// How long the end of a connection may take, each way.
const LINGER: Duration = Duration::from_secs(1);
/// How much input is read and thrown away at the end.
const LINGER_BYTES: u64 = 256 * 1024;
