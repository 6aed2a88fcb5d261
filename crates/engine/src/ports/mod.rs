//! What the engine needs of the world: traits only. The adapters live in other rooms.

mod clock;
mod entropy;
pub mod store;

pub use clock::Clock;
pub use entropy::Entropy;
