use outcomes::{Operation as Name, Outcome};

use super::approvers;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{CertificateName, Email},
};

/// Lists the e-mail addresses whose owner can approve a certificate for a name.
///
/// Changes, bills and notifies nothing. Nothing to check: the name need not be registered here.
#[derive(Clone, Debug)]
pub struct ListApprovers {
    /// The name.
    pub name: CertificateName,
}

/// An address that can approve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approver {
    /// Why it can.
    pub kind: ApproverKind,
    /// The address.
    pub email: Email,
}

/// Why an address can approve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApproverKind {
    /// It is that of the domain's registrant.
    Registrant,
    /// It is one of those that stand for a domain by custom.
    Generic,
}

impl Operation for ListApprovers {
    type Answer = Vec<Approver>;
    const NAME: Name = Name::CertificateListApprovers;
    const OUTCOMES: &'static [Outcome] = &[Outcome::ApproversListed];

    fn object(&self) -> &str {
        self.name.domain().as_str()
    }
}

impl Query for ListApprovers {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<Approver>>, Failure> {
        Ok(Done::new(Outcome::ApproversListed, approvers::of(cx, &self.name)?))
    }
}
