//! How long a transfer may take.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use engine::ports::AxfrFailed;

/// The moment by which a transfer has to have ended, however slowly the primary sends.
#[derive(Clone, Copy)]
pub(crate) struct Deadline(Instant);

impl Deadline {
    /// So long from now.
    #[allow(
        clippy::disallowed_methods,
        reason = "how long a server takes has nothing to do with the engine's clock"
    )]
    pub(crate) fn within(patience: Duration) -> Self {
        Self(Instant::now() + patience)
    }

    /// How much is left, but no more than a step may take.
    ///
    /// # Errors
    /// Nothing is.
    #[allow(clippy::disallowed_methods, reason = "as above")]
    pub(crate) fn left(self, step: Duration) -> Result<Duration, AxfrFailed> {
        let left = self.0.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(AxfrFailed::new("it took too long")) } else { Ok(left.min(step)) }
    }
}

/// A connection whose every step ends in time.
pub(crate) struct Connection {
    pub(crate) stream: TcpStream,
    pub(crate) deadline: Deadline,
    /// How long the primary may be silent.
    pub(crate) silence: Duration,
}

impl Connection {
    /// Sends a message with its length before it, in one piece.
    ///
    /// # Errors
    /// The primary did not take it.
    pub(crate) fn send(&mut self, message: &[u8]) -> Result<(), AxfrFailed> {
        let length = u16::try_from(message.len()).map_err(|_| AxfrFailed::new("the question is too long"))?;
        let frame = [&length.to_be_bytes(), message].concat();
        self.stream.set_write_timeout(Some(self.deadline.left(self.silence)?)).map_err(broken)?;
        self.stream.write_all(&frame).map_err(broken)
    }

    /// Receives a message.
    ///
    /// # Errors
    /// The primary closed the connection, or was too slow.
    pub(crate) fn receive(&mut self) -> Result<Vec<u8>, AxfrFailed> {
        let mut length = [0; 2];
        self.fill(&mut length)?;
        let mut message = vec![0; u16::from_be_bytes(length).into()];
        self.fill(&mut message)?;
        Ok(message)
    }

    fn fill(&mut self, buffer: &mut [u8]) -> Result<(), AxfrFailed> {
        let mut filled = 0;
        while filled < buffer.len() {
            self.stream.set_read_timeout(Some(self.deadline.left(self.silence)?)).map_err(broken)?;
            match self.stream.read(&mut buffer[filled..]) {
                Ok(0) => return Err(AxfrFailed::new("the primary closed the connection in the midst of it")),
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(broken(error)),
            }
        }
        Ok(())
    }
}

#[allow(clippy::needless_pass_by_value, reason = "so that it can be handed to map_err")]
fn broken(error: io::Error) -> AxfrFailed {
    match error.kind() {
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => {
            AxfrFailed::new("the primary was silent for too long")
        }
        _ => AxfrFailed::new(format_args!("the connection broke: {error}")),
    }
}
