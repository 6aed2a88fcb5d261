//! What the engine needs of the world: traits only. The adapters live in other rooms.

mod clock;
mod entropy;
mod faults;
pub mod store;

pub use clock::Clock;
pub use entropy::Entropy;
pub use faults::{Ask, Faults, NoFaults, Port};
