//! An authority of this system's own: real chains of X.509 certificates, under a root that nobody trusts unless told to.

mod chain;
mod issue;
mod register;

use std::path::Path;

use engine::ports::{
    AuthorityAnswer, AuthorityAsk, AuthorityFailed, AuthorityTask, CertificateAuthority, IssueTask,
};

use chain::Chain;
use register::{Register, Standing};

/// An authority that issues at once. It keeps a register of its own of what it was asked for, by the words that askers
/// gave, so that it does nothing twice; nothing else reads it.
pub struct LocalAuthority {
    chain: Chain,
    register: Register,
}

/// Why there is no authority.
#[derive(Debug, thiserror::Error)]
pub enum LocalError {
    /// Its files cannot be read or written, or do not belong together.
    #[error(transparent)]
    Files(#[from] edge::AuthorityError),
    /// A certificate could not be made, or a stored key not be read.
    #[error("certificate: {0}")]
    Certificate(#[from] rcgen::Error),
}

impl LocalAuthority {
    /// The authority stored in this folder, made if there is none at `now` (Unix seconds): `issuer.pem` with the root's
    /// certificate behind it, `issuer-key.pem`, and the register beside them. The root's key is kept nowhere.
    ///
    /// # Errors
    /// The files cannot be read or written, or make no sense.
    pub fn open_or_create(folder: &Path, now: i64) -> Result<Self, LocalError> {
        Ok(Self { chain: Chain::open_or_create(folder, now)?, register: Register::in_folder(folder) })
    }

    /// An authority that is nowhere but in memory, made at `now` (Unix seconds).
    ///
    /// # Errors
    /// A certificate could not be made.
    pub fn ephemeral(now: i64) -> Result<Self, LocalError> {
        Ok(Self { chain: Chain::new(now)?, register: Register::default() })
    }

    /// The certificates behind those it issues, the issuer's first and the root's last. PEM.
    pub fn chain_pem(&self) -> &str {
        self.chain.pem()
    }

    fn issue(&self, reference: &str, task: &IssueTask) -> Result<AuthorityAnswer, AuthorityFailed> {
        self.register.update(reference, |standing| match standing {
            None => match issue::certificate(&self.chain, task) {
                Ok(certificate) => {
                    (Some(Standing::Issued(certificate.clone())), AuthorityAnswer::Issued(certificate))
                }
                Err(error) => (None, AuthorityAnswer::Refused(error.to_string())),
            },
            Some(Standing::Issued(certificate)) => (None, AuthorityAnswer::Issued(certificate.clone())),
            Some(Standing::Withdrawn) => (None, AuthorityAnswer::Refused("it was withdrawn".to_owned())),
            Some(Standing::Revoked) => (None, AuthorityAnswer::Refused("it is revoked".to_owned())),
        })
    }

    fn withdraw(&self, reference: &str) -> Result<AuthorityAnswer, AuthorityFailed> {
        self.register.update(reference, |standing| match standing {
            Some(Standing::Issued(certificate)) => (None, AuthorityAnswer::Issued(certificate.clone())),
            Some(Standing::Withdrawn | Standing::Revoked) => (None, AuthorityAnswer::Withdrawn),
            None => (Some(Standing::Withdrawn), AuthorityAnswer::Withdrawn),
        })
    }

    /// One that it does not know is noted all the same, so that it is never issued under this word.
    fn revoke(&self, reference: &str) -> Result<AuthorityAnswer, AuthorityFailed> {
        self.register.update(reference, |_| (Some(Standing::Revoked), AuthorityAnswer::Revoked))
    }
}

impl CertificateAuthority for LocalAuthority {
    fn ask(&self, ask: &AuthorityAsk) -> Result<AuthorityAnswer, AuthorityFailed> {
        match &ask.task {
            AuthorityTask::Issue(task) => self.issue(&ask.reference, task),
            AuthorityTask::Withdraw => self.withdraw(&ask.reference),
            AuthorityTask::Revoke => self.revoke(&ask.reference),
        }
    }
}
