//! Fetches secondary DNS zones from their primaries (RFC 5936), over TCP.
//!
//! ```text
//!   engine: Run ──> requests ──> Fetcher ──> TcpPrimaries ──> the primary server
//!                                   │
//!   engine: AxfrEnd <── how it ended
//! ```
//!
//! A transfer whose end is not recorded is handed out again, by reminders that the engine keeps in the store. Transfers
//! are not signed (RFC 8945): a primary knows us by our address.

mod assembly;
mod deadline;
mod fetcher;
mod message;
mod primaries;

pub use fetcher::{Fetcher, Settings};
pub use primaries::{Limits, Reach, TcpPrimaries};
