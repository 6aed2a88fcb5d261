//! What the engine needs of the world: traits only. The adapters live in other rooms.

mod clock;
mod courier;
mod entropy;
mod faults;
pub mod store;

pub use clock::Clock;
pub use courier::{Cargo, Courier, Form, Parcel, Rendition, Undelivered, UndeliveredKind};
pub use entropy::Entropy;
pub(crate) use entropy::random_text;
pub use faults::{Access, Ask, Faults, NoFaults, Port};
