//! One type for what a protocol reads from and writes to, with TLS or without.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncBufRead, AsyncRead, AsyncWrite, ReadBuf};
use tokio_rustls::server::TlsStream;

use crate::fingerprint::Fingerprint;
use crate::socket::Socket;

/// A byte stream to a client.
#[derive(Debug)]
pub struct Stream(Kind);

#[derive(Debug)]
enum Kind {
    Plain(Socket),
    Tls(Box<TlsStream<Socket>>),
}

/// What a TLS handshake agreed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TlsFacts {
    /// `TLSv1.2` or `TLSv1.3`.
    pub version: &'static str,
    /// The cipher suite, such as `TLS13_AES_256_GCM_SHA384`.
    pub cipher: &'static str,
}

impl Stream {
    pub(crate) fn plain(socket: Socket) -> Self {
        Self(Kind::Plain(socket))
    }

    pub(crate) fn tls(stream: TlsStream<Socket>) -> Self {
        Self(Kind::Tls(Box::new(stream)))
    }

    /// What the handshake agreed on, `None` without TLS.
    pub fn tls_facts(&self) -> Option<TlsFacts> {
        let Kind::Tls(tls) = &self.0 else { return None };
        let (_, session) = tls.get_ref();
        let version = session.protocol_version().and_then(|version| version.as_str());
        let cipher = session.negotiated_cipher_suite().and_then(|cipher| cipher.suite().as_str());
        Some(TlsFacts { version: version.map_or("unknown", dotted), cipher: cipher.unwrap_or("unknown") })
    }

    /// The fingerprint of the certificate whose key the client holds, if it showed one.
    pub fn certificate(&self) -> Option<Fingerprint> {
        let Kind::Tls(tls) = &self.0 else { return None };
        let leaf = tls.get_ref().1.peer_certificates()?.first()?;
        Some(Fingerprint::of(leaf))
    }

    fn socket(&self) -> &Socket {
        match &self.0 {
            Kind::Plain(socket) => socket,
            Kind::Tls(tls) => tls.get_ref().0,
        }
    }
}

/// Reads what one record brought. The stream's own `poll_read` goes on until the buffer is full, so that it asks
/// the socket again after nearly every request, for nothing.
fn read_record(
    mut tls: Pin<&mut TlsStream<Socket>>,
    cx: &mut Context<'_>,
    buf: &mut ReadBuf<'_>,
) -> Poll<io::Result<()>> {
    let bytes = ready!(tls.as_mut().poll_fill_buf(cx))?;
    let count = bytes.len().min(buf.remaining());
    buf.put_slice(&bytes[..count]);
    tls.consume(count);
    Poll::Ready(Ok(()))
}

/// The version as people write it.
fn dotted(version: &'static str) -> &'static str {
    match version {
        "TLSv1_2" => "TLSv1.2",
        "TLSv1_3" => "TLSv1.3",
        other => other,
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let read = match &mut self.0 {
            Kind::Plain(socket) => Pin::new(socket).poll_read(cx, buf),
            Kind::Tls(tls) => read_record(Pin::new(tls), cx, buf),
        };
        if read.is_pending() {
            self.socket().acknowledge();
        }
        read
    }
}

impl AsyncWrite for Stream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match &mut self.0 {
            Kind::Plain(socket) => Pin::new(socket).poll_write(cx, bytes),
            Kind::Tls(tls) => Pin::new(tls).poll_write(cx, bytes),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match &mut self.0 {
            Kind::Plain(socket) => Pin::new(socket).poll_write_vectored(cx, slices),
            Kind::Tls(tls) => Pin::new(tls).poll_write_vectored(cx, slices),
        }
    }

    fn is_write_vectored(&self) -> bool {
        match &self.0 {
            Kind::Plain(socket) => socket.is_write_vectored(),
            Kind::Tls(tls) => tls.is_write_vectored(),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.0 {
            Kind::Plain(socket) => Pin::new(socket).poll_flush(cx),
            Kind::Tls(tls) => Pin::new(tls).poll_flush(cx),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.0 {
            Kind::Plain(socket) => Pin::new(socket).poll_shutdown(cx),
            Kind::Tls(tls) => Pin::new(tls).poll_shutdown(cx),
        }
    }
}
