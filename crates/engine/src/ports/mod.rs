//! What the engine needs of the world: traits only. The adapters live in other rooms.

mod axfr;
mod certificate_authority;
mod clock;
mod courier;
mod csr_signatures;
mod dns_zones;
mod entropy;
mod faults;
mod protection_network;
pub mod store;
mod task;

pub use axfr::{AxfrAnswer, AxfrFailed, AxfrRequest, AxfrSource};
pub use certificate_authority::{
    AuthorityAnswer, AuthorityAsk, AuthorityFailed, AuthorityTask, CertificateAuthority, IssueTask,
};
pub use clock::Clock;
pub use courier::{Cargo, Courier, Form, Parcel, Rendition, Undelivered, UndeliveredKind};
pub use csr_signatures::{CsrSignature, CsrSignatures};
pub use dns_zones::{DnsKeeper, DnsZones};
pub use entropy::Entropy;
pub(crate) use entropy::random_text;
pub use faults::{Access, Ask, Faults, NoFaults, Port, Step};
pub use protection_network::{ProtectionNetwork, Reply};
pub use task::TaskAsk;
