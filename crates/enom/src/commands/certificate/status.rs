//! Where certificates stand, in the service's words.

use engine::model::CertificateState;

/// A status: its number and its text.
pub(super) const fn of(state: CertificateState) -> (u8, &'static str) {
    match state {
        CertificateState::AwaitingConfiguration => (1, "Awaiting Configuration"),
        CertificateState::Processing | CertificateState::Withdrawing | CertificateState::Revoking => {
            (2, "Processing")
        }
        CertificateState::Issued | CertificateState::Replaced | CertificateState::Expired => {
            (4, "Certificate Issued")
        }
        CertificateState::Rejected | CertificateState::Cancelled => (7, "Refunded - No Cert Issued"),
        CertificateState::Revoked => (8, "Refunded - Cert Issued"),
        CertificateState::AwaitingApproval => (9, "Approval Email Sent"),
    }
}
