//! A command that came alone: durable by its frame in the redo log, see `redo`.

use engine::{Fault, FaultKind};

use super::delivery::{Batch, End};
use super::group::{Command, Groups, lost};
use super::options::CommitGate;
use super::redo::{Redo, Seal};
use super::session::Isolation;

impl Groups<'_, '_> {
    /// Carries out one command, in the transaction that is held open.
    pub(super) fn carry_out_alone(&self, mut command: Command, redo: &Redo) -> Batch {
        let begun = match self.stop.fault() {
            Some(fault) => Err(fault.clone()),
            None => redo.begin(self.tables.sql.connection()),
        };
        if let Err(fault) = begun {
            return Batch::failed(&mut vec![command], &fault);
        }
        let end = match self.judge(&mut command, Isolation::Noted) {
            End::Kept if self.tables.sql.is_broken() => End::Failed(lost(None)),
            end => end,
        };
        let (end, seal) = self.sealed(end, redo);
        let end = self.kept(end, seal.as_ref(), redo);
        if !matches!(end, End::Kept) {
            // Also where the transaction was lost with them.
            self.tables.forget_changes(0);
        }
        if let End::Failed(fault) = &end
            && self.tables.sql.is_broken()
        {
            self.stop.now(&fault.message);
        }
        let wrote = matches!((&end, &seal), (End::Kept, Some(_)));
        let logged = seal.and_then(|seal| match seal {
            Seal::Logged(file) => Some(file),
            Seal::Commit => None,
        });
        Batch { ended: vec![(command, end)], names: self.tables.take_changes(), wrote, logged }
    }

    /// Lets a command that is to be kept through the gate, and writes its frame.
    fn sealed(&self, end: End, redo: &Redo) -> (End, Option<Seal>) {
        let wrote = !redo.draft().is_empty() && !self.tables.sql.is_lost();
        if !wrote || !matches!(end, End::Kept) {
            return (end, None);
        }
        match self.gate.map_or(Ok(()), CommitGate::before_commit).and_then(|()| redo.seal()) {
            Ok(seal) => (end, Some(seal)),
            Err(fault) => {
                self.stop_if_broken(&fault);
                (End::Failed(fault), None)
            }
        }
    }

    /// Keeps or undoes what a command wrote, and the transaction with it if nothing is held there.
    fn kept(&self, end: End, seal: Option<&Seal>, redo: &Redo) -> End {
        let connection = self.tables.sql.connection();
        // Kept apart from others, it can always be undone.
        let end = self.settle(end, 0).unwrap_or(End::Undone);
        let finished = match (&end, seal) {
            (End::Kept, Some(Seal::Logged(_))) => {
                redo.hold();
                Ok(())
            }
            (End::Kept, Some(Seal::Commit)) => redo.commit(connection),
            (_, Some(Seal::Logged(_))) => Err(self.sealed_and_not_kept()),
            _ => Ok(()),
        };
        // Trouble with what others left there is met again, and told, by the next one that needs it.
        let _ = redo.let_go(connection);
        finished.map_or_else(End::Failed, |()| end)
    }

    /// The log says that it was done, and the database that it was not: only a new start can agree.
    fn sealed_and_not_kept(&self) -> Fault {
        let fault = Fault::new(FaultKind::OutcomeUnknown, "a savepoint could not be released");
        self.stop.now(&fault.message);
        fault
    }
}
