//! What the engine needs of the world: traits only. The adapters live in other rooms.

mod clock;
mod courier;
mod dns_zones;
mod entropy;
mod faults;
mod protection_network;
pub mod store;

pub use clock::Clock;
pub use courier::{Courier, Parcel, Undelivered, UndeliveredKind};
pub use dns_zones::{DnsKeeper, DnsZones};
pub use entropy::Entropy;
pub use faults::{Access, Ask, Faults, NoFaults, Port, Step};
pub use protection_network::{ProtectionNetwork, Reply};
