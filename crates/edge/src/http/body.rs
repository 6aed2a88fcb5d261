//! Request bodies with a bound and a deadline.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use hyper::body::{Body as HttpBody, Frame, Incoming, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until};

/// A body that ends with an error once it is too long or too slow. A handler sees that error and answers in the
/// form of its protocol.
#[derive(Debug)]
pub(super) struct BoundedBody {
    inner: Incoming,
    left: u64,
    deadline: Instant,
    /// Made only if the body is not there at once, as it mostly is.
    timer: Option<Pin<Box<Sleep>>>,
}

/// Why a body could not be read.
#[derive(Debug, thiserror::Error)]
pub enum BodyError {
    /// It is longer than the limit.
    #[error("the body is longer than allowed")]
    TooLarge,
    /// It did not come in time.
    #[error("the body did not come in time")]
    TooSlow,
    /// The connection or the framing of the body broke.
    #[error("the body broke off: {0}")]
    Broken(Box<dyn std::error::Error + Send + Sync>),
}

/// Reads a request's whole body, within the limits of its listener.
pub async fn read_body(body: Body) -> Result<Bytes, BodyError> {
    // The listener's limit is in the body itself.
    to_bytes(body, usize::MAX).await.map_err(|error| BodyError::from_chain(error.into_inner()))
}

impl BodyError {
    /// The layers in between wrap our error, some more than once.
    fn from_chain(error: Box<dyn std::error::Error + Send + Sync>) -> Self {
        let first: &(dyn std::error::Error + 'static) = &*error;
        let mut chain = std::iter::successors(Some(first), |error| error.source());
        match chain.find_map(|error| error.downcast_ref::<Self>()) {
            Some(BodyError::TooLarge) => BodyError::TooLarge,
            Some(BodyError::TooSlow) => BodyError::TooSlow,
            Some(BodyError::Broken(_)) | None => BodyError::Broken(error),
        }
    }
}

impl BoundedBody {
    pub(super) fn new(inner: Incoming, limit: u64, deadline: Duration) -> Self {
        Self { inner, left: limit, deadline: Instant::now() + deadline, timer: None }
    }

    fn is_late(&mut self, cx: &mut Context<'_>) -> bool {
        let deadline = self.deadline;
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        timer.as_mut().poll(cx).is_ready()
    }

    /// Trailers count for nothing: the protocols have no use for them.
    fn counted(&mut self, frame: Frame<Bytes>) -> Result<Frame<Bytes>, BodyError> {
        let size = frame.data_ref().map_or(0, |data| data.len() as u64);
        self.left = self.left.checked_sub(size).ok_or(BodyError::TooLarge)?;
        Ok(frame)
    }
}

impl HttpBody for BoundedBody {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        if self.inner.size_hint().lower() > self.left {
            return Poll::Ready(Some(Err(BodyError::TooLarge)));
        }
        let polled = Pin::new(&mut self.inner).poll_frame(cx);
        if polled.is_pending() && self.is_late(cx) {
            return Poll::Ready(Some(Err(BodyError::TooSlow)));
        }
        Poll::Ready(match ready!(polled) {
            Some(Ok(frame)) => Some(self.counted(frame)),
            Some(Err(error)) => Some(Err(BodyError::Broken(error.into()))),
            None => None,
        })
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
