//! What every protocol edge shares, and nothing that knows a protocol.
//!
//! | concern | where |
//! |---|---|
//! | listening, accepting, handing a socket to a protocol | [`Listener`], [`Service`], [`Handler`], [`Connection`] |
//! | TLS, the sandbox's certificate authority | [`tls`], [`Authority`], [`Fingerprint`] |
//! | who may come in, and how often | [`Gate`], [`SessionLimits`], [`Network`] |
//! | what was said | [`journal`], with secrets taken out by [`scrub`] |
//! | how it goes | [`metrics`] |
//! | HTTP over the same sockets | [`http`] |
//! | asking the engine | [`Desk`], [`Errand`] |
//! | doing what falls due | [`DueRunner`] |
//! | a graceful end | [`Shutdown`] |
//!
//! Everything that comes from a socket is hostile: each read has a deadline and a bound, and the source address
//! is the socket's own or that of a PROXY header sent by a listed balancer, never one a client can write.

mod alarm;
mod authority;
mod client_certificate;
mod connection;
mod desk;
mod due;
mod errand;
mod fingerprint;
mod gate;
pub mod http;
mod inbox;
pub mod journal;
mod listener;
pub mod metrics;
mod network;
mod pace;
mod pem;
mod proxy;
pub mod scrub;
mod sessions;
mod socket;
mod stop;
mod stream;
mod tally;
pub mod tls;

pub use authority::{Authority, AuthorityError, Issued, files as authority_files};
pub use connection::{Arrival, Connection, FRAME_DEADLINE, WRITE_DEADLINE};
pub use desk::Desk;
pub use due::DueRunner;
pub use errand::Errand;
pub use fingerprint::{Fingerprint, MalformedFingerprint};
pub use gate::Gate;
pub use listener::{Handler, Listener, Service};
pub use network::Network;
pub use pem::SecretPem;
pub use sessions::{SessionGuard, SessionLimits};
pub use stop::{Shutdown, Stopped};
pub use stream::{Stream, TlsFacts};
