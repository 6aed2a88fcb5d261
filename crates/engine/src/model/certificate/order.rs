//! Orders of certificates.

use super::{
    CertificateClass, CertificateName, CertificateOrderKind, CertificateRequest, CertificateState, Control,
};
use crate::model::{AccountId, CertificateId, CertificateOrderId, Instant};

/// An order of a certificate: its first one, a renewal or a reissue. All orders of a certificate are numbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateOrder {
    /// Its id, which is that of the operation that paid for it.
    pub id: CertificateOrderId,
    /// The certificate: the id of its first order.
    pub certificate: CertificateId,
    /// Which of its orders it is, from 1.
    pub number: u32,
    /// Whose it is.
    pub account: AccountId,
    /// What it asks for.
    pub kind: CertificateOrderKind,
    /// The product.
    pub class: CertificateClass,
    /// For how many years it is paid; a reissue is not.
    pub years: u8,
    /// Where it stands.
    pub state: CertificateState,
    /// Since when it stands there.
    pub since: Instant,
    /// When it was ordered.
    pub created_at: Instant,
    /// When the certificate ends; until it is issued, when the one ends that it follows, if it follows one.
    pub expires_at: Option<Instant>,
    /// When it is to be looked at next. A reminder from before that was overtaken by events.
    pub look_at: Option<Instant>,
    /// Whether the payment is given back when the authority has done what it is asked for.
    pub repays: bool,
    /// What is to be certified, once that is known.
    pub request: Option<CertificateRequest>,
    /// How control of each name is shown, once it is submitted.
    pub controls: Vec<Control>,
    /// Under which word the authority knows it, once it is submitted. Nobody can guess it, and it is never used again.
    pub reference: Option<String>,
    /// What was issued.
    pub issued: Option<IssuedCertificate>,
    /// Why it came to nothing, for people.
    pub reason: Option<String>,
}

impl CertificateOrder {
    /// The first name that it is for, or the product where that is not known yet: what people know it by.
    pub fn title(&self) -> String {
        self.common_name().map_or_else(|| self.class.to_string(), ToString::to_string)
    }

    /// The name that stands first in the certificate.
    pub fn common_name(&self) -> Option<&CertificateName> {
        self.request.as_ref().and_then(|request| request.names.first())
    }

    /// Whether control of every name is shown.
    pub fn is_approved(&self) -> bool {
        self.controls.iter().all(|control| control.shown_at.is_some())
    }

    /// Takes it to another state.
    pub fn enter(&mut self, state: CertificateState, at: Instant) {
        (self.state, self.since) = (state, at);
    }
}

/// A certificate as the authority issued it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct IssuedCertificate {
    /// Its serial number, in hexadecimal digits.
    pub serial: String,
    /// The certificate, PEM.
    pub pem: String,
    /// The certificates of those who stand behind it, the issuer's first, PEM.
    pub chain: String,
    /// From when it is good.
    pub not_before: Instant,
    /// Until when.
    pub not_after: Instant,
}
