//! A command that came alone: durable by its frame in the redo log, see `redo`.

use engine::ports::store::Result;
use engine::{Fault, FaultKind};

use super::delivery::{Batch, Delivery, End, Lasts, nothing_done};
use super::group::{Command, Groups, lost};
use super::options::CommitGate;
use super::redo::{Redo, Seal};
use super::session::{Isolation, Late, Noting};

impl Groups<'_, '_> {
    /// Carries out one command, in the transaction that is held open.
    pub(super) fn carry_out_alone(&self, mut command: Command, redo: &Redo, delivery: &Delivery) -> Batch {
        let deferring = self.tried_alone(&mut command, redo, delivery, Noting::Deferring);
        let (end, seal) = deferring.unwrap_or_else(|otherwise| {
            self.tried_alone(&mut command, redo, delivery, Noting::AtOnce)
                .unwrap_or((End::Failed(otherwise), None))
        });
        if let End::Failed(fault) = &end
            && self.tables.sql.is_broken()
        {
            self.stop.now(&fault.message);
        }
        let lasts = match seal.filter(|_| matches!(end, End::Kept)) {
            Some(Seal::Logged) => Lasts::Already,
            Some(Seal::Commit) => Lasts::OnceSynced,
            None => Lasts::Nothing,
        };
        Batch { ended: vec![(command, end)], names: self.tables.take_changes(), lasts }
    }

    /// How a command ended, and how it was made durable.
    ///
    /// # Errors
    /// Something that it put off came out otherwise than was said. Nothing of it remains.
    fn tried_alone(
        &self,
        command: &mut Command,
        redo: &Redo,
        delivery: &Delivery,
        noting: Noting,
    ) -> Result<(End, Option<Seal>)> {
        let sql = &self.tables.sql;
        if let Err(fault) = self.begin_alone(redo) {
            return Ok((End::Failed(nothing_done(&fault)), None));
        }
        sql.go_on_noting(noting);
        let end = match self.judge(command, Isolation::Shared) {
            End::Kept if sql.is_broken() || sql.late() != Late::Well => End::Failed(lost(None)),
            end => end,
        };
        let (end, seal) = self.sealed(end, redo, delivery);
        let late = sql.late();
        sql.end_noting();
        let end = self.kept(end, seal, redo);
        if !matches!(end, End::Kept) {
            // Also where the transaction was lost with them.
            self.tables.forget_changes(0);
        }
        match (end, late) {
            (End::Failed(fault), Late::Otherwise) => Err(fault),
            (_, Late::Otherwise) => Err(lost(None)),
            (end, _) => Ok((end, seal)),
        }
    }

    fn begin_alone(&self, redo: &Redo) -> Result<()> {
        self.stop.fault().map_or(Ok(()), |fault| Err(fault.clone()))?;
        redo.begin(self.tables.sql.connection())
    }

    /// Lets a command that is to be kept through the gate, and has its frame on disk.
    fn sealed(&self, end: End, redo: &Redo, delivery: &Delivery) -> (End, Option<Seal>) {
        if matches!(end, End::Kept) {
            self.tables.sql.note_deferred();
        }
        let wrote = !redo.draft().is_empty() && !self.tables.sql.is_lost();
        if !wrote || !matches!(end, End::Kept) {
            return (end, None);
        }
        match self.gate.map_or(Ok(()), CommitGate::before_commit).and_then(|()| self.seal(redo, delivery)) {
            Ok(seal) => (end, Some(seal)),
            Err(fault) => {
                self.stop_if_broken(&fault);
                (End::Failed(fault), None)
            }
        }
    }

    fn seal(&self, redo: &Redo, delivery: &Delivery) -> Result<Seal> {
        redo.seal(delivery, || self.tables.sql.catch_up())
    }

    /// Keeps or undoes what a command wrote, and the transaction with it if nothing is held there.
    fn kept(&self, end: End, seal: Option<Seal>, redo: &Redo) -> End {
        let connection = self.tables.sql.connection();
        let end = self.settle(end, 0).unwrap_or_else(|end| {
            // Committed at once, what was held is not lost so easily again. Trouble is met again, and told, by the next.
            let _ = redo.lose(connection).and_then(|()| redo.settle(connection));
            end
        });
        let finished = match (&end, seal) {
            (End::Kept, Some(Seal::Logged)) => {
                redo.hold();
                Ok(())
            }
            (End::Kept, Some(Seal::Commit)) => redo.commit(connection),
            (_, Some(Seal::Logged)) => Err(self.sealed_and_not_kept()),
            _ => Ok(()),
        };
        // Trouble with what others left there is met again, and told, by the next one that needs it.
        let _ = redo.let_go(connection);
        finished.map_or_else(End::Failed, |()| end)
    }

    /// The log says that it was done, and the database that it was not: only a new start can agree.
    fn sealed_and_not_kept(&self) -> Fault {
        let fault = Fault::new(FaultKind::OutcomeUnknown, "what is in the redo log could not be kept");
        self.stop.now(&fault.message);
        fault
    }
}
