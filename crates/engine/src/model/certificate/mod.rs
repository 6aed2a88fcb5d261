//! Certificates for TLS: what is asked for, ordered, proved and issued.

mod class;
mod control;
mod csr;
mod csr_text;
mod key;
mod name;
mod news;
mod order;
mod request;
mod state;

pub use class::CertificateClass;
pub use control::{Control, ControlMethod, ControlProof};
pub use csr::{Csr, CsrSubject};
pub use key::CsrKey;
pub use name::CertificateName;
pub use news::CertificateNews;
pub use order::{CertificateOrder, IssuedCertificate};
pub use request::{CertificateContact, CertificateRequest, CertificateRole};
pub use state::{CertificateOrderKind, CertificateState};
