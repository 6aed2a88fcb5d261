use std::fmt;

use crate::model::{CertificateName, CertificateOrderId, Clid, CsrSubject, Instant, IssuedCertificate};

/// Whoever issues certificates. It is asked outside transactions, by a clerk that takes what the runner of due work hands
/// out and records the answer; see `ops/certificate/authority_end.rs`.
pub trait CertificateAuthority: Send + Sync {
    /// Asks for something. Blocks, for some seconds at most.
    ///
    /// Asked again under the same reference, because the answer was lost or has to be waited for, it does nothing twice
    /// and says where the matter stands. So asking again is how an unclear end is resolved.
    ///
    /// # Errors
    /// There is no answer. What was asked for may have been done all the same.
    fn ask(&self, ask: &AuthorityAsk) -> Result<AuthorityAnswer, AuthorityFailed>;
}

/// What an authority is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityAsk {
    /// The order.
    pub order: CertificateOrderId,
    /// Under which word the authority knows it, or will.
    pub reference: String,
    /// The first name of the certificate.
    pub name: String,
    /// Whose order it is.
    pub owner: Clid,
    /// What it is to do.
    pub task: AuthorityTask,
}

/// What an authority can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthorityTask {
    /// Issue a certificate.
    Issue(Box<IssueTask>),
    /// Give up what was not issued yet.
    Withdraw,
    /// Revoke what was issued.
    Revoke,
}

impl AuthorityTask {
    /// Whether another task is of the same kind.
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// A certificate that is to be issued. Control of its names was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueTask {
    /// The request, PEM: its key is certified.
    pub csr: String,
    /// The names, the common name first.
    pub names: Vec<CertificateName>,
    /// For whom, beyond the names, as far as the product certifies that.
    pub subject: CsrSubject,
    /// From when it is to be good.
    pub not_before: Instant,
    /// Until when.
    pub not_after: Instant,
}

/// What an authority answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthorityAnswer {
    /// It is issued; also to a withdrawal that came too late.
    Issued(IssuedCertificate),
    /// It is given up, and will not be issued.
    Withdrawn,
    /// It is revoked.
    Revoked,
    /// It will not do it, for a reason.
    Refused(String),
    /// It needs more time, and is to be asked again.
    Waits,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct AuthorityFailed {
    /// What happened, for the operator's log.
    pub message: String,
}

impl AuthorityFailed {
    /// For a reason.
    pub fn new(message: impl fmt::Display) -> Self {
        Self { message: message.to_string() }
    }
}
