//! What stands behind the ports of the protection service in a system that has everything itself.

mod own_network;
mod own_zones;

pub use own_network::OwnNetwork;
pub use own_zones::OwnZones;
