use outcomes::{Operation as Name, Outcome};

use super::{Answered, find_own, lapse::close};
use crate::{Command, Done, Failure, Operation, Writing};

/// Does not take what another registrar released.
///
/// Changes: the case is closed, the domains stay. Bills nothing. Notifies: the losing registrar. Checks whether the case
/// is the actor's and open.
#[derive(Clone, Debug)]
pub struct Reject {
    /// The number of the case, as the client writes it.
    pub case: String,
}

impl Operation for Reject {
    type Answer = Answered;
    const NAME: Name = Name::HandshakeReject;
    const OUTCOMES: &'static [Outcome] = &[Outcome::HandshakeRejected, Outcome::CaseUnknown];

    fn object(&self) -> &str {
        &self.case
    }
}

impl Command for Reject {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Answered>, Failure> {
        let case = find_own(cx, &self.case)?;
        let names = close(cx, &case, Self::NAME)?;
        Ok(Done::new(Outcome::HandshakeRejected, Answered { case: case.id, names }))
    }
}
