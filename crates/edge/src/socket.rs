//! The TCP socket under every stream.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// A TCP socket that need not make its peer wait for an acknowledgement in the middle of a request.
///
/// Many clients write the length of a frame and its body apart, with Nagle's algorithm on: their kernel holds
/// the body back until the length is acknowledged, and ours delays that by 40 ms, hoping for an answer to carry
/// it. So whoever reads requests calls [`acknowledge`](Self::acknowledge) when one has begun and more of it must
/// be waited for: TCP_QUICKACK is armed again (it wears off), which sends the acknowledgement at once. That is a
/// packet of its own, so it is not done for a request that is there whole: its answer carries the acknowledgement.
#[derive(Debug)]
pub(crate) struct Socket {
    tcp: TcpStream,
    /// Something was read since the last write: the peer may be in the middle of a request.
    unanswered: bool,
}

impl Socket {
    /// Takes over an accepted socket and turns Nagle's algorithm off on it.
    pub(crate) fn new(tcp: TcpStream) -> io::Result<Self> {
        tcp.set_nodelay(true)?;
        Ok(Self { tcp, unanswered: false })
    }

    /// Acknowledges what was read at once, if it was not answered yet.
    pub(crate) fn acknowledge(&self) {
        if self.unanswered {
            self.acknowledge_now();
        }
    }

    #[cfg(any(target_os = "linux", target_os = "android"))]
    fn acknowledge_now(&self) {
        // It only makes things quicker: a kernel that refuses changes nothing else.
        let _ = socket2::SockRef::from(&self.tcp).set_tcp_quickack(true);
    }

    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    fn acknowledge_now(&self) {}

    fn written(&mut self, result: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(result, Poll::Ready(Ok(_))) {
            self.unanswered = false;
        }
        result
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.tcp).poll_read(cx, buf))?;
        self.unanswered |= buf.filled().len() > before;
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Socket {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.tcp).poll_write(cx, bytes);
        self.written(result)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.tcp).poll_write_vectored(cx, slices);
        self.written(result)
    }

    fn is_write_vectored(&self) -> bool {
        self.tcp.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(cx)
    }
}
